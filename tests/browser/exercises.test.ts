/** The second half of a session, two windows from files, by the keyboard alone, on a clock that the tests move. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BrowserContext, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { root } from '../../scripts/lib/root.ts';
import {
  button,
  DECK,
  journal,
  MIN,
  openOnFakeClock,
  pass,
  seconds,
  segmentLeft,
  sessionLeft,
  speakerReady,
  walkTo,
} from './desk.ts';
import { deckReady, slideNow, useBench } from './support.ts';

const bench = useBench();

interface Desk {
  context: BrowserContext;
  /** The wall. */
  page: Page;
  speaker: Page;
  troubles: string[];
  requests: string[];
}

/** Both windows at this slide; the clock runs from there. */
async function openAt(slide: string): Promise<Desk> {
  const desk = await openOnFakeClock(bench);
  await goTo(desk, slide);
  await press(desk, 'k');
  return desk;
}

async function goTo({ page, speaker, context }: Desk, slide: string): Promise<void> {
  await speaker.locator('.pictures select').selectOption(slide);
  await expect.poll(() => slideNow(page)).toBe(slide);
  await settle(context);
}

/** Lets what waits for a frame happen: dialogs open, pictures change. */
const settle = (context: BrowserContext): Promise<void> => pass(context, 50, true);

async function press({ speaker, context }: Desk, ...keys: string[]): Promise<void> {
  for (const key of keys) {
    await speaker.keyboard.press(key);
    await settle(context);
  }
}

async function type({ speaker }: Desk, text: string): Promise<void> {
  await speaker.keyboard.type(text);
}

/** Tab by Tab to what has this name, as a person without a mouse goes. */
async function tabTo(desk: Desk, name: RegExp, key = 'Tab'): Promise<void> {
  const here = (): Promise<string> =>
    desk.speaker.evaluate(() => {
      const element = document.activeElement as HTMLElement | null;
      const label = (element as HTMLInputElement | null)?.labels?.[0]?.textContent;
      return (element?.getAttribute('aria-label') ?? label ?? element?.textContent ?? '').trim();
    });
  for (let i = 0; i < 150; i++) {
    if (name.test(await here())) return;
    await press(desk, key);
  }
  throw new Error(`No Tab leads to ${name}`);
}

const present = (page: Page) => page.locator('section[data-slide].present');
const wallTime = async (page: Page): Promise<number> =>
  seconds(
    await present(page).getByRole('timer', { name: 'Exercise time left' }).first().textContent(),
  );
const wallPhase = (page: Page): Promise<string> =>
  present(page)
    .locator('.countdown-name, .countdown-whole')
    .allInnerTexts()
    .then((texts) => texts.join(' · '));
const deskTime = async (speaker: Page): Promise<number> =>
  seconds(
    await speaker
      .locator('.middle')
      .getByRole('timer', { name: 'Exercise time left' })
      .textContent(),
  );
const nowOnWall = (page: Page): Promise<string> => present(page).locator('.board-now').innerText();
const tiles = (page: Page): Promise<string[]> =>
  present(page)
    .locator('.group-board li')
    .evaluateAll((all) => all.map((li) => (li as HTMLElement).innerText.replace(/\s+/g, ' ')));
const row = (page: Page, id: string): Promise<string[]> =>
  page
    .locator('tbody tr', { has: page.locator('th', { hasText: new RegExp(`^${id} `) }) })
    .locator('td')
    .allTextContents();

/** Sets the groups for so many people: G, the number, Enter. */
async function groupsFor(desk: Desk, people: number): Promise<void> {
  await press(desk, 'g');
  await type(desk, String(people));
  await press(desk, 'Enter');
}

/** C, three counts, Enter. */
async function count(desk: Desk, yes: number, no: number, abstained: number): Promise<void> {
  await press(desk, 'c');
  await type(desk, String(yes));
  await press(desk, 'Tab');
  await type(desk, String(no));
  await press(desk, 'Tab');
  await type(desk, String(abstained));
  await press(desk, 'Enter');
}

async function report({ context }: Desk): Promise<Page> {
  const page = await context.newPage();
  await page.goto(`${bench.url(DECK)}?report`);
  await page.getByRole('heading', { name: 'Session report' }).waitFor();
  await settle(context);
  return page;
}

/** The quiz item that the wall shows. */
const itemOnWall = (page: Page): Promise<string | undefined> =>
  page.evaluate(() => {
    const seen = [...document.querySelectorAll<HTMLElement>('section.present .quiz-item')].filter(
      (li) => getComputedStyle(li).visibility !== 'hidden' && getComputedStyle(li).opacity !== '0',
    );
    return seen.map((li) => li.dataset.item).join();
  });
const handsOnWall = (page: Page): Promise<string | null> =>
  present(page)
    .locator('.quiz-item.visible canvas')
    .last()
    .getAttribute('aria-label', { timeout: 2_000 });

describe('the second half', () => {
  test('by keyboard from X1 to the report: a group of 20, each phase, reloads, hands, issues', async () => {
    const desk = await openOnFakeClock(bench);
    const { context, page, speaker, requests, troubles } = desk;
    await press(desk, 'k');
    await walkTo(speaker, page, 'x1');
    await settle(context);

    // Who, where, what, how long, and that one may step out.
    await groupsFor(desk, 20);
    await expect
      .poll(() => tiles(page))
      .toEqual(['Group 1 Case I', 'Group 2 Case II', 'Group 3 Case III', 'Group 4 Case IV']);
    const x1 = await present(page).innerText();
    expect(x1).toMatch(/Where you sit/);
    expect(x1).toMatch(/reader[\s\S]*writer[\s\S]*speaker[\s\S]*timekeeper/);
    expect(x1).toMatch(/14 minutes/);
    expect(x1).toMatch(/violence and abuse[\s\S]*step out, at any time/);
    await press(desk, 'e');
    await expect.poll(() => wallTime(page)).toBe(180);
    await pass(context, MIN);
    expect(await wallTime(page)).toBe(120);

    // Case work: the four phases, each in its turn.
    await press(desk, 'PageDown');
    await expect.poll(() => slideNow(page)).toBe('x2');
    expect(await present(page).locator('.countdown').count()).toBe(0);
    await press(desk, 'e');
    await expect.poll(() => wallPhase(page)).toMatch(/^Read · 14:00 in all$/);
    expect(await present(page).locator('.is-phase').innerText()).toMatch(/Read/);
    expect(await present(page).innerText()).toMatch(/Step out at any time/);
    expect(await present(page).innerText()).toMatch(/one worksheet, three points/);
    await pass(context, 2 * MIN);
    await expect.poll(() => wallPhase(page)).toMatch(/^Analyse/);
    const before = await wallTime(page);
    expect(before).toBeGreaterThan(4.9 * 60);
    await press(desk, 'm');
    await expect.poll(() => wallTime(page)).toBeGreaterThan(before + 58);
    expect(await present(page).locator('.is-phase').innerText()).toMatch(/6 minutes/);

    // A reload of either window, or both, in the middle of a phase.
    await pass(context, MIN);
    const middle = await wallTime(page);
    await page.reload();
    await deckReady(page);
    await speaker.reload();
    await speakerReady(speaker);
    await settle(context);
    expect(await slideNow(page)).toBe('x2');
    expect(Math.abs((await wallTime(page)) - middle)).toBeLessThanOrEqual(1);
    expect(await deskTime(speaker)).toBe(await wallTime(page));
    expect(await wallPhase(page)).toMatch(/^Analyse/);

    // A pause of the session is one of the countdown.
    await press(desk, 'k');
    const paused = await wallTime(page);
    await pass(context, 2 * MIN);
    expect(await wallTime(page)).toBe(paused);
    await press(desk, 'k');

    // On, and early to the end: the band says so, and nothing blinks.
    await press(desk, 'j');
    await expect.poll(() => wallPhase(page)).toMatch(/^Misconduct and action/);
    await press(desk, 'j');
    await expect.poll(() => wallPhase(page)).toMatch(/^Choose a speaker/);
    await pass(context, 3 * MIN);
    await expect.poll(() => present(page).locator('.time-up').innerText()).toMatch(/Time is up/);
    const animated = await page.evaluate(() => document.getAnimations().length);
    expect(animated).toBe(0);
    // More time counts from now, and the end can come early.
    await press(desk, 'm');
    await expect.poll(() => wallTime(page)).toBe(60);
    await press(desk, 'e');
    await expect.poll(() => present(page).locator('.countdown').count()).toBe(0);
    const b2 = 14 * 60 - (await segmentLeft(speaker));

    // Reports: two and two, the answer on R, an issue on I.
    await press(desk, 'PageDown', 'e');
    await expect.poll(() => wallPhase(page)).toBe('Case I: report · 16:00 in all');
    expect(await nowOnWall(page)).toBe('Now: Group 1 reports Case I');
    expect(await wallTime(page)).toBe(120);
    expect(await present(page).locator('.group-board .is-phase').innerText()).toMatch(/Case I\b/);
    expect(await speaker.locator('#model-answer details[open] summary').innerText()).toMatch(
      /Case I:/,
    );
    expect(await present(page).locator('.case-analysis').count()).toBe(0);
    await pass(context, 2 * MIN);
    await expect.poll(() => wallPhase(page)).toMatch(/^Case I: settle/);
    expect(await nowOnWall(page)).toBe('Now: we settle Case I together');
    await press(desk, 'r');
    await expect
      .poll(() => present(page).locator('.case-analysis').innerText())
      .toMatch(/Case I:[\s\S]*Act[\s\S]*Means[\s\S]*Purpose/);
    await press(desk, 'i');
    await type(desk, 'Ask about school fees');
    await press(desk, 'Enter');
    await pass(context, 2 * MIN);
    await expect.poll(() => wallPhase(page)).toMatch(/^Case II: report/);
    expect(await nowOnWall(page)).toBe('Now: Group 2 reports Case II');
    expect(await present(page).locator('.case-analysis').count()).toBe(0);
    for (const number of ['II', 'III', 'IV']) {
      await press(desk, 'j', 'r');
      await expect
        .poll(() => present(page).locator('.case-analysis h3').innerText())
        .toMatch(new RegExp(`Case ${number}:`));
      expect(await speaker.locator('#model-answer details[open] summary').innerText()).toMatch(
        new RegExp(`Case ${number}:`),
      );
      await press(desk, 'j');
    }
    await expect.poll(() => present(page).locator('.time-up').count()).toBe(1);

    // The quiz: on paper, then item by item.
    await press(desk, 'PageDown', 'e');
    await expect.poll(() => wallTime(page)).toBe(240);
    expect(await present(page).innerText()).toMatch(/on paper/);
    await press(desk, 'PageDown');
    await expect.poll(() => slideNow(page)).toBe('x5');
    expect(await present(page).innerText()).toMatch(/Raise your hand/);
    await press(desk, 'PageDown');
    expect(await present(page).locator('.hands-up:visible').innerText()).toMatch(/raise your hand/);
    await count(desk, 21, 5, 3);
    await expect.poll(() => handsOnWall(page)).toBe('True 21, false 5, not sure 3');
    // Counted wrong, and corrected: the same keys again.
    await count(desk, 12, 5, 3);
    await expect.poll(() => handsOnWall(page)).toBe('True 12, false 5, not sure 3');
    expect(await present(page).locator('.quiz-reveal:visible').count()).toBe(0);
    await press(desk, 'PageDown');
    await expect
      .poll(() => present(page).locator('.quiz-reveal:visible').innerText())
      .toMatch(/True[\s\S]+/);
    // Asked again: before and now.
    await press(desk, 'a');
    await count(desk, 18, 1, 1);
    await expect
      .poll(() => handsOnWall(page))
      .toBe('True 12, false 5, not sure 3; True 18, false 1, not sure 1');
    await press(desk, 'j');
    await count(desk, 2, 17, 1);
    await press(desk, 'r');
    await expect
      .poll(() => present(page).locator('.quiz-reveal:visible .quiz-answer').innerText())
      .toBe('False');

    // The last segment, and the end by the keyboard.
    await walkTo(speaker, page, 'x6');
    const x6 = await present(page).innerText();
    expect(x6).toMatch(/Two names\s+Who is the focal point, and who is the alternate/);
    expect(x6).toMatch(/Support for you: *Fill in/);
    expect(x6).toMatch(/feedback slip/i);
    await pass(context, MIN);
    await press(desk, 'q');
    await tabTo(desk, /^Yes, finish/, 'Shift+Tab');
    await press(desk, 'Enter');
    await button(speaker, 'New session').first().waitFor();
    const after = speaker.locator('#after-finish');
    expect(await after.innerText()).toMatch(/The session is finished[\s\S]*Open the report/);
    expect(await after.getByRole('link').getAttribute('href')).toContain('?report');
    expect(await speaker.locator('.segment-clock').innerText()).toMatch(/^Session over/);

    const sheet = await report(desk);
    const text = await sheet.locator('main').innerText();
    // Before and after, item by item, with how many had it right.
    const quiz = await sheet
      .locator('.quiz-table tbody tr')
      .evaluateAll((all) => all.map((tr) => (tr as HTMLElement).innerText.replace(/\s+/g, ' ')));
    expect(quiz).toEqual([
      '1. A servant in a private home can be a victim of trafficking. True 12 of 20 right True 12, false 5, not sure 3 18 of 20 right True 18, false 1, not sure 1',
      '2. Trafficking always means crossing a border. False 17 of 20 right True 2, false 17, not sure 1 –',
    ]);
    expect(text).not.toMatch(/True 21/);
    expect(text).toMatch(/B3 \d+:\d\d: Ask about school fees/);
    const [planned, , actual] = await row(sheet, 'B2');
    expect(planned).toBe('14:00');
    expect(Math.abs(seconds(actual ?? '') - b2)).toBeLessThanOrEqual(1);
    const all = await sheet.locator('.segment-table tbody tr td:nth-of-type(3)').allTextContents();
    const total = await sheet.locator('.segment-table tfoot td').nth(2).textContent();
    const sum = all.reduce((n, cell) => n + seconds(cell), 0);
    expect(Math.abs(sum - seconds(total))).toBeLessThanOrEqual(all.length);
    const [download] = await Promise.all([
      sheet.waitForEvent('download'),
      button(sheet, 'JSON').click(),
    ]);
    const saved = JSON.parse(readFileSync(await download.path(), 'utf8'));
    expect(saved.tallies).toEqual([
      { item: 'q10', round: '1', counts: { yes: 12, no: 5, abstained: 3 } },
      { item: 'q10', round: '2', counts: { yes: 18, no: 1, abstained: 1 } },
      { item: 'q1', round: '1', counts: { yes: 2, no: 17, abstained: 1 } },
    ]);
    expect(saved.groups.participants).toBe(20);
    expect(saved.issues.map((n: { text: string }) => n.text)).toEqual(['Ask about school fees']);
    const used = saved.segments.reduce((n: number, s: { actualMs: number }) => n + s.actualMs, 0);
    expect(used).toBe(saved.elapsedMs);
    expect(requests).toEqual([]);
    expect(troubles).toEqual([]);
  }, 240_000);

  test('only the speaker view starts, extends, skips or ends', async () => {
    const desk = await openAt('x2');
    const { page, speaker } = desk;
    for (const key of ['e', 'm', 'r', 'g']) await page.keyboard.press(key);
    await settle(desk.context);
    const kinds = async (): Promise<unknown[]> => (await journal(speaker)).map((e) => e.type);
    expect((await kinds()).filter((k) => /exercise|groups|reveal/.test(String(k)))).toEqual([]);
    expect(await present(page).locator('.countdown').count()).toBe(0);
    // And of its keys, those that make no sense now do nothing.
    await press(desk, 'm', 'j', 'r');
    expect((await kinds()).filter((k) => /exercise|reveal/.test(String(k)))).toEqual([]);
    await press(desk, 'e', 'm', 'e', 'm', 'j');
    expect((await kinds()).filter((k) => /exercise/.test(String(k)))).toEqual([
      'exercise-started',
      'exercise-extended',
      'exercise-ended',
    ]);
  });
});

describe('groups', () => {
  test('7 people: two groups, two cases, and the time of the reports follows', async () => {
    const desk = await openAt('x1');
    const { page, speaker, context } = desk;
    await press(desk, 'g');
    await type(desk, '7');
    await settle(context);
    expect(await speaker.getByRole('checkbox', { name: 'Take 8 min off B3' }).isChecked()).toBe(
      true,
    );
    await press(desk, 'Enter');
    await expect.poll(() => tiles(page)).toEqual(['Group 1 Case II', 'Group 2 Case III']);
    await press(desk, 'PageDown');
    await expect.poll(() => tiles(page)).toEqual(['Group 1 Case II', 'Group 2 Case III']);
    expect(await speaker.locator('.rounds li').allTextContents()).toEqual([
      'LEAD walks from group to group',
      'NGO with group 1 (Case II)',
      'POL with group 2 (Case III)',
      'CDT walks from group to group',
    ]);
    await press(desk, 'PageDown', 'e');
    await expect.poll(() => wallPhase(page)).toBe('Case II: report · 8:00 in all');
    expect(await speaker.locator('.phases li').count()).toBe(4);
    expect(await speaker.locator('#model-answer summary').allTextContents()).toEqual([
      expect.stringMatching(/^Case II:/),
      expect.stringMatching(/^Case III:/),
    ]);
    const sheet = await report(desk);
    expect((await row(sheet, 'B3')).slice(0, 2)).toEqual(['16:00', '8:00']);
  });

  test('40 people: eight groups, two to a case; one of them reports', async () => {
    const desk = await openAt('x1');
    const { page, speaker } = desk;
    await groupsFor(desk, 40);
    await expect.poll(async () => (await tiles(page)).length).toBe(8);
    expect(await tiles(page)).toEqual(
      ['I', 'I', 'II', 'II', 'III', 'III', 'IV', 'IV'].map((n, i) => `Group ${i + 1} Case ${n}`),
    );
    // As the tables stand: four in a row.
    const tops = await present(page)
      .locator('.group-board li')
      .evaluateAll((all) => all.map((li) => Math.round(li.getBoundingClientRect().top)));
    expect(new Set(tops.slice(0, 4)).size).toBe(1);
    expect(new Set(tops).size).toBe(2);
    await press(desk, 'PageDown');
    expect(await speaker.locator('.rounds li').first().textContent()).toBe(
      'LEAD with groups 1, 2 (Case I)',
    );
    await press(desk, 'PageDown', 'e');
    await expect
      .poll(() => present(page).locator('.group-board .is-phase').innerText())
      .toMatch(/Case I\s+Group 1 reports, 2 adds/);
    expect(await wallPhase(page)).toBe('Case I: report · 16:00 in all');
    await expectFits(page);
    await press(desk, 'PageUp');
    await expect.poll(() => slideNow(page)).toBe('x2');
    await expectFits(page);
    await press(desk, 'PageUp');
    await expect.poll(() => slideNow(page)).toBe('x1');
    await expectFits(page);
  });

  test('a case swapped, a case dropped, and back again: the wall and the time follow', async () => {
    const desk = await openAt('x1');
    const { page, speaker, context } = desk;
    const left = await sessionLeft(speaker);
    // Group 1 gets Case III.
    await press(desk, 'g');
    await tabTo(desk, /^Group 1/);
    await press(desk, 'ArrowDown', 'ArrowDown');
    await tabTo(desk, /^Set the groups/);
    await press(desk, 'Enter');
    await expect
      .poll(() => tiles(page))
      .toEqual(['Group 1 Case III', 'Group 2 Case II', 'Group 3 Case III', 'Group 4 Case IV']);
    // Case I is gone, its four minutes too.
    expect(Math.abs((await sessionLeft(speaker)) - (left - 240))).toBeLessThanOrEqual(2);
    await press(desk, 'u', 'u');
    await expect.poll(async () => (await tiles(page))[0]).toBe('Group 1 Case I');
    expect(Math.abs((await sessionLeft(speaker)) - left)).toBeLessThanOrEqual(3);
    // Group 4 works on nothing; the facilitator keeps the time.
    await press(desk, 'g');
    await tabTo(desk, /^Group 4/);
    await press(desk, 'ArrowDown');
    await tabTo(desk, /^Take 4 min off B3/);
    await press(desk, 'Space');
    await tabTo(desk, /^Set the groups/);
    await press(desk, 'Enter');
    await expect.poll(async () => (await tiles(page)).length).toBe(3);
    expect(Math.abs((await sessionLeft(speaker)) - left)).toBeLessThanOrEqual(4);
    await press(desk, 'PageDown', 'PageDown', 'e');
    await expect.poll(() => wallTime(page)).toBe(160);
    expect(await speaker.locator('.phases li').count()).toBe(6);
    await pass(context, 1_000);
  });

  test('another length of the session: the minutes on the wall are the plan’s', async () => {
    const desk = await openOnFakeClock(bench);
    const { page } = desk;
    await tabTo(desk, /^90 minutes/);
    await press(desk, 'ArrowDown');
    expect(await present(page).innerText()).toMatch(/30 minutes: talk/);
    await goTo(desk, 'x1');
    await press(desk, 'k');
    await expect.poll(() => present(page).innerText()).toMatch(/10 minutes, then you report/);
    expect(await tiles(page)).toEqual([
      'Group 1 Case II',
      'Group 2 Case II',
      'Group 3 Case III',
      'Group 4 Case III',
    ]);
    await press(desk, 'PageDown', 'e');
    await expect.poll(() => wallPhase(page)).toBe('Read · 10:00 in all');
    const shown = await present(page).locator('[data-minutes]').allTextContents();
    expect(shown).toEqual(['1.5 minutes', '3.5 minutes', '3 minutes', '2 minutes']);
    await press(desk, 'PageDown', 'PageDown');
    await expect.poll(() => present(page).innerText()).toMatch(/No paper now: 5 statements/);
  });
});

async function expectFits(page: Page): Promise<void> {
  const over = await present(page)
    .locator('.slide-body')
    .evaluate((b) => [b.scrollHeight - b.clientHeight, b.scrollWidth - b.clientWidth]);
  expect(Math.max(...over)).toBeLessThanOrEqual(2);
}

describe('the quiz', () => {
  const SHORT = ['q1', 'q6', 'q8', 'q7', 'q3'];

  test('short, by hands, once the replan has cut it: both windows pass over the rest', async () => {
    const desk = await openAt('x1');
    const { page, speaker, context } = desk;
    await pass(context, 51 * MIN - 20_000);
    // Almost three minutes late: the first cut that is left is the short quiz.
    await press(desk, 'x');
    expect(await speaker.locator('.cut-steps li').first().innerText()).toMatch(
      /Quiz by show of hands/,
    );
    await tabTo(desk, /^Accept/);
    await press(desk, 'Enter');
    expect((await journal(speaker)).at(-1)).toMatchObject({
      type: 'replanned',
      cuts: ['short-quiz'],
    });
    await goTo(desk, 'x4');
    await expect.poll(() => present(page).innerText()).toMatch(/No paper now: 5 statements/);
    await press(desk, 'PageDown');
    const marked = (
      parse(readFileSync(join(root, 'handouts/sgtm-1/en/quiz.yaml'), 'utf8')).items as {
        id: string;
        short: boolean;
      }[]
    ).flatMap((q) => (q.short ? [q.id] : []));
    expect([...marked].sort()).toEqual([...SHORT].sort());
    for (const id of marked) {
      await press(desk, 'PageDown');
      await expect.poll(() => itemOnWall(page)).toBe(id);
      expect(await speaker.locator('.quiz-items .is-current').count()).toBe(1);
      expect((await journal(speaker)).at(-1)).toMatchObject({ type: 'slide-shown', slide: 'x5' });
      await press(desk, 'PageDown');
      await expect.poll(() => present(page).locator('.quiz-reveal:visible').count()).toBe(1);
      expect(await itemOnWall(page)).toBe(id);
    }
    await press(desk, 'PageDown');
    await expect.poll(() => slideNow(page)).toBe('x6');
    // Back, by the projector's own keys.
    for (const id of [...marked].reverse()) {
      await page.keyboard.press('PageUp');
      await expect.poll(() => itemOnWall(page)).toBe(id);
      await page.keyboard.press('PageUp');
      await expect.poll(() => present(page).locator('.quiz-reveal:visible').count()).toBe(0);
      expect(await itemOnWall(page)).toBe(id);
      await expect
        .poll(() => speaker.locator('.quiz-now .question-words').textContent())
        .toContain(await present(page).locator(`[data-item=${id}] .quiz-number`).textContent());
    }
    // One of the others can be shown all the same, by name.
    await tabTo(desk, /^Short version/);
    await press(desk, 'Space');
    expect(await speaker.locator('.quiz-items li').count()).toBe(13);
    await press(desk, 'PageUp');
    await expect.poll(() => itemOnWall(page)).toBe('q10');
  });

  test('short by the facilitator’s own choice: the time follows, a reload keeps it, and back', async () => {
    const desk = await openAt('x5');
    const { page, speaker, context } = desk;
    const left = await segmentLeft(speaker);
    await tabTo(desk, /^Short version/);
    await press(desk, 'Space');
    expect(left - (await segmentLeft(speaker))).toBeGreaterThanOrEqual(60);
    await speaker.reload();
    await speakerReady(speaker);
    await settle(context);
    expect(await speaker.locator('.quiz-items li').count()).toBe(5);
    await press(desk, 'PageDown');
    await expect.poll(() => itemOnWall(page)).toBe('q1');
    await tabTo(desk, /^Short version/);
    await press(desk, 'Space');
    expect(left - (await segmentLeft(speaker))).toBeLessThan(10);
    expect(await speaker.locator('.quiz-items li').count()).toBe(13);
  });

  test('its own countdown, and hands that survive a reload of the wall', async () => {
    const desk = await openAt('x5');
    const { page } = desk;
    await press(desk, 'e');
    await expect.poll(() => wallTime(page)).toBe(300);
    await press(desk, 'PageDown');
    await count(desk, 0, 0, 0);
    await expect.poll(() => handsOnWall(page)).toBe('True 0, false 0, not sure 0');
    await count(desk, 3, 9, 0);
    await page.reload();
    await deckReady(page);
    await expect.poll(() => handsOnWall(page)).toBe('True 3, false 9, not sure 0');
    // The count can be taken back as anything else.
    await press(desk, 'u');
    await expect.poll(() => handsOnWall(page)).toBe('True 0, false 0, not sure 0');
    const drawn = await present(page)
      .locator('canvas')
      .evaluate((c) => {
        const canvas = c as HTMLCanvasElement;
        const data = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height).data;
        return data?.some((v) => v !== 0);
      });
    expect(drawn).toBe(true);
  });
});

describe('what the room is told', () => {
  test('before the first report, who comes first; in a pause, that the clock stands', async () => {
    const desk = await openAt('x3');
    const { page } = desk;
    expect(await nowOnWall(page)).toBe('First: Group 1 reports Case I');
    await groupsFor(desk, 7);
    await expect.poll(() => nowOnWall(page)).toBe('First: Group 1 reports Case II');
    await press(desk, 'e', 'k');
    await expect.poll(() => wallPhase(page)).toMatch(/^Paused · /);
    await press(desk, 'k');
    await expect.poll(() => wallPhase(page)).toMatch(/^Case II: report · /);
  });

  test('H turns the quiz to hands and back, and nowhere else; V the soft tone', async () => {
    const desk = await openAt('x3');
    const { page, speaker } = desk;
    const cuts = async () => (await journal(speaker)).filter((e) => e.type === 'replanned').length;
    await press(desk, 'h');
    expect(await cuts()).toBe(0);
    const tone = speaker.getByRole('checkbox', { name: /^Soft tone/ });
    expect(await tone.isChecked()).toBe(false);
    await press(desk, 'v');
    expect(await tone.isChecked()).toBe(true);
    await press(desk, 'v');
    expect(await tone.isChecked()).toBe(false);
    await press(desk, 'PageDown', 'h');
    await expect.poll(() => present(page).locator('.by-hands').count()).toBe(1);
    expect(await cuts()).toBe(1);
    await press(desk, 'h');
    await expect.poll(() => present(page).locator('.by-hands').count()).toBe(0);
  });
});

describe('sound', () => {
  /** Counts the notes that a window plays. */
  const listen = (context: BrowserContext) =>
    context.addInitScript(() => {
      const heard = { notes: 0 };
      Object.assign(window, { heard });
      const param = { value: 0, setValueAtTime() {}, exponentialRampToValueAtTime() {} };
      const node = {
        connect: (to: unknown) => to,
        frequency: param,
        gain: param,
        start: () => heard.notes++,
        stop() {},
      };
      Object.assign(window, {
        AudioContext: class {
          state = 'running';
          currentTime = 0;
          destination = {};
          createOscillator = () => ({ ...node });
          createGain = () => ({ ...node });
          resume = () => Promise.resolve();
        },
      });
    });
  const notes = (page: Page): Promise<number> =>
    page.evaluate(() => (window as unknown as { heard: { notes: number } }).heard.notes);

  test('none unless the speaker view asks for it; then at the end of a phase and at the end', async () => {
    const desk = await openAt('x2');
    const { page, speaker, context } = desk;
    await listen(context);
    await page.reload();
    await deckReady(page);
    await speaker.reload();
    await speakerReady(speaker);
    await settle(context);
    await press(desk, 'e');
    await pass(context, 2 * MIN);
    await expect.poll(() => wallPhase(page)).toMatch(/^Analyse/);
    expect([await notes(page), await notes(speaker)]).toEqual([0, 0]);
    await tabTo(desk, /^Soft tone/);
    await press(desk, 'Space');
    await pass(context, 5 * MIN);
    expect([await notes(page), await notes(speaker)]).toEqual([0, 2]);
    await speaker.reload();
    await speakerReady(speaker);
    await settle(context);
    expect(await speaker.getByRole('checkbox', { name: /^Soft tone/ }).isChecked()).toBe(true);
    await press(desk, 'j', 'j');
    await expect.poll(() => notes(speaker)).toBe(5);
    await press(desk, 'e');
    expect(await notes(speaker)).toBe(5);
    expect(await notes(page)).toBe(0);
  });
});

describe('local facts', () => {
  test('saved on the front door, they stand on the last slide and in the notes; the partner stays with the team', async () => {
    const { page, context } = await bench.context();
    await page.goto(bench.url('facilitator/index.html'));
    await page.evaluate(() => {
      const values = { 'support.contact': 'Room 12, extension 4711' };
      localStorage.setItem('profile', JSON.stringify({ checkedOn: '2026-11-01', values }));
      const own = { values: { 'referral.name': 'Partner nobody may see' } };
      localStorage.setItem('profile-private', JSON.stringify(own));
    });
    await page.goto(`${bench.url(DECK)}#x6`);
    await deckReady(page);
    expect(await present(page).innerText()).toMatch(/Support for you: *Room 12, extension 4711/);
    expect(await page.locator('html').innerHTML()).not.toContain('Partner nobody may see');
    const speaker = await context.newPage();
    await speaker.goto(`${bench.url(DECK)}?speaker`);
    await speakerReady(speaker);
    await speaker.locator('.pictures select').selectOption('x6');
    await expect
      .poll(() => speaker.locator('#local-facts').innerText())
      .toMatch(/Room 12, extension 4711[\s\S]*Checked on 2026-11-01/);
    expect(await speaker.locator('.folds').textContent()).toContain('Room 12, extension 4711');
  });
});

describe('the participants’ self-check', () => {
  const REVIEW = 'participants/sgtm-1/en/review.html';
  const items = (
    parse(readFileSync(join(root, 'handouts/sgtm-1/en/quiz.yaml'), 'utf8')).items as {
      kind: string;
      statement: string;
      answer?: boolean;
      reason: string;
      facilitator: Record<string, string>;
    }[]
  ).filter((q) => q.kind === 'true-false');

  test('by keyboard: right or wrong with the reason, said aloud; nothing is kept or sent', async () => {
    const { page, context, requests, troubles } = await bench.context();
    await page.goto(bench.url(REVIEW));
    const kept = await page.evaluate(() => ({ ...localStorage }));
    const quiz = page.locator('.self-check');
    for (const [i, item] of items.entries()) {
      const one = quiz.locator('[data-answer]').nth(i);
      const group = one.getByRole('group', { name: item.statement });
      expect(await one.locator('.reason').isVisible()).toBe(false);
      await group.getByRole('radio', { name: 'True' }).focus();
      // Every second one wrong.
      const chosen = i % 2 ? !item.answer : item.answer;
      await page.keyboard.press(chosen ? 'Space' : 'ArrowDown');
      const said = await one.getByRole('status').innerText();
      expect(said).toMatch(i % 2 ? /^(?!Right)/ : /^Right/);
      if (i % 2) expect(said).toMatch(item.answer ? /true/i : /false/i);
      expect(await one.locator('.reason').innerText()).toBe(item.reason);
    }
    expect(await quiz.locator('.score').innerText()).toMatch(
      new RegExp(`${Math.ceil(items.length / 2)}.*${items.length}`),
    );
    expect(await page.evaluate(() => ({ ...localStorage }))).toEqual(kept);
    expect(await page.evaluate(() => sessionStorage.length + document.cookie.length)).toBe(0);
    expect(await context.cookies()).toEqual([]);
    await page.keyboard.press('Tab');
    await quiz.getByRole('button').focus();
    await page.keyboard.press('Enter');
    expect(await quiz.locator('.reason:visible').count()).toBe(0);
    expect(await quiz.locator('input:checked').count()).toBe(0);
    expect(requests).toEqual([]);
    expect(troubles).toEqual([]);
  });

  test('holds nothing of the facilitators’ key', () => {
    const squeeze = (s: string): string => s.replace(/[^\p{L}\p{N}]+/gu, ' ').trim();
    const file = squeeze(
      readFileSync(join(bench.folder, REVIEW), 'utf8').replace(/<[^>]+>|\\[nu]/g, ' '),
    );
    // The statement itself is there: the search could find what it looks for.
    for (const item of items) expect(file).toContain(squeeze(item.statement));
    const secrets = items
      .flatMap((q) => [q.facilitator.error, q.facilitator.reply, q.facilitator.note])
      .filter((s): s is string => !!s && s.length > 25)
      .map(squeeze);
    expect(secrets.length).toBeGreaterThan(20);
    expect(secrets.filter((s) => file.includes(s))).toEqual([]);
  });
});
