/**
 * The reading grade of a text: Flesch–Kincaid, the school grade that most style guides for plain English name.
 * retext-english finds sentences and words. retext-readability is no help here: it marks single sentences by an age
 * and a share of seven formulas, and tells no grade. The formula is one line; the counter of syllables follows the
 * usual rules of spelling (it is measured against a dictionary of words in its test).
 */
import retextEnglish from 'retext-english';
import { unified } from 'unified';

/** What we read of the parser's tree. */
interface Tree {
  type: string;
  value?: string;
  children?: Tree[];
}

const parser = unified().use(retextEnglish).freeze();

export interface Counts {
  words: number;
  sentences: number;
  syllables: number;
}

/** A label or a cell of a table with fewer words and no full stop is no sentence. */
const LEAST_WORDS = 4;
/** The parser takes these for the end of a sentence. */
const SHORT_FORMS = /\b(art|sect|s|para|no|vol|p|res|approx|e\.g|i\.e)\.(?=\s)/gi;

/** Counts over pieces of text that each end where a sentence ends. */
export function count(pieces: readonly string[]): Counts {
  const sum: Counts = { words: 0, sentences: 0, syllables: 0 };
  for (const piece of pieces) {
    const tree: Tree = parser.parse(piece.replace(SHORT_FORMS, '$1'));
    for (const sentence of all(tree, 'SentenceNode')) {
      const words = all(sentence, 'WordNode').map(textOf);
      const ends = /[.!?:;”"')\]]\s*$/.test(textOf(sentence));
      if (!words.length || (!ends && words.length < LEAST_WORDS)) continue;
      sum.sentences += 1;
      sum.words += words.length;
      sum.syllables += words.reduce((n, w) => n + syllables(w), 0);
    }
  }
  return sum;
}

const all = (node: Tree, type: string): Tree[] =>
  node.type === type ? [node] : (node.children ?? []).flatMap((child) => all(child, type));

const textOf = (node: Tree): string => node.value ?? (node.children ?? []).map(textOf).join('');

export const add = (a: Counts, b: Counts): Counts => ({
  words: a.words + b.words,
  sentences: a.sentences + b.sentences,
  syllables: a.syllables + b.syllables,
});

/** Flesch and Kincaid, 1975. */
export const grade = ({ words, sentences, syllables }: Counts): number =>
  words ? 0.39 * (words / sentences) + 11.8 * (syllables / words) - 15.59 : 0;

/** Vowels that stand together and are spoken apart. */
const APART =
  /(?<![cgst])ia|(?<!c|t|s|g|x)io|eo(?!n$|p)|(?<![gq])ua(?!r|l)|[dntx]ual|[aeio]ing$|(?<=[aeou]y)(?:ing|er)|(?<=l|qu|sc)ie[nt]|ism(?![ia])|cre[ae]t|idea|^anyo|^evryo|^area|recip/g;

/** Syllables of an English word, by its spelling; a number or an abbreviation is read as it stands. */
export function syllables(word: string): number {
  return word
    .split(/[^\p{L}\p{N}’']+/u)
    .filter(Boolean)
    .reduce((n, part) => n + ofPart(part.replace(/[’'](s|t|re|ll|ve|d|m)?$/iu, '')), 0);
}

function ofPart(part: string): number {
  if (!/\p{L}/u.test(part)) return 1;
  const isShortForm = /^\p{Lu}{2,4}s?$/u.test(part) && part.length > 1;
  if (isShortForm) return part.replace(/s$/, '').length;
  const w = part
    .toLowerCase()
    .normalize('NFD')
    .replace(/[^a-z]/g, '')
    .replace(/(?<=[a-z]{2}[^aeiou])e(?=(ment|less|ful|ly|ness|where|thing|body|times?)s?$)/, '')
    .replace(/(?<=[a-z])(?<![aeioudt])ed$/, '')
    .replace(/gue(s?)$/, 'g$1')
    .replace(/(?<![cgsxz]|[cs]h|[^aeiouy]l)es$/, 's')
    .replace(/(?<=[a-z]{2})(?<![^aeiouy]l)e$/, '')
    .replace(/^every/, 'evry')
    .replace(/^business/, 'bisness');
  const groups = w.match(/[aeiouy]+/g)?.length ?? 0;
  return Math.max(1, groups + (w.match(APART)?.length ?? 0));
}
