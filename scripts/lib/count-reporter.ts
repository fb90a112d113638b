import type { Reporter, TestModule } from 'vitest/node';

/**
 * The one closing line that anyone, and CI, can read: `N passed, N failed, N skipped`.
 * What fails outside a test (a file that does not load, a hook, a stray error) counts as failed;
 * so do the steps before the tests, which scripts/test.ts hands over in STEPS_PASSED and STEPS_FAILED.
 */
export default class CountReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], errors: readonly unknown[]): void {
    const count = {
      passed: Number(process.env.STEPS_PASSED ?? 0),
      failed: Number(process.env.STEPS_FAILED ?? 0) + errors.length,
      skipped: 0,
    };
    for (const module of modules) {
      if (module.errors().length) count.failed++;
      for (const suite of module.children.allSuites()) if (suite.errors().length) count.failed++;
      for (const test of module.children.allTests()) {
        const { state } = test.result();
        if (state === 'passed' || state === 'failed') count[state]++;
        else count.skipped++;
      }
    }
    process.on('exit', () =>
      console.log(`${count.passed} passed, ${count.failed} failed, ${count.skipped} skipped`),
    );
  }
}
