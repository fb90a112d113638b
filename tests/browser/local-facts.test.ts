/** Local facts: written once on the facilitators' front door, shown by the handouts of the same folder. */
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { useBench, type Watched } from './support.ts';

const bench = useBench();
const FRONT = 'facilitator/index.html';
const SHEET = 'sgtm-1/en/handouts/contact-sheet.html';
const HOTLINE = 'Extension 4711';
const PARTNER = 'Partner that nobody may see';

async function openFront(options?: Parameters<typeof bench.context>[0]): Promise<Watched> {
  const watched = await bench.context(options);
  await watched.page.goto(bench.url(FRONT));
  await watched.page.locator('#local-facts > summary').click();
  return watched;
}

const field = (page: Page, id: string) => page.locator(`input[data-field="${id}"]`);

async function fill(page: Page): Promise<void> {
  await field(page, 'emergency.contact').fill(HOTLINE);
  await field(page, 'referral.name').fill(PARTNER);
  await field(page, 'checked-on').fill('2026-02-03');
}

describe('local facts', () => {
  test('reach the handouts, are counted, and outlive a reload', async () => {
    const { page, context, requests, troubles } = await openFront();
    const before = await page.locator('.facts-left').textContent();
    await fill(page);
    expect(await page.locator('.facts-left').textContent()).not.toBe(before);
    await page.reload();
    expect(await field(page, 'emergency.contact').inputValue()).toBe(HOTLINE);

    const sheet = await context.newPage();
    await sheet.goto(bench.url(`facilitator/${SHEET}`));
    const text = await sheet.locator('main').innerText();
    expect(text).toContain(HOTLINE);
    expect(text).toContain('2026-02-03');
    expect(await sheet.locator('.blanks').innerText()).toMatch(
      /^\d+ local facts are not filled in/,
    );
    expect(requests).toEqual([]);
    expect(troubles).toEqual([]);
    await context.close();
  });

  test('what is for the team never reaches a page of the participants, nor does that page read it', async () => {
    const { page, context } = await openFront();
    await fill(page);
    const asked: string[] = [];
    await context.exposeFunction('asked', (key: string) => asked.push(key));
    await context.addInitScript(() => {
      const get = Storage.prototype.getItem;
      Storage.prototype.getItem = function (key: string) {
        (window as unknown as { asked(key: string): void }).asked(key);
        return get.call(this, key);
      };
    });
    const sheet = await context.newPage();
    for (const path of [
      SHEET,
      'sgtm-1/en/handouts/participant-pack.html',
      'sgtm-1/en/review.html',
    ]) {
      await sheet.goto(bench.url(`participants/${path}`));
      expect(await sheet.content()).toContain(HOTLINE);
      expect(await sheet.content()).not.toContain(PARTNER);
    }
    expect(asked).not.toContain('profile-private');
    await context.close();
  });

  test('go out as a file and come in again', async () => {
    const { page, context } = await openFront();
    await fill(page);
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.locator('.facts-export').click(),
    ]);
    const text = readFileSync(await download.path(), 'utf8');
    expect(download.suggestedFilename()).toBe('mission.yaml');
    expect(text).toContain(`emergency.contact: "${HOTLINE}"`);
    await page.locator('.facts-clear').click();
    await page.locator('.facts-clear').click();
    expect(await field(page, 'emergency.contact').inputValue()).toBe('');
    await page
      .locator('.facts-import')
      .setInputFiles({ name: 'mission.yaml', mimeType: 'text/yaml', buffer: Buffer.from(text) });
    await expect.poll(() => field(page, 'emergency.contact').inputValue()).toBe(HOTLINE);
    expect(await field(page, 'checked-on').inputValue()).toBe('2026-02-03');
    await page.locator('.facts-import').setInputFiles({
      name: 'x.yaml',
      mimeType: 'text/yaml',
      buffer: Buffer.from('values:\n  - one\n'),
    });
    await expect.poll(() => page.locator('.facts-status').textContent()).toContain('Line 2');
    expect(await field(page, 'emergency.contact').inputValue()).toBe(HOTLINE);
    await context.close();
  });

  test('a browser that keeps nothing is told of, and the form still works', async () => {
    const watched = await bench.context();
    await watched.context.addInitScript(() => {
      Object.defineProperty(window, 'localStorage', {
        get() {
          throw new DOMException('refused', 'SecurityError');
        },
      });
    });
    const { page } = watched;
    await page.goto(bench.url(FRONT));
    await page.locator('#local-facts > summary').click();
    expect(await page.locator('.facts-status').textContent()).toContain('does not let a page keep');
    await field(page, 'emergency.contact').fill(HOTLINE);
    expect(await page.locator('.facts-status').textContent()).toContain('does not let a page keep');
    const sheet = await watched.context.newPage();
    await sheet.goto(bench.url(`facilitator/${SHEET}`));
    expect(await sheet.locator('.blanks').count()).toBe(1);
    await watched.context.close();
  });
});
