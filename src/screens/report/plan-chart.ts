import { BarController, BarElement, CategoryScale, Chart, LinearScale } from 'chart.js';
import type { Status } from '../../syllabus/index.ts';
import { valueLabels } from '../charts/value-labels.ts';
import { minutesNumber } from '../shared/words.ts';
import { dir } from '../strings.ts';
import { segmentFigures } from './figures.ts';

Chart.register(BarController, BarElement, CategoryScale, LinearScale);

/** Planned against actual: an outline and a filled bar for each segment. */
export function drawPlanChart(canvas: HTMLCanvasElement, state: Status): Chart {
  const style = getComputedStyle(canvas);
  const ink = style.getPropertyValue('--ink').trim();
  const paper = style.getPropertyValue('--paper').trim();
  const rows = segmentFigures(state);
  const font = { family: style.fontFamily, size: 13, weight: 'normal' as const };
  const rtl = dir === 'rtl';
  const minutes = (ms: number): number => Math.round(ms / 6_000) / 10;
  const set = (key: 'plannedMs' | 'actualMs', backgroundColor: string) => ({
    data: rows.map((r) => minutes(r[key])),
    backgroundColor,
    borderColor: ink,
    borderWidth: 1.5,
    borderSkipped: false as const,
    categoryPercentage: 0.82,
    barPercentage: 0.92,
  });
  const label = (key: 'plannedMs' | 'actualMs', dataset: number) =>
    valueLabels({
      texts: rows.map((r) => minutesNumber(r[key])),
      ink,
      font: `${dataset ? 700 : 400} 12px ${style.fontFamily}`,
      horizontal: true,
      rtl,
      dataset,
    });
  return new Chart(canvas, {
    type: 'bar',
    data: {
      labels: rows.map((r) => r.id),
      datasets: [
        set('plannedMs', paper),
        set('actualMs', style.getPropertyValue('--series-1').trim() || ink),
      ],
    },
    options: {
      indexAxis: 'y',
      responsive: true,
      maintainAspectRatio: false,
      animation: false,
      events: [],
      scales: {
        x: { display: false, beginAtZero: true, reverse: rtl, grace: '12%' },
        y: {
          grid: { display: false },
          border: { color: ink },
          position: rtl ? 'right' : 'left',
          ticks: { color: ink, font, autoSkip: false },
        },
      },
    },
    plugins: [label('plannedMs', 0), label('actualMs', 1)],
  });
}
