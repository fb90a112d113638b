import type { Element } from 'hast';
import { h } from 'hastscript';
import { EXIT, visit } from 'unist-util-visit';
import type { MessageKey } from '../../../locale/index.ts';
import type { HandoutSource } from '../../2-parse/sources.ts';
import type { RenderContext } from '../context.ts';

/** One way to put a handout on paper. */
export interface PrintAs {
  /** In `body[data-print-as]` and in the PDF's name; empty for the handout as it is. */
  id: '' | 'two-a-page' | 'six-a-page' | 'two-sheets';
  label: MessageKey;
}

const SLIDES: readonly PrintAs[] = [
  { id: '', label: 'pages.printAs.three' },
  { id: 'two-a-page', label: 'pages.printAs.two' },
  { id: 'six-a-page', label: 'pages.printAs.six' },
];
const POSTER: readonly PrintAs[] = [
  { id: '', label: 'pages.printAs.one' },
  { id: 'two-sheets', label: 'pages.printAs.joined' },
];

/** The ways in which a handout can be printed, its own first; none where there is no choice. */
export function waysToPrint({ meta, tree }: HandoutSource): readonly PrintAs[] {
  if (meta.kind === 'poster') return POSTER;
  let slides = false;
  visit(tree, 'leafDirective', (node) => {
    if (node.name !== 'all-slides') return;
    slides = true;
    return EXIT;
  });
  return slides ? SLIDES : [];
}

/** The choice in the toolbar; the page's script puts it on the body, the style sheets do the rest. */
export function printAsControl(handout: HandoutSource, { t }: RenderContext): Element[] {
  const ways = waysToPrint(handout);
  if (!ways.length) return [];
  return [
    h('label', [
      `${t('pages.printAs')} `,
      h(
        'select',
        { id: 'print-as' },
        ways.map(({ id, label }) => h('option', { value: id }, t(label))),
      ),
    ]),
  ];
}
