/**
 * Pictures of what the speaker view and the projector show, for every row of the drift rules and every feature
 * of the speaker view, into build/screenshots/; and the README's picture, docs/pictures/session.png.
 */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { compile } from '../src/compiler/compile.ts';
import type { EventBody, Journal, RoomData } from '../src/model/index.ts';
import { append, newJournal, serialise } from '../src/session/journal/index.ts';
import { journalKey } from '../src/session/names.ts';
import { accept, choose, propose, status } from '../src/syllabus/index.ts';
import { launchChromium } from './lib/chromium.ts';
import { root } from './lib/root.ts';
import { run } from './lib/run.ts';

const DECK = 'facilitator/sgtm-1/en/deck.html';
const NAMES = { module: 'sgtm-1', lang: 'en' };
const START = new Date('2026-11-23T14:00:00').getTime();
const MIN = 60_000;

type Line = [minute: number, body: EventBody | ((journal: Journal, room: RoomData) => EventBody)];

interface Scene {
  name: string;
  /** Minutes after the start. */
  minute: number;
  /** What has happened, in order; without it, nothing has been started. */
  events?: Line[];
  /** Whose window; the speaker view unless said. */
  of?: 'room' | 'report';
  size?: [width: number, height: number];
  dark?: boolean;
  /** The room's window stays closed. */
  alone?: boolean;
  /** What must be in the picture. */
  see?: string;
  act?(page: Page): Promise<unknown>;
}

/** Slides at their planned minutes, or later by so much from there on. */
const PLANNED: readonly (readonly [slide: string, minute: number])[] = [
  ['s1', 0],
  ['s2', 4],
  ['s3', 9],
  ['s4', 13],
  ['s5', 16],
  ['s6', 19],
  ['s7', 22],
  ['s8', 24],
  ['s8a', 26],
  ['s8b', 27],
  ['s9', 30],
  ['s10', 35],
  ['s10a', 36],
  ['s11', 38],
  ['s12', 40],
  ['s13', 42],
  ['s14', 43],
  ['x1', 45],
  ['x2', 48],
  ['x3', 62],
  ['x4', 78],
  ['x5', 82],
  ['x6', 87],
];
const started = (variant = '90'): Line => [0, { type: 'started', variant }];
const show = (minute: number, slide: string, step = 0): Line => [
  minute,
  { type: 'slide-shown', slide, step },
];
/** By the plan up to this slide, each `late` minutes after its time. */
const upTo = (last: string, late = 0): Line[] => {
  const end = PLANNED.findIndex(([slide]) => slide === last);
  return [
    started(),
    ...PLANNED.slice(0, end + 1).map(([slide, minute]) =>
      show(minute === 0 ? 0 : minute + late, slide),
    ),
  ];
};
const propose_ = (journal: Journal, room: RoomData) =>
  propose(room.plans, journal, journal.events.at(-1)?.at ?? START);
const acceptAll: Line[1] = (journal, room) => accept(propose_(journal, room));

const hands: Line[1] = (_, room) => ({
  type: 'tally',
  item: room.quiz[0]?.id ?? '',
  round: '1',
  counts: { yes: 15, no: 6, abstained: 3 },
});

const scenes: Scene[] = [
  // The drift rules, row by row.
  { name: 'drift-01-checkpoint', minute: 11, events: upTo('s3'), see: '#ahead' },
  { name: 'drift-02-under-a-minute', minute: 9.6, events: upTo('s2') },
  { name: 'drift-03-amber-drop-the-ask', minute: 21, events: upTo('s5'), see: '#asks' },
  { name: 'drift-04-red-cut-list', minute: 23, events: upTo('s5'), see: '#cuts' },
  {
    name: 'drift-05-cuts-accepted',
    minute: 24,
    events: [...upTo('s5'), [23.5, acceptAll]],
    see: '#cuts',
  },
  {
    name: 'drift-06-whole-cut-list',
    minute: 9.5,
    events: [
      started(),
      [0, { type: 'hard-stop-set', hardStop: START + 75 * MIN }],
      show(0, 's1'),
      show(9, 's2'),
    ],
    size: [1280, 1400],
    see: '#cuts',
  },
  {
    name: 'drift-07-never-cut',
    minute: 20,
    events: upTo('s6'),
    size: [1280, 1200],
    see: '#cuts',
    act: (page) => page.locator('#cuts summary').click(),
  },
  { name: 'drift-08-long-official', minute: 8, events: [started(), show(0, 's1')], see: '#cuts' },
  {
    name: 'drift-09-early-case-swap',
    minute: 36.5,
    events: [...upTo('s10'), show(35.4, 's11'), show(35.8, 's12'), show(36.2, 's14')],
    see: '#cuts',
  },
  {
    name: 'drift-10-part-a-over-from-the-quiz',
    minute: 52,
    events: [
      ...upTo('s5'),
      ...PLANNED.slice(5, 18).map(([slide, minute]) => show(minute + 6.5, slide)),
      [
        51.8,
        (journal, room) => {
          const proposal = propose_(journal, room);
          const quiz = proposal.steps.flatMap((s, i) =>
            s.segments.some(({ segment }) => /^B[345]$/.test(segment)) ? [i] : [],
          );
          return accept(choose(proposal, quiz));
        },
      ],
    ],
    see: '#cuts',
  },
  {
    name: 'drift-11-sixty-minutes',
    minute: 31,
    events: [
      started('60'),
      show(0, 's1'),
      show(3, 's2'),
      show(9, 's4'),
      show(15, 's8'),
      show(20, 's9'),
      show(26, 's11'),
      show(30, 'x1'),
    ],
  },
  {
    name: 'drift-12-hundred-and-twenty-break',
    minute: 59,
    events: [
      started('120'),
      show(0, 's1'),
      show(12, 's3'),
      show(24, 's6'),
      show(38, 's9'),
      show(49, 's11'),
      show(54, 's14'),
      [57, { type: 'break-started', segment: 'break' }],
    ],
  },
  // The twelve features.
  { name: 'feature-01-where-am-i', minute: 32, events: upTo('s9') },
  { name: 'feature-02-say-this', minute: 26.5, events: upTo('s8a') },
  { name: 'feature-03-ask-this', minute: 7, events: upTo('s2'), see: '#asks' },
  {
    name: 'feature-04-do-no-harm',
    minute: 35.5,
    events: upTo('s10'),
    see: 'section.care',
  },
  {
    name: 'feature-04-someone-has-disclosed',
    minute: 35.5,
    events: upTo('s10'),
    act: (page) => page.keyboard.press('d'),
  },
  {
    name: 'feature-05-cut-or-stretch',
    minute: 34,
    events: upTo('s8b', 4),
    see: '#cuts',
  },
  { name: 'feature-06-next-action', minute: 12.4, events: upTo('s3'), see: '#next-action' },
  {
    name: 'feature-07-model-answer',
    minute: 67,
    events: [
      ...upTo('x3'),
      [
        62,
        {
          type: 'exercise-started',
          exercise: 'x3',
          phases: ['1', '2', '3', '4'].flatMap((n) => [
            { id: `report:case-${n}`, ms: 2 * MIN },
            { id: `settle:case-${n}`, ms: 2 * MIN },
          ]),
        },
      ],
    ],
    see: '#model-answer',
  },
  { name: 'feature-08-local-facts', minute: 39, events: upTo('s11'), see: '#local-facts' },
  { name: 'feature-09-group-work', minute: 52, events: groupWork(), see: '#group-work' },
  { name: 'feature-09-group-work-wall', minute: 52, events: groupWork(), of: 'room' },
  {
    name: 'feature-10-then-and-now',
    minute: 5,
    events: upTo('s2'),
    act: (page) => page.getByText('Then and now', { exact: true }).click(),
    see: '.fold[open]',
  },
  {
    name: 'feature-11-why-this-slide',
    minute: 25,
    events: upTo('s8'),
    act: (page) => page.getByText('Why this slide', { exact: true }).click(),
    see: '.fold[open]',
  },
  { name: 'feature-12-capture', minute: 44, events: captured(), see: '#capture' },
  { name: 'feature-12-report', minute: 100, events: whole(), of: 'report', size: [1000, 2300] },
  // Before, beside and after.
  { name: 'more-before-the-start', minute: 0 },
  {
    name: 'more-resume-after-a-crash',
    minute: 43.2,
    events: [...upTo('s9'), show(37.2, 's9', 1)],
    alone: true,
  },
  { name: 'more-paused', minute: 29, events: [...upTo('s8b'), [27.5, { type: 'paused' }]] },
  {
    name: 'more-finish-asks',
    minute: 89,
    events: upTo('x6'),
    act: (page) => page.getByRole('button', { name: 'Finish', exact: true }).click(),
  },
  {
    name: 'more-keys',
    minute: 20,
    events: upTo('s6'),
    act: (page) => page.keyboard.press('?'),
  },
  {
    name: 'more-quiz-answers',
    minute: 84,
    events: [...upTo('x5'), show(83, 'x5', 1), [83.5, hands]],
  },
  {
    name: 'more-single-screen',
    minute: 32,
    events: upTo('s9'),
    of: 'room',
    act: (p) => p.keyboard.press('t'),
  },
  { name: 'more-dark', minute: 23, events: upTo('s5'), dark: true },
  { name: 'more-narrow', minute: 23, events: upTo('s5'), size: [1024, 640] },
  { name: 'more-phone', minute: 23, events: upTo('s5'), size: [390, 844] },
];

function groupWork(): Line[] {
  return [
    ...upTo('x2'),
    [
      48.2,
      {
        type: 'exercise-started',
        exercise: 'x2',
        phases: [
          { id: 'read', ms: 2 * MIN },
          { id: 'analyse', ms: 5 * MIN },
          { id: 'decide', ms: 4 * MIN },
          { id: 'speaker', ms: 3 * MIN },
        ],
      },
    ],
  ];
}

function captured(): Line[] {
  return [
    ...upTo('s14'),
    [43.2, { type: 'note', text: 'Who is the alternate when the focal point is on leave?' }],
    [43.9, { type: 'note', text: 'Ask CDT: is the bar near the east gate on the list?' }],
  ];
}

/** Over by a few minutes, with two cuts, a pause, hands and an issue. */
function whole(): Line[] {
  return [
    ...upTo('s2', 3.5),
    [7.6, acceptAll],
    ...PLANNED.slice(2, 8).map(([slide, minute]) =>
      show(minute + (minute < 13 ? 3.5 : minute < 19 ? 1.5 : 0.2), slide),
    ),
    [24.5, { type: 'paused' }],
    [28.5, { type: 'resumed' }],
    ...PLANNED.slice(8).map(([slide, minute]) => show(minute + 4 + (minute % 3) / 2, slide)),
    [47, { type: 'note', text: 'Who is the alternate when the focal point is on leave?' }],
    [87, hands],
    [94.5, { type: 'finished' }],
  ];
}

/** The record of a scene, with the sign of life that the windows write every minute. */
function record({ events = [], minute, alone }: Scene, room: RoomData): Journal {
  let journal = newJournal({ ...NAMES, session: 'pictures' });
  const write = (at: number, body: EventBody): void => {
    journal = append(journal, body, { at, writer: 'w' });
  };
  const alive = (until: number): void => {
    for (;;) {
      const last = journal.events.at(-1);
      const { phase, slide, step } = status(room.plans, journal, last?.at ?? START);
      if (!last || phase !== 'running' || !slide || last.at + MIN >= until) return;
      write(last.at + MIN, { type: 'slide-shown', slide, step });
    }
  };
  const inTime = events
    .map((line, i) => ({ line, i }))
    .sort((a, b) => a.line[0] - b.line[0] || a.i - b.i)
    .map(({ line }) => line);
  for (const [at, body] of inTime) {
    const time = START + Math.round(at * MIN);
    alive(time);
    // What was due has been done, but for what the present segment asks for.
    const { cues } = status(room.plans, journal, time);
    if (journal.events.length)
      for (const cue of [...cues.due.map((c) => c.cue), ...cues.missed])
        write(time, { type: 'ticked', cue: cue.id, done: true });
    write(time, typeof body === 'function' ? body(journal, room) : body);
  }
  if (!alone) alive(START + minute * MIN);
  return journal;
}

async function picture(
  browser: Browser,
  address: string,
  scene: Scene,
  room: RoomData,
): Promise<Buffer> {
  const [width, height] = scene.size ?? (scene.of === 'room' ? [1280, 720] : [1440, 900]);
  const context = await browser.newContext({
    viewport: { width, height },
    colorScheme: scene.dark ? 'dark' : 'light',
  });
  try {
    const now = START + scene.minute * MIN;
    await context.clock.install({ time: now - 1_000 });
    await context.clock.pauseAt(now);
    const text = scene.events ? serialise(record(scene, room)) : null;
    await context.addInitScript(
      ([key, value]) => {
        if (value && !sessionStorage.getItem('put')) localStorage.setItem(key ?? '', value);
        sessionStorage.setItem('put', 'yes');
      },
      [journalKey(NAMES), text],
    );
    const deck = await context.newPage();
    if (!scene.alone && scene.of !== 'report') {
      await deck.goto(address);
      await deck.locator('section[data-slide].present').waitFor();
    }
    const page = scene.of === 'room' ? deck : await context.newPage();
    if (scene.of !== 'room') {
      await page.goto(`${address}?${scene.of ?? 'speaker'}`);
      await page.locator(scene.of === 'report' ? 'main.report' : '.desk').waitFor();
    }
    await page.evaluate(() => document.fonts.ready);
    // Windows find each other, effects run.
    await context.clock.runFor(400);
    await scene.act?.(page);
    await context.clock.runFor(100);
    if (scene.see) await page.locator(scene.see).first().scrollIntoViewIfNeeded();
    return await page.screenshot();
  } finally {
    await context.close();
  }
}

/** The trainer's window, and the room's, as one picture. */
async function together(browser: Browser, speaker: Buffer, room: Buffer): Promise<Buffer> {
  const page = await browser.newPage({ viewport: { width: 1600, height: 856 } });
  const source = (png: Buffer): string => `data:image/png;base64,${png.toString('base64')}`;
  await page.setContent(`<!doctype html><style>
    body { margin: 0; block-size: 856px; background: #e9e6df; position: relative;
      font: 600 20px "Noto Sans", sans-serif; color: #12203a }
    figure { position: absolute; margin: 0 }
    img { display: block; inline-size: 100%; border: 1px solid #12203a; box-shadow: 0 10px 30px rgb(18 32 58 / .25) }
    figcaption { padding-block-end: 10px }
    .trainer { inset: 24px auto auto 32px; inline-size: 1180px }
    .room { inset: auto 32px 24px auto; inline-size: 620px }
    .room figcaption { inline-size: fit-content; padding: 6px 12px; background: #12203a; color: #fff }
  </style>
  <figure class=trainer><figcaption>What the trainer sees</figcaption><img src="${source(speaker)}"></figure>
  <figure class=room><figcaption>What the room sees</figcaption><img src="${source(room)}"></figure>`);
  const png = await page.screenshot();
  await page.close();
  return png;
}

function write(path: string, content: Uint8Array): void {
  const file = join(root, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, content);
}

await run(async () => {
  const only = process.argv.slice(2);
  const { build } = await compile({ root });
  if (!build) {
    console.error('Expected sources that build: run `npm run check`.');
    return 1;
  }
  const folder = mkdtempSync(join(tmpdir(), 'session-pictures-'));
  const browser = await launchChromium();
  try {
    for (const { path, content } of build.outputs) {
      if (path !== DECK) continue;
      mkdirSync(join(folder, dirname(path)), { recursive: true });
      writeFileSync(join(folder, path), content);
    }
    const address = pathToFileURL(join(folder, DECK)).href;
    const html = readFileSync(join(folder, DECK), 'utf8');
    const room: RoomData = JSON.parse(
      /<script[^>]*id="room-data"[^>]*>([\s\S]*?)<\/script>/.exec(html)?.[1] ?? 'null',
    );
    for (const scene of scenes) {
      if (only.length && !only.some((part) => scene.name.includes(part))) continue;
      write(
        join('build', 'screenshots', `${scene.name}.png`),
        await picture(browser, address, scene, room),
      );
      console.log(`${scene.name}.png`);
    }
    if (!only.length || only.includes('session')) {
      const scene: Scene = {
        name: 'session',
        minute: 31,
        events: [...upTo('s9'), show(30.5, 's9', 1)],
      };
      const speaker = await picture(browser, address, scene, room);
      const wall = await picture(browser, address, { ...scene, of: 'room' }, room);
      write(join('docs', 'pictures', 'session.png'), await together(browser, speaker, wall));
      console.log('docs/pictures/session.png');
    }
    return 0;
  } finally {
    await browser.close();
    rmSync(folder, { recursive: true, force: true });
  }
});
