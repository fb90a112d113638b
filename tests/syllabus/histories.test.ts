import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { EventBody, Journal } from '../../src/model/index.ts';
import { append, parseJournal, serialise } from '../../src/session/journal/index.ts';
import { accept, choose, propose, type Status, status, undo } from '../../src/syllabus/index.ts';
import { dice, type History, history } from './histories.ts';
import { truth } from './oracle.ts';
import { plans } from './plans.ts';

/** How many random histories each property is held against; `RUNS=10000` for the long run. */
const RUNS = Number(process.env.RUNS ?? 300);
const TIMEOUT_MS = 60_000 + RUNS * 200;

function holds(name: string, check: (h: History, seed: number) => void): void {
  const seed = fc.integer();
  test(
    name,
    () => {
      const length = fc.integer({ min: 0, max: 300 });
      fc.assert(
        fc.property(seed, length, (s, n) => {
          check(history(s, n), s);
        }),
        { numRuns: RUNS },
      );
      fc.assert(
        fc.property(seed, fc.integer({ min: 1000, max: 4000 }), (s, n) => {
          check(history(s, n), s);
        }),
        { numRuns: Math.max(2, Math.floor(RUNS / 200)) },
      );
    },
    TIMEOUT_MS,
  );
}

/** `toEqual`, but quick when they are. */
function same(a: unknown, b: unknown): void {
  if (!isDeepStrictEqual(a, b)) expect(a).toEqual(b);
}

const at = (h: History, laterMs = 0) => status(plans, h.journal, h.now + laterMs);
const accounts = (s: Status) =>
  Object.fromEntries(s.segments.map(({ id, actualMs }) => [id, actualMs / 1000]));
const sum = (numbers: number[]) => numbers.reduce((a, b) => a + b, 0);

describe('histories', () => {
  holds('[TIME1] every second stands where it belongs, and all add up', (h) => {
    const s = at(h);
    const t = truth(h.happenings, h.endSecond);
    expect([s.phase, s.current?.id ?? null, s.variant]).toEqual([
      t.phase,
      t.current,
      t.plan.variant,
    ]);
    same(accounts(s), t.used);
    expect(s.pausedMs).toBe(t.paused * 1000);
    expect(sum(s.segments.map(({ actualMs }) => actualMs))).toBe(s.elapsedMs);
    expect(s.elapsedMs + s.pausedMs).toBe(t.span * 1000);
    if (s.startedAt !== null)
      expect(s.elapsedMs + s.pausedMs).toBe((s.finishedAt ?? s.now) - s.startedAt);
  });

  holds('[REV1] revised lengths are what the events made them, and add up', (h) => {
    const s = at(h);
    const { revised } = truth(h.happenings, h.endSecond);
    same(Object.fromEntries(s.segments.map((row) => [row.id, row.revisedMs / 1000])), revised);
    expect(s.revisedTotalMs).toBe(sum(Object.values(revised)) * 1000);
    let from = 0;
    for (const row of s.segments) {
      expect(row.revisedStartMs).toBe(from);
      expect(row.revisedMs).toBeGreaterThanOrEqual(0);
      from += row.revisedMs;
    }
    expect(s.sessionLeftMs).toBe(s.revisedTotalMs - s.elapsedMs);
  });

  holds('[FORE1] the forecast and the pace agree with the accounts', (h) => {
    const s = at(h);
    const t = truth(h.happenings, h.endSecond);
    if (s.phase === 'finished') return expect(s.forecast.finishAt).toBe(s.finishedAt);
    const index = s.segments.findIndex(({ id }) => id === t.current);
    const remaining = s.segments
      .filter(({ state }, i) => i >= index && state !== 'skipped')
      .map(({ id }) => Math.max(0, (t.revised[id] ?? 0) - (t.used[id] ?? 0)));
    expect(s.forecast.finishAt).toBe(s.now + sum(remaining) * 1000);
    if (s.pace.state === 'behind')
      expect(s.elapsedMs + sum(remaining) * 1000 - s.revisedTotalMs).toBe(
        s.pace.ms + (s.current?.remainingMs ?? 0),
      );
  });

  holds(
    '[TIME2] the same however often asked, in whatever order kept, and once replayed',
    (h, seed) => {
      const d = dice(seed);
      const first = at(h);
      const kept = structuredClone(h.journal);
      for (let i = 0; i < 5; i++) at(h, -d.below(3_600_000));
      same(h.journal, kept);
      same(at(h), first);
      const shuffled = [...h.journal.events]
        .map((event) => ({ event, key: d.below(1e9) }))
        .sort((a, b) => a.key - b.key)
        .map(({ event }) => event);
      same(status(plans, { ...h.journal, events: shuffled }, h.now), first);
      const replayed = parseJournal(serialise(h.journal), h.journal);
      expect(replayed.kind).toBe('ok');
      if (replayed.kind === 'ok') same(status(plans, replayed.journal, h.now), first);
    },
  );

  holds('[TIME2] later is never less: accounts only grow, by the time that passed', (h, seed) => {
    const laterMs = dice(seed).below(600_000);
    const [a, b] = [at(h), at(h, laterMs)];
    b.segments.forEach((row, i) => {
      expect(row.actualMs).toBeGreaterThanOrEqual(a.segments[i]?.actualMs ?? 0);
    });
    const runs = a.phase === 'running' || a.phase === 'paused';
    expect(b.elapsedMs + b.pausedMs - a.elapsedMs - a.pausedMs).toBe(runs ? laterMs : 0);
  });

  holds(
    '[TIME1] cut off at any event or byte it still opens, and its time still adds up',
    (h, seed) => {
      const d = dice(seed);
      let count = d.below(h.happenings.length + 1);
      if (h.happenings[count - 1]?.early) count--;
      const cut = { ...h.journal, events: h.journal.events.slice(0, count) };
      const happenings = h.happenings.slice(0, count);
      const last = happenings.at(-1);
      const s = status(plans, cut, last?.event.at ?? h.now);
      const t = truth(happenings, last?.second ?? 0);
      same(accounts(s), t.used);
      expect([s.phase, s.pausedMs]).toEqual([t.phase, t.paused * 1000]);

      const text = serialise(h.journal);
      const at = d.below(text.length + 1);
      const parsed = parseJournal(text.slice(0, at), h.journal);
      const whole = text.slice(0, at + 1).split('\n').length - 2;
      if (whole < 0) return expect(parsed).toMatchObject({ kind: 'damaged', journal: null });
      const opened = 'journal' in parsed ? parsed.journal : null;
      same(opened?.events, h.journal.events.slice(0, whole));
      status(plans, opened as Journal, h.now);
    },
  );

  holds('[WALL1] clock steps neither lose nor invent time', (h) => {
    const s = at(h);
    // The same session on a computer whose clock was never touched.
    const calm = h.happenings
      .filter(({ event }) => event.type !== 'clock-stepped')
      .filter(({ event }) => event.type !== 'gap-counted')
      .map(({ event, second }) => ({ ...event, at: second * 1000 }));
    const rough = h.journal.events.filter(({ type }) => type !== 'gap-counted');
    const a = status(plans, { ...h.journal, events: calm }, h.endSecond * 1000);
    const b = status(plans, { ...h.journal, events: rough }, h.now);
    same(a.segments, b.segments);
    same([a.elapsedMs, a.pausedMs, a.pace], [b.elapsedMs, b.pausedMs, b.pace]);
    same(a.exercise, b.exercise);
    expect(s.now).toBe(h.now);
  });

  holds('[UNDO1] an event and its undo leave the status as it was', (h) => {
    const before = at(h);
    const tries: EventBody[] = [
      { type: 'paused' },
      { type: 'resumed' },
      { type: 'started', variant: '60' },
      { type: 'variant-chosen', variant: '120' },
      { type: 'skipped', segment: 'B3' },
      { type: 'slide-shown', slide: 's9' },
      { type: 'finished' },
      { type: 'gap-counted', fromMs: h.now - 90_000, toMs: h.now, as: 'break' },
      { type: 'note', text: 'x' },
    ];
    for (const body of tries) {
      const done = append(h.journal, body, { at: h.now, writer: 'z' });
      const id = done.events.at(-1)?.id as string;
      const undone = append(done, { type: 'undone', event: id }, { at: h.now, writer: 'z' });
      same(status(plans, undone, h.now), before);
      if (body.type !== 'slide-shown') expect(undo(done)).toEqual({ type: 'undone', event: id });
    }
  });

  holds('[CUT3] a proposal keeps to what may be cut', (h, seed) => {
    const d = dice(seed);
    const s = at(h);
    const hardStop = d.chance(0.5) ? h.now + d.below(5_400_000) : undefined;
    const want = d.chance(0.3) ? Number.POSITIVE_INFINITY : undefined;
    const p = propose(plans, h.journal, h.now, hardStop, want);
    const keepOf = new Map(s.plan.segments.map((row) => [row.id, row]));
    const now = new Map(p.base.map(({ segment, ms }) => [segment, ms]));
    const ranks = p.steps.map(({ kind, segments }) =>
      kind === 'named'
        ? 0
        : kind === 'drop'
          ? 3
          : keepOf.get(segments[0]?.segment ?? '')?.keep === 'shorten'
            ? 1
            : 2,
    );
    same(ranks, [...ranks].sort());
    for (const step of p.steps) {
      expect(step.savesMs).toBeGreaterThanOrEqual(15_000);
      expect(step.savesMs).toBe(sum(step.segments.map((r) => r.beforeMs - r.afterMs)));
      if (step.kind === 'named') expect(s.cutsTaken).not.toContain(step.cutId);
      for (const { segment, beforeMs, afterMs } of step.segments) {
        const row = s.segments.find(({ id }) => id === segment);
        const { keep, leastMs } = keepOf.get(segment) ?? { keep: 'always', leastMs: 0 };
        expect(beforeMs).toBe(now.get(segment));
        now.set(segment, afterMs);
        expect(keep).not.toBe('always');
        expect(step.kind === 'drop' ? ['ahead'] : ['ahead', 'current']).toContain(row?.state);
        expect(afterMs).toBeGreaterThanOrEqual(row?.actualMs ?? 0);
        if (step.kind === 'drop') expect(keep).toBe('drop');
        else expect(afterMs).toBeGreaterThanOrEqual(leastMs);
      }
    }
    // Just enough: without the last step it would still be late.
    const last = p.steps.at(-1);
    if (last && !want) expect(p.savedMs - last.savesMs).toBeLessThan(p.behindMs);
  });

  holds(
    '[CUT8] the sums hold, and once accepted, whole or in part, the finish is the finish after',
    (h, seed) => {
      const d = dice(seed);
      const hardStop = d.chance(0.5) ? h.now + d.below(5_400_000) : undefined;
      const p = propose(plans, h.journal, h.now, hardStop);
      const before = at(h);
      expect(p.finishBefore).toBe(before.forecast.finishAt);
      expect(p.finishAfter).toBe(p.finishBefore - sum(p.steps.map(({ savesMs }) => savesMs)));
      expect(p.stillLateMs).toBe(Math.max(0, p.behindMs - p.savedMs));
      const some = p.steps.map((_, i) => i).filter(() => d.chance(0.5));
      for (const chosen of [p.steps.map((_, i) => i), some]) {
        const part = choose(p, chosen);
        const journal = append(h.journal, accept(p, chosen), { at: h.now, writer: 'z' });
        const s = status(plans, journal, h.now);
        expect(s.forecast.finishAt).toBe(part.finishAfter);
        if (s.phase === 'finished') continue;
        expect(s.revisedTotalMs).toBe(s.elapsedMs + part.finishAfter - s.now);
        expect(s.pace.state).toBe('on-time');
      }
    },
  );
});
