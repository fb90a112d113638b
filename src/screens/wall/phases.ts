/** Exercises by rule: their phases, the groups and their cases, the quiz’s items. Pure: no words, no screen. */
import type { ExercisePhase, NamedCut, Plan, RoomData, Segment } from '../../model/index.ts';
import type { SegmentStatus, Status } from '../../syllabus/index.ts';

/** What an exercise slide runs, by its `exercise:` key. */
export type ExerciseKind = 'groups' | 'case-work' | 'reports' | 'quiz' | 'quiz-answers';

/** The four phases of the case work, in shares of its minutes (2 + 5 + 4 + 3 of 14). */
const CASE_WORK: readonly (readonly [id: string, share: number])[] = [
  ['read', 2],
  ['analyse', 5],
  ['decide', 4],
  ['speaker', 3],
];
const HALF_MINUTE = 30_000;

/** The phases of an exercise, to fill its segment as it now stands. */
export function phasesFor(
  kind: ExerciseKind,
  segmentMs: number,
  cases: readonly string[],
): ExercisePhase[] {
  switch (kind) {
    case 'groups':
    case 'quiz':
    case 'quiz-answers':
      return [{ id: kind, ms: segmentMs }];
    case 'case-work': {
      const total = CASE_WORK.reduce((sum, [, share]) => sum + share, 0);
      const phases = CASE_WORK.map(([id, share]) => ({
        id,
        ms: Math.round((segmentMs * share) / total / HALF_MINUTE) * HALF_MINUTE,
      }));
      const rounded = phases.reduce((sum, { ms }) => sum + ms, 0);
      const longest = phases[1];
      if (longest) longest.ms += segmentMs - rounded;
      return phases;
    }
    case 'reports': {
      const ids = cases.flatMap((id) => [`report:${id}`, `settle:${id}`]);
      const end = (i: number): number => Math.round((segmentMs * i) / ids.length);
      return ids.map((id, i) => ({ id, ms: end(i + 1) - end(i) }));
    }
  }
}

/** What an exercise fills: the whole segment when it has just begun, else what is left of it, in half minutes; at least one minute. */
export function minutesToFill({ revisedMs, leftMs }: SegmentStatus): number {
  const left = revisedMs - leftMs < 45_000 ? revisedMs : Math.floor(leftMs / 30_000) * 30_000;
  return Math.max(60_000, left);
}

/** `report:case-2` → the case it is about. */
export const caseOfPhase = (phase: string): string | null =>
  /^(?:report|settle):(.+)$/.exec(phase)?.[1] ?? null;

/** `report:case-2` → `report`. */
export const nameOfPhase = (phase: string): string => phase.replace(/:.*$/, '');

/** The segment of an exercise slide. */
export const segmentOf = (plan: Plan, slide: string): Segment | undefined =>
  plan.segments.find((s) => s.slides.includes(slide));

export interface Group {
  id: string;
  case: string | null;
}

/** By the syllabus: under 12 two groups with two cases, over 32 eight groups with two to a case, else four. */
export function proposeGroups(
  participants: number,
  cases: readonly string[],
  short: boolean,
): Group[] {
  const count = participants > 0 && participants < 12 ? 2 : participants > 32 ? 8 : 4;
  const wanted = count === 2 || short ? cases.slice(1, 3) : cases;
  const used = wanted.length ? wanted : cases;
  return Array.from({ length: count }, (_, i) => ({
    id: String(i + 1),
    case: used[Math.floor((i * used.length) / count)] ?? null,
  }));
}

/** A plan shorter than the standard one runs two cases only, and the quiz by hands. */
export const isShort = (room: RoomData, plan: Plan): boolean =>
  plan.totalMs < (room.plans[0]?.totalMs ?? 0);

/** How the groups' tables stand, seen facing the wall: in one row up to three, then in rows as even as can be. */
export const tablesInARow = (groups: number): number =>
  groups <= 3 ? Math.max(1, groups) : groups === 4 ? 2 : groups <= 6 ? 3 : 4;

/** Groups as set in this session, or as proposed for a room of usual size. */
export const groupsOf = (room: RoomData, state: Status): Group[] =>
  state.groups?.groups ??
  proposeGroups(
    0,
    room.cases.map((c) => c.id),
    isShort(room, state.plan),
  );

/** The cases that are worked on, in their order. */
export function casesInUse(room: RoomData, state: Status): string[] {
  const given = new Set(groupsOf(room, state).map((g) => g.case));
  return room.cases.map((c) => c.id).filter((id) => given.has(id));
}

/** The cases in their order, each with its groups; the first of them reports, the others add. */
export const reportsOf = (room: RoomData, state: Status): { id: string; groups: string[] }[] =>
  casesInUse(room, state).map((id) => ({
    id,
    groups: groupsOf(room, state).flatMap((g) => (g.case === id ? [g.id] : [])),
  }));

export interface Round {
  role: string;
  /** What this role looks after: a case and its groups. Empty: it walks round. */
  tables: { case: string; groups: string[] }[];
}

/** Who of the team walks with whom during case work: the roles of the segment, in their order, take the cases in theirs. */
export function roundsOf(room: RoomData, state: Status, segment: Segment | undefined): Round[] {
  const roles = [...new Set(segment?.presenters.map((p) => p.role) ?? [])];
  const reports = reportsOf(room, state);
  return roles.map((role, i) => ({
    role,
    tables: room.cases
      .filter((_, at) => at % roles.length === i)
      .flatMap((c) => reports.filter((r) => r.id === c.id))
      .map((r) => ({ case: r.id, groups: r.groups })),
  }));
}

/** The quiz goes by hands on fewer items: in a short plan, or once a cut takes from the quiz on paper or leaves it out. */
export function quizIsShort(room: RoomData, state: Status): boolean {
  const onPaper = state.plan.segments.filter((s) => s.kind === 'quiz').map((s) => s.id);
  const leftOut = state.segments.some((s) => onPaper.includes(s.id) && s.state === 'skipped');
  const cut = shortQuizCut(state.plan);
  return leftOut || (!!cut && state.cutsTaken.includes(cut.id)) || isShort(room, state.plan);
}

/** The plan's cut that takes from the quiz on paper. */
export const shortQuizCut = ({ cuts, segments }: Plan): NamedCut | undefined =>
  cuts.find((c) =>
    c.takes.some((take) => segments.some((s) => s.id === take.segment && s.kind === 'quiz')),
  );

/** What the room works on: true-or-false items, all or the short version's. */
export const quizItems = (room: RoomData, short: boolean) =>
  room.quiz.filter((q) => q.kind === 'true-false' && (!short || q.short));
