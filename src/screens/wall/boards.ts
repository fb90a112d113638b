/** Tiles at the foot of an exercise slide: who works on what and where they sit, or who reports now and who comes after. */
import type { RoomData } from '../../model/index.ts';
import type { ExerciseStatus, Status } from '../../syllabus/index.ts';
import { t } from '../strings.ts';
import { caseOfPhase, groupsOf, nameOfPhase, reportsOf, tablesInARow } from './phases.ts';

/** Which group has which case: numbers only, no names. Before the work, as a plan of the tables. */
export function groupBoard(
  slide: HTMLElement,
  room: RoomData,
  state: Status,
  kind: string,
): boolean {
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
  return board(slide, tiles, columns, asPlan ? { plan: t('deck.tables') } : {});
}

/** Which case is reported now, by whom; which come after. */
export function reportBoard(
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
  const columns = long ? 2 : Math.min(4, Math.max(2, reports.length));
  return board(slide, tiles, columns, { now: nowWords(phase, reports, room, exercise) });
}

interface Tile {
  strong: string;
  text: string;
  state: '' | 'past' | 'phase';
}

/** What the room does now; before the countdown, who comes first. */
function nowWords(
  phase: string | undefined,
  reports: ReturnType<typeof reportsOf>,
  room: RoomData,
  exercise: ExerciseStatus | null,
): string {
  if (exercise?.timeUp) return '';
  const about = phase && caseOfPhase(phase);
  const report = about ? reports.find((r) => r.id === about) : reports[0];
  if (!report) return '';
  const words = { number: numberOf(room, report.id), group: report.groups[0] ?? '' };
  if (!phase) return t('deck.firstReport', words);
  return t(nameOfPhase(phase) === 'report' ? 'deck.nowReports' : 'deck.nowSettle', words);
}

interface Heading {
  /** Over the plan of the tables. */
  plan?: string;
  /** What the room does now, large. */
  now?: string;
}

/** Tiles at the foot of the body. @returns whether anything is new. */
function board(
  slide: HTMLElement,
  tiles: readonly Tile[],
  columns: number,
  { plan = '', now = '' }: Heading,
): boolean {
  const body = slide.querySelector<HTMLElement>('.slide-body');
  if (!body) return false;
  const signature = JSON.stringify([tiles, columns, plan, now]);
  const known = body.querySelector<HTMLElement>('.group-board');
  if (known?.dataset.shown === signature) return false;
  const element = known ?? body.appendChild(document.createElement('div'));
  element.className = plan ? 'group-board is-plan' : 'group-board';
  element.dataset.shown = signature;
  const list = document.createElement('ul');
  list.style.gridTemplateColumns = `repeat(${columns}, minmax(0, 1fr))`;
  list.append(...tiles.map(tileElement));
  const head = document.createElement('p');
  head.className = now ? 'board-now' : '';
  head.textContent = now || plan;
  element.replaceChildren(...(head.textContent ? [head] : []), list);
  return true;
}

function tileElement({ strong, text, state }: Tile): HTMLElement {
  const li = document.createElement('li');
  if (state) li.className = `is-${state}`;
  if (state === 'phase') li.setAttribute('aria-current', 'step');
  const name = document.createElement('strong');
  name.textContent = strong;
  const what = document.createElement('span');
  what.textContent = text;
  li.append(name, ' ', what);
  return li;
}

export const numberOf = (room: RoomData, id: string | null): string =>
  room.cases.find((c) => c.id === id)?.number ?? '';
