/** Before the page goes to the printer: slides become pictures of the wall, charts are drawn for one black. */
import { drawCharts } from '../charts/index.ts';
import { fitSlide } from '../wall/fit.ts';

const WIDTH = 1280;

export function preparePaper(): void {
  addEventListener('beforeprint', () => paper(true));
  addEventListener('afterprint', () => paper(false));
}

/**
 * `html.on-paper` gives slides and charts their printed size, so that they are drawn as they will stand.
 * Charts measure the box on the screen: they are drawn before the picture is made small.
 */
function paper(on: boolean): void {
  document.documentElement.classList.toggle('on-paper', on);
  const frames = [...document.querySelectorAll<HTMLElement>('.slide-frame')];
  for (const frame of frames) {
    frame.classList.toggle('wall', on);
    frame.classList.toggle('flow', !on);
    const slide = frame.querySelector<HTMLElement>('.slide');
    slide?.style.removeProperty('--scale');
    slide?.style.removeProperty('--fit');
    if (slide && on) fitSlide(slide);
  }
  drawCharts(document);
  if (!on) return;
  for (const frame of frames) {
    const scale = String(frame.clientWidth / WIDTH);
    frame.querySelector<HTMLElement>('.slide')?.style.setProperty('--scale', scale);
  }
}
