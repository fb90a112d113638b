import type { Desk } from './desk.ts';
import { casesInUse, type ExerciseKind, phasesFor, segmentOf } from '../wall/phases.ts';

/** The exercise of the slide that the room sees. */
export const kindHere = (desk: Desk): ExerciseKind | undefined => desk.slide.value?.exercise as ExerciseKind | undefined;

/** Starts the countdown of the slide's exercise, for what its segment has left. */
export function startCountdown(desk: Desk): void {
  const kind = kindHere(desk);
  const slide = desk.place.peek().slide;
  const state = desk.live.state.peek();
  const segment = segmentOf(state.plan, slide);
  const row = state.segments.find((s) => s.id === segment?.id);
  if (!kind || !row) return;
  const phases = phasesFor(kind, Math.max(row.revisedMs, 60_000), casesInUse(desk.room, state));
  if (phases.length) desk.write({ type: 'exercise-started', exercise: slide, phases });
}

/** One key: starts the countdown, or ends the one that runs here. */
export function toggleCountdown(desk: Desk): void {
  const { exercise } = desk.live.state.peek();
  if (exercise && !exercise.ended && exercise.exercise === desk.place.peek().slide) desk.write({ type: 'exercise-ended' });
  else startCountdown(desk);
}
