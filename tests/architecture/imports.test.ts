import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { importsOf, violations } from './rules.ts';

const root = join(import.meta.dirname, '../..');
const files = new Map(
  readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => [
      `src/${name.replaceAll('\\', '/')}`,
      readFileSync(join(root, 'src', name), 'utf8'),
    ]),
);
const modules = readdirSync(join(root, 'slides'), { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && entry.name !== 'figures')
  .map((entry) => entry.name);

test('imports run one way, one file reads the clock, and nothing names a module', () => {
  expect(files.size).toBeGreaterThan(100);
  expect(modules).toContain('sgtm-1');
  expect(violations(files, modules)).toEqual([]);
});

test('a phase of the compiler is entered by compile.ts alone, or by a later phase', () => {
  const entered = [...files]
    .filter(([path]) => path.startsWith('src/compiler/') && !/\/\d-/.test(path))
    .filter(([, text]) => importsOf(text).some((name) => /^\.\/\d-/.test(name)));
  expect(entered.map(([path]) => path)).toEqual(['src/compiler/compile.ts']);
});

describe('the check fails when it is broken', () => {
  const planted = (path: string, text: string): string[] =>
    violations(new Map([[path, text]]), ['sgtm-1', 'policy']);

  test.each([
    ['src/model/plan.ts', "import { z } from 'zod';"],
    ['src/model/plan.ts', "export * from '../syllabus/index.ts';"],
    ['src/syllabus/pace.ts', "import type { X } from '../session/index.ts';"],
    ['src/syllabus/pace.ts', 'export const f = () => Date.now();'],
    ['src/syllabus/pace.ts', 'export const f = (at: number) => new Date(at);'],
    ['src/messages/format.ts', "import { x } from '../compiler/compile.ts';"],
    ['src/locale/index.ts', "import { x } from '../screens/strings.ts';"],
    ['src/session/store.ts', "import { x } from '../screens/data.ts';"],
    ['src/session/store.ts', "import { readFileSync } from 'node:fs';"],
    ['src/session/store.ts', 'const at = Date.now();'],
    ['src/compiler/1-load/load.ts', "import { x } from '../2-parse/parse.ts';"],
    ['src/compiler/3-check/check.ts', "const x = await import('../5-render/render.ts');"],
    ['src/compiler/5-render/render.ts', "import { t } from '../../screens/strings.ts';"],
    ['src/screens/deck.ts', "import type { Finding } from '../messages/index.ts';"],
    ['src/screens/deck.ts', "import type { Yaml } from '../compiler/2-parse/yaml.ts';"],
    ['src/screens/deck.ts', "import { join } from 'node:path';"],
    ['src/screens/deck.ts', "import '../../scripts/lib/root.ts';"],
    ['src/screens/deck.ts', 'const at = performance.now();'],
    ['src/screens/deck.ts', 'const at = new Date();'],
    ['src/screens/deck.ts', 'const at = new Date;'],
    ['src/screens/deck.ts', "if (module === 'sgtm-1') show();"],
    ['src/exports/pdf/pdf.ts', 'const path = `build/policy/en`;'],
    ['src/exports/frames/browser/index.ts', "import { x } from '../../../compiler/compile.ts';"],
    ['src/helpers/many.ts', 'export const x = 1;'],
  ])('%s with %s', (path, text) => {
    expect(planted(path, text)).toHaveLength(1);
  });

  test.each([
    ['src/syllabus/pace.ts', '/** No Date here. */\nexport const x = 1; // nor performance.now()'],
    ['src/screens/clock-source.ts', 'export const now = () => Date.now();'],
    ['src/screens/report.ts', 'const day = new Date(at).toISOString();'],
    ['src/compiler/5-render/page.ts', 'const policy = ["default-src \'none\'"];'],
    ['src/compiler/5-render/notes.ts', "import { walk } from '../3-check/walk.ts';"],
    ['src/screens/deck.ts', "import { t } from './strings.ts';\nimport { render } from 'preact';"],
  ])('%s may hold %s', (path, text) => {
    expect(planted(path, text)).toEqual([]);
  });
});
