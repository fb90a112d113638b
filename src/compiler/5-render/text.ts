import type { Texts } from '../2-parse/schemas.ts';
import type { ModuleSource } from '../2-parse/sources.ts';

/** A text in one language; the check of phase 3 has seen that it is there. */
export const text = (texts: Texts | undefined, lang: string): string => texts?.[lang] ?? '';

/** The style sheets of all drawings, in the order of their names. */
export const figureStyles = (module: ModuleSource): string =>
  [...module.figures.values()]
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .map((f) => f.css)
    .join('\n');

/** Milliseconds of a plan as minutes, to a tenth: `2.5`. */
export const minutesText = (ms: number): string => String(Math.round((ms / 60_000) * 10) / 10);
