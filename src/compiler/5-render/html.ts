import type { Element, ElementContent, Root } from 'hast';
import { toHtml } from 'hast-util-to-html';
import type { BlockContent, Root as MdastRoot, RootContent } from 'mdast';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import type { RenderContext } from './context.ts';
import { handlers } from './handlers.ts';
import { markNamedBlanks } from './named-blanks.ts';

/** A space at which a line may not end: in `45 %`, before the year in `2388 (2017)`, and between `Art.`, `s.` or `p.` and its number. */
const BOUND = /(?<=\d) (?=%|\(\d{4}\b)|(?<=\b(?:Arts?|Sects?|ss?|pp?|No)\.) (?=\d)/g;

/** mdast blocks to hast, directives and charts included. A number and what belongs to it stay on one line. */
export function toHast(blocks: readonly RootContent[], context: RenderContext): ElementContent[] {
  const tree: MdastRoot = { type: 'root', children: [...blocks] };
  const root = unified()
    .use(remarkRehype, { handlers: handlers(context) })
    .runSync(tree) as Root;
  markNamedBlanks(root);
  visit(root, 'text', (text) => {
    text.value = text.value.replace(BOUND, '\u00a0');
  });
  return root.children.filter((c): c is ElementContent => c.type !== 'doctype');
}

/** mdast blocks to an HTML string. */
export const toHtmlString = (blocks: readonly RootContent[], context: RenderContext): string =>
  print(toHast(blocks, context));

/** The inline content of one paragraph (or list item of one paragraph), without its `<p>`. */
export function inlineHtml(block: BlockContent | RootContent, context: RenderContext): string {
  const [first, ...rest] = toHast([block], context).filter((n) => n.type === 'element');
  return first?.tagName === 'p' && !rest.length
    ? print(first.children)
    : print([first, ...rest].filter((n): n is Element => !!n));
}

export const print = (nodes: ElementContent | ElementContent[]): string =>
  toHtml(Array.isArray(nodes) ? { type: 'root', children: nodes } : nodes);
