/** The deck on the projector, from file://. */
import { describe, expect, test } from 'vitest';
import { deckReady, slideNow, useBench } from './support.ts';

const bench = useBench();
const MODULES = ['sgtm-1', 'policy'] as const;

describe.each(MODULES)('deck of %s', (module) => {
  test('every slide shows, in every step, and fits its frame', async () => {
    const { page, requests, troubles } = await bench.context();
    await page.goto(bench.url(`facilitator/${module}/en/deck.html`));
    await deckReady(page);
    const slides = await page.locator('.slides > section[data-slide]').count();
    const seen = new Set<string>();
    const faults: string[] = [];
    for (let presses = 0; presses < 200; presses++) {
      const id = (await slideNow(page)) ?? '';
      seen.add(id);
      await page.waitForTimeout(30);
      faults.push(...(await page.evaluate(faultsOfSlide)));
      const before = await page.evaluate(
        () => document.querySelectorAll('.fragment.visible').length,
      );
      await page.keyboard.press('PageDown');
      await page.waitForTimeout(30);
      const after = await page.evaluate(
        () => document.querySelectorAll('.fragment.visible').length,
      );
      if ((await slideNow(page)) === id && after === before) break;
    }
    expect(seen.size).toBe(slides);
    expect(faults).toEqual([]);
    expect(requests).toEqual([]);
    expect(troubles).toEqual([]);
  });

  // Full high definition, and the old projector's four by three.
  test.each([
    [1920, 1080],
    [1024, 768],
  ])('the same at %i × %i', async (width, height) => {
    const { page } = await bench.context({ viewport: { width, height } });
    await page.goto(bench.url(`facilitator/${module}/en/deck.html`));
    await deckReady(page);
    const slides = await page.locator('.slides > section[data-slide]').count();
    const faults: string[] = [];
    for (let i = 0; i < 200 && new Set(faults).size < 5; i++) {
      faults.push(...(await page.evaluate(faultsOfSlide)));
      const id = await slideNow(page);
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('PageDown');
      if (i > slides && (await slideNow(page)) === id) break;
    }
    expect(faults).toEqual([]);
  });
});

/** Runs in the page: what of the present slide leaves its frame, or is too small to read. */
function faultsOfSlide(): string[] {
  const slide = document.querySelector<HTMLElement>('section[data-slide].present');
  if (!slide) return ['no slide'];
  const id = slide.dataset.slide;
  const frame = slide.getBoundingClientRect();
  const scale = frame.width / 1280;
  const faults: string[] = [];
  const headline = slide.querySelector('.headline')?.getBoundingClientRect();
  const hit =
    headline && document.elementFromPoint(headline.left + 12, headline.top + headline.height / 2);
  if (!hit || !slide.contains(hit)) faults.push(`${id}: the headline cannot be seen`);
  if (frame.width < innerWidth * 0.98) faults.push(`${id}: the slide does not fill the wall`);
  for (const element of slide.querySelectorAll<HTMLElement>('*')) {
    const own = [...element.childNodes].filter((n) => n.nodeType === 3 && n.textContent?.trim());
    if (!own.length || element.closest('.chart-table, .figure-words, svg, .visually-hidden'))
      continue;
    const style = getComputedStyle(element);
    if (style.visibility === 'hidden' || style.opacity === '0' || !element.getClientRects().length)
      continue;
    const hidden = element.closest<HTMLElement>('.fragment:not(.visible)');
    if (hidden) continue;
    const question = slide.querySelector('.question.visible');
    if (question && !question.contains(element) && !element.closest('.slide-head')) continue;
    const words = element.textContent?.trim().slice(0, 40);
    if (Number.parseFloat(style.fontSize) < 23.9)
      faults.push(`${id}: ${style.fontSize} “${words}”`);
    const range = document.createRange();
    for (const node of own) {
      range.selectNodeContents(node);
      for (const box of range.getClientRects()) {
        if (
          box.bottom > frame.bottom - 20 * scale ||
          box.right > frame.right - 8 * scale ||
          box.left < frame.left ||
          box.top < frame.top
        ) {
          faults.push(`${id}: outside the frame “${words}”`);
        }
      }
    }
  }
  const body = slide.querySelector<HTMLElement>('.slide-body');
  const overlaid = slide.querySelector('.question.visible');
  // A question takes over more than the body when its turn comes; it is not part of what the body holds.
  const questions = [...slide.querySelectorAll<HTMLElement>('.question')];
  for (const one of questions) one.style.display = 'none';
  if (
    body &&
    !overlaid &&
    (body.scrollHeight > body.clientHeight + 2 || body.scrollWidth > body.clientWidth + 2)
  ) {
    faults.push(
      `${id}: body overflows by ${body.scrollHeight - body.clientHeight} × ${body.scrollWidth - body.clientWidth}`,
    );
  }
  for (const one of questions) one.style.display = '';
  return [...new Set(faults)];
}
