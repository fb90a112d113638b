import type { Signal } from '@preact/signals';
import { effect, signal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { drawCharts } from '../charts/index.ts';
import { t } from '../strings.ts';
import { faceSlide } from '../wall/exercise.ts';
import { fitSlide } from '../wall/fit.ts';
import { segmentLine } from '../wall/segment-line.ts';
import { showStep } from '../wall/steps.ts';
import { type Desk, useDesk } from './desk.ts';

interface Props {
  slide: string;
  step: number;
}

/** A slide as the room sees it, small and alive: copied, scaled, its charts drawn, its countdown running. */
export function Picture({ slide, step }: Props) {
  const desk = useDesk();
  const frame = useRef<HTMLDivElement>(null);
  const shown = useRef<Signal<HTMLElement | null>>(signal(null));

  useEffect(() => {
    const element = frame.current;
    const section = desk.sections.get(slide)?.cloneNode(true) as HTMLElement | undefined;
    if (!element || !section) return;
    for (const one of [section, ...section.querySelectorAll<HTMLElement>('[id]')])
      one.removeAttribute('id');
    const line = segmentLine(t('deck.segments'));
    element.replaceChildren(section, line.element);
    fitSlide(section);
    drawCharts(section);
    void document.fonts.ready.then(() => {
      if (!section.isConnected) return;
      fitSlide(section);
      drawCharts(section);
    });
    shown.current.value = section;
    return effect(() => {
      const state = desk.live.state.value;
      faceSlide(section, desk.room, state);
      line.show(state, slide);
    });
  }, [slide]);

  useEffect(() => {
    const section = shown.current.value;
    if (!section) return;
    showStep(section, step);
    faceSlide(section, desk.room, desk.live.state.peek());
  }, [slide, step]);

  useEffect(() => {
    const element = frame.current;
    const box = element?.parentElement;
    if (!element || !box) return;
    const scale = (): void => {
      element.style.transform = `scale(${box.clientWidth / 1280})`;
    };
    const observer = new ResizeObserver(scale);
    observer.observe(box);
    scale();
    return () => observer.disconnect();
  }, []);

  return (
    <div
      class="picture"
      data-scheme="light"
      data-slide={slide}
      data-step={step}
      aria-hidden="true"
      inert
    >
      <div class="picture-frame reveal wall" ref={frame} />
    </div>
  );
}

/** The slide number and headline that stand under a picture. */
export function caption(desk: Desk, slide: string): string {
  const found = desk.room.slides.find((s) => s.id === slide);
  return found ? `${found.number} ${found.headline}` : '';
}
