import type { ElementContent, Root } from 'hast';
import { h } from 'hastscript';
import type { PhrasingContent } from 'mdast';
import type { ContainerDirective } from 'mdast-util-directive';
import rehypeParse from 'rehype-parse';
import { unified } from 'unified';
import { readFigure } from '../../2-parse/figure.ts';
import { toHast } from '../html.ts';
import { addClass } from './layout.ts';
import type { RenderDirective } from './types.ts';

/** What is read aloud and not shown must not take the focus. */
const unlinked = (node: ElementContent): ElementContent[] =>
  node.type === 'element' && node.tagName === 'a' ? node.children : [node];

const parser = unified().use(rehypeParse, { fragment: true });

/**
 * A drawing of `slides/figures/`, its empty labels filled from Markdown; unused optional ones fall away.
 * The parts that `here` names are marked, for the eye and for a screen reader.
 */
export const figure: RenderDirective = (node, _children, context) => {
  const use = readFigure(node as ContainerDirective);
  const source = context.module.figures.get(use.name);
  if (!source) return [];
  /** A local fact or the name of a handout in a label means what it means elsewhere. */
  const inline = (words: PhrasingContent[]): ElementContent[] =>
    toHast([{ type: 'paragraph', children: words }], context).flatMap((p) =>
      p.type === 'element' ? p.children : [],
    );
  const fill = (nodes: ElementContent[]): ElementContent[] =>
    nodes.flatMap((child): ElementContent[] => {
      if (child.type === 'comment') return [];
      if (child.type !== 'element') return [child];
      const { dataLabel: key, dataPart: part, dataOptional: _o, ...properties } = child.properties;
      if (typeof part === 'string' && use.here.includes(part)) {
        addClass(child, 'is-here');
        Object.assign(properties, {
          className: child.properties.className,
          ariaCurrent: 'true',
        });
      }
      if (typeof key !== 'string')
        return [{ ...child, properties, children: fill(child.children) }];
      const label = use.labels.get(key);
      if (!label) return [];
      return [{ ...child, properties, children: inline(label) }];
    });
  const root = parser.parse(source.html) as Root;
  const drawing = fill(root.children.filter((c): c is ElementContent => c.type !== 'doctype'));
  return h('figure', { class: 'diagram' }, [
    ...drawing,
    h('figcaption', { class: 'figure-words' }, inline(use.words).flatMap(unlinked)),
  ]);
};
