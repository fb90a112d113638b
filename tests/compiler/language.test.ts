import { describe, expect, test } from 'vitest';
import { count, grade, syllables } from '../../src/compiler/3-check/language-grade.ts';
import { bareFigures } from '../../src/compiler/3-check/language-numbers.ts';
import { capitals, retiredWords } from '../../src/compiler/3-check/language-words.ts';
import { examine } from '../../src/compiler/compile.ts';
import { copyOfBase, project, shortPlace } from './support.ts';

const STYLE = `en:
  grade: 9
  retired:
    - { words: [sex worker, sex workers], use: "“person who sells sex”" }
    - { words: [rescue, rescued], use: "“help to leave safely”", inProhibition: true }
    - { words: [restavèk], use: "“restavèk situation”", unless: [restavèk situation] }
    - { words: [HIV/AIDS], use: "“HIV”" }
  emptyLinks: [click here]
  abbreviations: [UN, NGO]
`;
const style = {
  grade: 9,
  retired: [
    { words: ['rescue', 'rescued'], use: '', unless: [], inProhibition: true },
    { words: ['illegal migrant'], use: '', unless: [], inProhibition: false },
    {
      words: ['restavèk'],
      use: '',
      unless: ['restavèk situation'],
      inProhibition: false,
    },
    { words: ['HIV/AIDS'], use: '', unless: [], inProhibition: false },
  ],
  emptyLinks: [],
  abbreviations: ['UN', 'OIOS'],
  exceptions: [],
};
const SHEET = 'handouts/mini/en/sheet.md';
const sheet = (body: string): string =>
  `---\nid: sheet\ntitle: The sheet\nedition: participants\nkind: handout\nsource: [H1]\n---\n${body}\n`;
/** What the language check says of the base with this text on its sheet. */
const told = (body: string, houseStyle = STYLE): string[] =>
  examine(copyOfBase({ 'slides/house-style.yaml': houseStyle, [SHEET]: sheet(body) }))
    .findings.filter((f) => f.place.file === SHEET)
    .map((f) => `${f.rule} ${shortPlace(f.place).split(':').slice(1).join(':')} ${f.found}`);

describe('retired words', () => {
  const words = (text: string): string[] => retiredWords(text, style).map((h) => h.word);

  test.each([
    ['An illegal migrant came.', ['illegal migrant']],
    ['An Illegal\nMigrant came.', ['Illegal\nMigrant']],
    ['Know about HIV/AIDS.', ['HIV/AIDS']],
    ['A restavèk is a child.', ['restavèk']],
    ['A restavèk situation.', []],
    ['It was illegal. Migrants came.', []],
  ])('%s', (text, expected) => {
    expect(words(text)).toEqual(expected);
  });

  test.each([
    'Never rescue.',
    'Do not question, follow, film, pay or rescue anyone.',
    'Never question anyone, search or rescue.',
    'never.5: try a rescue',
    'Don’t try to rescue her.',
  ])('a prohibition may name the act: %s', (text) => {
    expect(words(text)).toEqual([]);
  });

  test.each([
    'Rescue her.',
    'If nobody comes, rescue her.',
    'Do not wait. Rescue her.',
    'If you do not see the police, rescue her.',
    'She was rescued.',
    'Never wait: rescue her.',
  ])('nothing else may: %s', (text) => {
    expect(words(text)).toHaveLength(1);
  });

  test('quoted history is left alone, and a finding points at the word', () => {
    expect(told('They said :history[sex workers].\n\n:::history\nA sex worker.\n:::')).toEqual([]);
    expect(told('One line.\nTwo **sex\nworkers** here.')).toEqual([
      'language/retired 9:7 Unexpected word “sex workers”',
    ]);
    expect(told('She was rescued.')).toEqual(['language/retired 8:9 Unexpected word “rescued”']);
  });

  test('an exception needs its file, its rule and its words', () => {
    const exception = `${STYLE}  exceptions:\n    - { file: ${SHEET}, rule: language/retired, words: was rescued, reason: A test. }\n`;
    expect(told('She was rescued.', exception)).toEqual([]);
    expect(told('He is rescued.', exception)).toHaveLength(1);
  });
});

test('capitals are for abbreviations, roles, ids, numerals and documents', () => {
  const found = capitals(
    'DO NOT tell the UN, OIOS or LEAD (ST/SGB/2003/13, AC1, S8b, case IV, E32): NEVER',
    style,
    new Set(['LEAD']),
  );
  expect(found.map((h) => h.word)).toEqual(['DO', 'NOT', 'NEVER']);
});

test('a link says where it leads', () => {
  expect(told('For more, [click here](https://www.un.org).')).toEqual([
    'language/click-here 8:12 Unexpected “click here”',
  ]);
});

describe('figures', () => {
  test.each([
    ['700,000 people are trafficked.', '700,000'],
    ['Between 700,000 to 900,000 people.', '700,000 to 900,000'],
    ['About 61 % are women.', '61 %'],
    ['He paid US$30.', 'US$30'],
    ['It is 4 million.', '4 million'],
    ['Some 102 allegations came.', '102'],
  ])('%s', (text, number) => {
    expect(bareFigures(text).map((h) => h.number)).toEqual([number]);
  });

  test.each([
    'In 2004, 700,000 people.',
    'About 61 % (UNODC, 2024).',
    '102 allegations (A/57/465).',
    'From 09:30 to 12:15.',
    'See S9, P19 and E32.',
    'Resolutions 2272, 2331 and 2388.',
    'Section 3.2(b) and Staff Rule 10.2.',
    'Volume 2237, page 319.',
    'It takes 120 minutes, or 100–110 words a minute.',
    'Anyone under 18.',
    'See https://example.org/100000.',
  ])('none to be dated: %s', (text) => {
    expect(bareFigures(text)).toEqual([]);
  });

  test('the year stands in the same item or row', () => {
    expect(told('In 2004.\n\n- 700 people\n- 800 people in 2005')).toEqual([
      'language/number 10:3 Unexpected number “700” without a year or a reference',
    ]);
    expect(told('| A | B |\n|---|---|\n| 700 | 2004 |\n| 800 | – |')).toEqual([
      'language/number 11:3 Unexpected number “800” without a year or a reference',
    ]);
  });
});

describe('reading grade', () => {
  test.each(
    Object.entries({
      cat: 1,
      the: 1,
      rape: 1,
      forced: 1,
      locked: 1,
      worked: 1,
      wanted: 2,
      trafficked: 2,
      people: 2,
      little: 2,
      slavery: 3,
      victims: 2,
      police: 2,
      sexual: 3,
      exploitation: 4,
      trafficking: 3,
      civilian: 4,
      material: 4,
      buying: 2,
      idea: 3,
      colleague: 2,
      language: 2,
      business: 2,
      everyone: 3,
      something: 2,
      statement: 2,
      houses: 2,
      places: 2,
      languages: 3,
      examples: 3,
      moved: 1,
      created: 3,
      investigation: 5,
      responsibility: 6,
      real: 1,
      area: 3,
      being: 2,
      "don't": 1,
      UN: 2,
      OIOS: 4,
      'peace-keeper': 3,
    }),
  )('%s', (word, expected) => {
    expect(syllables(word)).toBe(expected);
  });

  test('the formula', () => {
    const counts = count(['The cat sat on the mat. It was a good cat.']);
    expect(counts).toEqual({ sentences: 2, words: 11, syllables: 11 });
    expect(grade(counts)).toBeCloseTo(0.39 * 5.5 + 11.8 - 15.59);
    expect(grade(count([]))).toBe(0);
  });

  test('labels are no sentences, short forms end none', () => {
    expect(count(['Homes', 'Two words', 'See Art. 3 of the treaty.']).sentences).toBe(1);
  });

  test('a document above the grade is told, short ones together', () => {
    const hard =
      'Notwithstanding jurisdictional considerations, international organisations operationalise multidimensional accountability mechanisms through institutional collaboration, interdisciplinary consultation and administrative harmonisation. ';
    expect(told(hard.repeat(8))[0]).toMatch(
      /^language\/grade 1:1 Unexpected reading grade of \d\d/,
    );
    const pooled = examine(
      copyOfBase({ 'slides/house-style.yaml': STYLE, [SHEET]: sheet(hard.repeat(5)) }),
    ).findings.filter((f) => f.rule === 'language/grade');
    expect(pooled).toHaveLength(1);
    expect(pooled[0]?.expected).toContain('`sheet.md`');
  });
});

test('without a house style there is nothing to say', () => {
  const root = copyOfBase({ [SHEET]: sheet('NEVER rescue. Click here: 700,000 sex workers.') });
  expect(examine(root).findings).toEqual([]);
});

test('the product keeps its own house style, without a single exception', () => {
  const { findings, modules } = examine(project);
  expect(findings.filter((f) => f.rule.startsWith('language/'))).toEqual([]);
  for (const module of modules) {
    expect(module.houseStyle?.retired.length).toBeGreaterThan(10);
    expect(module.houseStyle?.exceptions).toEqual([]);
  }
}, 60_000);
