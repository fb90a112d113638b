import { IntlMessageFormat } from 'intl-messageformat';

export type Params = Record<string, string | number>;
export type Translate<Key extends string = string> = (key: Key, params?: Params) => string;

/**
 * A translator over flat ICU messages (https://unicode-org.github.io/icu/userguide/format_parse/messages/).
 * A key that is missing gives the key itself in brackets, so that a gap is seen and never breaks a session.
 */
export function translator<Key extends string>(
  messages: Readonly<Record<string, string>>,
  lang: string,
): Translate<Key> {
  const compiled = new Map<string, IntlMessageFormat>();
  return (key, params) => {
    const text = Object.hasOwn(messages, key) ? messages[key] : undefined;
    if (text === undefined) return `[${key}]`;
    if (!text.includes('{')) return text;
    let format = compiled.get(key);
    if (!format) {
      format = new IntlMessageFormat(text, lang, undefined, { ignoreTag: true });
      compiled.set(key, format);
    }
    return String(format.format(params));
  };
}
