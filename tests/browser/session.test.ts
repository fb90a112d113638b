/** Two windows, from file://: the speaker view opens and follows; the clock runs, pauses and survives a reload. */
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { deckReady, slideNow, useBench, type Watched } from './support.ts';

const bench = useBench();
const DECK = 'facilitator/sgtm-1/en/deck.html';

async function openBoth(
  options?: Parameters<typeof bench.context>[0],
): Promise<Watched & { speaker: Page }> {
  const watched = await bench.context(options);
  const { context, page } = watched;
  await page.goto(bench.url(DECK));
  await deckReady(page);
  const [speaker] = await Promise.all([context.waitForEvent('page'), page.keyboard.press('s')]);
  await speaker.waitForLoadState();
  await speaker.getByRole('button', { name: 'Start', exact: true }).waitFor();
  return { ...watched, speaker };
}

const seconds = (text: string | null): number => {
  const match = /(-|−)?\s*(\d+):(\d\d)/.exec(text ?? '');
  if (!match) throw new Error(`no time in “${text}”`);
  return (match[1] ? -1 : 1) * (Number(match[2]) * 60 + Number(match[3]));
};
const left = async (page: Page): Promise<number> =>
  seconds(await page.getByRole('timer', { name: 'Session time left' }).textContent());

describe('speaker view', () => {
  test('opens on S, follows the deck and leads it', async () => {
    const { page, speaker, requests, troubles } = await openBoth();
    expect(await speaker.getByRole('timer', { name: 'Segment time left' }).count()).toBe(1);
    expect(await speaker.getByRole('status', { name: 'Pace' }).count()).toBe(1);
    await page.bringToFront();
    await page.keyboard.press('PageDown');
    await expect.poll(() => slideNow(page)).toBe('s2');
    await expect.poll(() => speaker.locator('body').innerText()).toContain('S2');
    await speaker.bringToFront();
    await speaker.keyboard.press('PageUp');
    await expect.poll(() => slideNow(page)).toBe('s1');
    expect(requests).toEqual([]);
    expect(troubles).toEqual([]);
  });

  test('the room never holds a note', async () => {
    const { page, speaker } = await openBoth();
    const notes = await speaker.evaluate(() => {
      const data = JSON.parse(
        document.getElementById('speaker-data')?.textContent ?? '{"notes":{}}',
      );
      return Object.values(data.notes as Record<string, { talkingPoints: string }>)
        .map((n) =>
          n.talkingPoints
            .replace(/<[^>]+>/g, ' ')
            .trim()
            .slice(0, 60),
        )
        .filter(Boolean);
    });
    const room = await page.evaluate(() => document.documentElement.outerHTML);
    expect(await page.locator('#speaker-data').count()).toBe(0);
    for (const note of notes) expect(room).not.toContain(note);
  });

  test('the clock runs, pauses, resumes, and a reload of either window loses nothing', async () => {
    const { page, speaker } = await openBoth();
    await speaker.getByRole('button', { name: 'Start', exact: true }).click();
    const first = await left(speaker);
    expect(first).toBeGreaterThan(89 * 60);
    await expect.poll(() => left(speaker), { timeout: 8000 }).toBeLessThan(first - 1);
    await speaker.getByRole('button', { name: 'Pause', exact: true }).click();
    const paused = await left(speaker);
    await speaker.waitForTimeout(2500);
    expect(await left(speaker)).toBe(paused);
    await speaker.reload();
    await expect.poll(() => left(speaker)).toBe(paused);
    await page.reload();
    await deckReady(page);
    await speaker.bringToFront();
    await speaker.getByRole('button', { name: 'Resume', exact: true }).first().click();
    await expect.poll(() => left(speaker), { timeout: 8000 }).toBeLessThan(paused);
  });

  test('a blocked pop-up says what to do', async () => {
    const { page } = await bench.context();
    await page.addInitScript(() => {
      window.open = () => null;
    });
    await page.goto(bench.url(DECK));
    await deckReady(page);
    await page.keyboard.press('s');
    const link = page.getByRole('link', { name: /speaker view/i });
    await link.waitFor();
    expect(await link.getAttribute('href')).toContain('?speaker');
  });

  test('in the speaker view too: an instruction and a link, in sight', async () => {
    const { page } = await bench.context({ viewport: { width: 1366, height: 768 } });
    await page.addInitScript(() => {
      window.open = () => null;
    });
    await page.goto(`${bench.url(DECK)}?speaker`);
    await page.locator('.desk').waitFor();
    const link = page.getByRole('link', { name: 'Open the slides by this link' });
    expect(await link.count()).toBe(0);
    await page.keyboard.press('o');
    await link.waitFor();
    expect(await link.getAttribute('href')).toMatch(/deck\.html$/);
    const said = page.locator('.notice');
    expect(await said.innerText()).toMatch(/did not open the window. Allow pop-ups/);
    for (const part of [link, said]) {
      const box = await part.boundingBox();
      expect((box?.y ?? 999) + (box?.height ?? 0)).toBeLessThan(768);
    }
  });

  test('on a phone, what is due stands over Back and Next, in sight, and is ticked there', async () => {
    const { page } = await bench.context({ viewport: { width: 390, height: 844 } });
    await page.goto(`${bench.url(DECK)}?speaker`);
    await page.locator('.desk').waitFor();
    await page.keyboard.press('k');
    const cue = page.locator('.phone-cue');
    await cue.waitFor();
    expect(await cue.innerText()).toMatch(/Senior official opens/);
    const box = await cue.boundingBox();
    expect((box?.y ?? 999) + (box?.height ?? 0)).toBeLessThan(844);
    await cue.getByRole('button', { name: 'Done' }).click();
    await expect.poll(() => cue.count()).toBe(0);
  });

  test('storage refused: the session runs, and says that it cannot be resumed', async () => {
    const { context } = await bench.context();
    await context.addInitScript(() => {
      Object.defineProperty(window, 'localStorage', {
        get() {
          throw new DOMException('denied', 'SecurityError');
        },
      });
    });
    const page = await context.newPage();
    await page.goto(`${bench.url(DECK)}?speaker`);
    await page.getByRole('button', { name: 'Start', exact: true }).click();
    const first = await left(page);
    await expect.poll(() => left(page), { timeout: 8000 }).toBeLessThan(first);
    expect(await page.locator('body').innerText()).toMatch(/cannot be resumed/i);
  });

  test('B blanks the room at once, and brings it back', async () => {
    const { page } = await bench.context();
    await page.goto(bench.url(DECK));
    await deckReady(page);
    const dark = () =>
      page.evaluate(() => {
        const headline = document.querySelector('section.present .headline');
        const { x, y, width, height } = headline?.getBoundingClientRect() ?? new DOMRect();
        return document.elementFromPoint(x + width / 2, y + height / 2) !== headline;
      });
    expect(await dark()).toBe(false);
    await page.keyboard.press('b');
    await expect.poll(dark).toBe(true);
    await page.keyboard.press('b');
    await expect.poll(dark).toBe(false);
  });
});
