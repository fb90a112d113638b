/** The page's own strings: the catalogue of its language stands in the page as data. */
import type { MessageKey } from '../locale/index.ts';
import { type Translate, translator } from '../locale/translate.ts';

interface Strings {
  lang: string;
  dir: 'ltr' | 'rtl';
  messages: Record<string, string>;
}

const element = document.getElementById('strings');
const strings: Strings = element
  ? JSON.parse(element.textContent ?? '')
  : { lang: 'en', dir: 'ltr', messages: {} };

export const lang = strings.lang;
export const dir = strings.dir;
export const t: Translate<MessageKey> = translator<MessageKey>(strings.messages, strings.lang);
