import type { Cue, Keep, Plan, Segment, SegmentKind } from '../../src/model/index.ts';

export const MIN = 60_000;
export const min = (minutes: number) => minutes * MIN;

type Row = [
  id: string,
  kind: SegmentKind,
  planned: Record<'60' | '90' | '120', number>,
  least: number,
  keep: Keep,
  slides: string[],
];

/** The segment table of the source's timing, minutes. A2 and B3 carry named cuts, so they are `shorten`. */
const ROWS: Row[] = [
  ['A1', 'talk', { 90: 4, 60: 3, 120: 5 }, 2, 'always', ['s1']],
  ['A2', 'talk+discussion', { 90: 5, 60: 4, 120: 7 }, 3, 'shorten', ['s2']],
  ['A3', 'discussion', { 90: 4, 60: 2, 120: 4 }, 1, 'drop', ['s3']],
  ['A4', 'talk+discussion', { 90: 6, 60: 3, 120: 8 }, 3, 'shorten', ['s4', 's5']],
  ['A5', 'talk+discussion', { 90: 5, 60: 3, 120: 6 }, 2, 'shorten', ['s6', 's7']],
  ['A6', 'talk+discussion', { 90: 6, 60: 5, 120: 8 }, 4, 'always', ['s8', 's8a', 's8b']],
  ['A7', 'discussion', { 90: 5, 60: 4, 120: 7 }, 3, 'always', ['s9']],
  ['A8', 'talk', { 90: 3, 60: 2, 120: 4 }, 2, 'always', ['s10', 's10a']],
  ['A9', 'talk+discussion', { 90: 4, 60: 3, 120: 5 }, 3, 'always', ['s11', 's12']],
  ['A10', 'plenary', { 90: 3, 60: 1, 120: 3 }, 1, 'drop', ['s13', 's14']],
  ['K', 'break', { 90: 0, 60: 0, 120: 5 }, 5, 'always', []],
  ['B1', 'group set-up', { 90: 3, 60: 2, 120: 3 }, 2, 'shorten', ['x1']],
  ['B2', 'group work', { 90: 14, 60: 10, 120: 18 }, 8, 'always', ['x2']],
  ['B3', 'reports', { 90: 16, 60: 9, 120: 20 }, 8, 'shorten', ['x3']],
  ['B4', 'quiz', { 90: 4, 60: 3, 120: 4 }, 2, 'drop', ['x4']],
  ['B5', 'quiz answers', { 90: 5, 60: 3, 120: 7 }, 3, 'shorten', ['x5']],
  ['B6', 'wrap-up', { 90: 3, 60: 3, 120: 6 }, 2, 'always', ['s13', 's15']],
];

const CUES: Record<string, [minute: number, kind: Cue['kind']][]> = {
  A1: [
    [1.5, 'hand-out'],
    [2.5, 'do'],
  ],
  A3: [
    [0, 'hand-over'],
    [3, 'hand-out'],
  ],
  A9: [[0, 'hand-out']],
  B2: [
    [7, 'warn'],
    [11, 'warn'],
  ],
  B4: [[0, 'hand-out']],
};

function cuesOf(segment: string): Cue[] {
  return (CUES[segment] ?? []).map(([minute, kind], index) => ({
    id: `${segment}.${index + 1}`,
    segment,
    atMs: min(minute),
    kind,
    text: `${kind} in ${segment}`,
    handouts: kind === 'hand-out' ? ['brochure'] : [],
  }));
}

/** A plan of the source's 16 segments; of 120 minutes, with a break. */
export function plan(variant: '60' | '90' | '120' = '90'): Plan {
  const segments = ROWS.filter(([id]) => id !== 'K' || variant === '120').map(
    ([id, kind, planned, least, keep, slides]): Segment => ({
      id,
      part: id.startsWith('B') ? 'B' : 'A',
      title: `Segment ${id}`,
      kind,
      plannedMs: min(planned[variant]),
      leastMs: min(Math.min(least, planned[variant])),
      keep,
      slides,
      presenters: [{ role: 'LEAD' }],
      talkMs: 0,
      cues: cuesOf(id),
    }),
  );
  const partMs = (part: string) =>
    segments.filter((s) => s.part === part).reduce((sum, s) => sum + s.plannedMs, 0);
  return {
    module: 'sample',
    lang: 'en',
    variant,
    variantTitle: `${variant} minutes`,
    totalMs: min(Number(variant)),
    wordsPerMinute: 130,
    parts: [
      { id: 'A', title: 'Presentation', plannedMs: partMs('A') },
      { id: 'B', title: 'Exercises', plannedMs: partMs('B') },
    ],
    segments,
    roles: [{ id: 'LEAD', name: 'Lead' }],
    checkpoints: ['A4', 'A6', 'A7', 'A9', 'B1', 'B3', 'B4'],
    cuts: [
      cut('pair-task', ['A3', 2]),
      cut('s5-question', ['A4', 1.5]),
      cut('s7-question', ['A5', 1]),
      cut('questions', ['A10', 2]),
      cut('a4-ask', ['A4', 1.5]),
      cut('s2-q2', ['A2', 1]),
      cut('quiz-by-hands', ['B4', 1], ['B5', 2]),
      cut('three-a-case', ['B3', 4]),
    ],
    stretches: [
      { id: 'third-swap', text: 'Swap cases', segment: 'B3', ms: min(4) },
      { id: 'questions', text: 'More questions', segment: 'A10', ms: min(2) },
    ],
  };
}

function cut(id: string, ...takes: [segment: string, minutes: number][]): Plan['cuts'][number] {
  return { id, text: id, takes: takes.map(([segment, m]) => ({ segment, ms: min(m) })) };
}

export const plans = [plan('90'), plan('60'), plan('120')];
