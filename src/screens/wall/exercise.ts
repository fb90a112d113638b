/** What an exercise slide shows besides its own words: countdown, phases, groups, the case's analysis, raised hands. */
import type { RoomData } from '../../model/index.ts';
import { type ExerciseStatus, mmss, type Status } from '../../syllabus/index.ts';
import { t } from '../strings.ts';
import { analysis } from './analysis.ts';
import { groupBoard, reportBoard } from './boards.ts';
import { coverBreak } from './break.ts';
import { fitSlide } from './fit.ts';
import { faceMinutes } from './minutes.ts';
import { phaseName } from './phase-name.ts';
import { byHands, hands } from './quiz.ts';

/** Brings a slide up to date; called at every tick, it touches only what has changed. */
export function faceSlide(slide: HTMLElement, room: RoomData, state: Status): void {
  coverBreak(slide, state);
  const kind = slide.dataset.exercise;
  const written = faceMinutes(slide, room, state);
  if (!kind) {
    if (written) fitSlide(slide);
    return;
  }
  const exercise = runningOn(slide.dataset.slide, state);
  countdown(slide, exercise, room, state.phase === 'paused');
  if (kind === 'case-work') markPhase(slide, exercise);
  const changed = [
    written,
    (kind === 'groups' || kind === 'case-work') && groupBoard(slide, room, state, kind),
    kind === 'reports' && reportBoard(slide, room, state, exercise),
    kind === 'reports' && analysis(slide, room, state, exercise),
    kind === 'quiz' && byHands(slide, room, state),
    kind === 'quiz-answers' && hands(slide, state),
  ];
  if (changed.some(Boolean)) fitSlide(slide);
}

/** The countdown of this slide, unless it has been ended. */
export function runningOn(slide: string | undefined, { exercise }: Status): ExerciseStatus | null {
  return exercise && exercise.exercise === slide && !exercise.ended ? exercise : null;
}

/** Large, in the slide's head, over what to do now. At the end the word changes and the band is filled: nothing blinks. */
function countdown(
  slide: HTMLElement,
  exercise: ExerciseStatus | null,
  room: RoomData,
  paused: boolean,
): void {
  const head = slide.querySelector<HTMLElement>('.slide-head');
  if (!head) return;
  const known = head.querySelector<HTMLElement>('.countdown');
  if (!exercise) {
    known?.remove();
    return;
  }
  const clock = known ?? head.appendChild(emptyClock());
  const phase = exercise.phases[exercise.phase];
  const phased = exercise.phases.length > 1 && !exercise.timeUp && phase !== undefined;
  const put = (part: string, text: string): void =>
    setText(clock.querySelector(`.countdown-${part}`), text);
  clock.classList.toggle('time-up', exercise.timeUp);
  put(
    'time',
    exercise.timeUp
      ? t('deck.timeUp')
      : mmss(phased ? exercise.phaseLeftMs : exercise.leftMs, 'left'),
  );
  put(
    'name',
    paused && !exercise.timeUp ? t('deck.paused') : phased ? phaseName(phase.id, room) : '',
  );
  put('whole', phased ? t('deck.wholeLeft', { left: mmss(exercise.leftMs, 'left') }) : '');
}

function emptyClock(): HTMLElement {
  const clock = document.createElement('div');
  clock.className = 'countdown';
  for (const part of ['time', 'name', 'whole']) {
    const span = document.createElement('span');
    span.className = `countdown-${part}`;
    clock.append(span);
  }
  clock.firstElementChild?.setAttribute('role', 'timer');
  clock.firstElementChild?.setAttribute('aria-label', t('deck.exerciseTimeLeft'));
  return clock;
}

/** The slide's own steps are the phases, in the same order. */
function markPhase(slide: HTMLElement, exercise: ExerciseStatus | null): void {
  slide.querySelectorAll<HTMLElement>('.steps > ol > li').forEach((li, i) => {
    const here = exercise !== null && !exercise.timeUp && i === exercise.phase;
    li.classList.toggle('is-phase', here);
    li.classList.toggle('is-past', exercise !== null && (exercise.timeUp || i < exercise.phase));
    if (here) li.setAttribute('aria-current', 'step');
    else li.removeAttribute('aria-current');
  });
}

function setText(element: Element | null, text: string): void {
  if (element && element.textContent !== text) element.textContent = text;
}
