import type { Place, Reporter } from '../../messages/index.ts';
import type { SourceIdsFile } from '../2-parse/schemas.ts';
import type { ModuleSource, SourceIdsSource } from '../2-parse/sources.ts';

export type SourceId = SourceIdsFile['ids'][number];

/** One id that a file lists under `source`, and where. */
interface Entry {
  id: string;
  place: Place;
  /** The handout that lists it, where it is one. */
  handout?: string;
}

/** Everything that the files of a module list under `source`. */
export function* entries(module: ModuleSource): Generator<Entry> {
  const documents = [
    ...module.slides.map((s) => ({ ...s, ids: s.meta.source, handout: undefined })),
    ...module.notes.map((n) => ({ ...n, ids: n.meta.source, handout: undefined })),
    ...(module.moments
      ? [{ ...module.moments, ids: module.moments.source, handout: undefined }]
      : []),
    ...module.handouts.map((h) => ({ ...h, ids: h.meta.source, handout: h.meta.id })),
  ];
  for (const { ids, placeOf, handout } of documents) {
    for (const [i, id] of ids.entries()) yield { id, place: placeOf(['source', i]), handout };
  }
  for (const [i, item] of module.quiz?.value.items.entries() ?? []) {
    const place = module.quiz?.placeOf(['items', i, 'source']);
    if (item.source && place) yield { id: item.source, place };
  }
}

/** Is an id carried, by whoever must carry it? Criteria and outline items have a check of their own. */
export const isCarried = (of: SourceId, carried: readonly Entry[]): boolean =>
  carried.some((e) => e.id === of.id && (!of.handout || e.handout === of.handout));

/** A file that could not be read carries nothing: then nothing can be said about what is missing. */
const isWhole = ({ module, lang, broken }: ModuleSource): boolean =>
  // Without its syllabus a whole module is missing here.
  ![...broken].some(
    (path) => path.includes(`/${module}/${lang}/`) || path.endsWith('/syllabus.yaml'),
  );

/** Every id of the source is carried somewhere, and nothing names an id that the source does not have. */
export function checkCoverage(modules: readonly ModuleSource[], reporter: Reporter): void {
  const list = modules[0]?.sourceIds;
  if (!list) return;
  checkUnique(list, reporter);
  const known = new Set(list.value.ids.map((x) => x.id));
  for (const module of modules) {
    for (const { id, place } of entries(module)) {
      if (!known.has(id)) reporter.report('reference/inventory', place, { id });
    }
  }
  if (!modules.every(isWhole)) return;
  for (const lang of new Set(modules.map((m) => m.lang))) {
    const ofLang = modules.filter((m) => m.lang === lang);
    const carried = new Map(ofLang.map((m) => [m.module, [...entries(m)]]));
    const anywhere = [...carried.values()].flat();
    for (const [i, of] of list.value.ids.entries()) {
      if (of.optional || of.kind === 'criterion' || of.kind === 'outline') continue;
      const where = of.module === 'any' ? anywhere : (carried.get(of.module) ?? []);
      if (isCarried(of, where)) continue;
      reporter.report('coverage/not-carried', list.placeOf(['ids', i, 'id']), {
        id: of.id,
        meaning: of.meaning,
        handout: of.handout ?? '',
      });
    }
  }
}

function checkUnique(list: SourceIdsSource, reporter: Reporter): void {
  const seen = new Map<string, number>();
  for (const [i, { id }] of list.value.ids.entries()) {
    const first = seen.get(id);
    if (first === undefined) seen.set(id, i);
    else {
      const place = list.placeOf(['ids', first, 'id']);
      const related = { place, what: `the first \`${id}\`` };
      reporter.report('id/duplicate', list.placeOf(['ids', i, 'id']), { id }, related);
    }
  }
}
