import { mmss, type Status } from '../../syllabus/index.ts';
import { clockTime } from '../shared/words.ts';
import { t } from '../strings.ts';

/** During a break the slide that stayed up is covered: that it is a break, how long it lasts, and when it ends. */
export function coverBreak(slide: HTMLElement, state: Status): void {
  const segment = state.plan.segments.find((s) => s.id === state.current?.id);
  const onBreak = !!segment && !segment.slides.length && slide.dataset.slide === state.slide;
  const known = slide.querySelector<HTMLElement>('.break-cover');
  if (!onBreak || !state.current) {
    known?.remove();
    return;
  }
  const cover = known ?? slide.appendChild(emptyCover());
  const { leftMs } = state.current;
  const texts = [
    segment.title,
    leftMs > 0 ? mmss(leftMs, 'left') : t('deck.breakOver'),
    state.phase === 'paused'
      ? t('deck.paused')
      : leftMs > 0
        ? t('deck.backAt', { time: clockTime(state.now + leftMs) })
        : '',
  ];
  cover.classList.toggle('time-up', leftMs <= 0);
  [...cover.children].forEach((part, i) => {
    if (part.textContent !== texts[i]) part.textContent = texts[i] ?? '';
  });
}

function emptyCover(): HTMLElement {
  const cover = document.createElement('div');
  cover.className = 'break-cover';
  for (const part of ['what', 'time', 'back']) {
    const p = document.createElement('p');
    p.className = `break-${part}`;
    cover.append(p);
  }
  cover.children[1]?.setAttribute('role', 'timer');
  cover.children[1]?.setAttribute('aria-label', t('speaker.segmentTimeLeft'));
  return cover;
}
