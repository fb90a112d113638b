import { describe, expect, test } from 'vitest';
import { MIN, min, plan, plans } from './plans.ts';
import { at, type Line, segment, show, start, statusAt, used } from './play.ts';

const states = (s: ReturnType<typeof statusAt>) =>
  s.segments
    .map(({ state }) => ({ done: 'd', current: 'C', ahead: 'a', skipped: 's' })[state])
    .join('');

describe('segments', () => {
  test('[SEG1] time goes to the segment of the slide; going back, to the earlier one', () => {
    expect(used(statusAt(20, [start, show(4, 's2'), show(9, 's1'), show(11, 's6')]))).toEqual({
      A1: 6,
      A2: 5,
      A5: 9,
    });
    expect(used(statusAt(20, [start, show(4, 's4'), show(9, 's5')]))).toEqual({ A1: 4, A4: 16 });
  });

  test('[SEG2] a shared slide: the current segment, else the nearest, later before earlier', () => {
    const current = (...slides: string[]) =>
      statusAt(9, [start, ...slides.map((slide, i) => show(i, slide))]).current?.id;
    expect(current('s12', 's13')).toBe('A10');
    expect(current('s14', 's13')).toBe('A10');
    expect(current('x5', 's13')).toBe('B6');
    expect(current('s15', 's13')).toBe('B6');
    expect(current('x1', 's13')).toBe('A10');
    expect(current('x3', 's13')).toBe('B6'); // three away on both sides
  });

  test('[SEG3] without a slide the first segment; a slide shown before the start is where it starts', () => {
    expect(statusAt(3, [start]).current?.id).toBe('A1');
    expect(statusAt(3, [show(-2, 's4'), start]).current?.id).toBe('A4');
    expect(used(statusAt(3, [show(-2, 's4'), start]))).toEqual({ A4: 3 });
  });

  test('[SEG4] an unknown slide changes nothing', () => {
    const s = statusAt(8, [start, show(4, 's2'), show(5, '__proto__'), show(6, 'nope')]);
    expect([s.current?.id, s.slide]).toEqual(['A2', 's2']);
  });

  test('[SEG5] states', () => {
    expect(states(statusAt(-1, []))).toBe('aaaaaaaaaaaaaaaa');
    const jumped: Line[] = [start, show(4, 's4'), [5, { type: 'skipped', segment: 'A5' }]];
    expect(states(statusAt(6, jumped))).toBe('dddCsaaaaaaaaaaa');
    expect(states(statusAt(8, [...jumped, show(7, 's2')]))).toBe('dCaasaaaaaaaaaaa');
    expect(states(statusAt(8, [...jumped, show(7, 's6')]))).toBe('ddddsaaaaaaaaaaa');
    expect(states(statusAt(9, [...jumped, [8, { type: 'finished' }]]))).toBe('ddddsaaaaaaaaaaa');
    expect(statusAt(9, [...jumped, [8, { type: 'finished' }]]).next).toBeNull();
    expect(statusAt(6, jumped).next?.id).toBe('A6');
    expect(statusAt(6, [...jumped, show(5, 's6')]).current?.id).toBe('A5');
  });

  test('[SKIP1] a segment left out keeps what it has used', () => {
    const s = statusAt(7, [
      start,
      show(4, 's2'),
      [6, { type: 'skipped', segment: 'A2' }],
      show(6, 's3'),
    ]);
    expect(segment(s, 'A2')).toMatchObject({
      revisedMs: min(2),
      actualMs: min(2),
      state: 'skipped',
    });
    expect(s.revisedTotalMs).toBe(min(87));
    expect(s.pace.state).toBe('on-time');
  });

  test('[SKIP2] it stays left out when shown, until the event is undone', () => {
    const lines: Line[] = [start, [1, { type: 'skipped', segment: 'A2' }], show(4, 's2')];
    const s = statusAt(7, lines);
    expect(s.current).toMatchObject({ id: 'A2', state: 'skipped', leftMs: 0, skippedBy: 'w-2' });
    expect(s.revisedTotalMs).toBe(min(85 + 3));
    const back = statusAt(7, [...lines, [7, { type: 'undone', event: 'w-2' }]]);
    expect(back.current).toMatchObject({ id: 'A2', state: 'current', leftMs: min(2) });
  });
});

describe('breaks', () => {
  const start120: Line = [0, { type: 'started', variant: '120' }];
  const pause: Line = [57, { type: 'break-started', segment: 'K' }];

  test('[BREAK1] entered by break-started, counted as session time', () => {
    const s = statusAt(60, [start120, show(54, 's14'), pause], plans);
    expect(s.current).toMatchObject({ id: 'K', actualMs: min(3), leftMs: min(2) });
    expect([s.pausedMs, s.elapsedMs, s.slide]).toEqual([0, min(60), 's14']);
    const not: Line = [56, { type: 'break-started', segment: 'A4' }];
    expect(statusAt(60, [start120, show(54, 's14'), not], plans).current?.id).toBe('A10');
    expect(statusAt(60, [start, show(54, 's14'), pause], plan()).current?.id).toBe('A10');
  });

  test('[BREAK2] until another slide is shown; the same one after a reload does not end it', () => {
    const lines = [start120, show(54, 's14'), pause, show(60, 's14')];
    expect(statusAt(61, lines, plans).current?.id).toBe('K');
    const s = statusAt(65, [...lines, show(62, 'x1')], plans);
    expect(used(s)).toMatchObject({ A10: 3, K: 5, B1: 3 });
    expect(s.pace.state).toBe('on-time');
  });

  test('[BREAK3] passed over, the segment shown meanwhile has the time', () => {
    const s = statusAt(63, [start120, show(54, 's14'), show(62, 'x1')], plans);
    expect(used(s)).toMatchObject({ A10: 8, B1: 1 });
    expect(segment(s, 'K')).toMatchObject({ state: 'done', actualMs: 0 });
    expect(s.pace.state).toBe('on-time');
  });
});

describe('revised lengths', () => {
  const extend = (minute: number, name: string, m: number): Line => [
    minute,
    { type: 'extended', segment: name, byMs: min(m) },
  ];

  test('[REV1] starts are sums; the total is the sum', () => {
    const s = statusAt(6, [
      start,
      extend(1, 'A1', 2),
      [2, { type: 'skipped', segment: 'A3' }],
      show(6, 's2'),
    ]);
    expect(s.segments.slice(0, 5).map((row) => row.revisedStartMs / MIN)).toEqual([
      0, 6, 11, 11, 17,
    ]);
    expect(s.segments.slice(0, 5).map((row) => row.plannedStartMs / MIN)).toEqual([
      0, 4, 9, 13, 19,
    ]);
    expect(s.revisedTotalMs).toBe(min(90 + 2 - 4));
    expect(s.plannedTotalMs).toBe(min(90));
    expect(s.sessionLeftMs).toBe(min(82));
  });

  test('[EXT1] adds to one segment', () => {
    const s = statusAt(2, [start, extend(1, 'A1', 1.5), extend(1, 'nope', 9), extend(2, 'A2', -1)]);
    expect(segment(s, 'A1').revisedMs).toBe(min(5.5));
    expect(segment(s, 'A2').revisedMs).toBe(min(4));
    expect(s.revisedTotalMs).toBe(min(90.5));
  });

  test('[EXT2] given more time, at least what it has used', () => {
    expect(statusAt(7, [start, extend(7, 'A1', 1)]).current?.leftMs).toBe(0);
    expect(statusAt(7, [start, extend(7, 'A1', 1), extend(7, 'A1', 1)]).current?.leftMs).toBe(
      min(1),
    );
    expect(statusAt(7, [start, extend(7, 'A1', 5)]).current?.leftMs).toBe(min(2));
  });

  test('[EXT3] taken away, never below what is used nor 0, never longer', () => {
    expect(statusAt(3, [start, extend(3, 'A1', -9)]).current?.revisedMs).toBe(min(3));
    expect(statusAt(7, [start, extend(7, 'A1', -1)]).current?.revisedMs).toBe(min(4));
    expect(segment(statusAt(1, [start, extend(1, 'B6', -9)]), 'B6').revisedMs).toBe(0);
  });

  test('[REPLAN1] sets lengths, never below what has been used', () => {
    const s = statusAt(6, [
      start,
      show(4, 's2'),
      [
        6,
        {
          type: 'replanned',
          revised: [
            { segment: 'A1', ms: min(1) },
            { segment: 'A2', ms: min(3) },
            { segment: 'A3', ms: min(2) },
            { segment: 'zzz', ms: min(2) },
          ],
          cuts: ['pair-task'],
        },
      ],
    ]);
    expect(s.segments.slice(0, 3).map((row) => row.revisedMs / MIN)).toEqual([4, 3, 2]);
    expect(s.cutsTaken).toEqual(['pair-task']);
  });

  test('[REPLAN2] replanned to nothing is left out, but only ahead', () => {
    const revised = ['A1', 'A2', 'A3'].map((id) => ({ segment: id, ms: 0 }));
    const s = statusAt(6, [start, show(4, 's2'), [5, { type: 'replanned', revised, cuts: [] }]]);
    expect(s.segments.slice(0, 3).map(({ state }) => state)).toEqual([
      'done',
      'current',
      'skipped',
    ]);
    expect(segment(s, 'A3').skippedBy).toBe('w-3');
  });

  test('[VAR1] the last variant named; unknown ones ignored; for the whole session', () => {
    const choose = (minute: number, variant: string): Line => [
      minute,
      { type: 'variant-chosen', variant },
    ];
    expect(statusAt(1, [], plans).variant).toBe('90');
    expect(statusAt(1, [choose(-3, '60'), start], plans).variant).toBe('90');
    expect(statusAt(1, [[0, { type: 'started', variant: 'zz' }]], plans).variant).toBe('90');
    const s = statusAt(30, [start, show(3, 's2'), choose(20, '60'), choose(21, '45')], plans);
    expect([s.variant, s.plannedTotalMs]).toEqual(['60', min(60)]);
    expect(used(s)).toEqual({ A1: 3, A2: 27 });
    expect(() => statusAt(1, [], [])).toThrow(RangeError);
  });

  test('[VAR2] another variant drops extensions, skips and replans', () => {
    const lines: Line[] = [
      start,
      extend(1, 'A1', 2),
      [1, { type: 'skipped', segment: 'A3' }],
      [1, { type: 'replanned', revised: [], cuts: ['pair-task'] }],
    ];
    const same = statusAt(3, [...lines, [2, { type: 'variant-chosen', variant: '90' }]], plans);
    expect(same.revisedTotalMs).toBe(min(88));
    const other = statusAt(3, [...lines, [2, { type: 'variant-chosen', variant: '60' }]], plans);
    expect([other.revisedTotalMs, other.cutsTaken]).toEqual([min(60), []]);
    expect(segment(other, 'A3').state).toBe('ahead');
    expect(at(0)).toBe(other.startedAt);
  });
});
