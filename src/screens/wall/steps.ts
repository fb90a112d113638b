import type { RoomData } from '../../model/index.ts';
import type { Status } from '../../syllabus/index.ts';
import { quizIsShort } from './phases.ts';

/** Fragments in the order in which reveal.js shows them (`data-fragment-index` is not used in our sources). */
export const fragmentsOf = (slide: ParentNode): HTMLElement[] => [
  ...slide.querySelectorAll<HTMLElement>('.fragment'),
];

/** Shows a copied slide as the room sees it after so many steps. */
export function showStep(slide: HTMLElement, step: number): void {
  fragmentsOf(slide).forEach((fragment, i) => {
    fragment.classList.toggle('visible', i < step);
    fragment.classList.toggle('current-fragment', i === step - 1);
  });
}

/** The quiz item that a step of the answers' slide shows, and whether its answer is shown. */
export function quizItemAt(
  slide: ParentNode,
  step: number,
): { item: string; answered: boolean } | null {
  const fragment = fragmentsOf(slide)[step - 1];
  const item = fragment?.closest<HTMLElement>('.quiz-item')?.dataset.item;
  return item ? { item, answered: !fragment?.classList.contains('quiz-item') } : null;
}

/** Is this step of a quiz item that the short version leaves out? */
export function isLeftOut(slide: ParentNode, step: number, room: RoomData, state: Status): boolean {
  const at = quizItemAt(slide, step);
  return !!at && quizIsShort(room, state) && !room.quiz.find((q) => q.id === at.item)?.short;
}

/** The step at which a quiz item's statement is shown; its answer is the next one. 0: it is not on this slide. */
export const stepOfQuizItem = (slide: ParentNode, item: string): number =>
  fragmentsOf(slide).findIndex(
    (f) => f.classList.contains('quiz-item') && f.dataset.item === item,
  ) + 1;
