import type { Reporter } from '../../messages/index.ts';
import type { ModuleSource } from '../2-parse/sources.ts';

const LEAST_SHARE = 0.4;

/** Each item has its answer; the key cannot be guessed. */
export function checkQuiz(module: ModuleSource, reporter: Reporter): void {
  const quiz = module.quiz;
  if (!quiz) return;
  const { items } = quiz.value;
  for (const [i, item] of items.entries()) {
    if (item.kind === 'true-false' && item.answer === undefined)
      reporter.report('quiz/answer', quiz.placeOf(['items', i]), { id: item.id });
    if (!item.source && !item.added) reporter.report('slide/origin', quiz.placeOf(['items', i]));
  }
  const answers = items.filter((q) => q.kind === 'true-false').map((q) => q.answer);
  const yes = answers.filter((a) => a === true).length;
  const no = answers.length - yes;
  if (answers.length >= 5 && Math.min(yes, no) / answers.length < LEAST_SHARE) {
    reporter.report('quiz/balance', quiz.placeOf(['items']), { yes, no });
  }
}
