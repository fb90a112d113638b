import type { Element, ElementContent } from 'hast';
import { h } from 'hastscript';
import type { MessageKey } from '../../../locale/index.ts';
import type { Ask, Plan, Segment } from '../../../model/index.ts';
import { readCase } from '../../2-parse/case.ts';
import type { HandoutSource, SlideSource } from '../../2-parse/sources.ts';
import type { RenderContext } from '../context.ts';
import { fromHtml } from '../fragment.ts';
import { toHast } from '../html.ts';
import { renderNotes } from '../notes.ts';
import { inSessionOrder, slideParts } from '../slide.ts';
import type { RenderDirective } from './types.ts';

const minutesText = (ms: number): string => String(Math.round((ms / 60_000) * 10) / 10);

/** The run sheet, from the syllabus: one table a variant; the page's script puts clock times to a chosen start. */
export const sessionPlan: RenderDirective = (_node, _children, context) =>
  h(
    'div',
    { class: 'session-plan', dataStart: context.module.syllabus.value.defaultStart },
    context.plans.map((plan, i) => planTable(plan, i > 0, context)),
  );

function planTable(plan: Plan, hidden: boolean, { t, module }: RenderContext): Element {
  const start = clockMinutes(module.syllabus.value.defaultStart);
  let offset = 0;
  let part = '';
  const rows: Element[] = [];
  for (const segment of plan.segments) {
    if (segment.part !== part) {
      part = segment.part;
      const title = plan.parts.find((p) => p.id === part);
      if (title)
        rows.push(
          h(
            'tr',
            { class: 'part' },
            h(
              'th',
              { colSpan: 5, scope: 'rowgroup' },
              `${title.id} · ${title.title} · ${t('common.minutes', { minutes: title.plannedMs / 60_000 })}`,
            ),
          ),
        );
    }
    rows.push(planRow(segment, offset, start, { t, module } as RenderContext));
    offset += segment.plannedMs;
  }
  rows.push(
    h('tr', { class: 'end' }, [
      h('td', { class: 'clock', dataOffset: String(offset) }, clock(start, offset)),
      h('td', { class: 'minutes' }, minutesText(plan.totalMs)),
      h('th', { scope: 'row' }, t('pages.planEnd')),
      h('td'),
      h('td'),
    ]),
  );
  return h('table', { class: 'plan', dataVariant: plan.variant, hidden }, [
    h('caption', plan.variantTitle),
    h(
      'thead',
      h(
        'tr',
        [
          t('pages.planTime'),
          t('pages.planMinutes'),
          t('pages.planSegment'),
          t('pages.planWho'),
          t('pages.planCues'),
        ].map((c) => h('th', { scope: 'col' }, c)),
      ),
    ),
    h('tbody', rows),
  ]);
}

function planRow(
  segment: Segment,
  offset: number,
  start: number,
  { t, module }: RenderContext,
): Element {
  const numbers = segment.slides
    .map((id) => module.slides.find((s) => s.meta.id === id)?.meta.number ?? id)
    .join(', ');
  const out = segment.cues.filter((c) => c.kind === 'hand-out').flatMap((c) => c.handouts);
  const titles = out.map((id) => module.handouts.find((x) => x.meta.id === id)?.meta.title ?? id);
  const notes = [
    ...(titles.length ? [t('pages.planHandOut', { titles: titles.join(', ') })] : []),
    ...segment.cues.filter((c) => c.kind === 'do' || c.kind === 'warn').map((c) => c.text),
  ];
  return h('tr', [
    h('td', { class: 'clock', dataOffset: String(offset) }, clock(start, offset)),
    h('td', { class: 'minutes' }, minutesText(segment.plannedMs)),
    h('th', { scope: 'row' }, [
      segment.title,
      ...(numbers ? [' ', h('span', { class: 'slides' }, `(${numbers})`)] : []),
    ]),
    h('td', [...new Set(segment.presenters.map((p) => p.role))].join(', ')),
    h('td', { class: 'notes' }, [
      notes.join('. '),
      ...(segment.keep === 'always'
        ? [notes.length ? '. ' : '', h('strong', t('pages.planKeep'))]
        : []),
    ]),
  ]);
}

const clockMinutes = (hhmm: string): number => {
  const [hours = 0, minutes = 0] = hhmm.split(':').map(Number);
  return hours * 60 + minutes;
};
const clock = (start: number, offsetMs: number): string => {
  const total = Math.floor(start + offsetMs / 60_000) % 1440;
  return `${String(Math.floor(total / 60)).padStart(2, '0')}:${String(total % 60).padStart(2, '0')}`;
};

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
        h('p', [h('strong', t('pages.guideWrong')), ' ', ...fromHtml(ask.wrong.says)]),
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

/** How many of which sheet to print; the page's script counts for a chosen number of participants. */
export const printList: RenderDirective = (_node, _children, { module, t }) => {
  const cases = module.handouts.filter((x) => x.meta.kind === 'case').length;
  return h('table', { class: 'print-list' }, [
    h('caption', t('pages.printListCaption', { count: 24 })),
    h(
      'thead',
      h(
        'tr',
        (
          [
            ['pages.printListWhat', ''],
            ['pages.printListFor', ''],
            ['pages.printListPages', 'number'],
            ['pages.printListCopies', 'number'],
          ] as const
        ).map(([key, name]) => h('th', { scope: 'col', class: name }, t(key))),
      ),
    ),
    h(
      'tbody',
      module.handouts
        .filter((x) => !x.meta.pack && x.meta.kind !== 'page')
        .map((x) => {
          const up = x.meta.kind === 'card' ? 4 : (x.meta.perSheet ?? 1);
          const copies = copiesFor(x.meta.copies, 24, cases);
          return h('tr', [
            h('th', { scope: 'row' }, x.meta.title),
            h('td', t(`pages.copies.${x.meta.copies}` as MessageKey)),
            h('td', { class: 'number' }, x.meta.pages ? pagesText(x.meta.pages) : ''),
            h('td', { class: 'number copies' }, [
              h(
                'span',
                {
                  dataCopies: x.meta.copies,
                  dataCases: x.meta.copies === 'case' ? String(cases) : undefined,
                },
                String(copies),
              ),
              ...(up > 1
                ? [
                    ' ',
                    h(
                      'span',
                      { class: 'sheets', dataUp: String(up), dataSheets: x.meta.copies },
                      t('pages.printListSheets', { sheets: Math.ceil(copies / up) }),
                    ),
                  ]
                : []),
            ]),
          ]);
        }),
    ),
  ]);
};

/** `2`, or `2 / 3` where A4 and Letter differ. */
export const pagesText = (pages: { a4: number; letter: number }): string =>
  pages.a4 === pages.letter ? String(pages.a4) : `${pages.a4} / ${pages.letter}`;

/**
 * Copies of a sheet for a number of participants; groups as timing.md counts them, the team is four. A case is read
 * by everyone in the groups that have it: two groups have two cases, eight have each case twice.
 */
export function copiesFor(copies: string, participants: number, cases = 0): number {
  const groups = participants < 12 ? 2 : participants > 32 ? 8 : 4;
  if (copies === 'participant') return participants;
  if (copies === 'group') return groups;
  if (copies === 'case') return Math.ceil(participants / Math.max(1, Math.min(groups, cases)));
  return copies === 'team' ? 4 : 1;
}

/**
 * What a pack holds, in order, with the page on which each part begins. The numbers come from the page budgets,
 * which the print test holds true; where A4 and Letter differ, print shows the one of its paper.
 */
export const contents: RenderDirective = (node, _children, { module, handoutBase, t }) => {
  const pack = module.handouts.find(
    (x) => x.meta.pack && x.meta.id.startsWith(`${node.attributes?.pack ?? ''}`),
  );
  const items = (pack?.meta.pack ?? []).flatMap((id) =>
    module.handouts.filter((x) => x.meta.id === id),
  );
  const next = { a4: 2, letter: 2 };
  let known = true;
  return h('nav', { class: 'contents pack-contents', ariaLabel: t('pages.contents') }, [
    h(
      'ol',
      items.map((x) => {
        const at = { ...next };
        const numbered = known;
        const pages =
          x.meta.kind === 'card' || x.meta.perSheet ? { a4: 1, letter: 1 } : x.meta.pages;
        if (pages) {
          next.a4 += pages.a4;
          next.letter += pages.letter;
        } else known = false;
        return h('li', [
          h('span', { class: 'contents-what' }, [
            h('a', { href: `${handoutBase}${x.meta.id}.html`, dataPart: x.meta.id }, x.meta.title),
            ...(x.meta.summary ? [h('span', { class: 'summary' }, ` ${x.meta.summary}`)] : []),
          ]),
          ...(numbered
            ? [
                h('span', { class: 'contents-page' }, [
                  h('span', { class: 'on-a4' }, String(at.a4)),
                  h('span', { class: 'on-letter' }, String(at.letter)),
                ]),
              ]
            : []),
        ]);
      }),
    ),
  ]);
};
