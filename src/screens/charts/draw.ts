import {
  ArcElement,
  BarController,
  BarElement,
  CategoryScale,
  Chart,
  type ChartConfiguration,
  DoughnutController,
  LinearScale,
} from 'chart.js';
import { hatch } from './hatch.ts';
import { valueLabels } from './value-labels.ts';

Chart.register(
  ArcElement,
  BarController,
  BarElement,
  CategoryScale,
  DoughnutController,
  LinearScale,
);

/** What the compiler puts into `data-chart` of a canvas. */
export interface ChartData {
  type: 'bar' | 'hbar' | 'doughnut' | 'range';
  title: string;
  unit: string;
  note: string;
  lang: string;
  rtl: boolean;
  rows: { label: string; value?: number; from?: number; to?: number }[];
}

const drawn = new WeakMap<HTMLCanvasElement, Chart>();

/** Draws every chart below a node. A canvas that is drawn already is drawn again (its slide was copied or resized). */
export function drawCharts(root: ParentNode): void {
  for (const canvas of root.querySelectorAll<HTMLCanvasElement>('canvas[data-chart]')) {
    drawn.get(canvas)?.destroy();
    const data = JSON.parse(canvas.dataset.chart ?? '') as ChartData;
    if (canvas.closest('.wall')) measure(canvas);
    drawn.set(canvas, new Chart(canvas, configuration(data, canvas)));
  }
}

/** A slide is scaled as a whole, which Chart.js would take for its size: on the wall the size is what the layout gives. */
function measure(canvas: HTMLCanvasElement): void {
  const box = canvas.parentElement;
  canvas.width = box?.clientWidth || 600;
  canvas.height = box?.clientHeight || 300;
  canvas.style.width = `${canvas.width}px`;
  canvas.style.height = `${canvas.height}px`;
}

/** On the wall nothing is under 24 px, on its small picture on paper 28; elsewhere the page's own size. */
function configuration(data: ChartData, canvas: HTMLCanvasElement): ChartConfiguration {
  const style = getComputedStyle(canvas);
  const wall = canvas.closest('.wall') !== null;
  const paper = document.documentElement.classList.contains('on-paper');
  const ink = paper ? '#000' : style.getPropertyValue('--ink').trim() || '#14213d';
  const series = [1, 2, 3, 4, 5].map((n) =>
    paper ? hatch(n, wall) : style.getPropertyValue(`--series-${n}`).trim() || ink,
  );
  const size = wall ? (paper ? 28 : 24) : 14;
  const font = { family: style.fontFamily, size, weight: 'normal' as const };
  const number = new Intl.NumberFormat(data.lang, {
    minimumFractionDigits: decimals(data),
    maximumFractionDigits: 2,
  });
  const label = (row: ChartData['rows'][number]): string =>
    row.value !== undefined
      ? number.format(row.value)
      : `${number.format(row.from ?? 0)}–${number.format(row.to ?? 0)}`;
  const horizontal = data.type === 'hbar' || data.type === 'range';
  const values = data.rows.map(
    (row) => row.value ?? ([row.from ?? 0, row.to ?? 0] as [number, number]),
  );
  const top = Math.max(...data.rows.map((row) => row.value ?? row.to ?? 0));
  const category = {
    grid: { display: false },
    border: { color: ink },
    ticks: {
      color: ink,
      font,
      autoSkip: false,
      callback: (_v: unknown, i: number) =>
        wrap(data.rows[i]?.label ?? '', horizontal ? (wall ? 22 : 36) : 18),
    },
    ...(horizontal ? { position: data.rtl ? ('right' as const) : ('left' as const) } : {}),
  };
  const linear = {
    beginAtZero: true,
    suggestedMax: top,
    display: false,
    reverse: horizontal && data.rtl,
  };
  const longest = Math.max(...data.rows.map((row) => label(row).length));
  const common = {
    responsive: !wall,
    maintainAspectRatio: false,
    animation: false as const,
    events: [],
    devicePixelRatio: Math.max(2, globalThis.devicePixelRatio || 1),
    layout: {
      padding: horizontal
        ? { [data.rtl ? 'left' : 'right']: longest * size * 0.72 + 16 }
        : { top: size * 1.7 },
    },
  };
  const datasets = [
    {
      data: values as number[],
      backgroundColor:
        data.type === 'doughnut'
          ? data.rows.map((_, i) => series[i % series.length] as string)
          : (series[0] as string),
      borderColor: ink,
      borderWidth: paper ? (wall ? 4 : 2) : data.type === 'range' ? 2 : 0,
      borderSkipped: false as const,
      maxBarThickness: wall ? 84 : 44,
      categoryPercentage: 0.8,
    },
  ];
  const labels = data.rows.map((row) => row.label);
  const plugin = valueLabels({
    texts: data.rows.map(label),
    ink,
    font: `700 ${size + (wall ? 4 : 0)}px ${font.family}`,
    horizontal,
    rtl: data.rtl,
  });
  if (data.type === 'doughnut') {
    return {
      type: 'doughnut',
      data: { labels, datasets },
      options: { ...common },
      plugins: [plugin],
    } as ChartConfiguration;
  }
  return {
    type: 'bar',
    data: { labels, datasets },
    options: {
      ...common,
      indexAxis: horizontal ? 'y' : 'x',
      scales: horizontal ? { x: linear, y: category } : { x: category, y: linear },
    },
    plugins: [plugin],
  } as ChartConfiguration;
}

/** Chart.js draws an array as lines. */
function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.length < width)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

/** All values of one chart with as many decimals as the most exact one: 27.6 beside 22.0. */
const decimals = (data: ChartData): number =>
  Math.max(
    0,
    ...data.rows.flatMap((row) =>
      [row.value, row.from, row.to].map((n) => String(n ?? '').split('.')[1]?.length ?? 0),
    ),
  );
