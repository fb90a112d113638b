/** The windows of a session find each other, in every order, from files and from a server, and never mix up what is whose. */
import type { AddressInfo } from 'node:net';
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { serve } from '../../scripts/lib/serve.ts';
import {
  button,
  DECK,
  journal,
  openOnFakeClock,
  openSpeakerByKey,
  pass,
  sessionLeft,
  slideSaid,
  speakerReady,
  stopClock,
} from './desk.ts';
import { deckReady, slideNow, useBench } from './support.ts';

const bench = useBench();
let server: Awaited<ReturnType<typeof serve>>;
beforeAll(async () => {
  server = await serve(bench.folder, 0);
});
afterAll(() => server?.close());
const addressOf = {
  file: () => bench.url(DECK),
  http: () => `http://127.0.0.1:${(server.address() as AddressInfo).port}/${DECK}`,
};

async function newDeck(context: BrowserContext, address: string): Promise<Page> {
  const deck = await context.newPage();
  await deck.goto(address);
  await deckReady(deck);
  return deck;
}

async function newSpeaker(context: BrowserContext, address: string): Promise<Page> {
  const speaker = await context.newPage();
  await speaker.goto(`${address}?speaker`);
  await speakerReady(speaker);
  return speaker;
}

const isBlank = (deck: Page): Promise<boolean> =>
  deck.evaluate(() => !!document.querySelector('.reveal.paused'));
const roomMissing = (speaker: Page): Promise<number> =>
  speaker.getByText('The projector window is not open.').count();

/** The windows move together, whoever moves; the wall goes blank and comes back from either. */
async function areTogether(deck: Page, ...speakers: Page[]): Promise<void> {
  for (const speaker of speakers) {
    const before = await slideNow(deck);
    await speaker.keyboard.press('PageDown');
    await expect.poll(() => placeOf(deck)).not.toBe(before);
    for (const other of speakers) await agree(deck, other);
    await deck.keyboard.press('PageUp');
    for (const other of speakers) await agree(deck, other);
    await speaker.keyboard.press('b');
    await expect.poll(() => isBlank(deck)).toBe(true);
    for (const other of speakers)
      await expect.poll(() => other.getByText('The wall is blank:').count()).toBe(1);
    await deck.keyboard.press('b');
    await expect.poll(() => isBlank(deck)).toBe(false);
    for (const other of speakers)
      await expect.poll(() => other.getByText('The wall is blank:').count()).toBe(0);
    await expect.poll(() => roomMissing(speaker)).toBe(0);
  }
}
const placeOf = (deck: Page): Promise<string> =>
  deck.evaluate(() => {
    const slide = document.querySelector<HTMLElement>('section[data-slide].present');
    return `${slide?.dataset.slide} ${slide?.querySelectorAll('.fragment.visible').length}`;
  });
async function agree(deck: Page, speaker: Page): Promise<void> {
  await expect
    .poll(async () => (await slideSaid(speaker))?.toLowerCase())
    .toBe(await slideNow(deck));
}

describe.each(['file', 'http'] as const)('windows from %s', (way) => {
  const address = addressOf[way];

  test('deck first, speaker view by S', async () => {
    const { page, troubles } = await bench.context();
    await page.goto(address());
    await deckReady(page);
    const speaker = await openSpeakerByKey(page);
    await areTogether(page, speaker);
    expect(troubles).toEqual([]);
  });

  test('speaker view first, deck by O', async () => {
    const { context, troubles } = await bench.context();
    const speaker = await newSpeaker(context, address());
    expect(await roomMissing(speaker)).toBe(1);
    await speaker.keyboard.press('PageDown');
    const [deck] = await Promise.all([context.waitForEvent('page'), speaker.keyboard.press('o')]);
    await deckReady(deck);
    await expect.poll(() => roomMissing(speaker)).toBe(0);
    await areTogether(deck, speaker);
    expect(troubles).toEqual([]);
  });

  test.each(['deck first', 'speaker view first'])(
    'opened one by one by hand, %s',
    async (order) => {
      const { context, troubles } = await bench.context();
      let deck: Page;
      let speaker: Page;
      if (order === 'deck first') {
        deck = await newDeck(context, address());
        speaker = await newSpeaker(context, address());
      } else {
        speaker = await newSpeaker(context, address());
        deck = await newDeck(context, address());
      }
      await areTogether(deck, speaker);
      expect(troubles).toEqual([]);
    },
  );

  test('two speaker views and two decks move as one, and keep one clock', async () => {
    const { context, page, troubles } = await bench.context();
    await stopClock(context);
    await page.goto(address());
    await deckReady(page);
    const one = await openSpeakerByKey(page);
    const two = await newSpeaker(context, address());
    const second = await newDeck(context, address());
    await areTogether(page, one, two);
    await expect.poll(() => placeOf(second)).toBe(await placeOf(page));
    await one.keyboard.press('k');
    await button(two, 'Pause').waitFor();
    await pass(context, 30_000);
    await two.keyboard.press('k');
    await button(one, 'Resume').waitFor();
    await pass(context, 45_000);
    expect([await sessionLeft(one), await sessionLeft(two)]).toEqual([89.5 * 60, 89.5 * 60]);
    // Nothing said twice: the other windows follow, they do not answer.
    const types = (await journal(one)).map((e) => e.type).filter(Boolean);
    expect(types).toEqual(['started', 'slide-shown', 'paused']);
    expect(troubles).toEqual([]);
  });

  test('deck reloaded, closed and opened again: the same slide is on the wall', async () => {
    const { context, page, troubles } = await bench.context();
    await page.goto(address());
    await deckReady(page);
    const speaker = await openSpeakerByKey(page);
    await speaker.keyboard.press('k');
    await speaker.locator('select').first().selectOption('s4');
    await expect.poll(() => slideNow(page)).toBe('s4');
    await page.reload();
    await deckReady(page);
    expect(await slideNow(page)).toBe('s4');
    await areTogether(page, speaker);
    const there = await placeOf(page);
    await page.close();
    await expect.poll(() => roomMissing(speaker), { timeout: 10_000 }).toBe(1);
    const [deck] = await Promise.all([context.waitForEvent('page'), speaker.keyboard.press('o')]);
    await deckReady(deck);
    await expect.poll(() => placeOf(deck)).toBe(there);
    await areTogether(deck, speaker);
    expect(troubles).toEqual([]);
  });

  test('speaker view reloaded, closed and opened again: the same slide, the same clock', async () => {
    const { context, page, troubles } = await bench.context();
    await stopClock(context);
    await page.goto(address());
    await deckReady(page);
    let speaker = await openSpeakerByKey(page);
    await speaker.keyboard.press('k');
    await page.keyboard.press('PageDown');
    await pass(context, 61_000);
    await speaker.reload();
    await speakerReady(speaker);
    await agree(page, speaker);
    expect(await sessionLeft(speaker)).toBe(89 * 60 - 1);
    await speaker.close();
    await pass(context, 10_000);
    await page.keyboard.press('PageDown');
    speaker = await openSpeakerByKey(page);
    await pass(context, 1_000);
    await agree(page, speaker);
    expect(await sessionLeft(speaker)).toBe(89 * 60 - 12);
    expect(await speaker.locator('.banner').count()).toBe(0);
    await areTogether(page, speaker);
    expect(troubles).toEqual([]);
  });

  test('S and O a second time bring back the window that is open', async () => {
    const { context, page } = await bench.context();
    await page.goto(address());
    await deckReady(page);
    const speaker = await openSpeakerByKey(page);
    await areTogether(page, speaker);
    await page.keyboard.press('s');
    await speaker.keyboard.press('o');
    await expect
      .poll(() => speaker.locator('.notice').textContent())
      .toMatch(/in front|already open/);
    await speaker.waitForTimeout(300);
    expect(context.pages().length).toBe(2);
  });

  test('the room’s window never gets what is the trainer’s', async () => {
    const { context } = await bench.context();
    // Everything that any window hears.
    await context.addInitScript(() => {
      const heard: string[] = [];
      Object.assign(window, { heard });
      const native = BroadcastChannel.prototype.postMessage;
      BroadcastChannel.prototype.postMessage = function (data) {
        heard.push(JSON.stringify(data));
        return native.call(this, data);
      };
      window.addEventListener('message', (e) => heard.push(JSON.stringify(e.data)), true);
    });
    const speaker = await newSpeaker(context, address());
    const secrets = await speaker.evaluate(() => {
      const data = JSON.parse(document.getElementById('speaker-data')?.textContent ?? '{}');
      const texts: string[] = [];
      const visit = (value: unknown): void => {
        if (typeof value === 'string') texts.push(value);
        else if (value && typeof value === 'object') Object.values(value).forEach(visit);
      };
      visit([data.notes, data.moments, data.profile]);
      return texts
        .map((s) => s.replace(/<[^>]+>/g, ' ').trim())
        .flatMap((s) => s.split(/(?<=[.?!])\s+/))
        .map((s) => s.replace(/\s+/g, ' ').trim())
        .filter((s) => s.length > 50);
    });
    expect(secrets.length).toBeGreaterThan(100);
    const [byO] = await Promise.all([context.waitForEvent('page'), speaker.keyboard.press('o')]);
    await deckReady(byO);
    const byHand = await newDeck(context, address());
    await speaker.keyboard.press('k');
    await speaker.keyboard.press('i');
    await speaker.keyboard.type('Ask the focal point about gate 4');
    await speaker.keyboard.press('Enter');
    await expect.poll(() => speaker.locator('.notes-list').textContent()).toContain('gate 4');
    await speaker.keyboard.press('d');
    await speaker.keyboard.press('Escape');
    const slides = await byO
      .locator('section[data-slide]')
      .evaluateAll((all) => all.map((s) => (s as HTMLElement).dataset.slide ?? ''));
    // What the room is asked stands on its slide; what the trainer reads does not.
    const onSlides = (await byO.locator('.slides').innerHTML()).replace(/<[^>]+>/g, ' ');
    const data = await byO.locator('#room-data').textContent();
    const own = secrets.filter((s) => !onSlides.replace(/\s+/g, ' ').includes(s));
    expect(own.length).toBeGreaterThan(100);
    for (const deck of [byO, byHand]) {
      for (const slide of slides) {
        await speaker.locator('select').first().selectOption(slide);
        await expect.poll(() => slideNow(deck)).toBe(slide);
      }
      expect(await deck.locator('#speaker-data, .desk, #app').count()).toBe(0);
      const held = await deck.evaluate(() =>
        [document.documentElement.outerHTML, ...(window as unknown as { heard: string[] }).heard]
          .join('\n')
          .replace(/\s+/g, ' '),
      );
      expect(own.filter((s) => held.includes(s) && !data?.includes(s))).toEqual([]);
      expect(await deck.locator('body').innerText()).not.toContain('gate 4');
    }
  });
});

describe('strangers', () => {
  test('messages that are not ours change nothing and break nothing', async () => {
    const { context, page, speaker, troubles } = await openOnFakeClock(bench);
    await speaker.keyboard.press('k');
    await speaker.keyboard.press('PageDown');
    await expect.poll(() => placeOf(page)).toBe('s2 0');
    const before = await journal(speaker);
    const session = before[0]?.session;
    const stranger = await context.newPage();
    await stranger.goto(bench.url('facilitator/policy/en/deck.html'));
    await deckReady(stranger);
    await stranger.keyboard.press('PageDown');
    await stranger.keyboard.press('b');
    const envelope = { channel: 'windows:sgtm-1:en', from: 'stranger', role: 'room' };
    const header = { journal: 1, module: 'sgtm-1', lang: 'en' };
    const finished = { id: 'x-9', seq: 900, at: 1_795_442_400_000, type: 'finished' };
    const line = (...lines: unknown[]): string =>
      lines.map((l) => `${JSON.stringify(l)}\n`).join('');
    const garbage: unknown[] = [
      null,
      undefined,
      0,
      '',
      'slide-go',
      [],
      [[[]]],
      {},
      { type: 'slide-go', slide: 's9', step: 0 },
      { ...envelope, n: 1 },
      { ...envelope, n: 1, body: null },
      { ...envelope, n: 1, body: { type: 'slide-go' } },
      { ...envelope, n: 1, body: { type: 'slide-go', slide: 's9', step: -1 } },
      { ...envelope, n: -1, body: { type: 'slide-go', slide: 's9', step: 0 } },
      { ...envelope, n: 1.5, body: { type: 'slide-go', slide: 's9', step: 0 } },
      { ...envelope, n: 1, role: 'god', body: { type: 'slide-go', slide: 's9', step: 0 } },
      { ...envelope, n: 1, body: { type: 'eval', code: 'alert(1)' } },
      {
        ...envelope,
        channel: 'windows:policy:en',
        n: 1,
        body: { type: 'slide-go', slide: 's9', step: 0 },
      },
      { ...envelope, n: 1, body: { type: 'journal', text: 'x'.repeat(6e6), replace: true } },
      { ...envelope, n: 2, body: { type: 'journal', text: '{"journal":1', replace: true } },
      {
        ...envelope,
        n: 3,
        body: { type: 'journal', text: line({ ...header, journal: 2, session }), replace: true },
      },
      {
        ...envelope,
        n: 4,
        body: {
          type: 'journal',
          text: line({ ...header, module: 'policy', session }, finished),
          replace: true,
        },
      },
      {
        ...envelope,
        n: 5,
        body: {
          type: 'journal',
          text: line({ ...header, session: 'another' }, finished),
          replace: false,
        },
      },
      // Of our shape, but a slide that the deck does not have.
      { ...envelope, n: 6, body: { type: 'slide-go', slide: '__proto__', step: 0 } },
    ];
    await stranger.evaluate((all) => {
      const channel = new BroadcastChannel('windows:sgtm-1:en');
      for (const one of all) channel.postMessage(one);
    }, garbage);
    for (const one of [page, speaker]) {
      await one.evaluate((all) => {
        // From the window itself, from a frame in it: neither has been opened by us nor opened us.
        const frame = document.createElement('iframe');
        document.body.append(frame);
        for (const one of all) {
          window.postMessage(one, '*');
          frame.contentWindow?.parent.postMessage(one, '*');
        }
        const go = {
          channel: 'windows:sgtm-1:en',
          from: 'frame',
          n: 1,
          role: 'speaker',
          body: { type: 'slide-go', slide: 's9', step: 0 },
        };
        window.postMessage(go, '*');
        frame.remove();
      }, garbage);
    }
    await page.waitForTimeout(300);
    expect(await slideNow(page)).toBe('s2');
    expect(await isBlank(page)).toBe(false);
    expect(await journal(speaker)).toEqual(before);
    await button(speaker, 'Pause').waitFor();
    // The windows still talk.
    await areTogether(page, speaker);
    expect(troubles).toEqual([]);
  });

  test('a true message by BroadcastChannel is heard: the test above could fail', async () => {
    const { context, page } = await bench.context();
    await page.goto(bench.url(DECK));
    await deckReady(page);
    const other = await newDeck(context, bench.url('facilitator/policy/en/deck.html'));
    await other.evaluate(() => {
      new BroadcastChannel('windows:sgtm-1:en').postMessage({
        channel: 'windows:sgtm-1:en',
        from: 'stranger',
        n: 1,
        role: 'speaker',
        body: { type: 'slide-go', slide: 's9', step: 0 },
      });
    });
    await expect.poll(() => slideNow(page)).toBe('s9');
  });
});

describe('a window in the background', () => {
  test('whose timers the browser holds back is right as soon as it is seen', async () => {
    const watched = await bench.context();
    const { context, page } = watched;
    await stopClock(context);
    // The browser may hold back every timer of a hidden window; here, for as long as `held` says.
    await context.addInitScript(() => {
      const native = window.setTimeout;
      const late: (() => void)[] = [];
      const state = { held: false };
      Object.assign(window, {
        hold: (on: boolean) => {
          state.held = on;
          Object.defineProperty(document, 'hidden', { configurable: true, get: () => on });
          document.dispatchEvent(new Event('visibilitychange'));
          if (!on) for (const one of late.splice(0)) native(one, 0);
        },
      });
      window.setTimeout = ((what: () => void, ms?: number) =>
        native(() => (state.held ? late.push(what) : what()), ms)) as typeof window.setTimeout;
    });
    const hold = (window: Page, on: boolean): Promise<void> =>
      window.evaluate((o) => (globalThis as unknown as { hold(o: boolean): void }).hold(o), on);
    await page.goto(bench.url(DECK));
    await deckReady(page);
    await page.keyboard.press('t');
    const speaker = await openSpeakerByKey(page);
    await speaker.keyboard.press('k');
    await expect.poll(() => sessionLeft(page)).toBe(90 * 60);
    await hold(page, true);
    const started = await sessionLeft(page);
    await pass(context, 55_000);
    expect(await sessionLeft(speaker)).toBe(90 * 60 - 55);
    expect(await sessionLeft(page)).toBe(started);
    await hold(page, false);
    expect(await sessionLeft(page)).toBe(90 * 60 - 55);

    await hold(speaker, true);
    await pass(context, 65_000);
    await hold(speaker, false);
    expect(await sessionLeft(speaker)).toBe(88 * 60);
    expect(await speaker.locator('.banner').count()).toBe(0);
    expect(watched.troubles).toEqual([]);
  });

  test('woken only once a minute, it loses nothing and asks nothing', async () => {
    const { context, page, speaker } = await openOnFakeClock(bench);
    await speaker.keyboard.press('k');
    const front = await context.newPage();
    await front.goto(bench.url('facilitator/index.html'));
    await front.bringToFront();
    for (let minute = 1; minute <= 20; minute++) {
      await pass(context, 60_000);
      expect(await sessionLeft(speaker)).toBe((90 - minute) * 60);
    }
    expect(await speaker.locator('.banner').count()).toBe(0);
    await page.bringToFront();
    await page.keyboard.press('t');
    expect(await sessionLeft(page)).toBe(70 * 60);
  });

  test('asleep for ten minutes: asks what they were, and counts them as told', async () => {
    const { context, speaker } = await openOnFakeClock(bench);
    await speaker.keyboard.press('k');
    await pass(context, 300_000);
    await context.clock.fastForward(600_000);
    const ask = speaker.getByRole('region', { name: 'A gap in time' });
    await ask.waitFor();
    expect(await ask.textContent()).toContain('10 minutes');
    await ask.getByRole('button', { name: 'A break' }).click();
    expect(await sessionLeft(speaker)).toBe(85 * 60);
    expect(await ask.count()).toBe(0);
    await speaker.reload();
    await speakerReady(speaker);
    await pass(context, 1_000);
    expect(await speaker.locator('.banner').count()).toBe(0);
    expect(await sessionLeft(speaker)).toBe(85 * 60 - 1);
  });
});
