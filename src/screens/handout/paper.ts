/** Before the page goes to the printer: slides become pictures of the wall, charts are drawn for one black. */
import { drawCharts } from '../charts/index.ts';
import { fit } from '../wall/fit.ts';

const WIDTH = 1280;

export function preparePaper(): void {
  addEventListener('beforeprint', () => paper(true));
  addEventListener('afterprint', () => paper(false));
}

/** `html.on-paper` gives slides and charts their printed size, so that they are drawn as they will stand. */
function paper(on: boolean): void {
  document.documentElement.classList.toggle('on-paper', on);
  for (const frame of document.querySelectorAll<HTMLElement>('.slide-frame')) {
    frame.classList.toggle('wall', on);
    frame.classList.toggle('flow', !on);
    const slide = frame.querySelector<HTMLElement>('.slide');
    if (!slide) continue;
    if (on) {
      slide.style.setProperty('--scale', String(frame.clientWidth / WIDTH));
      fit(slide);
    } else {
      slide.style.removeProperty('--scale');
      slide.style.removeProperty('--fit');
    }
  }
  drawCharts(document);
}
