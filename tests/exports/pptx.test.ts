import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { beforeAll, describe, expect, it } from 'vitest';
import { SECTION_HEADINGS } from '../../src/compiler/2-parse/sources.ts';
import { type Frame, framesOf } from '../../src/exports/frames/frames.ts';
import { makePptx } from '../../src/exports/pptx/pptx.ts';
import type { Edition } from '../../src/model/index.ts';
import { found } from '../canaries.ts';
import { CANARY, useBench } from './support.ts';

const bench = useBench();
const made = {} as Record<
  Edition,
  { bytes: Uint8Array; parts: Map<string, string>; frames: Frame[] }
>;

beforeAll(async () => {
  for (const edition of ['facilitator', 'participants'] as const) {
    const context = bench.context(edition);
    const bytes = await makePptx(bench.browser, context);
    made[edition] = {
      bytes,
      parts: partsOf(bytes),
      frames: framesOf(context, { steps: true, cases: true }),
    };
  }
}, 120_000);

/** Every part as text, sheets inside charts too. */
function partsOf(bytes: Uint8Array, prefix = ''): Map<string, string> {
  const parts = new Map<string, string>();
  for (const [name, content] of Object.entries(unzipSync(bytes))) {
    if (name.endsWith('.xlsx'))
      for (const [inner, text] of partsOf(content, `${name}!`)) parts.set(inner, text);
    else parts.set(prefix + name, strFromU8(content));
  }
  return parts;
}

const plain = (xml: string): string =>
  xml.replace(/&#(\d+);/g, (_, code) => String.fromCharCode(Number(code)));
/** Paragraph by paragraph. */
const textOf = (xml: string): string[] =>
  [...xml.matchAll(/<a:p>.*?<\/a:p>/gs)]
    .map(([p]) => [...p.matchAll(/<a:t>(.*?)<\/a:t>/gs)].map((m) => plain(m[1] ?? '')).join(''))
    .filter(Boolean);
const slide = (edition: Edition, i: number): string =>
  made[edition].parts.get(`ppt/slides/slide${i + 1}.xml`) ?? '';

describe.each(['facilitator', 'participants'] as const)('PowerPoint, %s', (edition) => {
  it('has a slide for every frame, each with its headline as title', () => {
    const { parts, frames } = made[edition];
    const slides = [...parts.keys()].filter((n) => /^ppt\/slides\/slide\d+\.xml$/.test(n));
    expect(slides).toHaveLength(frames.length);
    frames.forEach((frame, i) => {
      const title = /<p:sp>(?:(?!<\/p:sp>).)*<p:ph type="title"\/>.*?<\/p:sp>/s.exec(
        slide(edition, i),
      )?.[0];
      expect(textOf(title ?? '').join(' '), frame.id).toBe(frame.headline);
    });
  });

  it('is text, not pictures', () => {
    const { parts, frames } = made[edition];
    expect([...parts.keys()].filter((n) => n.startsWith('ppt/media/'))).toEqual([]);
    frames.forEach((frame, i) => {
      expect(slide(edition, i)).not.toContain('<p:pic>');
      const words = textOf(slide(edition, i)).join(' ').replace(/\s+/g, ' ');
      expect(words, frame.id).toContain(frame.slide.meta.title);
    });
    const figures = frames.flatMap((f, i) =>
      f.kind === 'slide' && f.layout === 'diagram' ? [i] : [],
    );
    expect(figures.length).toBeGreaterThan(3);
    for (const i of figures) expect(slide(edition, i)).toMatch(/<p:grpSp>.*descr="[^"]{40,}"/s);
  });

  it('has charts of its own with their figures, and tables as tables', () => {
    const { parts, frames } = made[edition];
    const blocks = frames
      .filter((f) => f.kind === 'slide')
      .flatMap((f) => JSON.stringify(f.slide.body).match(/"lang":"chart"/g) ?? []);
    const charts = [...parts.keys()].filter((n) => /^ppt\/charts\/chart\d+\.xml$/.test(n));
    expect(charts).toEqual(blocks.map((_, i) => `ppt/charts/chart${i + 1}.xml`));
    for (const name of charts) expect(parts.get(name)).toMatch(/<c:(bar|doughnut)Chart>/);
    const range = charts.map((n) => parts.get(n) ?? '').find((xml) => xml.includes('"stacked"'));
    expect(range).toMatch(/<c:ser>.*?<a:noFill\/>.*?<c:ser>/s);
    const tables = frames.flatMap((f, i) =>
      f.kind === 'slide' && JSON.stringify(f.slide.body).includes('"type":"table"') ? [i] : [],
    );
    for (const i of tables) expect(slide(edition, i)).toContain('<a:tbl>');
  });

  it('is whole: what is named is there, ids are unique, every part is well-formed', async () => {
    const { parts } = made[edition];
    const types = parts.get('[Content_Types].xml') ?? '';
    for (const [, name] of types.matchAll(/PartName="\/([^"]+)"/g))
      expect(parts.has(name ?? ''), name).toBe(true);
    for (const [name, xml] of parts) {
      if (!name.endsWith('.rels') || name.includes('!')) continue;
      const base = name.replace(/_rels\/[^/]+$/, '');
      for (const [all, target] of xml.matchAll(/Target="([^"]+)"[^>]*\/>/g)) {
        if (all.includes('External') || target?.endsWith('.xlsx')) continue;
        const path = new URL(target ?? '', `file:///${base}`).pathname.slice(1);
        expect(parts.has(path), `${name} → ${path}`).toBe(true);
      }
    }
    for (const [name, xml] of parts) {
      if (!/slides\/slide\d+\.xml$/.test(name)) continue;
      const ids = [...xml.matchAll(/<p:cNvPr id="(\d+)"/g)].map((m) => m[1]);
      expect(new Set(ids).size, name).toBe(ids.length);
    }
    const page = await bench.browser.newPage();
    const broken = await page.evaluate(
      (all) =>
        all
          .filter(([, xml]) =>
            new DOMParser().parseFromString(xml, 'application/xml').querySelector('parsererror'),
          )
          .map(([name]) => name),
      [...parts].filter(([name]) => /\.(xml|rels)$/.test(name)),
    );
    await page.close();
    expect(broken).toEqual([]);
  });

  it('says its title and language, and neither who made it nor when', () => {
    const { parts } = made[edition];
    const core = parts.get('docProps/core.xml') ?? '';
    expect(core).toContain('<dc:title>Human Trafficking in a Peacekeeping Context</dc:title>');
    expect(core).toContain('<dc:language>en-GB</dc:language>');
    expect(core).not.toMatch(/creator|created|modified/i);
    expect([...parts.values()].join('')).not.toContain('PptxGenJS');
    expect(slide(edition, 0)).not.toMatch(/<a:rPr lang="(?!en-GB)/);
  });

  it('gives the same bytes twice', async () => {
    const again = await makePptx(bench.browser, bench.context(edition));
    expect(Buffer.from(again).equals(Buffer.from(made[edition].bytes))).toBe(true);
  }, 60_000);
});

describe('notes', () => {
  const notesOf = (i: number): string[] =>
    textOf(made.facilitator.parts.get(`ppt/notesSlides/notesSlide${i + 1}.xml`) ?? '');

  it('begin with segment, minutes and role, and keep the order of the speaker notes', () => {
    const { frames } = made.facilitator;
    const { module, plans } = bench.context('facilitator');
    const order = Object.values(SECTION_HEADINGS);
    frames.forEach((frame, i) => {
      const [top = '', ...rest] = notesOf(i);
      const segment = plans[0]?.segments.find((s) => s.id === frame.segment);
      expect(top, frame.id).toContain(`${segment?.id} · ${segment?.title} · `);
      expect(top).toMatch(/\d+(\.\d+)? minutes? · minutes [\d.]+–[\d.]+, [A-Z]/);
      if (!frame.first) return;
      const source = module.notes.find((n) => n.meta.slide === frame.slide.meta.id);
      const expected = order.filter(
        (_, k) => (Object.keys(SECTION_HEADINGS)[k] ?? '') in (source?.sections ?? {}),
      );
      expect(
        rest.filter((line) => order.includes(line)),
        frame.id,
      ).toEqual(expected);
    });
  });

  it('hold each question with its answers and the reply to the wrong one', () => {
    const { frames } = made.facilitator;
    const { module } = bench.context('facilitator');
    const asked = frames.findIndex((f) => f.kind === 'question' && !f.first);
    const ask = module.notes.find((n) => n.meta.slide === frames[asked]?.slide.meta.id)?.asks[0];
    expect(ask?.answers.children.length).toBeGreaterThan(0);
    const lines = notesOf(asked);
    expect(lines.indexOf('Ask')).toBeGreaterThan(0);
    expect(lines.length).toBeGreaterThan(3 + (ask?.answers.children.length ?? 0));
    expect(lines.some((l) => l.startsWith('If somebody says:'))).toBe(true);
  });

  it('stand in the facilitator’s file, with every mark', () => {
    const all = [...made.facilitator.parts].filter(([n]) => n.includes('notesSlide'));
    expect(all.map(([, xml]) => xml).join('')).toContain(CANARY);
    const slides = [...made.facilitator.parts].filter(([n]) => /slides\/slide\d+\.xml$/.test(n));
    expect(slides.map(([, xml]) => xml).join('')).not.toContain(CANARY);
  });

  it('do not exist for participants, in no part', () => {
    const { parts, frames } = made.participants;
    expect([...parts.keys()].filter((n) => /notes/i.test(n))).toEqual([]);
    for (const [name, text] of parts) expect(text.includes(CANARY), name).toBe(false);
    // Also in the sheets behind the charts, which are zips of their own.
    expect(found(made.participants.bytes, [CANARY])).toEqual([]);
    expect(found(made.facilitator.bytes, [CANARY])).toEqual([CANARY]);
    expect([...parts.values()].join('')).not.toMatch(/notesSlide|notesMaster/);
    expect(frames.some((f) => f.kind === 'case')).toBe(false);
  });

  it('give participants the quiz at the end: statement, answer and reason on one slide', () => {
    const { frames } = made.participants;
    const first = frames.findIndex((f) => f.kind === 'answer');
    const items = bench.context('participants').module.quiz?.value.items ?? [];
    const asked = items.filter((q) => q.kind === 'true-false');
    expect(frames.slice(first).map((f) => f.item)).toEqual(asked.map((q) => q.id));
    asked.forEach((item, i) => {
      const words = textOf(slide('participants', first + i));
      expect(words).toContain(`${i + 1}. ${item.statement}`);
      expect(words).toContain(item.answer ? 'True' : 'False');
      expect(words).toContain(item.reason);
    });
  });
});

const office = spawnSync('soffice', ['--version']).status === 0;
describe.skipIf(!office)('LibreOffice', () => {
  it('opens it without losing a slide', () => {
    const file = join(bench.folder, 'slides.pptx');
    writeFileSync(file, made.facilitator.bytes);
    const profile = `-env:UserInstallation=file://${join(bench.folder, 'office')}`;
    spawnSync(
      'soffice',
      [profile, '--headless', '--convert-to', 'pdf', '--outdir', bench.folder, file],
      {
        timeout: 120_000,
      },
    );
    const count = spawnSync('pdfinfo', [join(bench.folder, 'slides.pdf')]).stdout?.toString();
    if (count)
      expect(Number(/Pages:\s+(\d+)/.exec(count)?.[1])).toBe(made.facilitator.frames.length);
  }, 150_000);
});
