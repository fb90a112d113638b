import type { Cue, JournalEvent, Plan } from '../model/index.ts';

/** One plan, or the standard plan and its variants. */
export type Plans = Plan | readonly Plan[];

export function allPlans(plans: Plans): readonly Plan[] {
  return Array.isArray(plans) ? plans : [plans as Plan];
}

/**
 * The plan a session runs by: the one its last `started` or `variant-chosen` names, else the first. [VAR1]
 * `live` are ordered events without those taken back. Throws RangeError when there is no plan at all.
 */
export function planOf(plans: Plans, live: readonly JournalEvent[]): Plan {
  const all = allPlans(plans);
  let plan = all[0];
  if (!plan) throw new RangeError('Unexpected empty list of plans, expected at least one');
  let started = false;
  for (const event of live) {
    if (event.type === 'finished' && started) break;
    const first = event.type === 'started' && !started;
    if (first) started = true;
    if (first || event.type === 'variant-chosen')
      plan = all.find(({ variant }) => variant === event.variant) ?? plan;
  }
  return plan;
}

/** Index of the segment a slide belongs to, seen from segment `from`: itself, else the nearest, later before earlier; -1 for none. [SEG2] */
export function segmentOfSlide(plan: Plan, slide: string, from: number): number {
  let best = -1;
  plan.segments.forEach(({ slides }, index) => {
    if (!slides.includes(slide)) return;
    if (best < 0 || Math.abs(index - from) <= Math.abs(best - from)) best = index;
  });
  return best;
}

export interface RunSheetRow {
  segment: string;
  /** Session ms. */
  startMs: number;
  endMs: number;
  /** Wall-clock ms. */
  startAt: number;
  endAt: number;
  cues: { cue: Cue; atMs: number; at: number }[];
}

/** The plan's segments and cues with their clock times, for a session that starts at `startAt` (wall-clock ms). [SHEET1] */
export function runSheet(plan: Plan, startAt: number): RunSheetRow[] {
  let startMs = 0;
  return plan.segments.map(({ id, plannedMs, cues }) => {
    const from = startMs;
    startMs += plannedMs;
    return {
      segment: id,
      startMs: from,
      endMs: startMs,
      startAt: startAt + from,
      endAt: startAt + startMs,
      cues: [...cues]
        .sort((a, b) => a.atMs - b.atMs)
        .map((cue) => ({ cue, atMs: from + cue.atMs, at: startAt + from + cue.atMs })),
    };
  });
}

/** Planned start of a segment in session ms, or null for a segment the plan does not have. [SHEET1] */
export function startOf(plan: Plan, segment: string): number | null {
  return runSheet(plan, 0).find((row) => row.segment === segment)?.startMs ?? null;
}
