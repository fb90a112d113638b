import type { Reporter } from '../../messages/index.ts';
import { plainText } from '../2-parse/plain-text.ts';
import type { Block, ModuleSource } from '../2-parse/sources.ts';
import { countWords } from './walk.ts';

const HEADLINE_WORDS = 10;
/** Sparse: figures, charts, questions and the quiz are counted by their own measure. */
const BODY_WORDS = 60;

/** A slide says one thing, in few words. */
export function checkHeadlines(module: ModuleSource, reporter: Reporter): void {
  for (const slide of module.slides) {
    const words = countWords(slide.headline);
    if (words > HEADLINE_WORDS)
      reporter.report('slide/headline-length', slide.headlinePlace, { words });
    const body = slide.body.reduce((n, block) => n + wordsOf(block), 0);
    if (body > BODY_WORDS)
      reporter.report('slide/words', slide.headlinePlace, { words: body, limit: BODY_WORDS });
  }
}

function wordsOf(block: Block): number {
  if (block.type === 'code' || block.type === 'html') return 0;
  if (block.type === 'containerDirective' || block.type === 'leafDirective') {
    if (['figure', 'question', 'quiz'].includes(block.name)) return 0;
    return (block.children as Block[]).reduce((n, child) => n + wordsOf(child), 0);
  }
  return countWords(plainText(block));
}
