import type { Fold } from './fold.ts';

export type SegmentState = 'done' | 'current' | 'ahead' | 'skipped';

export interface SegmentStatus {
  id: string;
  plannedMs: number;
  /** As it now stands; of a segment left out, what it has used. */
  revisedMs: number;
  actualMs: number;
  /** revisedMs − actualMs: of the current segment its time left, negative when over. */
  leftMs: number;
  state: SegmentState;
  /** Id of the event that left it out: take that event back to bring the segment back. [SKIP2] */
  skippedBy: string | null;
  /** Session ms by the plan. */
  plannedStartMs: number;
  /** Session ms by the revised lengths. */
  revisedStartMs: number;
  /** What it still needs, ms: 0 for done and skipped ones. [FORE1] */
  remainingMs: number;
  /** From now to its expected start, ms: only of those ahead, else null. [FORE1] */
  startsInMs: number | null;
}

/** Every segment of the plan, in its order. [SEG5] [REV1] */
export function segmentStatuses(fold: Fold): SegmentStatus[] {
  let plannedStartMs = 0;
  let revisedStartMs = 0;
  let fromNow = 0;
  return fold.plan.segments.map(({ id, plannedMs }, i) => {
    const actualMs = fold.usedMs[i] ?? 0;
    const revisedMs = fold.revisedMs[i] ?? 0;
    const skippedBy = fold.skippedBy[i] ?? null;
    const state = stateOf(fold, i);
    const goesOn = fold.phase !== 'finished' && (state === 'current' || state === 'ahead');
    const remainingMs = goesOn ? Math.max(0, revisedMs - actualMs) : 0;
    const row: SegmentStatus = {
      id,
      plannedMs,
      revisedMs,
      actualMs,
      leftMs: revisedMs - actualMs,
      state,
      skippedBy,
      plannedStartMs,
      revisedStartMs,
      remainingMs,
      startsInMs: state === 'ahead' && goesOn ? fromNow : null,
    };
    plannedStartMs += plannedMs;
    revisedStartMs += revisedMs;
    fromNow += remainingMs;
    return row;
  });
}

function stateOf({ current, phase, skippedBy }: Fold, i: number): SegmentState {
  if (skippedBy[i] !== null) return 'skipped';
  if (i > current) return 'ahead';
  return i === current && phase !== 'finished' ? 'current' : 'done';
}
