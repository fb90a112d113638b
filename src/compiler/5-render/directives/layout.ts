import type { Element, ElementContent } from 'hast';
import { h } from 'hastscript';
import { visit } from 'unist-util-visit';
import type { MessageKey } from '../../../locale/index.ts';
import type { RenderDirective } from './types.ts';

const wrap =
  (className: string): RenderDirective =>
  (_node, children) =>
    h('div', { class: className }, children);

/** The same, with the signs of its lists marked. */
const wrapSigned =
  (className: string): RenderDirective =>
  (_node, children) => {
    visit({ type: 'root', children }, 'element', (e: Element) => {
      if (e.tagName === 'li' && beginsWithIcon(e)) addClass(e, 'has-sign');
    });
    return h('div', { class: className }, children);
  };

export const points = wrapSigned('points');
export const columns = wrap('columns');
export const column = wrapSigned('column');
export const numbers = wrap('numbers');
export const cards = wrap('cards');
export const steps = wrap('steps');

/** `:::callout[Label]{kind=…}`: the label is the paragraph that remark-directive marks. */
export const callout: RenderDirective = (node, children) => {
  const labelled =
    node.type === 'containerDirective' &&
    (node.children[0]?.data as { directiveLabel?: boolean } | undefined)?.directiveLabel;
  const [first, ...rest] = children.filter((c) => c.type === 'element');
  const label = labelled && first ? h('p', { class: 'callout-label' }, first.children) : null;
  return h('aside', { class: ['callout', `callout-${node.attributes?.kind ?? 'note'}`] }, [
    ...(label ? [label] : first ? [first] : []),
    ...rest,
  ]);
};

/** Each block, or each item of a list that stands alone, is one reveal.js fragment. */
export const reveal: RenderDirective = (_node, children) => {
  const blocks = children.filter((c): c is Element => c.type === 'element');
  const only = blocks.length === 1 ? blocks[0] : undefined;
  const fragments =
    only && /^[ou]l$/.test(only.tagName)
      ? only.children.filter((c): c is Element => c.type === 'element')
      : blocks;
  for (const one of fragments) addClass(one, 'fragment');
  return h('div', { class: 'reveal-steps' }, children);
};

/** A question to the room comes on the next key and takes the slide over. */
export const question: RenderDirective = (node, children, { t }) => {
  const { method = 'plenary', seconds } = node.attributes ?? {};
  const meta = [
    t('deck.yourTurn'),
    t(`common.method.${method}` as MessageKey),
    ...(seconds ? [t('common.seconds', { seconds: Number(seconds) })] : []),
  ];
  const length = textOf(children).length;
  return h('aside', { class: ['question', 'fragment', ...(length > 110 ? ['long'] : [])] }, [
    h('p', { class: 'question-meta' }, meta.join(' · ')),
    ...children,
  ]);
};

/** Does a line begin with `:icon[…]`? Then the icon is its sign, in place of a dash. */
function beginsWithIcon(item: Element): boolean {
  const [first] = item.children.filter((c) => c.type !== 'text' || c.value.trim());
  if (first?.type !== 'element') return false;
  if (first.tagName === 'p') return beginsWithIcon(first);
  return first.tagName === 'svg' && !!(first.properties.className as string[]).includes('icon');
}

export function addClass(element: Element, name: string): void {
  const list = Array.isArray(element.properties.className) ? element.properties.className : [];
  element.properties.className = [...list, name];
}

/** The words of a piece of a page. */
export const textOf = (nodes: ElementContent[]): string =>
  nodes
    .map((n) => (n.type === 'text' ? n.value : n.type === 'element' ? textOf(n.children) : ''))
    .join('');
