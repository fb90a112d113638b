/** What stands in the files: characters, sizes, nesting, HTML, addresses, drawings, keys. Nothing here touches a disk. */
import { describe, expect, test } from 'vitest';
import { formatForPeople } from '../../src/messages/index.ts';
import {
  examineFiles,
  FIELDS,
  type Files,
  handout,
  NOTES,
  pagesOf,
  rulesOf,
  SMALL,
  SYLLABUS,
  slide,
  small,
  structure,
} from './support.ts';

const SLIDE = 'slides/mini/en/01-s1.md';
const SHEET = 'handouts/mini/en/sheet.md';

test('the small module has no findings, so that what is found below is the attack', () => {
  expect(small().findings).toEqual([]);
});

describe('characters', () => {
  test.each([
    ['NUL', 'a\0b', 'U+0000'],
    ['escape', 'a\u001B[2Jb', 'U+001B'],
    ['C1 control', 'a\u0085b', 'U+0085'],
    ['right-to-left override', 'a\u202Eb', 'U+202E'],
    ['isolate', 'a\u2066b', 'U+2066'],
    ['zero-width space', 'a\u200Bb', 'U+200B'],
    ['word joiner', 'a\u2060b', 'U+2060'],
    ['byte-order mark inside', 'a\uFEFFb', 'U+FEFF'],
    ['line separator', 'a\u2028b', 'U+2028'],
    ['tag letter', 'a\u{E0041}b', 'U+E0041'],
  ])('%s is an error with its place', (_name, text, code) => {
    const { findings } = small({ [SLIDE]: slide(`- One\n- Two\n\n${text}`) });
    const found = findings.find((f) => f.rule === 'file/control-character');
    expect(found?.found).toContain(code);
    expect(found?.place).toEqual({ file: SLIDE, line: 13, column: 2 });
  });

  test.each([
    ['a numeric entity', SLIDE, slide('a&#x202E;b')],
    ['a named entity', SLIDE, slide('a&ZeroWidthSpace;b')],
    ['an entity in an address', SLIDE, slide('[a](https://a.org/&#x202E;b)')],
    ['an entity in a title', SLIDE, slide('[a](https://a.org "b&#x2066;c")')],
    ['an entity in an attribute', SLIDE, slide(':::callout{kind="a&#x202E;"}\nb\n:::')],
    ['an escape in front matter', SLIDE, slide('a').replace('title: One', 'title: "O\\u202En"')],
    ['an escape sequence for terminals', SLIDE, slide('a').replace('points', '"\\e[2J"')],
    ['an escape in a key', 'profile/mission.yaml', 'values:\n  "a\\u200Bb": c\n'],
    ['half a character', 'profile/mission.yaml', 'values:\n  focal-point.name: "\\uD800"\n'],
    ['a line separator', 'profile/mission.yaml', 'values:\n  focal-point.name: "a\\u2028b"\n'],
  ])('hidden in %s', (_name, file, text) => {
    const { findings } = small({ [file]: text });
    expect(findings.map((f) => f.rule)).toContain('file/control-character');
    // biome-ignore lint/suspicious/noControlCharactersInRegex: that is what must not be printed
    expect(formatForPeople(findings)).not.toMatch(/[\u0000-\u0009\u000B-\u001F\u202A-\u202E]/);
  });

  test('CRLF, CR and a byte-order mark at the start change nothing', () => {
    const plain = small();
    for (const change of [
      (s: string) => `\uFEFF${s}`,
      (s: string) => s.replaceAll('\n', '\r\n'),
      (s: string) => s.replaceAll('\n', '\r'),
    ]) {
      const files = Object.fromEntries(
        Object.entries(SMALL).map(([path, text]) => [path, change(text as string)]),
      );
      const seen = examineFiles(files);
      expect(seen.findings).toEqual([]);
      expect(JSON.stringify(seen.modules)).toBe(JSON.stringify(plain.modules));
    }
  });

  test('joiners and letter marks that languages need are let through', () => {
    expect(rulesOf({ [SHEET]: handout('می‌خواهم · ב\u200Eב · Silben\u00ADtrennung') })).toEqual([]);
  });

  test('look-alike letters are words in a text, and errors in ids, names and hosts', () => {
    expect(rulesOf({ [SHEET]: handout('The wоrd with a Cyrillic o.') })).toEqual([]);
    expect(
      rulesOf({ [SLIDE]: slide('a').replace('id: s1', 'id: ѕ1') }).map((r) => r.split(' ')[0]),
    ).toContain('yaml/invalid');
    expect(rulesOf({ [SHEET]: handout('[a](https://раураl.com)') })).toEqual([
      `markdown/url ${SHEET}`,
    ]);
  });

  test('bytes that are not UTF-8', () => {
    const bytes = Buffer.from(slide('caf\u00e9'), 'latin1');
    expect(small({ [SLIDE]: bytes }).findings.map((f) => f.rule)).toContain('file/not-utf8');
  });
});

const repeat = (what: string, size: number): string =>
  what.repeat(Math.ceil(size / what.length)).slice(0, size);
/** Ten seconds is the promise, five what it takes; tests share their processors. */
const SOON = 20_000;
/** As large as phase 1 lets through. */
const LARGE = 249_000;
/** Enough to overflow a stack where it is not looked for. */
const MANY = 50_000;

describe('size and nesting: an answer within 10 s, whatever stands there', () => {
  const markdown: Record<string, string> = {
    'quotation marks': '>',
    'quotation marks and lists': '> 1. - ',
    brackets: '[',
    pictures: '![',
    'links in links': '[a](b',
    stars: '**a *b ',
    'stars and underscores': '*_',
    'directive fences': ':::a\n',
    'directive labels': ':a[',
    'angle brackets': '<a b="',
    comments: '<!--',
    'code marks': '`a',
    'e-mail addresses': 'a@b.c-',
    'addresses with entities': 'http://a.b/&a;',
    'table rows': '|a',
    'ordered lists': '1. ',
    'list items': '- a\n',
    headings: 'a\n=\n',
    'definition labels': '[a\n',
    'blank lines': '\n',
  };
  const WORST = ['quotation marks', 'directive fences', 'stars and underscores'];
  test.each(WORST)('a million %s', { timeout: 30_000 }, (name) => {
    const { findings, ms } = small({ [SHEET]: handout(repeat(markdown[name] ?? '', LARGE)) });
    expect(findings.map((f) => f.rule)).toEqual([
      expect.stringMatching(/^(?:file\/too-slow|markdown\/too-deep)$/),
    ]);
    expect(ms).toBeLessThan(SOON);
  });

  test('every slow shape at once, each in a file', { timeout: 60_000 }, () => {
    const files = Object.values(markdown).map((what, i) => [
      `handouts/mini/en/shape-${i}.md`,
      handout(repeat(what, 2 * MANY)).replace('id: sheet', `id: shape-${i}`),
    ]);
    const { findings, ms } = small(Object.fromEntries(files));
    // Plain text, however odd, may pass; what does not pass is told about its own file.
    for (const f of findings) expect(f.place.file).toMatch(/shape-\d+\.md$/);
    expect(ms).toBeLessThan(3 * SOON);
  });

  const bomb = [
    'a: &a [x, x, x, x, x, x, x, x, x]',
    ...[...'bcdefghi'].map((c, i) => `${c}: &${c} [${Array(9).fill(`*${'abcdefgh'[i]}`)}]`),
  ].join('\n');
  const keys = Array.from({ length: 20_000 }, (_, i) => `key${i}: 1`).join('\n');
  const steps = Array.from({ length: 600 }, (_, i) => `${' '.repeat(i)}a:`).join('\n');
  test.each([
    ['aliases that grow', bomb, 'yaml/malformed'],
    ['an alias of itself', 'values: &a { b: *a }', 'yaml/invalid'],
    // Ended or finished, as the machine is slow or fast: either way it is told, in time.
    ['a great many keys', keys, 'file/too-slow yaml/unknown-key'],
    ['the same key', repeat('a: 1\n', MANY), 'yaml/malformed'],
    ['brackets', repeat('[', MANY), 'yaml/malformed'],
    ['braces', repeat('{a: ', MANY), 'yaml/malformed'],
    ['bare braces', repeat('{', 2 * MANY), 'yaml/malformed'],
    ['dashes', repeat('- ', MANY), 'yaml/malformed'],
    ['question marks', repeat('? - ', MANY), 'yaml/malformed'],
    ['indentation', steps, 'yaml/malformed'],
    ['tags', repeat('!!js/function ', MANY), 'yaml/malformed'],
    ['quotation marks', repeat('"', MANY), 'yaml/malformed'],
    ['documents', repeat('---\n', MANY), 'yaml/malformed'],
  ])('YAML of %s', { timeout: 30_000 }, (name, text, rule) => {
    const { findings, ms } = small({ 'profile/mission.yaml': text });
    const found = findings.filter((f) => f.place.file === 'profile/mission.yaml');
    expect(found.length).toBeGreaterThan(0);
    expect(found.length).toBeLessThan(50);
    if (rule) expect(found.some((f) => rule.split(' ').includes(f.rule))).toBe(true);
    if (/brackets|braces|dashes|question|indent/.test(name))
      expect(found[0]?.found).toMatch(/too deep/);
    expect(ms).toBeLessThan(SOON);
  });

  test('many slow files share one allowance', { timeout: 40_000 }, () => {
    const slow = Object.fromEntries(
      Array.from({ length: 6 }, (_, i) => [
        `handouts/mini/en/slow-${i}.md`,
        handout(repeat(':::a\n', 40_000)),
      ]),
    );
    const { findings, ms } = small(slow);
    expect(findings.filter((f) => f.rule === 'file/too-slow')).toHaveLength(6);
    expect(ms).toBeLessThan(2 * SOON);
  });

  test('nesting is told with its line, and ordinary nesting is let through', () => {
    const deep = small({ [SHEET]: handout(`Text.\n\n${'> '.repeat(200)}a`) });
    expect(deep.findings.map((f) => `${f.rule} ${f.place.line}`)).toContain('markdown/too-deep 10');
    const stars = small({ [SHEET]: handout(`${'*a '.repeat(100)}${'b* '.repeat(100)}`) });
    expect(stars.findings.map((f) => f.rule)).toContain('markdown/too-deep');
    expect(rulesOf({ [SHEET]: handout('- a\n  - b\n    - c\n      > **d** *[e](#f)*') })).toEqual(
      [],
    );
  });
});

describe('HTML and addresses', () => {
  test.each([
    '<script>alert(1)</script>',
    'text <b onclick=alert(1)>b</b>',
    '<img src=x onerror=alert(1)>',
    '<!-- a --><script>alert(1)</script><!-- b -->',
    '<!DOCTYPE html>',
    '<?php ?>',
    '<![CDATA[ a ]]>',
    '- <iframe src="https://a.org"></iframe>',
    '| a |\n|---|\n| <svg onload=alert(1)> |',
    '<!-- never closed <script>alert(1)</script>',
  ])('raw HTML is an error: %s', async (text) => {
    expect(rulesOf({ [SHEET]: handout(text) })).toEqual([`markdown/raw-html ${SHEET}`]);
    expect(await pagesOf({ [SHEET]: handout(text) })).toEqual([]);
  });

  const ADDRESSES = [
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    '&#106;avascript:alert(1)',
    'java&Tab;script:alert(1)',
    'data:text/html,a',
    'vbscript:a',
    'file:///etc/passwd',
    'ftp://a.org',
    'http://a.org',
    '//a.org/b',
    '/etc/passwd',
    '../../index.html',
    '\\\\host\\share',
    'blob:https://a.org/b',
    'https:a.org',
    'https:/a.org',
    '%6Aavascript:alert(1)',
    'intent://a#Intent;end',
    '?speaker',
    'x:#',
  ];
  test.each(ADDRESSES)('address %s is an error everywhere', (url) => {
    expect(rulesOf({ [SHEET]: handout(`[a](<${url}>)`) }), 'link').toEqual([
      `markdown/url ${SHEET}`,
    ]);
    const picture = rulesOf({ [SHEET]: handout(`![a](<${url}>)`) });
    expect(picture, 'picture').toEqual([`markdown/picture-missing ${SHEET}`]);
    const defined = rulesOf({ [SHEET]: handout(`[a][b] ![c][b]\n\n[b]: <${url}>`) });
    expect(defined.length, 'definition').toBeGreaterThan(0);
  });

  test.each([
    '<javascript:alert(1)>',
    '<vbscript:a>',
    'http://a.org',
    'www.a.org',
    '<http://a.org>',
  ])('autolink %s is an error', (text) => {
    expect(rulesOf({ [SHEET]: handout(`Text ${text} text`) })).toEqual([`markdown/url ${SHEET}`]);
  });

  test('a picture by definition is an error', () => {
    const body = '![a][b]\n\n[b]: https://a.org/x.png';
    expect(rulesOf({ [SHEET]: handout(body) })).toEqual([`markdown/definition ${SHEET}`]);
  });

  test('https, mailto and places on the page are let through', () => {
    const good = '[a](https://a.org/b?c=d) [b](mailto:a@b.org) [c](#d) <https://a.org> a@b.org';
    expect(rulesOf({ [SHEET]: handout(good) })).toEqual([]);
  });
});

describe('drawings', () => {
  const figure = (html: string, css = '.a{color:red}') => ({
    'slides/figures/pic.html': html,
    'slides/figures/pic.css': css,
  });
  test.each([
    '<script>alert(1)</script>',
    '<style>a{}</style>',
    '<svg><foreignObject><div></div></foreignObject></svg>',
    '<svg><use href="#a"></use></svg>',
    '<svg><animate attributeName="x"></animate></svg>',
    '<svg><set attributeName="x"></set></svg>',
    '<svg><image href="https://a.org/x.png"></image></svg>',
    '<svg><a xlink:href="javascript:alert(1)"><path></path></a></svg>',
    '<div onclick="alert(1)"></div>',
    '<svg onload="alert(1)"></svg>',
    '<div style="color:red"></div>',
    '<svg><rect fill="url(https://a.org/x.svg#a)"></rect></svg>',
    '<iframe></iframe>',
    '<form><input></form>',
    '<template><script>alert(1)</script></template>',
    '<div id="room-data"></div>',
    '<div data-chart="{}"></div>',
    '<div data-profile="a"></div>',
  ])('%s is refused, also in a drawing that nothing uses', (html) => {
    const rules = rulesOf(figure(html)).map((r) => r.split(' ')[0]);
    expect(rules).toContain('figure/unsafe');
  });

  test.each([
    '@import "https://a.org/x.css";',
    '@\\69mport "https://a.org/x.css";',
    '.a{background:url(https://a.org/x)}',
    '.a{background:u\\72l(https://a.org/x)}',
    '.a{background:image-set("https://a.org/x" 1x)}',
    '.a{background:-webkit-image-set("https://a.org/x" 1x)}',
    '@font-face{font-family:b;src:local("c")}',
    '</style><script>alert(1)</script>',
    '.a{content:"</STYLE ><script>"}',
  ])('its style sheet: %s', (css) => {
    const rules = rulesOf(figure('<div class="a"></div>', css)).map((r) => r.split(' ')[0]);
    expect(rules).toContain('figure/unsafe');
  });
});

const NASTY = [
  '<script>alert(1)</script>',
  '</script><script>alert(1)</script>',
  '<!--<script>',
  '" onmouseover="alert(1)',
  "' onmouseover='alert(1)",
  ['$', '{alert(1)}`'].join(''),
  '</style><script>alert(1)</script>',
  '\\"); } } body { rotate: 45.5deg } @page { @bottom-left { content: "',
  '"; } } body { rotate: 45.5deg } @page { @bottom-left { content: "',
  '\\',
  '<img src=x onerror=alert(1)>',
  '&lt;script&gt;',
];

describe('values reach the pages as text, and as nothing else', () => {
  const quoted = (s: string): string => JSON.stringify(s);
  test.each(NASTY)('%s', { timeout: 40_000 }, async (nasty) => {
    const pages = await pagesOf(filesWith(nasty));
    const harmless = await plain;
    expect(pages.map((p) => p.path)).toEqual(harmless.map((p) => p.path));
    for (const [i, { path, content }] of pages.entries()) {
      expect(structure(content), path).toEqual(structure(harmless[i]?.content ?? ''));
      // In the style sheet the words stand inside strings, in `@page` footers.
      const style = /<style>([\s\S]*?)<\/style>/.exec(content)?.[1] ?? '';
      const rules = style.replace(/"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'/g, '');
      expect(rules, path).not.toMatch(/alert\(1|45\.5deg/);
    }
  });

  const filesWith = (nasty: string) => {
    const q = quoted(nasty);
    const chart = `\`\`\`chart\ntype: bar\ntitle: ${q}\nunit: ${q}\nyear: 2020\nsource: ${q}\nnote: ${q}\ndata:\n  - { label: ${q}, value: 1 }\n\`\`\``;
    return {
      'slides/mini/syllabus.yaml': SYLLABUS.replaceAll(
        /\{ en: (.*?) \}/g,
        (_m, s) => `{ en: ${quoted(`${s} ${nasty}`)} }`,
      ),
      [SLIDE]: slide(chart).replace('title: One', `title: ${q}`),
      [SHEET]: handout(`:profile[focal-point.name]\n\n${chart}`).replace(
        'title: A sheet',
        `title: ${q}\nsummary: ${q}`,
      ),
      'profile/fields.yaml': `fields:\n  - { id: focal-point.name, label: { en: ${q} } }\n`,
      'profile/mission.yaml': `checkedOn: "2026-01-31"\nvalues:\n  focal-point.name: ${q}\n`,
    };
  };
  const plain = pagesOf(filesWith('plain'));
});

describe('keys and ids', () => {
  test.each(['__proto__', 'constructor', 'toString', 'prototype', 'hasOwnProperty'])(
    '%s as a key or an id is harmless',
    async (name) => {
      const attacks: Files[] = [
        { [SLIDE]: slide('a', `${name}: { polluted: yes }\n`) },
        { [SLIDE]: slide('a').replace('id: s1', `id: ${name}`) },
        { [SHEET]: handout('a').replace('id: sheet', `id: ${name}`) },
        { [SHEET]: handout(`:profile[${name}] :handout[${name}] :icon[${name}] :${name}[a]`) },
        { [SHEET]: handout(`:::${name}{${name}="a"}\nb\n:::`) },
        { [SLIDE]: slide(`:::figure{name="${name}"}\na\n\n- ${name}: b\n:::`) },
        { 'profile/mission.yaml': `values:\n  ${name}: a\n` },
        { 'profile/fields.yaml': `${FIELDS}  - { id: ${name}, label: { ${name}: a, en: b } }\n` },
        { 'slides/mini/syllabus.yaml': `${SYLLABUS}${name}: { polluted: yes }\n` },
        {
          'slides/mini/syllabus.yaml': SYLLABUS.replaceAll('NGO', name).replace(
            'part: A',
            `part: ${name}`,
          ),
        },
      ];
      for (const files of attacks) {
        small(files);
        await pagesOf(files);
      }
      expect(({} as Record<string, unknown>).polluted).toBeUndefined();
      expect(Object.keys(Object.prototype)).toEqual([]);
    },
    60_000,
  );

  test.each([
    '__proto__',
    'constructor',
    'room-data',
    'speaker-data',
    'strings',
    'app',
    'con',
    'nul',
    '..',
    'a/b',
    'A',
    'a b',
    'x'.repeat(61),
  ])('id %s is refused', (id) => {
    const rules = rulesOf({ [SLIDE]: slide('a').replace('id: s1', `id: "${id}"`) });
    expect(rules).toContain(`yaml/invalid ${SLIDE}`);
  });

  test('`index` may be a handout: it lies in a folder of its own', async () => {
    const files = { 'handouts/mini/en/index.md': handout('a').replace('id: sheet', 'id: index') };
    expect(rulesOf(files)).toEqual([]);
    const paths = (await pagesOf(files)).map((p) => p.path);
    expect(new Set(paths).size).toBe(paths.length);
    expect(paths).toContain('participants/mini/en/handouts/index.html');
  });

  test('no output leaves its edition’s folder', async () => {
    const files = {
      'slides/../x/syllabus.yaml': SYLLABUS,
      'slides/../x/en/01-s1.md': slide('a'),
      'slides/Mini%2F/en/01-s1.md': slide('a'),
      'handouts/mini/en/..%2f..%2fx.md': handout('a'),
      'speaker-notes/mini/en/01-s1.md.md': NOTES,
    };
    for (const { path } of await pagesOf(files))
      expect(path).toMatch(
        /^(?:facilitator|participants)\/(?:[a-z0-9-]+\/)*[a-z0-9-]+\.(?:html|txt)$/,
      );
  });
});
