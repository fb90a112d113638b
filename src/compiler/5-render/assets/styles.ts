import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { transform } from 'esbuild';

const folder = join(dirname(fileURLToPath(import.meta.url)), '..', '..', '..', 'styles');
const reveal = createRequire(import.meta.url).resolve('reveal.js/reveal.css');

/** The style sheets of each kind of page, in order: a file, or a folder of numbered files. */
const SHEETS = {
  deck: ['reveal', 'tokens', 'base', 'slide', 'projector', 'speaker'],
  review: ['tokens', 'base', 'slide', 'document', 'review', 'print'],
  handout: ['tokens', 'base', 'slide', 'document', 'handout', 'sheets', 'print'],
  /** For exports: the slide's own sheets; those of the live screens have no business on paper. */
  frames: ['tokens', 'base', 'slide'],
  front: ['tokens', 'base', 'document', 'front', 'print'],
} as const;

/** One style sheet for a kind of page; `extra` is what only this page has (fonts, figures, footers). */
export async function styles(name: keyof typeof SHEETS, extra: readonly string[]): Promise<string> {
  const parts = SHEETS[name].flatMap(filesOf).map((path) => readFileSync(path, 'utf8'));
  const { code } = await transform([...parts, ...extra].join('\n'), {
    loader: 'css',
    minify: true,
    charset: 'utf8',
    legalComments: 'none',
  });
  return code.trim();
}

function filesOf(sheet: string): string[] {
  if (sheet === 'reveal') return [reveal];
  const own = join(folder, sheet);
  if (!existsSync(own)) return [`${own}.css`];
  return readdirSync(own)
    .filter((file) => file.endsWith('.css'))
    .sort()
    .map((file) => join(own, file));
}
