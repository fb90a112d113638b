import { describe, expect, test } from 'vitest';
import type { Journal, JournalEvent } from '../../src/model/index.ts';
import { inOrder, redo, status, undo } from '../../src/syllabus/index.ts';
import { min, plan, plans } from './plans.ts';
import { at, empty, play, segment, show, start, statusAt, used } from './play.ts';

const event = (id: string, seq: number, minute: number, body: object) =>
  ({ ...body, id, seq, at: at(minute) }) as JournalEvent;
const journal = (...events: JournalEvent[]): Journal => ({ ...empty, events });

describe('order', () => {
  test('[ORDER1] by seq, then id, whatever the wall time; an id once', () => {
    const a = event('a-1', 1, 9, { type: 'started', variant: '90' });
    const b = event('b-2', 2, 1, { type: 'paused' });
    const c = event('a-2', 2, 5, { type: 'resumed' });
    expect(inOrder([b, c, a, { ...a }]).map(({ id }) => id)).toEqual(['a-1', 'a-2', 'b-2']);
    expect(status(plan(), journal(b, c, a), at(10))).toEqual(
      status(plan(), journal(a, c, b, a), at(10)),
    );
    expect(status(plan(), journal(b, c, a), at(10)).phase).toBe('paused');
  });
});

describe('undo', () => {
  const lines = [start, [5, { type: 'paused' }]] as Parameters<typeof statusAt>[1];

  test('[UNDO1] as if never written', () => {
    const s = statusAt(8, [...lines, [7, { type: 'undone', event: 'w-2' }]]);
    expect([s.phase, s.elapsedMs, s.pausedMs]).toEqual(['running', min(8), 0]);
  });

  test('[UNDO2] an undo can be undone', () => {
    const s = statusAt(8, [
      ...lines,
      [7, { type: 'undone', event: 'w-2' }],
      [7, { type: 'undone', event: 'w-3' }],
    ]);
    expect([s.phase, s.elapsedMs, s.pausedMs]).toEqual(['paused', min(5), min(3)]);
  });

  test('[UNDO3] of an unknown or a later event, nothing', () => {
    const s = statusAt(8, [start, [1, { type: 'undone', event: 'w-3' }], [5, { type: 'paused' }]]);
    expect(s.phase).toBe('paused');
    expect(statusAt(8, [...lines, [6, { type: 'undone', event: 'zz-9' }]]).phase).toBe('paused');
  });

  test('[UNDO4] the last event that counts, then the one before; not slides, steps, undos', () => {
    const j = play(
      ...lines,
      show(6, 's2'),
      [6, { type: 'clock-stepped', byMs: 1 }],
      [7, { type: 'note', text: 'x' }],
    );
    expect(undo(j)).toEqual({ type: 'undone', event: 'w-5' });
    expect(status(plan(), j, at(7)).lastUndoable).toEqual({
      event: 'w-5',
      type: 'note',
      at: at(7),
    });
    const once = play(...lines, show(6, 's2'), [7, { type: 'undone', event: 'w-2' }]);
    expect(undo(once)).toEqual({ type: 'undone', event: 'w-1' });
    expect(undo(empty)).toBeNull();
  });

  test('[UNDO5] redo brings back in turn, until something else is done', () => {
    const j = play(
      ...lines,
      [6, { type: 'undone', event: 'w-2' }],
      [6, { type: 'undone', event: 'w-1' }],
    );
    expect(redo(j)).toEqual({ type: 'undone', event: 'w-4' });
    const again = play(
      ...lines,
      [6, { type: 'undone', event: 'w-2' }],
      [6, { type: 'undone', event: 'w-1' }],
      [7, { type: 'undone', event: 'w-4' }],
    );
    expect(redo(again)).toEqual({ type: 'undone', event: 'w-3' });
    expect(undo(again)).toEqual({ type: 'undone', event: 'w-1' });
    const since = play(
      ...lines,
      [6, { type: 'undone', event: 'w-2' }],
      [7, { type: 'note', text: 'x' }],
    );
    expect(redo(since)).toBeNull();
    expect(redo(play(...lines))).toBeNull();
  });
});

describe('wall clock', () => {
  test('[WALL1] a step forward or back changes no account', () => {
    const plain = statusAt(12, [start, show(4, 's2'), show(10, 's3')]);
    for (const step of [60, -60, 0.5, -4]) {
      const s = statusAt(12 + step, [
        start,
        show(4, 's2'),
        [6 + step, { type: 'clock-stepped', byMs: min(step) }],
        show(10 + step, 's3'),
      ]);
      expect(used(s)).toEqual(used(plain));
      expect(used(s)).toEqual({ A1: 4, A2: 6, A3: 2 });
      expect(s.forecast.finishAt).toBe(plain.forecast.finishAt + min(step));
      expect(s.startedAt).toBe(at(step));
    }
  });

  test('[WALL2] an event that seems earlier takes place at the same moment', () => {
    expect(used(statusAt(12, [start, show(10, 's2'), show(7, 's3')]))).toEqual({ A1: 10, A3: 2 });
    expect(used(statusAt(12, [start, show(7, 's2'), show(3, 's3'), show(9, 's4')]))).toEqual({
      A1: 7,
      A3: 2,
      A4: 3,
    });
  });

  test('[WALL3] now before the last event is the last event', () => {
    const lines = [start, show(10, 's2')];
    expect(statusAt(3, lines)).toEqual(statusAt(10, lines));
    expect(statusAt(3, lines).now).toBe(at(10));
  });

  test('[WALL4] two windows note one step: it counts once; another step counts', () => {
    const seen = (writer: string, minute: number, byMs: number) =>
      journal(
        event('a-1', 1, 0, { type: 'started', variant: '90' }),
        event('a-2', 2, 65, { type: 'clock-stepped', byMs: min(60) }),
        event(`${writer}-3`, 3, minute, { type: 'clock-stepped', byMs }),
      );
    const elapsed = (j: Journal, minute: number) => status(plan(), j, at(minute)).elapsedMs;
    expect(elapsed(seen('b', 65.1, min(60) + 400), 70)).toBe(min(10));
    expect(elapsed(seen('a', 5.1, -min(60)), 10)).toBe(min(10));
    expect(elapsed(seen('b', 66, min(60)), 130)).toBe(min(10));
    expect(elapsed(seen('a', 65.1, min(60)), 130)).toBe(min(10));
    expect(elapsed(seen('b', 65.1, min(50)), 120)).toBe(min(10));
    expect(status(plan(), seen('b', 65.1, min(60)), at(70)).clockSteppedMs).toBe(min(60));
  });

  test('[WALL5] an event stamped by the new clock before the step was noted', () => {
    const j = journal(
      event('a-1', 1, 0, { type: 'started', variant: '90' }),
      event('b-2', 2, 65, { type: 'slide-shown', slide: 's2' }),
      event('a-3', 3, 65.01, { type: 'clock-stepped', byMs: min(60) }),
      event('b-4', 4, 68, { type: 'slide-shown', slide: 's3' }),
    );
    const s = status(plan(), j, at(70));
    expect(s.elapsedMs).toBe(min(10));
    expect(segment(s, 'A2').actualMs).toBe(min(2.99));
  });
});

describe('start and end', () => {
  test('[START1] from the first started', () => {
    const s = statusAt(9, [
      [2, { type: 'paused' }],
      start.with(0, 3) as typeof start,
      [5, { type: 'started', variant: '60' }],
    ]);
    expect([s.phase, s.elapsedMs, s.startedAt, s.variant]).toEqual([
      'running',
      min(6),
      at(3),
      '90',
    ]);
    const before = statusAt(9, [show(1, 's3')]);
    expect([before.phase, before.elapsedMs, before.current, before.slide]).toEqual([
      'not-started',
      0,
      null,
      's3',
    ]);
  });

  test('[START2] hard stop with the start, or the one set before', () => {
    const set = [-5, { type: 'hard-stop-set', hardStop: at(80) }] as const;
    expect(statusAt(1, [[...set], start]).hardStop).toBe(at(80));
    const s = statusAt(1, [[...set], [0, { type: 'started', variant: '90', hardStop: at(85) }]]);
    expect([s.hardStop, s.hardStopLeftMs]).toEqual([at(85), min(84)]);
  });

  test('[START3] the plan may be changed before the start', () => {
    const s = statusAt(0, [
      [-9, { type: 'variant-chosen', variant: '90' }],
      [-5, { type: 'extended', segment: 'A1', byMs: min(1) }],
      [-4, { type: 'skipped', segment: 'A3' }],
      [-3, { type: 'replanned', revised: [{ segment: 'B4', ms: 0 }], cuts: ['drop:B4'] }],
      start,
    ]);
    expect(s.revisedTotalMs).toBe(min(90 + 1 - 4 - 4));
    expect(segment(s, 'B4').state).toBe('skipped');
    expect(s.cutsTaken).toEqual(['drop:B4']);
  });

  test('[END1] finished stops all time', () => {
    const s = statusAt(95, [start, [80, { type: 'paused' }], [85, { type: 'finished' }]]);
    expect([s.phase, s.elapsedMs, s.pausedMs, s.finishedAt]).toEqual([
      'finished',
      min(80),
      min(5),
      at(85),
    ]);
    expect(s.current).toBeNull();
  });

  test('[END2] after it only the record grows; the finish can be undone', () => {
    const lines = [
      start,
      show(4, 's2'),
      [50, { type: 'finished' }],
      show(51, 's9'),
      [52, { type: 'extended', segment: 'A2', byMs: min(5) }],
      [52, { type: 'variant-chosen', variant: '60' }],
      [52, { type: 'skipped', segment: 'B1' }],
      [53, { type: 'gap-counted', fromMs: at(10), toMs: at(20), as: 'break' }],
      [54, { type: 'note', text: 'late note' }],
    ] as Parameters<typeof statusAt>[1];
    const s = statusAt(60, lines, plans);
    expect(used(s)).toEqual({ A1: 4, A2: 46 });
    expect([s.revisedTotalMs, s.variant, s.slide]).toEqual([min(90), '90', 's9']);
    expect(s.notes.map(({ text, segment }) => [text, segment])).toEqual([['late note', null]]);
    const back = statusAt(60, [...lines, [58, { type: 'undone', event: 'w-3' }]], plan());
    expect(back.phase).toBe('running');
    expect(back.finishedAt).toBeNull();
  });
});

describe('time', () => {
  const lines = [
    start,
    show(4, 's2'),
    [6, { type: 'paused' }],
    [9, { type: 'resumed' }],
    show(11, 's3'),
  ] as Parameters<typeof statusAt>[1];

  test('[TIME1] used and pauses add up to the time since the start', () => {
    const s = statusAt(20, lines);
    expect(used(s)).toEqual({ A1: 4, A2: 4, A3: 9 });
    expect(s.pausedMs + s.elapsedMs).toBe(min(20));
  });

  test('[TIME2] asking changes nothing, not even the journal', () => {
    const j = play(...lines);
    const copy = structuredClone(j);
    const first = status(plans, j, at(20));
    status(plans, j, at(90));
    status(plans, j, at(5));
    expect(status(plans, j, at(20))).toEqual(first);
    expect(j).toEqual(copy);
  });

  test('[PAUSE1] whatever the room sees; a second pause or a stray resume does nothing', () => {
    const s = statusAt(20, [
      start,
      [2, { type: 'resumed' }],
      [5, { type: 'paused' }],
      show(6, 's2'),
      [7, { type: 'paused' }],
      [10, { type: 'resumed' }],
    ]);
    expect(used(s)).toEqual({ A1: 5, A2: 10 });
    expect(s.pausedMs).toBe(min(5));
  });
});
