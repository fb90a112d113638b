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

interface Bundle {
  code: string;
  /** The packages of which something stands in the code. */
  packages: string[];
}

const bundled = new Map<ScriptName, Promise<Bundle>>();

/** A page's script, bundled by esbuild into one piece that needs nothing else. Bundled once a process. */
export async function script(name: ScriptName, fresh = false): Promise<string> {
  return (await bundleOf(name, fresh)).code;
}

/** The packages of which something stands in a page's script. */
export async function packagesIn(name: ScriptName): Promise<string[]> {
  return (await bundleOf(name)).packages;
}

function bundleOf(name: ScriptName, fresh = false): Promise<Bundle> {
  const known = bundled.get(name);
  if (known && !fresh) return known;
  const one = bundle(name);
  bundled.set(name, one);
  return one;
}

async function bundle(name: ScriptName): Promise<Bundle> {
  const result = await build({
    entryPoints: [join(src, ENTRIES[name])],
    absWorkingDir: join(src, '..'),
    bundle: true,
    write: false,
    metafile: true,
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
  const inputs = Object.values(result.metafile.outputs).flatMap((output) =>
    Object.entries(output.inputs).filter(([, { bytesInOutput }]) => bytesInOutput > 0),
  );
  const packages = inputs.flatMap(
    ([path]) => /.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path)?.[1] ?? [],
  );
  return {
    // A closing tag inside a string would end the script element.
    code: (result.outputFiles[0]?.text ?? '').replace(/<\/(?=script)/gi, '<\\/').trim(),
    packages: [...new Set(packages)].sort(),
  };
}
