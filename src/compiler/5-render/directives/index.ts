import { alignment } from './alignment.ts';
import { contents } from './contents.ts';
import { handout, history, icon, minutes, profile } from './facts.ts';
import { figure } from './figure.ts';
import { allNotes, allSlides, caseGuide } from './guide.ts';
import {
  callout,
  cards,
  column,
  columns,
  numbers,
  points,
  question,
  reveal,
  steps,
} from './layout.ts';
import { checklist, facilitator, lines } from './paper.ts';
import { printList } from './print-list.ts';
import { quiz } from './quiz.ts';
import { cuts, sessionPlan } from './session-plan.ts';
import type { RenderDirective } from './types.ts';

/** One line a directive; each is rendered by the function of its name. */
export const directives: Record<string, RenderDirective> = {
  points,
  columns,
  column,
  cards,
  numbers,
  steps,
  callout,
  reveal,
  question,
  figure,
  icon,
  profile,
  handout,
  minutes,
  history,
  facilitator,
  checklist,
  lines,
  quiz,
  'session-plan': sessionPlan,
  cuts,
  'all-notes': allNotes,
  'all-slides': allSlides,
  'case-guide': caseGuide,
  'print-list': printList,
  contents,
  alignment,
};
