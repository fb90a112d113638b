import { isNode, LineCounter, type Node, parseDocument } from 'yaml';
import type { z } from 'zod';
import { at, type Place, type Reporter } from '../../messages/index.ts';

/** Where a piece of YAML stands in its file. */
export interface YamlOrigin {
  file: string;
  /** Lines before the first line of the YAML in the file. */
  linesBefore?: number;
  /** Columns before its first column (an indented code block). */
  columnsBefore?: number;
}

export interface Yaml<T> {
  value: T;
  /** The place of the value at a path (`['segments', 3, 'minutes']`), or of its nearest parent. */
  placeOf: (path: readonly PropertyKey[]) => Place;
}

/**
 * Parses YAML and validates it against a schema; every complaint points at its line and column.
 * @returns undefined where something was wrong (reported).
 */
export function parseYaml<T>(
  text: string,
  schema: z.ZodType<T>,
  origin: YamlOrigin,
  reporter: Reporter,
): Yaml<T> | undefined {
  const counter = new LineCounter();
  const place = (offset: number): Place => {
    const { line, col } = counter.linePos(offset);
    return at(
      origin.file,
      line + (origin.linesBefore ?? 0),
      Math.max(1, col) + (origin.columnsBefore ?? 0),
    );
  };
  const doc = parseDocument(text, {
    lineCounter: counter,
    strict: true,
    uniqueKeys: true,
    prettyErrors: false,
  });
  for (const error of [...doc.errors, ...doc.warnings]) {
    reporter.report('yaml/malformed', place(error.pos[0]), { reason: error.message });
  }
  if (doc.errors.length || doc.warnings.length) return undefined;
  const placeOf = (path: readonly PropertyKey[]): Place => {
    for (let n = path.length; n >= 0; n--) {
      const node = (n === 0 ? doc.contents : doc.getIn(path.slice(0, n), true)) as Node | undefined;
      if (isNode(node) && node.range) return place(node.range[0]);
    }
    return place(0);
  };
  let raw: unknown;
  try {
    raw = doc.toJS({ maxAliasCount: 20 });
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    reporter.report('yaml/malformed', place(0), { reason });
    return undefined;
  }
  const parsed = schema.safeParse(raw);
  if (parsed.success) return { value: parsed.data, placeOf };
  for (const issue of flatten(parsed.error.issues)) reportIssue(issue, raw, placeOf, reporter);
  return undefined;
}

type Issue = z.core.$ZodIssue;

/** A union's issues say little; those of the branch that got furthest say more. */
function flatten(issues: readonly Issue[]): Issue[] {
  return issues.flatMap((issue) => {
    if (issue.code !== 'invalid_union') return [issue];
    const branches = issue.errors.filter((b) => b.length > 0);
    const best = branches.find((b) => b.every((i) => i.path.length > 0));
    return best ? flatten(best.map((i) => ({ ...i, path: [...issue.path, ...i.path] }))) : [issue];
  });
}

function reportIssue(
  issue: Issue,
  raw: unknown,
  placeOf: Yaml<unknown>['placeOf'],
  reporter: Reporter,
): void {
  const path = issue.path.map(String).join('.');
  if (issue.code === 'unrecognized_keys') {
    for (const key of issue.keys) {
      reporter.report('yaml/unknown-key', placeOf([...issue.path, key]), {
        key: path ? `${path}.${key}` : key,
        known: '',
      });
    }
    return;
  }
  const missing = issue.code === 'invalid_type' && valueAt(raw, issue.path) === undefined;
  if (missing && issue.path.length) {
    reporter.report('yaml/missing-key', placeOf(issue.path.slice(0, -1)), {
      key: path,
      expected: `(${issue.expected})`,
    });
    return;
  }
  reporter.report('yaml/invalid', placeOf(issue.path), {
    path,
    reason: issue.message,
    expected: expectation(issue),
  });
}

function expectation(issue: Issue): string {
  if (issue.code === 'invalid_type') return `a value of type ${issue.expected}`;
  if (issue.code === 'invalid_value') return `one of ${issue.values.map(String).join(', ')}`;
  if (issue.code === 'too_small') return `at least ${issue.minimum}`;
  if (issue.code === 'too_big') return `at most ${issue.maximum}`;
  return 'a value of the form that docs/authoring.md shows';
}

const valueAt = (raw: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>(
    (value, key) =>
      value !== null && typeof value === 'object' && Object.hasOwn(value, key)
        ? (value as Record<PropertyKey, unknown>)[key]
        : undefined,
    raw,
  );
