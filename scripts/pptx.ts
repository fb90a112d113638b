import { join } from 'node:path';
import { examine } from '../src/compiler/compile.ts';
import { exportContext } from '../src/exports/context.ts';
import { addToManifest, type Listed, readManifest, writeOutput } from '../src/exports/manifest.ts';
import { makePptx } from '../src/exports/pptx/pptx.ts';
import { EDITIONS } from '../src/model/index.ts';
import { buildOnce } from './lib/build-once.ts';
import { launchChromium } from './lib/chromium.ts';
import { options } from './lib/options.ts';
import { root } from './lib/root.ts';
import { run } from './lib/run.ts';

/** npm run pptx: the deck for PowerPoint, with notes for the facilitator and without for participants. */
await run(async () => {
  options({}, 'npm run pptx');
  const build = join(root, 'build');
  const { modules, version } = examine(root);
  if (readManifest(build)?.version !== version && !(await buildOnce(root))) return 1;
  const browser = await launchChromium();
  const added: Listed[] = [];
  try {
    for (const edition of EDITIONS) {
      for (const source of modules) {
        const { module, lang } = source;
        const path = `${edition}/${module}/${lang}/slides.pptx`;
        const content = await makePptx(browser, exportContext(source, edition, version));
        added.push(writeOutput(build, { path, edition, module, language: lang }, content));
        console.log(`${path} (${Math.round(content.byteLength / 1024)} KB)`);
      }
    }
  } finally {
    await browser.close();
  }
  addToManifest(build, added);
  return 0;
});
