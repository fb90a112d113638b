/** What the tests of a running session share: two windows on a fake clock, and what they show. */
import type { BrowserContext, Locator, Page } from 'playwright-core';
import { type Bench, deckReady, slideNow, type Watched } from './support.ts';

export const DECK = 'facilitator/sgtm-1/en/deck.html';
export const KEY = 'session:sgtm-1:en';
export const MIN = 60_000;
/** A Monday, 14:00 in the browser's own time zone. */
export const START = new Date('2026-11-23T14:00:00');

export interface Windows extends Watched {
  speaker: Page;
}

/** Stops the clocks of all windows, now and to come, at this moment; `pass` moves them. */
export async function stopClock(context: BrowserContext, at: Date | number = START): Promise<void> {
  const time = Number(at);
  await context.clock.install({ time: time - 1_000 });
  await context.clock.pauseAt(time);
}

/**
 * Lets time pass in all windows. `smooth`: every timer fires. Else in leaps of at most a minute,
 * as a window in the background has it.
 */
export async function pass(context: BrowserContext, ms: number, smooth = false): Promise<void> {
  if (smooth) return context.clock.runFor(ms);
  for (let left = ms; left > 0; left -= MIN) await context.clock.fastForward(Math.min(MIN, left));
}

/** The deck and, by `S`, its speaker view, on a clock that stands at START. */
export async function openOnFakeClock(
  bench: Bench,
  options?: Parameters<Bench['context']>[0],
): Promise<Windows> {
  const watched = await bench.context(options);
  await stopClock(watched.context);
  await watched.page.goto(bench.url(DECK));
  await deckReady(watched.page);
  const speaker = await openSpeakerByKey(watched.page);
  return { ...watched, speaker };
}

export async function openSpeakerByKey(deck: Page): Promise<Page> {
  const [speaker] = await Promise.all([
    deck.context().waitForEvent('page'),
    deck.keyboard.press('s'),
  ]);
  await speakerReady(speaker);
  return speaker;
}

export async function speakerReady(speaker: Page): Promise<void> {
  await speaker.waitForLoadState();
  await speaker.locator('.desk').waitFor();
}

/** “37:12” → 2232 seconds; “-0:05” → −5. */
export const seconds = (text: string | null): number => {
  const match = /(-|−)?\s*(\d+):(\d\d)/.exec(text ?? '');
  if (!match) throw new Error(`no time in “${text}”`);
  return (match[1] ? -1 : 1) * (Number(match[2]) * 60 + Number(match[3]));
};

const timer = (page: Page, name: string): Locator => page.getByRole('timer', { name });
/** Seconds on a clock's face. */
export const sessionLeft = async (page: Page): Promise<number> =>
  seconds(await timer(page, 'Session time left').textContent());
export const segmentLeft = async (page: Page): Promise<number> =>
  seconds(await timer(page, 'Segment time left').textContent());
export const pace = (page: Page): Promise<string | null> =>
  page.getByRole('status', { name: 'Pace' }).textContent();
export const button = (page: Page, name: string | RegExp): Locator =>
  page.getByRole('button', typeof name === 'string' ? { name, exact: true } : { name });
/** The slide that the speaker view is on, by its number. */
export const slideSaid = (speaker: Page): Promise<string | null> =>
  speaker.locator('.slide-name .number').textContent();

/** Steps on by the keyboard until the room sees this slide. */
export async function walkTo(speaker: Page, deck: Page, slide: string): Promise<void> {
  for (let presses = 0; presses < 60; presses++) {
    if ((await slideNow(deck)) === slide) return;
    const before = await place(deck);
    await speaker.keyboard.press('PageDown');
    for (let i = 0; i < 200 && (await place(deck)) === before; i++)
      await new Promise((done) => setTimeout(done, 10));
  }
  throw new Error(`Expected the room to reach ${slide}, stopped at ${await slideNow(deck)}`);
}
const place = (deck: Page): Promise<string> =>
  deck.evaluate(() => {
    const slide = document.querySelector<HTMLElement>('section[data-slide].present');
    return `${slide?.dataset.slide} ${slide?.querySelectorAll('.fragment.visible').length}`;
  });

/** The journal that this browser keeps, line by line. */
export const journal = (page: Page): Promise<Record<string, unknown>[]> =>
  page.evaluate(
    (key) =>
      (localStorage.getItem(key) ?? '')
        .split('\n')
        .filter(Boolean)
        .map((line) => JSON.parse(line)),
    KEY,
  );
