import type { Element } from 'hast';
import { h } from 'hastscript';
import type { MessageKey } from '../../../locale/index.ts';
import { copiesFor } from '../../../model/index.ts';
import type { HandoutSource } from '../../2-parse/sources.ts';
import type { RenderContext } from '../context.ts';
import type { RenderDirective } from './types.ts';

/** A room of usual size, until somebody says how many come. */
const USUAL = 24;

/**
 * How many of which sheet to print; the page's script counts for a chosen number of participants. Packs bind sheets
 * that are listed one by one, and stand apart, so that nobody prints both.
 */
export const printList: RenderDirective = (_node, _children, context) => {
  const { module, t } = context;
  const sheets = module.handouts.filter((x) => !x.meta.pack && x.meta.kind !== 'page');
  const packs = module.handouts.filter((x) => x.meta.pack);
  const cases = module.handouts.filter((x) => x.meta.kind === 'case').length;
  const rows = (of: HandoutSource[]): Element[] => of.map((x) => row(x, cases, context));
  return h('table', { class: 'print-list' }, [
    h('caption', t('pages.printListCaption', { count: USUAL })),
    h(
      'thead',
      h(
        'tr',
        (
          [
            ['pages.printListWhat', ''],
            ['pages.printListFor', ''],
            ['pages.printListPages', 'number'],
            ['pages.printListCopies', 'number'],
          ] as const
        ).map(([key, name]) => h('th', { scope: 'col', class: name }, t(key))),
      ),
    ),
    h('tbody', rows(sheets)),
    ...(packs.length
      ? [
          h('tbody', { class: 'packs' }, [
            h('tr', [h('th', { scope: 'rowgroup', colSpan: 4 }, t('pages.printListPacks'))]),
            ...rows(packs),
          ]),
        ]
      : []),
  ]);
};

function row({ meta }: HandoutSource, cases: number, { t }: RenderContext): Element {
  const up = meta.kind === 'card' ? 4 : (meta.perSheet ?? 1);
  const copies = copiesFor(meta.copies, USUAL, cases);
  return h('tr', [
    h('th', { scope: 'row' }, meta.title),
    h('td', t(`pages.copies.${meta.copies}` as MessageKey)),
    h('td', { class: 'number' }, meta.pages ? pagesText(meta.pages) : ''),
    h('td', { class: 'number copies' }, [
      h(
        'span',
        {
          dataCopies: meta.copies,
          dataCases: meta.copies === 'case' ? String(cases) : undefined,
        },
        String(copies),
      ),
      ...(up > 1
        ? [
            ' ',
            h(
              'span',
              { class: 'sheets', dataUp: String(up), dataSheets: meta.copies },
              t('pages.printListSheets', { sheets: Math.ceil(copies / up) }),
            ),
          ]
        : []),
    ]),
  ]);
}

/** `2`, or `2 / 3` where A4 and Letter differ. */
export const pagesText = (pages: { a4: number; letter: number }): string =>
  pages.a4 === pages.letter ? String(pages.a4) : `${pages.a4} / ${pages.letter}`;
