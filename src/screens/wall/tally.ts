import { BarController, BarElement, CategoryScale, Chart, LinearScale } from 'chart.js';
import type { TallyCounts } from '../../model/index.ts';
import type { Tally } from '../../syllabus/index.ts';
import { valueLabels } from '../charts/value-labels.ts';
import { dir, t } from '../strings.ts';

Chart.register(BarController, BarElement, CategoryScale, LinearScale);

const charts = new WeakMap<HTMLElement, { chart: Chart; shown: string }>();

/** Raised hands as bars: one row a round, asked once or twice. */
/** @returns whether anything was drawn anew. */
export function drawTally(box: HTMLElement, tallies: readonly Tally[]): boolean {
  const own = tallies.filter((x) => x.item === box.dataset.item);
  const shown = JSON.stringify(own.map((x) => [x.round, x.counts]));
  const known = charts.get(box);
  if ((known?.shown ?? '[]') === shown) return false;
  known?.chart.destroy();
  charts.delete(box);
  box.replaceChildren();
  const latest = own.at(-1);
  if (!latest) return true;
  const canvas = document.createElement('canvas');
  canvas.setAttribute('role', 'img');
  canvas.setAttribute('aria-label', own.map((x) => words(x.counts)).join('; '));
  const frame = document.createElement('div');
  frame.className = own.length > 1 ? 'tally-canvas is-twice' : 'tally-canvas';
  frame.append(canvas);
  box.append(frame);
  canvas.width = frame.clientWidth || 900;
  canvas.height = frame.clientHeight || 160;
  charts.set(box, { chart: new Chart(canvas, configuration(own, canvas)), shown });
  return true;
}

export const words = (counts: TallyCounts): string =>
  t('deck.tally', { yes: counts.yes, no: counts.no, abstained: counts.abstained });

function configuration(own: readonly Tally[], canvas: HTMLCanvasElement) {
  const style = getComputedStyle(canvas);
  const ink = style.getPropertyValue('--ink').trim() || '#14213d';
  const soft = style.getPropertyValue('--line').trim() || '#b8b3a6';
  const main = style.getPropertyValue('--series-1').trim() || ink;
  const labels = [t('common.true'), t('common.false'), t('deck.abstained')];
  const counts = own.slice(-2).map(({ counts: c }) => [c.yes, c.no, c.abstained]);
  const rtl = dir === 'rtl';
  const font = { family: style.fontFamily, size: 26, weight: 'normal' as const };
  const bold = `700 28px ${style.fontFamily}`;
  return {
    type: 'bar' as const,
    data: {
      labels,
      datasets: counts.map((data, i) => ({
        data,
        backgroundColor: i === counts.length - 1 ? main : soft,
        borderColor: ink,
        borderWidth: 2,
        maxBarThickness: 40,
      })),
    },
    options: {
      indexAxis: 'y' as const,
      responsive: false,
      animation: false as const,
      events: [],
      devicePixelRatio: Math.max(2, globalThis.devicePixelRatio || 1),
      scales: {
        x: {
          display: false,
          beginAtZero: true,
          suggestedMax: Math.max(1, ...counts.flat()) * 1.2,
          reverse: rtl,
        },
        y: {
          grid: { display: false },
          border: { color: ink },
          position: rtl ? ('right' as const) : ('left' as const),
          ticks: { color: ink, font },
        },
      },
    },
    plugins: counts.map((data, i) =>
      valueLabels({ texts: data.map(String), ink, font: bold, horizontal: true, rtl, dataset: i }),
    ),
  };
}
