import type { RoomData } from '../../model/index.ts';
import type { Status } from '../../syllabus/index.ts';

export interface SegmentFigures {
  id: string;
  title: string;
  plannedMs: number;
  revisedMs: number;
  actualMs: number;
  state: string;
}

export const segmentFigures = (state: Status): SegmentFigures[] =>
  state.segments.map((s, i) => ({
    id: s.id,
    title: state.plan.segments[i]?.title ?? s.id,
    plannedMs: s.plannedMs,
    revisedMs: s.revisedMs,
    actualMs: s.actualMs,
    state: s.state,
  }));

/** Hundredths of a minute, and seconds: what the spreadsheet and the page count in. */
const HUNDREDTH_MS = 600;
const SECOND_MS = 1_000;

/** The figures in whole units, such that the rows of a column add up to its total, which is rounded down. */
function inWhole(state: Status, unitMs: number) {
  const figures = segmentFigures(state);
  const column = (key: 'plannedMs' | 'revisedMs' | 'actualMs'): number[] => {
    let sum = 0;
    return figures.map((row) => {
      const before = Math.floor(sum / unitMs);
      sum += row[key];
      return Math.floor(sum / unitMs) - before;
    });
  };
  const [planned, revised, actual] = [column('plannedMs'), column('revisedMs'), column('actualMs')];
  return figures.map((row, i) => ({
    ...row,
    planned: planned[i] ?? 0,
    revised: revised[i] ?? 0,
    actual: actual[i] ?? 0,
  }));
}

/** For the table: the same rows, with lengths in whole seconds (still in ms) that add up. */
export const tableRows = (state: Status): SegmentFigures[] =>
  inWhole(state, SECOND_MS).map(({ planned, revised, actual, ...row }) => ({
    ...row,
    plannedMs: planned * SECOND_MS,
    revisedMs: revised * SECOND_MS,
    actualMs: actual * SECOND_MS,
  }));

const minutes = (ms: number): number => Math.round(ms / HUNDREDTH_MS) / 100;

/** For a spreadsheet: one line a segment, minutes. */
export function csv(state: Status): string {
  const cell = (value: string | number): string =>
    `"${String(value)
      .replaceAll('"', '""')
      .replace(/^([=+\-@])/, "'$1")}"`;
  const rows = inWhole(state, HUNDREDTH_MS).map((s) => [
    s.id,
    s.title,
    s.planned / 100,
    s.revised / 100,
    s.actual / 100,
    s.state,
  ]);
  const whole = (ms: number): number => Math.floor(ms / HUNDREDTH_MS) / 100;
  const total = [
    'total',
    '',
    whole(state.plannedTotalMs),
    whole(state.revisedTotalMs),
    whole(state.elapsedMs),
    '',
  ];
  return `${[['segment', 'title', 'planned', 'revised', 'actual', 'state'], ...rows, total].map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`;
}

/** For other programs. No names: none are ever stored. */
export function json(room: RoomData, state: Status): string {
  return `${JSON.stringify(
    {
      module: room.module,
      lang: room.lang,
      version: room.version,
      variant: state.variant,
      startedAt: state.startedAt === null ? null : new Date(state.startedAt).toISOString(),
      finishedAt: state.finishedAt === null ? null : new Date(state.finishedAt).toISOString(),
      plannedMs: state.plannedTotalMs,
      revisedMs: state.revisedTotalMs,
      elapsedMs: state.elapsedMs,
      pausedMs: state.pausedMs,
      segments: segmentFigures(state),
      cuts: state.cutsTaken,
      gaps: state.gaps,
      groups: state.groups,
      tallies: state.tallies,
      issues: state.notes.map(({ text, segment, elapsedMs }) => ({ text, segment, elapsedMs })),
    },
    null,
    2,
  )}\n`;
}

/** What the segments took, as minutes for the next syllabus, in half minutes. Only segments that were held. */
export function suggestedYaml(state: Status): string {
  const half = (ms: number): number => Math.max(0.5, Math.round(ms / 30_000) / 2);
  const held = segmentFigures(state).filter((s) => s.actualMs >= 15_000);
  return held
    .map((s) => `- { id: ${s.id}, minutes: ${half(s.actualMs)} } # ${minutes(s.plannedMs)}`)
    .join('\n');
}
