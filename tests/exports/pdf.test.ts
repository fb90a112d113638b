import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { getDocument, type PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { beforeAll, describe, expect, it } from 'vitest';
import { render } from '../../src/compiler/5-render/render.ts';
import { framesOf } from '../../src/exports/frames/frames.ts';
import { printPdf } from '../../src/exports/pdf/print.ts';
import { notesPdf, slidesPdf } from '../../src/exports/pdf/slides.ts';
import type { Edition } from '../../src/model/index.ts';
import { found } from '../canaries.ts';
import { CANARY, useBench } from './support.ts';

const bench = useBench();

interface Made {
  name: string;
  edition: Edition;
  bytes: Buffer;
  pdf: PDFDocumentProxy;
  /** The words of each page, in the order in which they stand in the file. */
  pages: string[];
}
const made: Made[] = [];

const HANDOUTS: [Edition, string][] = [
  ['participants', 'quiz'],
  ['participants', 'case-1'],
  ['participants', 'victim-identification'],
  ['participants', 'pocket-card'],
  ['facilitator', 'answer-key'],
  ['facilitator', 'session-plan'],
];

beforeAll(async () => {
  const only = bench.modules.filter((m) => m.module === 'sgtm-1');
  const outputs = await render(only, { version: bench.version });
  for (const [edition, id] of HANDOUTS) {
    const path = `${edition}/sgtm-1/en/handouts/${id}.html`;
    const html = outputs.find((o) => o.path === path)?.content;
    if (!html) throw new Error(`No ${path}`);
    const file = join(bench.folder, `${edition}-${id}.html`);
    writeFileSync(file, html);
    const page = await bench.browser.newPage();
    await page.goto(pathToFileURL(file).href);
    await add(id, edition, await printPdf(page, { format: 'A4' }));
    await page.close();
  }
  for (const edition of ['participants', 'facilitator'] as const)
    await add('slides', edition, await slidesPdf(bench.browser, bench.context(edition)));
  await add(
    'slides-with-notes',
    'facilitator',
    await notesPdf(bench.browser, bench.context('facilitator'), 'A4'),
  );
}, 180_000);

async function add(name: string, edition: Edition, bytes: Uint8Array): Promise<void> {
  const pdf = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise;
  const pages: string[] = [];
  for (let n = 1; n <= pdf.numPages; n++) {
    const { items } = await (await pdf.getPage(n)).getTextContent();
    pages.push(
      items
        .map((i) => ('str' in i ? i.str + (i.hasEOL ? ' ' : '') : ''))
        .join('')
        .replace(/\s+/g, ' '),
    );
  }
  made.push({ name, edition, bytes: Buffer.from(bytes), pdf, pages });
}

const each = async (test: (one: Made) => Promise<void> | void): Promise<void> => {
  expect(made).toHaveLength(HANDOUTS.length + 3);
  for (const one of made) await test(one);
};
const of = (name: string, edition: Edition): Made => {
  const found = made.find((m) => m.name === name && m.edition === edition);
  if (!found) throw new Error(`No ${edition} ${name}`);
  return found;
};

describe('every PDF', () => {
  it('is tagged, and says its title and its language', () =>
    each(async ({ name, pdf, bytes }) => {
      expect(await pdf.getMarkInfo(), name).toMatchObject({ Marked: true });
      const { info } = (await pdf.getMetadata()) as { info: { Title?: string; Language?: string } };
      expect(info.Title, name).toContain('Human Trafficking in a Peacekeeping Context');
      expect(info.Language, name).toBe('en');
      expect(bytes.toString('latin1'), name).toContain('/DisplayDocTitle true');
      expect((await (await pdf.getPage(1)).getStructTree())?.children.length, name).toBeGreaterThan(
        0,
      );
    }));

  it('has bookmarks where it has headings', () =>
    each(async ({ name, pdf }) => {
      const outline = await pdf.getOutline();
      expect(outline?.length, name).toBeGreaterThan(0);
    }));

  it('embeds its letters, and only those it uses', () =>
    each(({ name, bytes }) => {
      const text = bytes.toString('latin1');
      const descriptors = text.match(/\/Type \/FontDescriptor/g) ?? [];
      const files = text.match(/\/FontFile[23]? /g) ?? [];
      expect(descriptors.length, name).toBeGreaterThan(0);
      expect(files.length, name).toBe(descriptors.length);
      const names = [...text.matchAll(/\/FontName \/(\S+)/g)].map((m) => m[1] ?? '');
      for (const font of names) expect(font, name).toMatch(/^[A-Z]{6}\+NotoSans/);
    }));

  it('writes inside its page', () =>
    each(async ({ name, pdf }) => {
      for (let n = 1; n <= pdf.numPages; n++) {
        const page = await pdf.getPage(n);
        const [left = 0, bottom = 0, right = 0, top = 0] = page.view;
        const { items } = await page.getTextContent();
        for (const item of items) {
          if (!('str' in item) || !item.str.trim()) continue;
          const [, , , , x, y] = item.transform as number[];
          const where = `${name}, page ${n}: ${item.str}`;
          expect(x, where).toBeGreaterThanOrEqual(left - 1);
          expect(y, where).toBeGreaterThanOrEqual(bottom - 1);
          expect(y, where).toBeLessThanOrEqual(top + 1);
          expect((x ?? 0) + item.width, where).toBeLessThanOrEqual(right + 2);
        }
      }
    }));

  it('carries no date and no name of a machine', () =>
    each(({ name, bytes }) => {
      expect(bytes.toString('latin1'), name).not.toMatch(/CreationDate|ModDate|Mozilla/);
    }));
});

describe('participants’ PDFs', () => {
  it('hold no facilitator’s word: not in the text, the bookmarks, the tags or the information', async () => {
    for (const { name, pdf, pages, bytes } of made.filter((m) => m.edition === 'participants')) {
      const outline = JSON.stringify(await pdf.getOutline());
      const { info } = await pdf.getMetadata();
      const tags: unknown[] = [];
      for (let n = 1; n <= pdf.numPages; n++)
        tags.push(await (await pdf.getPage(n)).getStructTree());
      const all = [
        ...pages,
        outline,
        JSON.stringify(info),
        JSON.stringify(tags),
        bytes.toString('latin1'),
      ];
      for (const text of all) expect(text.includes(CANARY), name).toBe(false);
      // Also in what is packed, and in other letters.
      expect(found(bytes, [CANARY]), name).toEqual([]);
    }
  });

  it('and the marks are found where they may be', () => {
    expect(of('answer-key', 'facilitator').pages.join(' ')).toContain(CANARY);
    expect(of('slides-with-notes', 'facilitator').pages.join(' ')).toContain(CANARY);
    expect(of('slides', 'facilitator').pages.join(' ')).not.toContain(CANARY);
  });
});

describe('reading order', () => {
  it('of the quiz: title, then statement after statement', () => {
    const words = of('quiz', 'participants').pages.join(' ');
    const items = bench.context('participants').module.quiz?.value.items ?? [];
    const places = items.map((item) => words.indexOf(item.statement));
    expect(places.every((p) => p > words.indexOf('Quiz'))).toBe(true);
    expect(places).toEqual([...places].sort((a, b) => a - b));
  });

  it('of a slide: its title, its headline, what is under it', () => {
    const context = bench.context('facilitator');
    const frames = framesOf(context, { steps: false, cases: false });
    const { pages } = of('slides', 'facilitator');
    expect(pages).toHaveLength(frames.length);
    frames.forEach((frame, i) => {
      const page = pages[i] ?? '';
      const title = page.indexOf(frame.slide.meta.title);
      const headline = page.indexOf(frame.headline, title + frame.slide.meta.title.length);
      expect(title, frame.id).toBeGreaterThanOrEqual(0);
      expect(title, frame.id).toBeLessThan(12);
      expect(headline, frame.id).toBeGreaterThan(title);
    });
  });
});

describe('slides as PDF', () => {
  it('are one a page, 13.333 × 7.5 inches', async () => {
    for (const edition of ['facilitator', 'participants'] as const) {
      const { pdf } = of('slides', edition);
      for (let n = 1; n <= pdf.numPages; n++)
        expect((await pdf.getPage(n)).view).toEqual([0, 0, 960, 540]);
    }
  });

  it('with notes: a sheet of A4 begins with each slide, and says on every page whose it is', async () => {
    const { pdf, pages } = of('slides-with-notes', 'facilitator');
    const [, , w = 0, h = 0] = (await pdf.getPage(1)).view;
    expect([Math.round(w), Math.round(h)]).toEqual([596, 843]);
    for (const page of pages) expect(page).toContain('Facilitator only');
    const frames = framesOf(bench.context('facilitator'), { steps: false, cases: true });
    const began = frames.map((f) => pages.findIndex((p) => p.includes(f.headline)));
    expect(began.every((n) => n >= 0)).toBe(true);
  });
});
