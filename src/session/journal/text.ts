/** The longest note kept, in characters (code points). [JRN8] */
export const NOTE_LENGTH = 500;

/** Control characters, line and paragraph separators: what would break a line. */
const BREAKS = /[\p{Cc}\u2028\u2029]+/gu;
/** Bidirectional embeddings, overrides and isolates, which could make text read as something else; lone surrogates. */
const TRICKS = /[\u202A-\u202E\u2066-\u2069\p{Cs}]/gu;

/** Free text made safe to keep and to show: one line, at most 500 characters, nothing that turns its reading around. [JRN8] */
export function cleanText(text: string): string {
  const clean = text.replace(TRICKS, '').replace(BREAKS, ' ').trim();
  return [...clean].slice(0, NOTE_LENGTH).join('').trim();
}
