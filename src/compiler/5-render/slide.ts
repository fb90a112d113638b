import type { Element, ElementContent } from 'hast';
import { h } from 'hastscript';
import { visit } from 'unist-util-visit';
import type { SlideSource } from '../2-parse/sources.ts';
import type { RenderContext } from './context.ts';
import { toHast } from './html.ts';

/** What stands inside a slide: small line, headline, body, foot. `level` is the headline's heading level. */
export function slideParts(
  slide: SlideSource,
  context: RenderContext,
  level: 1 | 2 | 3 | 4 = 2,
): ElementContent[] {
  return [
    h('header', { class: 'slide-head' }, [
      h('p', { class: 'kicker' }, [
        h('span', { class: 'number' }, slide.meta.number),
        ' ',
        h('span', { class: 'slide-title' }, slide.meta.title),
      ]),
      h(`h${level}`, { class: 'headline' }, slide.headline),
    ]),
    h('div', { class: 'slide-body' }, bodyOf(slide, context)),
    h('footer', { class: 'slide-foot' }),
  ];
}

/** How many reveal steps a slide has. */
export function stepsOf(parts: ElementContent[]): number {
  let steps = 0;
  visit({ type: 'root', children: parts }, 'element', (e: Element) => {
    if ((e.properties.className as string[] | undefined)?.includes('fragment')) steps++;
  });
  return steps;
}

/** Slides in the order in which the session shows them. */
export function inSessionOrder(context: RenderContext): { segment: string; slide: SlideSource }[] {
  const byId = new Map(context.module.slides.map((s) => [s.meta.id, s]));
  return context.module.syllabus.value.segments.flatMap((g) =>
    g.slides.flatMap((id) => {
      const slide = byId.get(id);
      return slide ? [{ segment: g.id, slide }] : [];
    }),
  );
}

/** On a question slide with nothing else, the question is there from the start. */
function bodyOf(slide: SlideSource, context: RenderContext): ElementContent[] {
  const body = toHast(slide.body, context);
  const blocks = body.filter((b): b is Element => b.type === 'element');
  const [only] = blocks;
  if (slide.meta.layout === 'question' && blocks.length === 1 && only) {
    const names = (only.properties.className as string[] | undefined) ?? [];
    only.properties.className = names.filter((name) => name !== 'fragment');
  }
  return body;
}
