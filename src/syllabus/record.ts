import type { EventBody, Segment, TallyCounts } from '../model/index.ts';
import type { Moment } from './fold.ts';

type Of<T extends EventBody['type']> = Omit<Extract<EventBody, { type: T }>, 'type'>;

export interface Tally {
  item: string;
  round: string;
  counts: TallyCounts;
}

export interface Note {
  /** Id of the event, to take the note back. */
  id: string;
  text: string;
  /** Wall-clock ms as written. */
  at: number;
  /** Session ms. */
  elapsedMs: number;
  segment: string | null;
}

/** What was written down during the session. */
export interface SessionRecord {
  /** One for each item and round, the latest counts, in the order first counted. */
  tallies: Tally[];
  notes: Note[];
  /** Ids of the cues done. */
  ticked: string[];
  /** Ids of the items whose answer the room has seen. */
  revealed: string[];
  groups: Of<'groups-set'> | null;
  gaps: Of<'gap-counted'>[];
}

/** [REC1] [REC2] [REC3] */
export function recordOf(moments: readonly Moment[], segments: readonly Segment[]): SessionRecord {
  const tallies = new Map<string, Tally>();
  const notes: Note[] = [];
  const ticked = new Set<string>();
  const revealed = new Set<string>();
  const gaps: Of<'gap-counted'>[] = [];
  let groups: Of<'groups-set'> | null = null;
  for (const { event, elapsedMs, segment } of moments) {
    switch (event.type) {
      case 'tally': {
        const { item, round, counts } = event;
        tallies.set(JSON.stringify([item, round]), { item, round, counts });
        break;
      }
      case 'note':
        if (event.text)
          notes.push({
            id: event.id,
            text: event.text,
            at: event.at,
            elapsedMs,
            segment: segments[segment]?.id ?? null,
          });
        break;
      case 'ticked':
        ticked[event.done ? 'add' : 'delete'](event.cue);
        break;
      case 'revealed':
        revealed.add(event.item);
        break;
      case 'groups-set':
        groups = { participants: event.participants, groups: event.groups };
        break;
      case 'gap-counted':
        gaps.push({ fromMs: event.fromMs, toMs: event.toMs, as: event.as });
    }
  }
  return {
    tallies: [...tallies.values()],
    notes,
    ticked: [...ticked],
    revealed: [...revealed],
    groups,
    gaps,
  };
}
