/**
 * The plan of a session: what the syllabus says should happen, with every time in milliseconds.
 * A plan is immutable; what really happened stands in the journal (see journal.ts).
 */

/** May the segment be cut when time is short? `always`: never. `shorten`: toward its least minutes. `drop`: shortened first, then left out. */
export type Keep = 'always' | 'shorten' | 'drop';

export type SegmentKind =
  | 'talk'
  | 'discussion'
  | 'talk+discussion'
  | 'plenary'
  | 'group set-up'
  | 'group work'
  | 'reports'
  | 'quiz'
  | 'quiz answers'
  | 'wrap-up'
  | 'break';

/** Something to do at a moment: hand out, hand over, warn. */
export interface Cue {
  /** Stable id, `<segment>.<n>`, n from 1. */
  id: string;
  segment: string;
  /** Milliseconds from the start of its segment. */
  atMs: number;
  kind: 'hand-out' | 'hand-over' | 'warn' | 'do';
  /** One line, in the module's language. */
  text: string;
  /** Ids of the handouts that go out (kind `hand-out`). */
  handouts: string[];
  /** Role that takes over (kind `hand-over`). */
  role?: string;
}

export interface Presenter {
  role: string;
  /** The slide at which this role takes over; without it, the start of the segment. */
  fromSlide?: string;
}

export interface Segment {
  id: string;
  part: string;
  title: string;
  kind: SegmentKind;
  plannedMs: number;
  /** The shortest that still teaches the point. */
  leastMs: number;
  keep: Keep;
  /** Slide ids in the order in which the room sees them. Empty only for a break. */
  slides: string[];
  presenters: Presenter[];
  /** Of plannedMs, how much is talk (the rest is questions and work). */
  talkMs: number;
  cues: Cue[];
}

/** A named cut of the drift rules, in the order in which it is offered. */
export interface NamedCut {
  id: string;
  text: string;
  /** What it takes from which segment. */
  takes: { segment: string; ms: number }[];
}

/** What to do with time to spare. */
export interface Stretch {
  id: string;
  text: string;
  segment: string;
  ms: number;
}

export interface Role {
  id: string;
  name: string;
}

export interface Part {
  id: string;
  title: string;
  plannedMs: number;
}

export interface Plan {
  module: string;
  lang: string;
  /** `90`, `60`, `120` … */
  variant: string;
  /** For people: "90 minutes". */
  variantTitle: string;
  totalMs: number;
  wordsPerMinute: number;
  parts: Part[];
  segments: Segment[];
  roles: Role[];
  /** Segment ids whose planned start is a checkpoint. */
  checkpoints: string[];
  cuts: NamedCut[];
  stretches: Stretch[];
}
