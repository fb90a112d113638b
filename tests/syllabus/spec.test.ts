import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

const root = join(import.meta.dirname, '../..');
const read = (folder: string, end: string) =>
  readdirSync(join(root, folder))
    .filter((name) => name.endsWith(end))
    .map((name) => readFileSync(join(root, folder, name), 'utf8'))
    .join('\n');
const ids = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].map(([, id]) => id);

describe.each([
  ['src/syllabus', 'tests/syllabus'],
  ['src/session/journal', 'tests/session'],
])('%s/SPEC.md', (source, tests) => {
  const rules = ids(read(source, 'SPEC.md'), /^- \*\*\[([A-Z]+\d+)\]\*\*/gm);
  const named = ids(read(tests, '.test.ts'), /\b(?:test|holds)\(\s*'\[([A-Z]+\d+)\]/g);
  const cited = ids(read(source, '.ts'), /\[([A-Z]+\d+)\]/g);

  test('every rule is named by a test title, and no test names a rule that is not there', () => {
    expect(rules.length).toBeGreaterThan(8);
    expect(rules.filter((id) => !named.includes(id))).toEqual([]);
    expect(named.filter((id) => !rules.includes(id))).toEqual([]);
  });

  test('a rule stands once, and the code cites only rules that stand', () => {
    expect(rules.filter((id, index) => rules.indexOf(id) !== index)).toEqual([]);
    expect(cited.filter((id) => !rules.includes(id))).toEqual([]);
  });
});
