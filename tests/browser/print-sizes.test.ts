/** Posters on the large sheet and on two that are joined; packs for groups; how many copies of what. */
import { describe, expect, test } from 'vitest';
import { root } from '../../scripts/lib/root.ts';
import { forEdition } from '../../src/compiler/4-edition/edition.ts';
import { examine } from '../../src/compiler/compile.ts';
import { readPdf } from './pdf-text.ts';
import { useBench } from './support.ts';

const bench = useBench();
const PAPERS = { A4: [210, 297], Letter: [215.9, 279.4] } as const;
type Format = keyof typeof PAPERS;
const FORMATS = Object.keys(PAPERS) as Format[];
const POINTS_PER_MM = 72 / 25.4;
const PIXELS_PER_MM = 96 / 25.4;

const handouts = examine(root).modules.flatMap((m) =>
  forEdition(m, 'facilitator').handouts.map((source) => ({
    module: m.module,
    lang: m.lang,
    id: source.meta.id,
    source,
  })),
);
const posters = handouts.filter((h) => h.source.meta.kind === 'poster');
const address = (of: { module: string; lang: string; id: string }): string =>
  bench.url(`facilitator/${of.module}/${of.lang}/handouts/${of.id}.html`);

describe('posters', () => {
  test('there are some', () => expect(posters.length).toBeGreaterThan(1));

  test.each(posters)('$module/$id fills one sheet of A3 or 11 × 17 inches', async (of) => {
    const { page } = await bench.context();
    await page.goto(address(of));
    for (const [format, width, height] of [
      ['A3', 297, 420],
      ['Tabloid', 279.4, 431.8],
    ] as const) {
      const pages = await readPdf(await page.pdf({ format, preferCSSPageSize: true }));
      expect(pages).toHaveLength(1);
      expect(Math.abs((pages[0]?.width ?? 0) / POINTS_PER_MM - width)).toBeLessThan(1);
      expect(Math.abs((pages[0]?.height ?? 0) / POINTS_PER_MM - height)).toBeLessThan(1);
      // The words grow with the sheet: more than twice the type of running text.
      const tall = (pages[0]?.lines ?? []).map((l) => l.bottom - l.top);
      expect(Math.max(...tall)).toBeGreaterThan(70);
    }
    await page.context().close();
  });

  describe.each(FORMATS)('on two sheets of %s', (format) => {
    const [short, long] = PAPERS[format];

    test.each(posters)('$module/$id: the halves meet at their marks', async (of) => {
      const { page } = await bench.context({
        viewport: {
          width: Math.round(long * PIXELS_PER_MM),
          height: Math.round(short * PIXELS_PER_MM),
        },
      });
      await page.goto(address(of));
      await page.selectOption('#print-as', 'two-sheets');
      await page.emulateMedia({ media: 'print' });
      const { upper, lower } = await page.evaluate(() => {
        const box = (name: string): DOMRect => {
          const e = document.querySelector(name);
          if (!e) throw new Error(`No ${name}`);
          return e.getBoundingClientRect();
        };
        const half = (name: string) => {
          const poster = box(`.${name} .handout`);
          const window = box(`.${name} .tile-window`);
          // Of the poster: what the sheet shows of it.
          return {
            from: window.top - poster.top,
            to: window.bottom - poster.top,
            height: poster.height,
            tick: box(`.${name} .tile-tick`).top - poster.top,
          };
        };
        return { upper: half('tile-1'), lower: half('tile-2') };
      });
      expect(Math.abs(upper.from)).toBeLessThan(1.5);
      expect(upper.height).toBeCloseTo(lower.height, 1);
      // The lower sheet begins where the upper one is marked, and the upper one goes on for 10 mm under it.
      expect(Math.abs(upper.tick - lower.from)).toBeLessThan(1.5);
      expect(Math.abs(upper.to - lower.from - 10 * PIXELS_PER_MM)).toBeLessThan(1.5);
      expect(Math.abs(lower.to - lower.height)).toBeLessThan(1.5);
      await page.context().close();
    });
  });
});

describe('packs for groups', () => {
  const cases = handouts.filter((h) => h.source.meta.kind === 'case');
  const packs = handouts.filter(
    (h) => h.source.meta.pack && cases.some((c) => c.id === h.source.meta.pack?.[0]),
  );
  test('one for each case, the case first', () => {
    expect(cases.length).toBe(4);
    expect(packs.map((p) => p.source.meta.pack?.[0])).toEqual(cases.map((c) => c.id));
    expect(new Set(packs.map((p) => p.source.meta.title)).size).toBe(cases.length);
  });
  test.each(packs)('$id is on the front door, and holds its case and no other', async (of) => {
    const { page } = await bench.context();
    await page.goto(bench.url('facilitator/index.html'));
    await page.getByRole('link', { name: of.source.meta.title, exact: true }).click();
    const ids = await page.$$eval('.pack-part', (all) => all.map((e) => e.id));
    expect(ids).toEqual(of.source.meta.pack?.map((id) => `handout-${id}`));
    const links = await page.$$eval('.pack-contents a', (all) => all.map((a) => a.textContent));
    expect(links[0]).toBe(cases.find((c) => c.id === of.source.meta.pack?.[0])?.source.meta.title);
    await page.context().close();
  });
});

test('packs for participants tell them what a sheet is, not how the team uses it', async () => {
  const { page } = await bench.context();
  for (const of of handouts.filter(
    ({ source: { meta } }) => meta.pack && meta.edition === 'participants',
  )) {
    await page.goto(address(of));
    const said = await page.$$eval('.pack-contents .summary', (all) =>
      all.map((e) => (e.textContent ?? '').trim()),
    );
    expect(said.length).toBeGreaterThan(2);
    expect(said.filter((text) => /[.!?] /.test(text))).toEqual([]);
  }
  await page.context().close();
});

test('the session plan lists the cuts of the syllabus, in their order, with what each saves', async () => {
  const modules = examine(root).modules;
  expect(modules.length).toBeGreaterThan(1);
  for (const { module, lang, syllabus } of modules) {
    const { page } = await bench.context();
    await page.goto(bench.url(`facilitator/${module}/${lang}/handouts/session-plan.html`));
    const said = await page.$$eval('.cuts > li', (all) => all.map((li) => li.textContent));
    expect(said.length).toBeGreaterThan(3);
    expect(said).toEqual(
      syllabus.value.cuts.map(({ text, takes }) => {
        const minutes = Object.values(takes).reduce((a, b) => a + b, 0);
        return `${text[lang]} (${minutes})`;
      }),
    );
    await page.context().close();
  }
});

test('no line may end before a per cent sign', async () => {
  const { page } = await bench.context();
  await page.goto(bench.url('participants/sgtm-1/en/handouts/references.html'));
  const text = (await page.locator('main').textContent()) ?? '';
  expect(text).toMatch(/\d\u00a0%/);
  expect(text).not.toMatch(/\d %/);
  await page.context().close();
});

describe('print list', () => {
  test.each(['index.html', 'sgtm-1/en/handouts/before-you-start.html'])(
    '%s counts for a number of people',
    async (path) => {
      const { page } = await bench.context();
      await page.goto(bench.url(`facilitator/${path}`));
      await page.evaluate(() => {
        for (const d of document.querySelectorAll('details')) d.open = true;
      });
      const people = page.getByLabel('Participants').first();
      const copies = async (id: string): Promise<string | undefined> => {
        const title = handouts.find((h) => h.id === id && h.module === 'sgtm-1')?.source.meta.title;
        const row = page.locator('.print-list').first().getByRole('row', { name: title });
        return (await row.locator('.copies').first().innerText()).trim();
      };
      for (const [n, quiz, worksheet, one, card, poster] of [
        [24, '24', '4', '6', '24 (6 sheets)', '1'],
        [7, '7', '2', '4', '7 (2 sheets)', '1'],
        [40, '40', '8', '10', '40 (10 sheets)', '1'],
      ] as const) {
        await people.fill(String(n));
        expect(await copies('quiz')).toBe(quiz);
        expect(await copies('case-worksheet')).toBe(worksheet);
        expect(await copies('case-1')).toBe(one);
        expect(await copies('pocket-card')).toBe(card);
        expect(await copies('poster-1')).toBe(poster);
        // Packs: one for each reader of the case, and for each participant.
        expect(await copies('group-pack-1')).toBe(one);
        expect(await copies('participant-pack')).toBe(String(n));
        expect(await page.locator('.print-list caption').first().innerText()).toContain(
          `${n} people`,
        );
      }
      await page.context().close();
    },
  );
});
