import type { Entry } from '../index.ts';

/** The speaker view, the clock and the report. */
export const speaker = {
  'speaker.title': { text: 'Speaker view', note: 'Title of the trainer’s own window.' },
} as const satisfies Record<string, Entry>;
