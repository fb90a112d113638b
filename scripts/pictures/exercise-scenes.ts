import type { Page } from 'playwright-core';
import type { EventBody } from '../../src/model/index.ts';
import { caseOfPhase, phasesFor, proposeGroups } from '../../src/screens/wall/phases.ts';
import { status } from '../../src/syllabus/index.ts';
import { acceptAll, hands, type Line, MIN, type Scene, show, started, upTo } from './scene.ts';

/** The second half, on the desk and on the wall. */
export const exerciseScenes: readonly Scene[] = [
  ...both('groups-1-form', 46, upTo('x1')),
  ...both('groups-2-countdown', 46, [...upTo('x1'), countdown(45.5, 'x1', 'groups', 3)]),
  ...both('groups-3-of-7', 46, [...upTo('x1'), groups(45.5, 7)]),
  ...both('groups-4-of-40', 46, [...upTo('x1'), groups(45.5, 40)]),
  ...[7, 20, 40].map(
    (people): Scene => ({
      name: `groups-dialog-${people}`,
      minute: 46,
      events: upTo('x1'),
      act: (page) => dialog(page, people),
    }),
  ),
  {
    name: 'groups-dialog-swap-and-drop',
    minute: 46,
    events: upTo('x1'),
    async act(page) {
      await openByKey(page, 'g');
      await page.locator('.group-edit select').nth(0).selectOption('');
      await page.locator('.group-edit select').nth(3).selectOption({ index: 1 });
    },
  },
  ...both('work-0-before', 48.3, upTo('x2')),
  ...both('work-1-read', 49, work(48.2)),
  ...both('work-2-analyse', 52, work(48.2)),
  ...both('work-3-decide', 57, work(48.2)),
  ...both('work-4-speaker', 60.5, work(48.2)),
  ...both('work-5-time-up', 62.4, work(48.2)),
  ...both('work-6-of-40', 52, [...upTo('x1'), groups(45.5, 40), ...work(48.2).slice(-2)]),
  ...both('work-7-paused', 53, [...work(48.2), [52, { type: 'paused' }]]),
  ...both('reports-0-before', 62.2, upTo('x3')),
  ...both('reports-1-report', 63, reports()),
  ...both('reports-2-settle', 64.6, reports()),
  ...both('reports-3-revealed', 65, [...reports(), reveal(64.8)]),
  ...both('reports-4-next-group', 66.5, [...reports(), reveal(64.8)]),
  ...both('reports-5-time-up', 78.4, [...reports(), reveal(64.8)]),
  ...both('reports-6-of-40', 63, [...upTo('x1'), groups(45.5, 40), ...reports().slice(-3)]),
  ...both('quiz-0-paper', 79, [...upTo('x4'), countdown(78.2, 'x4', 'quiz', 4)]),
  ...both('quiz-1-by-hands', 79, [...upTo('x3'), ...shortQuiz(), show(78, 'x4')]),
  ...both('quiz-2-how', 82.2, upTo('x5')),
  ...both('quiz-3-item', 82.6, [...upTo('x5'), show(82.4, 'x5', 1)]),
  ...both('quiz-4-chart', 83, [...upTo('x5'), show(82.4, 'x5', 1), [82.9, hands('1', 9, 12, 3)]]),
  ...both('quiz-5-answer', 83.5, [
    ...upTo('x5'),
    show(82.4, 'x5', 1),
    [82.9, hands('1', 9, 12, 3)],
    show(83.2, 'x5', 2),
  ]),
  ...both('quiz-6-asked-again', 84, [
    ...upTo('x5'),
    show(82.4, 'x5', 1),
    [82.9, hands('1', 9, 12, 3)],
    show(83.2, 'x5', 2),
    [83.8, hands('2', 22, 1, 1)],
  ]),
  ...both('quiz-7-short', 83, [...upTo('x3'), ...shortQuiz(), show(80, 'x5'), show(80.2, 'x5', 3)]),
  ...both('end-1-wrap-up', 88.6, upTo('x6')),
  ...both('end-2-finished', 91, [...upTo('x6'), [90, { type: 'finished' }]]),
  ...both('break', 59, [
    started('120'),
    show(0, 's1'),
    show(12, 's3'),
    show(24, 's6'),
    show(38, 's9'),
    show(49, 's11'),
    show(54, 's14'),
    [57, { type: 'break-started', segment: 'break' }],
  ]),
  // Rooms where something fails.
  {
    name: 'bad-popup-blocked-wall',
    minute: 0,
    of: 'room',
    bad: 'popup',
    act: (page) => page.keyboard.press('s'),
  },
  {
    name: 'bad-popup-blocked-desk',
    minute: 0,
    alone: true,
    bad: 'popup',
    act: (page) => page.keyboard.press('o'),
  },
  { name: 'bad-storage-refused', minute: 0, bad: 'storage' },
  {
    name: 'bad-new-session-asks',
    minute: 46,
    events: upTo('x1'),
    async act(page) {
      await page.getByRole('button', { name: 'New session' }).click();
    },
  },
  {
    name: 'bad-discarded-bring-back',
    minute: 46,
    events: upTo('x1'),
    see: '.undo-line',
    async act(page) {
      await page.getByRole('button', { name: 'New session' }).click();
      await page.context().clock.runFor(100);
      await page.getByRole('button', { name: 'Begin a new session' }).click();
    },
  },
  {
    name: 'bad-undone',
    minute: 24,
    events: [...upTo('s5'), [23.5, acceptAll]],
    act: (page) => page.keyboard.press('u'),
  },
];

/** The sizes that trainers have, in both schemes. */
export const sizeScenes: readonly Scene[] = (
  [
    ['1366x768', [1366, 768]],
    ['1280x720', [1280, 720]],
    ['1024x640', [1024, 640]],
    ['phone', [390, 844]],
    // A laptop of 1366 by 768 at a zoom of 150 %.
    ['zoom-150', [911, 512]],
  ] as const
).flatMap(([name, [width, height]]) =>
  (
    [
      ['start', 0, undefined],
      ['on-time', 20, upTo('s6')],
      ['late', 23, upTo('s5')],
      ['work', 52, work(48.2)],
      ['report', 65, reports()],
      ['quiz', 83, [...upTo('x5'), show(82.4, 'x5', 1), [82.9, hands('1', 9, 12, 3)]]],
    ] as [string, number, Line[] | undefined][]
  ).flatMap(([what, minute, events]): Scene[] => {
    const scene: Scene = { name: `size-${name}-${what}`, minute, events, size: [width, height] };
    return what === 'late' || what === 'work'
      ? [scene, { ...scene, name: `${scene.name}-dark`, dark: true }]
      : [scene];
  }),
);

function both(name: string, minute: number, events: Line[]): Scene[] {
  return [
    { name: `${name}-desk`, minute, events },
    { name: `${name}-wall`, minute, events, of: 'room' },
  ];
}

function countdown(
  at: number,
  exercise: string,
  kind: 'groups' | 'case-work' | 'reports' | 'quiz',
  minutes: number,
): Line {
  return [
    at,
    (journal, room) => {
      const cases = room.cases.map((c) => c.id);
      const set = status(room.plans, journal, journal.events.at(-1)?.at ?? 0).groups?.groups;
      const given = set ? cases.filter((id) => set.some((g) => g.case === id)) : cases;
      return { type: 'exercise-started', exercise, phases: phasesFor(kind, minutes * MIN, given) };
    },
  ];
}

function groups(at: number, participants: number): Line {
  return [
    at,
    (_, room): EventBody => ({
      type: 'groups-set',
      participants,
      groups: proposeGroups(
        participants,
        room.cases.map((c) => c.id),
        false,
      ),
    }),
  ];
}

function work(at: number): Line[] {
  return [...upTo('x2'), countdown(at, 'x2', 'case-work', 14)];
}

function reports(): Line[] {
  return [...upTo('x3'), countdown(62.3, 'x3', 'reports', 16)];
}

/** The case of the phase that runs. */
function reveal(at: number): Line {
  return [
    at,
    (journal, room) => {
      const { exercise } = status(room.plans, journal, journal.events.at(-1)?.at ?? 0);
      const phase = exercise?.phases[exercise.phase]?.id ?? '';
      return { type: 'revealed', item: caseOfPhase(phase) ?? '' };
    },
  ];
}

function shortQuiz(): Line[] {
  const revised = [
    { segment: 'B4', ms: 2 * MIN },
    { segment: 'B5', ms: 4 * MIN },
  ];
  return [[77, { type: 'replanned', revised, cuts: ['short-quiz'] }]];
}

async function dialog(page: Page, people: number): Promise<void> {
  await openByKey(page, 'g');
  await page.getByLabel('Participants').fill(String(people));
}

/** The clock stands; a dialog needs a moment to open. */
async function openByKey(page: Page, key: string): Promise<void> {
  await page.keyboard.press(key);
  await page.context().clock.runFor(100);
}
