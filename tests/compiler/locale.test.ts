/** Every string of the interface comes from the catalogue: in a language that nobody wrote, no English is left. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Root } from 'hast';
import { IntlMessageFormat } from 'intl-messageformat';
import rehypeParse from 'rehype-parse';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Output } from '../../src/compiler/5-render/render.ts';
import { type Entry, locale, localeTags, translator } from '../../src/locale/index.ts';
import { pseudo } from '../../src/locale/pseudo.ts';
import { base, copyOfBase, outputsOf, project } from './support.ts';

const SLOW = 120_000;
const folder = join(project, 'src/locale/en');
const files = readdirSync(folder).filter((name) => name !== 'index.ts');

interface Part {
  type: number;
  value?: string;
  options?: Record<string, { value: Part[] }>;
}
/** A message's parts, those inside its plurals too. */
const partsOf = (text: string): Part[] => {
  const all = (parts: Part[]): Part[] =>
    parts.flatMap((part) => [
      part,
      ...Object.values(part.options ?? {}).flatMap((o) => all(o.value)),
    ]);
  return all(new IntlMessageFormat(text, 'en', undefined, { ignoreTag: true }).getAst() as Part[]);
};
const LITERAL = 0;
const POUND = 7;
const names = (text: string): string[] =>
  [
    ...new Set(
      partsOf(text)
        .filter((p) => p.type !== LITERAL && p.type !== POUND)
        .map((p) => p.value ?? ''),
    ),
  ].sort();
/** The pieces of a message that are written as they stand. */
const pieces = (text: string): string[] =>
  partsOf(text)
    .filter((p) => p.type === LITERAL)
    .map((p) => (p.value ?? '').trim())
    .filter((piece) => (piece.match(/\p{L}/gu) ?? []).length >= 4);

let entries: [key: string, entry: Entry, file: string][] = [];

beforeAll(async () => {
  const found = await Promise.all(
    files.map(async (file) => {
      const module = (await import(join(folder, file))) as Record<string, Record<string, Entry>>;
      return Object.values(module).flatMap((part) =>
        Object.entries(part).map(([key, entry]) => [key, entry, file] as [string, Entry, string]),
      );
    }),
  );
  entries = found.flat();
});

describe('the catalogue', () => {
  test('has a text and a note for translators in each entry', () => {
    expect(entries.length).toBeGreaterThan(80);
    for (const [key, { text, note }] of entries) {
      expect(text.trim(), key).not.toBe('');
      expect(note.trim().length, key).toBeGreaterThan(3);
    }
  });

  test('has each key once, over all its files, and all of them are joined', () => {
    const keys = entries.map(([key]) => key);
    expect(keys.filter((key, i) => keys.indexOf(key) !== i)).toEqual([]);
    expect(Object.keys(locale('en')?.messages ?? {}).sort()).toEqual([...keys].sort());
    const homes = new Map<string, Set<string>>();
    for (const [key, , file] of entries) {
      const start = key.split('.')[0] ?? '';
      homes.set(start, (homes.get(start) ?? new Set()).add(file));
    }
    expect([...homes].filter(([, where]) => where.size > 1)).toEqual([]);
    for (const file of files) {
      const text = readFileSync(join(folder, file), 'utf8');
      const written = [...text.matchAll(/^ {2}'([^']+)': ?\{/gm)].map(([, key]) => key);
      expect(
        written.filter((key, i) => written.indexOf(key) !== i),
        file,
      ).toEqual([]);
    }
  });

  test('every message can be said, in every locale, with the same placeholders', () => {
    for (const tag of localeTags()) {
      const { messages } = locale(tag) ?? { messages: {} as Record<string, string> };
      for (const [key, { text }] of entries) {
        const message = (messages as Record<string, string>)[key] ?? '';
        expect(names(message), `${tag} ${key}`).toEqual(names(text));
        const params = Object.fromEntries(names(text).map((name) => [name, 3]));
        const said = translator(messages, tag)(key, params);
        expect(said, `${tag} ${key}`).not.toMatch(/[{}]|^\[|undefined/);
      }
    }
  });

  test('the pseudo-locale is longer by 40 % and leaves placeholders alone', () => {
    expect(pseudo('Print')).toMatch(/^Þŕîñţ .{2}/);
    expect(pseudo('Hand out: {titles}')).toMatch(/^Ĥáñð ôûţ: \{titles\} /);
    expect(pseudo('{n, plural, one {# page} other {# pages}}')).toMatch(
      /^\{n, plural, one \{# þáĝé\} other \{# þáĝéš\}\} /,
    );
    for (const [key, { text }] of entries) {
      if (!text.includes('{'))
        expect(pseudo(text).length, key).toBeGreaterThanOrEqual(Math.floor(text.length * 1.35));
    }
  });
});

describe.each([
  ['en-XA', 'ltr'],
  ['ar-XB', 'rtl'],
])('pages in %s', (tag, dir) => {
  const paper = readFileSync(join(base, 'handouts/mini/en/answer-key.md'), 'utf8').replace(
    'order: 3',
    'order: 3\npack: [sheet, case-1]',
  );
  const generated = `${paper}\n::session-plan\n\n::all-notes\n\n::case-guide\n\n::print-list\n\n::contents\n\n::all-slides\n`;
  let outputs: Output[] = [];
  let sources = '';
  beforeAll(async () => {
    const root = copyOfBase({ 'handouts/mini/en/answer-key.md': generated });
    sources = readdirSync(root, { recursive: true, encoding: 'utf8' })
      .filter((path) => statSync(join(root, path)).isFile() && !path.endsWith('.png'))
      .map((path) => readFileSync(join(root, path), 'utf8'))
      .join('\n');
    outputs = (await outputsOf(root, tag)).filter((o) => o.path.endsWith('.html'));
  }, SLOW);

  /** What a page lets somebody read or hear: texts, and the attributes that are spoken. */
  const heard = (html: string): string => {
    const said: string[] = [];
    const tree = unified().use(rehypeParse).parse(html) as Root;
    visit(tree, (node, _index, parent) => {
      if (
        node.type === 'text' &&
        parent?.type === 'element' &&
        !['script', 'style'].includes(parent.tagName)
      )
        said.push(node.value);
      if (node.type !== 'element') return;
      for (const name of [
        'ariaLabel',
        'ariaDescription',
        'ariaRoleDescription',
        'title',
        'alt',
        'placeholder',
        'content',
        'label',
        'summary',
      ]) {
        const value = node.properties[name];
        if (typeof value === 'string') said.push(value);
      }
    });
    return said.join('\n');
  };
  test(`read ${dir}, in the content’s language`, () => {
    expect(outputs.length).toBeGreaterThan(6);
    for (const { path, content } of outputs) {
      expect(/<html lang="en" dir="(\w+)"/.exec(content)?.[1], path).toBe(dir);
    }
  });

  test('say nothing of the interface in English', () => {
    const english = entries.flatMap(([key, { text }]) =>
      pieces(text).map((piece) => ({ key, piece })),
    );
    expect(english.length).toBeGreaterThan(80);
    const left = outputs.flatMap(({ path, content }) => {
      const text = heard(content);
      return english
        .filter(({ piece }) =>
          new RegExp(
            `(?<!\\p{L})${piece.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}(?!\\p{L})`,
            'u',
          ).test(text),
        )
        .filter(({ piece }) => !sources.includes(piece))
        .map(({ key, piece }) => `${path}: ${piece} (${key})`);
    });
    expect(left).toEqual([]);
  });

  test('hand their scripts only the locale’s strings', () => {
    const wanted = locale(tag)?.messages;
    for (const { path, content } of outputs) {
      const json = /<script type="application\/json" id="strings">([\s\S]*?)<\/script>/.exec(
        content,
      )?.[1];
      const strings = JSON.parse(json ?? 'null');
      expect(strings, path).toMatchObject({ lang: tag, dir });
      for (const [key, message] of Object.entries(strings.messages as Record<string, string>)) {
        expect(message, `${path} ${key}`).toBe((wanted as Record<string, string>)[key]);
      }
    }
  });

  test('hold no English sentence of the interface in scripts or styles', () => {
    const sentences = entries.flatMap(([key, { text }]) =>
      pieces(text)
        .filter((piece) => piece.split(' ').length >= 3)
        .map((piece) => ({ key, piece })),
    );
    for (const { path, content } of outputs) {
      const code = [...content.matchAll(/<(?:script|style)>([\s\S]*?)<\/(?:script|style)>/g)]
        .map((m) => m[1])
        .join('\n');
      expect(code.length, path).toBeGreaterThan(1000);
      expect(
        sentences.filter(({ piece }) => code.includes(piece)),
        path,
      ).toEqual([]);
    }
  });

  test('do say the locale’s strings', () => {
    const all = outputs.map(({ content }) => heard(content)).join('\n');
    const t = (key: string): string =>
      (locale(tag)?.messages as Record<string, string> | undefined)?.[key] ?? '';
    for (const key of [
      'common.notUn',
      'pages.back',
      'pages.planWho',
      'pages.noteCare',
      'deck.yourTurn',
      'pages.chartWhat',
      'pages.selfCheckHow',
    ]) {
      expect(all, key).toContain(t(key));
    }
  });
});
