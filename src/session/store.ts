import type { EventBody, Journal } from '../model/index.ts';
import { append, merge, newJournal, parseJournal, serialise } from './journal/index.ts';
import { journalKey, type SessionNames, setAsideKey } from './names.ts';

/** `kept`: in localStorage. `refused`, `full`: only in memory, so that the session cannot be resumed. */
export type Keeping = 'kept' | 'refused' | 'full';

export interface Store {
  readonly journal: Journal;
  readonly keeping: Keeping;
  /** Text of a journal that could not be read and was set aside, or null. */
  readonly setAside: string | null;
  /** @returns the new event's text, to be sent to other windows. */
  append(body: EventBody, at: number): string;
  /** Takes in what another window or laptop knows. `replace`: its session takes the place of ours. */
  take(text: string, replace: boolean): 'merged' | 'other-session' | 'unreadable';
  /** A new, empty journal; the old one is gone from here. @returns its text, to be sent to other windows. */
  begin(): string;
  /** Reads again what is kept: another window may have written. */
  refresh(): void;
  forgetSetAside(): void;
}

interface Options {
  names: SessionNames;
  writer: string;
  storage: () => Storage;
  newSession: () => string;
  changed: () => void;
}

/** The journal of this browser: one text in localStorage, the same for all windows, and a copy in memory. */
export function openStore({ names, writer, storage, newSession, changed }: Options): Store {
  const key = journalKey(names);
  let keeping: Keeping = 'kept';
  let journal = empty();
  /** What was last seen in or put into localStorage, to parse it only when it changes. */
  let seen: string | null = null;

  refresh();

  function empty(): Journal {
    return newJournal({ module: names.module, lang: names.lang, session: newSession() });
  }

  function read(): string | null {
    try {
      return storage().getItem(key);
    } catch {
      keeping = 'refused';
      return null;
    }
  }

  function keep(): void {
    const text = serialise(journal);
    try {
      storage().setItem(key, text);
      seen = text;
      keeping = 'kept';
    } catch (error) {
      keeping = (error as DOMException).name === 'SecurityError' ? 'refused' : 'full';
    }
  }

  /** Puts an unreadable text out of the way. Without room for it, it stays where it is and we keep nothing. */
  function putAside(text: string): boolean {
    try {
      storage().setItem(setAsideKey(names), text);
      storage().removeItem(key);
      seen = null;
      return true;
    } catch {
      keeping = 'full';
      return false;
    }
  }

  function refresh(): void {
    const text = read();
    if (text === seen) return;
    seen = text;
    if (text === null) {
      // Emptied by somebody: what we know is put back.
      if (journal.events.length) keep();
      return;
    }
    const parsed = parseJournal(text, names);
    if (parsed.kind === 'ok') {
      adopt(parsed.journal, true);
      return;
    }
    if (!putAside(text)) return;
    if (parsed.kind === 'damaged' && parsed.journal) adopt(parsed.journal, false);
    if (journal.events.length) keep();
  }

  /** Another session takes the place of ours when it must, or when ours holds nothing. */
  function adopt(other: Journal, replace: boolean): boolean {
    const merged = merge(journal, other);
    if (merged) {
      const grown = merged.events.length > journal.events.length;
      journal = merged;
      if (merged.events.length > other.events.length) keep();
      if (grown) changed();
      return true;
    }
    if (!replace && journal.events.length) return false;
    journal = other;
    changed();
    return true;
  }

  return {
    get journal() {
      return journal;
    },
    get keeping() {
      return keeping;
    },
    get setAside() {
      try {
        return storage().getItem(setAsideKey(names));
      } catch {
        return null;
      }
    },
    append(body, at) {
      refresh();
      journal = append(journal, body, { at, writer });
      keep();
      changed();
      const event = journal.events.at(-1);
      return serialise({ ...journal, events: event ? [event] : [] });
    },
    take(text, replace) {
      const parsed = parseJournal(text, names);
      if (parsed.kind !== 'ok') return 'unreadable';
      refresh();
      const before = journal.events.length;
      const session = journal.session;
      if (!adopt(parsed.journal, replace)) return 'other-session';
      if (journal.events.length !== before || journal.session !== session) keep();
      return 'merged';
    },
    begin() {
      journal = empty();
      // Kept though empty, so that other windows see that a new session has begun.
      keep();
      changed();
      return serialise(journal);
    },
    refresh,
    forgetSetAside() {
      try {
        storage().removeItem(setAsideKey(names));
      } catch {
        // Nothing is kept, so nothing is set aside.
      }
      changed();
    },
  };
}
