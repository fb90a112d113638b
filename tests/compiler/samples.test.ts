/**
 * Each folder of tests/samples is a case: the files that differ from `_base`, and what the compiler must say of them
 * (`expected.json`) or show (`expected/`). FILTER=chart runs some; UPDATE=1 writes what the compiler says now.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { examine } from '../../src/compiler/compile.ts';
import { catalogue, type Finding } from '../../src/messages/index.ts';
import { aboutOf, base, layOver, outputsOf, samples, shortPlace, textAt } from './support.ts';

const update = !!process.env.UPDATE && !process.env.CI;
const names = readdirSync(samples)
  .filter((name) => !name.startsWith('_'))
  .sort();
const chosen = names.filter((name) => name.includes(process.env.FILTER ?? ''));

/** A finding as a case writes it down: `at` points, `points at` shows what stands there. */
interface Expected {
  rule: string;
  severity: string;
  at: string;
  'points at': string;
  found: string;
  expected: string;
  mend: string;
  'see also'?: string;
}

const written = (finding: Finding, root: string): Expected => ({
  rule: finding.rule,
  severity: finding.severity,
  at: shortPlace(finding.place),
  'points at': textAt(root, finding.place),
  found: finding.found,
  expected: finding.expected,
  mend: finding.mend,
  ...(finding.related
    ? { 'see also': `${shortPlace(finding.related.place)} ${finding.related.what}` }
    : {}),
});

/** The article of a handout or the slides of a page, one element a line: what a person compares. */
function readable(html: string): string {
  const article = /<article[\s\S]*<\/article>/.exec(html)?.[0];
  const slides = html.match(/<section class="slide layout[\s\S]*?<\/footer><\/section>/g);
  const parts = article && !html.includes('data-page="review"') ? [article] : (slides ?? []);
  const lines = parts.map((part) =>
    part
      .replace(/(?<=base64,)[\w+/=]+/g, '…')
      .replace(
        /(?<!^)<(?:p|li|h\d|ul|ol|div|section|figure|aside|table|tr|header|footer|dl)[\s>]/g,
        '\n$&',
      ),
  );
  return `${lines.join('\n\n')}\n`;
}

describe.each(chosen)('%s', (name) => {
  const folder = join(samples, name);
  const { why } = aboutOf(name);
  const jsonPath = join(folder, 'expected.json');
  const pages = join(folder, 'expected');
  const shows = existsSync(pages);

  test(`${why}: what the author is told`, () => {
    const root = layOver(name);
    const told = examine(root).findings.map((f) => written(f, root));
    if (update && !shows) writeFileSync(jsonPath, `${JSON.stringify(told, null, 2)}\n`);
    const expected = existsSync(jsonPath) ? JSON.parse(readFileSync(jsonPath, 'utf8')) : [];
    expect(expected.length > 0 || shows, 'an expected.json or an expected/').toBe(true);
    expect(told).toEqual(expected);
  });

  if (!shows) return;
  test(`${why}: what the reader sees`, async () => {
    const outputs = await outputsOf(layOver(name));
    const files = readdirSync(pages);
    expect(files.length).toBeGreaterThan(0);
    for (const file of files) {
      const path = file.replaceAll('~', '/');
      const output = outputs.find((o) => o.path === path);
      expect(output?.path).toBe(path);
      const shown = readable(output?.content ?? '');
      if (update) writeFileSync(join(pages, file), shown);
      expect(shown).toBe(readFileSync(join(pages, file), 'utf8'));
    }
  });
});

test('the base itself has no findings', () => {
  expect(examine(base).findings).toEqual([]);
});

/** Rules that no folder can show, each with the reason. */
const ELSEWHERE: Record<string, string> = {
  'fit/overflow': 'needs a browser: see tests/exports/fit.test.ts',
  'fit/small-text': 'needs a browser: see tests/exports/fit.test.ts',
  'fit/collision': 'needs a browser: see tests/exports/fit.test.ts',
  'file/too-slow': 'takes seconds, and depends on the machine: see limits',
};

describe.skipIf(!!process.env.FILTER)('the catalogue', () => {
  const told = (): Expected[] =>
    names.flatMap((name) => {
      const path = join(samples, name, 'expected.json');
      return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : [];
    });
  const rules = Object.keys(catalogue);

  test('every rule has a case', () => {
    const shown = new Set(told().map((f) => f.rule));
    const elsewhere = Object.keys(ELSEWHERE);
    expect(rules.filter((rule) => !shown.has(rule) && !elsewhere.includes(rule))).toEqual([]);
    expect(elsewhere.filter((rule) => shown.has(rule) || !rules.includes(rule))).toEqual([]);
  });

  test('every message reads well', () => {
    const jargon =
      /undefined|\bnull\b|NaN|\[object|Invalid |received|``|“”|\bone of\s*$|one of `[^`,]*`$/;
    for (const f of told()) {
      expect(f.found, f.at).toMatch(/^(?:Unexpected|Missing) ./);
      for (const sentence of [f.found, f.expected, f.mend]) {
        expect(sentence, f.at).not.toMatch(jargon);
        expect(sentence.trim(), f.at).not.toBe('');
      }
      expect(f.mend, f.at).toMatch(/[.)]$|---$/);
    }
  });
});
