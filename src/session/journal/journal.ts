import {
  type EventBody,
  JOURNAL_VERSION,
  type Journal,
  type JournalEvent,
} from '../../model/index.ts';
import { inOrder } from '../../syllabus/index.ts';
import { eventSchema } from './schema.ts';

/** An empty journal. `session`: a name no other session has. */
export function newJournal(names: { module: string; lang: string; session: string }): Journal {
  const { module, lang, session } = names;
  return { version: JOURNAL_VERSION, module, lang, session, events: [] };
}

/**
 * The journal with one more event, after all it holds; the given journal stays as it is. [JRN1]
 * `at`: wall-clock ms. `writer`: names the window that writes, a new name each time it is opened.
 * Throws TypeError for an event that could not be read back.
 */
export function append(
  journal: Journal,
  body: EventBody,
  { at, writer }: { at: number; writer: string },
): Journal {
  const seq = journal.events.reduce((highest, event) => Math.max(highest, event.seq), 0) + 1;
  const event = eventSchema.safeParse({ ...body, id: `${writer}-${seq}`, seq, at });
  if (!event.success)
    throw new TypeError(
      `Unexpected event ${JSON.stringify(body)}: ${event.error.issues[0]?.message}`,
    );
  return { ...journal, events: [...journal.events, event.data] };
}

/**
 * What two windows or laptops know of one session, together: the same whichever comes first and however often. [JRN2]
 * Null for journals of two sessions.
 */
export function merge(a: Journal, b: Journal): Journal | null {
  if (a.session !== b.session || a.module !== b.module || a.lang !== b.lang) return null;
  const events = new Map<string, JournalEvent>();
  for (const event of [...a.events, ...b.events]) {
    const other = events.get(event.id);
    events.set(event.id, other ? smaller(other, event) : event);
  }
  return { ...a, events: inOrder([...events.values()]) };
}

/** Two events that claim one id (a damaged copy): the same one is kept on every laptop. */
function smaller(a: JournalEvent, b: JournalEvent): JournalEvent {
  return a === b || canonical(a) <= canonical(b) ? a : b;
}

function canonical(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) =>
    part !== null && typeof part === 'object' && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}
