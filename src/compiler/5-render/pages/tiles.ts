import type { Element } from 'hast';
import { h } from 'hastscript';
import type { RenderContext } from '../context.ts';

const SHEETS = [1, 2] as const;

/**
 * A poster of twice the printer's paper, on two sheets to be joined. Each is a window on a copy of the whole; the
 * second overlaps the first, and ticks on the first say where the second begins. Paper only.
 */
export function tiles(copy: () => Element, { t }: RenderContext): Element[] {
  return SHEETS.map((sheet) => {
    const whole = copy();
    // Who reads the PDF aloud meets the words once.
    if (sheet === 1) whole.properties.ariaHidden = undefined;
    return h('section', { class: ['tile', `tile-${sheet}`] }, [
      h('div', { class: 'tile-window' }, [whole]),
      h('i', { class: 'tile-tick' }),
      h('i', { class: 'tile-tick' }),
      h('p', { class: 'tile-note' }, t(`pages.tile${sheet}`)),
    ]);
  });
}
