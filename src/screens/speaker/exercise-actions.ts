import type { ExerciseStatus } from '../../syllabus/index.ts';
import {
  caseOfPhase,
  casesInUse,
  type ExerciseKind,
  minutesToFill,
  phasesFor,
  segmentOf,
} from '../wall/phases.ts';
import { quizItemAt } from '../wall/steps.ts';
import type { Desk } from './desk.ts';
import { nextItem } from './quiz-actions.ts';

/** The exercise of the slide that the room sees. */
export const kindHere = (desk: Desk): ExerciseKind | undefined =>
  desk.slide.value?.exercise as ExerciseKind | undefined;

/** The countdown of the slide that the room sees, unless it has been ended. */
export function countdownHere(desk: Desk): ExerciseStatus | null {
  const { exercise } = desk.live.state.value;
  return exercise?.exercise === desk.place.value.slide && !exercise.ended ? exercise : null;
}

/** Starts the countdown of the slide's exercise, for what its segment has left. */
export function startCountdown(desk: Desk): void {
  const kind = kindHere(desk);
  const slide = desk.place.peek().slide;
  const state = desk.live.state.peek();
  const segment = segmentOf(state.plan, slide);
  const row = state.segments.find((s) => s.id === segment?.id);
  if (!kind || !row) return;
  const phases = phasesFor(kind, minutesToFill(row), casesInUse(desk.room, state));
  if (phases.length) desk.write({ type: 'exercise-started', exercise: slide, phases });
}

/** One key: starts the countdown, or ends the one that runs here. */
export function toggleCountdown(desk: Desk): void {
  if (countdownHere(desk)) desk.write({ type: 'exercise-ended' });
  else startCountdown(desk);
}

export function giveMinute(desk: Desk): void {
  if (countdownHere(desk)) desk.write({ type: 'exercise-extended', byMs: 60_000 });
}

/** One key: the next phase, or in the quiz the next statement. */
export function nextPhase(desk: Desk): void {
  if (kindHere(desk) === 'quiz-answers') {
    nextItem(desk);
    return;
  }
  const here = countdownHere(desk);
  if (here && here.phases.length > 1 && !here.timeUp)
    desk.write({ type: 'exercise-phase-skipped' });
}

/** One key: the analysis of the case that is reported, or the answer of the quiz item, appears on the wall. */
export function showAnswer(desk: Desk): void {
  const kind = kindHere(desk);
  const { slide, step } = desk.place.peek();
  const section = desk.sections.get(slide);
  if (kind === 'quiz-answers' && section) {
    const at = quizItemAt(section, step);
    if (!at || at.answered) return;
    desk.go({ slide, step: step + 1 });
    desk.write({ type: 'revealed', item: at.item });
  }
  if (kind === 'reports') {
    const id = caseToReveal(desk);
    if (id) desk.write({ type: 'revealed', item: id });
  }
}

/** The case whose group reports now; without a countdown, the first that has not been shown. */
export function caseToReveal(desk: Desk): string | null {
  const state = desk.live.state.value;
  const here = countdownHere(desk);
  const now = here && caseOfPhase(here.phases[here.phase]?.id ?? '');
  const open = casesInUse(desk.room, state).filter((id) => !state.revealed.includes(id));
  return now ? (open.includes(now) ? now : null) : (open[0] ?? null);
}
