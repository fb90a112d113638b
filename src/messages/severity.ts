import type { RuleId } from './catalogue.ts';
import type { Severity } from './finding.ts';

/** Rules do not choose how grave they are; this table does. What is not listed is an error. */
const WARNINGS: ReadonlySet<RuleId> = new Set<RuleId>([
  'slide/words',
  'notes/too-long',
  'language/grade',
  'language/number',
]);

/** @param strict warnings count as errors. */
export const severityOf = (rule: RuleId, strict = false): Severity =>
  !strict && WARNINGS.has(rule) ? 'warning' : 'error';
