import {
  type Document,
  isMap,
  isNode,
  isScalar,
  LineCounter,
  parseDocument,
  visit,
  type YAMLError,
} from 'yaml';
import type { z } from 'zod';
import { at, type Place, type Reporter } from '../../messages/index.ts';
import { forbiddenIn } from '../1-load/characters.ts';
import { expectation, flatten, type Issue, knownKeys, named, shown, valueAt } from './explain.ts';
import { TREE_LIMIT, yamlDepth } from './limits.ts';
import { nearest } from './nearest.ts';
import { withinTime } from './within-time.ts';

/** Where a piece of YAML stands in its file. */
export interface YamlOrigin {
  file: string;
  /** Lines before the first line of the YAML in the file. */
  linesBefore?: number;
  /** Columns before its first column (an indented code block). */
  columnsBefore?: number;
  /** What it describes, where a file holds more than one: `the chart`. */
  of?: string;
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
  const place = at(origin.file, 1 + (origin.linesBefore ?? 0));
  return withinTime(place, reporter, () => readYaml(text, schema, origin, reporter));
}

function readYaml<T>(
  text: string,
  schema: z.ZodType<T>,
  origin: YamlOrigin,
  reporter: Reporter,
): Yaml<T> | undefined {
  const counter = new LineCounter();
  const place = (offset: number): Place => {
    // An error at the end is told at the last letter, not on a line that no editor shows.
    // Before it has been parsed, the counter knows no line.
    const { line, col } = counter.lineStarts.length
      ? counter.linePos(Math.min(offset, text.trimEnd().length))
      : { line: 1, col: 1 };
    return at(
      origin.file,
      line + (origin.linesBefore ?? 0),
      Math.max(1, col) + (origin.columnsBefore ?? 0),
    );
  };
  const malformed = (offset: number, reason: string): undefined =>
    void reporter.report('yaml/malformed', place(offset), { reason });

  // Before the composer runs, which calls itself for each level.
  if (yamlDepth(text) > TREE_LIMIT) return malformed(0, 'brackets or lists nested too deep');
  const doc = parseDocument(text, {
    lineCounter: counter,
    uniqueKeys: true,
    prettyErrors: false,
    // Told as findings, never printed by the library.
    logLevel: 'error',
  });
  const wrong = [...doc.errors, ...doc.warnings];
  // The first only: those that follow are mostly its echo.
  if (wrong[0]) return malformed(wrong[0].pos[0], reasonOf(wrong[0]));
  const hidden = forbiddenScalar(doc);
  if (hidden) {
    const { code, offset } = hidden;
    return void reporter.report('file/control-character', place(offset), { code });
  }

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
  for (const issue of flatten(parsed.error.issues).slice(0, TOLD)) {
    reportIssue(issue, { raw, schema, placeOf, placeOfKey, reporter, of: origin.of });
  }
  return undefined;
}

/** How many complaints about one piece of YAML are told at once. */
const TOLD = 20;

/** The first key or value that an escape such as `"\\u202E"` gave a character that no source may hold. */
function forbiddenScalar(doc: Document): { code: string; offset: number } | undefined {
  let found: { code: string; offset: number } | undefined;
  visit(doc, {
    Scalar(_key, { value, range }) {
      const bad = typeof value === 'string' ? forbiddenIn(value) : undefined;
      if (!bad) return undefined;
      found = { code: bad.code, offset: range?.[0] ?? 0 };
      return visit.BREAK;
    },
  });
  return found;
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
  if (error.code === 'MULTILINE_IMPLICIT_KEY' || /implicit key/i.test(error.message))
    return 'a line without a colon and a space after its key';
  if (/closing .quote/.test(error.message)) return 'a quotation mark that is not closed';
  const message = error.message.replace(/\.$/, '');
  return message.charAt(0).toLowerCase() + message.slice(1);
}

/** The allowed value that was meant: other capitals, or a slip. */
function nearValue(issue: Issue, value: unknown): string {
  if (typeof value !== 'string') return '';
  if (issue.code === 'invalid_value') {
    const near = nearest(value.toLowerCase(), issue.values.map(String)) ?? '';
    // Two short words may differ little and mean another thing.
    return near.startsWith(value.toLowerCase().slice(0, 3)) ? near : '';
  }
  // An id in capitals.
  return /^small letters/.test(issue.message) && /^[a-z0-9-]+$/.test(value.toLowerCase())
    ? value.toLowerCase()
    : '';
}

interface Where {
  raw: unknown;
  schema: z.ZodType;
  placeOf: PlaceOf;
  placeOfKey: PlaceOf;
  reporter: Reporter;
  of?: string;
}

function reportIssue(issue: Issue, where: Where): void {
  const { raw, schema, placeOf, placeOfKey, reporter } = where;
  const { path } = issue;
  const name = (keys: readonly PropertyKey[]): string =>
    [named(keys), ...(where.of && keys.length ? [`of ${where.of}`] : [])].join(' ');
  if (issue.code === 'unrecognized_keys') {
    const known = knownKeys(schema, path).filter(
      (key) => valueAt(raw, [...path, key]) === undefined,
    );
    for (const key of issue.keys.slice(0, TOLD)) {
      const whole = Object.values(Object(valueAt(raw, path))).find((v) => typeof v === 'number');
      if (/^\d+$/.test(key) && valueAt(raw, [...path, key]) === null) {
        reporter.report('yaml/decimal', placeOfKey([...path, key]), {
          key,
          whole: `${whole ?? 0}`,
        });
        continue;
      }
      reporter.report('yaml/unknown-key', placeOfKey([...path, key]), {
        key: name([...path, key]),
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
    const params = {
      key: 'value',
      path: `${issue.message} in ${name(path)}`,
      expected: 'a number',
    };
    reporter.report('yaml/missing-key', placeOf(path), params);
    return;
  }
  const value = valueAt(raw, path);
  if (value === undefined && path.length) {
    reporter.report('yaml/missing-key', placeOf(path.slice(0, -1)), {
      key: String(path.at(-1)),
      path: name(path),
      expected: expectation(issue),
    });
    return;
  }
  if (typeof value === 'string' && /^\d+,\d+$/.test(value)) {
    const [whole = '', key = ''] = value.split(',');
    reporter.report('yaml/decimal', placeOf(path), { key, whole });
    return;
  }
  reporter.report('yaml/invalid', placeOf(path), {
    near: nearValue(issue, value),
    value: shown(value),
    path: name(path),
    expected: expectation(issue, value),
  });
}
