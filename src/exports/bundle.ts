import { build } from 'esbuild';

const bundled = new Map<string, Promise<string>>();

/** A script for pages that are never published: printed, or measured. Bundled once a process. */
export function browserScript(entry: string): Promise<string> {
  const known = bundled.get(entry);
  if (known) return known;
  const made = build({
    entryPoints: [entry],
    bundle: true,
    write: false,
    minify: true,
    format: 'iife',
    platform: 'browser',
    target: 'es2022',
    legalComments: 'none',
    charset: 'utf8',
    logLevel: 'silent',
  }).then((result) =>
    (result.outputFiles[0]?.text ?? '').replaceAll('</script', '<\\/script').trim(),
  );
  bundled.set(entry, made);
  return made;
}
