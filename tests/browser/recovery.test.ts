/** Whatever happens to the browser, its storage or the laptop: a session is found again, or it is said plainly what is lost. */
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findChromium } from '../../scripts/lib/chromium.ts';
import type { RoomData } from '../../src/model/index.ts';
import { parseJournal } from '../../src/session/journal/index.ts';
import { status } from '../../src/syllabus/index.ts';
import {
  button,
  DECK,
  journal,
  KEY,
  MIN,
  openOnFakeClock,
  openSpeakerByKey,
  pace,
  pass,
  START,
  segmentLeft,
  sessionLeft,
  slideSaid,
  speakerReady,
  stopClock,
  walkTo,
} from './desk.ts';
import { deckReady, slideNow, useBench } from './support.ts';

const bench = useBench();
const ASIDE = `${KEY}:set-aside`;
const recovery = (speaker: Page) =>
  speaker.getByRole('region', { name: 'A session that is not finished' });
const setAside = (speaker: Page) => speaker.getByRole('region', { name: 'A record was set aside' });
const notKept = (speaker: Page) => speaker.getByRole('region', { name: 'Not kept' });

/** A speaker view that waits long enough for other windows to answer. */
async function openSpeaker(context: BrowserContext): Promise<Page> {
  const speaker = await context.newPage();
  await speaker.goto(`${bench.url(DECK)}?speaker`);
  await speakerReady(speaker);
  await context.clock.runFor(500);
  return speaker;
}

describe('the browser is killed', () => {
  const folders: string[] = [];
  let killed: string;
  const KILLED_AT = 37 * MIN + 12_000;
  const GAP = 6 * MIN;

  const launch = (folder: string): Promise<BrowserContext> =>
    chromium.launchPersistentContext(folder, {
      executablePath: findChromium(),
      args: ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking'],
      viewport: { width: 1280, height: 720 },
    });
  const newFolder = (): string => {
    const folder = mkdtempSync(join(tmpdir(), 'session-profile-'));
    folders.push(folder);
    return folder;
  };
  /** The browser itself, not its helpers: the one process that was given this folder and no type. */
  const browserOf = (folder: string): number[] =>
    readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name))
      .map(Number)
      .filter((pid) => {
        try {
          const words = readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0');
          return (
            words.includes(`--user-data-dir=${folder}`) &&
            !words.some((word) => word.startsWith('--type='))
          );
        } catch {
          return false;
        }
      });
  /** The same profile, as the dead browser left it. */
  async function again(): Promise<BrowserContext> {
    const folder = newFolder();
    cpSync(killed, folder, { recursive: true, filter: (path) => !/Singleton/.test(path) });
    const context = await launch(folder);
    await stopClock(context, START.getTime() + KILLED_AT + GAP);
    return context;
  }

  beforeAll(async () => {
    killed = newFolder();
    let context = await launch(killed);
    await stopClock(context);
    let deck = await context.newPage();
    await deck.goto(bench.url(DECK));
    await deckReady(deck);
    let speaker = await openSpeakerByKey(deck);
    await speaker.keyboard.press('k');
    for (const [slide, minutes] of [
      ['s2', 4],
      ['s4', 8],
      ['s6', 8],
      ['s8', 5],
    ] as const) {
      await pass(context, minutes * MIN);
      await walkTo(speaker, deck, slide);
    }
    await pass(context, 12 * MIN);
    // Chromium writes to disk five seconds late, and from then on once a minute: what the end writes is one change,
    // made by a browser that has just been opened.
    await context.close();
    context = await launch(killed);
    await stopClock(context, START.getTime() + KILLED_AT);
    deck = await context.newPage();
    await deck.goto(bench.url(DECK));
    await deckReady(deck);
    speaker = await openSpeakerByKey(deck);
    await speaker.locator('select').first().selectOption('s9');
    await deck.waitForSelector('section[data-slide=s9].present');
    await deck.waitForTimeout(9_000);
    const pids = browserOf(killed);
    expect(pids.length).toBe(1);
    const gone = new Promise((done) => context.on('close', done));
    for (const pid of pids) process.kill(pid, 'SIGKILL');
    await gone;
  }, 120_000);
  afterAll(() => {
    for (const folder of folders) rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  });

  test.each([
    ['break', /count the 6 minutes as a break/, 90 * 60 - 2232, '15:43'],
    ['session', /the 6 minutes count as session/, 84 * 60 - 2232, '15:38'],
  ] as const)('opened again: resumed, the gap as %s', async (_, words, left, ends) => {
    const context = await again();
    try {
      const speaker = await openSpeaker(context);
      const found = recovery(speaker);
      await found.waitFor();
      expect(await found.textContent()).toContain('Resume at 37:12 on slide S9?');
      await found.getByRole('button', { name: words }).click();
      await expect.poll(() => sessionLeft(speaker)).toBe(left);
      expect(await slideSaid(speaker)).toBe('S9');
      expect(await speaker.locator('.pace-finish').textContent()).toContain(`Ends ${ends}`);
      expect(await recovery(speaker).count()).toBe(0);
      // Nothing was invented and nothing lost: what stands on the accounts and the pauses is the time since the start.
      await pass(context, 30_000);
      expect(await sessionLeft(speaker)).toBe(left - 30);
      const [deck] = await Promise.all([context.waitForEvent('page'), speaker.keyboard.press('o')]);
      await deckReady(deck);
      await expect.poll(() => slideNow(deck)).toBe('s9');
      await speaker.reload();
      await speakerReady(speaker);
      await context.clock.runFor(500);
      expect(await recovery(speaker).count()).toBe(0);
    } finally {
      await context.close();
    }
  });

  test('the deck opened first: it is on the slide at once, and the speaker view still asks', async () => {
    const context = await again();
    try {
      const deck = await context.newPage();
      await deck.goto(bench.url(DECK));
      await deckReady(deck);
      expect(await slideNow(deck)).toBe('s9');
      await pass(context, 20_000);
      const speaker = await openSpeakerByKey(deck);
      await context.clock.runFor(500);
      await recovery(speaker).waitFor();
      const words = await recovery(speaker).textContent();
      expect(words).toContain('Resume at 37:12 on slide S9?');
      await recovery(speaker)
        .getByRole('button', { name: /as a break/ })
        .click();
      const left = await sessionLeft(speaker);
      // The seconds since the deck was opened are the session's or the break's, never both.
      expect(left).toBeLessThanOrEqual(90 * 60 - 2232);
      expect(left).toBeGreaterThanOrEqual(90 * 60 - 2232 - 21);
    } finally {
      await context.close();
    }
  });
});

describe('a quick hand', () => {
  test('a session started before the other windows could answer is not offered as found', async () => {
    const { context, page } = await bench.context();
    await stopClock(context);
    await page.goto(`${bench.url(DECK)}?speaker`);
    await speakerReady(page);
    await page.keyboard.press('k');
    await context.clock.runFor(500);
    await button(page, 'Pause').waitFor();
    expect(await recovery(page).count()).toBe(0);
    await context.close();
  });
});

describe('a reload', () => {
  /** All that a trainer reads in the speaker view, but for pictures. */
  const reading = async (speaker: Page): Promise<string[]> => [
    await speaker.locator('.top-line').innerText(),
    await speaker.locator('.timeline-now').innerText(),
    await speaker.locator('main').innerText(),
    await speaker.locator('#next-action').innerText(),
    (await speaker.locator('#ahead').innerText()) ?? '',
    (await speaker.locator('#cuts').count()) ? await speaker.locator('#cuts').innerText() : '',
    await speaker.locator('.undo-line').innerText(),
  ];

  test('of either window, in any moment, changes nothing', async () => {
    const { context, page, speaker, troubles } = await openOnFakeClock(bench);
    const moments: [string, () => Promise<unknown>][] = [
      ['before the start', async () => {}],
      ['another length chosen', () => speaker.getByLabel('60 minutes').check()],
      ['the usual length again', () => speaker.getByLabel('90 minutes').check()],
      ['started', () => speaker.keyboard.press('k')],
      ['a late official', () => pass(context, 6 * MIN)],
      ['on the next slide', () => walkTo(speaker, page, 's2')],
      ['within a slide', () => speaker.keyboard.press('PageDown')],
      ['very late', () => pass(context, 9 * MIN)],
      ['cuts accepted', () => speaker.getByRole('button', { name: /^Accept/ }).click()],
      ['undone', () => speaker.keyboard.press('u')],
      ['done again', () => speaker.keyboard.press('Shift+U')],
      ['paused', () => speaker.keyboard.press('k')],
      ['a long pause', () => pass(context, 4 * MIN)],
      ['gone on', () => speaker.keyboard.press('k')],
      ['in the exercise', () => walkTo(speaker, page, 'x2')],
      ['the countdown runs', () => speaker.keyboard.press('e')],
      ['in its second phase', () => pass(context, 4 * MIN)],
      ['time is up', () => pass(context, 12 * MIN)],
    ];
    for (const [name, act] of moments) {
      await act();
      await pass(context, 1_000);
      const shown = await slideNow(page);
      const before = await reading(speaker);
      await speaker.reload();
      await speakerReady(speaker);
      await expect
        .poll(() => reading(speaker), { message: `speaker view, ${name}` })
        .toEqual(before);
      await page.reload();
      await deckReady(page);
      expect(await slideNow(page), `deck, ${name}`).toBe(shown);
      await context.clock.runFor(400);
      expect(await recovery(speaker).count(), name).toBe(0);
    }
    expect(await page.locator('.countdown').innerText()).toContain('Time is up');
    expect(troubles).toEqual([]);
  });
});

describe('the storage', () => {
  test.each(['deck', 'speaker view'] as const)(
    'emptied in the %s: the other window still holds the session, and it is kept again',
    async (which) => {
      const { context, page, speaker, troubles } = await openOnFakeClock(bench);
      await speaker.keyboard.press('k');
      await pass(context, 10 * MIN);
      await walkTo(speaker, page, 's2');
      const before = await journal(speaker);
      const emptied = which === 'deck' ? page : speaker;
      await emptied.evaluate(() => localStorage.clear());
      await emptied.reload();
      await emptied.waitForSelector(which === 'deck' ? '.present' : '.desk');
      await expect.poll(() => sessionLeft(speaker)).toBe(80 * 60);
      await expect.poll(() => journal(speaker)).toEqual(before);
      expect(await slideNow(page)).toBe('s2');
      // Emptied once more, and nobody reloads: the other window puts it back at once.
      await emptied.evaluate(() => localStorage.clear());
      await expect.poll(() => journal(speaker)).toEqual(before);
      await pass(context, MIN);
      await speaker.keyboard.press('k');
      await expect
        .poll(async () => (await journal(speaker)).map((e) => e.type))
        .toEqual(expect.arrayContaining(['started', 'paused']));
      expect((await journal(speaker)).slice(0, before.length)).toEqual(before);
      expect(await notKept(speaker).count()).toBe(0);
      expect(troubles).toEqual([]);
    },
  );

  test('full: says so, and the session runs; with room again, it is kept', async () => {
    const { context, page, speaker, troubles } = await openOnFakeClock(bench);
    // Each window counts what is kept on its own, so both fill it up.
    for (const window of [page, speaker])
      await window.evaluate(
        (who) => {
          for (let size = 4 * 1024 * 1024; size >= 1; size = Math.floor(size / 2))
            for (let n = 0; n < 3; n++)
              try {
                localStorage.setItem(`filler-${who}-${size}-${n}`, 'x'.repeat(size));
              } catch {}
        },
        window === page ? 'deck' : 'speaker',
      );
    await speaker.keyboard.press('k');
    await notKept(speaker).waitFor();
    expect(await notKept(speaker).textContent()).toMatch(/full.*cannot be resumed/);
    await pass(context, 5 * MIN);
    await walkTo(speaker, page, 's3');
    expect(await sessionLeft(speaker)).toBe(85 * 60);
    expect(await slideSaid(speaker)).toBe('S3');
    // A reload while the deck lives loses nothing even so.
    await speaker.reload();
    await speakerReady(speaker);
    await expect.poll(() => sessionLeft(speaker)).toBe(85 * 60);
    await page.evaluate(() => {
      for (const key of Object.keys(localStorage))
        if (key.startsWith('filler')) localStorage.removeItem(key);
    });
    await expect
      .poll(() =>
        speaker.evaluate(() => Object.keys(localStorage).some((k) => k.startsWith('filler'))),
      )
      .toBe(false);
    await speaker.keyboard.press('k');
    await expect.poll(() => notKept(speaker).count()).toBe(0);
    expect((await journal(speaker)).map((e) => e.type)).toContain('paused');
    expect(troubles).toEqual([]);
  });
});

describe('a record that cannot be read', () => {
  const session = { module: 'sgtm-1', lang: 'en', session: 'before' };
  const lines = (...all: unknown[]): string => all.map((l) => `${JSON.stringify(l)}\n`).join('');
  const started = {
    id: 'w-1',
    seq: 1,
    at: START.getTime() - 10 * MIN,
    type: 'started',
    variant: '90',
  };
  const nothing: [string, string][] = [
    ['of a newer version', lines({ journal: 2, ...session }, { id: 'q', new: true })],
    ['of another module', lines({ journal: 1, ...session, module: 'policy' }, started)],
    ['of another language', lines({ journal: 1, ...session, lang: 'fr' }, started)],
    ['that is empty', ''],
    ['that is not JSON', '\u0000\u0001 \uD800 garbage {{{'],
    ['that is JSON of another kind', '[1, 2, 3]'],
    ['that is null', 'null'],
    ['that reaches for prototypes', '{"__proto__":{"journal":1},"constructor":{"prototype":{}}}'],
    ['that is nested very deep', '['.repeat(200_000)],
  ];

  test.each(nothing)('%s: set aside, said, and a session can start', async (_, text) => {
    const { context, page, troubles } = await bench.context();
    await stopClock(context);
    await page.goto(bench.url('facilitator/index.html'));
    await page.evaluate(
      ([key, value]) => localStorage.setItem(key ?? '', value ?? ''),
      [KEY, text],
    );
    await page.goto(bench.url(DECK));
    await deckReady(page);
    const speaker = await openSpeaker(context);
    await setAside(speaker).waitFor();
    expect(await speaker.evaluate((key) => localStorage.getItem(key), ASIDE)).toBe(text);
    const [file] = await Promise.all([
      speaker.waitForEvent('download'),
      setAside(speaker).getByRole('button', { name: 'Save it as a file' }).click(),
    ]);
    const saved = readFileSync(await file.path(), 'utf8');
    expect(saved).toBe(Buffer.from(text, 'utf8').toString('utf8'));
    await speaker.keyboard.press('k');
    await button(speaker, 'Pause').waitFor();
    await pass(context, 30_000);
    expect(await sessionLeft(speaker)).toBe(90 * 60 - 30);
    await setAside(speaker).getByRole('button', { name: 'Delete it' }).click();
    await expect.poll(() => setAside(speaker).count()).toBe(0);
    expect(await speaker.evaluate((key) => localStorage.getItem(key), ASIDE)).toBeNull();
    expect((await journal(speaker)).map((e) => e.type)).toContain('started');
    expect(troubles).toEqual([]);
  });

  test('that breaks off in the middle: what was whole is used', async () => {
    const { context, page, troubles } = await bench.context();
    await stopClock(context);
    await page.goto(bench.url('facilitator/index.html'));
    const text = `${lines({ journal: 1, ...session }, started)}{"id":"w-2","seq":2,"at":17954`;
    await page.evaluate(
      ([key, value]) => localStorage.setItem(key ?? '', value ?? ''),
      [KEY, text],
    );
    const speaker = await openSpeaker(context);
    await setAside(speaker).waitFor();
    await recovery(speaker).waitFor();
    expect(await recovery(speaker).textContent()).toContain('Resume at 0:00');
    expect(await sessionLeft(speaker)).toBe(80 * 60);
    expect(troubles).toEqual([]);
  });

  test('cut off at any byte: it opens, with the whole events before the cut', async () => {
    const { context, page, speaker, troubles } = await openOnFakeClock(bench);
    await speaker.keyboard.press('k');
    for (const slide of ['s2', 's3', 's4', 's5', 's6', 's8', 's9']) {
      await pass(context, 5 * MIN);
      await walkTo(speaker, page, slide);
    }
    await speaker.getByRole('button', { name: /^Accept/ }).click();
    await speaker.keyboard.press('i');
    await speaker.keyboard.type('Which alternate for the north? Zwölf “Fragen” 日本');
    await speaker.keyboard.press('Enter');
    await expect.poll(async () => (await journal(speaker)).at(-1)?.type).toBe('note');
    await page.close();
    const text = (await speaker.evaluate((key) => localStorage.getItem(key), KEY)) ?? '';
    const room: RoomData = JSON.parse((await speaker.locator('#room-data').textContent()) ?? '');
    const now = START.getTime() + 35 * MIN;
    let seed = 20041001;
    const random = (below: number): number => {
      seed = (seed * 1_103_515_245 + 12_345) % 2 ** 31;
      return Math.floor((seed / 2 ** 31) * below);
    };
    const cuts = [0, 1, text.indexOf('\n'), text.indexOf('\n') + 1, text.length - 1];
    while (cuts.length < 32) cuts.push(random(text.length));
    for (const cut of cuts) {
      const rest = text.slice(0, cut);
      await speaker.evaluate(
        ([key, value]) => {
          localStorage.clear();
          localStorage.setItem(key ?? '', value ?? '');
        },
        [KEY, rest],
      );
      await speaker.reload();
      await speakerReady(speaker);
      const parsed = parseJournal(rest, room);
      const whole = parsed.kind === 'ok' || parsed.kind === 'damaged' ? parsed.journal : null;
      const left = whole?.events.length
        ? status(room.plans, whole, now).sessionLeftMs / 1000
        : room.plans[0] && room.plans[0].totalMs / 1000;
      expect(await sessionLeft(speaker), `cut at ${cut}`).toBe(left);
      expect(await setAside(speaker).count(), `cut at ${cut}`).toBe(parsed.kind === 'ok' ? 0 : 1);
    }
    expect(troubles).toEqual([]);
  });
});

describe('two laptops', () => {
  const save = async (speaker: Page): Promise<string> => {
    const [file] = await Promise.all([
      speaker.waitForEvent('download'),
      button(speaker, 'Save record as a file').first().click(),
    ]);
    expect(file.suggestedFilename()).toBe('sgtm-1-en-2026-11-23-journal.jsonl');
    return readFileSync(await file.path(), 'utf8');
  };
  const open = async (speaker: Page, text: string): Promise<string> => {
    await button(speaker, 'Open a record').click();
    await speaker.getByLabel('File').setInputFiles({
      name: 'journal.jsonl',
      mimeType: 'application/x-ndjson',
      buffer: Buffer.from(text),
    });
    const said = speaker.locator('dialog [role=status]');
    await expect.poll(() => said.textContent()).not.toBe('');
    return (await said.textContent()) ?? '';
  };

  test('the record goes from one to the other as a file, and back, and both know all', async () => {
    const one = await openOnFakeClock(bench);
    await one.speaker.keyboard.press('k');
    await pass(one.context, 12 * MIN);
    await walkTo(one.speaker, one.page, 's4');
    const text = await save(one.speaker);

    const two = await openOnFakeClock(bench);
    await pass(two.context, 13 * MIN);
    expect(await open(two.speaker, text)).toBe('The record is open.');
    await two.speaker.keyboard.press('Escape');
    expect(await sessionLeft(two.speaker)).toBe(77 * 60);
    expect(await slideSaid(two.speaker)).toBe('S4');
    await expect.poll(() => slideNow(two.page)).toBe('s4');
    // The second laptop goes on; the first, which was not dead after all, notes an issue.
    await walkTo(two.speaker, two.page, 's5');
    await pass(one.context, 1 * MIN);
    await one.speaker.keyboard.press('i');
    await one.speaker.keyboard.type('Who is the alternate?');
    await one.speaker.keyboard.press('Enter');
    expect(await open(two.speaker, await save(one.speaker))).toBe('The record is open.');
    await two.speaker.keyboard.press('Escape');
    await expect
      .poll(() => two.speaker.locator('.notes-list').textContent())
      .toContain('Who is the alternate?');
    expect(await slideSaid(two.speaker)).toBe('S5');
    expect(await open(one.speaker, await save(two.speaker))).toBe('The record is open.');
    await one.speaker.keyboard.press('Escape');
    expect(await journal(one.speaker)).toEqual(await journal(two.speaker));
    expect(await sessionLeft(one.speaker)).toBe(await sessionLeft(two.speaker));
    expect([...one.troubles, ...two.troubles]).toEqual([]);
  });

  test('a record of another session, of another module, newer or broken', async () => {
    const one = await openOnFakeClock(bench);
    await one.speaker.keyboard.press('k');
    await pass(one.context, 20 * MIN);
    const other = await save(one.speaker);
    const two = await openOnFakeClock(bench);
    await two.speaker.keyboard.press('k');
    await pass(two.context, 25 * MIN);
    const before = await journal(two.speaker);
    for (const [text, said] of [
      ['{"journal":1', 'That file is damaged or is not a record.'],
      [other.replace('"sgtm-1"', '"policy"'), 'That file is of another module or language.'],
      [other.replace('"journal":1', '"journal":2'), 'That file was written by a newer version.'],
      [other.slice(0, -20), 'That file is damaged or is not a record.'],
    ] as const) {
      expect(await open(two.speaker, text)).toBe(said);
      await two.speaker.keyboard.press('Escape');
    }
    expect(await open(two.speaker, other)).toMatch(/another session.*take the place/);
    expect(await journal(two.speaker)).toEqual(before);
    await two.speaker.keyboard.press('Escape');
    expect(await sessionLeft(two.speaker)).toBe(65 * 60);
    await open(two.speaker, other);
    await button(two.speaker, 'Put it in place of this session').click();
    await two.speaker.keyboard.press('Escape');
    await expect
      .poll(async () => (await journal(two.speaker))[0]?.session)
      .not.toBe(before[0]?.session);
    // A discarded session can be brought back.
    await button(two.speaker, 'Bring back the session before').click();
    await expect.poll(() => journal(two.speaker)).toEqual(before);
    expect([...one.troubles, ...two.troubles]).toEqual([]);
  });
});

describe('nothing ends by accident', () => {
  test('finish asks once, Enter twice does not finish, and it can be undone', async () => {
    const { context, speaker } = await openOnFakeClock(bench);
    await speaker.keyboard.press('k');
    await pass(context, 10 * MIN);
    await button(speaker, 'Finish').focus();
    await speaker.keyboard.press('Enter');
    await context.clock.runFor(20);
    await speaker.getByRole('dialog', { name: 'Finish the session?' }).waitFor();
    await speaker.keyboard.press('Enter');
    await expect.poll(() => speaker.getByRole('dialog').count()).toBe(0);
    await button(speaker, 'Pause').waitFor();
    await button(speaker, 'Finish').click();
    await context.clock.runFor(20);
    await button(speaker, 'Yes, finish').click();
    await expect.poll(() => pace(speaker)).toMatch(/^Finished/);
    expect(await speaker.getByRole('dialog').count()).toBe(0);
    await pass(context, 3 * MIN);
    await speaker.keyboard.press('u');
    await button(speaker, 'Pause').waitFor();
    expect(await sessionLeft(speaker)).toBe(77 * 60);
    expect(await segmentLeft(speaker)).toBe(-9 * 60);
  });

  test('a new session asks once, and the old one can be brought back', async () => {
    const { context, page, speaker } = await openOnFakeClock(bench);
    await speaker.keyboard.press('k');
    await pass(context, 10 * MIN);
    await walkTo(speaker, page, 's3');
    const before = await journal(speaker);
    await button(speaker, 'New session').click();
    await context.clock.runFor(20);
    await speaker.getByRole('dialog', { name: 'Begin a new session?' }).waitFor();
    await speaker.keyboard.press('Enter');
    await expect.poll(() => speaker.getByRole('dialog').count()).toBe(0);
    expect(await journal(speaker)).toEqual(before);
    await button(speaker, 'New session').click();
    await context.clock.runFor(20);
    await button(speaker, 'Begin a new session').click();
    await button(speaker, 'Start').waitFor();
    await expect.poll(() => slideNow(page)).toBe('s1');
    await pass(context, MIN);
    expect(await sessionLeft(speaker)).toBe(90 * 60);
    await button(speaker, 'Bring back the session before').click();
    await button(speaker, 'Pause').waitFor();
    expect(await journal(speaker)).toEqual(before);
    expect(await sessionLeft(speaker)).toBe(79 * 60);
    await expect.poll(() => slideNow(page)).toBe('s3');
    expect(await button(speaker, 'Bring back the session before').count()).toBe(0);
  });

  test('no key alone finishes, discards or starts anew', async () => {
    const { context, page, speaker } = await openOnFakeClock(bench);
    await speaker.keyboard.press('k');
    await pass(context, 10 * MIN);
    const session = (await journal(speaker))[0]?.session;
    const keys = [
      ...'abcdefghijlmnopqrstvwxyz0123456789',
      'Escape',
      'Enter',
      'Delete',
      'Backspace',
    ];
    for (const window of [page, speaker])
      for (const key of [...keys, 'Home', 'End', 'F1']) {
        await window.keyboard.press(key);
        await context.clock.runFor(20);
        await window.keyboard.press('Escape');
        await window.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
      }
    const events = await journal(speaker);
    expect(events[0]?.session).toBe(session);
    const types = events.map((e) => e.type);
    expect(types).not.toContain('finished');
    expect(types).not.toContain('undone');
    await button(speaker, 'Pause').waitFor();
    const passed = (await speaker.evaluate(() => Date.now())) - START.getTime();
    expect(await sessionLeft(speaker)).toBe(90 * 60 - Math.floor(passed / 1000));
  });
});
