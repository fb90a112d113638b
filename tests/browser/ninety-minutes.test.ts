/** A whole session on a fake clock, by the keyboard, in two windows; what the trainer reads on the way, and the report at its end. */
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import {
  button,
  journal,
  MIN,
  openOnFakeClock,
  pace,
  pass,
  START,
  seconds,
  segmentLeft,
  sessionLeft,
  slideSaid,
  speakerReady,
  walkTo,
} from './desk.ts';
import { deckReady, slideNow, useBench } from './support.ts';

const bench = useBench();

const severity = (speaker: Page): Promise<string | null> =>
  speaker.locator('.top-line').getAttribute('data-severity');
const ends = async (speaker: Page): Promise<string> =>
  (await speaker.locator('.pace-finish').textContent()) ?? '';
const card = (speaker: Page, id: string) => speaker.locator(`#${id}`);

test('ninety minutes, from Start to the report', async () => {
  const { context, page, speaker, requests, troubles } = await openOnFakeClock(bench);
  /** What the clock must say in the end, kept by hand beside it. */
  const accounts = new Map<string, number>();
  let pauses = 0;
  let on = 'A1';
  let paused = false;
  let spent = 0;
  let reloads = 0;
  const spend = async (ms: number, smooth = false): Promise<void> => {
    await pass(context, ms, smooth);
    if (paused) pauses += ms;
    else accounts.set(on, (accounts.get(on) ?? 0) + ms);
    spent += ms;
    // Every few minutes one of the windows is reloaded, by turns.
    if (spent > (reloads + 1) * 4 * MIN) {
      const slide = await slideNow(page);
      if (reloads++ % 2) {
        await page.reload();
        await deckReady(page);
        expect(await slideNow(page)).toBe(slide);
      } else {
        await speaker.reload();
        await speakerReady(speaker);
      }
    }
    const elapsed = [...accounts.values()].reduce((sum, one) => sum + one, 0);
    const of = seconds(await speaker.locator('.session-clock .clock-label').textContent());
    expect(await sessionLeft(speaker)).toBe(Math.ceil(of - elapsed / 1000));
  };
  const show = async (slide: string, segment: string): Promise<void> => {
    await walkTo(speaker, page, slide);
    await expect.poll(async () => (await slideSaid(speaker))?.toLowerCase()).toBe(slide);
    on = segment;
  };
  const key = (name: string): Promise<void> => speaker.keyboard.press(name);

  expect(await ends(speaker)).toBe('Start now: ends 15:30');
  await key('k');
  expect(await sessionLeft(speaker)).toBe(90 * 60);

  // A late official: quietly up to a minute, then amber, then red with what to cut.
  await key('t');
  await spend(4 * MIN);
  expect(await pace(speaker)).toBe('On time');
  await spend(40_000);
  expect(await pace(speaker)).toBe('Under 1 min behind');
  expect(await severity(speaker)).toBe('calm');
  expect(await segmentLeft(speaker)).toBe(-40);
  await spend(80_000);
  expect(await pace(speaker)).toBe('2 min behind');
  expect(await severity(speaker)).toBe('amber');
  await spend(90_000);
  expect(await pace(speaker)).toBe('4 min behind');
  expect(await severity(speaker)).toBe('red');
  expect(await ends(speaker)).toBe('Ends 15:33, planned 15:30');
  expect(await card(speaker, 'next-action').innerText()).toContain(
    'Brochure and pocket card to everyone',
  );
  await key('t');
  await key('t');
  await expect
    .poll(() => card(speaker, 'next-action').innerText())
    .not.toContain('Brochure and pocket card');

  // The cuts that bring the finish back, in the order of the drift rules; accepted, taken back, accepted.
  await show('s2', 'A2');
  const cuts = card(speaker, 'cuts');
  expect(await cuts.locator('.cut-steps li span').allInnerTexts()).toEqual([
    'S3: leave out the pair task',
    'S5: leave out the question',
  ]);
  expect(await cuts.innerText()).toMatch(/Finish 15:33 → 15:30\./);
  const accept = cuts.getByRole('button', { name: /^Accept/ });
  await key('x');
  await accept.press('Enter');
  await expect.poll(() => pace(speaker)).toBe('On time');
  expect(await sessionLeft(speaker)).toBe(90 * 60 - 450);
  await key('u');
  await expect.poll(() => cuts.locator('.cut-steps li').count()).toBe(2);
  await accept.press('Enter');
  await expect.poll(() => pace(speaker)).toBe('On time');
  expect(await cuts.innerText()).toContain('The finish holds.');

  // The next checkpoint, by the plan and as expected; the next action, a minute before.
  expect(await card(speaker, 'ahead').innerText()).toContain(
    'Checkpoint A4 Why us; the forms it takes: planned 13:00, expected 14:30',
  );
  await spend(3.4 * MIN);
  expect(await card(speaker, 'next-action').innerText()).toContain('In 1:06');
  await spend(10_000, true);
  const next = card(speaker, 'next-action');
  expect(await next.innerText()).toMatch(/Soon: in 0:56[\s\S]*Close: the full test/);
  await spend(56_000);
  expect(await next.innerText()).toMatch(/Now[\s\S]*Close: the full test/);
  await spend(30_000);

  await show('s3', 'A3');
  await spend(2 * MIN);
  await show('s4', 'A4');
  await spend(2.5 * MIN);
  await show('s5', 'A4');
  await spend(2 * MIN);
  await show('s6', 'A5');
  await spend(3 * MIN);
  await show('s7', 'A5');
  await spend(2 * MIN);
  await show('s8', 'A6');
  await spend(2 * MIN);

  // The power fails: a pause, then it goes on.
  const before = await sessionLeft(speaker);
  await key('k');
  paused = true;
  await spend(6 * MIN);
  expect(await sessionLeft(speaker)).toBe(before);
  expect(await pace(speaker)).toMatch(/^Paused/);
  expect(await ends(speaker)).toBe('Ends 15:36, planned 15:36');
  await button(speaker, 'Resume').press('Enter');
  paused = false;
  await spend(MIN);
  await show('s8a', 'A6');
  await spend(1 * MIN);
  await show('s8b', 'A6');
  await spend(2 * MIN);
  await show('s9', 'A7');

  // More time by hand, and a look back.
  await spend(2 * MIN);
  await button(speaker, 'A7 +1 min').press('Enter');
  await expect.poll(() => segmentLeft(speaker)).toBe(4 * 60);
  while ((await slideNow(page)) !== 's8b') {
    const at = await slideSaid(speaker);
    await key('PageUp');
    await page.waitForTimeout(at === (await slideSaid(speaker)) ? 30 : 0);
  }
  on = 'A6';
  await spend(30_000);
  await show('s9', 'A7');
  await spend(4 * MIN);
  await show('s10', 'A8');
  await spend(1.5 * MIN);
  await show('s10a', 'A8');
  await spend(1.5 * MIN);
  await show('s11', 'A9');
  await spend(2 * MIN);
  await show('s12', 'A9');
  await spend(2 * MIN);
  await show('s13', 'A10');
  await key('i');
  await speaker.keyboard.type('Who is the alternate in the north?');
  await key('Enter');
  await spend(2 * MIN);
  await show('s14', 'A10');
  await spend(30_000);
  await show('x1', 'B1');
  await spend(3 * MIN);

  // The room must be empty at 15:30: the forecast is against that.
  await speaker.getByLabel('The room is ours until').fill('15:30');
  await expect.poll(() => ends(speaker)).toMatch(/^Ends 15:3\d, but out by 15:30$/);
  expect(await cuts.innerText()).toMatch(/late at the end/);
  await button(speaker, 'No fixed end').press('Enter');
  await expect.poll(() => ends(speaker)).toMatch(/planned 15:36$/);
  await speaker.evaluate(() => (document.activeElement as HTMLElement).blur());

  // Case work: the countdown is on the wall, survives a reload, gets a minute more, and ends.
  await show('x2', 'B2');
  await key('e');
  const wall = page.getByRole('timer', { name: 'Exercise time left' });
  await expect.poll(async () => seconds(await wall.textContent())).toBe(2 * 60);
  await spend(90_000);
  expect(seconds(await wall.textContent())).toBe(30);
  await page.reload();
  await deckReady(page);
  expect(seconds(await wall.textContent())).toBe(30);
  await key('m');
  await expect.poll(async () => seconds(await wall.textContent())).toBe(90);
  await spend(13.5 * MIN);
  expect(await wall.textContent()).toBe('Time is up');
  await key('e');
  await expect.poll(() => wall.count()).toBe(0);

  await show('x3', 'B3');
  await spend(10 * MIN);
  await spend(4 * MIN);
  await show('x4', 'B4');
  await spend(4 * MIN);
  await show('x5', 'B5');
  await spend(5 * MIN);
  await show('x6', 'B6');
  await spend(2.5 * MIN);
  const types = (await journal(speaker)).map((e) => e.type);
  expect(types).not.toContain('finished');

  // Finish: asked once.
  await button(speaker, 'Finish').press('Enter');
  await pass(context, 20, true);
  accounts.set(on, (accounts.get(on) ?? 0) + 20);
  await key('Shift+Tab');
  await key('Enter');
  await expect.poll(() => pace(speaker)).toMatch(/^Finished/);
  await pass(context, 7 * MIN);
  const elapsed = [...accounts.values()].reduce((sum, one) => sum + one, 0);
  expect(reloads).toBeGreaterThan(18);

  // The report.
  const [report] = await Promise.all([
    context.waitForEvent('page'),
    speaker.getByRole('link', { name: 'Report', exact: true }).click(),
  ]);
  await report.locator('.segment-table').waitFor();
  await pass(context, 100, true);
  const rows = await report
    .locator('.segment-table tbody tr')
    .evaluateAll((all) => all.map((tr) => [...tr.children].map((c) => c.textContent ?? '')));
  const actual = new Map(rows.map(([id, , , a]) => [id?.split(' ')[0], seconds(a ?? '')]));
  for (const [id, ms] of accounts)
    expect([id, actual.get(id)]).toEqual([id, Math.floor(ms / 1000)]);
  const total = await report
    .locator('tfoot tr')
    .evaluate((tr) => [...tr.children].map((c) => c.textContent ?? ''));
  const sum = (values: Iterable<number>): number => [...values].reduce((a, b) => a + b, 0);
  expect(sum(actual.values())).toBe(Math.floor(elapsed / 1000));
  expect(seconds(total[3] ?? '')).toBe(Math.floor(elapsed / 1000));
  expect(sum(rows.map((r) => seconds(r[1] ?? '')))).toBe(90 * 60);
  expect(sum(rows.map((r) => seconds(r[2] ?? '')))).toBe(seconds(total[2] ?? ''));
  const sums = await report.locator('.report-sums dd').allInnerTexts();
  expect(sums.slice(0, 3).map(seconds)).toEqual([
    90 * 60,
    Math.floor(elapsed / 1000),
    pauses / 1000,
  ]);
  const finish = new Date(START.getTime() + elapsed + pauses);
  const clock = `${finish.getHours()}:${String(finish.getMinutes()).padStart(2, '0')}`;
  const text = await report.locator('main').innerText();
  expect(text).toContain(`14:00 to ${clock}, 90 minutes.`);
  expect(text).toContain('S3: leave out the pair task');
  expect(text).toContain('S5: leave out the question');
  expect(text).toContain('Who is the alternate in the north?');

  const download = async (name: string): Promise<string> => {
    const [file] = await Promise.all([
      report.waitForEvent('download'),
      button(report, name).click(),
    ]);
    expect(file.suggestedFilename()).toBe(`sgtm-1-en-2026-11-23-report.${name.toLowerCase()}`);
    return readFileSync(await file.path(), 'utf8');
  };
  const json = JSON.parse(await download('JSON'));
  expect(json.elapsedMs).toBe(elapsed);
  expect(json.pausedMs).toBe(pauses);
  expect(Date.parse(json.finishedAt) - Date.parse(json.startedAt)).toBe(elapsed + pauses);
  expect(sum(json.segments.map((s: { actualMs: number }) => s.actualMs))).toBe(elapsed);
  for (const s of json.segments) expect(s.actualMs).toBe(accounts.get(s.id) ?? 0);
  expect(json.cuts).toEqual(['s3-pairs', 's5-question']);
  const csv = (await download('CSV'))
    .replace('\uFEFF', '')
    .trim()
    .split('\r\n')
    .map((l) => [...l.matchAll(/"((?:[^"]|"")*)"/g)].map((m) => m[1] ?? ''));
  expect(csv.slice(1, -1).map((l) => l[0])).toEqual(rows.map((r) => r[0]?.split(' ')[0]));
  for (const column of [2, 3, 4]) {
    const inTable = rows.map((r) => seconds(r[column - 1] ?? ''));
    for (const [i, value] of inTable.entries())
      expect(Math.abs(Number(csv[i + 1]?.[column]) * 60 - value)).toBeLessThanOrEqual(1);
    expect(sum(csv.slice(1, -1).map((l) => Number(l[column])))).toBeCloseTo(
      Number(csv.at(-1)?.[column]),
      6,
    );
  }
  // Nobody is named, and nothing asks for a name.
  const keys: string[] = [];
  JSON.parse(JSON.stringify(json), (k, v) => {
    keys.push(k);
    return v;
  });
  expect(keys.filter((k) => /name|person|mail|phone|author/i.test(k))).toEqual([]);
  expect(text).toContain('This report holds no names of participants.');
  for (const window of [speaker, report, page])
    for (const field of await window.locator('input:visible, textarea:visible').all())
      expect(
        `${await field.getAttribute('name')} ${await field.getAttribute('aria-label')}`,
      ).not.toMatch(/\bname\b|participant's|e-?mail/i);
  expect(requests).toEqual([]);
  expect(troubles).toEqual([]);
}, 300_000);

/** How loudly the finish is said. */
const loudness = (speaker: Page): Promise<string | null> =>
  speaker.locator('.pace-finish').getAttribute('data-severity');

describe('other lengths', () => {
  test.each([
    ['60', 60, ['A1', 3], '15:00'],
    ['120', 120, ['A1', 5], '16:00'],
  ] as const)('%s minutes start with the right totals', async (variant, total, first, finish) => {
    const { context, page, speaker } = await openOnFakeClock(bench);
    await speaker.getByLabel(`${variant} minutes`).check();
    expect(await ends(speaker)).toBe(`Start now: ends ${finish}`);
    await speaker.evaluate(() => (document.activeElement as HTMLElement).blur());
    await speaker.keyboard.press('k');
    expect(await sessionLeft(speaker)).toBe(total * 60);
    expect(await segmentLeft(speaker)).toBe(first[1] * 60);
    expect(await ends(speaker)).toBe(`Ends ${finish}, planned ${finish}`);
    const planned = await speaker
      .locator('.timeline-now .visually-hidden')
      .evaluateAll((all) =>
        all.map((e) => Number(/planned ([\d.]+) min/.exec(e.textContent ?? '')?.[1])),
      );
    expect(planned.reduce((a, b) => a + b, 0)).toBe(total);
    await page.reload();
    await deckReady(page);
    await speaker.reload();
    await speakerReady(speaker);
    expect(await sessionLeft(speaker)).toBe(total * 60);
    if (variant === '120') {
      // The break after part A: started by hand, ended by the next slide.
      await walkTo(speaker, page, 's14');
      await pass(context, 57 * MIN);
      await button(speaker, 'Start: Break').press('Enter');
      await expect.poll(() => segmentLeft(speaker)).toBe(5 * 60);
      await pass(context, 4 * MIN);
      expect(await segmentLeft(speaker)).toBe(60);
      // The wall says that it is a break, how long, and when it ends; the slide that stayed up is covered.
      const cover = page.locator('section.present .break-cover');
      expect(await cover.innerText()).toMatch(/^Break\s+1:00\s+We go on at 15:02$/);
      const headline = page.locator('section.present .headline');
      const at = await headline.evaluate((h) => {
        const { x, y, width, height } = h.getBoundingClientRect();
        return !!document.elementFromPoint(x + width / 2, y + height / 2)?.closest('.break-cover');
      });
      expect(at).toBe(true);
      await pass(context, 2 * MIN);
      expect(await cover.innerText()).toMatch(/^Break\s+Please come back$/);
      await walkTo(speaker, page, 'x1');
      expect(await page.locator('.break-cover').count()).toBe(0);
      expect(await segmentLeft(speaker)).toBe(3 * 60);
    }
  });
});

describe('the drift rules', () => {
  test('pace words and loudness at each threshold', async () => {
    const { context, speaker } = await openOnFakeClock(bench);
    await speaker.keyboard.press('k');
    let gone = 0;
    for (const [at, words, loud] of [
      [4 * MIN, 'On time', 'calm'],
      [4 * MIN + 30_000, 'Under 1 min behind', 'calm'],
      [5 * MIN, '1 min behind', 'calm'],
      [5 * MIN + 1_000, '1 min behind', 'amber'],
      [7 * MIN, '3 min behind', 'amber'],
      [7 * MIN + 1_000, '3 min behind', 'red'],
    ] as const) {
      await pass(context, at - gone);
      gone = at;
      expect([at, await pace(speaker), await severity(speaker)]).toEqual([at, words, loud]);
    }
  });

  test('amber says which question may be dropped; nothing is ever skipped by itself', async () => {
    const { context, page, speaker } = await openOnFakeClock(bench);
    await speaker.keyboard.press('k');
    await walkTo(speaker, page, 's5');
    await pass(context, 21 * MIN);
    expect(await severity(speaker)).toBe('amber');
    expect(await card(speaker, 'asks').innerText()).toContain('drop this one: you are late');
    await pass(context, 20 * MIN);
    expect(await severity(speaker)).toBe('red');
    expect(await slideNow(page)).toBe('s5');
    expect((await journal(speaker)).map((e) => e.type)).not.toContain('replanned');
    // What is never cut is not offered, and says so.
    const cuts = card(speaker, 'cuts');
    await cuts.getByText('All segments ahead').click();
    for (const id of ['A6', 'A7', 'A8', 'A9', 'B2', 'B6']) {
      const row = cuts.locator('.segment-list li', { hasText: `${id} ` });
      expect(await row.innerText()).toContain('never cut');
      expect(await row.getByRole('button').count()).toBe(0);
    }
    const offered = await cuts.locator('.cut-steps li span').allInnerTexts();
    expect(offered.length).toBeGreaterThan(5);
    expect(offered.join('\n')).not.toMatch(/^(A6|A7|A8|A9|B2|B6):/m);
  });

  test('with time to spare it offers a case swap, never new talk', async () => {
    const { context, page, speaker } = await openOnFakeClock(bench);
    await speaker.keyboard.press('k');
    await walkTo(speaker, page, 's14');
    await pass(context, 30 * MIN);
    expect(await pace(speaker)).toBe('12 min ahead');
    const cuts = card(speaker, 'cuts');
    expect(await cuts.innerText()).toContain('to spare at the end');
    const offers = await cuts.locator('.stretch').allInnerTexts();
    expect(offers.join('\n')).toContain('Groups read a neighbour’s case');
    await cuts.getByRole('button', { name: 'Add' }).first().press('Enter');
    await expect.poll(() => sessionLeft(speaker)).toBe(64 * 60);
  });

  test('a hard stop: the forecast and the cuts are held against it', async () => {
    const { context, speaker } = await openOnFakeClock(bench);
    await speaker.getByLabel('The room is ours until').fill('15:20');
    await speaker.evaluate(() => (document.activeElement as HTMLElement).blur());
    await speaker.keyboard.press('k');
    await pass(context, MIN);
    // On time, and yet too late for the room: said loudly, and the cuts come first.
    expect(await ends(speaker)).toBe('Ends 15:30, but out by 15:20');
    expect(await pace(speaker)).toBe('On time');
    expect(await loudness(speaker)).toBe('red');
    expect(await speaker.locator('.edge > *').first().getAttribute('id')).toBe('cuts');
    const cuts = card(speaker, 'cuts');
    expect(await cuts.innerText()).toContain('10 min late at the end');
    await cuts.getByRole('button', { name: /^Accept/ }).press('Enter');
    await expect.poll(() => ends(speaker)).toBe('Ends 15:18, out by 15:20');
    expect(await loudness(speaker)).toBe('calm');
    expect(await speaker.locator('.edge > *').first().getAttribute('id')).toBe('next-action');
    // A pause moves the finish, not the room's end.
    await speaker.evaluate(() => (document.activeElement as HTMLElement).blur());
    await speaker.keyboard.press('k');
    await pass(context, 5 * MIN);
    expect(await ends(speaker)).toBe('Ends 15:23, but out by 15:20');
  });
});

test('single screen: the clock on the slide’s edge, and never a note', async () => {
  const { context, page, troubles } = await bench.context();
  await context.clock.install({ time: START.getTime() - 1000 });
  await context.clock.pauseAt(START);
  await page.goto(bench.url('facilitator/sgtm-1/en/deck.html'));
  await deckReady(page);
  const edge = page.locator('.edge-clock');
  expect(await edge.isVisible()).toBe(false);
  await page.keyboard.press('t');
  expect(await edge.isVisible()).toBe(true);
  expect(await sessionLeft(page)).toBe(90 * 60);
  expect(await page.locator('#speaker-data, .desk').count()).toBe(0);
  // Started from a speaker view that is then closed, as on a laptop that mirrors its one screen.
  const speaker = await context.newPage();
  await speaker.goto(`${bench.url('facilitator/sgtm-1/en/deck.html')}?speaker`);
  await speakerReady(speaker);
  const must = await speaker.locator('.must-say li').allInnerTexts();
  expect(must.length).toBeGreaterThan(0);
  await speaker.keyboard.press('k');
  await speaker.close();
  await pass(context, 5.5 * MIN);
  expect(await sessionLeft(page)).toBe(84.5 * 60);
  expect(await segmentLeft(page)).toBe(-90);
  expect(await edge.innerText()).toContain('2 min behind');
  const text = await page.locator('body').innerText();
  for (const line of must) expect(text).not.toContain(line);
  // It does not lie on the slide's own words.
  const overlaps = await page.evaluate(() => {
    const box = document.querySelector('.edge-clock')?.getBoundingClientRect();
    if (!box) return ['no edge clock'];
    return [
      ...document.querySelectorAll('section.present .slide-head *, section.present .slide-body *'),
    ]
      .filter((e) => [...e.childNodes].some((n) => n.nodeType === 3 && n.textContent?.trim()))
      .filter((e) => {
        const b = e.getBoundingClientRect();
        return b.left < box.right && b.right > box.left && b.top < box.bottom && b.bottom > box.top;
      })
      .map((e) => e.textContent);
  });
  expect(overlaps).toEqual([]);
  await page.keyboard.press('t');
  expect(await edge.isVisible()).toBe(false);
  expect(troubles).toEqual([]);
});
