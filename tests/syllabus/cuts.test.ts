import { describe, expect, test } from 'vitest';
import type { Plan } from '../../src/model/index.ts';
import { accept, choose, propose, status } from '../../src/syllabus/index.ts';
import { MIN, min, plan } from './plans.ts';
import { at, type Line, play, segment, show, start } from './play.ts';

const offer = (
  minute: number,
  lines: Line[],
  { hardStop, want, of = plan() }: { hardStop?: number; want?: number; of?: Plan } = {},
) => propose(of, play(...lines), at(minute), hardStop, want);
const brief = (p: ReturnType<typeof offer>) =>
  p.steps.map(({ cutId, savesMs }) => `${cutId} ${savesMs / MIN}`);
const acceptedAt = (minute: number, lines: Line[], p: ReturnType<typeof offer>, of = plan()) =>
  status(of, play(...lines, [minute, accept(p)]), at(minute));
const everything = { want: Number.POSITIVE_INFINITY };

describe('what is offered', () => {
  test('[CUT1] just enough to come back to the target, nothing on time', () => {
    expect(brief(offer(5, [start, show(4, 's2')]))).toEqual([]);
    const late = offer(8, [start, show(7, 's2')]);
    expect(late).toMatchObject({ behindMs: min(3), targetAt: at(90), finishBefore: at(93) });
    expect(brief(late)).toEqual(['pair-task 2', 's5-question 1.5']);
    expect(late.steps[0]).toEqual({
      kind: 'named',
      cutId: 'pair-task',
      text: 'pair-task',
      savesMs: min(2),
      segments: [{ segment: 'A3', beforeMs: min(4), afterMs: min(2) }],
    });
    const paused: Line[] = [
      start,
      [1, { type: 'paused' }],
      [9, { type: 'resumed' }],
      show(12, 's2'),
    ];
    expect(offer(12, paused)).toMatchObject({ behindMs: 0, targetAt: at(98) });
    expect(offer(12, paused, { hardStop: at(90) })).toMatchObject({ behindMs: min(8) });
    expect(brief(offer(99, [start, [95, { type: 'finished' }]]))).toEqual([]);
    expect(offer(-5, [], { hardStop: at(80) })).toMatchObject({ behindMs: min(5) });
  });

  test('[CUT2] named cuts in their order, each once', () => {
    const first = offer(8, [start, show(7, 's2')]);
    const lines: Line[] = [start, show(7, 's2'), [8, accept(first)]];
    const second = offer(14, lines);
    expect(second.behindMs).toBe(min(2 - 0.5));
    expect(brief(second)).toEqual(['s7-question 1', 'questions 2']);
    expect(brief(offer(8, lines, everything))).not.toContain('pair-task 2');
  });

  test('[CUT3] not from done, left-out or `always` segments, nor below least or used', () => {
    const skip: Line = [20, { type: 'skipped', segment: 'A5' }];
    const all = offer(22, [start, show(13, 's4'), skip, show(20, 's8')], everything);
    const touched = new Set(all.steps.flatMap((s) => s.segments.map((row) => row.segment)));
    expect([...touched].sort()).toEqual(['A10', 'B1', 'B3', 'B4', 'B5']);
    expect(all.lockedSegments).toEqual(['A6', 'A7', 'A8', 'A9', 'B2', 'B6']);
    const inA4 = offer(18, [start, show(13, 's4')], everything);
    expect(inA4.steps[0]).toMatchObject({
      cutId: 's5-question',
      savesMs: min(1),
      segments: [{ segment: 'A4', beforeMs: min(6), afterMs: min(5) }],
    });
    const locked = plan();
    for (const s of locked.segments) s.keep = 'always';
    expect(brief(offer(20, [start], { of: locked }))).toEqual([]);
  });

  test('[CUT4] then `shorten` segments in order, by whole half minutes', () => {
    const of = { ...plan(), cuts: [] };
    const p = offer(9.3, [start, show(9.3, 's3')], { of, hardStop: at(85) });
    expect(p.behindMs).toBe(min(5.3));
    expect(brief(p)).toEqual(['shorten:A4 3', 'shorten:A5 2.5']);
    expect(p).toMatchObject({ savedMs: min(5.5), stillLateMs: 0, finishAfter: at(84.8) });
  });

  test('[CUT5] then `drop` segments are shortened', () => {
    const of = { ...plan(), cuts: [] };
    expect(brief(offer(0, [start], { of, want: min(20) }))).toEqual([
      'shorten:A2 2',
      'shorten:A4 3',
      'shorten:A5 3',
      'shorten:B1 1',
      'shorten:B3 8',
      'shorten:B5 2',
      'shorten:A3 1',
    ]);
  });

  test('[CUT6] last, `drop` segments ahead are left out, never the current one', () => {
    const kinds = (p: ReturnType<typeof offer>) =>
      p.steps.filter(({ kind }) => kind === 'drop').map(({ cutId }) => cutId);
    const ahead = offer(0, [start], everything);
    expect(kinds(ahead)).toEqual(['drop:A3', 'drop:A10', 'drop:B4']);
    expect(ahead.steps.at(-1)).toMatchObject({ savesMs: min(2), segments: [{ afterMs: 0 }] });
    expect(kinds(offer(9, [start, show(9, 's3')], everything))).toEqual(['drop:A10', 'drop:B4']);
    expect(kinds(offer(50, [start, show(9, 'x4')], everything))).toEqual([]);
    const done = acceptedAt(0, [start], ahead);
    expect(['A3', 'A10', 'B4'].map((id) => segment(done, id).state)).toEqual([
      'skipped',
      'skipped',
      'skipped',
    ]);
  });

  test('[CUT6] one left out after a look at it keeps what that took', () => {
    const lines: Line[] = [start, show(1, 'x4'), show(2, 's1')];
    const p = offer(2, lines, everything);
    expect(p.steps.at(-1)).toMatchObject({ cutId: 'drop:B4', savesMs: min(1) });
    const s = acceptedAt(2, lines, p);
    expect(segment(s, 'B4')).toMatchObject({ state: 'skipped', revisedMs: min(1) });
    expect(s.forecast.finishAt).toBe(p.finishAfter);
  });

  test('[CUT7] not less than 15 s', () => {
    const inA3 = (minute: number) => brief(offer(minute, [start, show(7, 's3')], everything))[0];
    expect(inA3(9.75)).toBe('pair-task 1.25');
    expect(inA3(10.75)).toBe('pair-task 0.25');
    expect(inA3(10.76)).toBe('s5-question 1.5');
  });

  test('[CUT8] the sums, and the finish once accepted', () => {
    const lines: Line[] = [start, show(4, 's2'), show(6, 's9'), show(7, 's2'), show(20, 's3')];
    const p = offer(40, lines, { hardStop: at(85) });
    expect(p.savedMs).toBe(p.steps.reduce((sum, s) => sum + s.savesMs, 0));
    expect(p.finishAfter).toBe(p.finishBefore - p.savedMs);
    expect(p.stillLateMs).toBe(p.behindMs - p.savedMs);
    const s = acceptedAt(40, lines, p);
    expect(s.forecast.finishAt).toBe(p.finishAfter);
    expect(s.pace).toMatchObject({ state: 'on-time', ms: 0 });
  });

  test('[CUT9] any of the steps may be chosen', () => {
    const p = offer(0, [start], everything);
    const index = (id: string) => p.steps.findIndex(({ cutId }) => cutId === id);
    const some = choose(p, [index('drop:A3'), index('s7-question')]);
    expect(brief(some)).toEqual(['s7-question 1', 'drop:A3 4']);
    expect(some.finishAfter).toBe(at(85));
    const event = accept(p, [index('drop:A3'), index('s7-question')]);
    expect(event.cuts).toEqual(['s7-question', 'drop:A3']);
    const s = status(plan(), play(start, [0, event]), at(0));
    expect(s.forecast.finishAt).toBe(at(85));
    expect(accept(p, []).cuts).toEqual([]);
    expect(choose(p, []).finishAfter).toBe(at(90));
  });

  test('[CUT10] with time in hand, the stretches that fit, current or ahead', () => {
    const ids = (minute: number, lines: Line[]) => {
      const { spareMs, stretches } = offer(minute, lines);
      return [spareMs / MIN, stretches.map(({ id }) => id)];
    };
    expect(ids(40, [start, show(40, 's14')])).toEqual([2, ['questions']]);
    expect(ids(39, [start, show(39, 'x1')])).toEqual([6, ['third-swap']]);
    expect(ids(38, [start, show(38, 's14')])).toEqual([4, ['third-swap', 'questions']]);
    expect(ids(50, [start, [40, { type: 'finished' }]])).toEqual([0, []]);
    expect(brief(offer(40, [start, show(40, 's14')]))).toEqual([]);
  });
});

describe('the drift rules', () => {
  test('[CUT2] a senior official 4 min over: taken back from A3, then A4', () => {
    const p = offer(8, [start]);
    expect(p.behindMs).toBe(min(4));
    expect(brief(p)).toEqual(['pair-task 2', 's5-question 1.5', 's7-question 1']);
  });

  test('[CUT3] Part A over by 6: taken from the quiz and the reports, not from the case work', () => {
    const p = offer(51, [start, show(51, 'x1')]);
    expect(brief(p)).toEqual(['quiz-by-hands 3', 'three-a-case 4']);
  });
});
