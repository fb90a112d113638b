/** Exercises by rule: groups from the number of participants, phases from the minutes there are, the short quiz. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  copiesFor,
  type EventBody,
  type Plan,
  type QuizItem,
  type RoomData,
} from '../../src/model/index.ts';
import {
  caseOfPhase,
  casesInUse,
  type ExerciseKind,
  groupsOf,
  minutesToFill,
  nameOfPhase,
  phasesFor,
  proposeGroups,
  quizIsShort,
  quizItems,
  reportsOf,
  roundsOf,
  shortQuizCut,
  tablesInARow,
} from '../../src/screens/wall/phases.ts';
import { MIN, plan, plans } from '../syllabus/plans.ts';
import { type Line, show, start, statusAt } from '../syllabus/play.ts';

const CASES = ['case-1', 'case-2', 'case-3', 'case-4'];
const quizItem = (id: string, short: boolean, kind: QuizItem['kind'] = 'true-false'): QuizItem => ({
  id,
  statement: id,
  kind,
  answer: true,
  reason: '',
  criterion: 'AC1',
  short,
  added: false,
});
const room: RoomData = {
  module: 'sample',
  lang: 'en',
  dir: 'ltr',
  title: 'Sample',
  edition: 'facilitator',
  version: '0',
  plans,
  slides: [],
  quiz: [
    quizItem('q1', true),
    quizItem('q2', false),
    quizItem('q3', true),
    quizItem('a1', false, 'open'),
  ],
  cases: CASES.map((id, i) => ({
    id,
    number: ['I', 'II', 'III', 'IV'][i] ?? '',
    title: id,
    analysis: null,
  })),
};
const stateWith = (events: EventBody[], minute = 1, of: Plan | Plan[] = plan()) =>
  statusAt(minute, [start, show(0, 'x2'), ...events.map((e): Line => [0.5, e])], of);

describe('groups', () => {
  test.each([
    [7, 2, ['case-2', 'case-3']],
    [11, 2, ['case-2', 'case-3']],
    [12, 4, CASES],
    [20, 4, CASES],
    [32, 4, CASES],
    [33, 8, CASES.flatMap((c) => [c, c])],
    [40, 8, CASES.flatMap((c) => [c, c])],
  ])('%i participants: %i groups', (participants, count, cases) => {
    const groups = proposeGroups(participants, CASES, false);
    expect(groups.map((g) => g.id)).toEqual(Array.from({ length: count }, (_, i) => String(i + 1)));
    expect(groups.map((g) => g.case)).toEqual(cases);
  });

  test('any number, any cases: each group has a case, cases in order, as even as can be', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 500 }),
        fc.uniqueArray(fc.string({ minLength: 1 }), { minLength: 1, maxLength: 9 }),
        fc.boolean(),
        (participants, cases, short) => {
          const groups = proposeGroups(participants, cases, short);
          expect([2, 4, 8]).toContain(groups.length);
          expect(new Set(groups.map((g) => g.id)).size).toBe(groups.length);
          const given = groups.map((g) => cases.indexOf(g.case ?? ''));
          expect(given.every((i) => i >= 0)).toBe(true);
          expect(given).toEqual([...given].sort((a, b) => a - b));
          const times = [...new Set(given)].map((i) => given.filter((g) => g === i).length);
          expect(Math.max(...times) - Math.min(...times)).toBeLessThanOrEqual(1);
          if (short || groups.length === 2) expect(times.length).toBeLessThanOrEqual(2);
        },
      ),
    );
  });

  test('the paper list counts as many groups', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 300 }), (n) => {
        expect(copiesFor('group', n)).toBe(proposeGroups(n, CASES, false).length);
      }),
    );
  });

  test('until they are set, a room of usual size; in a shorter plan two cases', () => {
    expect(groupsOf(room, stateWith([])).map((g) => g.case)).toEqual(CASES);
    const short = statusAt(1, [[0, { type: 'started', variant: '60' }]], plans);
    expect(casesInUse(room, short)).toEqual(['case-2', 'case-3']);
  });

  test('tables stand in rows, none longer than four, the rows even to one table', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 12 }), (groups) => {
        const columns = tablesInARow(groups);
        expect(columns).toBeGreaterThanOrEqual(1);
        expect(columns).toBeLessThanOrEqual(4);
        expect(Math.ceil(groups / columns)).toBeLessThanOrEqual(3);
      }),
    );
  });
});

const groupsArb = fc
  .array(fc.option(fc.constantFrom(...CASES), { nil: null }), { minLength: 1, maxLength: 12 })
  .map((list) => list.map((c, i) => ({ id: String(i + 1), case: c })));

describe('who reports, who walks with whom', () => {
  test('every group with a case is in one report and with at most one of the team', () => {
    fc.assert(
      fc.property(groupsArb, fc.integer({ min: 1, max: 5 }), (groups, team) => {
        const state = stateWith([{ type: 'groups-set', participants: 20, groups }]);
        const busy = groups.filter((g) => g.case).map((g) => g.id);
        const reports = reportsOf(room, state);
        expect(reports.flatMap((r) => r.groups).sort()).toEqual([...busy].sort());
        expect(reports.map((r) => r.id)).toEqual(casesInUse(room, state));
        expect(reports.every((r) => r.groups.length > 0)).toBe(true);
        const roles = Array.from({ length: team }, (_, i) => ({ role: `R${i}` }));
        const segment = { ...plan().segments[0], presenters: [...roles, ...roles] } as never;
        const rounds = roundsOf(room, state, segment);
        expect(rounds.map((r) => r.role)).toEqual(roles.map((r) => r.role));
        expect(rounds.flatMap((r) => r.tables.flatMap((x) => x.groups)).sort()).toEqual(
          [...busy].sort(),
        );
      }),
    );
  });

  test('the role of a case that is not used walks round', () => {
    const groups = proposeGroups(7, CASES, false);
    const state = stateWith([{ type: 'groups-set', participants: 7, groups }]);
    const segment = {
      ...plan().segments[0],
      presenters: ['LEAD', 'NGO', 'POL', 'CDT'].map((role) => ({ role })),
    } as never;
    expect(
      roundsOf(room, state, segment).map(
        (r) => `${r.role} ${r.tables.map((x) => x.case + x.groups)}`,
      ),
    ).toEqual(['LEAD ', 'NGO case-21', 'POL case-32', 'CDT ']);
    expect(roundsOf(room, state, undefined)).toEqual([]);
  });
});

describe('phases', () => {
  test('14 minutes of case work: 2, 5, 4 and 3; the reports two and two', () => {
    expect(phasesFor('case-work', 14 * MIN, CASES).map((p) => [p.id, p.ms / MIN])).toEqual([
      ['read', 2],
      ['analyse', 5],
      ['decide', 4],
      ['speaker', 3],
    ]);
    const reports = phasesFor('reports', 16 * MIN, CASES);
    expect(reports.map((p) => p.ms / MIN)).toEqual([2, 2, 2, 2, 2, 2, 2, 2]);
    expect(reports.map((p) => [nameOfPhase(p.id), caseOfPhase(p.id)])).toEqual(
      CASES.flatMap((c) => [
        ['report', c],
        ['settle', c],
      ]),
    );
  });

  test('whatever the minutes, the phases fill them and none is negative', () => {
    const kinds: ExerciseKind[] = ['groups', 'case-work', 'reports', 'quiz', 'quiz-answers'];
    fc.assert(
      fc.property(
        fc.constantFrom(...kinds),
        fc.integer({ min: 60_000, max: 60 * MIN }),
        fc.subarray(CASES, { minLength: 1 }),
        (kind, ms, cases) => {
          const phases = phasesFor(kind, ms, cases);
          expect(phases.reduce((sum, p) => sum + p.ms, 0)).toBe(ms);
          expect(phases.every((p) => p.ms >= 0)).toBe(true);
          expect(new Set(phases.map((p) => p.id)).size).toBe(phases.length);
          const each = phases.filter((p) => caseOfPhase(p.id)).map((p) => p.ms);
          if (each.length) expect(Math.max(...each) - Math.min(...each)).toBeLessThanOrEqual(1);
        },
      ),
    );
  });

  test('a countdown started late fills what the segment has left, in half minutes, at least one', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 30 }).map((m) => m * MIN),
        fc.integer({ min: -10 * MIN, max: 30 * MIN }),
        (revisedMs, leftMs) => {
          const row = { revisedMs, leftMs: Math.min(leftMs, revisedMs) } as never;
          const ms = minutesToFill(row);
          expect(ms).toBeGreaterThanOrEqual(MIN);
          expect(ms % 30_000).toBe(0);
          expect(ms).toBeLessThanOrEqual(Math.max(revisedMs, MIN));
          if (revisedMs - leftMs < 45_000 && leftMs <= revisedMs) expect(ms).toBe(revisedMs);
          else expect(ms).toBeLessThanOrEqual(Math.max(leftMs, MIN));
        },
      ),
    );
  });
});

describe('the short quiz', () => {
  const cut = shortQuizCut(plan());
  test('is the cut that takes from the quiz on paper', () => {
    expect(cut?.id).toBe('quiz-by-hands');
    expect(shortQuizCut({ ...plan(), cuts: [] })).toBeUndefined();
  });
  test('holds once that cut is taken, not after another, and not once it is undone', () => {
    const replan = (id: string): EventBody => ({ type: 'replanned', revised: [], cuts: [id] });
    expect(quizIsShort(room, stateWith([]))).toBe(false);
    expect(quizIsShort(room, stateWith([replan('three-a-case')]))).toBe(false);
    expect(quizIsShort(room, stateWith([replan('quiz-by-hands')]))).toBe(true);
    const undone = stateWith([replan('quiz-by-hands'), { type: 'undone', event: 'w-3' }]);
    expect(quizIsShort(room, undone)).toBe(false);
  });
  test('holds when the paper is left out, and in a shorter plan', () => {
    expect(quizIsShort(room, stateWith([{ type: 'skipped', segment: 'B4' }]))).toBe(true);
    expect(quizIsShort(room, statusAt(1, [[0, { type: 'started', variant: '60' }]], plans))).toBe(
      true,
    );
    expect(quizIsShort(room, statusAt(1, [[0, { type: 'started', variant: '120' }]], plans))).toBe(
      false,
    );
  });
  test('has the marked items; open questions are never asked by hands', () => {
    expect(quizItems(room, true).map((q) => q.id)).toEqual(['q1', 'q3']);
    expect(quizItems(room, false).map((q) => q.id)).toEqual(['q1', 'q2', 'q3']);
  });
});
