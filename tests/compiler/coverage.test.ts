import { describe, expect, test } from 'vitest';
import { examine } from '../../src/compiler/compile.ts';
import { copyOfBase, project, shortPlace } from './support.ts';

/** Everything that the base carries. */
const BASE = ['S1', 'S1-N1', 'S2', 'H1', 'H2', 'C1', 'Q1'];
const list = (...more: string[]): string =>
  `ids:\n${[...BASE.map((id) => `{ id: ${id}, module: any, meaning: Of the base }`), ...more]
    .map((line) => `  - ${line}\n`)
    .join('')}`;
const told = (file: string, files: Record<string, string> = {}): string[] =>
  examine(copyOfBase({ 'slides/source-ids.yaml': file, ...files })).findings.map(
    (f) => `${f.rule} ${shortPlace(f.place)} ${f.found}`,
  );

describe('an id of the list', () => {
  test('is carried by a slide, notes, a handout or the quiz', () => {
    expect(told(list())).toEqual([]);
  });

  test('that nobody carries is told at its line', () => {
    const [found] = told(list('{ id: S9-1, module: mini, meaning: Nobody has it }')).filter((x) =>
      x.includes('S9-1'),
    );
    expect(found).toBe(
      `coverage/not-carried slides/source-ids.yaml:${BASE.length + 2}:11 Missing \`S9-1\` (Nobody has it)`,
    );
  });

  test.each([
    ['optional', '{ id: S9-1, module: mini, optional: true, meaning: Polish }'],
    ['carried by its handout', '{ id: H1, module: mini, handout: sheet, meaning: On the sheet }'],
  ])('%s: nothing to say', (_name, line) => {
    const id = line.includes('H1') ? BASE.filter((x) => x !== 'H1') : BASE;
    const file = `ids:\n${[...id.map((x) => `{ id: ${x}, module: any, meaning: M }`), line].map((l) => `  - ${l}\n`).join('')}`;
    expect(told(file).filter((x) => /S9-1|H1\b/.test(x))).toEqual([]);
  });

  test('that its own handout leaves out is missing, whoever else carries it', () => {
    const file = list('{ id: E1, module: mini, handout: answer-key, meaning: A change }');
    const slide = 'slides/mini/en/02-s2.md';
    const text =
      '---\nid: s2\nnumber: S2\ntitle: T\nlayout: points\nsource: [S2, E1]\n---\n# A line\n';
    expect(told(file, { [slide]: text }).filter((x) => x.includes('E1'))).toHaveLength(1);
  });

  test('stands once in the list', () => {
    const twice = told(list('{ id: S1, module: any, meaning: Again }'));
    expect(twice.filter((x) => x.startsWith('id/duplicate'))).toHaveLength(1);
  });
});

test('a source that the list does not have is told where it stands', () => {
  const sheet =
    '---\nid: sheet\ntitle: T\nedition: participants\nkind: handout\nsource: [H1, H99]\n---\nText.\n';
  expect(
    told(list(), { 'handouts/mini/en/sheet.md': sheet }).filter((x) => x.includes('H99')),
  ).toEqual(['reference/inventory handouts/mini/en/sheet.md:6:14 Unexpected source id `H99`']);
});

test('a file that cannot be read takes nothing along', () => {
  const found = told(list('{ id: S9-1, module: mini, meaning: Nobody has it }'), {
    'handouts/mini/en/sheet.md': 'no front matter\n',
  });
  expect(found.filter((x) => x.startsWith('coverage/'))).toEqual([]);
});

describe('the product', () => {
  const { findings, modules } = examine(project);
  const ids = modules[0]?.sourceIds?.value.ids ?? [];

  test('carries all that the 2004 package holds', () => {
    expect(findings.filter((f) => /^coverage\/|inventory/.test(f.rule))).toEqual([]);
  });

  test('lists each family whole', () => {
    const family = (pattern: RegExp): number => ids.filter((x) => pattern.test(x.id)).length;
    expect({
      slides: family(/^S\d+[ab]?$/),
      policy: family(/^P\d+$/),
      paper: family(/^PP-\d+$/),
      foreword: family(/^F-\d+$/),
      introduction: family(/^I-\d+$/),
      article: family(/^B-\d+$/),
      trainer: family(/^M-\d+$/),
      method: family(/^M[IV]+$/),
      signs: family(/^H1a-\d+$/),
      topics: family(/^H1b-\d+$/),
      services: family(/^H3-\d+$/),
      caseQuestions: family(/^C\d-Q\d$/),
      quiz: family(/^Q\d+$/),
      outline: family(/^O\d+$/),
      criteria: ids.filter((x) => x.kind === 'criterion').length,
      errors: family(/^E\d+$/),
      dangers: family(/^V\d+$/),
    }).toEqual({
      slides: 17,
      policy: 23,
      paper: 15,
      foreword: 6,
      introduction: 12,
      article: 10,
      trainer: 14,
      method: 4,
      signs: 10,
      topics: 7,
      services: 12,
      caseQuestions: 10,
      quiz: 10,
      outline: 11,
      criteria: 6,
      errors: 47,
      dangers: 23,
    });
  });
});
