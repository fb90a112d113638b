/**
 * The journal: what happened in a session, as an append-only list of events.
 * It is the only state of a session. Two windows may each append: events are merged as a set,
 * ordered by (seq, id), so no window can lose another's events and none can disagree.
 */

export const JOURNAL_VERSION = 1;

/** One phase of an exercise: `read`, `analyse` … (ids from the syllabus or the screens' catalogue). */
export interface ExercisePhase {
  id: string;
  ms: number;
}

export interface TallyCounts {
  yes: number;
  no: number;
  abstained: number;
}

export type EventBody =
  | { type: 'started'; variant: string; hardStop?: number }
  | { type: 'paused' }
  | { type: 'resumed' }
  /** The room sees this slide from now on; time belongs to the segment that holds it. */
  | { type: 'slide-shown'; slide: string; step?: number }
  /** The room is on this break (a segment without slides) until another slide is shown. */
  | { type: 'break-started'; segment: string }
  /** Minutes given to (or, negative, taken from) one segment by hand. */
  | { type: 'extended'; segment: string; byMs: number }
  /** The segment is left out from now on; what it has already used stays on its account. */
  | { type: 'skipped'; segment: string }
  /** An accepted proposal: new revised lengths. `cuts` names the cuts taken, in order. */
  | { type: 'replanned'; revised: { segment: string; ms: number }[]; cuts: string[] }
  /** The room must be empty at this wall-clock time (ms); null takes the hard stop away. */
  | { type: 'hard-stop-set'; hardStop: number | null }
  | { type: 'variant-chosen'; variant: string }
  /** What a gap without a window is counted as, asked on resuming. */
  | { type: 'gap-counted'; fromMs: number; toMs: number; as: 'break' | 'session' }
  /** The computer's clock was changed by hand, NTP or time zone; session time is not. Positive: set forward. */
  | { type: 'clock-stepped'; byMs: number }
  | { type: 'exercise-started'; exercise: string; phases: ExercisePhase[] }
  | { type: 'exercise-extended'; byMs: number }
  | { type: 'exercise-phase-skipped' }
  | { type: 'exercise-ended' }
  /** The room sees the answer of an exercise item (a case's analysis, a quiz item's key). */
  | { type: 'revealed'; item: string }
  | { type: 'groups-set'; participants: number; groups: { id: string; case: string | null }[] }
  | { type: 'tally'; item: string; round: string; counts: TallyCounts }
  | { type: 'note'; text: string }
  /** A cue done (or, false, not done after all). */
  | { type: 'ticked'; cue: string; done: boolean }
  | { type: 'finished' }
  /** Takes one earlier event back, as if it had not been written. */
  | { type: 'undone'; event: string };

export type EventType = EventBody['type'];

export type JournalEvent = EventBody & {
  /** Unique: `<writer>-<n>`. */
  id: string;
  /** Lamport number: one more than the highest the writer had seen. */
  seq: number;
  /** Wall-clock time of writing, milliseconds since 1970 (UTC). */
  at: number;
};

export interface Journal {
  version: typeof JOURNAL_VERSION;
  module: string;
  lang: string;
  /** Names this session; a new one for each Start. */
  session: string;
  events: JournalEvent[];
}
