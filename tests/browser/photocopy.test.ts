/** Legible after a bad photocopy: every sheet as it is printed, and as a poor copier gives them back. */
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { root } from '../../scripts/lib/root.ts';
import { examine } from '../../src/compiler/compile.ts';
import { type Copied, copy, legible, openCopier } from './copier.ts';
import { useBench } from './support.ts';

const bench = useBench();
const handouts = examine(root).modules.flatMap((m) =>
  m.handouts
    // A pack is its parts; a picture of a slide shows which slide it is, in letters as small as it is.
    .filter((h) => !h.meta.pack && h.meta.id !== 'slides-handout')
    .map((h) => ({ module: m.module, lang: m.lang, edition: h.meta.edition, id: h.meta.id })),
);

let copier: Page;
beforeAll(async () => {
  copier = (await bench.context()).page;
  await openCopier(copier, root);
});

type Of = (typeof handouts)[number];

async function open(of: Of): Promise<Page> {
  const { page } = await bench.context();
  await page.goto(bench.url(`${of.edition}/${of.module}/${of.lang}/handouts/${of.id}.html`));
  await page.evaluate(() => document.fonts.ready);
  if (of.id === 'facilitator-guide')
    await page.evaluate(() => {
      for (const slide of document.querySelectorAll<HTMLElement>('.slide-frame .slide'))
        slide.style.visibility = 'hidden';
    });
  return page;
}

/** A number or a lone sign is too little to measure. */
const measured = ({ text }: Copied): boolean => (text.match(/\p{L}/gu)?.length ?? 0) >= 8;

const print = (page: Page): Promise<Uint8Array> =>
  page.pdf({ format: 'A4', preferCSSPageSize: true, printBackground: false, tagged: true });

const said = ({ page, text, setting, ink, edges }: Copied): string =>
  `${page}, ${setting}: “${text}”: ink × ${ink.toFixed(2)}, edges × ${edges.toFixed(2)}`;

describe('copied too light and too dark', () => {
  test.each(handouts)('$module/$id: every line still reads', async (of) => {
    const page = await open(of);
    const lines = (await copy(copier, await print(page))).filter(measured);
    await page.context().close();
    // Nothing was measured if nothing was found.
    expect(lines.length).toBeGreaterThan(of.id.startsWith('poster') ? 5 : 20);
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
    const page = await open(handouts.find((h) => h.id === 'quiz') as Of);
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
    expect(new Set(lines.map((line) => /\[(\w+)\]/.exec(line.text)?.[1]))).toEqual(
      new Set(Object.keys(STYLES)),
    );
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
