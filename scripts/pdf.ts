import { join } from 'node:path';
import { examine } from '../src/compiler/compile.ts';
import {
  addToManifest,
  dropFromBuild,
  type Listed,
  readManifest,
  writeOutput,
} from '../src/exports/manifest.ts';
import { type Format, pdfJobs } from '../src/exports/pdf/jobs.ts';
import { buildOnce } from './lib/build-once.ts';
import { launchChromium } from './lib/chromium.ts';
import { options } from './lib/options.ts';
import { root } from './lib/root.ts';
import { run } from './lib/run.ts';

const FORMATS: Record<string, Format> = { a4: 'A4', letter: 'Letter' };

/** How many pages are open at once, in the one browser. */
const TABS = 3;

/** npm run pdf [-- --paper letter]: every handout and every deck of the build as PDFs. One Chromium for all. */
await run(async () => {
  const values = options(
    { paper: { type: 'string', default: 'a4' } },
    'npm run pdf -- --paper letter',
  );
  const format = FORMATS[values.paper.toLowerCase()];
  if (!format) {
    console.error(
      `Found paper \`${values.paper}\`; expected a4 or letter. Write \`npm run pdf -- --paper letter\`.`,
    );
    return 1;
  }
  const build = join(root, 'build');
  const { modules, version } = examine(root);
  if (readManifest(build)?.version !== version && !(await buildOnce(root))) return 1;
  const jobs = pdfJobs(modules, version, format);
  const added: Listed[] = [];
  const browser = await launchChromium();
  const queue = jobs.values();
  const work = async (): Promise<void> => {
    for (const { path, edition, module, language, make } of queue) {
      const of = { path, edition, module, language };
      added.push(writeOutput(build, of, await make(browser, build)));
      console.log(`${String(added.length).padStart(3)} of ${jobs.length}  ${path}`);
    }
  };
  try {
    await Promise.all(Array.from({ length: TABS }, work));
    // The large posters of the other paper: a kit holds sheets of one size.
    const made = new Set(jobs.map(({ path }) => path));
    dropFromBuild(build, (path) => path.endsWith('.pdf') && !made.has(path));
  } finally {
    await browser.close();
    addToManifest(build, added);
  }
  return 0;
});
