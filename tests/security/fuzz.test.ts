/** Some hundred inputs with a fixed seed; `npm run fuzz -- --runs 100000` tries more. */
import { expect, test } from 'vitest';
import { PROPERTIES, reached, type Tried, tryAll } from './properties.ts';

const RUNS = 600;

test(`${RUNS} generated inputs break nothing`, { timeout: 120_000 }, async () => {
  const all: Tried[] = await tryAll(RUNS, 2004, () => undefined);
  expect(all.flatMap((one) => one.failed ?? [])).toEqual([]);
  expect(all).toHaveLength(PROPERTIES.length);
  expect(all.reduce((n, one) => n + one.runs, 0)).toBeGreaterThanOrEqual(RUNS);
  // Not only refusals were tried.
  for (const [what, n] of Object.entries(reached)) expect(n, what).toBeGreaterThan(10);
});
