import type { Reporter } from '../../messages/index.ts';
import type { QuizFile } from '../2-parse/schemas.ts';
import type { HandoutSource, ModuleSource, SlideSource } from '../2-parse/sources.ts';
import { entries, isCarried, type SourceId } from './coverage.ts';

type QuizItem = QuizFile['items'][number];

/** Who serves what: the check reads it, and the page shows it. */
export interface Alignment {
  criteria: { id: SourceId; slides: SlideSource[]; items: QuizItem[]; cases: HandoutSource[] }[];
  outline: { id: SourceId; slides: SlideSource[] }[];
  /** Ids that this module must carry, by kind; rows that may be left out are not counted. */
  counts: { kind: 'fact' | 'change'; listed: number; carried: number }[];
}

export function alignmentOf(module: ModuleSource): Alignment {
  const ids = (module.sourceIds?.value.ids ?? []).filter((x) => x.module === module.module);
  const notes = new Map(module.notes.map((n) => [n.meta.slide, n.meta]));
  const served = (slide: SlideSource): string[] => [
    ...slide.meta.criteria,
    ...(notes.get(slide.meta.id)?.criteria ?? []),
  ];
  const carried = (slide: SlideSource): string[] => [
    ...slide.meta.source,
    ...(notes.get(slide.meta.id)?.source ?? []),
  ];
  const all = [...entries(module)];
  return {
    criteria: ids
      .filter((x) => x.kind === 'criterion')
      .map((id) => ({
        id,
        // An exercise slide tests; it does not teach.
        slides: module.slides.filter((s) => !s.meta.exercise && served(s).includes(id.id)),
        items: (module.quiz?.value.items ?? []).filter((q) => q.criterion === id.id),
        cases: module.handouts.filter(
          (h) => h.meta.kind === 'case' && h.meta.criteria.includes(id.id),
        ),
      })),
    outline: ids
      .filter((x) => x.kind === 'outline')
      .map((id) => ({ id, slides: module.slides.filter((s) => carried(s).includes(id.id)) })),
    counts: (['fact', 'change'] as const).map((kind) => {
      const listed = ids.filter((x) => x.kind === kind && !x.optional);
      return {
        kind,
        listed: listed.length,
        carried: listed.filter((x) => isCarried(x, all)).length,
      };
    }),
  };
}

/** Each criterion is taught and tested, and each outline item has its slides. */
export function checkAlignment(module: ModuleSource, reporter: Reporter): void {
  const list = module.sourceIds;
  if (!list || module.broken.size) return;
  const place = (id: string) =>
    list.placeOf(['ids', list.value.ids.findIndex((x) => x.id === id), 'id']);
  const { criteria, outline } = alignmentOf(module);
  for (const { id, slides, items, cases } of criteria) {
    const missing = (what: string): void =>
      reporter.report('coverage/criterion', place(id.id), { what, criterion: id.id });
    if (!slides.length) missing('a slide that teaches');
    if (!items.length && !cases.length) missing('a quiz item or case that tests');
  }
  for (const { id, slides } of outline) {
    const { meaning } = id;
    if (!slides.length) reporter.report('coverage/outline', place(id.id), { id: id.id, meaning });
  }
}
