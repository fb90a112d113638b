import type { Element, ElementContent } from 'hast';
import { h } from 'hastscript';
import { readCase } from '../../compiler/2-parse/case.ts';
import type { HandoutSource, SlideSource } from '../../compiler/2-parse/sources.ts';
import type { RenderContext } from '../../compiler/5-render/context.ts';
import { toHast } from '../../compiler/5-render/html.ts';
import { inSessionOrder, slideParts } from '../../compiler/5-render/slide.ts';

/**
 * A deck without steps: what comes on a key in the room is a frame of its own here. The frames of one slide follow
 * one another; in the participants' edition the quiz stands at the end, as a self-check.
 */
export interface Frame {
  /** Unique in the deck. */
  id: string;
  kind: 'slide' | 'question' | 'statement' | 'answer' | 'case';
  slide: SlideSource;
  segment: string;
  headline: string;
  layout: string;
  parts: ElementContent[];
  /** Which question of the slide's notes, for `question`. */
  ask?: number;
  /** Id of the quiz item. */
  item?: string;
  case?: HandoutSource;
  /** The first frame of its slide: it carries the slide's notes. */
  first: boolean;
}

export interface FrameOptions {
  /** Frames of their own for questions and for quiz statements before their answers. */
  steps: boolean;
  /** What the room sees of each case once its group has spoken: not for a deck that is mailed about. */
  cases: boolean;
}

export function framesOf(context: RenderContext, { steps, cases }: FrameOptions): Frame[] {
  const frames: Frame[] = [];
  const last: Frame[] = [];
  for (const { segment, slide } of inSessionOrder(context)) {
    const own = { slide, segment, layout: slide.meta.layout, headline: slide.headline };
    if (slide.meta.exercise === 'quiz-answers') {
      const quiz = quizFrames(own, steps && context.edition === 'facilitator', context);
      if (context.edition === 'facilitator') frames.push(...quiz);
      else last.push(answersFollow(own, context), ...quiz);
    } else frames.push(...slideFrames(own, steps, context));
    if (cases && slide.meta.exercise === 'reports') frames.push(...caseFrames(own, context));
  }
  return [...frames, ...last].map((frame, i, all) => ({
    ...frame,
    first: all.findIndex((f) => f.slide === frame.slide) === i,
  }));
}

type Own = Pick<Frame, 'slide' | 'segment' | 'layout' | 'headline'>;

/** The slide as it stands before any key, then its questions. */
function slideFrames(own: Own, steps: boolean, context: RenderContext): Frame[] {
  const { slide } = own;
  const parts = slideParts(slide, context);
  const body = parts.find((p): p is Element => p.type === 'element' && has(p, 'slide-body'));
  const blocks = (body?.children ?? []).filter((c): c is Element => c.type === 'element');
  const questions = blocks.filter((b) => has(b, 'question'));
  const alone = questions.length === blocks.length && questions.length === 1;
  if (body && !alone) body.children = blocks.filter((b) => !questions.includes(b));
  for (const part of [...parts, ...questions]) plain(part);
  const frame: Frame = { ...own, id: slide.meta.id, kind: 'slide', parts, first: false };
  if (alone) return [{ ...frame, kind: 'question', ask: 0 }];
  if (!steps && slide.meta.layout !== 'question') return [frame];
  return [
    frame,
    ...questions.map(
      (question, ask): Frame => ({
        ...own,
        id: `${slide.meta.id}-question-${ask + 1}`,
        kind: 'question',
        parts: [head(slide.meta.number, own), h('div', { class: 'slide-body' }, question)],
        ask,
        first: false,
      }),
    ),
  ];
}

/** Before the answers that a participant may take home: a page that shows none. */
function answersFollow(own: Own, { t }: RenderContext): Frame {
  const headline = t('pages.selfCheck');
  return {
    ...own,
    headline,
    id: `${own.slide.meta.id}-answers-follow`,
    kind: 'statement',
    parts: [
      head(own.slide.meta.number, { ...own, headline }),
      h('div', { class: 'slide-body' }, [
        h('div', { class: 'quiz-item' }, [
          h('p', { class: 'quiz-statement' }, t('pages.answersFollow')),
        ]),
      ]),
    ],
    first: false,
  };
}

/** Item by item: the statement, then with its answer and reason. */
function quizFrames(own: Own, steps: boolean, context: RenderContext): Frame[] {
  const { t } = context;
  const items = (context.module.quiz?.value.items ?? []).filter((q) => q.kind === 'true-false');
  const { number } = own.slide.meta;
  return items.flatMap((item, i) => {
    const statement = h('p', { class: 'quiz-statement' }, `${i + 1}. ${item.statement}`);
    const answer = [
      h(
        'p',
        { class: ['quiz-answer', item.answer ? 'is-true' : 'is-false'] },
        t(item.answer ? 'common.true' : 'common.false'),
      ),
      h('p', { class: 'quiz-reason' }, item.reason),
    ];
    const frame = (kind: 'statement' | 'answer', content: Element[]): Frame => ({
      ...own,
      id: `${own.slide.meta.id}-${item.id}-${kind}`,
      kind,
      item: item.id,
      parts: [
        head(number, own),
        h('div', { class: 'slide-body' }, h('div', { class: 'quiz-item' }, content)),
      ],
      first: false,
    });
    return [
      ...(steps ? [frame('statement', [statement])] : []),
      frame('answer', [statement, ...answer]),
    ];
  });
}

/** What the room sees of a case once its group has spoken. The participants' tree has none of it. */
function caseFrames(own: Own, context: RenderContext): Frame[] {
  return context.module.handouts.flatMap((handout): Frame[] => {
    if (handout.meta.kind !== 'case') return [];
    const { guide } = readCase(handout.body);
    const cards = (['Act', 'Means', 'Purpose'] as const).flatMap((part) => {
      const blocks = guide[part];
      return blocks?.length ? [h('li', [h('strong', part), ...toHast(blocks, context)])] : [];
    });
    if (!cards.length) return [];
    const headline = handout.meta.title;
    return [
      {
        ...own,
        id: `${own.slide.meta.id}-${handout.meta.id}`,
        kind: 'case',
        headline,
        case: handout,
        parts: [
          head(own.slide.meta.number, { ...own, headline }),
          h('div', { class: 'slide-body' }, h('div', { class: 'cards' }, h('ul', cards))),
        ],
        first: false,
      },
    ];
  });
}

const head = (number: string, { slide, headline }: Own): Element =>
  h('header', { class: 'slide-head' }, [
    h('p', { class: 'kicker' }, [
      h('span', { class: 'number' }, number),
      ' ',
      h('span', { class: 'slide-title' }, slide.meta.title),
    ]),
    h('h2', { class: 'headline' }, headline),
  ]);

const names = (e: Element): string[] => (e.properties.className as string[] | undefined) ?? [];
const has = (e: Element, name: string): boolean => names(e).includes(name);

/** Nothing here waits for a key. */
function plain(node: ElementContent): void {
  if (node.type !== 'element') return;
  if (has(node, 'fragment'))
    node.properties.className = names(node).filter((name) => name !== 'fragment');
  for (const child of node.children) plain(child);
}
