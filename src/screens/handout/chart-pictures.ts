/** Charts as pictures, for browsers that print a canvas as a black box (WebKit). */
const CLASS = 'chart-picture';

/** Puts a picture in place of each drawn chart. */
export function picturesForCharts(): void {
  for (const canvas of document.querySelectorAll<HTMLCanvasElement>('canvas[data-chart]')) {
    const picture = new Image();
    picture.className = CLASS;
    picture.alt = '';
    picture.src = canvas.toDataURL('image/png');
    picture.style.inlineSize = canvas.style.width;
    picture.style.blockSize = canvas.style.height;
    canvas.after(picture);
    canvas.hidden = true;
  }
}

/** Takes the pictures away again. */
export function chartsAgain(): void {
  for (const picture of document.querySelectorAll<HTMLElement>(`.${CLASS}`)) picture.remove();
  for (const canvas of document.querySelectorAll<HTMLCanvasElement>('canvas[data-chart]'))
    canvas.hidden = false;
}
