/** The interface in pseudo-locales: no English left, nothing cut, and the layout mirrors. */
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { root } from '../../scripts/lib/root.ts';
import { load } from '../../src/compiler/1-load/load.ts';
import { locale } from '../../src/locale/index.ts';
import { Reporter } from '../../src/messages/index.ts';
import { deckReady, useBench } from './support.ts';

/** What the sources say in whole phrases (a line, a title, a label, bold words): content, not interface. */
const content = new Set(
  [...load(root, new Reporter()).files.values()].flatMap((file) =>
    file.text.split('\n').flatMap((line) => {
      const plain = line.replace(/^[\s#>-]+|\{#.*|"/g, '').trim();
      const bold = [...line.matchAll(/\*\*([^*]+)\*\*/g)].map((m) => m[1] ?? '');
      const texts = [...line.matchAll(/\ben: ([^}]+)/g)].map((m) =>
        (m[1] ?? '').replace(/"/g, '').trim(),
      );
      return [plain, plain.replace(/^[\w.-]+:\s*/, ''), ...bold, ...texts].map((t) =>
        t.replace(/:$/, ''),
      );
    }),
  ),
);

const english = new Set(
  Object.values(locale('en')?.messages ?? {}).filter(
    (text) => text.replace(/[^a-z]/gi, '').length >= 4 && !text.includes('{') && !content.has(text),
  ),
);

/** Every text and every name that a person sees or hears. */
const textsOf = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const out: string[] = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (!node.parentElement?.closest('script, style')) out.push(node.textContent?.trim() ?? '');
    }
    for (const element of document.querySelectorAll(
      '[aria-label], [title], [placeholder], [alt]',
    )) {
      for (const name of ['aria-label', 'title', 'placeholder', 'alt'])
        out.push(element.getAttribute(name) ?? '');
    }
    return out.filter(Boolean);
  });

const PAGES = [
  'facilitator/index.html',
  'facilitator/sgtm-1/en/deck.html',
  'facilitator/sgtm-1/en/deck.html?speaker',
  'facilitator/sgtm-1/en/deck.html?report',
  'facilitator/sgtm-1/en/handouts/session-plan.html',
  'facilitator/sgtm-1/en/handouts/quiz.html',
  'participants/index.html',
  'participants/sgtm-1/en/review.html',
];

describe('en-XA: longer words', () => {
  const bench = useBench('en-XA');

  test.each(PAGES)('no interface string stays English in %s', async (path) => {
    const { page } = await bench.context();
    const [file, query] = path.split('?');
    await page.goto(bench.url(file ?? '') + (query ? `?${query}` : ''));
    await page.waitForTimeout(300);
    expect((await textsOf(page)).filter((text) => english.has(text))).toEqual([]);
  });

  test('the speaker view still fits a narrow laptop', async () => {
    const { page } = await bench.context({ viewport: { width: 1024, height: 640 } });
    await page.goto(`${bench.url('facilitator/sgtm-1/en/deck.html')}?speaker`);
    await page.waitForTimeout(300);
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(
      true,
    );
  });
});

describe('ar-XB: right to left', () => {
  const bench = useBench('ar-XB');

  test('the deck mirrors', async () => {
    const { page } = await bench.context();
    await page.goto(bench.url('facilitator/sgtm-1/en/deck.html'));
    await deckReady(page);
    const [kicker, frame] = await page.evaluate(() => {
      const section = document.querySelector('section.present');
      const box = (e: Element | null | undefined) => e?.getBoundingClientRect().toJSON() as DOMRect;
      return [box(section?.querySelector('.kicker .number')), box(section)];
    });
    expect(kicker.left).toBeGreaterThan(frame.left + frame.width / 2);
  });

  test.each([
    'participants/sgtm-1/en/review.html',
    'facilitator/index.html',
    'facilitator/sgtm-1/en/handouts/quiz.html',
  ])('%s mirrors', async (path) => {
    const { page } = await bench.context({ viewport: { width: 700, height: 800 } });
    await page.goto(bench.url(path));
    expect(
      await page.evaluate(
        () => getComputedStyle(document.querySelector('h1, h2') as Element).direction,
      ),
    ).toBe('rtl');
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(
      true,
    );
  });

  test('the speaker view mirrors', async () => {
    const { page } = await bench.context();
    await page.goto(`${bench.url('facilitator/sgtm-1/en/deck.html')}?speaker`);
    const clock = page.getByRole('timer').first();
    await clock.waitFor();
    expect(
      await clock.evaluate((e) => getComputedStyle(e.parentElement as Element).direction),
    ).toBe('rtl');
  });
});
