import type PptxGenJS from 'pptxgenjs';
import type { ChartFigures, ChartItem, Palette } from '../drawing.ts';
import { xmlText } from './xml.ts';

/** As many decimals as the most exact figure of the chart has: 27.6 beside 22.0. */
const decimals = ({ rows }: ChartFigures): number =>
  Math.min(
    2,
    Math.max(
      ...rows.flatMap((r) =>
        [r.value, r.from, r.to].map((n) => String(n ?? '').split('.')[1]?.length ?? 0),
      ),
    ),
  );

const number = (chart: ChartFigures): Intl.NumberFormat =>
  new Intl.NumberFormat(chart.lang, {
    minimumFractionDigits: decimals(chart),
    maximumFractionDigits: 2,
  });

/** "0.7–4" or "27.6". */
const written = (row: ChartFigures['rows'][number], format: Intl.NumberFormat): string =>
  row.value !== undefined
    ? format.format(row.value)
    : `${format.format(row.from ?? 0)}–${format.format(row.to ?? 0)}`;

/** The chart in words, for those who do not see it. */
export function chartWords(chart: ChartFigures): string {
  const { title, unit, rows } = chart;
  const format = number(chart);
  return `${title} (${unit}): ${rows.map((r) => `${r.label} ${written(r, format)}`).join('; ')}`;
}

/** A chart of PowerPoint's own, with its figures in a sheet behind it. */
export function addChart(slide: PptxGenJS.Slide, item: ChartItem, palette: Palette): void {
  const { chart, x, y, w, h } = item;
  const color = (name: string): string => (palette[name] ?? '#000000').slice(1).toUpperCase();
  const labels = chart.rows.map((r) => r.label);
  const horizontal = chart.type === 'hbar' || chart.type === 'range';
  const top = Math.max(...chart.rows.map((r) => r.value ?? r.to ?? 0));
  const range = chart.type === 'range';
  const values = chart.rows.map((r) => r.value ?? (r.to ?? 0) - (r.from ?? 0));
  const data = [
    ...(range
      ? [{ name: '–', labels, values: chart.rows.map((r) => r.from ?? r.value ?? 0) }]
      : []),
    { name: chart.unit, labels, values },
  ];
  const doughnut = chart.type === 'doughnut';
  const options: PptxGenJS.IChartOpts = {
    x: x / 96,
    y: y / 96,
    w: w / 96,
    h: h / 96,
    altText: chartWords(chart),
    chartColors: doughnut
      ? labels.map((_, i) => color(`series-${(i % 5) + 1}`))
      : [...(range ? ['transparent'] : []), color('series-1')],
    showValue: true,
    showLegend: doughnut,
    legendPos: 'r',
    legendFontFace: '+mn-lt',
    legendFontSize: 18,
    legendColor: color('ink'),
    dataLabelFontFace: '+mn-lt',
    dataLabelFontSize: 21,
    dataLabelFontBold: true,
    dataLabelColor: range || doughnut ? color('paper') : color('ink'),
    dataLabelFormatCode: (0).toFixed(decimals(chart)),
    ...(doughnut
      ? { showPercent: false, holeSize: 50, dataBorder: { pt: 1, color: color('paper') } }
      : {
          barDir: horizontal ? ('bar' as const) : ('col' as const),
          barGrouping: range ? ('stacked' as const) : ('clustered' as const),
          dataLabelPosition: range ? ('ctr' as const) : ('outEnd' as const),
          barGapWidthPct: 80,
          catAxisLabelFontFace: '+mn-lt',
          catAxisLabelFontSize: 18,
          catAxisLabelColor: color('ink'),
          catAxisLineColor: color('ink'),
          catAxisOrientation: (horizontal ? 'maxMin' : 'minMax') as 'minMax',
          catGridLine: { style: 'none' as const },
          valAxisHidden: true,
          valAxisMinVal: 0,
          valAxisMaxVal: Math.ceil(top * 1.15 * 10) / 10,
          valGridLine: { style: 'none' as const },
        }),
  };
  slide.addChart(doughnut ? 'doughnut' : 'bar', data, options);
}

/** What the library cannot say: no round corners, and the label of a range is both its ends. */
export function finishChart(xml: string, chart: ChartFigures): string {
  const plain = xml.replace('<c:roundedCorners val="1"/>', '<c:roundedCorners val="0"/>');
  if (chart.type !== 'range') return plain;
  const format = number(chart);
  let series = 0;
  return plain.replace(/<c:ser>.*?<\/c:ser>/gs, (ser) => {
    series++;
    if (series === 1) return ser.replace(/<c:showVal val="1"\/>/g, '<c:showVal val="0"/>');
    const labels = chart.rows.map((row, i) => {
      const text = /<c:txPr>.*?<\/c:txPr>/s.exec(ser)?.[0] ?? '';
      const code = xmlText(`"${written(row, format)}"`);
      return `<c:dLbl><c:idx val="${i}"/><c:numFmt formatCode="${code}" sourceLinked="0"/><c:spPr/>${text}<c:dLblPos val="ctr"/><c:showLegendKey val="0"/><c:showVal val="1"/><c:showCatName val="0"/><c:showSerName val="0"/><c:showPercent val="0"/><c:showBubbleSize val="0"/></c:dLbl>`;
    });
    return ser.replace('<c:dLbls>', `<c:dLbls>${labels.join('')}`);
  });
}
