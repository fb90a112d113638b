/** Before the page goes to the printer: slides become pictures of the wall, charts are drawn for one black. */
import { drawCharts } from '../charts/index.ts';
import { t } from '../strings.ts';
import { fitSlide } from '../wall/fit.ts';
import { chartsAgain, picturesForCharts } from './chart-pictures.ts';

const WIDTH = 1280;

/** Chromium since 131: it prints what the style sheet puts into the margins of every page. */
const MARGIN_BOXES = 'CSSMarginRule' in globalThis;

export function preparePaper(): void {
  document.documentElement.classList.toggle('margin-boxes', MARGIN_BOXES);
  if (!MARGIN_BOXES) sayWhereToPrint();
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
  if (!on) chartsAgain();
  drawCharts(document);
  if (!on) return;
  if (!MARGIN_BOXES) picturesForCharts();
  for (const frame of frames) {
    const scale = String(frame.clientWidth / WIDTH);
    frame.querySelector<HTMLElement>('.slide')?.style.setProperty('--scale', scale);
  }
}

/** Above the sheet: what this browser leaves out, and what to print with instead. */
function sayWhereToPrint(): void {
  const line = document.createElement('p');
  line.className = 'print-how';
  line.textContent = t('pages.printElsewhere');
  document.querySelector('.toolbar')?.append(line);
}
