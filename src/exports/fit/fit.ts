import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Nodes } from 'mdast';
import type { Browser } from 'playwright-core';
import { placeOfNode } from '../../compiler/2-parse/markdown.ts';
import type { ModuleSource, SlideSource } from '../../compiler/2-parse/sources.ts';
import { deckPage } from '../../compiler/5-render/pages/deck.ts';
import type { Place, Reporter } from '../../messages/index.ts';
import { browserScript } from '../bundle.ts';
import { exportContext, exportFonts } from '../context.ts';
import type { FitApi, FoundFault } from './browser/index.ts';

declare const fitApi: FitApi;

const ENTRY = join(dirname(fileURLToPath(import.meta.url)), 'browser', 'index.ts');
/** The least wall we know, the usual one, and the old projector's four by three. */
export const SIZES = [
  { width: 1280, height: 720 },
  { width: 1920, height: 1080 },
  { width: 1024, height: 768 },
] as const;
type Size = (typeof SIZES)[number];

/** How much was looked at, so that "nothing found" can be told from "nothing looked at". */
export interface Walked {
  slides: number;
  /** Slides and their steps, at each size. */
  states: number;
}

/**
 * Walks the real deck of every module in a real browser, step by step, at every size, and reports what leaves its
 * frame, is too small for the back row, or lies over something else.
 * @param modules as `examine` gives them, without errors
 */
export async function checkFit(
  browser: Browser,
  modules: readonly ModuleSource[],
  version: string,
  reporter: Reporter,
): Promise<Walked> {
  const walked = { slides: 0, states: 0 };
  for (const module of modules) {
    const context = exportContext(module, 'facilitator', version);
    const deck = await deckPage(context, await exportFonts(context));
    const walks = await Promise.all(SIZES.map((size) => walk(browser, deck, size)));
    const told = new Set<string>();
    for (const [i, { slides, states, faults }] of walks.entries()) {
      if (i === 0) walked.slides += slides;
      walked.states += states;
      for (const fault of faults) tell(fault, SIZES[i] as Size, module, reporter, told);
    }
  }
  return walked;
}

/** The deck as a page of its own: it comes from memory, and nothing else is answered. */
async function walk(
  browser: Browser,
  deck: string,
  viewport: Size,
): Promise<Awaited<ReturnType<FitApi['walk']>>> {
  const context = await browser.newContext({ viewport });
  try {
    const address = 'http://deck.invalid/';
    await context.route('**/*', (route) =>
      route.request().url() === address
        ? route.fulfill({ contentType: 'text/html; charset=utf-8', body: deck })
        : route.abort(),
    );
    const page = await context.newPage();
    await page.goto(address, { waitUntil: 'load' });
    await page.evaluate(await browserScript(ENTRY));
    return await page.evaluate(() => fitApi.walk());
  } finally {
    await context.close();
  }
}

/** The same fault at the next step or size is not told again. */
function tell(
  fault: FoundFault,
  { width, height }: Size,
  module: ModuleSource,
  reporter: Reporter,
  told: Set<string>,
): void {
  const { kind, words, over = '', pixels, step, steps } = fault;
  const key = [fault.slide, kind, words, over].join('\0');
  const slide = module.slides.find((s) => s.meta.id === fault.slide);
  if (told.has(key) || !slide) return;
  told.add(key);
  const where = `slide ${slide.meta.number}, ${steps ? `step ${step} of ${steps}, ` : ''}${width} × ${height}`;
  reporter.report(`fit/${kind}`, placeOf(words, slide), { words, over, pixels, where });
}

/** Where the words stand in the slide's file; the headline, where they come from elsewhere (a chart, the quiz). */
function placeOf(words: string, slide: SlideSource): Place {
  const start = words.replace(/ …$/, '').slice(0, 24);
  let found: Nodes | undefined;
  const look = (node: Nodes): void => {
    if (found) return;
    if (node.type === 'text' && start && node.value.replace(/\s+/g, ' ').includes(start))
      found = node;
    else if ('children' in node) node.children.forEach(look);
  };
  look(slide.tree);
  return found ? placeOfNode(slide.file, found) : slide.headlinePlace;
}
