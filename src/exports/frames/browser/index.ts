/** The script of a page of frames: gets it ready, and measures it. */
import { drawCharts } from '../../../screens/charts/index.ts';
import { fitSlide } from '../../../screens/wall/fit.ts';
import type { Drawing, Palette } from '../../drawing.ts';
import { measure, paletteOf } from './measure.ts';

export interface FramesApi {
  /** Resolves when letters, lengths and charts stand. */
  ready(): Promise<void>;
  drawings(): { drawings: Drawing[]; palette: Palette };
}

const frames = (): HTMLElement[] => [...document.querySelectorAll<HTMLElement>('[data-frame]')];

const api: FramesApi = {
  async ready() {
    await document.fonts.ready;
    for (const bit of document.querySelectorAll<HTMLElement>('[data-length]'))
      bit.style.flexGrow = bit.dataset.length ?? '1';
    for (const frame of frames()) fitSlide(frame);
    drawCharts(document);
    await document.fonts.ready;
  },
  drawings: () => ({ drawings: frames().map(measure), palette: paletteOf(document.body) }),
};

Object.assign(globalThis, { framesApi: api });
