/** No question, table row or box goes over the edge of a page: every handout, on A4 and on Letter. */
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { root } from '../../scripts/lib/root.ts';
import { examine } from '../../src/compiler/compile.ts';
import { type Block, outlineBlocks, pagesOfBlocks } from './blocks.ts';
import { useBench } from './support.ts';

const bench = useBench();
const PAPERS = ['A4', 'Letter'] as const;
const handouts = examine(root).modules.flatMap((m) =>
  m.handouts.map((h) => ({ module: m.module, lang: m.lang, id: h.meta.id })),
);
type Of = (typeof handouts)[number];

/** What must stay whole, by what the page calls it. A question to write on is its text and its lines. */
const KINDS = {
  'quiz question': '.quiz-sheet > li',
  'table row': ':not(thead) > tr',
  ask: '.guide-ask',
  'checklist item': '.checklist li',
  callout: '.callout',
  'list item': 'li',
  'question to write on': 'p:has(+ .write-lines)',
  'lines to write on': '.write-lines',
} as const;
/** Long answers, of several paragraphs or in the case guide, may go on: the style sheets say so with the same words. */
const MAY_BREAK = 'li:has(> p + p), .case-in-guide > h4 ~ h4 ~ :is(ol, ul) > li';

async function open({ module, lang, id }: Of): Promise<Page> {
  const { page } = await bench.context();
  await page.goto(bench.url(`facilitator/${module}/${lang}/handouts/${id}.html`));
  await page.evaluate(() => document.fonts.ready);
  await page.emulateMedia({ media: 'print' });
  return page;
}

/** Each block that is not on one page alone, in words. */
async function splits(page: Page, blocks: readonly Block[], format: 'A4' | 'Letter') {
  const on = await pagesOfBlocks(page, blocks, format);
  return blocks
    .filter((block) => block.whole && on.get(block.colour)?.length !== 1)
    .map(
      ({ kind, text, colour }) =>
        `${format}: ${kind} “${text}” on pages ${on.get(colour)?.join(' and ') || 'none'}`,
    );
}

const met = new Set<string>();

describe('every handout', () => {
  test.each(handouts)('$module/$id', async (of) => {
    const page = await open(of);
    const blocks = await outlineBlocks(page, KINDS, MAY_BREAK);
    for (const { kind } of blocks) met.add(kind);
    expect(
      blocks.filter((b) => !b.whole && !b.mayBreak).map((b) => `${b.kind}: ${b.text}`),
    ).toEqual([]);
    const faults: string[] = [];
    for (const format of PAPERS) faults.push(...(await splits(page, blocks, format)));
    expect(faults).toEqual([]);
    await page.context().close();
  });

  test('have every kind of block among them', () => {
    expect([...met].sort()).toEqual(Object.keys(KINDS).sort());
  });
});

describe('the measure itself', () => {
  const quiz = handouts.find((h) => h.id === 'quiz') as Of;
  const LOOSE =
    '* { break-inside: auto !important; break-after: auto !important; orphans: 1 !important; widows: 1 !important }';

  /** Moves the sheet down, so that the page ends in the middle of the questions. */
  async function moved(loose: boolean): Promise<string[]> {
    const page = await open(quiz);
    const blocks = await outlineBlocks(page, KINDS, MAY_BREAK);
    if (loose)
      await page.evaluate((css) => {
        const sheet = new CSSStyleSheet();
        sheet.replaceSync(css);
        document.adoptedStyleSheets = [sheet];
      }, LOOSE);
    const found: string[] = [];
    for (const lower of [200, 400, 600]) {
      await page.evaluate((px) => {
        (document.querySelector('main') as HTMLElement).style.paddingBlockStart = `${px}px`;
      }, lower);
      found.push(...(await splits(page, blocks, 'A4')));
    }
    await page.context().close();
    return found;
  }

  test('finds questions that are split when nothing holds them together', async () => {
    expect((await moved(true)).join('\n')).toMatch(/quiz question .* on pages 1 and 2/);
  });

  test('finds none in the same places when they are held together', async () => {
    expect(await moved(false)).toEqual([]);
  });

  test('finds a row whose style sheet forgot it', async () => {
    const page = await open(quiz);
    await page.evaluate(() => {
      const row = document.createElement('ul');
      row.innerHTML = '<li>Forgotten</li>';
      (row.firstElementChild as HTMLElement).style.breakInside = 'auto';
      document.querySelector('main')?.append(row);
    });
    const blocks = await outlineBlocks(page, KINDS, MAY_BREAK);
    // What should stay whole, and the style sheet does not say so.
    expect(blocks.filter((b) => !b.whole && !b.mayBreak).map((b) => b.text)).toEqual(['Forgotten']);
    await page.context().close();
  });
});
