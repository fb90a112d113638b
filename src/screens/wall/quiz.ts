/** What the quiz's slides show of the room: that it goes by hands, and the hands. */
import type { RoomData } from '../../model/index.ts';
import type { Status } from '../../syllabus/index.ts';
import { t } from '../strings.ts';
import { quizIsShort, quizItems } from './phases.ts';
import { fragmentsOf } from './steps.ts';
import { drawTally } from './tally.ts';

/** When time is short, the quiz needs no paper: the room is told so in place of the task. */
export function byHands(slide: HTMLElement, room: RoomData, state: Status): boolean {
  const short = quizIsShort(room, state);
  const body = slide.querySelector<HTMLElement>('.slide-body');
  const panel = body?.querySelector('.by-hands');
  if (!body || !!panel === short) return false;
  body.classList.toggle('is-covered', short);
  panel?.remove();
  if (!short) return true;
  const cover = document.createElement('div');
  cover.className = 'by-hands';
  const what = document.createElement('p');
  what.className = 'by-hands-what';
  what.textContent = t('deck.quizShort', { count: quizItems(room, true).length });
  const how = document.createElement('p');
  how.textContent = t('deck.quizShortHow');
  cover.append(what, how);
  body.append(cover);
  return true;
}

/** The raised hands of the item on the wall; until they are counted, the room's turn. Each step has its own size. */
export function hands(slide: HTMLElement, state: Status): boolean {
  const boxes = [...slide.querySelectorAll<HTMLElement>('.quiz-tally')];
  const drawn = boxes.map((box) => drawTally(box, state.tallies)).some(Boolean);
  const step = String(
    fragmentsOf(slide).findIndex((f) => f.classList.contains('current-fragment')),
  );
  const moved = slide.dataset.fitted !== step;
  slide.dataset.fitted = step;
  return drawn || moved;
}
