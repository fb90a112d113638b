import * as z from 'zod';
import { type EventBody, JOURNAL_VERSION, type JournalEvent } from '../../model/index.ts';
import { cleanText } from './text.ts';

// Journals are read in pages whose Content-Security-Policy forbids `new Function`.
z.config({ jitless: true });

const id = z.string().min(1).max(200);
/** The widest a Date can hold; also bounds lengths, so that sums stay exact. */
const FARTHEST_MS = 8.64e15;
/** Whole ms, and never -0. */
const whole = (value: number) => Math.round(value) + 0;
const ms = z.number().min(-FARTHEST_MS).max(FARTHEST_MS).transform(whole);
const length = z.number().min(0).max(FARTHEST_MS).transform(whole);
const count = z.int().min(0).max(100_000);
const few = 500;

const bodies = [
  z.object({ type: z.literal('started'), variant: id, hardStop: ms.optional() }),
  z.object({ type: z.literal('paused') }),
  z.object({ type: z.literal('resumed') }),
  z.object({ type: z.literal('slide-shown'), slide: id, step: count.optional() }),
  z.object({ type: z.literal('break-started'), segment: id }),
  z.object({ type: z.literal('extended'), segment: id, byMs: ms }),
  z.object({ type: z.literal('skipped'), segment: id }),
  z.object({
    type: z.literal('replanned'),
    revised: z.array(z.object({ segment: id, ms: length })).max(few),
    cuts: z.array(id).max(few),
  }),
  z.object({ type: z.literal('hard-stop-set'), hardStop: ms.nullable() }),
  z.object({ type: z.literal('variant-chosen'), variant: id }),
  z.object({
    type: z.literal('gap-counted'),
    fromMs: ms,
    toMs: ms,
    as: z.enum(['break', 'session']),
  }),
  z.object({ type: z.literal('clock-stepped'), byMs: ms }),
  z.object({
    type: z.literal('exercise-started'),
    exercise: id,
    phases: z.array(z.object({ id, ms: length })).max(few),
  }),
  z.object({ type: z.literal('exercise-extended'), byMs: ms }),
  z.object({ type: z.literal('exercise-phase-skipped') }),
  z.object({ type: z.literal('exercise-ended') }),
  z.object({ type: z.literal('revealed'), item: id }),
  z.object({
    type: z.literal('groups-set'),
    participants: count,
    groups: z.array(z.object({ id, case: id.nullable() })).max(few),
  }),
  z.object({
    type: z.literal('tally'),
    item: id,
    round: id,
    counts: z.object({ yes: count, no: count, abstained: count }),
  }),
  z.object({ type: z.literal('note'), text: z.string().transform(cleanText) }),
  z.object({ type: z.literal('ticked'), cue: id, done: z.boolean() }),
  z.object({ type: z.literal('finished') }),
  z.object({ type: z.literal('undone'), event: id }),
] as const;

/** What an event says. Unknown keys are left out. [JRN7] */
export const bodySchema = z.discriminatedUnion('type', bodies) satisfies z.ZodType<EventBody>;

const stampSchema = z.object({ id, seq: z.int().min(0), at: ms });

/** An event: what it says, with its id, its number and its wall-clock time (ms). [JRN7] */
export const eventSchema = z.intersection(
  stampSchema,
  bodySchema,
) satisfies z.ZodType<JournalEvent>;

/** The first line of a stored journal. */
export const headerSchema = z.object({
  journal: z.literal(JOURNAL_VERSION),
  module: id,
  lang: id,
  session: id,
});
