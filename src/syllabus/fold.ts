import type { Journal, JournalEvent, Plan } from '../model/index.ts';
import { type Plans, planOf } from './plan.ts';
import { Reader } from './reader.ts';
import { lastUndoable, liveEvents, type Undoable } from './undo.ts';
import { stampEvents } from './wall.ts';

export type Phase = 'not-started' | 'running' | 'paused' | 'finished';

/** An event that counts, and where the session then stood. */
export interface Moment {
  event: JournalEvent;
  /** Session ms, without pauses. */
  elapsedMs: number;
  /** Index of the segment then current, -1 for none. */
  segment: number;
}

/** A journal read to its end: the state everything else is derived from. Segments by index in the plan. */
export interface Fold {
  plan: Plan;
  phase: Phase;
  /** Wall-clock ms this holds for: the `now` asked about, or the last event's time if that is later. */
  now: number;
  startedAt: number | null;
  finishedAt: number | null;
  elapsedMs: number;
  pausedMs: number;
  /** Sum of the clock's steps that count. */
  clockSteppedMs: number;
  /** The segment that time goes to; -1 before the start. Kept after the finish. */
  current: number;
  slide: string | null;
  step: number;
  usedMs: number[];
  /** Of a segment left out: what it has used. [SKIP1] */
  revisedMs: number[];
  /** Id of the event that left the segment out, or null. */
  skippedBy: (string | null)[];
  hardStop: number | null;
  cutsTaken: string[];
  moments: Moment[];
  lastUndoable: Undoable | null;
}

/** Read the journal from its first event to `now` (wall-clock ms), in O(events). Any journal is readable. [WALL3] */
export function fold(plans: Plans, journal: Journal, now: number): Fold {
  const live = liveEvents(journal.events);
  const plan = planOf(plans, live);
  const reader = new Reader(plan, plans);
  const stamps = stampEvents(live);
  const segments = stamps.map(({ event, t, steppedMs }) => {
    reader.advance(t);
    reader.apply(event, steppedMs);
    return reader.runs ? reader.current : -1;
  });
  const steppedMs = stamps.at(-1)?.steppedMs ?? 0;
  reader.advance(Math.max(now - steppedMs, reader.t));
  const { ledger, skippedBy } = reader;
  const elapsed = ledger.elapsedAt(stamps.map(({ t }) => t));
  const wall = (t: number | null) => (t === null ? null : t + steppedMs);
  return {
    plan,
    phase: phaseOf(reader),
    now: reader.t + steppedMs,
    startedAt: wall(reader.startedT),
    finishedAt: wall(reader.finishedT),
    elapsedMs: ledger.usedMs.reduce((sum, ms) => sum + ms, 0),
    pausedMs: ledger.pausedMs,
    clockSteppedMs: steppedMs,
    current: reader.startedT === null ? -1 : reader.current,
    slide: reader.slide,
    step: reader.step,
    usedMs: ledger.usedMs,
    revisedMs: reader.revisedMs.map((ms, i) =>
      skippedBy[i] === null ? ms : (ledger.usedMs[i] ?? 0),
    ),
    skippedBy,
    hardStop: reader.hardStop,
    cutsTaken: reader.cutsTaken,
    moments: live.map((event, i) => ({
      event,
      elapsedMs: elapsed[i] ?? 0,
      segment: segments[i] ?? -1,
    })),
    lastUndoable: lastUndoable(live),
  };
}

function phaseOf({ startedT, finishedT, paused }: Reader): Phase {
  if (startedT === null) return 'not-started';
  if (finishedT !== null) return 'finished';
  return paused ? 'paused' : 'running';
}
