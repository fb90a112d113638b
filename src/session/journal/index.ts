/** The journal of a session: how it grows, is kept as text, is read back, and is put together from two windows. */
export { append, merge, newJournal } from './journal.ts';
export { bodySchema, eventSchema } from './schema.ts';
export { LONGEST_TEXT, type ParsedJournal, parseJournal, serialise } from './stored.ts';
export { cleanText, NOTE_LENGTH } from './text.ts';
