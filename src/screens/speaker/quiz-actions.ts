/** What a key or a button does in the quiz. */
import { liveEvents, propose } from '../../syllabus/index.ts';
import { quizIsShort, quizItems, shortQuizCut } from '../wall/phases.ts';
import { quizItemAt, stepOfQuizItem } from '../wall/steps.ts';
import type { Desk } from './desk.ts';

/** Does this window lead through the marked items only? */
export const quizShortHere = (desk: Desk): boolean =>
  quizIsShort(desk.room, desk.live.state.value) && !desk.allItems.value;

/** Shows an item's statement on the wall. */
export function showItem(desk: Desk, item: string): void {
  const { slide } = desk.place.peek();
  const section = desk.sections.get(slide);
  const step = section ? stepOfQuizItem(section, item) : 0;
  if (step) desk.go({ slide, step });
}

/** The statement after the one on the wall; before the first, the first. */
export function nextItem(desk: Desk): void {
  const { slide, step } = desk.place.peek();
  const section = desk.sections.get(slide);
  const now = section && quizItemAt(section, step)?.item;
  const items = quizItems(desk.room, quizShortHere(desk));
  const next = items[items.findIndex((q) => q.id === now) + 1];
  if (next) showItem(desk, next.id);
}

/** Hands counted a second time, after the answer; and back to the first count, to correct it. */
export function otherCount(desk: Desk, item: string): void {
  const rounds = desk.live.state.peek().tallies.filter((x) => x.item === item);
  if (!rounds.length) return;
  const now = desk.round.peek() ?? rounds.at(-1)?.round ?? '1';
  desk.round.value = now === '1' ? '2' : '1';
}

/** `otherCount` for the item on the wall, ready to type. */
export function askAgain(desk: Desk): void {
  const { slide, step } = desk.place.peek();
  const section = desk.sections.get(slide);
  const at = section && quizItemAt(section, step);
  if (!at) return;
  otherCount(desk, at.item);
  // The fields of the other count are there after the next drawing.
  setTimeout(() => document.getElementById('count-yes')?.focus());
}

/** All items, or the marked ones by hands. */
export function toggleShortQuiz(desk: Desk): void {
  if (quizShortHere(desk)) lengthenQuiz(desk);
  else shortenQuiz(desk);
}

/** The quiz by hands on the marked items: the plan's own cut where it has one, so that the time follows. */
function shortenQuiz(desk: Desk): void {
  const { live, room } = desk;
  const { plan, now } = live.state.peek();
  const cut = shortQuizCut(plan);
  desk.allItems.value = false;
  if (!cut) return;
  const { steps } = propose(room.plans, live.store.journal, now, undefined, Infinity);
  const step = steps.find((s) => s.cutId === cut.id);
  const revised = (step?.segments ?? []).map(({ segment, afterMs }) => ({ segment, ms: afterMs }));
  desk.write({ type: 'replanned', revised, cuts: [cut.id] });
}

/** All items after all: the cut is taken back if it was taken alone; else this window alone shows all. */
function lengthenQuiz(desk: Desk): void {
  const { live } = desk;
  const cut = shortQuizCut(live.state.peek().plan);
  const taken = liveEvents(live.store.journal.events).findLast(
    (e) => e.type === 'replanned' && !!cut && e.cuts.includes(cut.id),
  );
  if (taken?.type === 'replanned' && taken.cuts.length === 1)
    desk.write({ type: 'undone', event: taken.id });
  else desk.allItems.value = true;
}
