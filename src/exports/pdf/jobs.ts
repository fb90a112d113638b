import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser } from 'playwright-core';
import type { ModuleSource } from '../../compiler/2-parse/sources.ts';
import { forEdition } from '../../compiler/4-edition/edition.ts';
import { waysToPrint } from '../../compiler/5-render/pages/print-as.ts';
import { EDITIONS, type Edition } from '../../model/index.ts';
import { exportContext } from '../context.ts';
import { type Paper, printPdf } from './print.ts';
import { notesPdf, slidesPdf } from './slides.ts';

export type Format = 'A4' | 'Letter';
/** Twice as large: for posters. */
const LARGE = { A4: 'A3', Letter: 'Tabloid' } as const;

/** One PDF to make: where it goes, what the manifest says of it, and how. */
export interface PdfJob {
  /** In the build: `participants/sgtm-1/en/handouts/quiz.pdf`. */
  path: string;
  edition: Edition;
  module: string;
  language: string;
  /** The sheet; slides alone have one of their own. */
  paper: NonNullable<Paper['format']> | 'slide';
  /** @param build folder that holds the pages of the build, from which handouts are printed */
  make: (browser: Browser, build: string) => Promise<Uint8Array>;
}

/** Every PDF of a build: each handout in each way its page offers, posters on the large sheet too, and the decks. */
export const pdfJobs = (
  modules: readonly ModuleSource[],
  version: string,
  format: Format,
): PdfJob[] => [...handoutJobs(modules, format), ...deckJobs(modules, version, format)];

/** Each handout from its own page. Cards and brochures bring their sheet; the rest takes the paper asked for. */
function handoutJobs(modules: readonly ModuleSource[], format: Format): PdfJob[] {
  return EDITIONS.flatMap((edition) =>
    modules.flatMap((source) =>
      forEdition(source, edition).handouts.flatMap((handout): PdfJob[] => {
        const { module, lang: language } = source;
        const page = `${edition}/${module}/${language}/handouts/${handout.meta.id}`;
        const job = (as: string, paper: Format | 'A3' | 'Tabloid', name = as): PdfJob => ({
          path: `${page}${name && `-${name}`}.pdf`,
          edition,
          module,
          language,
          paper,
          make: (browser, build) => printed(browser, join(build, `${page}.html`), as, paper),
        });
        const ways = waysToPrint(handout).map(({ id }) => job(id, format));
        const large = LARGE[format];
        return [
          ...(ways.length ? ways : [job('', format)]),
          ...(handout.meta.kind === 'poster' ? [job('', large, large.toLowerCase())] : []),
        ];
      }),
    ),
  );
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
function deckJobs(modules: readonly ModuleSource[], version: string, format: Format): PdfJob[] {
  return EDITIONS.flatMap((edition) =>
    modules.flatMap((source): PdfJob[] => {
      const { module, lang: language } = source;
      const context = exportContext(source, edition, version);
      const of = (name: string) => ({
        path: `${edition}/${module}/${language}/${name}.pdf`,
        edition,
        module,
        language,
      });
      return [
        { ...of('slides'), paper: 'slide', make: (browser) => slidesPdf(browser, context) },
        ...(edition === 'facilitator'
          ? [
              {
                ...of('slides-with-notes'),
                paper: format,
                make: (browser: Browser) => notesPdf(browser, context, format),
              },
            ]
          : []),
      ];
    }),
  );
}
