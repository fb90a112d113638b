/** The report: whatever the session was, its numbers add up, and it holds nothing that it should not. */
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import type { EventBody } from '../../src/model/index.ts';
import { append, newJournal, serialise } from '../../src/session/journal/index.ts';
import { button, DECK, KEY, MIN, pass, START, seconds, stopClock } from './desk.ts';
import { useBench } from './support.ts';

const bench = useBench();
const session = { module: 'sgtm-1', lang: 'en', session: 'report' };
type Line = [atMs: number, body: EventBody];

const text = (lines: Line[]): string =>
  serialise(
    lines.reduce(
      (known, [at, body]) => append(known, body, { at: START.getTime() + at, writer: 'w' }),
      newJournal(session),
    ),
  );

/** The report's page in a browser that keeps this record. */
async function report(record: string | null, at = 120 * MIN) {
  const watched = await bench.context();
  const { context, page } = watched;
  await stopClock(context, START.getTime() + at);
  await page.goto(bench.url('facilitator/index.html'));
  if (record !== null)
    await page.evaluate(
      ([key, value]) => localStorage.setItem(key ?? '', value ?? ''),
      [KEY, record],
    );
  await page.goto(`${bench.url(DECK)}?report`);
  await page.locator('main.report').waitFor();
  await pass(context, 100, true);
  return watched;
}

const table = (page: Page): Promise<string[][]> =>
  page
    .locator('.segment-table :is(tbody, tfoot) tr')
    .evaluateAll((all) => all.map((tr) => [...tr.children].map((c) => c.textContent ?? '')));

async function download(page: Page, name: 'CSV' | 'JSON'): Promise<string> {
  const [file] = await Promise.all([page.waitForEvent('download'), button(page, name).click()]);
  return readFileSync(await file.path(), 'utf8');
}

const sum = (values: number[]): number => values.reduce((a, b) => a + b, 0);

/** Every slide for a time that is no whole second, with a pause, cuts, hands and an issue. */
const SLIDES = 's1 s2 s3 s4 s5 s6 s7 s8 s8a s8b s9 s10 s10a s11 s12 s13 s14 x1 x2 x3 x4 x5 x6';
function odd(): Line[] {
  const lines: Line[] = [[0, { type: 'started', variant: '90' }]];
  let at = 0;
  for (const [i, slide] of SLIDES.split(' ').entries()) {
    lines.push([at, { type: 'slide-shown', slide }]);
    at += 3 * MIN + i * 777 + 333;
    if (slide === 's8') {
      lines.push([at, { type: 'paused' }], [at + 4 * MIN + 999, { type: 'resumed' }]);
      at += 4 * MIN + 999;
    }
    if (slide === 's3')
      lines.push(
        [at, { type: 'skipped', segment: 'B4' }],
        [at + 1, { type: 'note', text: '=1+1 "quoted" <img src=x onerror=alert(1)>, B5' }],
        [
          at + 2,
          { type: 'tally', item: 'quiz-1', round: '1', counts: { yes: 7, no: 3, abstained: 1 } },
        ],
      );
  }
  lines.push([at, { type: 'finished' }]);
  return lines;
}

describe('the report', () => {
  test('of a session of odd milliseconds adds up, on the page, in CSV and in JSON', async () => {
    const { page, requests, troubles } = await report(text(odd()));
    const rows = await table(page);
    const total = rows.pop() ?? [];
    for (const column of [1, 2, 3])
      expect([column, sum(rows.map((r) => seconds(r[column] ?? '')))]).toEqual([
        column,
        seconds(total[column] ?? ''),
      ]);
    const differences = rows.map((r) => {
      const said = seconds(r[4]?.replace('+', '') ?? '');
      return said - (seconds(r[3] ?? '') - seconds(r[1] ?? ''));
    });
    expect(differences.every((d) => d === 0)).toBe(true);
    const json = JSON.parse(await download(page, 'JSON'));
    expect(sum(json.segments.map((s: { actualMs: number }) => s.actualMs))).toBe(json.elapsedMs);
    expect(Date.parse(json.finishedAt) - Date.parse(json.startedAt)).toBe(
      json.elapsedMs + json.pausedMs,
    );
    expect(seconds(total[3] ?? '')).toBe(Math.floor(json.elapsedMs / 1000));
    const csv = (await download(page, 'CSV')).replace(/\r\n$/, '').split('\r\n');
    expect(csv[0]).toBe('\uFEFF"segment","title","planned","revised","actual","state"');
    const cells = csv.slice(1).map((l) => [...l.matchAll(/"((?:[^"]|"")*)"/g)].map((m) => m[1]));
    const last = cells.pop() ?? [];
    for (const column of [2, 3, 4])
      expect(sum(cells.map((c) => Number(c[column])))).toBeCloseTo(Number(last[column]), 6);
    expect(Number(last[4])).toBe(Math.floor(json.elapsedMs / 600) / 100);
    // No cell that a spreadsheet would run.
    for (const cell of cells.flat()) expect(cell).not.toMatch(/^[=+\-@]/);
    expect(requests).toEqual([]);
    expect(troubles).toEqual([]);
  });

  test('shows what was noted as words, and holds nothing of the speaker view', async () => {
    const { page } = await report(text(odd()));
    const said = await page.locator('main').innerText();
    expect(said).toContain('=1+1 "quoted" <img src=x onerror=alert(1)>, B5');
    expect(said).toMatch(/7\D+3\D+1/);
    expect(said).toContain('left out');
    // Left out by hand is a change too.
    expect(said).toContain('B4: leave out “Quiz, on paper”');
    expect(await page.locator('main img, #speaker-data, #room, .must-say').count()).toBe(0);
    const fields = await page.locator('input, select, [contenteditable]').count();
    expect(fields).toBe(0);
  });

  test('suggests minutes that the syllabus can take as they are', async () => {
    const { page } = await report(text(odd()));
    const yaml = parse(await page.locator('textarea').inputValue()) as {
      id: string;
      minutes: number;
    }[];
    const rows = await table(page);
    for (const { id, minutes } of yaml) {
      const row = rows.find((r) => r[0]?.startsWith(`${id} `));
      expect(Math.abs(minutes * 60 - seconds(row?.[3] ?? ''))).toBeLessThanOrEqual(15);
      expect(minutes * 2).toBe(Math.round(minutes * 2));
    }
    expect(yaml.map((s) => s.id)).toEqual(rows.slice(0, -1).map((r) => r[0]?.split(' ')[0]));
  });

  test('prints without its buttons, with its chart, within the page’s width', async () => {
    const { context, page } = await report(text(odd()));
    await page.emulateMedia({ media: 'print' });
    await page.setViewportSize({ width: 700, height: 990 });
    await pass(context, 500, true);
    // The total stands once, after the last row, and not at the foot of every page.
    expect(await page.locator('tfoot').evaluate((foot) => getComputedStyle(foot).display)).toBe(
      'table-row-group',
    );
    expect(await button(page, 'CSV').isVisible()).toBe(false);
    const chart = await page.locator('canvas').evaluate((canvas) => {
      const { width, height } = canvas as HTMLCanvasElement;
      const data = (canvas as HTMLCanvasElement)
        .getContext('2d')
        ?.getImageData(0, 0, width, height);
      return new Set(new Uint32Array(data?.data.buffer ?? new ArrayBuffer(0))).size;
    });
    expect(chart).toBeGreaterThan(3);
    expect(
      await page.evaluate(() => document.documentElement.scrollWidth - innerWidth),
    ).toBeLessThanOrEqual(0);
  });

  test('of a session that runs says so and follows it', async () => {
    const running = odd().slice(0, 6);
    const { context, page } = await report(text(running), 20 * MIN);
    expect(await page.locator('main').innerText()).toContain('The session is still running.');
    const sums = () => page.locator('.report-sums dd').nth(1).textContent();
    expect(seconds(await sums())).toBe(20 * 60);
    await pass(context, 30_000, true);
    expect(seconds(await sums())).toBeGreaterThanOrEqual(20 * 60 + 20);
  });

  test.each([
    ['no record', null],
    ['a broken record', '{"journal":1,"mod'],
    ['a record of a newer version', '{"journal":7,"module":"sgtm-1","lang":"en","session":"x"}'],
  ])('of %s says that there is none', async (_, record) => {
    const { page, troubles } = await report(record);
    expect(await page.locator('main').innerText()).toContain('No session has been started');
    expect(troubles).toEqual([]);
  });
});
