/** Whatever an author (or an editor, or a bad copy) does to the sources: the compiler tells it, and never throws. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { examine } from '../../src/compiler/compile.ts';
import {
  catalogue,
  type Finding,
  formatForMachines,
  formatForPeople,
} from '../../src/messages/index.ts';
import { base, copyOfBase, outputsOf, put, textAt } from './support.ts';

/** SEED=… RUNS=… searches elsewhere, or longer. */
const SEARCH = { seed: Number(process.env.SEED ?? 2004), numRuns: Number(process.env.RUNS ?? 150) };
const SLOW = { timeout: 120_000 * Math.max(1, SEARCH.numRuns / 150) };
const paths = readdirSync(base, { recursive: true, encoding: 'utf8' })
  .map((path) => path.replaceAll('\\', '/'))
  .filter((path) => statSync(join(base, path)).isFile())
  .sort();
const original = new Map(paths.map((path) => [path, readFileSync(join(base, path))]));

/** What every list of findings keeps, whatever the sources are. */
function holds(root: string, findings: readonly Finding[]): void {
  for (const f of findings) {
    expect(Object.keys(catalogue)).toContain(f.rule);
    for (const place of [f.place, ...(f.related ? [f.related.place] : [])]) {
      expect(place.file).toMatch(/^(?:slides|speaker-notes|handouts|profile)(?:\/|$)/);
      expect(place.line).toBeGreaterThan(0);
      expect(place.column).toBeGreaterThan(0);
      textAt(root, place); // throws where the place is outside its file
    }
    for (const sentence of [f.found, f.expected, f.mend]) {
      expect(sentence.trim()).not.toBe('');
      expect(sentence).not.toMatch(/\bundefined\b|\[object |\bNaN\b|Invalid input/);
    }
    expect(f.found).toMatch(/^(?:Unexpected|Missing) /);
  }
  expect(JSON.parse(formatForMachines(findings)).findings).toHaveLength(findings.length);
  expect(formatForPeople(findings)).toMatch(/\d+ errors?, \d+ warnings?$/);
}

/** Pieces that have broken a compiler before, somewhere. */
const PIECES = [
  '\0',
  '\uFEFF',
  '\r\n',
  '\r',
  '\t',
  '\u202E',
  '\u2028',
  '\uD83D\uDE00',
  'e\u0301',
  '\u200D',
  '\u0600',
  ':',
  '::',
  ':::',
  '::::',
  ':::\n',
  '\n:::facilitator\n',
  '\n:::ask{method="pairs" seconds=1e9}\n',
  ':handout[__proto__]',
  ':profile[constructor]',
  ':icon[../../x]',
  '::quiz{show="key"}',
  '::lines{count=-1}',
  ':a{b=',
  '{#__proto__}',
  '[^1]',
  '\n[^1]: x\n',
  '[',
  ']',
  '](',
  '![](',
  '![x](../../../etc/passwd)',
  '[x](javascript:1)',
  '[a]: b',
  '<',
  '<script>',
  '<!--',
  '-->',
  '&#0;',
  '&#x202E;',
  '&amp',
  '```',
  '\n```chart\n',
  '\n---\n',
  '\n# x\n',
  '\n## Must say\n',
  '- - - - - - - - - - - - - - x',
  '> > > > > > > > > > > > > > x',
  '\n| a | b |\n|---|\n',
  '*',
  '**',
  '_',
  '~',
  '\\',
  '$&',
  '%s',
  '`',
  '"',
  "'",
  '{',
  '}',
  '[[[[',
  ', ',
  ': ',
  ' #',
  '&a ',
  '*a',
  '&a [*a, *a]',
  '<<: *a',
  '!!binary x',
  '!!js/function x',
  '? ',
  '|',
  '>-',
  '%YAML 9.9\n',
  '\n__proto__: 1\n',
  '\nconstructor: {}\n',
  '\ntoString: 1\n',
  '__proto__',
  'hasOwnProperty',
  '.inf',
  '-.inf',
  '.nan',
  '1e999',
  '-0',
  '9'.repeat(400),
  '0x',
  '2021-99-99',
];

type Edit = (text: string) => string;
const position = fc.double({ min: 0, max: 1, noNaN: true });
const at = (text: string, where: number): number => Math.floor(where * text.length);
const piece = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...PIECES) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 12 }) },
);
const edit: fc.Arbitrary<Edit> = fc.oneof(
  fc.tuple(position, piece).map(
    ([where, what]): Edit =>
      (t) =>
        t.slice(0, at(t, where)) + what + t.slice(at(t, where)),
  ),
  fc.tuple(position, position, piece).map(
    ([a, b, what]): Edit =>
      (t) =>
        t.slice(0, at(t, Math.min(a, b))) + what + t.slice(at(t, Math.max(a, b))),
  ),
  fc.tuple(position, fc.integer({ min: 1, max: 20 })).map(
    ([where, n]): Edit =>
      (t) =>
        t.slice(0, at(t, where)) + t.slice(at(t, where) + n),
  ),
  position.map(
    (where): Edit =>
      (t) =>
        t.slice(0, at(t, where)),
  ),
  fc.tuple(position, position).map(
    ([from, to]): Edit =>
      (t) => {
        const lines = t.split('\n');
        lines.splice(
          Math.floor(to * lines.length),
          0,
          lines[Math.floor(from * (lines.length - 1))] ?? '',
        );
        return lines.join('\n');
      },
  ),
  position.map(
    (where): Edit =>
      (t) =>
        t
          .split('\n')
          .filter((_, i, all) => i !== Math.floor(where * all.length))
          .join('\n'),
  ),
  fc.constant<Edit>((t) => t.replaceAll('\n', '\r\n')),
  fc.constant<Edit>((t) => `\uFEFF${t}`),
);
const changes = fc.array(
  fc.tuple(fc.constantFrom(...paths), fc.array(edit, { minLength: 1, maxLength: 3 })),
  { minLength: 1, maxLength: 4 },
);
const encodings = fc.constantFrom('utf8', 'utf8', 'utf8', 'utf8', 'latin1', 'utf16le');

let root = '';
beforeAll(() => {
  root = copyOfBase();
});

describe('sources that somebody has changed', () => {
  test('are told about, at a place inside the file, and never make it throw', SLOW, () => {
    fc.assert(
      fc.property(changes, encodings, (edits, encoding) => {
        const files: Record<string, Uint8Array> = {};
        for (const [path, list] of edits) {
          const before = files[path] ?? original.get(path) ?? new Uint8Array();
          const text = list.reduce((t, change) => change(t), Buffer.from(before).toString());
          files[path] = Buffer.from(text, encoding as BufferEncoding);
        }
        put(root, files);
        try {
          holds(root, examine(root).findings);
        } finally {
          for (const path of Object.keys(files)) put(root, { [path]: original.get(path) ?? '' });
        }
      }),
      SEARCH,
    );
    expect(examine(root).findings).toEqual([]);
  });

  test('bytes that are no text at all', SLOW, () => {
    fc.assert(
      fc.property(fc.constantFrom(...paths), fc.uint8Array({ maxLength: 300 }), (path, bytes) => {
        put(root, { [path]: bytes });
        try {
          holds(root, examine(root).findings);
        } finally {
          put(root, { [path]: original.get(path) ?? '' });
        }
      }),
      { seed: 5, numRuns: 25 },
    );
  });
});

describe('sources made to hurt', () => {
  const sheet = readFileSync(join(base, 'handouts/mini/en/sheet.md'), 'utf8');
  const bomb = `a: &a [1,1,1,1,1,1,1,1,1,1]\n${'bcdefghi'.replace(/./g, (c, i) => `${c}: &${c} [${Array(10).fill(`*${'abcdefghi'[i]}`).join(',')}]\n`)}`;
  const cases: Record<string, [string, string]> = {
    'a YAML bomb': ['profile/mission.yaml', bomb],
    'YAML brackets, ten thousand deep': [
      'profile/mission.yaml',
      `checkedOn: ${'['.repeat(10_000)}`,
    ],
    'YAML that nests by indentation': [
      'profile/mission.yaml',
      Array.from({ length: 400 }, (_, i) => `${' '.repeat(i)}a:`).join('\n'),
    ],
    'quotation marks in quotation marks': [
      'handouts/mini/en/sheet.md',
      `${sheet}\n${'> '.repeat(3000)}x\n`,
    ],
    'lists in lists by indentation': [
      'handouts/mini/en/sheet.md',
      `${sheet}\n${Array.from({ length: 200 }, (_, i) => `${'  '.repeat(i)}- x`).join('\n')}\n`,
    ],
    'numbered lists on one line': [
      'handouts/mini/en/sheet.md',
      `${sheet}\n${'1. '.repeat(2000)}x\n`,
    ],
    'directives in directives': [
      'handouts/mini/en/sheet.md',
      `${sheet}\n${Array.from({ length: 60 }, (_, i) => `${':'.repeat(70 - i)}points`).join('\n')}\n`,
    ],
    'text directives in text directives': [
      'handouts/mini/en/sheet.md',
      `${sheet}\n${':history['.repeat(1500)}x${']'.repeat(1500)}\n`,
    ],
    'stars and underscores': ['handouts/mini/en/sheet.md', `${sheet}\n${'*a _b '.repeat(2000)}\n`],
    brackets: ['handouts/mini/en/sheet.md', `${sheet}\n${'[a'.repeat(3000)}\n`],
    'links in links': ['handouts/mini/en/sheet.md', `${sheet}\n${'[a]('.repeat(2000)}\n`],
    'one long line': ['handouts/mini/en/sheet.md', `${sheet}\n${'word '.repeat(20_000)}\n`],
    'open comments': ['handouts/mini/en/sheet.md', `${sheet}\n${'<!-- '.repeat(5000)}\n`],
    'a drawing of ten thousand parts in each other': [
      'slides/figures/doors.html',
      '<div>'.repeat(10_000),
    ],
    'keys that every object has': [
      'handouts/mini/en/quiz.yaml',
      'items:\n  - { __proto__: { x: 1 }, constructor: 1, toString: 2, id: __proto__ }\n',
    ],
    'prototype keys in maps': [
      'slides/mini/syllabus.yaml',
      readFileSync(join(base, 'slides/mini/syllabus.yaml'), 'utf8')
        .replace('takes: { A1: 2 }', 'takes: { __proto__: 2, constructor: 1 }')
        .replace('{ A: 6, B: 4 }', '{ A: 6, B: 4, __proto__: 1 }'),
    ],
    'huge numbers': [
      'slides/mini/syllabus.yaml',
      readFileSync(join(base, 'slides/mini/syllabus.yaml'), 'utf8')
        .replace('minutes: 10', `minutes: ${'9'.repeat(300)}`)
        .replace('talk: 3', 'talk: 1e308'),
    ],
  };

  test.each(Object.entries(cases))('%s', SLOW, (_name, [path, text]) => {
    put(root, { [path]: text });
    try {
      const started = performance.now();
      const { findings } = examine(root);
      expect(performance.now() - started).toBeLessThan(20_000);
      holds(root, findings);
      expect(({} as Record<string, unknown>).x).toBeUndefined();
    } finally {
      put(root, { [path]: original.get(path) ?? '' });
    }
  });
});

test('what has no errors can be built', SLOW, async () => {
  const words = fc.stringMatching(/^[A-Za-zéßñ ]{1,12}$/);
  const inline = fc.oneof(
    words,
    words.map((w) => `**${w.trim()}x**`),
    words.map((w) => `*${w.trim()}x*`),
    fc.constantFrom(
      '1 < 2',
      'A & B',
      '"quoted"',
      '`code`',
      '&lt;b&gt;',
      '\\*',
      'a | b',
      '</script>'.replace('<', '&lt;'),
      ':icon[hand]',
      ':profile[desk.contact]',
      ':handout[case-1]',
      ':history[old]',
      '[x](https://example.org)',
      '<!-- x -->',
    ),
  );
  const block = fc.oneof(
    fc.array(inline, { minLength: 1, maxLength: 5 }).map((parts) => parts.join(' ')),
    fc
      .array(inline, { minLength: 1, maxLength: 3 })
      .map((parts) => parts.map((p) => `- ${p}`).join('\n')),
    fc
      .array(inline, { minLength: 1, maxLength: 3 })
      .map((parts) => `:::steps\n${parts.map((p, i) => `${i + 1}. ${p}`).join('\n')}\n:::`),
    inline.map((p) => `:::callout[${p.replace(/[[\]]/g, '')}]{kind="note"}\n${p}\n:::`),
    inline.map((p) => `| ${p.replaceAll('|', '')} | b |\n| --- | --- |\n| c | d |`),
    inline.map((p) => `:::checklist\n${p}\n:::`),
    inline.map((p) => `:::points\n> ${p}\n:::`),
    fc.constantFrom(
      '::lines{count=3}',
      '::quiz{show="sheet"}',
      '::contents',
      '::print-list',
      '::session-plan',
      '---',
      ':::facilitator\n:::',
      '```\ncode\n```',
    ),
  );
  const sheet = readFileSync(join(base, 'handouts/mini/en/sheet.md'), 'utf8');
  const head = sheet.slice(0, sheet.indexOf('Write to'));
  let built = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(block, { minLength: 1, maxLength: 8 }), async (blocks) => {
      put(root, { 'handouts/mini/en/sheet.md': `${head}${blocks.join('\n\n')}\n` });
      if (examine(root).findings.some((f) => f.severity === 'error')) return;
      built++;
      for (const { path, content } of await outputsOf(root))
        if (path.endsWith('.html')) expect(content).toMatch(/^<!doctype html>/);
    }),
    { seed: 7, numRuns: 12 },
  );
  expect(built).toBeGreaterThan(3);
});
