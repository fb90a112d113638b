import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const src = join(dirname(fileURLToPath(import.meta.url)), '..', '..', '..');

/** The entry of each kind of page in `src/screens`. */
const ENTRIES = {
  deck: 'screens/deck.ts',
  review: 'screens/review/review.ts',
  handout: 'screens/handout/handout.ts',
  front: 'screens/front/front.ts',
} as const;
export type ScriptName = keyof typeof ENTRIES;

const bundled = new Map<ScriptName, Promise<string>>();

/** A page's script, bundled by esbuild into one piece that needs nothing else. Bundled once a process. */
export function script(name: ScriptName, fresh = false): Promise<string> {
  const known = bundled.get(name);
  if (known && !fresh) return known;
  const one = bundle(name);
  bundled.set(name, one);
  return one;
}

async function bundle(name: ScriptName): Promise<string> {
  const result = await build({
    entryPoints: [join(src, ENTRIES[name])],
    absWorkingDir: join(src, '..'),
    bundle: true,
    write: false,
    minify: true,
    format: 'iife',
    platform: 'browser',
    target: ['es2022', 'chrome109', 'firefox115', 'safari16'],
    jsx: 'automatic',
    jsxImportSource: 'preact',
    legalComments: 'none',
    charset: 'utf8',
    logLevel: 'silent',
    define: { 'process.env.NODE_ENV': '"production"' },
  });
  // A closing tag inside a string would end the script element.
  return (result.outputFiles[0]?.text ?? '').replaceAll('</script', '<\\/script').trim();
}
