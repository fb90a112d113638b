import type { JournalEvent } from '../model/index.ts';

/** Two windows that notice the same step write it within this time … */
const SAME_STEP_WITHIN_MS = 10_000;
/** … and measure it alike to this much. [WALL4] */
const SAME_STEP_SIZE_MS = 1_000;
/** A step is noted within this time of happening. [WALL5] */
const NOTED_WITHIN_MS = 60_000;

export interface Stamp {
  event: JournalEvent;
  /** True time, ms: the wall clock less the steps so far, never falling. */
  t: number;
  /** Sum of the steps up to here, ms: wall clock = true time + this. */
  steppedMs: number;
}

type Step = Extract<JournalEvent, { type: 'clock-stepped' }>;

/** Live events, in order, from wall-clock time to time that only runs forward. [WALL1] [WALL2] [WALL4] [WALL5] */
export function stampEvents(live: readonly JournalEvent[]): Stamp[] {
  const stamps: Stamp[] = [];
  let steppedMs = 0;
  let last: Step | null = null;
  for (const event of live) {
    const counts = event.type === 'clock-stepped' && !(last && sameStep(last, event));
    if (counts) {
      last = event;
      steppedMs += event.byMs;
    }
    const t = event.at - steppedMs;
    if (counts) pullBack(stamps, t, event.at);
    stamps.push({ event, t, steppedMs });
  }
  let latest = Number.NEGATIVE_INFINITY;
  for (const stamp of stamps) {
    latest = Math.max(latest, stamp.t);
    stamp.t = latest;
  }
  return stamps;
}

function sameStep(a: Step, b: Step): boolean {
  return (
    writerOf(a) !== writerOf(b) &&
    Math.abs(b.at - a.at) <= SAME_STEP_WITHIN_MS &&
    Math.abs(b.byMs - a.byMs) <= SAME_STEP_SIZE_MS
  );
}

/** Events just before a step that already carry the new clock's time cannot be later than the step. [WALL5] */
function pullBack(stamps: Stamp[], t: number, at: number): void {
  for (let i = stamps.length - 1; i >= 0; i--) {
    const stamp = stamps[i] as Stamp;
    const noted = at - stamp.event.at;
    if (stamp.t <= t || noted < 0 || noted > NOTED_WITHIN_MS) return;
    stamp.t = t;
  }
}

function writerOf(event: JournalEvent): string {
  return event.id.slice(0, event.id.lastIndexOf('-'));
}
