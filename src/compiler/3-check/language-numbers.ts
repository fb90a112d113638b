/** A year, or the symbol of a document: what lets a reader look a figure up. */
const REFERENCE = /(?<![\d,.])(?:19|20)\d{2}(?!\d|,\d)|\b[A-Z]{1,4}\/[A-Z0-9]+\/\d/;

/** Numbers that name a thing: addresses, document symbols, resolutions, articles, pages, series. */
const NAMES = [
  /\b(?:https?:\/\/|www\.)\S+/g,
  /\b[A-Z]{1,4}(?:\/[A-Za-z0-9.]+)+/g,
  /\b(?:resolutions?|res\.|SC|GA|CETS|rules?|regulations?|articles?|art\.|sections?|sect\.|s\.|paragraphs?|para\.|pages?|p\.|volume|vol\.|principles?|guidelines?|tools?|lessons?|items?|no\.)\s+\d[\d/.]*(?:\([a-z\d]+\))*(?:(?:,\s*|\s+and\s+|\s+or\s+|–)\d[\d/.]*(?:\s*\(\d+\))?)*/gi,
  /(?<![\d,.])(?:19|20)\d{2}(?:[–-]\d{2,4})?(?![\d,.]\d)/g,
];
const NUMBER = String.raw`\d+(?:,\d{3})*(?:\.\d+)?`;
const RANGE = String.raw`${NUMBER}(?:\s?(?:–|-|to)\s?${NUMBER})?`;
const FIGURE = new RegExp(
  String.raw`(?<![\p{L}\d.,/:])(?<money>US\$|\$|€|£)?\s?(?<digits>${RANGE})(?<unit>\s?(?:%|per\s?cent\b|million\b|billion\b|dollars\b|euros?\b|DM\b))?(?<after>[\s-]*\p{L}*)(?!\d)`,
  'gu',
);
/** The session's own measures: nobody looks these up. */
const OUR_OWN =
  /^[\s-]*(?:minutes?|seconds?|words?|pages?|slides?|metres?|participants|people in the room)$/;

/**
 * Figures that ask for a year or a reference, where the text has neither. A figure is a number of three digits or
 * more, a percentage, an amount of money, or millions; times, ids, documents, ages and minutes are none.
 */
export function bareFigures(text: string): { offset: number; number: string }[] {
  if (REFERENCE.test(text)) return [];
  const masked = NAMES.reduce((t, p) => t.replace(p, (m) => ' '.repeat(m.length)), text);
  return [...masked.matchAll(FIGURE)].flatMap((m) => {
    const { money, digits = '', unit, after = '' } = m.groups ?? {};
    const large = digits.split(/[^\d.,]+/).some((n) => n.replace(/\.\d+$|,/g, '').length >= 3);
    if (!(money || unit || large) || OUR_OWN.test(after)) return [];
    const number = text.slice(m.index, m.index + m[0].length - after.length).trim();
    return [{ offset: m.index, number }];
  });
}
