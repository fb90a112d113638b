import type { EventBody, Journal, Plan } from '../../src/model/index.ts';
import { append, newJournal } from '../../src/session/journal/index.ts';
import { type Status, status } from '../../src/syllabus/index.ts';
import { MIN, plan } from './plans.ts';

/** 2004-10-01, some morning. */
export const T0 = 1_096_617_600_000;
/** Wall-clock ms at this minute from T0. */
export const at = (minute: number) => Math.round(T0 + minute * MIN);

/** A line of a script: the minute, and what happens then. */
export type Line = [minute: number, body: EventBody];

export const empty: Journal = newJournal({ module: 'sample', lang: 'en', session: 'one' });
export const start: Line = [0, { type: 'started', variant: '90' }];
export const show = (minute: number, slide: string): Line => [
  minute,
  { type: 'slide-shown', slide },
];

/** The journal of a script, written by one window. Event n has the id `w-n`, n from 1. */
export function play(...lines: Line[]): Journal {
  return lines.reduce(
    (journal, [minute, body]) => append(journal, body, { at: at(minute), writer: 'w' }),
    empty,
  );
}

/** Status of a script at a minute, by the 90-minute plan. */
export function statusAt(minute: number, lines: Line[], plans: Plan | Plan[] = plan()): Status {
  return status(plans, play(...lines), at(minute));
}

export function segment(s: Status, id: string) {
  const found = s.segments.find((row) => row.id === id);
  if (!found) throw new Error(`no segment ${id}`);
  return found;
}

/** Minutes used, of the segments that used any. */
export function used(s: Status): Record<string, number> {
  return Object.fromEntries(
    s.segments.filter((row) => row.actualMs !== 0).map((row) => [row.id, row.actualMs / MIN]),
  );
}
