import type { EventBody, Journal, Keep, NamedCut, Segment, Stretch } from '../model/index.ts';
import { type Fold, fold } from './fold.ts';
import { forecastOf } from './forecast.ts';
import type { Plans } from './plan.ts';
import { type SegmentStatus, segmentStatuses } from './segments.ts';

/** A step that saves less is not worth a trainer's attention. [CUT7] */
const LEAST_WORTH_MS = 15_000;
/** Segments are shortened by whole half minutes where there is room. [CUT4] */
const SHORTEN_BY_MS = 30_000;

export interface CutStep {
  kind: 'named' | 'shorten' | 'drop';
  /** Of a named cut, the plan's; else `shorten:<segment>` or `drop:<segment>`. */
  cutId: string;
  /** Of a named cut, the plan's words. */
  text?: string;
  savesMs: number;
  /** Revised lengths before and after this step, the steps before it taken. */
  segments: { segment: string; beforeMs: number; afterMs: number }[];
}

export interface Proposal {
  /** How late the forecast finish is, ms, 0 when it is not. */
  behindMs: number;
  /** Time in hand at the forecast finish, ms, 0 when there is none. */
  spareMs: number;
  steps: CutStep[];
  savedMs: number;
  /** Wall-clock ms. */
  targetAt: number;
  finishBefore: number;
  finishAfter: number;
  /** Late even with all steps, ms. */
  stillLateMs: number;
  /** Of the segments current and ahead, those that are never cut. */
  lockedSegments: string[];
  /** With time in hand: what of the plan's stretches fits. */
  stretches: Stretch[];
  /** What every segment in the plan takes without the steps: done ones what they took, the others their revised length. */
  base: { segment: string; ms: number; usedMs: number }[];
}

interface Open {
  segment: Segment;
  isAhead: boolean;
  usedMs: number;
  /** Revised length with the steps so far. */
  ms: number;
}

/**
 * Cuts that bring the finish back to the hard stop or, without one, to the planned end moved by the pauses. [CUT1]
 * It only proposes: `accept` gives the event that makes it so.
 *
 * @param now wall-clock ms
 * @param hardStop wall-clock ms, instead of the journal's
 * @param wantMs how much to save, ms; by default what the finish is late. `Infinity` lists every cut there is.
 */
export function propose(
  plans: Plans,
  journal: Journal,
  now: number,
  hardStop?: number,
  wantMs?: number,
): Proposal {
  const state = fold(plans, journal, now);
  const rows = segmentStatuses(state);
  const { finishAt, targetAt, lateMs } = forecastOf(state, rows, hardStop);
  const open = openSegments(state, rows);
  const steps = cutSteps(state, open, wantMs ?? lateMs);
  const goesOn = state.phase !== 'finished';
  const spareMs = goesOn ? Math.max(0, -lateMs) : 0;
  return withTotals({
    behindMs: goesOn ? Math.max(0, lateMs) : 0,
    spareMs,
    steps,
    savedMs: 0,
    targetAt,
    finishBefore: finishAt,
    finishAfter: finishAt,
    stillLateMs: 0,
    lockedSegments: [...open.values()]
      .filter(({ segment }) => segment.keep === 'always')
      .map(({ segment }) => segment.id),
    stretches: state.plan.stretches.filter(({ segment, ms }) => ms <= spareMs && open.has(segment)),
    base: rows
      .filter(({ state }) => state !== 'skipped')
      .map(({ id, actualMs, remainingMs }) => ({
        segment: id,
        ms: actualMs + remainingMs,
        usedMs: actualMs,
      })),
  });
}

/** The same proposal with only these of its steps (by index), its sums made again. [CUT9] */
export function choose(proposal: Proposal, chosen: readonly number[]): Proposal {
  const now = new Map(proposal.base.map((row) => [row.segment, { ...row }]));
  const steps: CutStep[] = [];
  proposal.steps.forEach((step, index) => {
    if (!chosen.includes(index)) return;
    const segments = step.segments.flatMap(({ segment, beforeMs, afterMs }) => {
      const row = now.get(segment);
      if (!row) return [];
      const before = row.ms;
      row.ms = step.kind === 'drop' ? row.usedMs : before - (beforeMs - afterMs);
      return [{ segment, beforeMs: before, afterMs: row.ms }];
    });
    steps.push({ ...step, segments, savesMs: saved(segments) });
  });
  return withTotals({ ...proposal, steps });
}

/**
 * The one event that puts a proposal into the plan, whole or with only these of its steps. [REPLAN1]
 * From then on the plan says what is now expected, so the session is on time by it; the forecast says what is still late.
 */
export function accept(
  proposal: Proposal,
  chosen: readonly number[] = proposal.steps.map((_, index) => index),
): Extract<EventBody, { type: 'replanned' }> {
  const { base, steps } = choose(proposal, chosen);
  const revised = new Map(base.map(({ segment, ms }) => [segment, ms]));
  for (const step of steps)
    for (const { segment, afterMs } of step.segments)
      revised.set(segment, step.kind === 'drop' ? 0 : afterMs);
  return {
    type: 'replanned',
    revised: [...revised].map(([segment, ms]) => ({ segment, ms })),
    cuts: steps.map(({ cutId }) => cutId),
  };
}

/** What can still be cut: the current segment and those ahead, by id, in the plan's order. [CUT3] */
function openSegments({ plan }: Fold, rows: readonly SegmentStatus[]): Map<string, Open> {
  const open = new Map<string, Open>();
  rows.forEach(({ id, state, startsInMs, actualMs, remainingMs }, i) => {
    const isAhead = startsInMs !== null;
    if (!isAhead && state !== 'current') return;
    const segment = plan.segments[i] as Segment;
    open.set(id, { segment, isAhead, usedMs: actualMs, ms: actualMs + remainingMs });
  });
  return open;
}

/** [CUT2] [CUT4] [CUT5] [CUT6] */
function cutSteps({ plan, cutsTaken }: Fold, open: Map<string, Open>, wantMs: number): CutStep[] {
  const steps: CutStep[] = [];
  let left = wantMs;
  const take = (step: CutStep) => {
    if (step.savesMs < LEAST_WORTH_MS || left <= 0) return;
    for (const { segment, afterMs } of step.segments) (open.get(segment) as Open).ms = afterMs;
    steps.push(step);
    left -= step.savesMs;
  };
  for (const cut of plan.cuts) if (!cutsTaken.includes(cut.id)) take(named(cut, open));
  for (const one of kept(open, 'shorten')) take(shorten(one, left));
  for (const one of kept(open, 'drop')) take(shorten(one, left));
  for (const one of kept(open, 'drop')) if (one.isAhead) take(drop(one));
  return steps;
}

function kept(open: Map<string, Open>, keep: Keep): Open[] {
  return [...open.values()].filter(({ segment }) => segment.keep === keep);
}

function named({ id, text, takes }: NamedCut, open: Map<string, Open>): CutStep {
  const after = new Map<string, number>();
  for (const { segment, ms } of takes) {
    const one = open.get(segment);
    if (!one) continue;
    const before = after.get(segment) ?? one.ms;
    after.set(segment, before - Math.min(ms, room(one, before)));
  }
  return step('named', id, open, after, text);
}

function shorten(one: Open, leftMs: number): CutStep {
  const { id } = one.segment;
  const by = Math.min(Math.ceil(leftMs / SHORTEN_BY_MS) * SHORTEN_BY_MS, room(one, one.ms));
  return step('shorten', `shorten:${id}`, new Map([[id, one]]), new Map([[id, one.ms - by]]));
}

function drop(one: Open): CutStep {
  const { id } = one.segment;
  return step('drop', `drop:${id}`, new Map([[id, one]]), new Map([[id, one.usedMs]]));
}

/** How much may still be taken from a segment of this length. [CUT3] */
function room({ segment, usedMs }: Open, ms: number): number {
  if (segment.keep === 'always') return 0;
  return Math.max(0, ms - Math.max(segment.leastMs, usedMs));
}

function step(
  kind: CutStep['kind'],
  cutId: string,
  open: ReadonlyMap<string, Open>,
  after: ReadonlyMap<string, number>,
  text?: string,
): CutStep {
  const segments = [...after]
    .map(([segment, afterMs]) => ({ segment, beforeMs: open.get(segment)?.ms ?? 0, afterMs }))
    .filter(({ beforeMs, afterMs }) => afterMs < beforeMs);
  return { kind, cutId, ...(text !== undefined && { text }), savesMs: saved(segments), segments };
}

function saved(segments: CutStep['segments']): number {
  return segments.reduce((sum, { beforeMs, afterMs }) => sum + beforeMs - afterMs, 0);
}

/** [CUT8] */
function withTotals(proposal: Proposal): Proposal {
  const savedMs = proposal.steps.reduce((sum, { savesMs }) => sum + savesMs, 0);
  return {
    ...proposal,
    savedMs,
    finishAfter: proposal.finishBefore - savedMs,
    stillLateMs: Math.max(0, proposal.behindMs - savedMs),
  };
}
