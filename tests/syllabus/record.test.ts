import { describe, expect, test } from 'vitest';
import { duration, mmss, runSheet, startOf } from '../../src/syllabus/index.ts';
import { min, plan } from './plans.ts';
import { at, type Line, show, start, statusAt, used } from './play.ts';

const phases = [
  { id: 'read', ms: min(2) },
  { id: 'analyse', ms: min(9) },
  { id: 'speaker', ms: min(3) },
];
const group: Line[] = [
  start,
  show(48, 'x2'),
  [48, { type: 'exercise-started', exercise: 'cases', phases }],
];
const exercise = (minute: number, ...more: Line[]) => {
  const e = statusAt(minute, [...group, ...more]).exercise;
  return e && [e.phase, e.phaseLeftMs / 60_000, e.leftMs / 60_000, e.timeUp, e.ended];
};

describe('gaps', () => {
  const gap = (from: number, to: number, as: 'break' | 'session'): Line => [
    to,
    { type: 'gap-counted', fromMs: at(from), toMs: at(to), as },
  ];

  test('[GAP1] as a break: to the pauses, from whoever had it, and the countdown waits', () => {
    const s = statusAt(12, [start, show(4, 's2'), show(7, 's3'), gap(3, 9, 'break')]);
    expect(used(s)).toEqual({ A1: 3, A3: 3 });
    expect(s.pausedMs).toBe(min(6));
    expect(exercise(59, gap(51, 57, 'break'))).toEqual([1, 6, 9, false, false]);
    const stepped = statusAt(72, [
      start,
      [61, { type: 'clock-stepped', byMs: min(60) }],
      gap(64, 70, 'break'),
    ]);
    expect([stepped.elapsedMs, stepped.pausedMs]).toEqual([min(6), min(6)]);
  });

  test('[GAP2] as session: no change, only noted', () => {
    const s = statusAt(12, [start, gap(3, 9, 'session')]);
    expect([s.elapsedMs, s.pausedMs]).toEqual([min(12), 0]);
    expect(s.gaps).toEqual([{ fromMs: at(3), toMs: at(9), as: 'session' }]);
  });

  test('[GAP3] paused time, a break, and time outside the session stay', () => {
    const s = statusAt(12, [
      start,
      [4, { type: 'paused' }],
      [6, { type: 'resumed' }],
      gap(-9, 9, 'break'),
    ]);
    expect([s.elapsedMs, s.pausedMs]).toEqual([min(3), min(9)]);
    const k = statusAt(
      64,
      [
        [0, { type: 'started', variant: '120' }],
        show(54, 's14'),
        [57, { type: 'break-started', segment: 'K' }],
        gap(56, 60, 'break'),
      ],
      plan('120'),
    );
    expect(used(k)).toEqual({ A1: 54, A10: 2, K: 7 });
    expect(k.pausedMs).toBe(min(1));
  });
});

describe('exercises', () => {
  test('[EXER1] the last one started, in session time', () => {
    expect(statusAt(48, [start]).exercise).toBeNull();
    expect(exercise(49)).toEqual([0, 1, 13, false, false]);
    expect(exercise(50)).toEqual([1, 9, 12, false, false]);
    expect(exercise(62)).toEqual([2, 0, 0, true, false]);
    expect(exercise(70)).toEqual([2, 0, 0, true, false]);
    expect(exercise(60, [51, { type: 'paused' }])).toEqual([1, 8, 11, false, false]);
  });

  test('[EXER2] extended: the phase that runs, never below what it has used', () => {
    expect(exercise(51, [51, { type: 'exercise-extended', byMs: min(2) }])).toEqual([
      1,
      10,
      13,
      false,
      false,
    ]);
    expect(exercise(51, [51, { type: 'exercise-extended', byMs: -min(20) }])).toEqual([
      2,
      3,
      3,
      false,
      false,
    ]);
  });

  test('[EXER3] once time is up, more time counts from now', () => {
    expect(exercise(66, [65, { type: 'exercise-extended', byMs: min(2) }])).toEqual([
      2,
      1,
      1,
      false,
      false,
    ]);
    expect(exercise(65, [65, { type: 'exercise-extended', byMs: -min(2) }])?.[2]).toBe(0);
  });

  test('[EXER4] a skipped phase ends, the next has its whole length', () => {
    const skip: Line = [49, { type: 'exercise-phase-skipped' }];
    expect(exercise(49, skip)).toEqual([1, 9, 12, false, false]);
    expect(exercise(50, skip, skip)).toEqual([2, 2, 2, false, false]);
    expect(exercise(50, skip, skip, skip, skip)).toEqual([2, 0, 0, true, false]);
  });

  test('[EXER5] ended: stands still, until a new one', () => {
    const end: Line = [51, { type: 'exercise-ended' }];
    const extend: Line = [52, { type: 'exercise-extended', byMs: min(5) }];
    const skip: Line = [52, { type: 'exercise-phase-skipped' }];
    expect(exercise(60, end, extend, skip, [53, { type: 'exercise-ended' }])).toEqual([
      1,
      8,
      11,
      false,
      true,
    ]);
    const next: Line = [53, { type: 'exercise-started', exercise: 'quiz', phases: [] }];
    expect(exercise(60, end, next)).toEqual([-1, 0, 0, true, false]);
    expect(exercise(60, [52, { type: 'finished' }])).toEqual([1, 7, 10, false, false]);
  });
});

describe('record', () => {
  const counts = (yes: number) => ({ yes, no: 1, abstained: 0 });

  test('[REC1] of tallies for one item and round the latest', () => {
    const tally = (item: string, round: string, yes: number): Line => [
      3,
      { type: 'tally', item, round, counts: counts(yes) },
    ];
    const s = statusAt(9, [
      start,
      tally('q1', 'first', 3),
      tally('q1', 'second', 5),
      tally('q1', 'first', 4),
      tally('__proto__', 'first', 2),
    ]);
    expect(s.tallies.map(({ item, round, counts }) => [item, round, counts.yes])).toEqual([
      ['q1', 'first', 4],
      ['q1', 'second', 5],
      ['__proto__', 'first', 2],
    ]);
  });

  test('[REC2] notes with their times and segment; empty ones left out', () => {
    const s = statusAt(9, [
      start,
      [1, { type: 'paused' }],
      [3, { type: 'resumed' }],
      show(4, 's2'),
      [5, { type: 'note', text: 'ask HQ' }],
      [6, { type: 'note', text: ' ' }],
    ]);
    expect(s.notes).toEqual([
      { id: 'w-5', text: 'ask HQ', at: at(5), elapsedMs: min(3), segment: 'A2' },
    ]);
  });

  test('[REC3] ticks, reveals, groups', () => {
    const s = statusAt(9, [
      start,
      [1, { type: 'ticked', cue: 'A1.1', done: true }],
      [1, { type: 'ticked', cue: 'A1.2', done: true }],
      [2, { type: 'ticked', cue: 'A1.1', done: false }],
      [3, { type: 'revealed', item: 'case-1' }],
      [3, { type: 'revealed', item: 'case-1' }],
      [3, { type: 'groups-set', participants: 9, groups: [] }],
      [4, { type: 'groups-set', participants: 12, groups: [{ id: '1', case: null }] }],
    ]);
    expect([s.ticked, s.revealed]).toEqual([['A1.2'], ['case-1']]);
    expect(s.groups).toEqual({ participants: 12, groups: [{ id: '1', case: null }] });
    expect(statusAt(9, [start]).groups).toBeNull();
  });
});

describe('paper and words', () => {
  test('[SHEET1] clock times from a start', () => {
    const rows = runSheet(plan(), at(0));
    expect(rows).toHaveLength(16);
    expect(rows[2]).toMatchObject({ segment: 'A3', startMs: min(9), endAt: at(13) });
    expect(rows[2]?.cues.map((row) => [row.cue.id, row.at])).toEqual([
      ['A3.1', at(9)],
      ['A3.2', at(12)],
    ]);
    expect(rows.at(-1)?.endAt).toBe(at(90));
    expect([startOf(plan(), 'B1'), startOf(plan(), 'zz')]).toEqual([min(45), null]);
  });

  test('[FORMAT1] whole minutes and seconds; about', () => {
    expect(duration(119_999)).toEqual({ minutes: 1, seconds: 59, about: 2 });
    expect(duration(-89_999)).toEqual({ minutes: 1, seconds: 29, about: 1 });
    expect(duration(90_000).about).toBe(2);
  });

  test('[FORMAT2] gone down, left up: they add up', () => {
    expect([mmss(59_999, 'gone'), mmss(59_999, 'left')]).toEqual(['0:59', '1:00']);
    expect([mmss(-400, 'left'), mmss(-1_000, 'left'), mmss(-61_500, 'left')]).toEqual([
      '0:00',
      '-0:01',
      '-1:01',
    ]);
    expect([mmss(min(104) + 5_000, 'gone'), mmss(0, 'left')]).toEqual(['104:05', '0:00']);
  });
});
