import type { SegmentStatus } from '../../syllabus/index.ts';
import { casesInUse, type ExerciseKind, phasesFor, segmentOf } from '../wall/phases.ts';
import type { Desk } from './desk.ts';

/** The exercise of the slide that the room sees. */
export const kindHere = (desk: Desk): ExerciseKind | undefined =>
  desk.slide.value?.exercise as ExerciseKind | undefined;

/** Starts the countdown of the slide's exercise, for what its segment has left. */
export function startCountdown(desk: Desk): void {
  const kind = kindHere(desk);
  const slide = desk.place.peek().slide;
  const state = desk.live.state.peek();
  const segment = segmentOf(state.plan, slide);
  const row = state.segments.find((s) => s.id === segment?.id);
  if (!kind || !row) return;
  const phases = phasesFor(kind, minutesFor(row), casesInUse(desk.room, state));
  if (phases.length) desk.write({ type: 'exercise-started', exercise: slide, phases });
}

/** The whole segment when it has just begun, else what is left of it, in half minutes; at least one minute. */
function minutesFor({ revisedMs, leftMs }: SegmentStatus): number {
  const left = revisedMs - leftMs < 45_000 ? revisedMs : Math.floor(leftMs / 30_000) * 30_000;
  return Math.max(60_000, left);
}

/** One key: starts the countdown, or ends the one that runs here. */
export function toggleCountdown(desk: Desk): void {
  const { exercise } = desk.live.state.peek();
  if (exercise && !exercise.ended && exercise.exercise === desk.place.peek().slide)
    desk.write({ type: 'exercise-ended' });
  else startCountdown(desk);
}
