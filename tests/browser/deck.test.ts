/** The deck on the projector, from file://. */
import { describe, expect, test } from 'vitest';
import { SIZES } from '../../src/exports/fit/fit.ts';
import { deckReady, slideNow, useBench } from './support.ts';

const bench = useBench();
const MODULES = ['sgtm-1', 'policy'] as const;

describe.each(MODULES)('deck of %s', (module) => {
  // That each fits its frame: tests/exports/fit.test.ts.
  test('every slide shows, in every step; nothing is asked for, nothing breaks the policy', async () => {
    const { page, requests, troubles } = await bench.context();
    await page.goto(bench.url(`facilitator/${module}/en/deck.html`));
    await deckReady(page);
    const slides = await page.locator('.slides > section[data-slide]').count();
    const seen = new Set<string>();
    for (let presses = 0; presses < 200; presses++) {
      const id = (await slideNow(page)) ?? '';
      seen.add(id);
      await page.waitForTimeout(30);
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
    expect(requests).toEqual([]);
    expect(troubles).toEqual([]);
  });

  test.each(SIZES)('it fills the wall at $width × $height', async (viewport) => {
    const { page } = await bench.context({ viewport });
    await page.goto(bench.url(`facilitator/${module}/en/deck.html`));
    await deckReady(page);
    const width = await page
      .locator('section[data-slide].present')
      .evaluate((slide) => slide.getBoundingClientRect().width);
    expect(width).toBeGreaterThan(viewport.width * 0.98);
  });
});
