import { isMap, isNode, isScalar, LineCounter, parseDocument, type YAMLError } from 'yaml';
import type { z } from 'zod';
import { at, type Place, type Reporter } from '../../messages/index.ts';
import { expectation, flatten, type Issue, knownKeys, named, shown, valueAt } from './explain.ts';
import { nearest } from './nearest.ts';

/** Where a piece of YAML stands in its file. */
export interface YamlOrigin {
  file: string;
  /** Lines before the first line of the YAML in the file. */
  linesBefore?: number;
  /** Columns before its first column (an indented code block). */
  columnsBefore?: number;
}

type PlaceOf = (path: readonly PropertyKey[]) => Place;

export interface Yaml<T> {
  value: T;
  /** The place of the value at a path (`['segments', 3, 'minutes']`), or of its nearest parent. */
  placeOf: PlaceOf;
  /** The place of the key that a path ends with, where the key itself is wrong. */
  placeOfKey: PlaceOf;
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
    // An error at the end is told at the last letter, not on a line that no editor shows.
    const { line, col } = counter.linePos(Math.min(offset, text.trimEnd().length));
    return at(
      origin.file,
      line + (origin.linesBefore ?? 0),
      Math.max(1, col) + (origin.columnsBefore ?? 0),
    );
  };
  const malformed = (offset: number, reason: string): undefined =>
    void reporter.report('yaml/malformed', place(offset), { reason });

  let doc: ReturnType<typeof parseDocument>;
  try {
    doc = parseDocument(text, { lineCounter: counter, uniqueKeys: true, prettyErrors: false });
  } catch {
    return malformed(0, 'brackets or lists nested too deep');
  }
  const wrong = [...doc.errors, ...doc.warnings];
  for (const error of wrong) malformed(error.pos[0], reasonOf(error));
  if (wrong.length) return undefined;

  const placeOf: PlaceOf = (path) => {
    for (let n = path.length; n >= 0; n--) {
      const node = n === 0 ? doc.contents : doc.getIn(path.slice(0, n), true);
      if (isNode(node) && node.range) return place(node.range[0]);
    }
    return place(0);
  };
  const placeOfKey: PlaceOf = (path) => {
    const parent = path.length > 1 ? doc.getIn(path.slice(0, -1), true) : doc.contents;
    const pair = isMap(parent)
      ? parent.items.find((p) => isScalar(p.key) && String(p.key.value) === String(path.at(-1)))
      : undefined;
    return isScalar(pair?.key) && pair.key.range ? place(pair.key.range[0]) : placeOf(path);
  };

  let raw: unknown;
  try {
    raw = doc.toJS({ maxAliasCount: 20 });
  } catch {
    return malformed(0, 'aliases (`*name`) that repeat too much, or that nothing defines');
  }
  const parsed = schema.safeParse(raw);
  if (parsed.success) return { value: parsed.data, placeOf, placeOfKey };
  for (const issue of flatten(parsed.error.issues)) {
    reportIssue(issue, { raw, schema, placeOf, placeOfKey, reporter });
  }
  return undefined;
}

/** The parser's commonest complaints in an author's words; the rest as the parser says them. */
const REASONS: Partial<Record<YAMLError['code'], string>> = {
  BLOCK_AS_IMPLICIT_KEY: 'a second `: ` in one line, or a wrong indentation',
  DUPLICATE_KEY: 'a key that stands twice',
  TAB_AS_INDENT: 'a tab as indentation',
  BAD_INDENT: 'a wrong indentation',
  MULTIPLE_DOCS: 'a second `---`',
};

function reasonOf(error: YAMLError): string {
  const known = REASONS[error.code];
  if (known) return known;
  const message = error.message.replace(/\.$/, '');
  return message.charAt(0).toLowerCase() + message.slice(1);
}

interface Where {
  raw: unknown;
  schema: z.ZodType;
  placeOf: PlaceOf;
  placeOfKey: PlaceOf;
  reporter: Reporter;
}

function reportIssue(issue: Issue, { raw, schema, placeOf, placeOfKey, reporter }: Where): void {
  const { path } = issue;
  if (issue.code === 'unrecognized_keys') {
    const known = knownKeys(schema, path).filter(
      (key) => valueAt(raw, [...path, key]) === undefined,
    );
    for (const key of issue.keys) {
      reporter.report('yaml/unknown-key', placeOfKey([...path, key]), {
        key: named([...path, key]),
        known: known.map((k) => `\`${k}\``).join(', '),
        near: nearest(key, known) ?? '',
      });
    }
    return;
  }
  if (issue.code === 'invalid_key') {
    const key = String(path.at(-1));
    const params = { value: `key \`${key}\``, path: '', expected: expectation(issue) };
    reporter.report('yaml/invalid', placeOfKey(path), params);
    return;
  }
  if (issue.code === 'custom') {
    const params = { key: 'value', path: `${issue.message} in ${named(path)}`, expected: 'a number' };
    reporter.report('yaml/missing-key', placeOf(path), params);
    return;
  }
  const value = valueAt(raw, path);
  if (value === undefined && path.length) {
    reporter.report('yaml/missing-key', placeOf(path.slice(0, -1)), {
      key: String(path.at(-1)),
      path: named(path),
      expected: expectation(issue),
    });
    return;
  }
  reporter.report('yaml/invalid', placeOf(path), {
    value: shown(value),
    path: named(path),
    expected: expectation(issue),
  });
}
