import type { Status } from '../../syllabus/index.ts';

/** The thin line at the foot: the session's segments to scale, and where we are. No numbers. */
export function segmentLine(label: string): {
  element: HTMLElement;
  show(state: Status, slide: string): void;
} {
  const element = document.createElement('div');
  element.className = 'segment-line';
  element.setAttribute('role', 'img');
  element.setAttribute('aria-label', label);
  let shown = '';
  return {
    element,
    show(state, slide) {
      const { segments } = state.plan;
      const bySlide = segments.findIndex((s) => s.slides.includes(slide));
      const onBreak =
        state.current && segments.find((s) => s.id === state.current?.id)?.slides.length === 0;
      const here = onBreak ? segments.findIndex((s) => s.id === state.current?.id) : bySlide;
      const lengths = segments.map((s, i) => ({
        ms: Math.max(state.segments[i]?.revisedMs ?? s.plannedMs, 15_000),
        part: s.part,
      }));
      const signature = `${here} ${lengths.map((l) => Math.round(l.ms / 15_000)).join()}`;
      if (signature === shown) return;
      shown = signature;
      element.replaceChildren(
        ...lengths.map(({ ms, part }, i) => {
          const bit = document.createElement('span');
          bit.className = i < here ? 'is-past' : i === here ? 'is-here' : 'is-ahead';
          if (part !== lengths[i - 1]?.part && i > 0) bit.classList.add('starts-part');
          bit.style.flexGrow = String(ms);
          return bit;
        }),
      );
      const title = segments[here]?.title;
      element.setAttribute('aria-label', title ? `${label}: ${title}` : label);
    },
  };
}
