import { mmss, type Status } from '../../syllabus/index.ts';
import { paceWords } from '../shared/words.ts';
import { t } from '../strings.ts';

/** For a room with one display: a small clock at the slide's edge. Times only, never a note. */
export function edgeClock(): { element: HTMLElement; show(state: Status): void; toggle(): void } {
  const element = document.createElement('div');
  element.className = 'edge-clock';
  element.hidden = true;
  const left = document.createElement('span');
  left.setAttribute('role', 'timer');
  left.setAttribute('aria-label', t('speaker.sessionTimeLeft'));
  const segment = document.createElement('span');
  segment.setAttribute('role', 'timer');
  segment.setAttribute('aria-label', t('speaker.segmentTimeLeft'));
  const pace = document.createElement('span');
  element.append(segment, left, pace);
  return {
    element,
    show(state) {
      if (element.hidden) return;
      const running = state.phase !== 'not-started';
      put(segment, state.current ? mmss(state.current.leftMs, 'left') : '');
      put(left, mmss(running ? state.sessionLeftMs : state.plannedTotalMs, 'left'));
      put(pace, paceWords(state));
      element.dataset.severity = state.pace.severity;
    },
    toggle() {
      element.hidden = !element.hidden;
    },
  };
}

function put(element: HTMLElement, text: string): void {
  if (element.textContent !== text) element.textContent = text;
}
