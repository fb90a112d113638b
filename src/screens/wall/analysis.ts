import type { RoomData } from '../../model/index.ts';
import type { ExerciseStatus, Status } from '../../syllabus/index.ts';
import { t } from '../strings.ts';
import { caseOfPhase } from './phases.ts';

/** Act, means, purpose of the case that is reported, once the facilitator has revealed it. */
export function analysis(
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
