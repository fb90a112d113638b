/** What a picture of the session is made from: what has happened, at which minute, in whose window. */
import type { Page } from 'playwright-core';
import type { EventBody, Journal, RoomData } from '../../src/model/index.ts';
import { append, newJournal } from '../../src/session/journal/index.ts';
import { accept, propose, status } from '../../src/syllabus/index.ts';

export const NAMES = { module: 'sgtm-1', lang: 'en' };
export const START = new Date('2026-11-23T14:00:00').getTime();
export const MIN = 60_000;

export type Line = [
  minute: number,
  body: EventBody | ((journal: Journal, room: RoomData) => EventBody),
];

export interface Scene {
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
  /** How the browser fails: it opens no window, or keeps nothing. */
  bad?: 'popup' | 'storage';
  act?(page: Page): Promise<unknown>;
}

/** Slides at their planned minutes, or later by so much from there on. */
export const PLANNED: readonly (readonly [slide: string, minute: number])[] = [
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
export const started = (variant = '90'): Line => [0, { type: 'started', variant }];
export const show = (minute: number, slide: string, step = 0): Line => [
  minute,
  { type: 'slide-shown', slide, step },
];
/** By the plan up to this slide, each `late` minutes after its time. */
export const upTo = (last: string, late = 0): Line[] => {
  const end = PLANNED.findIndex(([slide]) => slide === last);
  return [
    started(),
    ...PLANNED.slice(0, end + 1).map(([slide, minute]) =>
      show(minute === 0 ? 0 : minute + late, slide),
    ),
  ];
};
export const proposed = (journal: Journal, room: RoomData) =>
  propose(room.plans, journal, journal.events.at(-1)?.at ?? START);
export const acceptAll: Line[1] = (journal, room) => accept(proposed(journal, room));

/** Raised hands for the quiz's first item. */
export const hands =
  (round: '1' | '2', yes: number, no: number, abstained: number): Line[1] =>
  (_, room) => ({
    type: 'tally',
    item: room.quiz[0]?.id ?? '',
    round,
    counts: { yes, no, abstained },
  });

/** The record of a scene, with the sign of life that the windows write every minute. */
export function record({ events = [], minute, alone }: Scene, room: RoomData): Journal {
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
