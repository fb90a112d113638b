import type { Element } from 'hast';
import { h } from 'hastscript';
import { script } from '../assets/scripts.ts';
import { styles } from '../assets/styles.ts';
import type { RenderContext } from '../context.ts';
import { inSessionOrder, slideParts } from '../slide.ts';
import { figureStyles, text } from '../text.ts';
import { framed, handoutArticle } from './handout.ts';
import { page, readersStrings } from './page.ts';

/** Papers that only make sense as paper stay out of the page to read. */
const PAPER_ONLY = ['card', 'brochure', 'poster'];
const SHOWN_ELSEWHERE = ['slides-handout', 'quiz', 'feedback'];

/** `review.html`: every slide and every handout of the participants' edition, to read on a phone. */
export async function reviewPage(context: RenderContext, fonts: string): Promise<string> {
  const { module, t, locale } = context;
  const title = text(module.syllabus.value.title, module.lang);
  const shown = inSessionOrder(context);
  const handouts = module.handouts.filter(
    ({ meta }) =>
      !meta.pack && !PAPER_ONLY.includes(meta.kind) && !SHOWN_ELSEWHERE.includes(meta.id),
  );
  const quiz = shown.find(({ slide }) => slide.meta.exercise === 'quiz-answers');
  const toc = (items: { id: string; title: string }[], number?: string[]): Element =>
    h(
      'ol',
      { class: 'toc' },
      items.map((x, i) =>
        h(
          'li',
          h('a', { href: `#${x.id}` }, [
            ...(number ? [h('span', { class: 'number' }, number[i] ?? ''), ' '] : []),
            x.title,
          ]),
        ),
      ),
    );
  return page({
    lang: module.lang,
    dir: locale.dir,
    title: `${t('pages.reviewTitle')} · ${title}`,
    kind: 'review',
    style: await styles('review', [fonts, figureStyles(module)]),
    script: await script('review'),
    data: { strings: readersStrings(locale) },
    body: [
      h('a', { class: 'skip', href: '#content' }, t('pages.skip')),
      h('header', { class: 'page-head', id: 'top' }, [
        h('p', { class: 'on-screen' }, h('a', { href: '../../index.html' }, t('pages.back'))),
        h('h1', title),
        h('p', t('pages.reviewIntro')),
        h('p', { class: 'not-un' }, t('common.notUn')),
        h(
          'ul',
          { class: 'parts on-screen' },
          [
            ['#slides', t('pages.reviewSlides')],
            ...(quiz ? [[`#${quiz.slide.meta.id}`, t('pages.selfCheck')]] : []),
            ['#handouts', t('pages.reviewHandouts')],
          ].map(([href, words]) => h('li', h('a', { href }, words))),
        ),
      ]),
      h('nav', { class: 'contents on-screen', ariaLabel: t('pages.contents') }, [
        h('details', [
          h('summary', t('pages.contents')),
          h('p', { class: 'toc-head' }, t('pages.reviewSlides')),
          toc(
            shown.map(({ slide }) => ({ id: slide.meta.id, title: slide.headline })),
            shown.map(({ slide }) => slide.meta.number),
          ),
          h('p', { class: 'toc-head' }, t('pages.reviewHandouts')),
          toc(handouts.map(({ meta }) => ({ id: `handout-${meta.id}`, title: meta.title }))),
        ]),
      ]),
      h('main', { id: 'content', tabIndex: -1 }, [
        h(
          'section',
          { ariaLabel: t('pages.reviewSlides'), id: 'slides' },
          shown.map(({ slide }) =>
            h('div', { class: 'flow' }, [
              h(
                'section',
                { class: ['slide', `layout-${slide.meta.layout}`], id: slide.meta.id },
                framed(slideParts(slide, context)),
              ),
            ]),
          ),
        ),
        h('section', { class: 'review-handouts', id: 'handouts' }, [
          h('h2', { class: 'section-title' }, t('pages.reviewHandouts')),
          ...handouts.map((x) => reviewHandout(handoutArticle(x, context, 3), x.meta.id, context)),
        ]),
      ]),
      h('footer', { class: 'page-foot' }, [
        h('p', { class: 'on-screen' }, h('a', { href: '#top' }, t('pages.backToTop'))),
        h(
          'p',
          `${title} · ${t('pages.edition.participants')} · ${context.version} · ${t('common.notUn')}`,
        ),
      ]),
    ],
  });
}

/** A handout under the page's own headings, with the way to the sheet that prints. */
function reviewHandout(article: Element, id: string, { t }: RenderContext): Element {
  lower(article);
  article.children.push(
    h('p', { class: 'on-screen' }, h('a', { href: `handouts/${id}.html` }, t('pages.printThis'))),
  );
  return article;
}

/** The handout's title is a level-3 heading here; what stands under it moves down with it. */
function lower(node: Element): void {
  for (const child of node.children) {
    if (child.type !== 'element') continue;
    const title = ((child.properties.className as string[] | undefined) ?? []).includes(
      'handout-title',
    );
    const level = /^h([2-5])$/.exec(child.tagName)?.[1];
    if (level && !title) child.tagName = `h${Number(level) + 2}`.replace(/h[789]/, 'h6');
    lower(child);
  }
}
