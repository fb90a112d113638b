import type { Reporter, TestModule } from 'vitest/node';

/** The one closing line that anyone, and CI, can read: `N passed, N failed, N skipped`. */
export default class CountReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], errors: readonly unknown[]): void {
    const count = { passed: 0, failed: errors.length, skipped: 0 };
    for (const module of modules) {
      if (module.state() === 'failed' && ![...module.children.allTests()].length) count.failed++;
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
