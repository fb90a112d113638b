/** What a schema complains about, in an author's words: no library's wording reaches a person. */
import type { z } from 'zod';

export type Issue = z.core.$ZodIssue;

/** A union's issues say little; those of the branch that the author meant say more. */
export function flatten(issues: readonly Issue[]): Issue[] {
  return issues.flatMap((issue) => {
    if (issue.code !== 'invalid_union') return [issue];
    const best =
      issue.errors.find((b) => b.length > 0 && b.every((i) => i.path.length > 0)) ??
      issue.errors.find((b) => b.length > 0 && b.every((i) => !ofAnotherKind(i)));
    if (!best) return [issue];
    return flatten(best.map((i) => ({ ...i, path: [...issue.path, ...i.path] })));
  });
}

const ofAnotherKind = (issue: Issue): boolean =>
  issue.code === 'invalid_type' || issue.code === 'invalid_value';

const TYPES: Record<string, string> = {
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  boolean: '`true` or `false`',
  array: 'a list (`[one, two]`, or lines that begin with `- `)',
  object: 'keys with values (`key: value`)',
  record: 'keys with values (`key: value`)',
};

/** What would have been right, where `value` stands. */
export function expectation(issue: Issue, value?: unknown): string {
  // A schema may say it itself; the library's own wording reaches nobody.
  if (!/^(?:Invalid|Too|Unrecognized) /.test(issue.message)) return issue.message;
  switch (issue.code) {
    case 'invalid_type':
      if (issue.expected === 'string' && ['number', 'boolean'].includes(typeof value))
        return 'text, in double quotes';
      return TYPES[issue.expected] ?? 'a value of another kind';
    case 'invalid_value': {
      const values = issue.values.map((v) => (v === '' ? '`""`' : `\`${String(v)}\``));
      return values.length > 1 ? `one of ${values.join(', ')}` : (values[0] ?? '');
    }
    case 'too_small':
      return amount(
        issue.origin,
        Number(issue.minimum),
        issue.inclusive ? 'at least' : 'more than',
      );
    case 'too_big':
      return amount(issue.origin, Number(issue.maximum), issue.inclusive ? 'at most' : 'less than');
    case 'invalid_format':
      return issue.format === 'date' ? 'a date such as "2026-01-31"' : 'another form';
    case 'invalid_key':
      return flatten(issue.issues)
        .map((i) => expectation(i))
        .join(', ');
    case 'invalid_union':
      return [
        ...new Set(issue.errors.flatMap((b) => b.slice(0, 1).map((i) => expectation(i, value)))),
      ].join(' or ');
    default:
      return 'the form that docs/authoring.md shows';
  }
}

function amount(origin: string, n: number, how: string): string {
  if (origin === 'string') return n === 1 ? 'some text' : `${how} ${n} letters`;
  if (origin === 'array') return `${how} ${n} ${n === 1 ? 'entry' : 'entries'}`;
  return `${how} ${n}`;
}

/** What stands there, short enough for one line. */
export function shown(value: unknown): string {
  if (value === null || value === undefined || value === '') return 'empty value';
  if (Array.isArray(value)) return value.length ? `list of ${value.length}` : 'empty list';
  if (typeof value === 'object') return 'keys with values';
  const text = String(value).replace(/\s+/g, ' ');
  return `\`${text.length > 40 ? `${text.slice(0, 39)}…` : text}\``;
}

/** `['segments', 3, 'minutes']` → “`minutes` in entry 4 of `segments`”. */
export function named(path: readonly PropertyKey[]): string {
  const last = path.findLastIndex((key) => typeof key === 'number');
  const keys = path.slice(last + 1).map(String);
  if (last < 0) return keys.length ? `\`${keys.join('.')}\`` : '';
  const entry = `entry ${Number(path[last]) + 1} of ${named(path.slice(0, last))}`;
  return keys.length ? `\`${keys.join('.')}\` in ${entry}` : entry;
}

/** The keys that a schema allows at a path; none where it allows any. */
export function knownKeys(schema: z.core.$ZodType, path: readonly PropertyKey[]): string[] {
  const def = (schema as z.core.$ZodTypes)._zod.def;
  const [key, ...rest] = path;
  switch (def.type) {
    case 'optional':
    case 'default':
      return knownKeys(def.innerType, path);
    case 'object': {
      if (key === undefined) return Object.keys(def.shape);
      const next = Object.hasOwn(def.shape, key) ? def.shape[String(key)] : undefined;
      return next ? knownKeys(next, rest) : [];
    }
    case 'array':
      return knownKeys(def.element, rest);
    case 'record':
      return knownKeys(def.valueType, rest);
    default:
      return [];
  }
}

export const valueAt = (raw: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>(
    (value, key) =>
      value !== null && typeof value === 'object' && Object.hasOwn(value, key)
        ? (value as Record<PropertyKey, unknown>)[key]
        : undefined,
    raw,
  );
