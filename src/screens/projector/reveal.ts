import Reveal from 'reveal.js';
import type { Place } from '../live.ts';

export interface Deck {
  place(): Place;
  go(place: Place): void;
  isBlank(): boolean;
  blank(on: boolean): void;
  next(): void;
  back(): void;
  slide(): HTMLElement;
  /** The slides that can be seen: one, or many in the overview. */
  seen(): HTMLElement[];
  onMove(hear: () => void): void;
}

/** reveal.js, with what stands in the way of a screen reader or of a strict page mended. */
export async function startReveal(rtl: boolean, typing: () => boolean): Promise<Deck> {
  const wrapper = document.querySelector<HTMLElement>('#room .reveal') as HTMLElement;
  const reveal = new Reveal(wrapper, {
    width: 1280,
    height: 720,
    margin: 0,
    minScale: 0.1,
    maxScale: 8,
    center: false,
    display: 'grid',
    transition: 'none',
    backgroundTransition: 'none',
    controls: false,
    progress: false,
    slideNumber: false,
    hash: false,
    history: false,
    respondToHashChanges: false,
    jumpToSlide: true,
    help: false,
    overview: true,
    rtl,
    touch: true,
    embedded: false,
    postMessage: false,
    autoAnimate: false,
    autoSlide: false,
    scrollActivationWidth: 0,
    viewDistance: 2,
    mobileViewDistance: 2,
    keyboardCondition: () => !typing(),
    plugins: [],
  });
  const initialized = reveal.initialize();
  // Its promise waits for a timer, which a hidden window may be slow to give; it is ready some microtasks later.
  for (let i = 0; i < 100 && !reveal.isReady(); i++) await Promise.resolve();
  if (!reveal.isReady()) await initialized;
  // Its own role hides the slides' structure from screen readers.
  wrapper.removeAttribute('role');
  const sections = [...document.querySelectorAll<HTMLElement>('#room .slides > section')];
  const move: (() => void)[] = [];
  const place = (): Place => {
    const { h, f } = reveal.getIndices();
    return { slide: sections[h]?.dataset.slide ?? '', step: (f ?? -1) + 1 };
  };
  const moved = (): void => {
    mark();
    for (const section of sections) {
      const shown = section === reveal.getCurrentSlide();
      section.toggleAttribute('inert', !shown && !reveal.isOverview());
      if (shown || reveal.isOverview()) section.removeAttribute('aria-hidden');
      else section.setAttribute('aria-hidden', 'true');
    }
    for (const one of move) one();
  };
  /** Coming from behind, reveal.js shows every step and calls none the current one. */
  function mark(): void {
    const slide = reveal.getCurrentSlide() as HTMLElement;
    if (!slide.querySelector('.current-fragment'))
      [...slide.querySelectorAll('.fragment.visible')].at(-1)?.classList.add('current-fragment');
  }
  for (const event of [
    'slidechanged',
    'fragmentshown',
    'fragmenthidden',
    'paused',
    'resumed',
    'overviewshown',
    'overviewhidden',
  ]) {
    reveal.on(event, moved);
  }
  moved();
  return {
    place,
    go({ slide, step }) {
      const h = sections.findIndex((s) => s.dataset.slide === slide);
      const here = place();
      if (h < 0 || (here.slide === slide && here.step === step)) return;
      if (reveal.isOverview()) reveal.toggleOverview(false);
      reveal.slide(h, 0, step - 1);
    },
    isBlank: () => reveal.isPaused(),
    blank: (on) => {
      if (reveal.isPaused() !== on) reveal.togglePause(on);
    },
    next: () => reveal.next(),
    back: () => reveal.prev(),
    slide: () => reveal.getCurrentSlide() as HTMLElement,
    seen: () =>
      reveal.isOverview()
        ? sections.filter((s) => s.style.display !== 'none')
        : [reveal.getCurrentSlide() as HTMLElement],
    onMove: (hear) => void move.push(hear),
  };
}
