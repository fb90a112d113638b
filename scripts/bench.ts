import { plansOf } from '../src/compiler/5-render/plans.ts';
import { compile, examine } from '../src/compiler/compile.ts';
import type { Journal, JournalEvent } from '../src/model/index.ts';
import { parseJournal, serialise } from '../src/session/journal/index.ts';
import { propose, status } from '../src/syllabus/index.ts';
import { options } from './lib/options.ts';
import { root } from './lib/root.ts';
import { run } from './lib/run.ts';

const MIN = 60_000;
/** Events of a session of 90 minutes: a heartbeat a minute, some 23 slides in some 80 steps, ticks and notes. */
const SESSION = 250;

/** Median time of one call, ms: many calls in a row, so that a timer's grain does not matter. */
function time(work: () => unknown, calls: number, rounds = 7): number {
  work();
  const times = Array.from({ length: rounds }, () => {
    const start = performance.now();
    for (let i = 0; i < calls; i++) work();
    return (performance.now() - start) / calls;
  });
  return times.sort((a, b) => a - b)[rounds >> 1] ?? 0;
}

async function once(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

/** npm run bench: speed as ratios of one run, so that they mean the same on any machine. */
await run(async () => {
  options({}, 'npm run bench');
  const { modules } = examine(root);
  const module = modules.find((m) => m.syllabus.value.minutes === 90) ?? modules[0];
  if (!module) return 1;
  const plans = plansOf(module.syllabus.value, module.lang, (m) => `${m} minutes`);
  const names = { module: module.module, lang: module.lang };
  const slides = module.slides.map((s) => s.meta.id);

  /** A session of so many events, spread evenly over 90 minutes. */
  const journal = (events: number): Journal => ({
    version: 1,
    ...names,
    session: 'bench',
    events: Array.from({ length: events }, (_, i): JournalEvent => {
      const base = { id: `b-${i}`, seq: i, at: Math.round((i / events) * 90 * MIN) };
      if (i === 0) return { ...base, type: 'started', variant: plans[0]?.variant ?? '' };
      const slide = slides[Math.floor((i / events) * slides.length)] ?? '';
      return { ...base, type: 'slide-shown', slide };
    }),
  });
  const show = (what: string, ratio: number, means: string): void =>
    console.log(`${ratio.toFixed(1).padStart(8)} ×  ${what.padEnd(58)}  ${means}`);

  const session = journal(SESSION);
  const text = serialise(session);
  const tick = time(() => status(plans, session, 90 * MIN), 50);
  const longer = journal(SESSION * 10);
  const long = time(() => status(plans, longer, 90 * MIN), 20);
  const json = time(
    () =>
      text
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line)),
    50,
  );
  console.log(`The clock, for a session of ${SESSION} events`);
  show('one status : reading the same journal as JSON', tick / json, 'each second, in each window');
  show('status of ten times the events : of one', long / tick, '10 is linear');
  show(
    'propose : status',
    time(() => propose(plans, session, 90 * MIN), 20) / tick,
    'when late, each second',
  );
  show(
    'opening the journal, checked : reading it as JSON',
    time(() => parseJournal(text, names), 20) / json,
    'once a window',
  );

  const check = time(() => examine(root), 1, 5);
  const first = await once(() => compile({ root }));
  const again = await once(() => compile({ root }));
  console.log('The compiler, for all sources');
  show('check : one status', check / tick, 'npm run check, without a browser');
  show('first build : check', first / check, 'scripts bundled, fonts cut to their letters');
  show('build after a change : first build', again / first, 'npm start, each time a file is saved');
  return 0;
});
