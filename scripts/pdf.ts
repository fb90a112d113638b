import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser } from 'playwright-core';
import { waysToPrint } from '../src/compiler/5-render/pages/print-as.ts';
import { examine } from '../src/compiler/compile.ts';
import { exportContext } from '../src/exports/context.ts';
import { addToManifest, type Listed, readManifest, writeOutput } from '../src/exports/manifest.ts';
import { type Paper, printPdf } from '../src/exports/pdf/print.ts';
import { notesPdf, slidesPdf } from '../src/exports/pdf/slides.ts';
import { EDITIONS } from '../src/model/index.ts';
import { buildOnce } from './lib/build-once.ts';
import { launchChromium } from './lib/chromium.ts';
import { options } from './lib/options.ts';
import { root } from './lib/root.ts';
import { run } from './lib/run.ts';

const FORMATS = { a4: 'A4', letter: 'Letter' } as const;
type Format = (typeof FORMATS)[keyof typeof FORMATS];
/** Twice as large: for posters. */
const LARGE = { A4: 'A3', Letter: 'Tabloid' } as const;
type Modules = ReturnType<typeof examine>['modules'];

/** How many pages are open at once, in the one browser. */
const TABS = 3;

/** One PDF to make: what the manifest says of it, and how. */
interface Job {
  of: Omit<Listed, 'bytes' | 'sha256'>;
  make: (browser: Browser) => Promise<Uint8Array>;
}

/** npm run pdf [-- --paper letter]: every handout and every deck of the build as PDFs. One Chromium for all. */
await run(async () => {
  const values = options(
    { paper: { type: 'string', default: 'a4' } },
    'npm run pdf -- --paper letter',
  );
  const paper = values.paper.toLowerCase();
  if (paper !== 'a4' && paper !== 'letter') {
    console.error(
      `Found paper \`${values.paper}\`; expected a4 or letter. Write \`npm run pdf -- --paper letter\`.`,
    );
    return 1;
  }
  const format = FORMATS[paper];
  const build = join(root, 'build');
  const { modules, version } = examine(root);
  if (readManifest(build)?.version !== version && !(await buildOnce(root))) return 1;
  const jobs = [...handoutJobs(build, modules, format), ...slideJobs(modules, version, format)];
  const added: Listed[] = [];
  const browser = await launchChromium();
  const queue = jobs.values();
  const work = async (): Promise<void> => {
    for (const { of, make } of queue) {
      added.push(writeOutput(build, of, await make(browser)));
      console.log(`${String(added.length).padStart(3)} of ${jobs.length}  ${of.path}`);
    }
  };
  try {
    await Promise.all(Array.from({ length: TABS }, work));
  } finally {
    await browser.close();
    addToManifest(build, added);
  }
  return 0;
});

/**
 * Each handout from its own page, in each way that its page offers; posters also on the large sheet. Cards and
 * brochures bring their sheet; the rest takes the paper asked for.
 */
function handoutJobs(build: string, modules: Modules, format: Format): Job[] {
  const files = readManifest(build)?.files ?? [];
  return files.flatMap(({ path, edition, module, language }): Job[] => {
    const id = /\/handouts\/([^/]+)\.html$/.exec(path)?.[1];
    const handout = modules
      .find((m) => m.module === module && m.lang === language)
      ?.handouts.find((h) => h.meta.id === id);
    if (!handout) return [];
    const job = (as: string, paper: Paper['format'], name = as): Job => ({
      of: { path: path.replace(/\.html$/, `${name && `-${name}`}.pdf`), edition, module, language },
      make: (browser) => printed(browser, join(build, path), as, paper),
    });
    const ways = waysToPrint(handout).map(({ id: as }) => job(as, format));
    const large = LARGE[format];
    return [
      ...(ways.length ? ways : [job('', format)]),
      ...(handout.meta.kind === 'poster' ? [job('', large, large.toLowerCase())] : []),
    ];
  });
}

async function printed(
  browser: Browser,
  file: string,
  as: string,
  format: Paper['format'],
): Promise<Uint8Array> {
  const page = await browser.newPage();
  try {
    await page.goto(pathToFileURL(file).href);
    if (as) await page.selectOption('#print-as', as);
    return await printPdf(page, { format });
  } finally {
    await page.close();
  }
}

/** The slides of each module, and for the facilitator with the notes under them. */
function slideJobs(modules: Modules, version: string, format: Format): Job[] {
  return EDITIONS.flatMap((edition) =>
    modules.flatMap((source): Job[] => {
      const { module, lang: language } = source;
      const context = exportContext(source, edition, version);
      const of = (name: string) => ({
        path: `${edition}/${module}/${language}/${name}.pdf`,
        edition,
        module,
        language,
      });
      return [
        { of: of('slides'), make: (browser) => slidesPdf(browser, context) },
        ...(edition === 'facilitator'
          ? [
              {
                of: of('slides-with-notes'),
                make: (browser: Browser) => notesPdf(browser, context, format),
              },
            ]
          : []),
      ];
    }),
  );
}
