import type { EventBody, Journal, JournalEvent } from '../../src/model/index.ts';
import { plans } from './plans.ts';
import { empty, T0 } from './play.ts';

/** What happened, in true seconds: what the journal must be read back to. */
export interface Happening {
  event: JournalEvent;
  second: number;
  /** Written with the new clock before the step was noted: until then nobody can tell the time. */
  early?: boolean;
}

export interface History {
  journal: Journal;
  happenings: Happening[];
  /** True seconds at the end, and what the computer's clock then reads, ms. */
  endSecond: number;
  now: number;
}

/** A small seeded generator (mulberry32): the same seed tells the same history. */
export function dice(seed: number) {
  let state = seed;
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (n: number) => Math.floor(next() * n);
  return {
    below,
    chance: (p: number) => next() < p,
    pick: <T>(list: readonly T[]) => list[below(list.length)] as T,
  };
}
export type Dice = ReturnType<typeof dice>;

const SEGMENTS = plans[2]?.segments.map(({ id }) => id) ?? [];
const SLIDES = [...new Set(plans.flatMap((p) => p.segments.flatMap(({ slides }) => slides)))];
const CUES = plans[0]?.segments.flatMap(({ cues }) => cues.map(({ id }) => id)) ?? [];
const WRITERS = ['deck', 'speaker', 'laptop-2'];

/** A session as trainers might run it, and worse: at least `length` events from three windows, the clock stepping now and then. A shorter one of the same seed is its beginning. */
export function history(seed: number, length: number): History {
  const d = dice(seed);
  const happenings: Happening[] = [];
  let second = 0;
  let offset = 0;
  let slide = 0;
  let steps = 0;

  const write = (body: EventBody, writer = d.pick(WRITERS)) => {
    const seq = happenings.length + 1;
    const at = T0 + (second + offset) * 1000;
    happenings.push({ second, event: { ...body, id: `${writer}-${seq}`, seq, at } });
  };
  const stepClock = () => {
    // Sizes differ, so that no two steps are taken for one.
    steps++;
    const by = (d.chance(0.5) ? 1 : -1) * (d.below(7200) + steps * 10_000);
    offset += by;
    if (by > 0 && d.chance(0.3)) {
      write(move(), 'deck');
      (happenings.at(-1) as Happening).early = true;
    }
    write({ type: 'clock-stepped', byMs: by * 1000 }, 'speaker');
    if (d.chance(0.3)) write({ type: 'clock-stepped', byMs: by * 1000 + 300 }, 'deck');
    second += 20;
  };
  const move = (): EventBody => {
    slide = d.chance(0.7)
      ? Math.min(SLIDES.length - 1, Math.max(0, slide + (d.chance(0.8) ? 1 : -1)))
      : d.below(SLIDES.length);
    const id = d.chance(0.03) ? 'unknown' : (SLIDES[slide] as string);
    return { type: 'slide-shown', slide: id, step: d.below(4) };
  };

  while (happenings.length < length) {
    second += d.chance(0.2) ? 0 : d.chance(0.9) ? d.below(60) : d.below(400);
    if (d.chance(0.03)) stepClock();
    else write(happenings.length === 2 ? START : body(d, happenings, second + offset, move));
  }
  const endSecond = second + d.below(90);
  return {
    journal: { ...empty, events: happenings.map(({ event }) => event) },
    happenings,
    endSecond,
    now: T0 + (endSecond + steppedBy(happenings)) * 1000,
  };
}

const START: EventBody = { type: 'started', variant: '90' };

/** The clock's steps that the (perhaps cut off) history has noted, s. */
function steppedBy(happenings: readonly Happening[]): number {
  return happenings.reduce(
    (sum, { event }) =>
      event.type === 'clock-stepped' && event.id.startsWith('speaker-')
        ? sum + event.byMs / 1000
        : sum,
    0,
  );
}

/** One random thing a window writes. `wall`: seconds from T0 by the computer's clock. */
function body(
  d: Dice,
  so_far: readonly Happening[],
  wall: number,
  move: () => EventBody,
): EventBody {
  const segment = d.pick(SEGMENTS);
  const ms = (seconds: number) => (d.below(2 * seconds) - seconds) * 1000;
  const roll = d.below(100);
  if (roll < 45) return move();
  if (roll < 50) return { type: 'paused' };
  if (roll < 56) return { type: 'resumed' };
  if (roll < 61) return { type: 'extended', segment, byMs: ms(300) };
  if (roll < 63) return { type: 'skipped', segment };
  if (roll < 65)
    return {
      type: 'replanned',
      revised: [1, 2, 3].map(() => ({ segment: d.pick(SEGMENTS), ms: d.below(600) * 1000 })),
      cuts: [d.pick(plans[0]?.cuts ?? [])?.id ?? 'none'],
    };
  if (roll < 67)
    return {
      type: 'hard-stop-set',
      hardStop: d.chance(0.3) ? null : T0 + (wall + d.below(7200)) * 1000,
    };
  if (roll < 68) return { type: 'variant-chosen', variant: d.pick(['60', '90', '120', '45']) };
  if (roll < 72) {
    const from = wall - d.below(900);
    return {
      type: 'gap-counted',
      fromMs: T0 + from * 1000,
      toMs: T0 + (from + d.below(600)) * 1000,
      as: d.chance(0.8) ? 'break' : 'session',
    };
  }
  if (roll < 74) return { type: 'break-started', segment: d.chance(0.8) ? 'K' : segment };
  if (roll < 75)
    return {
      type: 'exercise-started',
      exercise: 'cases',
      phases: [1, 2, 3].map((n) => ({ id: `p${n}`, ms: d.below(400) * 1000 })),
    };
  if (roll < 77) return { type: 'exercise-extended', byMs: ms(200) };
  if (roll < 78) return { type: d.pick(['exercise-phase-skipped', 'exercise-ended']) };
  if (roll < 80) return { type: 'note', text: `issue ${roll}` };
  if (roll < 82)
    return {
      type: 'tally',
      item: `q${d.below(5)}`,
      round: 'first',
      counts: { yes: d.below(30), no: d.below(30), abstained: 0 },
    };
  if (roll < 85) return { type: 'ticked', cue: d.pick(CUES), done: d.chance(0.8) };
  if (roll < 86) return { type: 'revealed', item: 'case-1' };
  if (roll < 87) return START;
  if (roll === 87 && d.chance(0.1)) return { type: 'finished' };
  if (roll < 94 && so_far.length > 0) {
    const { event } = d.pick(so_far.slice(-12));
    if (event.type !== 'clock-stepped') return { type: 'undone', event: event.id };
  }
  return move();
}
