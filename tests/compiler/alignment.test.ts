import { describe, expect, test } from 'vitest';
import { alignmentOf } from '../../src/compiler/3-check/alignment.ts';
import { examine } from '../../src/compiler/compile.ts';
import { copyOfBase, outputsOf, project, shortPlace } from './support.ts';

const ids = (...lines: string[]): Record<string, string> => ({
  'slides/source-ids.yaml': `ids:\n${lines.map((l) => `  - ${l}\n`).join('')}`,
});
const told = (files: Record<string, string>): string[] =>
  examine(copyOfBase(files))
    .findings.filter((f) => f.rule.startsWith('coverage/'))
    .map((f) => `${f.rule} ${shortPlace(f.place)} ${f.found}`);

describe('a criterion', () => {
  test('taught on a slide and tested by a quiz item: nothing to say', () => {
    expect(told(ids('{ id: AC1, module: mini, kind: criterion, meaning: Tell a door }'))).toEqual(
      [],
    );
  });

  test('neither taught nor tested is told twice', () => {
    expect(told(ids('{ id: AC2, module: mini, kind: criterion, meaning: Shut it }'))).toEqual([
      'coverage/criterion slides/source-ids.yaml:2:11 Missing a slide that teaches AC2',
      'coverage/criterion slides/source-ids.yaml:2:11 Missing a quiz item or case that tests AC2',
    ]);
  });

  test('on an exercise slide is not taught', () => {
    const slide =
      '---\nid: x1\nnumber: X1\ntitle: T\nlayout: exercise\nadded: A\nexercise: quiz-answers\ncriteria: [AC2]\n---\n# A line\n\n::quiz{show="answers"}\n';
    const found = told({
      ...ids('{ id: AC2, module: mini, kind: criterion, meaning: Shut it }'),
      'slides/mini/en/03-x1.md': slide,
    });
    expect(found.filter((x) => x.includes('a slide'))).toHaveLength(1);
  });

  test('of another module is none of ours', () => {
    expect(told(ids('{ id: AC2, module: other, kind: criterion, meaning: Shut it }'))).toEqual([]);
  });
});

test('an outline item has its slide', () => {
  expect(told(ids('{ id: O1, module: mini, kind: outline, meaning: Doors }'))).toEqual([
    'coverage/outline slides/source-ids.yaml:2:11 Missing a slide for O1 (Doors)',
  ]);
});

describe('the product', () => {
  const { modules } = examine(project);

  test('teaches and tests all that it promises', () => {
    const [module] = modules.filter((m) => alignmentOf(m).criteria.length);
    expect(module).toBeDefined();
    if (!module) return;
    const { criteria, outline, counts } = alignmentOf(module);
    expect(criteria.map((c) => c.id.id)).toEqual(['outcome', 'AC1', 'AC2', 'AC3', 'AC4', 'AC5']);
    expect(outline).toHaveLength(11);
    for (const c of criteria) {
      expect(c.slides.length, c.id.id).toBeGreaterThan(0);
      expect(c.items.length + c.cases.length, c.id.id).toBeGreaterThan(0);
    }
    for (const { listed, carried } of counts) expect(carried).toBe(listed);
  });

  test('shows it on a page for the facilitator alone', async () => {
    const pages = (await outputsOf(project)).filter((o) => o.path.endsWith('/alignment.html'));
    expect(pages.map((p) => p.path.split('/')[0])).toEqual(['facilitator']);
    const html = String(pages[0]?.content);
    expect(html).toContain('alignment-criteria');
    expect(html).toMatch(/AC4 · [^<]+<\/th><td>S8b<\/td><td>11<\/td>/);
    expect(html).toMatch(/O11 · Summary<\/th><td>S13, X6<\/td>/);
  }, 120_000);
});
