import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { root } from './lib/root.ts';
import { run } from './lib/run.ts';

/** npm test: style, types, sources, then every test; the last line counts all of them. */
await run(async () => {
  const step = (title: string, command: string, args: string[], env = {}): boolean => {
    console.log(`\n== ${title}`);
    const result = spawnSync(join(root, 'node_modules', '.bin', command), args, {
      cwd: root,
      stdio: 'inherit',
      shell: process.platform === 'win32',
      env: { ...process.env, ...env },
    });
    return result.status === 0;
  };
  const steps = [
    ['lint and format', 'biome', ['check', '.']],
    ['types', 'tsc', ['--noEmit']],
    ['sources', 'tsx', ['scripts/check.ts']],
  ] as const;
  const failed = steps.filter(([title, command, args]) => !step(title, command, [...args]));
  if (failed.length) console.error(`\nFailed: ${failed.map(([title]) => title).join(', ')}`);
  const reporters = ['--reporter=default', '--reporter=./scripts/lib/count-reporter.ts'];
  const tested = step('tests', 'vitest', ['run', ...reporters, ...process.argv.slice(2)], {
    STEPS_PASSED: String(steps.length - failed.length),
    STEPS_FAILED: String(failed.length),
  });
  return tested && !failed.length ? 0 : 1;
});
