import type { ElementContent } from 'hast';
import type { Nodes } from 'mdast';
import type { State } from 'mdast-util-to-hast';
import type { RenderContext } from './context.ts';
import { chart } from './directives/chart.ts';
import type { AnyDirective } from './directives/types.ts';

/** Handlers for mdast-util-to-hast: directives, chart blocks, pictures (inside the page), and comments that leave nothing behind. */
export function handlers(context: RenderContext) {
  const directive = (state: State, node: AnyDirective): ElementContent | ElementContent[] => {
    const render = Object.hasOwn(context.directives, node.name)
      ? context.directives[node.name]
      : undefined;
    return render ? render(node, state.all(node), context) : [];
  };
  return {
    containerDirective: directive,
    leafDirective: directive,
    textDirective: directive,
    html: (): undefined => undefined,
    image: (_state: State, node: Nodes): ElementContent | ElementContent[] => {
      if (node.type !== 'image') return [];
      const path = node.data?.path ?? '';
      const bytes = context.module.pictures.get(path);
      if (!bytes) return [];
      const kind = path.split('.').pop()?.replace('jpg', 'jpeg');
      const src = `data:image/${kind};base64,${Buffer.from(bytes).toString('base64')}`;
      return {
        type: 'element',
        tagName: 'img',
        properties: { src, alt: node.alt ?? '' },
        children: [],
      };
    },
    code: (_state: State, node: Nodes): ElementContent | ElementContent[] => {
      if (node.type === 'code' && node.lang === 'chart') return chart(node, context);
      return {
        type: 'element',
        tagName: 'pre',
        properties: {},
        children: [{ type: 'text', value: node.type === 'code' ? node.value : '' }],
      };
    },
  };
}
