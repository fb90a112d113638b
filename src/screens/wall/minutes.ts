import type { RoomData } from '../../model/index.ts';
import type { Status } from '../../syllabus/index.ts';
import { t } from '../strings.ts';
import {
  casesInUse,
  type ExerciseKind,
  minutesToFill,
  nameOfPhase,
  phasesFor,
  segmentOf,
} from './phases.ts';

/** What was written, by the author, for the standard plan. */
const written = new WeakMap<HTMLElement, string>();

/** Lengths on a slide follow the plan that runs: another variant, a cut, a phase given more time. @returns whether one has changed. */
export function faceMinutes(slide: HTMLElement, room: RoomData, state: Status): boolean {
  let changed = false;
  for (const place of slide.querySelectorAll<HTMLElement>('[data-minutes]')) {
    const own = written.get(place) ?? place.textContent ?? '';
    written.set(place, own);
    const id = place.dataset.minutes ?? '';
    const planned = lengthOf(id, slide, room, null);
    const now = lengthOf(id, slide, room, state);
    const text =
      now === null || now < 30_000 || halves(now) === halves(planned ?? 0)
        ? own
        : t('common.minutes', { minutes: halves(now) });
    if (place.textContent === text) continue;
    place.textContent = text;
    changed = true;
  }
  return changed;
}

const halves = (ms: number): number => Math.round(ms / 30_000) / 2;

/** Ms of a part, a segment or a phase of the slide's exercise: by the plan that runs, or without a state by the standard plan. */
function lengthOf(
  id: string,
  slide: HTMLElement,
  room: RoomData,
  state: Status | null,
): number | null {
  const plan = state?.plan ?? room.plans[0];
  const part = plan?.parts.find((p) => p.id === id);
  if (!plan || part) return part?.plannedMs ?? null;
  const segment = plan.segments.find((s) => s.id === id);
  const rowOf = (segmentId: string | undefined) => state?.segments.find((s) => s.id === segmentId);
  if (segment) return rowOf(id)?.revisedMs ?? segment.plannedMs;
  const kind = slide.dataset.exercise as ExerciseKind | undefined;
  const own = segmentOf(plan, slide.dataset.slide ?? '');
  if (!kind || !own) return null;
  const { exercise } = state ?? {};
  const row = rowOf(own.id);
  const cases = state ? casesInUse(room, state) : room.cases.map((c) => c.id);
  const started = exercise?.exercise === slide.dataset.slide ? exercise : null;
  const phases =
    started?.phases ?? phasesFor(kind, row ? minutesToFill(row) : own.plannedMs, cases);
  const matching = phases.filter((p) => nameOfPhase(p.id) === id);
  // Of several, as the reports of each case, the one that runs or comes next.
  const ahead = matching.find((p) => phases.indexOf(p) >= (started?.phase ?? 0));
  return (ahead ?? matching.at(-1))?.ms ?? null;
}
