import { existsSync } from 'node:fs';
import type { Reporter } from '../../messages/index.ts';
import { placeOfNode } from '../2-parse/markdown.ts';
import { plainText } from '../2-parse/plain-text.ts';
import type { ModuleSource } from '../2-parse/sources.ts';
import { PHASES } from '../2-parse/vocabulary.ts';
import { iconPath } from '../icons.ts';
import { type AnyDirective, isDirective, trees, walk } from './walk.ts';

/** Handouts, local facts, icons and quizzes that a text names are there. */
export function checkReferences(module: ModuleSource, reporter: Reporter): void {
  const handouts = module.handouts.map((h) => h.meta.id);
  const fields = module.profile.fields.map((f) => f.id);
  const base = `handouts/${module.module}/${module.lang}`;
  const has = (id: string): boolean =>
    handouts.includes(id) || module.broken.has(`${base}/${id}.md`);
  const fieldsBroken = module.broken.has('profile/fields.yaml') || module.broken.has('profile');
  const list = (names: readonly string[]): string => names.map((n) => `\`${n}\``).join(', ');
  const syllabus = module.syllabus.value;
  const lengths = [...syllabus.parts, ...syllabus.segments].map(({ id }) => id).concat(PHASES);
  const guarded = new Set(
    module.handouts.filter((h) => h.meta.edition === 'facilitator').map((h) => h.meta.id),
  );
  const own = new Set([...guarded].map((id) => `${base}/${id}.md`));
  for (const { file, where, blocks } of trees(module)) {
    const open = where !== 'notes' && !own.has(file);
    walk(blocks, (node, ancestors) => {
      if (!isDirective(node)) return;
      const place = placeOfNode(file, node);
      const id = plainText(node);
      if (where === 'handout' && open && isForTeam(node)) {
        const expected = `\`${node.name}\` in a handout whose edition is \`facilitator\``;
        reporter.report('directive/place', place, { name: node.name, expected });
      }
      if (!id && node.name !== 'quiz') return; // empty brackets have been told
      if (node.name === 'handout' && !has(id)) {
        reporter.report('reference/handout', place, {
          id,
          known: list(handouts),
          path: `${base}/${id}.md`,
        });
      } else if (node.name === 'handout' && open && guarded.has(id)) {
        if (ancestors.some((a) => isDirective(a) && a.name === 'facilitator')) return;
        reporter.report('reference/edition', place, { id, where: 'a text for participants' });
      } else if (node.name === 'profile' && !fields.includes(id) && !fieldsBroken) {
        reporter.report('reference/profile', place, { id, known: list(fields) });
      } else if (node.name === 'minutes' && !lengths.includes(node.attributes?.of ?? '')) {
        if (!node.attributes?.of) return; // missing braces have been told
        reporter.report('reference/segment', place, {
          what: 'segment, part or phase',
          id: node.attributes.of,
          known: list(lengths),
        });
      } else if (node.name === 'icon' && !(/^[a-z0-9-]+$/.test(id) && existsSync(iconPath(id)))) {
        reporter.report('reference/icon', place, { name: id });
      } else if (node.name === 'quiz' && !module.quiz && !module.broken.has(`${base}/quiz.yaml`)) {
        reporter.report('quiz/missing', place, { path: `${base}/quiz.yaml` });
      }
    });
  }
  for (const handout of module.handouts) {
    for (const [i, id] of (handout.meta.pack ?? []).entries()) {
      const named = module.handouts.find((h) => h.meta.id === id);
      if (named?.meta.edition === 'facilitator' && handout.meta.edition === 'participants') {
        reporter.report('reference/edition', handout.placeOf(['pack', i]), {
          id,
          where: 'a pack for participants',
        });
      } else if (!has(id)) {
        reporter.report('reference/handout', handout.placeOf(['pack', i]), {
          id,
          known: list(handouts),
          path: `${base}/${id}.md`,
        });
      }
    }
  }
}

/** Notes and answers: on paper that participants get, they would be in the wrong hands. */
const isForTeam = (node: AnyDirective): boolean =>
  node.name === 'all-notes' ||
  node.name === 'case-guide' ||
  (node.name === 'quiz' && node.attributes?.show === 'key');
