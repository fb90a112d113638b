import type { ElementContent, Root } from 'hast';
import rehypeParse from 'rehype-parse';
import { unified } from 'unified';

const parser = unified().use(rehypeParse, { fragment: true });

/** Our own rendered HTML back to a tree, to stand inside another page. */
export const fromHtml = (html: string): ElementContent[] =>
  (parser.parse(html) as Root).children.filter((c): c is ElementContent => c.type !== 'doctype');
