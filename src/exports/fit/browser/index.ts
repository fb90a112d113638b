/** Runs in an open deck: walks it from the first step to the last, as the clicker does, and says what does not fit. */
import { type Fault, faultsOf } from './faults.ts';

export interface FoundFault extends Fault {
  slide: string;
  /** From 0: how many steps of the slide are up. */
  step: number;
  steps: number;
}

export interface FitApi {
  walk(): Promise<{ slides: number; states: number; faults: FoundFault[] }>;
}

const present = (): HTMLElement | null =>
  document.querySelector<HTMLElement>('section[data-slide].present');
const frame = (): Promise<void> => new Promise((done) => requestAnimationFrame(() => done()));
/** PageDown, which a clicker sends. reveal.js reads the old `keyCode`. */
const next = (): void =>
  void document.dispatchEvent(
    new KeyboardEvent('keydown', { key: 'PageDown', keyCode: 34, bubbles: true, cancelable: true }),
  );

const api: FitApi = {
  async walk() {
    while (!present()) await frame();
    await document.fonts.ready;
    await frame();
    const seen = new Set<string>();
    const faults: FoundFault[] = [];
    for (;;) {
      const slide = present();
      if (!slide) break;
      const step = slide.querySelectorAll('.fragment.visible').length;
      const here = `${slide.dataset.slide} ${step}`;
      if (seen.has(here)) break;
      seen.add(here);
      const steps = slide.querySelectorAll('.fragment').length;
      for (const fault of faultsOf(slide))
        faults.push({ ...fault, slide: slide.dataset.slide ?? '', step, steps });
      next();
      await frame();
    }
    const slides = new Set([...seen].map((one) => one.split(' ')[0])).size;
    return { slides, states: seen.size, faults };
  },
};

Object.assign(globalThis, { fitApi: api });
