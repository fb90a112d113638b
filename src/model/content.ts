/**
 * What the compiler hands to the screens: slides, notes, quiz and cases as rendered HTML strings and plain data.
 * `RoomData` goes into every edition; `SpeakerData` only into the facilitator edition.
 */
import type { Edition } from './edition.ts';
import type { Plan } from './plan.ts';

export interface SlideContent {
  id: string;
  /** As the source numbers it: `S8a`, `X2`, `P19`. */
  number: string;
  /** The source's slide title, shown small above the headline. */
  title: string;
  /** The point, as a sentence of ten words or fewer, plain text. */
  headline: string;
  /** The whole `<section>`'s inner HTML, sanitised. */
  html: string;
  layout: string;
  /** Which exercise the screens run on this slide: `groups`, `case-work`, `reports`, `quiz`, `quiz-answers`. */
  exercise?: string;
  /** How many reveal steps the slide has (0: everything at once). */
  steps: number;
  /** Id of the segment that shows it. */
  segment: string;
}

export interface RoomData {
  module: string;
  lang: string;
  dir: 'ltr' | 'rtl';
  title: string;
  edition: Edition;
  /** Version stamp shown in footers, from package.json and the sources' hash. */
  version: string;
  /** The standard plan first, then its variants. */
  plans: Plan[];
  slides: SlideContent[];
  quiz: QuizItem[];
  cases: CaseForRoom[];
}

export interface Ask {
  /** HTML, word for word. */
  question: string;
  method: string;
  seconds: number;
  /** The clock offers to drop it when late. */
  optional: boolean;
  /** HTML, one each. */
  answers: string[];
  wrong?: { says: string; reply: string };
}

export interface SlideNotes {
  slide: string;
  /** HTML, at most three lines of at most fifteen words. */
  mustSay: string[];
  /** HTML; empty string where the slide has none. */
  talkingPoints: string;
  asks: Ask[];
  facilitatorNotes: string;
  care: string;
  handOut: string;
  /** Ids of the handouts named under "Hand out". */
  handouts: string[];
  thenAndNow: string;
  /** Mission profile fields this slide's notes name. */
  profile: string[];
  /** Assessment criteria and outcomes served: "Why this slide". */
  criteria: string[];
  /** Words of must-say lines and talking points, spoken. */
  words: number;
}

export interface QuizItem {
  id: string;
  statement: string;
  /** `true-false` items have an answer; `open` ones do not. */
  kind: 'true-false' | 'open';
  answer?: boolean;
  /** The reason a participant may read afterwards (HTML). */
  reason: string;
  criterion: string;
  /** One of the items of the short version by show of hands. */
  short: boolean;
  added: boolean;
}

/** For the facilitator only, beside a quiz item. HTML. */
export interface QuizItemGuide {
  id: string;
  error?: string;
  reply?: string;
  law?: string;
}

export interface CaseForRoom {
  /** Handout id, `case-1`. */
  id: string;
  /** `I` … `IV`. */
  number: string;
  title: string;
  /** What the room is shown once the group has spoken. Facilitator edition only; null elsewhere. HTML. */
  analysis: { act: string; means: string; purpose: string } | null;
}

/** The model answers of one case: its `:::facilitator` blocks, rendered. */
export interface CaseGuide {
  id: string;
  number: string;
  title: string;
  /** Role that settles it in the reports. */
  presenter: string;
  html: string;
}

export interface HandoutRef {
  id: string;
  title: string;
  edition: Edition;
  /** Relative to deck.html. */
  href: string;
}

export interface ProfileField {
  id: string;
  label: string;
  /** Empty string: a blank. */
  value: string;
  /** ISO date of the last check by a person, or empty. */
  checkedOn: string;
  required: boolean;
}

export interface SpeakerData {
  notes: Record<string, SlideNotes>;
  quizGuide: QuizItemGuide[];
  caseGuides: CaseGuide[];
  handouts: HandoutRef[];
  profile: ProfileField[];
  /** "Someone has disclosed / admitted / is upset": id, title, HTML. */
  moments: { id: string; title: string; html: string }[];
}
