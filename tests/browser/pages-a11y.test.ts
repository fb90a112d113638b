/** Pages to read, in both editions: axe finds nothing, nothing is asked of the network, nothing breaks the policy. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { root } from '../../scripts/lib/root.ts';
import { examine } from '../../src/compiler/compile.ts';
import { useBench } from './support.ts';

const bench = useBench();
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

const { modules } = examine(root);
const pages = [
  'facilitator/index.html',
  'participants/index.html',
  ...modules.flatMap((m) => {
    const base = `${m.module}/${m.lang}`;
    return [
      `participants/${base}/review.html`,
      ...m.handouts.map((h) => `facilitator/${base}/handouts/${h.meta.id}.html`),
      ...m.handouts
        .filter((h) => h.meta.edition === 'participants')
        .map((h) => `participants/${base}/handouts/${h.meta.id}.html`),
    ];
  }),
];

const openAll = (page: Page): Promise<void> =>
  page.evaluate(() => {
    for (const details of document.querySelectorAll('details')) details.open = true;
  });

describe.each(pages)('%s', (path) => {
  test('axe finds nothing', async () => {
    const { page, context } = await bench.context({ bypassCSP: true });
    await page.goto(bench.url(path));
    await openAll(page);
    await page.addScriptTag({ content: axe });
    const found = await page.evaluate(async (tags) => {
      const { violations } = await (
        window as unknown as {
          axe: {
            run(o: object): Promise<{
              violations: { id: string; nodes: { html: string; failureSummary: string }[] }[];
            }>;
          };
        }
      ).axe.run({ runOnly: tags });
      return violations.map(
        (v) => `${v.id}: ${v.nodes[0]?.html.slice(0, 160)} ${v.nodes[0]?.failureSummary}`,
      );
    }, TAGS);
    expect(found).toEqual([]);
    await context.close();
  });

  test('asks nothing of the network, keeps its own policy, fits 320 px', async () => {
    const { page, context, requests, troubles } = await bench.context({
      viewport: { width: 320, height: 640 },
    });
    await page.goto(bench.url(path));
    await openAll(page);
    await page.evaluate(() => document.fonts.ready);
    expect(requests).toEqual([]);
    expect(troubles).toEqual([]);
    const { wide, culprits } = await page.evaluate(() => ({
      wide: document.documentElement.scrollWidth,
      culprits: [...document.querySelectorAll('body *')]
        .filter((e) => e.getBoundingClientRect().right > innerWidth + 1)
        .slice(0, 3)
        .map((e) => e.outerHTML.slice(0, 120)),
    }));
    expect(wide, culprits.join('\n')).toBeLessThanOrEqual(320);
    await context.close();
  });
});
