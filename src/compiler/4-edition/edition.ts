import type { Nodes, Parents, Root } from 'mdast';
import type { Edition } from '../../model/index.ts';
import type { HandoutSource, ModuleSource, SlideSource } from '../2-parse/sources.ts';

/**
 * Phase 4: what one edition may hold, decided on the trees. What is taken out here exists nowhere downstream:
 * no page, script, search index or PDF of the participants' edition can show what it was never given.
 */
export function forEdition(module: ModuleSource, edition: Edition): ModuleSource {
  const prune = edition === 'participants' ? isForFacilitator : isComment;
  const slides = module.slides.map((s): SlideSource => ({ ...s, ...pruned(s, prune) }));
  const handouts = module.handouts
    .filter((h) => edition === 'facilitator' || h.meta.edition === 'participants')
    .map((h): HandoutSource => ({ ...h, ...pruned(h, prune) }));
  if (edition === 'facilitator') return { ...module, slides, handouts };
  return {
    ...module,
    figures: shown(module.figures, [...slides, ...handouts]),
    slides: slides.map((s) => ({ ...s, meta: { ...s.meta, added: undefined, source: [] } })),
    handouts: handouts.map((h) => ({
      ...h,
      meta: {
        ...h.meta,
        added: undefined,
        source: [],
        case: h.meta.case && { ...h.meta.case, presenter: '' },
      },
    })),
    notes: [],
    moments: null,
    quiz: module.quiz && {
      ...module.quiz,
      value: {
        items: module.quiz.value.items.map((q) => ({
          ...q,
          facilitator: {},
          added: q.added && 'added',
        })),
      },
    },
    syllabus: {
      ...module.syllabus,
      value: {
        ...module.syllabus.value,
        roles: [],
        cuts: [],
        stretches: [],
        segments: module.syllabus.value.segments.map((g) => ({ ...g, cues: [], presenters: [] })),
        variants: module.syllabus.value.variants.map((v) => ({ ...v, note: undefined })),
      },
    },
    profile: {
      ...module.profile,
      values: {
        ...module.profile.values,
        values: Object.fromEntries(
          Object.entries(module.profile.values.values).filter(
            ([id]) => !module.profile.fields.find((f) => f.id === id)?.private,
          ),
        ),
      },
    },
  };
}

/** The drawings that these texts show: the styles of the others, with their names, stay with the facilitators. */
function shown(
  figures: ModuleSource['figures'],
  documents: readonly { tree: Root }[],
): ModuleSource['figures'] {
  const names = new Set<string>();
  const look = (node: Nodes): void => {
    if (node.type === 'containerDirective' && node.name === 'figure')
      names.add(node.attributes?.name ?? '');
    if ('children' in node) node.children.forEach(look);
  };
  for (const { tree } of documents) look(tree);
  return new Map([...figures].filter(([name]) => names.has(name)));
}

const isComment = (node: Nodes): boolean => node.type === 'html';
const isForFacilitator = (node: Nodes): boolean =>
  isComment(node) || (node.type === 'containerDirective' && node.name === 'facilitator');

function pruned<T extends { tree: Root; body: Root['children'] }>(
  doc: T,
  out: (n: Nodes) => boolean,
): Pick<T, 'tree' | 'body'> {
  const keep = (nodes: readonly Nodes[]): Nodes[] =>
    nodes
      .filter((n) => !out(n))
      .map((n) => ('children' in n ? ({ ...n, children: keep(n.children) } as Parents) : n));
  return {
    tree: { ...doc.tree, children: keep(doc.tree.children) as Root['children'] },
    body: keep(doc.body) as Root['children'],
  };
}
