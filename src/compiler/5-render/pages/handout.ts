import type { Element, ElementContent } from 'hast';
import { h } from 'hastscript';
import { visit } from 'unist-util-visit';
import type { HandoutSource } from '../../2-parse/sources.ts';
import { script } from '../assets/scripts.ts';
import { styles } from '../assets/styles.ts';
import type { RenderContext } from '../context.ts';
import { addClass } from '../directives/layout.ts';
import { toHast } from '../html.ts';
import { figureStyles, text } from '../text.ts';
import { cardSides, facesOf, foldedCard } from './cards.ts';
import { page, readersStrings } from './page.ts';
import { printAsControl } from './print-as.ts';
import { bareSheet, sheetStyle } from './sheet.ts';
import { tiles } from './tiles.ts';

/** One handout: a page to read and to print. Facilitators' material says so on every sheet. */
export async function handoutPage(
  handout: HandoutSource,
  context: RenderContext,
  fonts: string,
): Promise<string> {
  const { module, t, locale, edition } = context;
  const { meta } = handout;
  const main = [...sheets(handout, context), ...packParts(handout, context)];
  const hasFacilitatorPart =
    meta.edition === 'participants' &&
    edition === 'facilitator' &&
    main.some((x) => holdsClass(x, 'facilitator-only'));
  return page({
    lang: module.lang,
    dir: locale.dir,
    title: `${meta.title} · ${text(module.syllabus.value.title, module.lang)}`,
    kind: 'handout',
    style: await styles('handout', [fonts, figureStyles(module), sheetStyle(handout, context)]),
    script: await script('handout'),
    data: { strings: readersStrings(locale) },
    bodyClass: [
      `kind-${meta.kind}`,
      `for-${meta.edition}`,
      `edition-${edition}`,
      `handout-${meta.id}`,
      ...(meta.pack ? ['is-pack'] : []),
      ...(meta.perSheet ? ['many-up'] : []),
    ],
    body: [
      h('a', { class: 'skip', href: '#sheet' }, t('pages.skip')),
      h('header', { class: 'toolbar' }, [
        h('a', { href: '../../../index.html' }, t('pages.back')),
        h('span', { class: 'toolbar-actions' }, [
          ...(hasFacilitatorPart
            ? [
                h('label', [
                  h('input', { type: 'checkbox', id: 'with-facilitator' }),
                  ` ${t('pages.printWithNotes')}`,
                ]),
              ]
            : []),
          ...printAsControl(handout, context),
          h('button', { type: 'button', id: 'print' }, t('pages.print')),
        ]),
        ...printHow(handout, context),
      ]),
      h('main', { id: 'sheet', tabIndex: -1 }, main),
      h('footer', { class: 'page-foot' }, h('p', footLines(handout, context).join(' · '))),
    ],
  });
}

/** What the printer must be told, where it is not plain: both sides, and where to fold or cut. */
function printHow({ meta }: HandoutSource, { t }: RenderContext): ElementContent[] {
  if (meta.kind === 'card') return [h('p', { class: 'print-how' }, t('pages.cardHow'))];
  if (meta.kind === 'brochure') return [h('p', { class: 'print-how' }, t('pages.brochureHow'))];
  if (meta.kind === 'poster') return [h('p', { class: 'print-how' }, t('pages.posterHow'))];
  return meta.perSheet
    ? [h('p', { class: 'print-how' }, t('pages.perSheetHow', { count: meta.perSheet }))]
    : [];
}

/** The article, and what paper needs beside it: more copies on the sheet, the card's two sides, the poster in two pieces. */
function sheets(handout: HandoutSource, context: RenderContext): Element[] {
  const { meta } = handout;
  const article = handoutArticle(handout, context);
  if (bareSheet(meta)) {
    const place = meta.kind === 'brochure' ? (facesOf(article).at(-1) ?? article) : article;
    const [first, second] = footLines(handout, context);
    place.children.push(h('p', { class: 'sheet-foot' }, [first, h('br'), second]));
  }
  const copies = Array.from({ length: (meta.perSheet ?? 1) - 1 }, () => copyOf(article));
  return [
    article,
    ...copies,
    ...(meta.kind === 'card' ? cardSides(article, context) : []),
    ...(meta.kind === 'poster' ? tiles(() => copyOf(article), context) : []),
  ];
}

/** A copy for paper only: neither read aloud nor linked to. */
function copyOf(article: Element): Element {
  const copy = structuredClone(article);
  copy.properties.id = undefined;
  copy.properties.ariaHidden = 'true';
  addClass(copy, 'sheet-copy');
  return copy;
}

/** Handouts bound into a pack follow its own page, each from a new sheet. */
function packParts(handout: HandoutSource, context: RenderContext): Element[] {
  return (handout.meta.pack ?? []).flatMap((id) => {
    const part = context.module.handouts.find((x) => x.meta.id === id);
    if (!part) return [];
    const article = handoutArticle(part, context);
    addClass(article, 'pack-part');
    if (part.meta.kind === 'card') article.children.push(foldedCard(article, context));
    return [article];
  });
}

export function handoutArticle(
  handout: HandoutSource,
  context: RenderContext,
  level: 1 | 2 | 3 = 1,
): Element {
  const { meta } = handout;
  const { t } = context;
  const own = toHast(handout.body, context);
  const title = h(`h${level}`, { class: 'handout-title' }, meta.title);
  return h(
    'article',
    { class: ['handout', `kind-${meta.kind}`, `handout-${meta.id}`], id: `handout-${meta.id}` },
    [
      ...(meta.edition === 'facilitator'
        ? [h('p', { class: 'facilitator-mark' }, t('common.facilitatorOnly'))]
        : []),
      // A leaflet's title stands on its cover, the first panel.
      ...(meta.kind === 'brochure' ? [panels(own, title)] : [title]),
      ...(meta.kind === 'card' ? [panels(own)] : meta.kind === 'brochure' ? [] : framed(own)),
    ],
  );
}

/** A table wider than a phone scrolls in a box of its own; with the keyboard too. */
export function framed(blocks: ElementContent[]): ElementContent[] {
  for (const block of blocks) wrapTables(block);
  return blocks.map((block) => (isTable(block) ? scroller(block) : block));
}

function wrapTables(node: ElementContent): void {
  if (node.type !== 'element' || hasClass(node, 'chart') || hasClass(node, 'table-scroll')) return;
  if (node.tagName === 'thead') emptyHeads(node);
  node.children = node.children
    .filter((child) => !(child.type === 'element' && child.tagName === 'thead' && isEmpty(child)))
    .map((child) => {
      wrapTables(child);
      return isTable(child) ? scroller(child) : child;
    });
}

/** A head cell that heads nothing is a plain cell to a screen reader. */
function emptyHeads(head: Element): void {
  visit(head, 'element', (cell) => {
    if (cell.tagName === 'th' && isEmpty(cell)) cell.tagName = 'td';
  });
}

const isEmpty = (node: Element): boolean =>
  node.children.every((c) =>
    c.type === 'text' ? !c.value.trim() : c.type === 'element' && isEmpty(c),
  );

const isTable = (node: ElementContent): node is Element =>
  node.type === 'element' && node.tagName === 'table' && !hasClass(node, 'plan');
const scroller = (table: Element): Element => h('div', { class: 'table-scroll' }, table);

/** Cards and leaflets: each level-2 heading begins a panel. */
function panels(blocks: ElementContent[], title?: Element): Element {
  const out: ElementContent[][] = [];
  for (const block of blocks) {
    if (block.type === 'element' && block.tagName === 'h2') out.push([block]);
    else if (out.length) out.at(-1)?.push(block);
    else if (block.type === 'element') out.push([block]);
  }
  if (title) out[0] = [title, ...(out[0] ?? [])];
  return h(
    'div',
    { class: 'panels' },
    out.map((panel, i) => h('section', { class: ['panel', `panel-${i + 1}`] }, panel)),
  );
}

const hasClass = (e: Element, name: string): boolean =>
  ((e.properties.className as string[] | undefined) ?? []).includes(name);

const holdsClass = (root: ElementContent, name: string): boolean => {
  let found = false;
  visit(root, 'element', (e) => {
    if (hasClass(e, name)) found = true;
  });
  return found;
};

/** Which sheet; of which build, and whose it is not. */
const footLines = (
  { meta }: HandoutSource,
  { module, t, version }: RenderContext,
): [string, string] => [
  [text(module.syllabus.value.title, module.lang), meta.title].join(' · '),
  [t(`pages.edition.${meta.edition}`), module.lang, version, t('common.notUn')].join(' · '),
];
