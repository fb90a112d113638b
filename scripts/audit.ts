import { spawnSync } from 'node:child_process';
import { options } from './lib/options.ts';
import { root } from './lib/root.ts';
import { run } from './lib/run.ts';

interface Report {
  error?: { code?: string; summary?: string };
  message?: string;
  metadata?: { vulnerabilities: Record<string, number>; dependencies: { total: number } };
  vulnerabilities?: Record<string, { severity: string; range: string; via: unknown[] }>;
}

/**
 * npm run audit: asks the registry for known faults of every locked package. Nothing of ours runs on a server and
 * what is bundled is listed in THIRD_PARTY.md; all the same each finding is answered, here or by an update.
 * Exit 1 on a finding, 2 where the registry gave no answer: silence is not a clean bill.
 */
await run(async () => {
  options({}, 'npm run audit');
  const { stdout, stderr } = spawnSync('npm', ['audit', '--json'], {
    cwd: root,
    encoding: 'utf8',
    shell: process.platform === 'win32',
    timeout: 60_000,
  });
  const report = parsed(stdout);
  if (!report?.metadata) {
    const why = (report?.message ?? report?.error?.summary ?? stderr ?? '').trim().split('\n')[0];
    console.error(
      `The registry did not answer${why ? `: ${why}` : ''}. Nothing is known of these packages; ask again where npm reaches registry.npmjs.org.`,
    );
    return 2;
  }
  const { total, ...kinds } = report.metadata.vulnerabilities;
  for (const [name, { severity, range }] of Object.entries(report.vulnerabilities ?? {}))
    console.log(`${severity.padEnd(9)} ${name} ${range}`);
  const counts = Object.entries(kinds).map(([kind, n]) => `${n} ${kind}`);
  console.log(
    `${report.metadata.dependencies.total} packages asked for, ${total ?? 0} known faults (${counts.join(', ')})`,
  );
  return total ? 1 : 0;
});

function parsed(text: string): Report | undefined {
  try {
    return JSON.parse(text) as Report;
  } catch {
    return undefined;
  }
}
