/** Pages to read, by keyboard, at twice the size of type, in a system's own colours: everything is reached, seen and whole. */
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { root } from '../../scripts/lib/root.ts';
import { examine } from '../../src/compiler/compile.ts';
import { useBench } from './support.ts';

const bench = useBench();
const { modules } = examine(root);
/** The front doors, the review pages, and of the handouts one of each kind. */
const pages = [
  'facilitator/index.html',
  'participants/index.html',
  ...modules.flatMap((m) => [
    `participants/${m.module}/${m.lang}/review.html`,
    ...[...new Map(m.handouts.map((h) => [h.meta.kind, h])).values()].map(
      ({ meta }) => `${meta.edition}/${m.module}/${m.lang}/handouts/${meta.id}.html`,
    ),
  ]),
];

const openAll = (page: Page): Promise<void> =>
  page.evaluate(() => {
    for (const details of document.querySelectorAll('details')) details.open = true;
  });

/** Where the keyboard can go, each marked with a number; radios of one name are one stop. */
const stops = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const names = new Set<string>();
    return [
      ...document.querySelectorAll<HTMLElement>(
        'a[href], button, input, select, textarea, summary, [tabindex]',
      ),
    ].flatMap((element, i) => {
      const { type, name, disabled } = element as HTMLInputElement;
      if (element.tabIndex < 0 || disabled || element.closest('[inert]')) return [];
      if (!element.checkVisibility({ visibilityProperty: true })) return [];
      const stop = type === 'radio' ? `radio ${name}` : `${element.tagName} ${i}`;
      if (names.has(stop)) return [];
      names.add(stop);
      element.dataset.stop = stop;
      return [stop];
    });
  });

interface Stop {
  stop: string;
  words: string;
  seen: boolean;
  covered: boolean;
}
const here = (page: Page): Promise<Stop | null> =>
  page.evaluate(() => {
    const element = document.activeElement as HTMLInputElement | null;
    if (!element || element === document.body) return null;
    const shown = [
      element,
      ...(element.closest('label') ? [element.closest('label') as HTMLElement] : []),
    ];
    const seen = shown.some((one) => {
      const { outlineStyle, outlineWidth } = getComputedStyle(one);
      return outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2;
    });
    const [box] = element.getClientRects();
    const at = box && document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
    const own =
      at &&
      (element.contains(at) || at.contains(element) || at.closest('label')?.contains(element));
    return {
      stop:
        element.type === 'radio'
          ? `radio ${element.name}`
          : (element.dataset.stop ?? element.tagName),
      words: (element.textContent || element.name || '').trim().slice(0, 40),
      seen,
      covered: !own,
    };
  });

describe.each(pages)('%s', (path) => {
  test('Tab reaches everything, once, in view, and shows where it is, in forced colours too', async () => {
    const { page, context } = await bench.context();
    for (const forcedColors of ['none', 'active'] as const) {
      await page.emulateMedia({ forcedColors });
      await page.goto(bench.url(path));
      await openAll(page);
      const wanted = await stops(page);
      const reached: Stop[] = [];
      for (let i = 0; i < wanted.length * 2 + 12; i++) {
        await page.keyboard.press('Tab');
        const stop = await here(page);
        if (!stop) {
          if (reached.length) break;
          continue;
        }
        // A date has a stop for each of its parts.
        if (reached.at(-1)?.stop === stop.stop) continue;
        if (reached.some((r) => r.stop === stop.stop)) break;
        reached.push(stop);
      }
      const ids = new Set(reached.map((r) => r.stop));
      expect(
        wanted.filter((id) => !ids.has(id)),
        `${forcedColors}: never reached`,
      ).toEqual([]);
      expect(
        reached.filter((r) => !r.seen),
        `${forcedColors}: focus not seen`,
      ).toEqual([]);
      expect(
        reached.filter((r) => r.covered),
        `${forcedColors}: covered`,
      ).toEqual([]);
    }
    await context.close();
  });

  test('type at 200 % breaks nothing: no sideways scrolling, no word cut off', async () => {
    const { page, context } = await bench.context();
    await page.goto(bench.url(path));
    await openAll(page);
    await page.evaluate(() => document.documentElement.style.setProperty('font-size', '200%'));
    const { wide, cut } = await page.evaluate(() => ({
      wide: document.documentElement.scrollWidth - innerWidth,
      cut: [...document.querySelectorAll<HTMLElement>('body *')]
        .filter((e) => {
          const { overflowX, overflowY, clipPath } = getComputedStyle(e);
          if (clipPath !== 'none' || !e.textContent?.trim() || e.closest('.slide, svg'))
            return false;
          return (
            (overflowX === 'hidden' && e.scrollWidth > e.clientWidth + 2) ||
            (overflowY === 'hidden' && e.scrollHeight > e.clientHeight + 2)
          );
        })
        .map((e) => e.outerHTML.slice(0, 100)),
    }));
    expect(wide).toBeLessThanOrEqual(0);
    expect(cut).toEqual([]);
    await context.close();
  });
});
