import type { Reporter } from '../../messages/index.ts';
import type { ModuleSource } from '../2-parse/sources.ts';
import { checkAlignment } from './alignment.ts';
import { checkCases } from './cases.ts';
import { checkCharts } from './charts.ts';
import { checkCoverage } from './coverage.ts';
import { checkFigures } from './figures.ts';
import { checkHeadlines } from './headlines.ts';
import { checkIds } from './ids.ts';
import { checkLanguage } from './language.ts';
import { checkMarkdown } from './markdown.ts';
import { checkMustSay } from './must-say.ts';
import { checkPairs } from './pairs.ts';
import { checkProfile } from './profile.ts';
import { checkQuiz } from './quiz.ts';
import { checkReferences } from './references.ts';
import { checkSpokenWords } from './spoken-words.ts';
import { checkSyllabus } from './syllabus.ts';

export type Check = (module: ModuleSource, reporter: Reporter) => void;

/** Every rule over one module, in the order in which an author would mend things. */
export const CHECKS: readonly Check[] = [
  checkIds,
  checkPairs,
  checkSyllabus,
  checkMarkdown,
  checkReferences,
  checkProfile,
  checkCharts,
  checkFigures,
  checkHeadlines,
  checkMustSay,
  checkSpokenWords,
  checkCases,
  checkQuiz,
  checkAlignment,
  checkLanguage,
];

/** Phase 3: what each file alone cannot know. Reads, never changes. */
export function check(modules: readonly ModuleSource[], reporter: Reporter): void {
  for (const module of modules) for (const one of CHECKS) one(module, reporter);
  checkCoverage(modules, reporter);
}
