import type { Cue } from '../model/index.ts';
import type { Fold } from './fold.ts';
import type { SegmentStatus } from './segments.ts';

export interface CueStatus {
  cue: Cue;
  /** From now, ms; negative once it is overdue. */
  dueInMs: number;
  /** Session ms at which it is due. */
  dueAtMs: number;
  /** Due within 60 s: warn. */
  soon: boolean;
}

export interface Cues {
  /** The earliest not yet due. */
  next: CueStatus | null;
  /** Of the current segment, time come, not ticked; the longest overdue first. */
  due: CueStatus[];
  /** Hand-outs of segments passed or left out, not ticked: the paper still has to reach the room. */
  missed: Cue[];
}

const SOON_MS = 60_000;

/** [CUE1] [CUE2] [CUE3] [CUE4] [CUE5] */
export function cuesOf(
  fold: Fold,
  segments: readonly SegmentStatus[],
  ticked: readonly string[],
): Cues {
  const done = new Set(ticked);
  const missed: Cue[] = [];
  const timed: CueStatus[] = [];
  fold.plan.segments.forEach(({ cues }, i) => {
    const segment = segments[i] as SegmentStatus;
    for (const cue of cues) {
      if (done.has(cue.id)) continue;
      if (segment.state === 'current' || segment.state === 'ahead')
        timed.push(timing(cue, segment, fold.elapsedMs));
      else if (cue.kind === 'hand-out') missed.push(cue);
    }
  });
  timed.sort((a, b) => a.dueInMs - b.dueInMs);
  if (fold.phase === 'finished') return { next: null, due: [], missed };
  const current = fold.plan.segments[fold.current]?.id;
  const due = timed.filter(({ cue, dueInMs }) => dueInMs <= 0 && cue.segment === current);
  return { next: timed.find((status) => !due.includes(status)) ?? null, due, missed };
}

/** A cue comes at its minute of its segment, or at the segment's end when that is now earlier. [CUE2] */
function timing(cue: Cue, segment: SegmentStatus, elapsedMs: number): CueStatus {
  const inSegment = Math.min(cue.atMs, Math.max(segment.revisedMs, 0)) - segment.actualMs;
  const dueInMs =
    segment.startsInMs === null ? inSegment : segment.startsInMs + Math.max(0, inSegment);
  return { cue, dueInMs, dueAtMs: elapsedMs + dueInMs, soon: dueInMs <= SOON_MS };
}
