/**
 * The catalogue: every string of the interface, in English, with a note for translators.
 * A language is a file beside `en/` with the same keys; a missing key fails the type check and the build.
 */
import { en } from './en/index.ts';
import { pseudo } from './pseudo.ts';

export { type Params, type Translate, translator } from './translate.ts';

export interface Entry {
  /** ICU message. */
  text: string;
  /** For translators: where it stands, what it means, how much room there is. */
  note: string;
}
export type MessageKey = keyof typeof en;
export type Messages = Record<MessageKey, string>;

export interface Locale {
  tag: string;
  dir: 'ltr' | 'rtl';
  messages: Messages;
}

const RTL = /^(ar|fa|he|ur)\b/;
const english = Object.fromEntries(Object.entries(en).map(([k, e]) => [k, e.text])) as Messages;
const mapped = (f: (s: string) => string): Messages =>
  Object.fromEntries(Object.entries(english).map(([k, s]) => [k, f(s)])) as Messages;

const LOCALES: Record<string, () => Messages> = {
  en: () => english,
  'en-XA': () => mapped(pseudo),
  'ar-XB': () => mapped(pseudo),
};

/** The tags that can be built. */
export const localeTags = (): string[] => Object.keys(LOCALES);

/** @returns the locale, or undefined where there is no catalogue for the tag. */
export function locale(tag: string): Locale | undefined {
  const messages = Object.hasOwn(LOCALES, tag) ? LOCALES[tag]?.() : undefined;
  return messages && { tag, dir: RTL.test(tag) ? 'rtl' : 'ltr', messages };
}
