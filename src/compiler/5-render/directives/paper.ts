import type { Element } from 'hast';
import { h } from 'hastscript';
import type { RenderDirective } from './types.ts';

/** Write-on lines, 8 mm apart. */
export const lines: RenderDirective = (node) => {
  const count = Number(node.attributes?.count ?? 1);
  return h(
    'div',
    { class: 'write-lines', ariaHidden: 'true' },
    Array.from({ length: count }, () => h('div', { class: 'write-line' })),
  );
};

/** A list with boxes to tick, by pen. */
export const checklist: RenderDirective = (_node, children) => {
  for (const list of children) {
    if (list.type !== 'element') continue;
    for (const item of list.children) {
      if (item.type === 'element' && item.tagName === 'li') {
        item.children = [
          h('span', { class: 'box', ariaHidden: 'true' }),
          h('div', item.children),
        ] as Element[];
      }
    }
  }
  return h('div', { class: 'checklist' }, children);
};

/** For the facilitator only; the participants' tree never holds it (phase 4). Printed only when asked for. */
export const facilitator: RenderDirective = (_node, children, { t }) =>
  h('div', { class: 'facilitator-only', role: 'group', ariaLabel: t('common.facilitatorOnly') }, [
    h('p', { class: 'facilitator-mark' }, t('common.facilitatorOnly')),
    ...children,
  ]);
