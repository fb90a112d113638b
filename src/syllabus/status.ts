import type { Journal, Plan } from '../model/index.ts';
import { type Cues, cuesOf } from './cues.ts';
import { type ExerciseStatus, exerciseStatus } from './exercise.ts';
import { type Fold, fold, type Phase } from './fold.ts';
import { type Forecast, forecastOf } from './forecast.ts';
import { type Pace, paceOf } from './pace.ts';
import type { Plans } from './plan.ts';
import { recordOf, type SessionRecord } from './record.ts';
import { type SegmentStatus, segmentStatuses } from './segments.ts';
import type { Undoable } from './undo.ts';

export interface Checkpoint {
  segment: string;
  /** Session ms by the plan. */
  plannedStartMs: number;
  /** Session ms at which it will be reached if the rest goes by the revised plan. */
  expectedStartMs: number;
  /** From now, ms. */
  startsInMs: number;
}

/** Everything any screen shows of a session. Times named `…At` and `now` are wall-clock ms, those named `…Ms` are lengths or session time. */
export interface Status extends SessionRecord {
  plan: Plan;
  variant: string;
  phase: Phase;
  /** What this holds for: the `now` asked about, or the last event's time if that is later. */
  now: number;
  startedAt: number | null;
  finishedAt: number | null;
  /** Session time: since the start, without pauses. */
  elapsedMs: number;
  pausedMs: number;
  /** Sum of the clock's steps noted so far. A window notes only what its own clock shows beyond this. [WALL4] */
  clockSteppedMs: number;
  plannedTotalMs: number;
  revisedTotalMs: number;
  /** revisedTotalMs − elapsedMs; negative when over. */
  sessionLeftMs: number;
  hardStop: number | null;
  hardStopLeftMs: number | null;
  segments: SegmentStatus[];
  /** The segment that time goes to, also when it was left out; null before the start and after the finish. */
  current: SegmentStatus | null;
  /** The first one ahead. */
  next: SegmentStatus | null;
  /** The slide the room sees, null while it has seen none of the plan's. */
  slide: string | null;
  step: number;
  pace: Pace;
  forecast: Forecast;
  cues: Cues;
  checkpoint: Checkpoint | null;
  exercise: ExerciseStatus | null;
  /** Cuts of accepted proposals, in the order taken; see `accept`. */
  cutsTaken: string[];
  lastUndoable: Undoable | null;
}

/**
 * Where a session stands at `now` (wall-clock ms): a pure function, the same whenever and however often it is asked.
 * `plans`: the standard plan and its variants, the journal says which runs. Throws RangeError only when there is no plan.
 */
export function status(plans: Plans, journal: Journal, now: number): Status {
  return statusOf(fold(plans, journal, now));
}

export function statusOf(state: Fold): Status {
  const { plan, phase, elapsedMs, hardStop } = state;
  const segments = segmentStatuses(state);
  const record = recordOf(state.moments, plan.segments);
  const revisedTotalMs = sum(segments, 'revisedMs');
  const goesOn = phase === 'running' || phase === 'paused';
  return {
    ...record,
    plan,
    variant: plan.variant,
    phase,
    now: state.now,
    startedAt: state.startedAt,
    finishedAt: state.finishedAt,
    elapsedMs,
    pausedMs: state.pausedMs,
    clockSteppedMs: state.clockSteppedMs,
    plannedTotalMs: sum(segments, 'plannedMs'),
    revisedTotalMs,
    sessionLeftMs: revisedTotalMs - elapsedMs,
    hardStop,
    hardStopLeftMs: hardStop === null ? null : hardStop - state.now,
    segments,
    current: (goesOn && segments[state.current]) || null,
    next: segments.find(({ startsInMs }) => startsInMs !== null) ?? null,
    slide: state.slide,
    step: state.step,
    pace: paceOf(state, segments),
    forecast: forecastOf(state, segments),
    cues: cuesOf(state, segments, record.ticked),
    checkpoint: checkpointOf(state, segments),
    exercise: exerciseStatus(state.moments, elapsedMs),
    cutsTaken: state.cutsTaken,
    lastUndoable: state.lastUndoable,
  };
}

/** [CHECK1] */
function checkpointOf(state: Fold, segments: readonly SegmentStatus[]): Checkpoint | null {
  const named = new Set(state.plan.checkpoints);
  for (const { id, plannedStartMs, startsInMs } of segments)
    if (startsInMs !== null && named.has(id))
      return {
        segment: id,
        plannedStartMs,
        expectedStartMs: state.elapsedMs + startsInMs,
        startsInMs,
      };
  return null;
}

function sum(rows: readonly SegmentStatus[], key: 'plannedMs' | 'revisedMs'): number {
  return rows.reduce((total, row) => total + row[key], 0);
}
