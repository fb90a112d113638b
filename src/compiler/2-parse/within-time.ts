import { createContext, Script } from 'node:vm';
import type { Place, Reporter } from '../../messages/index.ts';

/** What each file may take, and what all slow files of one run may take beyond it, ms. A page of ours takes about 20. */
const EACH = 1_500;
const TOGETHER = 8_000;

/** What is left of TOGETHER: a reporter lives as long as one run of the compiler. */
const purses = new WeakMap<Reporter, number>();

const sandbox: { work: () => unknown } = { work: () => undefined };
const context = createContext(sandbox);
const script = new Script('work()');

/**
 * Runs a parser over what somebody wrote, and ends it when it takes too long: no look at the text can tell how long
 * Markdown takes (20 KB of `:::a` lines take two minutes).
 * @returns undefined where it was ended (reported).
 */
export function withinTime<T>(place: Place, reporter: Reporter, work: () => T): T | undefined {
  const purse = purses.get(reporter) ?? TOGETHER;
  const outer = sandbox.work;
  const started = performance.now();
  sandbox.work = work;
  try {
    return script.runInContext(context, { timeout: Math.ceil(EACH + purse) }) as T;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ERR_SCRIPT_EXECUTION_TIMEOUT') throw error;
    reporter.report('file/too-slow', place);
    return undefined;
  } finally {
    sandbox.work = outer;
    const over = Math.max(0, performance.now() - started - EACH);
    purses.set(reporter, Math.max(0, purse - over));
  }
}
