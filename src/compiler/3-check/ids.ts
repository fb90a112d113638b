import type { Place, Reporter } from '../../messages/index.ts';
import type { ModuleSource } from '../2-parse/sources.ts';

/** Ids are unique (both places are shown) and agree with the file's name. */
export function checkIds(module: ModuleSource, reporter: Reporter): void {
  const unique = (things: { id: string; place: Place }[]): void => {
    const seen = new Map<string, Place>();
    for (const { id, place } of things) {
      const first = seen.get(id);
      if (first)
        reporter.report(
          'id/duplicate',
          place,
          { id },
          { place: first, what: `the first \`${id}\`` },
        );
      else seen.set(id, place);
    }
  };
  unique(module.slides.map((s) => ({ id: s.meta.id, place: s.placeOf(['id']) })));
  unique(module.slides.map((s) => ({ id: s.meta.number, place: s.placeOf(['number']) })));
  unique(module.notes.map((n) => ({ id: n.meta.slide, place: n.placeOf(['slide']) })));
  unique(module.handouts.map((h) => ({ id: h.meta.id, place: h.placeOf(['id']) })));
  const syllabus = module.syllabus;
  unique(
    syllabus.value.segments.map((s, i) => ({
      id: s.id,
      place: syllabus.placeOf(['segments', i, 'id']),
    })),
  );
  unique(
    syllabus.value.roles.map((r, i) => ({ id: r.id, place: syllabus.placeOf(['roles', i, 'id']) })),
  );
  const { parts, cuts, stretches, variants } = syllabus.value;
  for (const [key, things] of Object.entries({ parts, cuts, stretches, variants })) {
    unique(things.map(({ id }, i) => ({ id, place: syllabus.placeOf([key, i, 'id']) })));
  }
  for (const [i, { breaks }] of variants.entries()) {
    unique(
      breaks.map(({ id }, j) => ({
        id,
        place: syllabus.placeOf(['variants', i, 'breaks', j, 'id']),
      })),
    );
  }
  unique(module.profile.fields.map(({ id }, i) => ({ id, place: module.profile.placeOfField(i) })));
  unique(module.moments?.moments ?? []);
  if (module.quiz) {
    const quiz = module.quiz;
    unique(quiz.value.items.map((q, i) => ({ id: q.id, place: quiz.placeOf(['items', i, 'id']) })));
  }
  const named = (file: string, id: string, place: Place): void => {
    const name = file.split('/').pop() ?? file;
    const expected = name.replace(/^\d+-/, '').replace(/\.md$/, '');
    if (expected !== id) reporter.report('id/file-name', place, { id, name, expected });
  };
  for (const s of module.slides) named(s.file, s.meta.id, s.placeOf(['id']));
  for (const n of module.notes) named(n.file, n.meta.slide, n.placeOf(['slide']));
  for (const h of module.handouts) {
    const name = h.file.split('/').pop() ?? '';
    const expected = name.replace(/\.md$/, '');
    const { id } = h.meta;
    if (expected !== id) reporter.report('id/file-name', h.placeOf(['id']), { id, name, expected });
  }
  if (syllabus.value.module !== module.module) {
    reporter.report('id/file-name', syllabus.placeOf(['module']), {
      id: syllabus.value.module,
      name: syllabus.file,
      of: 'folder',
      expected: module.module,
    });
  }
}
