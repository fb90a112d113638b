/** Legible after a bad photocopy: three handouts as they are printed, and as a poor copier gives them back. */
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { root } from '../../scripts/lib/root.ts';
import { examine } from '../../src/compiler/compile.ts';
import { type Copied, copy, legible, openCopier } from './copier.ts';
import { useBench } from './support.ts';

const bench = useBench();
const handouts = examine(root).modules.flatMap((m) =>
  m.handouts.map((h) => ({ module: m.module, lang: m.lang, id: h.meta.id })),
);
/** Running text and tables; a form to tick and write on; a sheet of facts and blanks. */
const COPIED = ['victim-identification', 'quiz', 'contact-sheet'];

let copier: Page;
beforeAll(async () => {
  copier = (await bench.context()).page;
  await openCopier(copier, root);
});

async function open(id: string | undefined): Promise<Page> {
  const of = handouts.find((h) => h.id === id);
  if (!of) throw new Error(`No handout ${id}`);
  const { page } = await bench.context();
  await page.goto(bench.url(`participants/${of.module}/${of.lang}/handouts/${of.id}.html`));
  await page.evaluate(() => document.fonts.ready);
  return page;
}

const print = (page: Page): Promise<Uint8Array> =>
  page.pdf({ format: 'A4', preferCSSPageSize: true, printBackground: false, tagged: true });

const said = ({ page, text, setting, ink, edges }: Copied): string =>
  `${page}, ${setting}: “${text}”: ink × ${ink.toFixed(2)}, edges × ${edges.toFixed(2)}`;

describe('copied too light and too dark', () => {
  test.each(COPIED)('%s: every line still reads', async (id) => {
    const page = await open(id);
    const lines = await copy(copier, await print(page));
    await page.context().close();
    // Two copies of at least a page of text: nothing was measured if nothing was found.
    expect(lines.length).toBeGreaterThan(50);
    expect(lines.every((line) => Number.isFinite(line.ink))).toBe(true);
    expect(lines.filter((line) => !legible(line)).map(said)).toEqual([]);
  });
});

describe('the measure itself', () => {
  const WORDS = 'Notice what you see, note it down, and tell the focal point';
  const STYLES = {
    good: 'font-size: 11pt',
    grey: 'font-size: 11pt; color: #aaa',
    tiny: 'font-size: 4pt',
    screened: 'font-size: 11pt; background: #777',
    tinted: 'font-size: 11pt; color: #444; background: #8a8a8a',
    hairline: 'font-size: 11pt; color: transparent; -webkit-text-stroke: 0.1pt #000',
  };

  test('finds grey, tiny, screened and hairline text on a bad sheet, and passes good text', async () => {
    const page = await open(COPIED[0]);
    await page.evaluate(
      ({ styles, words }) => {
        const main = document.querySelector('main') ?? document.body;
        main.replaceChildren(
          ...Object.entries(styles).map(([name, style]) => {
            const p = document.createElement('p');
            p.style.cssText = `${style}; print-color-adjust: exact; margin-block: 5mm`;
            p.textContent = `${words} [${name}]`;
            return p;
          }),
        );
      },
      { styles: STYLES, words: WORDS },
    );
    const pdf = await print(page);
    await page.context().close();
    const lines = (await copy(copier, pdf)).filter((line) => line.text.startsWith(WORDS));
    expect(lines).toHaveLength(2 * Object.keys(STYLES).length);
    const faulty = new Set(
      lines.filter((line) => !legible(line)).map((line) => /\[(\w+)\]/.exec(line.text)?.[1]),
    );
    expect([...faulty].sort()).toEqual(
      Object.keys(STYLES)
        .filter((name) => name !== 'good')
        .sort(),
    );
  });
});
