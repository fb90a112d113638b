import type { JournalEvent } from '../model/index.ts';

/** The one order of events: by `seq`, then by `id` (code units). [ORDER1] */
export function compareEvents(a: JournalEvent, b: JournalEvent): number {
  return a.seq - b.seq || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
}

/** The events in their order, each id once (the first stays). Never changes its input. [ORDER1] */
export function inOrder(events: readonly JournalEvent[]): JournalEvent[] {
  const seen = new Set<string>();
  return [...events].sort(compareEvents).filter((event) => {
    if (seen.has(event.id)) return false;
    seen.add(event.id);
    return true;
  });
}
