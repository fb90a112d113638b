import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { strToU8, type Zippable, zipSync } from 'fflate';
import { EDITIONS } from '../src/model/index.ts';
import { buildOnce } from './lib/build-once.ts';
import { root } from './lib/root.ts';
import { run } from './lib/run.ts';

/** Zip entries carry no date of today: the same build gives the same bytes. */
const MTIME = new Date(1980, 0, 1);

/** npm run kit: one zip an edition, for a USB stick; PDFs and PowerPoint files too where they have been made. */
await run(async () => {
  const build = join(root, 'build');
  if (!existsSync(join(build, 'manifest.json')) && !(await buildOnce(root))) return 1;
  for (const edition of EDITIONS) {
    const files: Zippable = {};
    for (const path of filesUnder(join(build, edition))) {
      // Left behind by a command that was stopped.
      if (path.endsWith('.part')) continue;
      files[`${edition}/${relative(join(build, edition), path).replaceAll('\\', '/')}`] =
        new Uint8Array(readFileSync(path));
    }
    files[`${edition}/START-HERE.txt`] = strToU8(
      'Unpack this folder, then open index.html with a double click. No internet is needed.\r\n',
    );
    const target = join(build, `${edition}.zip`);
    writeFileSync(target, zipSync(files, { level: 9, mtime: MTIME }));
    console.log(`${target} (${Math.round(statSync(target).size / 1024)} KB)`);
  }
  return 0;
});

function filesUnder(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) =>
      entry.isDirectory() ? filesUnder(join(folder, entry.name)) : [join(folder, entry.name)],
    );
}
