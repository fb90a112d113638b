/** What an exercise slide shows besides its own words: countdown, phases, groups, the case's analysis, raised hands. */
import type { RoomData } from '../../model/index.ts';
import { type ExerciseStatus, mmss, type Status } from '../../syllabus/index.ts';
import { t } from '../strings.ts';
import { fitSlide } from './fit.ts';
import { caseOfPhase, groupsOf, phaseName } from './phases.ts';
import { drawTally } from './tally.ts';

/** Brings an exercise slide up to date; called at every tick, it touches only what has changed. */
export function faceExercise(slide: HTMLElement, room: RoomData, state: Status): void {
  const kind = slide.dataset.exercise;
  if (!kind) return;
  const exercise = runningOn(slide.dataset.slide, state);
  countdown(slide, exercise, room);
  if (kind === 'case-work') markPhase(slide, exercise);
  if (kind === 'groups' || kind === 'case-work') groupBoard(slide, room, state);
  if (kind === 'reports') analysis(slide, room, state, exercise);
  if (kind === 'quiz-answers') {
    const boxes = [...slide.querySelectorAll<HTMLElement>('.quiz-tally')];
    const drawn = boxes.filter((box) => drawTally(box, state.tallies));
    if (drawn.length) fitSlide(slide);
  }
}

/** The countdown of this slide, unless it has been ended. */
export function runningOn(slide: string | undefined, { exercise }: Status): ExerciseStatus | null {
  return exercise && exercise.exercise === slide && !exercise.ended ? exercise : null;
}

/** Large, in the slide's head. At the end the word changes and the band is filled: nothing blinks. */
function countdown(slide: HTMLElement, exercise: ExerciseStatus | null, room: RoomData): void {
  const head = slide.querySelector<HTMLElement>('.slide-head');
  if (!head) return;
  let clock = head.querySelector<HTMLElement>('.countdown');
  if (!exercise) {
    clock?.remove();
    return;
  }
  if (!clock) {
    clock = document.createElement('div');
    clock.className = 'countdown';
    const timer = document.createElement('span');
    timer.className = 'countdown-time';
    timer.setAttribute('role', 'timer');
    timer.setAttribute('aria-label', t('deck.exerciseTimeLeft'));
    const phase = document.createElement('span');
    phase.className = 'countdown-phase';
    clock.append(timer, phase);
    head.append(clock);
  }
  const phase = exercise.phases[exercise.phase];
  const [timer, name] = clock.children;
  clock.classList.toggle('time-up', exercise.timeUp);
  setText(
    timer,
    exercise.timeUp
      ? t('deck.timeUp')
      : mmss(exercise.phases.length > 1 ? exercise.phaseLeftMs : exercise.leftMs, 'left'),
  );
  const whole = exercise.phases.length > 1 && !exercise.timeUp && phase;
  setText(
    name,
    whole
      ? t('deck.phaseOf', { phase: phaseName(phase.id, room), left: mmss(exercise.leftMs, 'left') })
      : '',
  );
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

/** Which group has which case: numbers only, no names. */
function groupBoard(slide: HTMLElement, room: RoomData, state: Status): void {
  const groups = groupsOf(room, state);
  const body = slide.querySelector<HTMLElement>('.slide-body');
  if (!body) return;
  const signature = JSON.stringify(groups);
  let board = body.querySelector<HTMLElement>('.group-board');
  if (board?.dataset.shown === signature) return;
  board ??= body.appendChild(document.createElement('ul'));
  board.className = 'group-board';
  board.dataset.shown = signature;
  board.replaceChildren(
    ...groups
      .filter((g) => g.case)
      .map((g) => {
        const li = document.createElement('li');
        const group = document.createElement('strong');
        group.textContent = t('deck.group', { group: g.id });
        const work = document.createElement('span');
        work.textContent = t('deck.case', {
          number: room.cases.find((c) => c.id === g.case)?.number ?? '',
        });
        li.append(group, ' ', work);
        return li;
      }),
  );
  fitSlide(slide);
}

/** Act, means, purpose of the case that is reported, once the facilitator has revealed it. */
function analysis(
  slide: HTMLElement,
  room: RoomData,
  state: Status,
  exercise: ExerciseStatus | null,
): void {
  const phase = exercise?.phases[exercise.phase]?.id;
  const id =
    (phase && caseOfPhase(phase)) ??
    state.revealed.findLast((item) => room.cases.some((c) => c.id === item));
  const found = id && state.revealed.includes(id) ? room.cases.find((c) => c.id === id) : undefined;
  const body = slide.querySelector<HTMLElement>('.slide-body');
  let panel = slide.querySelector<HTMLElement>('.case-analysis');
  if (panel?.dataset.case === found?.id) return;
  panel?.remove();
  body?.classList.toggle('is-covered', !!found?.analysis);
  if (!found?.analysis || !body) return;
  panel = document.createElement('div');
  panel.className = 'case-analysis';
  panel.dataset.case = found.id;
  const title = document.createElement('h3');
  title.textContent = t('deck.caseTitle', { number: found.number, title: found.title });
  const list = document.createElement('dl');
  for (const [label, html] of [
    [t('deck.act'), found.analysis.act],
    [t('deck.means'), found.analysis.means],
    [t('deck.purpose'), found.analysis.purpose],
  ] as const) {
    const row = document.createElement('div');
    const dt = document.createElement('dt');
    const dd = document.createElement('dd');
    dt.textContent = label;
    dd.innerHTML = html; // sanitised by the compiler
    row.append(dt, dd);
    list.append(row);
  }
  panel.append(title, list);
  body.append(panel);
  fitSlide(slide);
}

function setText(element: Element | undefined, text: string): void {
  if (element && element.textContent !== text) element.textContent = text;
}
