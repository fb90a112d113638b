import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { getDocument, type PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { beforeAll, describe, expect, it } from 'vitest';
import { render } from '../../src/compiler/5-render/render.ts';
import { framesOf } from '../../src/exports/frames/frames.ts';
import { type PdfJob, pdfJobs } from '../../src/exports/pdf/jobs.ts';
import { readPdf } from '../browser/pdf-text.ts';
import { found } from '../canaries.ts';
import { CANARY, useBench } from './support.ts';

const bench = useBench();
/** In points. */
const PAPERS = {
  A4: [595.3, 841.9],
  Letter: [612, 792],
  A3: [841.9, 1190.6],
  Tabloid: [792, 1224],
  slide: [540, 960],
} as const;

interface Made extends PdfJob {
  bytes: Buffer;
  pdf: PDFDocumentProxy;
  /** The words of each page, in the order in which they stand in the file. */
  pages: string[];
}
const made: Made[] = [];
let jobs: PdfJob[] = [];

/** Every PDF that `npm run pdf` makes, from the pages of a whole build. */
beforeAll(async () => {
  const outputs = await render(bench.modules, { version: bench.version });
  for (const { path, content } of outputs) {
    mkdirSync(dirname(join(bench.folder, path)), { recursive: true });
    writeFileSync(join(bench.folder, path), content);
  }
  jobs = pdfJobs(bench.modules, bench.version, 'A4');
  const queue = jobs.values();
  const work = async (): Promise<void> => {
    for (const job of queue) await add(job);
  };
  await Promise.all([work(), work(), work()]);
}, 400_000);

async function add(job: PdfJob): Promise<void> {
  const bytes = Buffer.from(await job.make(bench.browser, bench.folder));
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
  made.push({ ...job, bytes, pdf, pages });
}

const each = async (test: (one: Made) => Promise<void> | void): Promise<void> => {
  expect(made.length).toBe(jobs.length);
  for (const one of made) await test(one);
};
const of = (path: string): Made => {
  const found = made.find((m) => m.path === path);
  if (!found) throw new Error(`No ${path}`);
  return found;
};

describe('what is printed', () => {
  it('is every handout page of the build, in both editions, and every deck', () => {
    const pages = readdirSync(bench.folder, { recursive: true, encoding: 'utf8' })
      .map((path) => path.replaceAll('\\', '/'))
      .filter((path) => /\/handouts\/[^/]+\.html$/.test(path));
    expect(pages.length).toBeGreaterThan(60);
    const paths = jobs.map((job) => job.path);
    expect(new Set(paths).size).toBe(paths.length);
    for (const page of pages) expect(paths).toContain(page.replace(/\.html$/, '.pdf'));
    for (const module of bench.modules)
      for (const deck of ['participants', 'facilitator'])
        expect(paths).toContain(`${deck}/${module.module}/${module.lang}/slides.pdf`);
    expect(paths.filter((path) => /^participants.*notes/.test(path))).toEqual([]);
  });

  it('has the pages that the front matter promises', () => {
    // The marks that these tests write into guides and notes can push a line over: print.test.ts counts those.
    for (const module of bench.modules)
      for (const { meta } of module.handouts.filter((h) => h.meta.edition === 'participants')) {
        const path = `participants/${module.module}/${module.lang}/handouts/${meta.id}.pdf`;
        expect(of(path).pages.length, path).toBe(meta.pages?.a4);
      }
  });

  it('stands on the paper asked for', () =>
    each(async ({ path, paper, pdf }) => {
      const [, , w = 0, h = 0] = (await pdf.getPage(1)).view;
      const [short, long] = PAPERS[paper];
      const seen = [Math.min(w, h), Math.max(w, h)];
      expect(Math.abs((seen[0] ?? 0) - short), path).toBeLessThan(2);
      expect(Math.abs((seen[1] ?? 0) - long), path).toBeLessThan(2);
      for (let n = 2; n <= pdf.numPages; n++) {
        const [, , x = 0, y = 0] = (await pdf.getPage(n)).view;
        expect([Math.min(x, y), Math.max(x, y)], `${path}, page ${n}`).toEqual(seen);
      }
    }));
});

describe('every PDF', () => {
  it('is tagged, and says its title and its language', () =>
    each(async ({ path: name, module, pdf, bytes }) => {
      expect(await pdf.getMarkInfo(), name).toMatchObject({ Marked: true });
      const { info } = (await pdf.getMetadata()) as { info: { Title?: string; Language?: string } };
      const { title } = bench.context('facilitator', module).module.syllabus.value;
      expect(info.Title, name).toContain(title.en);
      expect(info.Language, name).toBe('en');
      expect(bytes.toString('latin1'), name).toContain('/DisplayDocTitle true');
      expect((await (await pdf.getPage(1)).getStructTree())?.children.length, name).toBeGreaterThan(
        0,
      );
    }));

  it('has bookmarks where it has headings', () =>
    each(async ({ path: name, pdf }) => {
      const outline = await pdf.getOutline();
      expect(outline?.length, name).toBeGreaterThan(0);
    }));

  it('has bookmarks that lead down the pages', () =>
    each(async ({ path, pdf }) => {
      // A leaflet is folded: its first panel is not the first on the sheet.
      if (path.includes('brochure')) return;
      const on: number[] = [];
      const follow = async (items: Awaited<ReturnType<typeof pdf.getOutline>>): Promise<void> => {
        for (const { title, dest, items: under } of items) {
          const to = typeof dest === 'string' ? await pdf.getDestination(dest) : dest;
          expect(to, `${path}: ${title}`).toBeTruthy();
          on.push(await pdf.getPageIndex(to?.[0]));
          await follow(under);
        }
      };
      await follow(await pdf.getOutline());
      expect(on, path).toEqual([...on].sort((a, b) => a - b));
    }));

  it('embeds its letters, and only those it uses', () =>
    each(({ path: name, bytes }) => {
      const text = bytes.toString('latin1');
      const descriptors = text.match(/\/Type \/FontDescriptor/g) ?? [];
      const files = text.match(/\/FontFile[23]? /g) ?? [];
      expect(descriptors.length, name).toBeGreaterThan(0);
      expect(files.length, name).toBe(descriptors.length);
      const names = [...text.matchAll(/\/FontName \/(\S+)/g)].map((m) => m[1] ?? '');
      for (const font of names) expect(font, name).toMatch(/^[A-Z]{6}\+NotoSans/);
    }));

  it('writes inside its page', () =>
    each(async ({ path: name, pdf }) => {
      for (let n = 1; n <= pdf.numPages; n++) {
        const page = await pdf.getPage(n);
        const [left = 0, bottom = 0, right = 0, top = 0] = page.view;
        const { items } = await page.getTextContent();
        for (const item of items) {
          if (!('str' in item) || !item.str.trim()) continue;
          const [a = 1, , , , at = 0, y] = item.transform as number[];
          // Upside down, on a card that is to be folded, words run to the left.
          const x = a < 0 ? at - item.width : at;
          const where = `${name}, page ${n}: ${item.str}`;
          expect(x, where).toBeGreaterThanOrEqual(left - 1);
          expect(y, where).toBeGreaterThanOrEqual(bottom - 1);
          expect(y, where).toBeLessThanOrEqual(top + 1);
          expect(x + item.width, where).toBeLessThanOrEqual(right + 2);
        }
      }
    }));

  it('carries no date, no name of a machine and none of its folders', () =>
    each(({ path: name, bytes }) => {
      expect(bytes.toString('latin1'), name).not.toMatch(/CreationDate|ModDate|Mozilla|file:\//);
    }));

  it('links into the world and to its own pages alone', async () => {
    const targets: string[] = [];
    let inside = 0;
    await each(async ({ pdf }) => {
      for (let n = 1; n <= pdf.numPages; n++)
        for (const link of await (await pdf.getPage(n)).getAnnotations()) {
          if (link.url || link.unsafeUrl) targets.push(link.url ?? link.unsafeUrl);
          if (link.dest) inside++;
        }
    });
    expect(targets.length).toBeGreaterThan(10);
    expect(targets.filter((url) => !url.startsWith('https://'))).toEqual([]);
    // The contents of the packs.
    expect(inside).toBeGreaterThan(20);
  });
});

describe('participants’ PDFs', () => {
  it('hold no facilitator’s word: not in the text, the bookmarks, the tags or the information', async () => {
    for (const { path: name, pdf, pages, bytes } of made.filter(
      (m) => m.edition === 'participants',
    )) {
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
    expect(of('facilitator/sgtm-1/en/handouts/answer-key.pdf').pages.join(' ')).toContain(CANARY);
    expect(of('facilitator/sgtm-1/en/slides-with-notes.pdf').pages.join(' ')).toContain(CANARY);
    expect(of('facilitator/sgtm-1/en/slides.pdf').pages.join(' ')).not.toContain(CANARY);
  });
});

describe('notes under slides', () => {
  it('never leave a page with a few lines', async () => {
    for (const { path, bytes } of made.filter((m) => m.path.endsWith('slides-with-notes.pdf')))
      for (const [i, { lines, height }] of (await readPdf(bytes)).entries()) {
        const own = lines.filter((l) => l.top > 50 && l.bottom < height - 50);
        expect(own.length, `${path}, page ${i + 1}`).toBeGreaterThanOrEqual(5);
      }
  });
});

describe('participants’ decks', () => {
  it('show no answer of the quiz before a page that says they follow', () => {
    const { pages } = of('participants/sgtm-1/en/slides.pdf');
    const warned = pages.findIndex((p) => p.includes('The answers follow.'));
    const reasons = bench
      .context('participants')
      .module.quiz?.value.items.map((item) => item.reason.slice(0, 30));
    const answers = pages.flatMap((p, i) => (reasons?.some((r) => p.includes(r)) ? [i] : []));
    expect(answers.length).toBeGreaterThan(10);
    expect(Math.min(...answers)).toBe(warned + 1);
  });
});

describe('reading order', () => {
  it('of the quiz: title, then statement after statement', () => {
    const words = of('participants/sgtm-1/en/handouts/quiz.pdf').pages.join(' ');
    const items = bench.context('participants').module.quiz?.value.items ?? [];
    const places = items.map((item) => words.indexOf(item.statement));
    expect(places.every((p) => p > words.indexOf('Quiz'))).toBe(true);
    expect(places).toEqual([...places].sort((a, b) => a - b));
  });

  it('of a slide: its title, its headline, what is under it', () => {
    const context = bench.context('facilitator');
    const frames = framesOf(context, { steps: false, cases: false });
    const { pages } = of('facilitator/sgtm-1/en/slides.pdf');
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
      const { pdf } = of(`${edition}/sgtm-1/en/slides.pdf`);
      for (let n = 1; n <= pdf.numPages; n++)
        expect((await pdf.getPage(n)).view).toEqual([0, 0, 960, 540]);
    }
  });

  it('with notes: a sheet of A4 begins with each slide, and says on every page whose it is', async () => {
    const { pdf, pages } = of('facilitator/sgtm-1/en/slides-with-notes.pdf');
    const [, , w = 0, h = 0] = (await pdf.getPage(1)).view;
    expect([Math.round(w), Math.round(h)]).toEqual([596, 843]);
    for (const page of pages) expect(page).toContain('Facilitator only');
    const frames = framesOf(bench.context('facilitator'), { steps: false, cases: true });
    const began = frames.map((f) => pages.findIndex((p) => p.includes(f.headline)));
    expect(began.every((n) => n >= 0)).toBe(true);
  });
});
