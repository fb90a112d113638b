import type { Element } from 'hast';
import { h } from 'hastscript';
import type { Code } from 'mdast';
import { Reporter } from '../../../messages/index.ts';
import type { ChartBlock } from '../../2-parse/schemas.ts';
import { readChart } from '../../3-check/charts.ts';
import type { RenderContext } from '../context.ts';

type Row = ChartBlock['data'][number];

/** A `chart` block: a canvas that Chart.js draws, and the same figures as a table for those who cannot see it. */
export function chart(node: Code, { t, locale, module }: RenderContext): Element {
  const block = readChart(node, '', new Reporter());
  if (!block) return h('p');
  const decimals = Math.max(
    0,
    ...block.data.flatMap((row) =>
      [row.value, row.from, row.to].map((n) => String(n ?? '').split('.')[1]?.length ?? 0),
    ),
  );
  const number = new Intl.NumberFormat(module.lang, {
    minimumFractionDigits: decimals,
    maximumFractionDigits: 2,
  });
  const value = (row: Row): string =>
    row.value !== undefined
      ? number.format(row.value)
      : `${number.format(row.from ?? 0)}–${number.format(row.to ?? 0)}`;
  const data = {
    type: block.type,
    title: block.title,
    unit: block.unit,
    note: block.note ?? '',
    lang: module.lang,
    rtl: locale.dir === 'rtl',
    rows: block.data.map(({ label, value, from, to }) =>
      value !== undefined ? { label, value } : { label, from, to },
    ),
  };
  const own = (row: Row): string =>
    (row.source ? `${row.source}` : '') || (row.year ? String(row.year) : '');
  const withSources = block.data.some((row) => own(row));
  const source = `${block.source}${/\b\d{4}\b/.test(block.source) ? '' : `, ${block.year}`}`;
  return h('figure', { class: ['chart', `chart-${block.type}`] }, [
    h('p', { class: 'chart-title' }, `${block.title}`),
    h('p', { class: 'chart-unit' }, `${block.unit} · ${block.year}`),
    h(
      'div',
      { class: 'chart-canvas' },
      h('canvas', {
        role: 'img',
        ariaLabel: t('pages.chartLabel', { title: block.title }),
        dataChart: JSON.stringify(data),
      }),
    ),
    h('div', { class: 'chart-table' }, [
      h('table', [
        h('caption', `${block.title} (${block.unit}, ${block.year})`),
        h(
          'thead',
          h('tr', [
            h('th', { scope: 'col' }, t('pages.chartWhat')),
            h('th', { scope: 'col' }, block.unit),
            ...(withSources ? [h('th', { scope: 'col' }, t('pages.chartSource'))] : []),
          ]),
        ),
        h(
          'tbody',
          block.data.map((row) =>
            h('tr', [
              h('th', { scope: 'row' }, row.label),
              h('td', value(row)),
              ...(withSources ? [h('td', own(row))] : []),
            ]),
          ),
        ),
      ]),
    ]),
    h('figcaption', [
      ...(block.note ? [h('p', { class: 'chart-note' }, block.note)] : []),
      h('p', { class: 'chart-source' }, t('common.source', { source })),
    ]),
  ]);
}
