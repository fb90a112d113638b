import { BarController, BarElement, CategoryScale, Chart, LinearScale } from 'chart.js';
import type { TallyCounts } from '../../model/index.ts';
import type { Tally } from '../../syllabus/index.ts';
import { valueLabels } from '../charts/value-labels.ts';
import { dir, t } from '../strings.ts';

Chart.register(BarController, BarElement, CategoryScale, LinearScale);

const charts = new WeakMap<HTMLElement, Chart>();

/**
 * Raised hands as bars, asked once or twice; large until the answer stands beside them. Before they are counted,
 * the words that it is the room's turn.
 * @returns whether anything was drawn anew.
 */
export function drawTally(box: HTMLElement, tallies: readonly Tally[]): boolean {
  const own = tallies.filter((x) => x.item === box.dataset.item);
  const item = box.closest('.quiz-item');
  const answered = !!item?.querySelector('.quiz-reveal.visible');
  item?.classList.toggle('is-answered', answered);
  const shown = JSON.stringify([answered, ...own.map((x) => [x.round, x.counts])]);
  if (box.dataset.shown === shown) return false;
  box.dataset.shown = shown;
  charts.get(box)?.destroy();
  charts.delete(box);
  box.replaceChildren();
  if (!own.length) {
    if (answered) return true;
    const turn = document.createElement('p');
    turn.className = 'hands-up';
    turn.textContent = t('deck.handsUp');
    box.append(turn);
    return true;
  }
  const canvas = document.createElement('canvas');
  canvas.setAttribute('role', 'img');
  canvas.setAttribute('aria-label', own.map((x) => words(x.counts)).join('; '));
  const frame = document.createElement('div');
  frame.className = own.length > 1 ? 'tally-canvas is-twice' : 'tally-canvas';
  frame.append(canvas);
  box.append(frame);
  canvas.width = frame.clientWidth || 900;
  canvas.height = frame.clientHeight || 160;
  charts.set(box, new Chart(canvas, configuration(own, canvas)));
  return true;
}

export const words = (counts: TallyCounts): string =>
  t('deck.tally', { yes: counts.yes, no: counts.no, abstained: counts.abstained });

/** Which count a bar is, once there are two. */
const label = (count: number, round: number, rounds: number): string =>
  rounds < 2 ? String(count) : t(round ? 'deck.countAfter' : 'deck.countBefore', { count });

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
        maxBarThickness: 56,
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
          suggestedMax: Math.max(1, ...counts.flat()) * (counts.length > 1 ? 1.6 : 1.2),
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
      valueLabels({
        texts: data.map((n) => label(n, i, counts.length)),
        ink,
        font: bold,
        horizontal: true,
        rtl,
        dataset: i,
      }),
    ),
  };
}
