import type { z } from 'zod';
import type { Place, Reporter } from '../../messages/index.ts';
import { expectation, flatten, type Issue, knownKeys, shown, valueAt } from './explain.ts';

interface Braces {
  /** Name of the directive. */
  name: string;
  attributes: Record<string, string | null | undefined> | null | undefined;
  place: Place;
}

const alone = (issue: Issue): boolean =>
  issue.code === 'invalid_value' && issue.values.every((v) => v === '');

/** What stands in a directive's braces, validated. @returns undefined where it is wrong (reported). */
export function readAttributes<T>(
  { name, attributes, place }: Braces,
  schema: z.ZodType<T>,
  reporter: Reporter,
): T | undefined {
  const raw = { ...attributes };
  const parsed = schema.safeParse(raw);
  if (parsed.success) return parsed.data;
  for (const issue of flatten(parsed.error.issues)) {
    if (issue.code === 'unrecognized_keys') {
      const known = knownKeys(schema, []).map((key) => `\`${key}\``);
      const what = issue.keys.map((key) => `\`${key}\``).join(', ');
      const list = known.length > 1 ? `one of ${known.join(', ')}` : known[0];
      const expected = list ?? 'no attributes';
      reporter.report('directive/attribute', place, { name, what, expected });
      continue;
    }
    const key = String(issue.path[0]);
    const value = valueAt(raw, issue.path);
    reporter.report('directive/attribute', place, {
      name,
      missing: value === undefined ? 1 : 0,
      what: value === undefined ? `\`${key}\`` : `${shown(value)} for \`${key}\``,
      expected: alone(issue) ? `\`${key}\` alone, without a value` : expectation(issue, value),
    });
  }
  return undefined;
}
