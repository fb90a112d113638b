import type { Element, ElementContent, Root } from 'hast';
import { h } from 'hastscript';
import type { ContainerDirective } from 'mdast-util-directive';
import { toHast as mdastToHast } from 'mdast-util-to-hast';
import rehypeParse from 'rehype-parse';
import { unified } from 'unified';
import { readFigure } from '../../2-parse/figure.ts';
import type { RenderDirective } from './types.ts';

const parser = unified().use(rehypeParse, { fragment: true });

/** A drawing of `slides/figures/`, its empty labels filled from Markdown; unused optional ones fall away. */
export const figure: RenderDirective = (node, _children, { module }) => {
  const use = readFigure(node as ContainerDirective);
  const source = module.figures.get(use.name);
  if (!source) return [];
  const fill = (nodes: ElementContent[]): ElementContent[] =>
    nodes.flatMap((child): ElementContent[] => {
      if (child.type === 'comment') return [];
      if (child.type !== 'element') return [child];
      const key = child.properties.dataLabel;
      if (typeof key !== 'string') return [{ ...child, children: fill(child.children) }];
      const label = use.labels.get(key);
      if (!label) return [];
      const filled = mdastToHast({ type: 'paragraph', children: label }) as Element;
      const { dataLabel: _l, dataOptional: _o, ...properties } = child.properties;
      return [{ ...child, properties, children: filled.children }];
    });
  const root = parser.parse(source.html) as Root;
  const drawing = fill(root.children.filter((c): c is ElementContent => c.type !== 'doctype'));
  return h('figure', { class: 'diagram' }, [
    ...drawing,
    h('figcaption', { class: 'figure-words' }, use.description),
  ]);
};
