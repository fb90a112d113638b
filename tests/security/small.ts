/** A small module to attack the compiler with, in memory. */
import type { Root } from 'hast';
import rehypeParse from 'rehype-parse';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import { decode } from '../../src/compiler/1-load/decode.ts';
import type { Loaded } from '../../src/compiler/1-load/load.ts';
import { pictureWithoutMetadata } from '../../src/compiler/1-load/picture.ts';
import { parse } from '../../src/compiler/2-parse/parse.ts';
import type { ModuleSource } from '../../src/compiler/2-parse/sources.ts';
import { check } from '../../src/compiler/3-check/check.ts';
import { render } from '../../src/compiler/5-render/render.ts';
import { type Finding, Reporter } from '../../src/messages/index.ts';

export type Files = Record<string, string | Uint8Array>;

export const SYLLABUS = `module: mini
title: { en: Mini }
minutes: 10
parts:
  - { id: A, title: { en: Part A }, minutes: 10 }
roles:
  - { id: NGO, name: { en: NGO trainer } }
segments:
  - id: A1
    part: A
    title: { en: All }
    kind: talk
    minutes: 10
    least: 5
    keep: shorten
    slides: [s1]
    presenters: [{ role: NGO }]
    talk: 8
`;
export const slide = (body: string, front = ''): string =>
  `---\nid: s1\nnumber: S1\ntitle: One\nlayout: points\nadded: "test"\n${front}---\n# One point is made here\n\n${body}\n`;
export const NOTES =
  '---\nslide: s1\nadded: "test"\n---\n## Must say\n- One short line.\n\n## Talking points\nSome words.\n';
export const handout = (body: string, front = ''): string =>
  `---\nid: sheet\ntitle: A sheet\nedition: participants\nkind: handout\nadded: "test"\n${front}---\n${body}\n`;
export const FIELDS = 'fields:\n  - { id: focal-point.name, label: { en: Name } }\n';
export const VALUES = 'checkedOn: "2026-01-31"\nvalues:\n  focal-point.name: Ada\n';

/** A whole small module; what a test gives takes the place of what stands here. */
export const SMALL: Files = {
  'slides/mini/syllabus.yaml': SYLLABUS,
  'slides/mini/en/01-s1.md': slide('- One\n- Two'),
  'speaker-notes/mini/en/01-s1.md': NOTES,
  'handouts/mini/en/sheet.md': handout('Some text with :profile[focal-point.name] in it.'),
  'profile/fields.yaml': FIELDS,
  'profile/mission.yaml': VALUES,
};

export interface Seen {
  findings: Finding[];
  modules: ModuleSource[];
  ms: number;
}

/** Phases 1 (without the disk) to 3 over some files. */
export function examineFiles(files: Files): Seen {
  const started = performance.now();
  const reporter = new Reporter();
  const loaded: Loaded = { files: new Map(), binaries: new Map(), failed: new Set() };
  for (const [path, content] of Object.entries(files).sort(([a], [b]) => (a < b ? -1 : 1))) {
    const bytes = typeof content === 'string' ? Buffer.from(content) : content;
    if (/\.(png|jpe?g|webp)$/.test(path)) {
      const picture = pictureWithoutMetadata(bytes, path, reporter);
      if (picture === undefined) loaded.failed.add(path);
      else loaded.binaries.set(path, picture);
    } else {
      const text = decode(bytes, path, reporter);
      if (text === undefined) loaded.failed.add(path);
      else loaded.files.set(path, { path, text });
    }
  }
  const modules = parse(loaded, reporter);
  check(modules, reporter);
  return { findings: reporter.sorted(), modules, ms: performance.now() - started };
}

export const small = (files: Files = {}): Seen => examineFiles({ ...SMALL, ...files });

/** Findings of some files, as `rule file`, without those that the small module always has. */
export function rulesOf(files: Files): string[] {
  const usual = new Set(small().findings.map((f) => `${f.rule} ${f.place.file}`));
  return [...new Set(small(files).findings.map((f) => `${f.rule} ${f.place.file}`))].filter(
    (one) => !usual.has(one),
  );
}

/** All five phases, as a build does it: no page where an error was found. */
export async function pagesOf(files: Files): Promise<{ path: string; content: string }[]> {
  const { modules, findings } = small(files);
  if (findings.some((f) => f.severity === 'error')) return [];
  const outputs = await render(modules, { version: 'test' });
  return outputs.map(({ path, content }) => ({ path, content: String(content) }));
}

/** Every element of a page with the names of its attributes: what text must never change. */
export function structure(html: string): string[] {
  const found: string[] = [];
  visit(parser.parse(html) as Root, 'element', (element) => {
    found.push(`${element.tagName} ${Object.keys(element.properties).sort().join(' ')}`);
  });
  return found;
}
const parser = unified().use(rehypeParse);
