import type { Nodes, PhrasingContent, RootContent } from 'mdast';
import { at, type Place } from '../../messages/index.ts';
import type { HandoutSource, ModuleSource, QuizSource } from '../2-parse/sources.ts';

/** One paragraph, list item, table row or line of YAML, as a reader sees it; quoted history is left out. */
export interface Passage {
  text: string;
  /** The place of a character of the text. */
  placeOf: (offset: number) => Place;
  /** What counts for the reading grade: the text, or each cell of a row; none for labels and data. */
  prose: string[];
  /** A chart's lines: the form of the block already asks for a year and a source. */
  data?: true;
}

/** What is read or spoken as one piece. */
export interface Reading {
  file: string;
  kind: 'slides' | 'handouts' | 'plan';
  passages: Passage[];
}

/** Everything of a module that a person reads, piece by piece. */
export function readings(module: ModuleSource): Reading[] {
  const notes = new Map(module.notes.map((n) => [n.meta.slide, n]));
  return [
    ...module.slides.map((s): Reading => {
      const n = notes.get(s.meta.id);
      return {
        file: s.file,
        kind: 'slides',
        passages: [
          ...strings(s.placeOf, [['title'], s.meta.title], [['added'], s.meta.added]),
          ...blocks(s.tree.children, s.file),
          ...(n ? strings(n.placeOf, [['added'], n.meta.added]) : []),
          ...(n ? blocks(n.tree.children, n.file) : []),
        ],
      };
    }),
    ...(module.moments
      ? [
          {
            file: module.moments.file,
            kind: 'slides' as const,
            passages: module.moments.moments.flatMap((m) => [
              { text: m.title, placeOf: () => m.place, prose: [] },
              ...blocks(m.body, module.moments?.file ?? ''),
            ]),
          },
        ]
      : []),
    ...module.handouts.map(handout),
    ...(module.quiz ? [quiz(module.quiz)] : []),
    syllabus(module),
  ];
}

const handout = (h: HandoutSource): Reading => ({
  file: h.file,
  kind: 'handouts',
  passages: [
    ...strings(
      h.placeOf,
      [['title'], h.meta.title],
      [['summary'], h.meta.summary],
      [['added'], h.meta.added],
    ),
    ...blocks(h.tree.children, h.file),
  ],
});

function quiz(source: QuizSource): Reading {
  const passages = source.value.items.flatMap((q, i) => {
    const { error, reply, law, note } = q.facilitator;
    const key = (...path: string[]): PropertyKey[] => ['items', i, ...path];
    return [
      ...strings(source.placeOf, [key('added'), q.added], [key('facilitator', 'law'), law]),
      ...strings(
        source.placeOf,
        [key('statement'), q.statement],
        [key('reason'), q.reason],
        [key('facilitator', 'error'), error],
        [key('facilitator', 'reply'), reply],
        [key('facilitator', 'note'), note],
      ).map((p) => ({ ...p, prose: [p.text] })),
    ];
  });
  return { file: source.file, kind: 'handouts', passages };
}

function syllabus({ syllabus: { value, file, placeOf }, lang }: ModuleSource): Reading {
  const texts: [PropertyKey[], string | undefined][] = [
    [['title'], value.title[lang]],
    [['subtitle'], value.subtitle?.[lang]],
    ...value.roles.map((r, i): [PropertyKey[], string | undefined] => [
      ['roles', i, 'name', lang],
      r.name[lang],
    ]),
    ...value.segments.flatMap((s, i): [PropertyKey[], string | undefined][] => [
      [['segments', i, 'title', lang], s.title[lang]],
      ...s.cues.map((c, j): [PropertyKey[], string | undefined] => [
        ['segments', i, 'cues', j, 'text', lang],
        c.text[lang],
      ]),
    ]),
    ...value.cuts.map((c, i): [PropertyKey[], string | undefined] => [
      ['cuts', i, 'text', lang],
      c.text[lang],
    ]),
    ...value.variants.map((v, i): [PropertyKey[], string | undefined] => [
      ['variants', i, 'note', lang],
      v.note?.[lang],
    ]),
  ];
  return { file, kind: 'plan', passages: strings(placeOf, ...texts) };
}

/** Strings of YAML; a finding points at the beginning of the string. */
function strings(
  placeOf: (path: PropertyKey[]) => Place,
  ...texts: [PropertyKey[], string | undefined][]
): Passage[] {
  return texts.flatMap(([path, text]) =>
    text ? [{ text, placeOf: () => placeOf(path), prose: [] }] : [],
  );
}

function blocks(nodes: readonly RootContent[], file: string): Passage[] {
  return nodes.flatMap((n) => passagesOf(n, file, true));
}

/** @param prose does it count for the reading grade? Labels of a drawing do not. */
function passagesOf(node: Nodes, file: string, prose: boolean): Passage[] {
  switch (node.type) {
    case 'paragraph':
    case 'heading':
      return [passage([node.children], file, prose)];
    case 'tableRow':
      return [
        passage(
          node.children.map((c) => c.children),
          file,
          prose,
        ),
      ];
    case 'listItem': {
      const own = node.children.flatMap((c) => (c.type === 'paragraph' ? [c.children] : []));
      const rest = node.children.filter((c) => c.type !== 'paragraph');
      return [passage(own, file, prose), ...rest.flatMap((c) => passagesOf(c, file, prose))];
    }
    case 'code':
      return node.lang === 'chart' ? [lines(node.value, node.position?.start.line ?? 0, file)] : [];
    case 'containerDirective':
      if (node.name === 'history') return [];
      return node.children.flatMap((c) =>
        passagesOf(c, file, prose && !(node.name === 'figure' && c.type === 'list')),
      );
    default:
      return 'children' in node
        ? (node.children as Nodes[]).flatMap((c) => passagesOf(c, file, prose))
        : [];
  }
}

/** A piece of text and the place of its first character. */
interface Piece {
  from: number;
  text: string;
  place: Place;
}

function passage(parts: readonly PhrasingContent[][], file: string, prose: boolean): Passage {
  let text = '';
  const pieces: Piece[] = [];
  const add = (value: string, node: Nodes): void => {
    const start = node.position?.start;
    pieces.push({ from: text.length, text: value, place: at(file, start?.line, start?.column) });
    text += value;
  };
  const visit = (node: PhrasingContent): void => {
    if (node.type === 'text') add(node.value, node);
    else if (node.type === 'image') add(node.alt ?? '', node);
    else if (node.type === 'break') add('\n', node);
    else if (node.type === 'textDirective' && node.name !== 'history') {
      // A name that is filled in later reads as one short word.
      if (node.name === 'icon') return;
      if (node.name === 'profile' || node.name === 'handout') add('it', node);
      else for (const child of node.children) visit(child);
    } else if ('children' in node && node.type !== 'textDirective') {
      for (const child of node.children) visit(child);
    }
  };
  const cells = parts.map((part, i) => {
    if (i > 0) text += ' | ';
    const from = text.length;
    for (const node of part) visit(node);
    return text.slice(from);
  });
  const placeOf = (offset: number): Place => {
    const piece = pieces.findLast((p) => p.from <= offset) ?? pieces[0];
    return piece ? within(piece, offset - piece.from) : at(file);
  };
  return { text, placeOf, prose: prose ? cells : [] };
}

function within({ text, place }: Piece, offset: number): Place {
  const before = text.slice(0, offset).split('\n');
  const last = before.at(-1)?.length ?? 0;
  return before.length === 1
    ? { ...place, column: place.column + last }
    : { ...place, line: place.line + before.length - 1, column: last + 1 };
}

/** The lines of a chart block. */
const lines = (text: string, fence: number, file: string): Passage => ({
  text,
  placeOf: (offset) => within({ from: 0, text, place: at(file, fence + 1) }, offset),
  prose: [],
  data: true,
});
