/** The cable is pulled: whole sessions of both modules, and the participants' pages, ask for nothing and break no policy. */
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { openSpeakerByKey } from './desk.ts';
import { deckReady, slideNow, useBench } from './support.ts';

const bench = useBench();
/** Whatever asks, asks in vain, and is written down. */
const PULLED = { offline: true };
const MODULES = ['sgtm-1', 'policy'] as const;

/** Every link inside the build, once, as a reader opens them. */
async function readAll(page: Page, from: string): Promise<number> {
  const seen = new Set<string>();
  const open = [bench.url(from)];
  for (let url = open.pop(); url; url = open.pop()) {
    if (seen.has(url)) continue;
    seen.add(url);
    await page.goto(url);
    await page.evaluate(() => document.fonts.ready);
    const links = await page
      .locator('a[href]')
      .evaluateAll((all) => all.map((a) => (a as HTMLAnchorElement).href.replace(/[?#].*$/, '')));
    open.push(...links.filter((link) => link.startsWith('file:')));
  }
  return seen.size;
}

describe.each(MODULES)('%s', (module) => {
  test('from Start to the report, in two windows', async () => {
    const { context, page, requests, troubles } = await bench.context(PULLED);
    await page.goto(bench.url(`facilitator/${module}/en/deck.html`));
    await deckReady(page);
    const speaker = await openSpeakerByKey(page);
    await speaker.keyboard.press('k');
    const dialog = speaker.locator('dialog[open]');
    for (const key of ['d', '?']) {
      await speaker.keyboard.press(key);
      await dialog.waitFor();
      await speaker.keyboard.press('Escape');
      await dialog.waitFor({ state: 'detached' });
    }
    const slides = await page.locator('.slides > section[data-slide]').count();
    const seen = new Set<string>();
    for (let still = 0; still < 3; ) {
      const place = await page.evaluate(
        () =>
          `${document.querySelector('.present')?.getAttribute('data-slide')} ${document.querySelectorAll('.fragment.visible').length}`,
      );
      const known = seen.size;
      seen.add(place);
      still = seen.size === known ? still + 1 : 0;
      // The exercise of the slide, where it has one; dark and light.
      for (const key of ['e', 'b', 'b', 'PageDown']) await speaker.keyboard.press(key);
      await speaker.waitForTimeout(40);
    }
    expect(new Set([...seen].map((s) => s.split(' ')[0])).size).toBe(slides);
    expect(await slideNow(page)).not.toBeNull();
    await speaker.getByRole('button', { name: 'Finish', exact: true }).click();
    await speaker.getByRole('button', { name: 'Yes, finish' }).click();
    await page.goto(bench.url(`facilitator/${module}/en/deck.html?report`));
    await page.getByRole('heading', { level: 1 }).waitFor();
    expect(context.pages().length).toBeGreaterThan(1);
    expect(requests).toEqual([]);
    expect(troubles).toEqual([]);
  });
});

test.each(['facilitator', 'participants'])('every page that the %s reach', async (edition) => {
  const { page, requests, troubles } = await bench.context(PULLED);
  expect(await readAll(page, `${edition}/index.html`)).toBeGreaterThan(20);
  expect(requests).toEqual([]);
  expect(troubles).toEqual([]);
});

test('the self-check, answered on a phone', async () => {
  const { page, requests, troubles } = await bench.context({
    ...PULLED,
    viewport: { width: 390, height: 844 },
  });
  await page.goto(bench.url('participants/sgtm-1/en/review.html'));
  const answers = page.locator('.self-check input[type=radio]');
  for (let i = 0; i < (await answers.count()); i++) await answers.nth(i).check();
  expect(await page.locator('.self-check .verdict:not(:empty)').count()).toBeGreaterThan(5);
  await page.emulateMedia({ media: 'print' });
  expect(requests).toEqual([]);
  expect(troubles).toEqual([]);
});

test('the watch would see it: a request to the net, one to the disk, and a broken policy', async () => {
  const { page, requests, troubles } = await bench.context(PULLED);
  await page.goto(bench.url('participants/index.html'));
  await page.evaluate(() => {
    const image = document.createElement('img');
    image.src = 'https://a.example/x.png';
    document.body.append(image);
    const style = document.createElement('p');
    style.setAttribute('style', 'color: red');
    document.body.append(style);
  });
  await expect.poll(() => troubles.join('\n')).toMatch(/img-src[\s\S]*style-src/);
  const open = await bench.context({ ...PULLED, bypassCSP: true });
  await open.page.goto(bench.url('participants/index.html'));
  await open.page.evaluate(() => {
    for (const src of ['https://a.example/x.png', 'other.png']) {
      const image = document.createElement('img');
      image.src = src;
      document.body.append(image);
    }
  });
  await expect.poll(() => open.requests.length).toBe(2);
  expect(requests.length + troubles.length).toBeGreaterThan(0);
});
