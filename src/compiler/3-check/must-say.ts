import type { Reporter } from '../../messages/index.ts';
import { placeOfNode } from '../2-parse/markdown.ts';
import { plainText } from '../2-parse/plain-text.ts';
import type { ModuleSource } from '../2-parse/sources.ts';
import { countWords } from './walk.ts';

const LINES = 3;
const WORDS = 15;

/** Must-say lines are at most three, of at most fifteen words each; a talk has its talking points. */
export function checkMustSay(module: ModuleSource, reporter: Reporter): void {
  const talks = new Set(module.slides.filter((s) => !s.meta.exercise).map((s) => s.meta.id));
  for (const notes of module.notes) {
    if (!notes.sections.talkingPoints?.length && talks.has(notes.meta.slide)) {
      const { talkingPoints, mustSay } = notes.sectionPlaces;
      const place = talkingPoints ?? mustSay ?? notes.placeOf([]);
      reporter.report('notes/talking-points-missing', place);
    }
    const list = notes.sections.mustSay?.find((b) => b.type === 'list');
    if (list?.type !== 'list') {
      reporter.report('notes/must-say-missing', notes.sectionPlaces.mustSay ?? notes.placeOf([]));
      continue;
    }
    const other = notes.sections.mustSay?.find((b) => b !== list && b.type !== 'html');
    if (other) reporter.report('notes/must-say-form', placeOfNode(notes.file, other));
    if (list.children.length > LINES) {
      reporter.report('notes/must-say-count', placeOfNode(notes.file, list.children[LINES]), {
        count: list.children.length,
      });
    }
    for (const item of list.children) {
      const words = countWords(plainText(item));
      if (words > WORDS)
        reporter.report('notes/must-say-length', placeOfNode(notes.file, item), { words });
    }
  }
}
