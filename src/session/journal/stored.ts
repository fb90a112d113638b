import { JOURNAL_VERSION, type Journal, type JournalEvent } from '../../model/index.ts';
import { inOrder } from '../../syllabus/index.ts';
import { newJournal } from './journal.ts';
import { eventSchema, headerSchema } from './schema.ts';

/** Longer texts are refused, characters. [JRN6] */
export const LONGEST_TEXT = 5 * 1024 * 1024;

export type ParsedJournal =
  | { kind: 'ok'; journal: Journal }
  /** Broken at `line` (from 1). `journal` holds the whole events before it, null when not even the header is whole. */
  | {
      kind: 'damaged';
      reason: 'too-long' | 'header' | 'event';
      line: number;
      journal: Journal | null;
      /** Lines from the broken one on that say something. */
      lostLines: number;
    }
  /** Of another module or language. */
  | { kind: 'foreign'; module: string; lang: string }
  /** Written by a newer version of this product. */
  | { kind: 'future'; version: number };

/** A journal as text: one line for its names, then one line for each event, so that a cut loses only what it cuts. [JRN3] */
export function serialise(journal: Journal): string {
  const { version, module, lang, session, events } = journal;
  const lines = [{ journal: version, module, lang, session }, ...events];
  return lines.map((line) => `${JSON.stringify(line)}\n`).join('');
}

/** Read such a text back. Never throws, whatever the text is. [JRN3] [JRN4] [JRN5] [JRN6] [JRN7] */
export function parseJournal(
  text: string,
  expected: { module: string; lang: string },
): ParsedJournal {
  if (text.length > LONGEST_TEXT) return damaged('too-long', 1, null, 0);
  const lines = text.replace(/^\uFEFF/, '').split(/\r?\n/);
  const names = json(lines[0]);
  const version = (names as { journal?: unknown } | null | undefined)?.journal;
  if (typeof version === 'number' && version > JOURNAL_VERSION) return { kind: 'future', version };
  const header = headerSchema.safeParse(names);
  if (!header.success) return damaged('header', 1, null, count(lines));
  const { module, lang, session } = header.data;
  if (module !== expected.module || lang !== expected.lang)
    return { kind: 'foreign', module, lang };
  const events: JournalEvent[] = [];
  for (const [index, line] of lines.entries()) {
    if (index === 0 || line.trim() === '') continue;
    const event = eventSchema.safeParse(json(line));
    if (!event.success)
      return damaged('event', index + 1, whole(events), count(lines.slice(index)));
    events.push(event.data);
  }
  return { kind: 'ok', journal: whole(events) };

  function whole(found: JournalEvent[]): Journal {
    return { ...newJournal({ module, lang, session }), events: inOrder(found) };
  }
}

function damaged(
  reason: 'too-long' | 'header' | 'event',
  line: number,
  journal: Journal | null,
  lostLines: number,
): ParsedJournal {
  return { kind: 'damaged', reason, line, journal, lostLines };
}

function count(lines: string[]): number {
  return lines.filter((line) => line.trim() !== '').length;
}

/** The parsed line, or undefined when it is not JSON. */
function json(line: string | undefined): unknown {
  try {
    return JSON.parse(line ?? '');
  } catch {
    return undefined;
  }
}
