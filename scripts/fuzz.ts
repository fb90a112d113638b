import { reached, slowest, tryAll } from '../tests/security/properties.ts';
import { options } from './lib/options.ts';
import { run } from './lib/run.ts';

/** npm run fuzz [-- --runs 100000 --seed 1]: hostile sources, journals and messages; says how many were tried. */
await run(async () => {
  const values = options(
    { runs: { type: 'string', default: '20000' }, seed: { type: 'string' } },
    'npm run fuzz -- --runs 20000 --seed 1',
  );
  const runs = Number(values.runs);
  const seed = Number(values.seed ?? Date.now() % 2 ** 31);
  if (!Number.isInteger(runs) || runs < 1 || !Number.isInteger(seed)) {
    console.error('Found no whole numbers; expected `npm run fuzz -- --runs 20000 --seed 1`.');
    return 1;
  }
  console.log(`Seed ${seed}`);
  const all = await tryAll(runs, seed, ({ name, runs: n, ms, failed }) => {
    console.log(
      `${failed ? 'FAILED' : 'held  '} ${String(n).padStart(7)} inputs ${(ms / 1000).toFixed(1).padStart(7)} s  ${name}`,
    );
    if (failed) console.error(`\n${failed}\n`);
  });
  const tried = all.reduce((n, one) => n + one.runs, 0);
  const broken = all.filter((one) => one.failed).length;
  console.log(
    `\n${tried} inputs tried, ${broken} of ${all.length} properties broken; slowest ${Math.round(slowest.ms)} ms (${slowest.what}); ${reached.built} built whole, ${reached.read} read by schemas, ${reached.journals} journals`,
  );
  return broken ? 1 : 0;
});
