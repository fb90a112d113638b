import type { Reporter } from '../../messages/index.ts';
import { placeOfNode } from '../2-parse/markdown.ts';
import { plainText } from '../2-parse/plain-text.ts';
import type { ModuleSource } from '../2-parse/sources.ts';
import { countWords } from './walk.ts';

const LINES = 3;
const WORDS = 15;

/** Must-say lines are at most three, of at most fifteen words each. */
export function checkMustSay(module: ModuleSource, reporter: Reporter): void {
  for (const notes of module.notes) {
    const list = notes.sections.mustSay?.find((b) => b.type === 'list');
    if (list?.type !== 'list') {
      reporter.report('notes/must-say-missing', notes.sectionPlaces.mustSay ?? notes.placeOf([]));
      continue;
    }
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
