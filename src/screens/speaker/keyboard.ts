import { isPlain, isTyping } from '../shared/keys.ts';
import { tickFirst } from './cue-actions.ts';
import type { Desk } from './desk.ts';
import {
  giveMinute,
  kindHere,
  nextPhase,
  showAnswer,
  toggleCountdown,
} from './exercise-actions.ts';
import { askAgain, toggleShortQuiz } from './quiz-actions.ts';
import { otherSize } from './text-size.ts';

/** Buttons, links and folds use these keys themselves. */
const pressable = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  target.closest('button, a, summary, [role=button], input, select') !== null;

/** Every key of the speaker view. Not while somebody types, nor (but for Escape) while a dialog is open. */
export function listen(desk: Desk): void {
  document.addEventListener('keydown', (event) => {
    if (
      (event.ctrlKey || event.metaKey) &&
      !event.altKey &&
      event.key.toLowerCase() === 'z' &&
      !isTyping()
    ) {
      event.preventDefault();
      if (event.shiftKey) desk.redo();
      else desk.undo();
      return;
    }
    if (isTyping(event.target) || !isPlain(event) || event.defaultPrevented) return;
    if (document.querySelector('dialog[open]')) {
      if (event.key === '?') {
        desk.dialog.value = null;
        event.preventDefault();
      }
      return;
    }
    const act = actionFor(event, desk);
    if (!act) return;
    event.preventDefault();
    act();
  });
}

function actionFor(event: KeyboardEvent, desk: Desk): (() => void) | null {
  const rtl = desk.room.dir === 'rtl';
  const { key } = event;
  switch (key) {
    case 'ArrowRight':
      return () => desk.step(rtl ? -1 : 1);
    case 'ArrowLeft':
      return () => desk.step(rtl ? 1 : -1);
    case 'PageDown':
      return () => desk.step(1);
    case 'PageUp':
      return () => desk.step(-1);
    case ' ':
      return pressable(event.target) ? null : () => desk.step(event.shiftKey ? -1 : 1);
    case '+':
    case '=':
      return () => {
        desk.size.value = otherSize(desk.size.peek(), 1);
      };
    case '-':
      return () => {
        desk.size.value = otherSize(desk.size.peek(), -1);
      };
    case '.':
      return desk.toggleBlank;
    case '?':
    case 'F1':
      return () => {
        desk.dialog.value = 'keys';
      };
  }
  switch (key.toLowerCase()) {
    case 'n':
      return () => desk.step(1);
    case 'p':
      return () => desk.step(-1);
    case 'b':
      return desk.toggleBlank;
    case 'k':
      return () => clockKey(desk);
    case 'd':
      return () => {
        desk.dialog.value = 'moments';
      };
    case 'c':
      return () => document.getElementById('count-yes')?.focus();
    case 'i':
      return () => document.getElementById('issue')?.focus();
    case 't':
      return () => tickFirst(desk);
    case 'x':
      return () => focusIn('cuts');
    case 'a':
      return () => askAgain(desk);
    case 'h':
      return kindHere(desk)?.startsWith('quiz') ? () => toggleShortQuiz(desk) : null;
    case 'v':
      return () => {
        desk.sound.value = !desk.sound.peek();
      };
    case 'q':
      return runs(desk)
        ? () => {
            desk.dialog.value = 'finish';
          }
        : null;
    case 'e':
      return () => toggleCountdown(desk);
    case 'm':
      return () => giveMinute(desk);
    case 'j':
      return () => nextPhase(desk);
    case 'r':
      return () => showAnswer(desk);
    case 'g':
      return () => {
        desk.dialog.value = 'groups';
      };
    case 'u':
      return event.shiftKey ? desk.redo : desk.undo;
    case 'o':
      return desk.openDeck;
  }
  return null;
}

const runs = (desk: Desk): boolean => ['running', 'paused'].includes(desk.live.state.peek().phase);

/** One key for the clock: start, pause, resume. It never finishes. */
function clockKey(desk: Desk): void {
  const { phase } = desk.live.state.peek();
  if (phase === 'not-started') desk.start();
  else if (phase === 'running') desk.write({ type: 'paused' });
  else if (phase === 'paused') desk.write({ type: 'resumed' });
}

function focusIn(id: string): void {
  const card = document.getElementById(id);
  card?.scrollIntoView({ block: 'nearest' });
  (card?.querySelector<HTMLElement>('input, button') ?? card)?.focus();
}
