/** Every handout on A4 and on Letter, printed as a user prints it, and read back from the PDF. */
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { root } from '../../scripts/lib/root.ts';
import type { HandoutMeta } from '../../src/compiler/2-parse/schemas.ts';
import { examine } from '../../src/compiler/compile.ts';
import { locale, translator } from '../../src/locale/index.ts';
import { type PdfPage, readPdf } from './pdf-text.ts';
import { useBench } from './support.ts';

const bench = useBench();
const t = translator(locale('en')?.messages ?? {}, 'en');
const MARK = t('common.facilitatorOnly');
const PAPERS = { a4: [595.3, 841.9], letter: [612, 792] } as const;
type Paper = keyof typeof PAPERS;
const FORMAT = { a4: 'A4', letter: 'Letter' } as const;
const POINTS_PER_MM = 72 / 25.4;

const handouts = examine(root).modules.flatMap((m) =>
  m.handouts.map((h) => ({ module: m.module, lang: m.lang, meta: h.meta, id: h.meta.id })),
);
/** Cards, leaflets, posters and slips have no margins and no running foot. */
const bare = (meta: HandoutMeta): boolean =>
  ['card', 'brochure', 'poster'].includes(meta.kind) || !!meta.perSheet;

async function open(
  edition: string,
  of: { module: string; lang: string; id: string },
): Promise<Page> {
  const { page } = await bench.context();
  await page.goto(bench.url(`${edition}/${of.module}/${of.lang}/handouts/${of.id}.html`));
  await page.evaluate(() => document.fonts.ready);
  return page;
}

const print = async (page: Page, paper: Paper): Promise<PdfPage[]> =>
  readPdf(
    await page.pdf({
      format: FORMAT[paper],
      preferCSSPageSize: true,
      printBackground: false,
      tagged: true,
    }),
  );

/** Lines of the sheet itself, without what stands in the margins. */
const body = (page: PdfPage, meta: HandoutMeta): PdfPage['lines'] =>
  bare(meta)
    ? page.lines
    : page.lines.filter(
        (l) => l.bottom < page.height - 17 * POINTS_PER_MM && l.top > 14 * POINTS_PER_MM,
      );

describe.each(Object.keys(PAPERS) as Paper[])('on %s', (paper) => {
  test.each(handouts)('$module/$id', async ({ module, lang, meta, id }) => {
    const page = await open('facilitator', { module, lang, id });
    const pages = await print(page, paper);
    const faults: string[] = [];

    const budget = meta.pages?.[paper];
    if (pages.length !== budget)
      faults.push(`${pages.length} pages, and the front matter says ${budget}`);

    const [short, long] = PAPERS[paper];
    const upright = meta.kind !== 'brochure';
    const headings = await page.$$eval('h2, h3, .guide-head', (all) =>
      all
        .filter(
          (h) =>
            !h.closest('.slide-frame, .panel, .facilitator-only') &&
            !h.nextElementSibling?.matches('.write-lines'),
        )
        .map((h) => (h.textContent ?? '').replace(/\s+/g, ' ').trim()),
    );
    for (const [i, sheet] of pages.entries()) {
      const n = i + 1;
      if (Math.abs(sheet.width - (upright ? short : long)) > 2)
        faults.push(`${n}: ${sheet.width} wide`);
      if (Math.abs(sheet.height - (upright ? long : short)) > 2)
        faults.push(`${n}: ${sheet.height} high`);
      for (const line of sheet.lines) {
        if (
          line.left < 8 ||
          line.right > sheet.width - 8 ||
          line.top < 8 ||
          line.bottom > sheet.height - 8
        )
          faults.push(`${n}: outside the page: ${line.text}`);
      }
      for (const pair of sheet.overlaps) faults.push(`${n}: one over the other: ${pair}`);
      const lines = body(sheet, meta);
      if (!bare(meta) && lines.length < 5) faults.push(`${n}: only ${lines.length} lines`);
      const last =
        lines
          .findLast((l) => !l.turned)
          ?.text.replace(/\s+/g, ' ')
          .trim() ?? '';
      if (!bare(meta) && n < pages.length && headings.includes(last))
        faults.push(`${n}: ends on the heading “${last}”`);
      if (
        !bare(meta) &&
        !sheet.text.includes(`${t('pages.page')} ${n} ${t('pages.of')} ${pages.length}`)
      )
        faults.push(`${n}: no page number`);
      const marks = sheet.text.split(MARK).length - 1;
      if (meta.edition === 'facilitator' && marks !== 1) faults.push(`${n}: marked ${marks} times`);
      if (meta.edition === 'participants' && marks !== 0)
        faults.push(`${n}: marked, and for participants`);
    }
    expect(faults).toEqual([]);
    await page.context().close();
  });
});

describe('participants’ edition', () => {
  test.each(handouts.filter((h) => h.meta.edition === 'participants' && !h.meta.pack))(
    '$module/$id has as many pages',
    async (of) => {
      const page = await open('participants', of);
      expect((await print(page, 'a4')).length).toBe(of.meta.pages?.a4);
      await page.context().close();
    },
  );
});

describe('packs', () => {
  const packs = handouts.filter((h) => h.meta.pack);
  test.each(packs)(
    '$module/$id: the contents name the page on which each part begins',
    async (of) => {
      for (const paper of Object.keys(PAPERS) as Paper[]) {
        const page = await open('facilitator', of);
        const pages = await print(page, paper);
        const rows = await page.$$eval(
          '.pack-contents li',
          (all, which) =>
            all.map((li) => ({
              title: (li.querySelector('a')?.textContent ?? '').trim(),
              at: Number(li.querySelector(`.on-${which}`)?.textContent),
            })),
          paper,
        );
        expect(rows.length).toBeGreaterThan(1);
        const wrong = rows.filter(({ title, at }) => {
          const sheet = pages[at - 1];
          const head = sheet && body(sheet, of.meta)[0]?.text.replace(/\s+/g, ' ').trim();
          return !head || !title.startsWith(head);
        });
        expect(wrong, paper).toEqual([]);
        await page.context().close();
      }
    },
  );
});

describe('slides on paper', () => {
  const withSlides = handouts.filter((h) => ['slides-handout', 'facilitator-guide'].includes(h.id));
  test.each(withSlides)('$module/$id: no slide is cut off, every chart is drawn', async (of) => {
    const page = await open('facilitator', of);
    const faults = await page.evaluate(() => {
      dispatchEvent(new Event('beforeprint'));
      const found: string[] = [];
      for (const slide of document.querySelectorAll<HTMLElement>('.slide-frame.wall .slide')) {
        const name = slide.querySelector('.kicker')?.textContent ?? '';
        const inner = slide.querySelector<HTMLElement>('.slide-body');
        if (!inner) continue;
        if (inner.scrollHeight > inner.clientHeight + 2) found.push(`${name}: too high`);
        if (inner.scrollWidth > inner.clientWidth + 2) found.push(`${name}: too wide`);
        for (const card of inner.querySelectorAll<HTMLElement>('.cards > ul, .cards li'))
          if (card.scrollHeight > card.clientHeight + 2)
            found.push(`${name}: ${card.textContent?.trim().slice(0, 20)} leaves its card`);
        for (const canvas of slide.querySelectorAll('canvas')) {
          const box = canvas.parentElement as HTMLElement;
          if (Math.abs(canvas.clientHeight - box.clientHeight) > 2)
            found.push(`${name}: chart ${canvas.clientHeight} of ${box.clientHeight}`);
        }
      }
      if (!document.querySelector('.slide-frame.wall')) found.push('no slides');
      dispatchEvent(new Event('afterprint'));
      if (document.querySelector('.slide-frame.wall'))
        found.push('the screen keeps the paper’s slides');
      return found;
    });
    expect(faults).toEqual([]);
    await page.context().close();
  });
});

describe('the facilitator’s part of a participants’ sheet', () => {
  test.each(['contact-sheet', 'case-2'])(
    '%s: left out, until asked for, then on marked pages of its own',
    async (id) => {
      const page = await open('facilitator', { module: 'sgtm-1', lang: 'en', id });
      const without = await print(page, 'a4');
      await page.getByRole('checkbox').check();
      const all = await print(page, 'a4');
      expect(all.length).toBeGreaterThan(without.length);
      expect(all.slice(0, without.length).map((p) => p.lines.length)).toEqual(
        without.map((p) => p.lines.length),
      );
      for (const sheet of all.slice(without.length)) expect(sheet.text).toContain(MARK);
      await page.context().close();
    },
  );
});

describe('the ways to print', () => {
  const SLIDES = { '': 3, 'two-a-page': 2, 'six-a-page': 6 } as const;
  const decks = handouts.filter((h) => h.id === 'slides-handout');
  test.each(decks)(
    '$module: three, two or six slides a page, all of them, none cut off',
    async (of) => {
      const page = await open('participants', of);
      const names = await page.$$eval('.slide-frame .kicker', (all) =>
        all.map((k) => (k.textContent ?? '').replace(/\s+/g, ' ').trim()),
      );
      expect(names.length).toBeGreaterThan(20);
      for (const [way, most] of Object.entries(SLIDES))
        for (const paper of Object.keys(PAPERS) as Paper[]) {
          await page.selectOption('#print-as', way);
          const pages = await print(page, paper);
          const on = pages.map((sheet) => {
            const lines = sheet.lines.map((l) => l.text.replace(/\s+/g, ' ').trim());
            return names.filter((name) => lines.includes(name)).length;
          });
          expect(
            on.reduce((a, b) => a + b, 0),
            `${way} ${paper}`,
          ).toBe(names.length);
          expect(Math.max(...on), `${way} ${paper}`).toBe(most);
          // The first page has the title, the last what is left.
          for (const count of on.slice(1, -1)) expect(count, `${way} ${paper}`).toBe(most);
          for (const sheet of pages)
            for (const line of sheet.lines) expect(line.bottom).toBeLessThan(sheet.height - 8);
        }
      await page.context().close();
    },
  );

  test.each(handouts.filter((h) => h.meta.kind === 'poster'))(
    '$id: on two sheets that overlap, larger than on one',
    async (of) => {
      const page = await open('participants', of);
      for (const paper of Object.keys(PAPERS) as Paper[]) {
        const [short, long] = PAPERS[paper];
        const largest = (sheets: PdfPage[]): number =>
          Math.max(...sheets.flatMap((s) => s.lines).map((l) => l.bottom - l.top));
        await page.selectOption('#print-as', '');
        const one = await print(page, paper);
        await page.selectOption('#print-as', 'two-sheets');
        const two = await print(page, paper);
        expect(two).toHaveLength(2);
        for (const [i, sheet] of two.entries()) {
          expect(Math.abs(sheet.width - long)).toBeLessThan(2);
          expect(Math.abs(sheet.height - short)).toBeLessThan(2);
          expect(sheet.text).toContain(t(i === 0 ? 'pages.tile1' : 'pages.tile2'));
        }
        expect(largest(two)).toBeGreaterThan(largest(one) * 1.2);
        const words = (sheets: PdfPage[]) =>
          new Set(sheets.flatMap((s) => s.text.match(/\p{L}{4,}/gu) ?? []));
        const joined = words(two);
        expect([...words(one)].filter((word) => !joined.has(word))).toEqual([]);
      }
      await page.context().close();
    },
  );
});

describe('pocket card', () => {
  test('four cards; each face has its own back when the sheet turns over its long edge', async () => {
    const page = await open('facilitator', { module: 'sgtm-1', lang: 'en', id: 'pocket-card' });
    for (const paper of Object.keys(PAPERS) as Paper[]) {
      const [outside, inside] = await print(page, paper);
      const heads = (sheet: PdfPage | undefined, text: string) =>
        (sheet?.lines ?? [])
          .filter((l) => l.text.startsWith(text))
          .map((l) => ({ x: l.left, y: l.bottom }));
      const [front, second] = [
        heads(outside, 'Notice. Note. Tell.'),
        heads(inside, 'If someone speaks'),
      ];
      expect(front).toHaveLength(4);
      expect(second).toHaveLength(4);
      const middle = (outside as PdfPage).width / 2;
      for (const [i, face] of front.entries()) {
        expect(face.x).toBeGreaterThan(middle);
        expect(second[i]?.x).toBeLessThan(middle);
        expect(Math.abs((second[i]?.y ?? 0) - face.y)).toBeLessThan(12);
      }
      const step = ((front[3]?.y ?? 0) - (front[0]?.y ?? 0)) / 3 / POINTS_PER_MM;
      expect(step).toBeCloseTo(54, 1);
    }
    await page.context().close();
  });
});
