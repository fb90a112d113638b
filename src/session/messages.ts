/** What the windows of one session say to each other. Everything that comes in is checked against these shapes. */
import * as z from 'zod';

// The pages' Content-Security-Policy forbids `new Function`.
z.config({ jitless: true });

const id = z.string().min(1).max(200);
const place = { slide: id, step: z.int().min(0).max(1000) };

export const roleSchema = z.enum(['room', 'speaker', 'report']);
/** What a window is for, from its opening to its end. */
export type WindowRole = z.infer<typeof roleSchema>;

const bodySchema = z.discriminatedUnion('type', [
  /** A window has opened: who else is there? */
  z.object({ type: z.literal('hello') }),
  /** Are you still there? Answered at once: messages reach even a window whose timers the browser holds back. */
  z.object({ type: z.literal('ping') }),
  /** The answer to `hello` and `ping`. */
  z.object({ type: z.literal('here') }),
  z.object({ type: z.literal('bye') }),
  /** Asks the room's windows to show this. */
  z.object({ type: z.literal('slide-go'), ...place }),
  /** The room sees this. */
  z.object({ type: z.literal('slide-is'), ...place, blank: z.boolean() }),
  z.object({ type: z.literal('blank'), on: z.boolean() }),
  /** Events of the journal as text, whole or only the new ones; `replace`: a new session begins. */
  z.object({
    type: z.literal('journal'),
    text: z.string().max(5 * 1024 * 1024),
    replace: z.boolean(),
  }),
  /** Please come to the front. */
  z.object({ type: z.literal('focus'), role: roleSchema }),
]);
export type MessageBody = z.infer<typeof bodySchema>;

/** A message in its envelope. */
export const messageSchema = z.object({
  channel: id,
  /** Names the window that sends; a new one each time it is opened. */
  from: id,
  n: z.int().min(0),
  role: roleSchema,
  body: bodySchema,
});
export type Message = z.infer<typeof messageSchema>;
