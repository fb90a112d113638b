import { existsSync, readFileSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { buildOnce } from './lib/build-once.ts';
import { launchChromium } from './lib/chromium.ts';
import { root } from './lib/root.ts';
import { run } from './lib/run.ts';

/** npm run pdf [-- --paper letter]: every handout of the build as a PDF beside its page. One Chromium for all. */
await run(async () => {
  const { values } = parseArgs({ options: { paper: { type: 'string', default: 'a4' } } });
  const format = { a4: 'A4', letter: 'Letter' }[values.paper.toLowerCase()];
  if (!format) {
    console.error(
      `Found paper \`${values.paper}\`; expected a4 or letter. Write \`npm run pdf -- --paper letter\`.`,
    );
    return 1;
  }
  const build = join(root, 'build');
  if (!existsSync(join(build, 'manifest.json')) && !(await buildOnce(root))) return 1;
  const { files } = JSON.parse(readFileSync(join(build, 'manifest.json'), 'utf8')) as {
    files: { path: string }[];
  };
  const pages = files.map((f) => f.path).filter((path) => path.includes('/handouts/'));
  const browser = await launchChromium();
  try {
    const page = await browser.newPage();
    for (const [i, path] of pages.entries()) {
      const file = join(build, path);
      const target = file.replace(/\.html$/, '.pdf');
      await page.goto(pathToFileURL(file).href);
      await page.evaluate(() => document.fonts.ready);
      // Cards, brochures and posters bring their own sheet; everything else takes the paper asked for.
      const ownSheet = await page.evaluate(() =>
        /\bkind-(card|brochure|poster)\b/.test(document.body.className),
      );
      await page.pdf({
        path: `${target}.part`,
        format,
        preferCSSPageSize: ownSheet,
        tagged: true,
        outline: true,
      });
      renameSync(`${target}.part`, target);
      console.log(
        `${String(i + 1).padStart(3)} of ${pages.length}  ${path.replace(/\.html$/, '.pdf')}`,
      );
    }
  } finally {
    await browser.close();
  }
  return 0;
});
