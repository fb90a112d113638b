import { createHash } from 'node:crypto';
import type { ElementContent } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { h } from 'hastscript';
import type { Locale } from '../../../locale/index.ts';

export interface Page {
  lang: string;
  dir: 'ltr' | 'rtl';
  title: string;
  /** `deck`, `review`, `handout`, `front`: which page this is, for style sheets and tests. */
  kind: string;
  style: string;
  script: string;
  /** Inert data blocks: id → value. */
  data: Record<string, unknown>;
  bodyClass?: string[];
  body: ElementContent[];
}

/** What the script of a page to read may say; the words of the live screens stay with the deck. */
export const readersStrings = ({ tag, dir, messages }: Locale) => ({
  lang: tag,
  dir,
  messages: Object.fromEntries(
    Object.entries(messages).filter(([key]) => /^(?:common|pages)\./.test(key)),
  ),
});

const sha256 = (text: string): string =>
  `'sha256-${createHash('sha256').update(text, 'utf8').digest('base64')}'`;

/**
 * One self-contained HTML file. Its Content-Security-Policy allows its own script and style by their hashes,
 * pictures and fonts inside the file, and no connection of any kind.
 */
export function page(p: Page): string {
  const policy = [
    "default-src 'none'",
    `script-src ${sha256(p.script)}`,
    `style-src ${sha256(p.style)}`,
    'img-src data: blob:',
    'font-src data:',
    "connect-src 'none'",
    "form-action 'none'",
    "base-uri 'none'",
  ].join('; ');
  const data = Object.entries(p.data).map(([id, value]) =>
    h('script', { type: 'application/json', id }, {
      type: 'text',
      value: inertJson(value),
    } as never),
  );
  const tree = h('html', { lang: p.lang, dir: p.dir, dataPage: p.kind }, [
    h('head', [
      h('meta', { charSet: 'utf-8' }),
      h('meta', { httpEquiv: 'Content-Security-Policy', content: policy }),
      h('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
      h('meta', { name: 'referrer', content: 'no-referrer' }),
      h('meta', { name: 'robots', content: 'noindex' }),
      h('title', p.title),
      h('style', p.style),
    ]),
    h('body', { class: p.bodyClass ?? [] }, [...p.body, ...data, h('script', p.script)]),
  ]);
  return `<!doctype html>\n${toHtml(tree)}\n`;
}

/** JSON that cannot end its script element, nor be read as a comment. */
const inertJson = (value: unknown): string =>
  JSON.stringify(value)
    .replaceAll('<', '\\u003c')
    .replaceAll('\u2028', '\\u2028')
    .replaceAll('\u2029', '\\u2029');
