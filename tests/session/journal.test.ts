import fc from 'fast-check';
import { afterEach, describe, expect, test, vi } from 'vitest';
import type { EventBody, Journal } from '../../src/model/index.ts';
import {
  append,
  cleanText,
  LONGEST_TEXT,
  merge,
  newJournal,
  parseJournal,
  serialise,
} from '../../src/session/journal/index.ts';

/** Random texts are slow to make on a busy machine. */
const SLOW = { timeout: 60_000 };
const here = { module: 'sample', lang: 'en' };
const fresh = newJournal({ ...here, session: 'one' });
const BODIES: EventBody[] = [
  { type: 'started', variant: '90', hardStop: 5 },
  { type: 'paused' },
  { type: 'resumed' },
  { type: 'slide-shown', slide: 's1', step: 2 },
  { type: 'break-started', segment: 'K' },
  { type: 'extended', segment: 'A1', byMs: -60_000 },
  { type: 'skipped', segment: 'A2' },
  { type: 'replanned', revised: [{ segment: 'A3', ms: 0 }], cuts: ['x'] },
  { type: 'hard-stop-set', hardStop: null },
  { type: 'variant-chosen', variant: '60' },
  { type: 'gap-counted', fromMs: 1, toMs: 2, as: 'break' },
  { type: 'clock-stepped', byMs: -3_600_000 },
  { type: 'exercise-started', exercise: 'cases', phases: [{ id: 'read', ms: 1 }] },
  { type: 'exercise-extended', byMs: 1 },
  { type: 'exercise-phase-skipped' },
  { type: 'exercise-ended' },
  { type: 'revealed', item: 'case-1' },
  { type: 'groups-set', participants: 9, groups: [{ id: '1', case: null }] },
  { type: 'tally', item: 'q1', round: 'a', counts: { yes: 1, no: 2, abstained: 0 } },
  { type: 'note', text: 'Qui prévenir ? الآن 👍' },
  { type: 'ticked', cue: 'A1.1', done: false },
  { type: 'finished' },
  { type: 'undone', event: 'w-2' },
];
const full = BODIES.reduce((j, body, i) => append(j, body, { at: 1000 + i, writer: 'w' }), fresh);
const opened = (text: string) => {
  const parsed = parseJournal(text, here);
  return 'journal' in parsed ? parsed.journal : null;
};

/** Journals of one session as windows might hold them: each has seen some of the others' events. */
const histories = fc
  .array(fc.tuple(fc.nat(2), fc.nat(BODIES.length - 1), fc.boolean()), { maxLength: 40 })
  .map((moves) => {
    const windows: Journal[] = [fresh, fresh, fresh];
    for (const [who, what, meets] of moves) {
      const one = windows[who] as Journal;
      const other = windows[(who + 1) % 3] as Journal;
      const seen = (meets && merge(one, other)) || one;
      windows[who] = append(seen, BODIES[what] as EventBody, { at: 1, writer: `w${who}` });
    }
    return windows as [Journal, Journal, Journal];
  });

describe('growing', () => {
  test('[JRN1] the next seq and id; the given journal stays', () => {
    const one = append(fresh, { type: 'paused' }, { at: 7.4, writer: 'a' });
    const two = append(one, { type: 'resumed' }, { at: 9, writer: 'b' });
    expect(two.events).toEqual([
      { id: 'a-1', seq: 1, at: 7, type: 'paused' },
      { id: 'b-2', seq: 2, at: 9, type: 'resumed' },
    ]);
    expect([fresh.events, one.events.length]).toEqual([[], 1]);
    expect(() => append(fresh, { type: 'skipped', segment: '' }, { at: 1, writer: 'a' })).toThrow(
      TypeError,
    );
    expect(() => append(fresh, { type: 'paused' }, { at: Number.NaN, writer: 'a' })).toThrow(
      TypeError,
    );
  });

  test(
    '[JRN2] merge: commutative, associative, idempotent, in order, within one session',
    SLOW,
    () => {
      fc.assert(
        fc.property(histories, ([a, b, c]) => {
          const ab = merge(a, b) as Journal;
          expect(merge(b, a)).toEqual(ab);
          expect(merge(ab, c)).toEqual(merge(a, merge(b, c) as Journal));
          expect(merge(ab, ab)).toEqual(ab);
          expect(merge(ab, a)).toEqual(ab);
          const ids = (j: Journal) => j.events.map(({ id }) => id);
          expect(new Set(ids(ab))).toEqual(new Set([...ids(a), ...ids(b)]));
          expect(ab.events.map(({ seq }) => seq)).toEqual(
            ab.events.map(({ seq }) => seq).sort((x, y) => x - y),
          );
        }),
        { numRuns: 200 },
      );
      expect(merge(fresh, { ...fresh, session: 'two' })).toBeNull();
      expect(merge(fresh, { ...fresh, lang: 'fr' })).toBeNull();
      const twin = (text: string): Journal => ({
        ...fresh,
        events: [{ id: 'a-1', seq: 1, at: 1, type: 'note', text }],
      });
      expect(merge(twin('x'), twin('y'))).toEqual(merge(twin('y'), twin('x')));
    },
  );
});

describe('as text', () => {
  test(
    '[JRN3] read back whole; cut off at any byte, the whole events before still open',
    SLOW,
    () => {
      const text = serialise(full);
      expect(parseJournal(text, here)).toEqual({ kind: 'ok', journal: full });
      const bytes = new TextEncoder().encode(text);
      const lineEnds = [...bytes.entries()].filter(([, byte]) => byte === 10).map(([i]) => i);
      for (let cut = 0; cut <= bytes.length; cut++) {
        const journal = opened(new TextDecoder().decode(bytes.subarray(0, cut)));
        const whole = lineEnds.filter((end) => end <= cut).length - 1;
        if (whole < 0) expect(journal).toBeNull();
        else expect(journal?.events).toEqual(full.events.slice(0, whole));
      }
    },
  );

  test('[JRN3] out of order, doubled, with a byte order mark or Windows line ends', () => {
    const [header, ...lines] = serialise(full).trim().split('\n');
    const text = [header, ...lines.reverse(), lines[3], ''].join('\r\n');
    expect(parseJournal(`\uFEFF${text}`, here)).toEqual({ kind: 'ok', journal: full });
  });

  test('[JRN4] a broken line ends what is read', () => {
    const lines = serialise(full).split('\n');
    const broken = [
      '{"type":"paused"}',
      '{',
      '[]',
      'null',
      '{"id":"w-9","seq":9,"at":1,"type":"z"}',
    ];
    for (const line of broken) {
      const text = lines.with(5, line).join('\n');
      expect(parseJournal(text, here)).toEqual({
        kind: 'damaged',
        reason: 'event',
        line: 6,
        journal: { ...full, events: full.events.slice(0, 4) },
        lostLines: BODIES.length - 4,
      });
    }
    for (const header of ['', '{}', 'null', '"x"', '{"journal":0}', '{"journal":1,"module":3}'])
      expect(parseJournal(lines.with(0, header).join('\n'), here)).toMatchObject({
        kind: 'damaged',
        reason: 'header',
        line: 1,
        journal: null,
      });
  });

  test('[JRN5] foreign and future', () => {
    const text = serialise(full);
    expect(parseJournal(text, { module: 'sample', lang: 'fr' })).toEqual({
      kind: 'foreign',
      ...here,
    });
    expect(parseJournal(text, { module: 'other', lang: 'en' })).toEqual({
      kind: 'foreign',
      ...here,
    });
    expect(parseJournal('{"journal":2,"anything":[]}\nnew', here)).toEqual({
      kind: 'future',
      version: 2,
    });
  });

  test('[JRN6] too long', () => {
    const text = serialise(full);
    expect(parseJournal(text.padEnd(LONGEST_TEXT, '\n'), here).kind).toBe('ok');
    expect(parseJournal(text.padEnd(LONGEST_TEXT + 1, '\n'), here)).toMatchObject({
      kind: 'damaged',
      reason: 'too-long',
      journal: null,
    });
  });

  test('[JRN7] nothing reaches a prototype, nothing makes it throw', SLOW, () => {
    const header = JSON.stringify({ journal: 1, ...here, session: 'one' });
    const evil =
      '{"id":"w-1","seq":1,"at":1,"type":"note","text":"x","__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}},"extra":1}';
    const journal = opened(`${header}\n${evil}\n`);
    expect(journal?.events).toEqual([{ id: 'w-1', seq: 1, at: 1, type: 'note', text: 'x' }]);
    expect(Object.hasOwn(journal?.events[0] as object, 'polluted')).toBe(false);
    expect(({} as { polluted?: number }).polluted).toBeUndefined();
    expect(Object.getPrototypeOf(journal?.events[0])).toBe(Object.prototype);
    parseJournal(`${header}\n${'['.repeat(100_000)}`, here);
    const line = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.json(),
      fc.constantFrom(header, evil, ...serialise(full).split('\n')),
      fc
        .record({
          id: fc.json(),
          seq: fc.double(),
          at: fc.double(),
          type: fc.constantFrom('note', 'tally', '__proto__'),
        })
        .map((value) => JSON.stringify(value)),
    );
    fc.assert(
      fc.property(fc.array(line, { maxLength: 8 }), (lines) => {
        const parsed = parseJournal(lines.join('\n'), here);
        expect(['ok', 'damaged', 'foreign', 'future']).toContain(parsed.kind);
      }),
      { numRuns: 500 },
    );
  });

  test('[JRN8] notes are one clean line of at most 500 characters', SLOW, () => {
    expect(cleanText(' a\u0000b\n\tc\u2028d \u202Eevil\u2066x\uD800 ')).toBe('a b c d evilx');
    expect([...cleanText('👍'.repeat(600))]).toHaveLength(500);
    expect(cleanText('\u0645\u200F\u0646\u200C')).toBe('\u0645\u200F\u0646\u200C');
    const written = append(fresh, { type: 'note', text: 'a\n\u202Eb' }, { at: 1, writer: 'w' });
    expect(written.events[0]).toMatchObject({ text: 'a b' });
    const text = serialise(fresh).concat(
      JSON.stringify({ id: 'w-1', seq: 1, at: 1, type: 'note', text: `${'x'.repeat(600)}` }),
    );
    expect(opened(text)?.events[0]).toMatchObject({ text: 'x'.repeat(500) });
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (raw) => {
        expect(cleanText(cleanText(raw))).toBe(cleanText(raw));
      }),
    );
  });
});

describe('under a strict policy', () => {
  afterEach(() => vi.unstubAllGlobals());

  test('[JRN9] no `new Function`', async () => {
    const made = vi.fn();
    vi.stubGlobal(
      'Function',
      new Proxy(Function, {
        construct: made,
        apply: made,
      }),
    );
    vi.resetModules();
    const again = await import('../../src/session/journal/index.ts');
    expect(again.parseJournal(again.serialise(full), here)).toEqual({ kind: 'ok', journal: full });
    expect(made).not.toHaveBeenCalled();
  });
});
