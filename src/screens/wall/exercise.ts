/** What an exercise slide shows besides its own words: countdown, phases, groups, the case's analysis, raised hands. */
import type { RoomData } from '../../model/index.ts';
import { type ExerciseStatus, mmss, type Status } from '../../syllabus/index.ts';
import { t } from '../strings.ts';
import { fitSlide } from './fit.ts';
import { faceMinutes } from './minutes.ts';
import { phaseName } from './phase-name.ts';
import {
  caseOfPhase,
  groupsOf,
  quizIsShort,
  quizItems,
  reportsOf,
  tablesInARow,
} from './phases.ts';
import { fragmentsOf } from './steps.ts';
import { drawTally } from './tally.ts';

/** Brings an exercise slide up to date; called at every tick, it touches only what has changed. */
export function faceExercise(slide: HTMLElement, room: RoomData, state: Status): void {
  const kind = slide.dataset.exercise;
  const written = faceMinutes(slide, room, state);
  if (!kind) {
    if (written) fitSlide(slide);
    return;
  }
  const exercise = runningOn(slide.dataset.slide, state);
  countdown(slide, exercise, room);
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

/** Which group has which case: numbers only, no names. Before the work, as a plan of the tables. */
function groupBoard(slide: HTMLElement, room: RoomData, state: Status, kind: string): boolean {
  const groups = groupsOf(room, state).filter((g) => g.case);
  const asPlan = kind === 'groups';
  const tiles = groups.map(
    (g): Tile => ({
      strong: t('deck.group', { group: g.id }),
      text: t('deck.case', { number: numberOf(room, g.case) }),
      state: '',
    }),
  );
  const columns = asPlan ? tablesInARow(groups.length) : Math.min(4, Math.max(2, groups.length));
  return board(slide, tiles, columns, asPlan ? t('deck.tables') : '');
}

/** Which case is reported now, by whom; which come after. */
function reportBoard(
  slide: HTMLElement,
  room: RoomData,
  state: Status,
  exercise: ExerciseStatus | null,
): boolean {
  const phase = exercise && !exercise.timeUp ? exercise.phases[exercise.phase]?.id : undefined;
  const now = phase && caseOfPhase(phase);
  const reports = reportsOf(room, state);
  const here = reports.findIndex((r) => r.id === now);
  const stateAt = (i: number): Tile['state'] =>
    exercise?.timeUp || i < here ? 'past' : i === here ? 'phase' : '';
  const tiles = reports.map(
    ({ id, groups: [first = '', ...others] }, i): Tile => ({
      strong: t('deck.case', { number: numberOf(room, id) }),
      text: others.length
        ? t('deck.reportsFirst', { group: first, others: others.join(', '), count: others.length })
        : t('deck.group', { group: first }),
      state: stateAt(i),
    }),
  );
  const long = reports.some((r) => r.groups.length > 1);
  return board(slide, tiles, long ? 2 : Math.min(4, Math.max(2, reports.length)), '');
}

interface Tile {
  strong: string;
  text: string;
  state: '' | 'past' | 'phase';
}

/** Tiles at the foot of the body. @returns whether anything is new. */
function board(slide: HTMLElement, tiles: readonly Tile[], columns: number, title: string) {
  const body = slide.querySelector<HTMLElement>('.slide-body');
  if (!body) return false;
  const signature = JSON.stringify([tiles, columns, title]);
  let element = body.querySelector<HTMLElement>('.group-board');
  if (element?.dataset.shown === signature) return false;
  element ??= body.appendChild(document.createElement('div'));
  element.className = title ? 'group-board is-plan' : 'group-board';
  element.dataset.shown = signature;
  const list = document.createElement('ul');
  list.style.gridTemplateColumns = `repeat(${columns}, minmax(0, 1fr))`;
  for (const tile of tiles) {
    const li = document.createElement('li');
    if (tile.state) li.className = `is-${tile.state}`;
    if (tile.state === 'phase') li.setAttribute('aria-current', 'step');
    const strong = document.createElement('strong');
    strong.textContent = tile.strong;
    const text = document.createElement('span');
    text.textContent = tile.text;
    li.append(strong, ' ', text);
    list.append(li);
  }
  const head = document.createElement('p');
  head.textContent = title;
  element.replaceChildren(...(title ? [head] : []), list);
  return true;
}

const numberOf = (room: RoomData, id: string | null): string =>
  room.cases.find((c) => c.id === id)?.number ?? '';

/** When time is short, the quiz needs no paper: the room is told so in place of the task. */
function byHands(slide: HTMLElement, room: RoomData, state: Status): boolean {
  const short = quizIsShort(room, state);
  const body = slide.querySelector<HTMLElement>('.slide-body');
  const panel = body?.querySelector('.by-hands');
  if (!body || !!panel === short) return false;
  body.classList.toggle('is-covered', short);
  panel?.remove();
  if (!short) return true;
  const cover = document.createElement('div');
  cover.className = 'by-hands';
  const what = document.createElement('p');
  what.className = 'by-hands-what';
  what.textContent = t('deck.quizShort', { count: quizItems(room, true).length });
  const how = document.createElement('p');
  how.textContent = t('deck.quizShortHow');
  cover.append(what, how);
  body.append(cover);
  return true;
}

/** The raised hands of the item on the wall; until they are counted, the room's turn. Each step has its own size. */
function hands(slide: HTMLElement, state: Status): boolean {
  const boxes = [...slide.querySelectorAll<HTMLElement>('.quiz-tally')];
  const drawn = boxes.map((box) => drawTally(box, state.tallies)).some(Boolean);
  const step = String(
    fragmentsOf(slide).findIndex((f) => f.classList.contains('current-fragment')),
  );
  const moved = slide.dataset.fitted !== step;
  slide.dataset.fitted = step;
  return drawn || moved;
}

/** Act, means, purpose of the case that is reported, once the facilitator has revealed it. */
function analysis(
  slide: HTMLElement,
  room: RoomData,
  state: Status,
  exercise: ExerciseStatus | null,
): boolean {
  const phase = exercise?.phases[exercise.phase]?.id;
  const id =
    (phase && caseOfPhase(phase)) ??
    state.revealed.findLast((item) => room.cases.some((c) => c.id === item));
  const found = id && state.revealed.includes(id) ? room.cases.find((c) => c.id === id) : undefined;
  const body = slide.querySelector<HTMLElement>('.slide-body');
  let panel = slide.querySelector<HTMLElement>('.case-analysis');
  if (panel?.dataset.case === found?.id) return false;
  panel?.remove();
  body?.classList.toggle('is-covered', !!found?.analysis);
  if (!found?.analysis || !body) return true;
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
  return true;
}

function setText(element: Element | undefined, text: string): void {
  if (element && element.textContent !== text) element.textContent = text;
}
