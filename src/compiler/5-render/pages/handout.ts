import type { ElementContent } from 'hast';
import { h } from 'hastscript';
import { visit } from 'unist-util-visit';
import type { HandoutSource } from '../../2-parse/sources.ts';
import { script } from '../assets/scripts.ts';
import { styles } from '../assets/styles.ts';
import type { RenderContext } from '../context.ts';
import { addClass } from '../directives/layout.ts';
import { toHast } from '../html.ts';
import { figureStyles, text } from '../text.ts';
import { page } from './page.ts';

/** One handout: a page to read and to print. Facilitators' material says so on every sheet. */
export async function handoutPage(
  handout: HandoutSource,
  context: RenderContext,
  fonts: string,
): Promise<string> {
  const { module, t, locale, edition } = context;
  const { meta } = handout;
  const article = handoutArticle(handout, context);
  const hasFacilitatorPart =
    meta.edition === 'participants' &&
    edition === 'facilitator' &&
    holdsClass(article, 'facilitator-only');
  const parts = packParts(handout, context);
  return page({
    lang: module.lang,
    dir: locale.dir,
    title: `${meta.title} · ${text(module.syllabus.value.title, module.lang)}`,
    kind: 'handout',
    style: await styles('handout', [fonts, figureStyles(module), sheetStyle(handout, context)]),
    script: await script('handout'),
    data: { strings: { lang: locale.tag, dir: locale.dir, messages: locale.messages } },
    bodyClass: [`kind-${meta.kind}`, `for-${meta.edition}`, `handout-${meta.id}`],
    body: [
      h('nav', { class: 'toolbar', ariaLabel: t('pages.back') }, [
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
          h('button', { type: 'button', id: 'print' }, t('pages.print')),
        ]),
      ]),
      h('main', [article, ...parts]),
      h('footer', { class: 'page-foot' }, h('p', footLine(handout, context))),
    ],
  });
}

/** Handouts bound into a pack follow its own page, each from a new sheet. */
function packParts(handout: HandoutSource, context: RenderContext): ElementContent[] {
  return (handout.meta.pack ?? []).flatMap((id) => {
    const part = context.module.handouts.find((x) => x.meta.id === id);
    if (!part) return [];
    const article = handoutArticle(part, context);
    addClass(article, 'pack-part');
    return [article];
  });
}

export function handoutArticle(handout: HandoutSource, context: RenderContext, level: 1 | 2 = 1) {
  const { meta } = handout;
  const { t } = context;
  const own = toHast(handout.body, context);
  return h(
    'article',
    { class: ['handout', `kind-${meta.kind}`, `handout-${meta.id}`], id: `handout-${meta.id}` },
    [
      ...(meta.edition === 'facilitator'
        ? [h('p', { class: 'facilitator-mark' }, t('common.facilitatorOnly'))]
        : []),
      h(`h${level}`, { class: 'handout-title' }, meta.title),
      ...(meta.kind === 'card' || meta.kind === 'brochure' ? panels(own) : own),
    ],
  );
}

/** Cards and brochures: each level-2 heading begins a panel. */
function panels(blocks: ElementContent[]): ElementContent[] {
  const out: ElementContent[][] = [];
  for (const block of blocks) {
    if (block.type === 'element' && block.tagName === 'h2') out.push([block]);
    else if (out.length) out.at(-1)?.push(block);
    else if (block.type === 'element') out.push([block]);
  }
  return [
    h(
      'div',
      { class: 'panels' },
      out.map((panel) => h('section', { class: 'panel' }, panel)),
    ),
  ];
}

const holdsClass = (root: ElementContent, name: string): boolean => {
  let found = false;
  visit(root, 'element', (e) => {
    if ((e.properties.className as string[] | undefined)?.includes(name)) found = true;
  });
  return found;
};

const footLine = (
  { meta }: HandoutSource,
  { module, t, edition, version }: RenderContext,
): string =>
  [
    text(module.syllabus.value.title, module.lang),
    meta.title,
    t(`pages.edition.${edition}`),
    module.lang,
    version,
    t('common.notUn'),
  ].join(' · ');

/** Running footers (and, for facilitators, headers) that Chromium prints in the page's margins. */
function sheetStyle({ meta }: HandoutSource, context: RenderContext): string {
  const { module, t, edition, version } = context;
  const q = (s: string): string => `"${s.replace(/[\\"]/g, '\\$&').replace(/\n/g, ' ')}"`;
  const left = [
    meta.title,
    t(`pages.edition.${meta.edition === 'facilitator' ? 'facilitator' : edition}`),
    module.lang,
    version,
  ].join(' · ');
  const number = `${q(`${t('pages.page')} `)} counter(page) ${q(` ${t('pages.of')} `)} counter(pages)`;
  const font = 'font: 8pt "Session Sans", sans-serif; color: #000;';
  const foot = `@bottom-left { content: ${q(left)} "\\A" ${q(`${text(module.syllabus.value.title, module.lang)}. ${t('common.notUn')}`)}; white-space: pre; text-align: left; ${font} } @bottom-right { content: ${number}; ${font} font-weight: 700; }`;
  const mark = `@top-right { content: ${q(t('common.facilitatorOnly'))}; border: 1.2pt solid #000; padding: 1mm 3mm; margin-block: 4mm; ${font} font-weight: 700; }`;
  const bare = meta.kind === 'card' || meta.kind === 'poster' || meta.kind === 'brochure';
  if (bare) return '';
  return `@page { ${foot} ${meta.edition === 'facilitator' ? mark : ''} } @page facilitator { ${mark} }`;
}
