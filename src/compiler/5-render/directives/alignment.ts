import type { Element } from 'hast';
import { h } from 'hastscript';
import type { MessageKey } from '../../../locale/index.ts';
import { alignmentOf } from '../../3-check/alignment.ts';
import type { RenderContext } from '../context.ts';
import type { RenderDirective } from './types.ts';

/** What is taught where, what tests it, and how much of the source is carried: three tables. */
export const alignment: RenderDirective = (_node, _children, context) => {
  const { module, t } = context;
  const { criteria, outline, counts } = alignmentOf(module);
  const place = (item: { id: string }): string =>
    String((module.quiz?.value.items.findIndex((q) => q.id === item.id) ?? 0) + 1);
  const numbers = (slides: { meta: { number: string } }[]): string =>
    list(slides.map((s) => s.meta.number));
  return [
    table(
      'alignment-criteria',
      ['Criterion', 'Slides', 'Items', 'Cases'],
      criteria.map(({ id, slides, items, cases }) => [
        named(id),
        numbers(slides),
        list(items.map(place)),
        list(cases.map((c) => c.meta.case?.number ?? c.meta.id)),
      ]),
      context,
    ),
    table(
      'alignment-outline',
      ['Outline', 'Slides'],
      outline.map(({ id, slides }) => [named(id), numbers(slides)]),
      context,
    ),
    table(
      'alignment-counts',
      ['Carried', 'Listed', 'Found'],
      counts.map(({ kind, listed, carried }) => [
        t(`pages.alignmentKind.${kind}`),
        String(listed),
        String(carried),
      ]),
      context,
    ),
  ];
};

const list = (words: readonly string[]): string => words.join(', ') || '–';

const named = ({ id, meaning }: { id: string; meaning: string }): string =>
  id === id.toLowerCase() ? meaning : `${id} · ${meaning}`;

/** A row begins with its name. */
function table(
  name: string,
  columns: readonly string[],
  rows: readonly string[][],
  { t }: RenderContext,
): Element {
  return h('table', { class: ['alignment', name] }, [
    h('caption', t(`pages.alignmentTable.${columns[0]}` as MessageKey)),
    h(
      'thead',
      h(
        'tr',
        columns.map((c) => h('th', { scope: 'col' }, t(`pages.alignment${c}` as MessageKey))),
      ),
    ),
    h(
      'tbody',
      rows.map(([first, ...rest]) =>
        h('tr', [h('th', { scope: 'row' }, first), ...rest.map((cell) => h('td', cell))]),
      ),
    ),
  ]);
}
