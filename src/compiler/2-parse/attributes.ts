import type { z } from 'zod';
import type { Place, Reporter } from '../../messages/index.ts';
import { expectation, flatten, knownKeys, shown, valueAt } from './explain.ts';

interface Braces {
  /** Name of the directive. */
  name: string;
  attributes: Record<string, string | null | undefined> | null | undefined;
  place: Place;
}

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
      const expected = known.length ? `one of ${known.join(', ')}` : 'no attributes';
      reporter.report('directive/attribute', place, { name, what, expected });
      continue;
    }
    const key = String(issue.path[0]);
    const value = valueAt(raw, issue.path);
    reporter.report('directive/attribute', place, {
      name,
      missing: value === undefined ? 1 : 0,
      what: value === undefined ? `\`${key}\`` : `${shown(value)} for \`${key}\``,
      expected: expectation(issue),
    });
  }
  return undefined;
}
