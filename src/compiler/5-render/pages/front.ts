import type { Element, ElementContent } from 'hast';
import { h } from 'hastscript';
import type { Edition } from '../../../model/index.ts';
import type { HandoutSource } from '../../2-parse/sources.ts';
import { script } from '../assets/scripts.ts';
import { styles } from '../assets/styles.ts';
import type { RenderContext } from '../context.ts';
import { printList } from '../directives/generated.ts';
import { text } from '../text.ts';
import { page } from './page.ts';

/** `index.html` of an edition: what is here, in the order in which one needs it. */
export async function frontPage(
  contexts: RenderContext[],
  edition: Edition,
  fonts: string,
): Promise<string> {
  const first = contexts[0] as RenderContext;
  const { t, locale } = first;
  const title = text(first.module.syllabus.value.title, first.module.lang);
  const body = contexts.map((context) =>
    edition === 'facilitator' ? facilitatorModule(context) : participantsModule(context),
  );
  return page({
    lang: first.module.lang,
    dir: locale.dir,
    title: `${title} · ${t(`pages.edition.${edition}`)}`,
    kind: 'front',
    style: await styles('front', [fonts]),
    script: await script('front'),
    data: { strings: { lang: locale.tag, dir: locale.dir, messages: locale.messages } },
    bodyClass: [`edition-${edition}`],
    body: [
      h('header', { class: 'page-head' }, [
        h('p', { class: 'edition' }, t(`pages.edition.${edition}`)),
        h(
          'h1',
          edition === 'facilitator' ? t('pages.frontFacilitator') : t('pages.frontParticipants'),
        ),
        ...(edition === 'facilitator'
          ? [h('p', { class: 'facilitator-mark' }, t('pages.frontDoNotShare'))]
          : []),
        h('p', { class: 'not-un' }, t('common.notUn')),
      ]),
      h('main', body),
      h('footer', { class: 'page-foot' }, h('p', `${first.version} · ${t('common.notUn')}`)),
    ],
  });
}

const base = ({ module }: RenderContext): string => `${module.module}/${module.lang}/`;

function facilitatorModule(context: RenderContext): Element {
  const { module, t } = context;
  const prepare = ['before-you-start', 'session-plan'];
  const is = (test: (x: HandoutSource) => boolean): HandoutSource[] => module.handouts.filter(test);
  const rest = (x: HandoutSource): boolean =>
    !prepare.includes(x.meta.id) && !x.meta.pack && x.meta.kind !== 'page';
  return h('section', { class: 'module' }, [
    h('h2', text(module.syllabus.value.title, module.lang)),
    ...block(
      t('pages.frontPrepare'),
      list(
        is((x) => prepare.includes(x.meta.id)),
        context,
      ),
    ),
    ...block(t('pages.frontStart'), [
      h(
        'p',
        { class: 'primary' },
        h('a', { class: 'button', href: `${base(context)}deck.html` }, t('pages.frontDeck')),
      ),
      h('p', t('pages.frontDeckHow')),
      h('p', [
        h('a', { href: `${base(context)}deck.html?speaker` }, t('deck.openSpeaker')),
        ' · ',
        h('a', { href: `${base(context)}deck.html?report` }, t('pages.frontReport')),
      ]),
    ]),
    ...block(
      t('pages.frontHandOut'),
      list(
        is((x) => rest(x) && x.meta.edition === 'participants' && x.meta.kind !== 'poster'),
        context,
      ),
    ),
    ...block(
      t('pages.frontPosters'),
      list(
        is((x) => x.meta.kind === 'poster'),
        context,
      ),
    ),
    ...block(
      t('pages.frontTeam'),
      list(
        is((x) => rest(x) && x.meta.edition === 'facilitator'),
        context,
      ),
    ),
    ...block(
      t('pages.frontPacks'),
      list(
        is((x) => !!x.meta.pack),
        context,
      ),
    ),
    ...block(
      t('pages.frontAbout'),
      list(
        is((x) => x.meta.kind === 'page' && !x.meta.pack),
        context,
      ),
    ),
    h('details', { class: 'print-list-box' }, [
      h('summary', t('pages.printListCaption', { count: 24 })),
      h('label', [
        `${t('pages.printListPeople')} `,
        h('input', { type: 'number', class: 'people', min: '4', max: '60', value: '24' }),
      ]),
      ...([
        printList(
          { type: 'leafDirective', name: 'print-list', children: [] } as never,
          [],
          context,
        ),
      ].flat() as ElementContent[]),
    ]),
  ]);
}

function participantsModule(context: RenderContext): Element {
  const { module, t } = context;
  return h('section', { class: 'module' }, [
    h('h2', text(module.syllabus.value.title, module.lang)),
    h(
      'p',
      { class: 'primary' },
      h('a', { class: 'button', href: `${base(context)}review.html` }, t('pages.frontReview')),
    ),
    h('p', t('pages.frontReviewHow')),
    ...block(
      t('pages.reviewHandouts'),
      list(
        module.handouts.filter((x) => !x.meta.pack && x.meta.kind !== 'poster'),
        context,
      ),
    ),
    ...block(
      t('pages.frontPosters'),
      list(
        module.handouts.filter((x) => x.meta.kind === 'poster'),
        context,
      ),
    ),
    ...block(
      t('pages.frontPacks'),
      list(
        module.handouts.filter((x) => !!x.meta.pack),
        context,
      ),
    ),
  ]);
}

const block = (title: string, content: ElementContent[]): ElementContent[] =>
  content.length ? [h('h3', title), ...content] : [];

function list(handouts: HandoutSource[], context: RenderContext): ElementContent[] {
  if (!handouts.length) return [];
  return [
    h(
      'ul',
      { class: 'handout-list' },
      handouts.map((x) =>
        h('li', [
          h('a', { href: `${base(context)}handouts/${x.meta.id}.html` }, x.meta.title),
          ...(x.meta.summary ? [h('span', { class: 'summary' }, x.meta.summary)] : []),
        ]),
      ),
    ),
  ];
}
