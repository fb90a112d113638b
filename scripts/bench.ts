import { plansOf } from '../src/compiler/5-render/plans.ts';
import { examine } from '../src/compiler/compile.ts';
import type { Journal, JournalEvent } from '../src/model/index.ts';
import { status } from '../src/syllabus/index.ts';
import { root } from './lib/root.ts';
import { run } from './lib/run.ts';

const median = (numbers: number[]): number =>
  numbers.sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;

function time(work: () => void, runs: number): number {
  const times: number[] = [];
  for (let i = 0; i < runs; i++) {
    const start = performance.now();
    work();
    times.push(performance.now() - start);
  }
  return median(times);
}

/** npm run bench: speed as ratios of one run, so that they mean the same on any machine. */
await run(async () => {
  const { modules } = examine(root);
  const module = modules[0];
  if (!module) return 1;
  const plans = plansOf(module.syllabus.value, module.lang, (m) => `${m} minutes`);
  const journal = (events: number): Journal => ({
    version: 1,
    module: module.module,
    lang: module.lang,
    session: 'bench',
    events: Array.from({ length: events }, (_, i): JournalEvent => {
      const base = { id: `b-${i}`, seq: i, at: i * 1000 };
      if (i === 0) return { ...base, type: 'started', variant: plans[0]?.variant ?? '' };
      return {
        ...base,
        type: 'slide-shown',
        slide: module.slides[i % module.slides.length]?.meta.id ?? '',
      };
    }),
  });
  const small = journal(500);
  const large = journal(5000);
  const one = time(() => void status(plans, small, 500_000), 50);
  const ten = time(() => void status(plans, large, 5_000_000), 20);
  const check = time(() => void examine(root), 5);
  console.log(`status, 5,000 events against 500: ${(ten / one).toFixed(1)} times (10 is linear)`);
  console.log(
    `check of all sources against one status of 5,000 events: ${(check / ten).toFixed(0)} times`,
  );
  return 0;
});
