import type { RenderContext } from './context.ts';

/** Every letter that a page or an export of this edition may show: what the fonts must hold. */
export const letters = (contexts: readonly RenderContext[]): string =>
  [
    ...new Set(
      contexts
        .map((c) =>
          JSON.stringify([
            c.locale.messages,
            c.module.slides,
            c.module.notes,
            c.module.moments,
            c.module.handouts,
            c.module.quiz?.value,
            c.module.syllabus.value,
            c.module.profile,
          ]),
        )
        .join(''),
    ),
  ].join('');
