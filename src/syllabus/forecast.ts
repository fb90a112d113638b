import type { Fold } from './fold.ts';
import { type Severity, severityOf } from './pace.ts';
import type { SegmentStatus } from './segments.ts';

export interface Forecast {
  /** Expected finish, wall-clock ms; after the finish, when it was. */
  finishAt: number;
  /** What it is held against, wall-clock ms: the hard stop, else the planned end moved by the pauses. */
  targetAt: number;
  against: 'hard-stop' | 'plan';
  /** finishAt − targetAt: positive late, negative time to spare. */
  lateMs: number;
  severity: Severity;
}

/** The finish if the rest goes by the revised plan. `hardStop` (wall-clock ms) stands in for the journal's. [FORE1] [FORE2] [FORE3] [HARD1] */
export function forecastOf(
  fold: Fold,
  segments: readonly SegmentStatus[],
  hardStop = fold.hardStop,
): Forecast {
  const remaining = segments.reduce((sum, segment) => sum + segment.remainingMs, 0);
  const planned = segments.reduce((sum, { plannedMs }) => sum + plannedMs, 0);
  const finishAt = fold.finishedAt ?? fold.now + remaining;
  const targetAt = hardStop ?? (fold.startedAt ?? fold.now) + planned + fold.pausedMs;
  const lateMs = finishAt - targetAt;
  return {
    finishAt,
    targetAt,
    against: hardStop === null ? 'plan' : 'hard-stop',
    lateMs,
    severity: severityOf(lateMs),
  };
}
