import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { root } from './lib/root.ts';
import { run } from './lib/run.ts';

/** npm test: style, types, sources, then every test; the last line counts. */
await run(async () => {
  const step = (title: string, command: string, args: string[]): boolean => {
    console.log(`\n== ${title}`);
    const result = spawnSync(join(root, 'node_modules', '.bin', command), args, {
      cwd: root,
      stdio: 'inherit',
      shell: process.platform === 'win32',
    });
    return result.status === 0;
  };
  const steps = [
    ['lint and format', 'biome', ['check', '.']],
    ['types', 'tsc', ['--noEmit']],
    ['sources', 'tsx', ['scripts/check.ts']],
    [
      'tests',
      'vitest',
      [
        'run',
        '--reporter=default',
        '--reporter=./scripts/lib/count-reporter.ts',
        ...process.argv.slice(2),
      ],
    ],
  ] as const;
  const failed = steps
    .filter(([title, command, args]) => !step(title, command, [...args]))
    .map(([title]) => title);
  if (failed.length) {
    console.error(`\nFailed: ${failed.join(', ')}`);
    return 1;
  }
  return 0;
});
