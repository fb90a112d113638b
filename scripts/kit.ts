import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { strToU8, type Zippable, zipSync } from 'fflate';
import { examine } from '../src/compiler/compile.ts';
import { readManifest, writeWhole } from '../src/exports/manifest.ts';
import { EDITIONS } from '../src/model/index.ts';
import { buildOnce } from './lib/build-once.ts';
import { options } from './lib/options.ts';
import { root } from './lib/root.ts';
import { run } from './lib/run.ts';

/** Zip entries carry no date of today: the same build gives the same bytes. */
const MTIME = new Date(1980, 0, 1);

/**
 * npm run kit: one zip an edition, for a USB stick; PDFs and PowerPoint files too where they have been made.
 * Only what the manifest lists goes in: a file that somebody left in the folder stays behind.
 */
await run(async () => {
  options({}, 'npm run kit');
  const build = join(root, 'build');
  const { version } = examine(root);
  if (readManifest(build)?.version !== version && !(await buildOnce(root))) return 1;
  const listed = readManifest(build)?.files ?? [];
  for (const edition of EDITIONS) {
    const files: Zippable = {};
    for (const { path } of listed.filter((f) => f.edition === edition))
      files[path] = new Uint8Array(readFileSync(join(build, path)));
    files[`${edition}/START-HERE.txt`] = strToU8(
      'Unpack this folder, then open index.html with a double click. No internet is needed.\r\n',
    );
    const target = join(build, `${edition}.zip`);
    const zip = zipSync(files, { level: 9, mtime: MTIME });
    writeWhole(target, zip);
    console.log(`${target} (${Math.round(zip.byteLength / 1024)} KB)`);
  }
  const left = [
    ['PDFs', 'pdf', /\.pdf$/],
    ['PowerPoint files', 'pptx', /\.pptx$/],
  ] as const;
  for (const [what, command, name] of left)
    if (!listed.some((f) => name.test(f.path)))
      console.log(`Without ${what}: \`npm run ${command}\` makes them; then run this again.`);
  return 0;
});
