/** The syllabus clock: everything on any screen is `status(plans, journal, now)`. Rules: SPEC.md. Pure: no DOM, no Date. */
export type { CueStatus, Cues } from './cues.ts';
export type { ExerciseStatus } from './exercise.ts';
export type { Phase } from './fold.ts';
export type { Forecast } from './forecast.ts';
export { type Duration, duration, mmss } from './format.ts';
export { compareEvents, inOrder } from './order.ts';
export { type Pace, type Severity, severityOf } from './pace.ts';
export {
  allPlans,
  type Plans,
  planOf,
  type RunSheetRow,
  runSheet,
  segmentOfSlide,
  startOf,
} from './plan.ts';
export { accept, type CutStep, choose, type Proposal, propose } from './propose.ts';
export type { Note, SessionRecord, Tally } from './record.ts';
export type { SegmentState, SegmentStatus } from './segments.ts';
export { type Checkpoint, type Status, status } from './status.ts';
export { liveEvents, redo, type Undoable, undo } from './undo.ts';
