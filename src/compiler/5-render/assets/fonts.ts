import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import subsetFont from 'subset-font';

const folder = join(
  dirname(createRequire(import.meta.url).resolve('@fontsource/noto-sans/package.json')),
  'files',
);
const WEIGHTS = [400, 700] as const;
/** What the interface writes at run time, beside what stands in the sources. */
const ALWAYS = `${Array.from({ length: 95 }, (_, i) => String.fromCharCode(32 + i)).join('')}–—‘’“”…•·×−→←°€é`;

/**
 * `@font-face` rules with the letters that are used, and no others: Noto Sans (OFL 1.1), from two files
 * (Latin and Latin extended), each subset and embedded.
 */
export async function fontFaces(text: string): Promise<string> {
  const letters = [...new Set(text + ALWAYS)].sort().join('');
  const rules: string[] = [];
  for (const script of ['latin', 'latin-ext'] as const) {
    const wanted = [...letters].filter((c) => SCRIPTS[script].test(c)).join('');
    if (!wanted) continue;
    for (const weight of WEIGHTS) {
      const file = readFileSync(join(folder, `noto-sans-${script}-${weight}-normal.woff2`));
      const subset = await subsetFont(file, wanted, { targetFormat: 'woff2' });
      rules.push(
        `@font-face{font-family:"Session Sans";font-weight:${weight};font-style:normal;src:url(data:font/woff2;base64,${subset.toString('base64')}) format("woff2");unicode-range:${ranges(wanted)}}`,
      );
    }
  }
  return rules.join('\n');
}

/** What each file of the family holds; a letter in neither comes from the reader's own fonts. */
const SCRIPTS = {
  latin: /[\u0020-\u00FF\u2000-\u206F\u20AC\u2122\u2191\u2193\u2212]/u,
  'latin-ext': /[\u0100-\u02AF\u1E00-\u1EFF]/u,
} as const;

/** `U+20-7E,U+2013`: which letters a file answers for. */
function ranges(letters: string): string {
  const codes = [...letters].map((c) => c.codePointAt(0) ?? 0).sort((a, b) => a - b);
  const out: [number, number][] = [];
  for (const code of codes) {
    const last = out.at(-1);
    if (last && code <= last[1] + 1) last[1] = code;
    else out.push([code, code]);
  }
  const hex = (n: number): string => n.toString(16).toUpperCase();
  return out.map(([a, b]) => (a === b ? `U+${hex(a)}` : `U+${hex(a)}-${hex(b)}`)).join(',');
}
