import type { Element, ElementContent } from 'hast';
import { h } from 'hastscript';
import type { Edition } from '../../../model/index.ts';
import type { HandoutSource } from '../../2-parse/sources.ts';
import { script } from '../assets/scripts.ts';
import { styles } from '../assets/styles.ts';
import type { RenderContext } from '../context.ts';
import { pagesText, printList } from '../directives/print-list.ts';
import { text } from '../text.ts';
import { localFacts, profileFields } from './local-facts.ts';
import { page, readersStrings } from './page.ts';

/** `index.html` of an edition: what is here, in the order in which one needs it. */
export async function frontPage(
  given: RenderContext[],
  edition: Edition,
  fonts: string,
): Promise<string> {
  // The longest session first: it is what most people come for.
  const length = ({ module }: RenderContext): number => module.syllabus.value.minutes;
  const contexts = [...given].sort((a, b) => length(b) - length(a));
  const first = contexts[0] as RenderContext;
  const { t, locale } = first;
  const title = moduleTitle(first);
  const forTeam = edition === 'facilitator';
  return page({
    lang: first.module.lang,
    dir: locale.dir,
    title: `${title} · ${t(`pages.edition.${edition}`)}`,
    kind: 'front',
    style: await styles('front', [fonts]),
    script: await script('front'),
    data: {
      strings: readersStrings(locale),
      ...(forTeam ? { 'profile-fields': profileFields(first) } : {}),
    },
    bodyClass: [`edition-${edition}`],
    body: [
      h('a', { class: 'skip', href: '#content' }, t('pages.skip')),
      h('header', { class: 'page-head' }, [
        h('p', { class: 'edition' }, t(`pages.edition.${edition}`)),
        h('h1', t(forTeam ? 'pages.frontFacilitator' : 'pages.frontParticipants')),
        ...(forTeam ? [h('p', { class: 'facilitator-mark' }, t('pages.frontDoNotShare'))] : []),
        h('p', { class: 'not-un' }, t('common.notUn')),
        ...(contexts.length > 1 ? [jumpList(contexts, forTeam)] : []),
      ]),
      h('main', { id: 'content', tabIndex: -1 }, [
        ...(forTeam ? [localFacts(first)] : []),
        ...contexts.map((c) => (forTeam ? facilitatorModule(c) : participantsModule(c))),
      ]),
      h('footer', { class: 'page-foot' }, h('p', `${first.version} · ${t('common.notUn')}`)),
    ],
  });
}

const base = ({ module }: RenderContext): string => `${module.module}/${module.lang}/`;
const moduleTitle = ({ module }: RenderContext): string =>
  text(module.syllabus.value.title, module.lang);
const moduleId = ({ module }: RenderContext): string => `${module.module}-${module.lang}`;

function jumpList(contexts: RenderContext[], forTeam: boolean): Element {
  const { t } = contexts[0] as RenderContext;
  return h(
    'nav',
    { class: 'jump', ariaLabel: t('pages.frontJump') },
    h('ul', [
      ...(forTeam ? [h('li', h('a', { href: '#local-facts' }, t('pages.factsTitle')))] : []),
      ...contexts.map((c) => h('li', h('a', { href: `#${moduleId(c)}` }, moduleTitle(c)))),
    ]),
  );
}

/** A session, in the order of the day: prepare, run, hand out, what the team keeps, packs, about. */
function facilitatorModule(context: RenderContext): Element {
  const { module, t } = context;
  const prepare = ['before-you-start', 'session-plan'];
  const is = (test: (x: HandoutSource) => boolean): HandoutSource[] => module.handouts.filter(test);
  const rest = (x: HandoutSource): boolean =>
    !prepare.includes(x.meta.id) && !x.meta.pack && x.meta.kind !== 'page';
  const deck = `${base(context)}deck.html`;
  return h('section', { class: 'module', id: moduleId(context) }, [
    ...moduleHead(context),
    ...block(t('pages.frontPrepare'), [
      ...list(
        is((x) => prepare.includes(x.meta.id)),
        context,
      ),
      h('ul', { class: 'handout-list' }, [
        h('li', [
          h('a', { href: '#local-facts' }, t('pages.factsTitle')),
          h('span', { class: 'summary' }, t('pages.factsShort')),
        ]),
      ]),
    ]),
    ...block(t('pages.frontStart'), [
      h('p', { class: 'primary' }, h('a', { class: 'button', href: deck }, t('pages.frontDeck'))),
      h('p', t('pages.frontDeckHow')),
      h('p', { class: 'also' }, [
        h('a', { href: `${deck}?speaker` }, t('deck.openSpeaker')),
        ' · ',
        h('a', { href: `${deck}?report` }, t('pages.frontReport')),
      ]),
    ]),
    ...block(t('pages.frontHandOut'), [
      ...list(
        is((x) => rest(x) && x.meta.edition === 'participants' && x.meta.kind !== 'poster'),
        context,
      ),
      copiesBox(context),
    ]),
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
  ]);
}

function moduleHead(context: RenderContext): Element[] {
  const { module, t } = context;
  const { minutes } = module.syllabus.value;
  return [
    h('h2', moduleTitle(context)),
    h(
      'p',
      { class: 'module-size' },
      t('pages.frontWith', { minutes, slides: module.slides.length }),
    ),
  ];
}

/** "For 24 people, print": the list of copies, folded. */
function copiesBox(context: RenderContext): Element {
  const { t } = context;
  const table = printList(
    { type: 'leafDirective', name: 'print-list', children: [] } as never,
    [],
    context,
  );
  return h('details', { class: 'print-list-box' }, [
    h('summary', t('pages.frontPrintList')),
    h('p', { class: 'people-line' }, [
      h('label', [
        `${t('pages.printListPeople')} `,
        h('input', { type: 'number', class: 'people', min: '4', max: '60', value: '24' }),
      ]),
    ]),
    h('div', { class: 'table-scroll' }, [table].flat() as ElementContent[]),
  ]);
}

function participantsModule(context: RenderContext): Element {
  const { module, t } = context;
  const is = (test: (x: HandoutSource) => boolean): HandoutSource[] => module.handouts.filter(test);
  return h('section', { class: 'module', id: moduleId(context) }, [
    ...moduleHead(context),
    h(
      'p',
      { class: 'primary' },
      h('a', { class: 'button', href: `${base(context)}review.html` }, t('pages.frontReview')),
    ),
    h('p', t('pages.frontReviewHow')),
    ...block(
      t('pages.reviewHandouts'),
      list(
        is((x) => !x.meta.pack && x.meta.kind !== 'poster'),
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
      t('pages.frontPacks'),
      list(
        is((x) => !!x.meta.pack),
        context,
      ),
    ),
  ]);
}

const block = (title: string, content: ElementContent[]): ElementContent[] =>
  content.length ? [h('section', { class: 'step' }, [h('h3', title), ...content])] : [];

function list(handouts: HandoutSource[], context: RenderContext): ElementContent[] {
  if (!handouts.length) return [];
  const { t } = context;
  return [
    h(
      'ul',
      { class: 'handout-list' },
      handouts.map(({ meta }) =>
        h('li', [
          h('a', { href: `${base(context)}handouts/${meta.id}.html` }, meta.title),
          h('span', { class: 'summary' }, [
            ...(meta.summary ? [`${meta.summary} `] : []),
            ...(meta.pages
              ? [
                  h(
                    'span',
                    { class: 'length' },
                    meta.pages.a4 === meta.pages.letter
                      ? t('pages.frontPages', { count: meta.pages.a4 })
                      : t('pages.frontPagesTwo', { pages: pagesText(meta.pages) }),
                  ),
                ]
              : []),
          ]),
        ]),
      ),
    ),
  ];
}
