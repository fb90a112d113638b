import type { Fold } from './fold.ts';
import { type Duration, duration } from './format.ts';
import type { SegmentStatus } from './segments.ts';

/** How loudly lateness is shown, by the drift rules. */
export type Severity = 'calm' | 'amber' | 'red';

export interface Pace extends Duration {
  state: 'behind' | 'ahead' | 'on-time';
  /** By how much, 0 or more. */
  ms: number;
  severity: Severity;
}

const AMBER_ABOVE_MS = 60_000;
const RED_ABOVE_MS = 180_000;

/** Up to 1 min late: calm; up to 3: amber; more: red. [PACE4] */
export function severityOf(lateMs: number): Severity {
  if (lateMs <= AMBER_ABOVE_MS) return 'calm';
  return lateMs <= RED_ABOVE_MS ? 'amber' : 'red';
}

/** Elapsed time against the window the revised plan gives the current segment. [PACE1] [PACE2] [PACE3] [PACE5] */
export function paceOf(fold: Fold, segments: readonly SegmentStatus[]): Pace {
  const window = windowOf(fold, segments);
  const behind = fold.elapsedMs - inHand(fold, segments) - window.end;
  const ahead = window.start - (fold.elapsedMs - inHand(fold, segments));
  if (behind > 0) return pace('behind', behind);
  return ahead > 0 ? pace('ahead', ahead) : pace('on-time', 0);
}

function windowOf({ phase, current }: Fold, segments: readonly SegmentStatus[]) {
  const total = segments.reduce((sum, { revisedMs }) => sum + revisedMs, 0);
  if (phase === 'finished') return { start: total, end: total };
  const segment = segments[current];
  if (!segment) return { start: 0, end: 0 };
  return { start: segment.revisedStartMs, end: segment.revisedStartMs + segment.revisedMs };
}

/** Time already given to segments that lie ahead (the room has gone back): it need not be given again. [PACE3] */
function inHand({ phase, current }: Fold, segments: readonly SegmentStatus[]): number {
  if (phase === 'finished') return 0;
  return segments
    .slice(current + 1)
    .reduce((sum, { actualMs, revisedMs }) => sum + Math.min(actualMs, revisedMs), 0);
}

function pace(state: Pace['state'], ms: number): Pace {
  return {
    state,
    ms,
    severity: state === 'behind' ? severityOf(ms) : 'calm',
    ...duration(ms),
  };
}
