import type { Browser, Page } from 'playwright-core';
import type { Drawing, Palette } from '../drawing.ts';
import type { FramesApi } from './browser/index.ts';

declare const framesApi: FramesApi;

/** Opens a page of frames and waits until it stands. */
export async function openFrames(browser: Browser, html: string): Promise<Page> {
  const page = await browser.newPage({
    viewport: { width: 1280, height: 720 },
    deviceScaleFactor: 2,
  });
  await page.setContent(html, { waitUntil: 'load' });
  await page.evaluate(() => framesApi.ready());
  return page;
}

/** Every frame of a page as a drawing. */
export async function measureFrames(
  browser: Browser,
  html: string,
): Promise<{ drawings: Drawing[]; palette: Palette }> {
  const page = await openFrames(browser, html);
  try {
    return await page.evaluate(() => framesApi.drawings());
  } finally {
    await page.close();
  }
}
