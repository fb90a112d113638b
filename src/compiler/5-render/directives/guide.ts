import type { Element, ElementContent } from 'hast';
import { h } from 'hastscript';
import type { MessageKey } from '../../../locale/index.ts';
import type { Ask } from '../../../model/index.ts';
import { readCase } from '../../2-parse/case.ts';
import type { HandoutSource, SlideSource } from '../../2-parse/sources.ts';
import type { RenderContext } from '../context.ts';
import { fromHtml } from '../fragment.ts';
import { toHast } from '../html.ts';
import { renderNotes } from '../notes.ts';
import { inSessionOrder, slideParts } from '../slide.ts';
import { minutesText } from '../text.ts';
import type { RenderDirective } from './types.ts';

/** Every slide with its notes, in the order of the session: the facilitator guide. */
export const allNotes: RenderDirective = (_node, _children, context) => {
  const { t, plans } = context;
  const [plan] = plans;
  let offset = 0;
  let last = '';
  return inSessionOrder(context).flatMap(({ segment, slide }): ElementContent[] => {
    const of = plan?.segments.find((g) => g.id === segment);
    const head: ElementContent[] = [];
    if (of && segment !== last) {
      last = segment;
      const range = `${minutesText(offset)}–${minutesText(offset + of.plannedMs)}`;
      offset += of.plannedMs;
      const who = [...new Set(of.presenters.map((p) => p.role))].join(', ');
      head.push(
        h('h2', { class: 'guide-segment' }, [
          h('span', { class: 'guide-segment-title' }, `${of.id} · ${of.title}`),
          ' ',
          h('span', { class: 'guide-time' }, t('pages.guideTime', { range, who })),
        ]),
      );
    }
    return [...head, guideSlide(slide, context)];
  });
};

/** A picture of the slide with the must-say lines beside it; the other notes under it, each with its side head. */
function guideSlide(slide: SlideSource, context: RenderContext): Element {
  const { module, t } = context;
  const source = module.notes.find((n) => n.meta.slide === slide.meta.id);
  const notes = source && renderNotes(source, context);
  const row = (key: MessageKey, content: ElementContent[], name = ''): ElementContent[] =>
    content.length
      ? [
          h('div', { class: ['guide-row', name] }, [
            h('h4', t(key)),
            h('div', { class: 'guide-text' }, content),
          ]),
        ]
      : [];
  const section = (key: MessageKey, html: string, name = ''): ElementContent[] =>
    row(key, html ? fromHtml(html) : [], name);
  return h('section', { class: 'guide-slide' }, [
    h('h3', { class: 'guide-head' }, [
      h('span', { class: 'guide-number' }, slide.meta.number),
      ` ${slide.meta.title}`,
    ]),
    h('div', { class: 'guide-top' }, [
      slideFrame(slide, context, 4),
      ...(notes?.mustSay.length
        ? [
            h('div', { class: 'guide-must' }, [
              h('h4', t('pages.noteMustSay')),
              h(
                'ul',
                { class: 'must-say' },
                notes.mustSay.map((m) => h('li', fromHtml(m))),
              ),
            ]),
          ]
        : []),
    ]),
    ...(notes
      ? [
          ...section('pages.noteTalkingPoints', notes.talkingPoints),
          ...row(
            'pages.noteAsk',
            notes.asks.map((ask) => guideAsk(ask, context)),
          ),
          ...section('pages.noteFacilitator', notes.facilitatorNotes),
          ...section('pages.noteCare', notes.care, 'guide-care'),
          ...section('pages.noteHandOut', notes.handOut),
          ...section('pages.noteThenAndNow', notes.thenAndNow, 'guide-then'),
        ]
      : []),
  ]);
}

const guideAsk = (ask: Ask, context: RenderContext): Element =>
  h('div', { class: 'guide-ask' }, askBlocks(ask, context));

/** Question, method and seconds; answers to listen for; the wrong answer with its reply. */
export const askBlocks = (ask: Ask, { t }: RenderContext): ElementContent[] => [
  h('p', { class: 'guide-question' }, [
    h('strong', fromHtml(ask.question)),
    ` (${t(`common.method.${ask.method}` as MessageKey)}, ${t('common.seconds', { seconds: ask.seconds })}${ask.optional ? `, ${t('pages.guideOptional')}` : ''})`,
  ]),
  h(
    'ul',
    ask.answers.map((answer) => h('li', fromHtml(answer))),
  ),
  ...(ask.wrong
    ? [
        h('p', { class: 'guide-wrong' }, [
          h('strong', t('pages.guideWrong')),
          ' ',
          ...fromHtml(ask.wrong.says),
        ]),
        ...fromHtml(ask.wrong.reply),
      ]
    : []),
];

/**
 * A slide on a page: as running text on the screen (`flow`), as the wall's own picture in print; the page's script
 * changes the class. The quiz's answers come one at a time on the wall, and stand in the key on paper.
 */
function slideFrame(slide: SlideSource, context: RenderContext, level: 2 | 4): Element {
  return h(
    'div',
    { class: ['slide-frame', 'flow'] },
    h(
      'div',
      { class: ['slide', `layout-${slide.meta.layout}`] },
      slideParts(slide, context, level),
    ),
  );
}

/** Every slide with lines for notes, three a page. */
export const allSlides: RenderDirective = (_node, _children, context) =>
  h(
    'div',
    { class: 'all-slides' },
    inSessionOrder(context)
      .filter(({ slide }) => slide.meta.exercise !== 'quiz-answers')
      .map(({ slide }) =>
        h('section', { class: 'slide-and-lines' }, [
          slideFrame(slide, context, 2),
          h(
            'div',
            { class: 'write-lines', ariaHidden: 'true' },
            Array.from({ length: 9 }, () => h('div', { class: 'write-line' })),
          ),
        ]),
      ),
  );

/** The facilitator's part of every case, with the questions. */
export const caseGuide: RenderDirective = (_node, _children, context) =>
  context.module.handouts
    .filter((x) => x.meta.kind === 'case')
    .map((x) =>
      h('section', { class: 'case-in-guide' }, [
        h('h3', { class: 'case-in-guide-title' }, x.meta.title),
        ...deeper(caseGuideParts(x, context)),
      ]),
    );

/** Headings one level down: a case stands under the guide's own heading. */
const deeper = (nodes: ElementContent[]): ElementContent[] =>
  nodes.map((node) =>
    node.type === 'element' && node.tagName === 'h3' ? { ...node, tagName: 'h4' } : node,
  );

/** Questions, then what the `:::facilitator` block of a case says. */
export function caseGuideParts(handout: HandoutSource, context: RenderContext): ElementContent[] {
  const parts = readCase(handout.body);
  const { t } = context;
  return [
    ...(parts.questions
      ? [h('h3', t('pages.caseQuestions')), ...toHast([parts.questions], context)]
      : []),
    ...(parts.guideBlock ? toHast(parts.guideBlock.children, context) : []),
  ];
}
