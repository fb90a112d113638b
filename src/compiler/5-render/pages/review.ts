import { h } from 'hastscript';
import { script } from '../assets/scripts.ts';
import { styles } from '../assets/styles.ts';
import type { RenderContext } from '../context.ts';
import { inSessionOrder, slideParts } from '../slide.ts';
import { figureStyles, text } from '../text.ts';
import { handoutArticle } from './handout.ts';
import { page } from './page.ts';

/** `review.html`: every slide and every handout of the participants' edition, to read on a phone. */
export async function reviewPage(context: RenderContext, fonts: string): Promise<string> {
  const { module, t, locale } = context;
  const title = text(module.syllabus.value.title, module.lang);
  const shown = inSessionOrder(context);
  const handouts = module.handouts.filter(
    (x) =>
      !x.meta.pack &&
      !['card', 'brochure', 'poster'].includes(x.meta.kind) &&
      x.meta.id !== 'slides-handout' &&
      x.meta.id !== 'quiz',
  );
  return page({
    lang: module.lang,
    dir: locale.dir,
    title: `${t('pages.reviewTitle')} · ${title}`,
    kind: 'review',
    style: await styles('review', [fonts, figureStyles(module)]),
    script: await script('review'),
    data: { strings: { lang: locale.tag, dir: locale.dir, messages: locale.messages } },
    body: [
      h('a', { class: 'skip', href: '#content' }, t('pages.skip')),
      h('header', { class: 'page-head' }, [
        h('p', h('a', { href: '../../index.html' }, t('pages.back'))),
        h('h1', title),
        h('p', t('pages.reviewIntro')),
        h('p', { class: 'not-un' }, t('common.notUn')),
      ]),
      h('nav', { class: 'contents', ariaLabel: t('pages.contents') }, [
        h('details', [
          h('summary', t('pages.contents')),
          h(
            'ol',
            { class: 'toc' },
            shown.map(({ slide }) =>
              h('li', h('a', { href: `#${slide.meta.id}` }, slide.headline)),
            ),
          ),
          h(
            'ol',
            { class: 'toc' },
            handouts.map((x) => h('li', h('a', { href: `#handout-${x.meta.id}` }, x.meta.title))),
          ),
        ]),
      ]),
      h('main', { id: 'content' }, [
        h(
          'section',
          { ariaLabel: t('pages.reviewSlides') },
          shown.map(({ slide }) =>
            h(
              'div',
              { class: 'flow' },
              h(
                'section',
                { class: ['slide', `layout-${slide.meta.layout}`], id: slide.meta.id },
                slideParts(slide, context),
              ),
            ),
          ),
        ),
        h('section', { class: 'review-handouts' }, [
          h('h2', { class: 'section-title' }, t('pages.reviewHandouts')),
          ...handouts.map((x) => handoutArticle(x, context, 2)),
        ]),
      ]),
      h(
        'footer',
        { class: 'page-foot' },
        h(
          'p',
          `${title} · ${t('pages.edition.participants')} · ${context.version} · ${t('common.notUn')}`,
        ),
      ),
    ],
  });
}
