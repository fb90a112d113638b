import type { EventBody, EventType, Journal, JournalEvent } from '../model/index.ts';
import { inOrder } from './order.ts';

/** What nobody takes back: the deck's own movement, the computer's clock, and the taking back itself. [UNDO4] */
const LASTING: ReadonlySet<EventType> = new Set(['slide-shown', 'clock-stepped', 'undone']);

export interface Undoable {
  /** Id of the event that `undo` would take back. */
  event: string;
  type: EventType;
  /** Wall-clock ms at which it was written. */
  at: number;
}

interface Sifted {
  ordered: JournalEvent[];
  /** Ids of events taken back. */
  gone: Set<string>;
  byId: Map<string, JournalEvent>;
}

/** Read from the end, because an `undone` counts unless a later one takes it back. [UNDO1] [UNDO2] [UNDO3] */
function sift(events: readonly JournalEvent[]): Sifted {
  const ordered = inOrder(events);
  const place = new Map(ordered.map((event, index) => [event.id, index]));
  const gone = new Set<string>();
  for (let i = ordered.length - 1; i >= 0; i--) {
    const event = ordered[i] as JournalEvent;
    if (event.type !== 'undone' || gone.has(event.id)) continue;
    const target = place.get(event.event);
    if (target !== undefined && target < i) gone.add(event.event);
  }
  return { ordered, gone, byId: new Map(ordered.map((event) => [event.id, event])) };
}

/** The events that count, in order: without those taken back. [UNDO1] */
export function liveEvents(events: readonly JournalEvent[]): JournalEvent[] {
  const { ordered, gone } = sift(events);
  return ordered.filter((event) => !gone.has(event.id));
}

/** The last of these (live, ordered) events that can be taken back, or null. [UNDO4] */
export function lastUndoable(live: readonly JournalEvent[]): Undoable | null {
  const event = live.findLast(({ type }) => !LASTING.has(type));
  return event ? { event: event.id, type: event.type, at: event.at } : null;
}

/** The event to append to take back the last undoable one, or null when there is none. [UNDO4] */
export function undo(journal: Journal): EventBody | null {
  const last = lastUndoable(liveEvents(journal.events));
  return last && { type: 'undone', event: last.event };
}

/** The event to append to bring back what the last `undo` took, or null when something was done since. [UNDO5] */
export function redo(journal: Journal): EventBody | null {
  const { ordered, gone, byId } = sift(journal.events);
  for (const event of [...ordered].reverse()) {
    if (gone.has(event.id)) continue;
    if (event.type === 'undone') {
      const target = byId.get(event.event);
      if (target && target.type !== 'undone') return { type: 'undone', event: event.id };
    } else if (!LASTING.has(event.type)) return null;
  }
  return null;
}
