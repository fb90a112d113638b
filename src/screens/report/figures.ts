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

const minutes = (ms: number): number => Math.round(ms / 600) / 100;

/** For a spreadsheet: one line a segment, minutes. */
export function csv(state: Status): string {
  const cell = (value: string | number): string =>
    `"${String(value)
      .replaceAll('"', '""')
      .replace(/^([=+\-@])/, "'$1")}"`;
  const rows = segmentFigures(state).map((s) => [
    s.id,
    s.title,
    minutes(s.plannedMs),
    minutes(s.revisedMs),
    minutes(s.actualMs),
    s.state,
  ]);
  const total = [
    'total',
    '',
    minutes(state.plannedTotalMs),
    minutes(state.revisedTotalMs),
    minutes(state.elapsedMs),
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
