/**
 * Characters that a source may not hold, written plainly or by an escape (`&#x202E;`, `"\u202E"`): control characters,
 * line separators that look like nothing, bidirectional overrides and isolates (text that reads in another order than
 * it is stored), letters without width (words that look the same and are not), tags, halves of characters.
 * Allowed, because languages need them: soft hyphen, (non-)joiners, left-to-right, right-to-left and Arabic letter marks.
 */
const FORBIDDEN =
  /[^\P{Cc}\t\n]|[\u180E\u200B\u2028-\u202E\u2060-\u2069\uFEFF\uFFF9-\uFFFB\uFFFE\uFFFF\u{E0000}-\u{E007F}\p{Cs}]/u;

/** The first such character, as `U+202E`, and where it stands. */
export function forbiddenIn(text: string): { code: string; index: number } | undefined {
  const found = FORBIDDEN.exec(text);
  if (!found) return undefined;
  const point = found[0].codePointAt(0) ?? 0;
  return { code: `U+${point.toString(16).toUpperCase().padStart(4, '0')}`, index: found.index };
}

/** A name from outside (a file's), fit to be printed on one line of a terminal. */
export const printable = (name: string): string =>
  [...name]
    .map((letter) => (letter === '\n' || letter === '\t' ? '?' : letter))
    .map((letter) => (forbiddenIn(letter) ? '?' : letter))
    .join('');
