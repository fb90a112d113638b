/** Browsers without page margin boxes, Firefox and Safari among them: what paper says there. */
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { locale, translator } from '../../src/locale/index.ts';
import { useBench } from './support.ts';

const bench = useBench();
const t = translator(locale('en')?.messages ?? {}, 'en');
const MARK = encodeURIComponent(t('common.facilitatorOnly'));

/** Opens a page, in Chromium as it is or in one that has forgotten its margin boxes. */
async function open(path: string, without: boolean): Promise<Page> {
  const { page } = await bench.context();
  if (without)
    await page.addInitScript(() => {
      delete (globalThis as { CSSMarginRule?: unknown }).CSSMarginRule;
    });
  await page.goto(bench.url(path));
  await page.emulateMedia({ media: 'print' });
  return page;
}

const edge = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const { backgroundImage, backgroundRepeat } = getComputedStyle(
      document.querySelector('main') as HTMLElement,
    );
    return `${backgroundRepeat} ${backgroundImage}`;
  });
const said = (page: Page): Promise<number> =>
  page.getByText(t('pages.printElsewhere'), { exact: true }).count();

describe('without margin boxes', () => {
  test('the mark runs down the edge of the facilitator’s sheets, and the page says what is missing', async () => {
    const page = await open('facilitator/sgtm-1/en/handouts/case-guide.html', true);
    expect(await edge(page)).toContain('repeat-y');
    expect(await edge(page)).toContain(MARK);
    expect(await page.locator('.handout > .facilitator-mark').first().isVisible()).toBe(true);
    expect(await said(page)).toBe(1);
    await page.context().close();
  });

  test('a participants’ sheet has no mark', async () => {
    const page = await open('participants/sgtm-1/en/handouts/quiz.html', true);
    expect(await edge(page)).not.toContain(MARK);
    expect(await said(page)).toBe(1);
    await page.context().close();
  });

  test('charts go to paper as pictures, and are charts again afterwards', async () => {
    const page = await open('participants/sgtm-1/en/handouts/case-1.html', true);
    const seen = (): Promise<{ pictures: number; charts: number }> =>
      page.evaluate(() => ({
        pictures: [...document.querySelectorAll<HTMLImageElement>('.chart-picture')].filter(
          (e) => e.naturalWidth > 300 && e.checkVisibility(),
        ).length,
        charts: [...document.querySelectorAll('canvas')].filter((e) => e.checkVisibility()).length,
      }));
    await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
    await expect.poll(seen).toEqual({ pictures: 1, charts: 0 });
    await page.evaluate(() => dispatchEvent(new Event('afterprint')));
    expect(await seen()).toEqual({ pictures: 0, charts: 1 });
    await page.context().close();
  });
});

test('with margin boxes none of this', async () => {
  const page = await open('facilitator/sgtm-1/en/handouts/case-guide.html', false);
  expect(await edge(page)).not.toContain(MARK);
  expect(await page.locator('.handout > .facilitator-mark').first().isVisible()).toBe(false);
  expect(await said(page)).toBe(0);
  await page.context().close();
});
