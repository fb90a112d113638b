import type { Element } from 'hast';
import { h } from 'hastscript';
import { visit } from 'unist-util-visit';
import type { RenderContext } from '../context.ts';
import { addClass } from '../directives/layout.ts';

const CARDS_PER_SHEET = 4;

/**
 * Folded cards, four a sheet: the outside of all on one page, the inside on the next, in register when the sheet
 * turns over its long edge. Outside: back, front. Inside: second and third face.
 */
export function cardSides(article: Element, { t }: RenderContext): Element[] {
  const [first, second, third, fourth] = facesOf(article);
  const card = (left: Element | undefined, right: Element | undefined, copy: boolean): Element =>
    h(
      'div',
      { class: 'card-row', ...(copy ? { ariaHidden: 'true' } : {}) },
      [left, right].map((face) => (face ? structuredClone(face) : h('div', { class: 'panel' }))),
    );
  const side = (name: string, left: Element | undefined, right: Element | undefined): Element =>
    h('div', { class: ['card-side', `card-${name}`] }, [
      h('div', { class: 'card-rows' }, [
        ...Array.from({ length: CARDS_PER_SHEET }, (_, i) => card(left, right, i > 0)),
        ...marks('top', 3),
        ...marks('bottom', 3),
        ...marks('left', CARDS_PER_SHEET + 1),
        ...marks('right', CARDS_PER_SHEET + 1),
      ]),
      h(
        'p',
        { class: 'card-note' },
        t(name === 'outside' ? 'pages.cardOutside' : 'pages.cardInside'),
      ),
    ]);
  return [side('outside', fourth, first), side('inside', second, third)];
}

/** Crop marks along one edge of the cards. */
const marks = (edge: string, count: number): Element[] => [
  h(
    'div',
    { class: ['marks', `marks-${edge}`], ariaHidden: 'true' },
    Array.from({ length: count }, () => h('i')),
  ),
];

/** In a pack, one card on one side: cut out, fold back, fold like a book. */
export function foldedCard(article: Element, { t }: RenderContext): Element {
  const [first, second, third, fourth] = facesOf(article).map((face) => structuredClone(face));
  for (const face of [second, third]) if (face) addClass(face, 'turned');
  return h('div', { class: 'card-fold' }, [
    h('p', { class: 'card-note' }, t('pages.cardFold')),
    h(
      'div',
      { class: 'card-rows' },
      [
        [fourth, first],
        [third, second],
      ].map((row) =>
        h(
          'div',
          { class: 'card-row' },
          row.filter((x): x is Element => !!x),
        ),
      ),
    ),
  ]);
}

/** The panels of a card or a leaflet. */
export const facesOf = (article: Element): Element[] => {
  const found: Element[] = [];
  visit(article, 'element', (e) => {
    if ((e.properties.className as string[] | undefined)?.includes('panel')) found.push(e);
  });
  return found;
};
