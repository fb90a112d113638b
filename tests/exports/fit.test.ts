/** Fit: what leaves the slide, is too small or lies over something else is told with its place, step and size. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchChromium } from '../../scripts/lib/chromium.ts';
import { examine } from '../../src/compiler/compile.ts';
import { checkFit, SIZES } from '../../src/exports/fit/fit.ts';
import { type Finding, formatForPeople, Reporter } from '../../src/messages/index.ts';
import { base, copyOfBase, project } from '../compiler/support.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(() => browser?.close());

async function fitOf(
  root: string,
): Promise<{ findings: Finding[]; slides: number; states: number }> {
  const { modules, version, findings } = examine(root);
  expect(findings.filter((f) => f.severity === 'error')).toEqual([]);
  const reporter = new Reporter();
  const walked = await checkFit(browser, modules, version, reporter);
  return { ...walked, findings: reporter.sorted() };
}

const S1 = 'slides/mini/en/01-s1.md';
const S2 = 'slides/mini/en/02-s2.md';
const read = (path: string): string => readFileSync(join(base, path), 'utf8');
const CSS = 'slides/figures/doors.css';
const DRAWING = read(CSS);

test('the real decks: every slide, every step, every size, nothing found', async () => {
  const { findings, slides, states } = await fitOf(project);
  expect(formatForPeople(findings)).toBe('0 errors, 0 warnings');
  expect(slides).toBe(examine(project).modules.reduce((n, m) => n + m.slides.length, 0));
  expect(states).toBeGreaterThan(slides * SIZES.length);
});

test('the small module: nothing found, so that what is found below is what was planted', async () => {
  expect((await fitOf(base)).findings).toEqual([]);
});

describe('planted', () => {
  const planted = async (files: Record<string, string>): Promise<string[]> =>
    (await fitOf(copyOfBase(files))).findings.map(
      ({ rule, place, found }) => `${rule} ${place.file}:${place.line}:${place.column} ${found}`,
    );

  test('a slide with too much on it', async () => {
    const lines = Array.from(
      { length: 20 },
      (_, i) => `- Line number ${'abcdefghijklmnopqrst'[i]}`,
    );
    const found = await planted({ [S2]: `${read(S2)}\n${lines.join('\n')}\n` });
    expect(found.length).toBeGreaterThan(0);
    expect(found.join('\n')).toMatch(
      /fit\/overflow slides\/mini\/en\/02-s2\.md:\d+:3 Unexpected \d+ px of “Line number t” outside its place \(slide S2, step 0 of 1, 1280 × 720\)/,
    );
    // Once, not at every step and size.
    expect(new Set(found).size).toBe(found.length);
    expect(found.join('\n')).not.toContain('1920');
  });

  test('what comes only with a later step', async () => {
    const long = `:::reveal\nShort.\n:::\n\n:::reveal\n${'Many words that go on and on. '.repeat(40)}\n:::\n`;
    const found = await planted({ [S1]: read(S1).replace('![A small red dot](dot.png)', long) });
    expect(found.join('\n')).toMatch(/Many words that go on[^\n]*\(slide S1, step 2 of 2, 1280/);
    expect(found.join('\n')).toMatch(/01-s1\.md:2\d:1 /);
  });

  test('type that the back row cannot read', async () => {
    const found = await planted({ [CSS]: `${DRAWING}\n.figure-doors p { font-size: 15px; }\n` });
    expect(found).toEqual([
      expect.stringMatching(
        /^fit\/small-text slides\/mini\/en\/01-s1\.md:14:3 Unexpected type of 15 px: “Open”/,
      ),
      expect.stringMatching(/^fit\/small-text .*:15:3 Unexpected type of 15 px: “Shut”/),
    ]);
  });

  test('a drawing that takes all the room', async () => {
    const found = await planted({ [CSS]: '.figure-doors { display: grid; }' });
    expect(found.join('\n')).toMatch(/fit\/overflow .* content that is \d+ px too large/);
    expect(found.join('\n')).toMatch(/px of “A small red dot” outside/);
  });

  test('one word over another', async () => {
    const css =
      '.figure-doors p { position: absolute; inset-block-start: 40px; inset-inline-start: 40px; }';
    const found = await planted({ [CSS]: `${DRAWING}\n${css}\n` });
    expect(found.join('\n')).toMatch(
      /^fit\/collision .*:14:3 Unexpected “Shut” over “Open” \(slide S1, 1280 × 720\)/m,
    );
  });

  test('a word that its box cuts off', async () => {
    const css = '.figure-doors p { overflow: hidden; block-size: 8px; margin: 0; }';
    const found = await planted({
      [CSS]: `${DRAWING}\n.figure-doors { overflow: hidden; max-block-size: 12px; }\n${css}\n`,
    });
    expect(found.join('\n')).toMatch(/fit\/overflow .*“(?:Open|Shut)”/);
  });

  test('a word that a shape hides', async () => {
    const css =
      '.figure-doors { position: relative; } .figure-doors svg { position: absolute; inset: 0; inline-size: 100%; z-index: 2; }';
    const found = await planted({ [CSS]: `${DRAWING}\n${css}\n` });
    expect(found.join('\n')).toMatch(
      /fit\/collision .*:14:3 Unexpected “(?:path|svg)” over “Open”/,
    );
  });
});
