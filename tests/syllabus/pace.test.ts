import { describe, expect, test } from 'vitest';
import { severityOf } from '../../src/syllabus/index.ts';
import { MIN, min, plans } from './plans.ts';
import { at, type Line, segment, show, start, statusAt } from './play.ts';

const pace = (minute: number, lines: Line[]) => {
  const { state, ms } = statusAt(minute, lines).pace;
  return [state, ms / MIN];
};
const upTo = (slides: [number, string][]): Line[] => [start, ...slides.map(([m, s]) => show(m, s))];

describe('pace', () => {
  test('[PACE1] behind past the end, ahead before the start, else on time', () => {
    expect(pace(3.9, [start])).toEqual(['on-time', 0]);
    expect(pace(4, [start])).toEqual(['on-time', 0]);
    expect(pace(6, [start])).toEqual(['behind', 2]);
    expect(pace(7, upTo([[6.5, 's2']]))).toEqual(['on-time', 0]);
    expect(pace(10, upTo([[9.5, 's2']]))).toEqual(['behind', 1]);
    expect(pace(3, upTo([[2, 's2']]))).toEqual(['ahead', 1]);
    expect(pace(10, upTo([[5, 's6']]))).toEqual(['ahead', 9]);
    const extended: Line = [1, { type: 'extended', segment: 'A1', byMs: min(2) }];
    expect(pace(6, [start, extended])).toEqual(['on-time', 0]);
  });

  test('[PACE2] a pause does not change it', () => {
    const lines: Line[] = [start, [6, { type: 'paused' }]];
    expect(pace(6, lines)).toEqual(pace(36, lines));
    expect(statusAt(36, lines).forecast.lateMs).toBe(min(2));
  });

  test('[PACE3] looking back costs what it takes, and no more', () => {
    const onTime = upTo([
      [4, 's2'],
      [9, 's3'],
      [13, 's4'],
    ]);
    expect(pace(16, onTime)).toEqual(['on-time', 0]);
    const back = [...onTime, show(16, 's1')];
    expect(pace(17, back)).toEqual(['behind', 1]);
    expect(statusAt(17, back).forecast.lateMs).toBe(min(1));
    const forth = [...back, show(17, 's4')];
    expect(pace(18, forth)).toEqual(['on-time', 0]);
    expect(pace(20, forth)).toEqual(['behind', 1]);
    const peek = [start, show(2, 's15'), show(2.1, 's1')];
    expect(pace(3, peek)).toEqual(['on-time', 0]);
    expect(statusAt(3, peek).forecast.lateMs).toBe(0);
  });

  test('[PACE4] calm to 1 min, amber to 3, then red; ahead is calm', () => {
    expect([0, 60_000, 60_001, 180_000, 180_001].map(severityOf)).toEqual([
      'calm',
      'calm',
      'amber',
      'amber',
      'red',
    ]);
    expect(statusAt(8, [start]).pace).toMatchObject({ severity: 'red', minutes: 4, seconds: 0 });
    expect(statusAt(9, upTo([[5, 's6']])).pace).toMatchObject({ state: 'ahead', severity: 'calm' });
  });

  test('[PACE5] before the start on time; after the finish against the revised total', () => {
    expect(pace(50, [])).toEqual(['on-time', 0]);
    expect(pace(99, [start, [93, { type: 'finished' }]])).toEqual(['behind', 3]);
    expect(pace(99, [start, show(1, 'x5'), [70, { type: 'finished' }]])).toEqual(['ahead', 20]);
  });
});

describe('forecast', () => {
  test('[FORE1] now, what the current one has left, what those ahead still need', () => {
    expect(statusAt(7, upTo([[6, 's2']])).forecast.finishAt).toBe(at(7 + 4 + 81));
    expect(statusAt(12, upTo([[6, 's2']])).forecast.finishAt).toBe(at(12 + 81));
    const skip: Line = [6, { type: 'skipped', segment: 'B3' }];
    const s = statusAt(7, [...upTo([[6, 's2']]), skip]);
    expect(s.forecast.finishAt).toBe(at(7 + 4 + 65));
    expect(segment(s, 'A4').startsInMs).toBe(min(4 + 4));
    expect(segment(s, 'A1').startsInMs).toBeNull();
    expect(segment(s, 'B3')).toMatchObject({ startsInMs: null, remainingMs: 0 });
    expect(statusAt(5, []).forecast).toMatchObject({ finishAt: at(95), lateMs: 0 });
  });

  test('[FORE2] against the hard stop, else start + planned + pauses', () => {
    const lines: Line[] = [start, [2, { type: 'paused' }], [7, { type: 'resumed' }]];
    expect(statusAt(8, lines).forecast).toMatchObject({
      against: 'plan',
      targetAt: at(95),
      lateMs: 0,
      severity: 'calm',
    });
    expect(statusAt(10, lines).forecast.lateMs).toBe(min(1));
    const stop: Line = [8, { type: 'hard-stop-set', hardStop: at(91) }];
    expect(statusAt(8, [...lines, stop]).forecast).toMatchObject({
      against: 'hard-stop',
      targetAt: at(91),
      lateMs: min(4),
      severity: 'red',
    });
  });

  test('[FORE3] after the finish it is the finish', () => {
    expect(statusAt(99, [start, [70, { type: 'finished' }]]).forecast).toMatchObject({
      finishAt: at(70),
      lateMs: -min(20),
    });
  });

  test('[HARD1] a hard stop is a wall time: no pause or step moves it; null takes it away', () => {
    const lines: Line[] = [[0, { type: 'started', variant: '90', hardStop: at(100) }]];
    const paused = statusAt(20, [...lines, [5, { type: 'paused' }]]);
    expect([paused.forecast.targetAt, paused.hardStopLeftMs]).toEqual([at(100), min(80)]);
    expect(paused.forecast.lateMs).toBe(min(15 + 1 - 10));
    const stepped = statusAt(25, [...lines, [20, { type: 'clock-stepped', byMs: min(10) }]]);
    expect([stepped.hardStopLeftMs, stepped.elapsedMs]).toEqual([min(75), min(15)]);
    expect(statusAt(9, [...lines, [5, { type: 'hard-stop-set', hardStop: null }]])).toMatchObject({
      hardStop: null,
      hardStopLeftMs: null,
      forecast: { against: 'plan' },
    });
  });

  test('[CHECK1] the next checkpoint ahead, planned and expected', () => {
    expect(statusAt(7, upTo([[6, 's2']])).checkpoint).toEqual({
      segment: 'A4',
      plannedStartMs: min(13),
      expectedStartMs: min(15),
      startsInMs: min(8),
    });
    const skip: Line = [6, { type: 'skipped', segment: 'A4' }];
    expect(statusAt(7, [...upTo([[6, 's2']]), skip]).checkpoint?.segment).toBe('A6');
    expect(statusAt(80, upTo([[78, 'x4']])).checkpoint).toBeNull();
    expect(statusAt(-1, [], plans).checkpoint).toMatchObject({
      segment: 'A4',
      startsInMs: min(13),
    });
  });
});

describe('cues', () => {
  const ids = (rows: { cue: { id: string } }[]) => rows.map(({ cue }) => cue.id);
  const tick = (cue: string, done = true): Line => [2, { type: 'ticked', cue, done }];

  test('[CUE1] due once its segment has used its minute, until ticked', () => {
    expect(ids(statusAt(1.4, [start]).cues.due)).toEqual([]);
    const s = statusAt(3, [start]);
    expect(ids(s.cues.due)).toEqual(['A1.1', 'A1.2']);
    expect(s.cues.due[0]).toMatchObject({ dueInMs: -min(1.5), dueAtMs: min(1.5) });
    expect(ids(statusAt(3, [start, tick('A1.1')]).cues.due)).toEqual(['A1.2']);
    expect(ids(statusAt(3, [start, tick('A1.1'), tick('A1.1', false)]).cues.due)).toContain('A1.1');
  });

  test('[CUE2] beyond the revised end it comes at that end', () => {
    const cut: Line = [
      9,
      { type: 'replanned', revised: [{ segment: 'A3', ms: min(2) }], cuts: [] },
    ];
    const s = statusAt(10, [...upTo([[9, 's3']]), cut, tick('A3.1'), tick('A1.1')]);
    expect(s.cues.next).toMatchObject({ cue: { id: 'A3.2' }, dueInMs: min(1), dueAtMs: min(11) });
  });

  test('[CUE3] the next one by the forecast, soon within 60 s', () => {
    expect(statusAt(0.4, [start]).cues.next).toMatchObject({ cue: { id: 'A1.1' }, soon: false });
    expect(statusAt(0.5, [start]).cues.next).toMatchObject({ dueInMs: min(1), soon: true });
    const late = statusAt(7, [...upTo([[6, 's2']])]).cues.next;
    expect(late).toMatchObject({ cue: { id: 'A3.1' }, dueInMs: min(4), dueAtMs: min(11) });
    const skip: Line = [6, { type: 'skipped', segment: 'A3' }];
    expect(statusAt(7, [...upTo([[6, 's2']]), skip]).cues.next?.cue.id).toBe('A9.1');
    const looked = [start, show(0, 's3'), show(1, 's1'), tick('A1.1'), tick('A1.2')];
    const peek = statusAt(2, looked);
    expect(peek.cues.next).toMatchObject({ cue: { id: 'A3.1' }, dueInMs: min(3 + 5) });
    const over = statusAt(12, upTo([[6, 's2']])).cues;
    expect(over.next).toMatchObject({ cue: { id: 'A3.1' }, dueInMs: 0, soon: true });
    expect(ids(over.due)).toEqual([]);
  });

  test('[CUE4] missed: hand-outs of segments passed or left out', () => {
    const skip: Line = [6, { type: 'skipped', segment: 'A9' }];
    const missed = (lines: Line[]) => statusAt(14, lines).cues.missed.map(({ id }) => id);
    expect(missed([...upTo([[13, 's4']]), skip])).toEqual(['A1.1', 'A3.2', 'A9.1']);
    expect(missed([...upTo([[13, 's4']]), tick('A1.1')])).toEqual(['A3.2']);
  });

  test('[CUE5] nothing due before the start, none next after the finish', () => {
    expect(statusAt(50, []).cues).toMatchObject({ due: [], next: { cue: { id: 'A1.1' } } });
    const s = statusAt(99, [start, [3, { type: 'finished' }]]);
    expect(s.cues).toMatchObject({ due: [], next: null, missed: [{ id: 'A1.1' }] });
  });
});
