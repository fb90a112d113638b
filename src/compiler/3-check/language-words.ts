import type { HouseStyle } from '../2-parse/schemas.ts';

/** Something that the house style does not want, at an offset of a text. */
export interface Hit {
  offset: number;
  word: string;
  use: string;
}

/** Words that the style retires. */
export function retiredWords(text: string, { retired }: HouseStyle): Hit[] {
  return retired.flatMap(({ words, use, unless, inProhibition }) => {
    const allowed = spans(text, unless);
    return spans(text, words)
      .filter(
        ({ from, to }) =>
          !allowed.some((a) => a.from <= from && to <= a.to) &&
          !(inProhibition && isForbidden(text, from)),
      )
      .map(({ from, to }) => ({ offset: from, word: text.slice(from, to), use }));
  });
}

/** “Click here” and its like. */
export const emptyLinks = (text: string, { emptyLinks }: HouseStyle): Hit[] =>
  spans(text, emptyLinks).map(({ from, to }) => ({
    offset: from,
    word: text.slice(from, to),
    use: '',
  }));

/** Words all in capitals. Document symbols (`ST/SGB/2003/13`) and ids (`AC1`) are not words. */
export function capitals(
  text: string,
  { abbreviations }: HouseStyle,
  names: ReadonlySet<string>,
): Hit[] {
  return [...text.matchAll(/(?<![\p{L}\p{N}/_])\p{Lu}{2,}(?![\p{L}\p{N}/_])/gu)]
    .filter(([word]) => !abbreviations.includes(word) && !names.has(word) && !isRoman(word))
    .map((m) => ({ offset: m.index, word: m[0], use: '' }));
}

const isRoman = (word: string): boolean => /^X{0,3}(IX|IV|V?I{0,3})$/.test(word);

const NEVER = String.raw`\b(?:never|do not|don[’']t|must not)\b`;
/** “Never rescue”, “never try a rescue”, “never.5: try a rescue” (the label of a drawing). */
const FORBIDDEN = new RegExp(
  String.raw`${NEVER}[.\d:]*\s+(?:(?:try|attempt)\s+(?:a|to)\s+)?$`,
  'i',
);
/** “Do not question, follow, film or rescue”: the last of a list that somebody forbids. */
const LAST_FORBIDDEN = new RegExp(String.raw`${NEVER}.*\bor\s+$`, 'is');

const LONGEST_SENTENCE = 400;

function isForbidden(text: string, offset: number): boolean {
  const before = text.slice(Math.max(0, offset - LONGEST_SENTENCE), offset);
  const sentence = before.split(/[.!?]\s/).at(-1) ?? '';
  return FORBIDDEN.test(sentence) || LAST_FORBIDDEN.test(sentence);
}

/** Where phrases stand as whole words, whatever their capitals and spaces. */
function spans(text: string, phrases: readonly string[]): { from: number; to: number }[] {
  if (!phrases.length) return [];
  const longestFirst = [...phrases].sort((a, b) => b.length - a.length);
  const one = longestFirst.map((p) => p.split(/\s+/).map(escaped).join('\\s+')).join('|');
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])(?:${one})(?![\\p{L}\\p{N}])`, 'giu');
  return [...text.matchAll(pattern)].map((m) => ({ from: m.index, to: m.index + m[0].length }));
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
