import type { Element, ElementContent } from 'hast';
import { h } from 'hastscript';
import type { QuizFile } from '../../2-parse/schemas.ts';
import type { RenderContext } from '../context.ts';
import type { RenderDirective } from './types.ts';

type Item = QuizFile['items'][number];

/** The quiz, from its one source: the paper sheet, the key, or the slide that goes item by item. */
export const quiz: RenderDirective = (node, _children, context) => {
  const items = context.module.quiz?.value.items ?? [];
  const show = node.attributes?.show;
  if (show === 'sheet')
    return h(
      'ol',
      { class: 'quiz-sheet' },
      items.map((q) => sheetItem(q, context)),
    );
  if (show === 'key')
    return h(
      'ol',
      { class: 'quiz-key' },
      items.map((q) => keyItem(q, context)),
    );
  if (context.edition === 'participants') return selfCheck(items, context);
  return h(
    'div',
    { class: 'quiz-answers' },
    h(
      'ol',
      items.filter((q) => q.kind === 'true-false').map((q, i) => answerItem(q, i + 1, context)),
    ),
  );
};

const word = (answer: boolean | undefined, { t }: RenderContext): string =>
  t(answer ? 'common.true' : 'common.false');

function sheetItem(item: Item, context: RenderContext): Element {
  const box = (label: string): Element =>
    h('span', { class: 'tick' }, [h('span', { class: 'box', ariaHidden: 'true' }), ` ${label}`]);
  return h('li', [
    h('p', { class: 'quiz-statement' }, item.statement),
    item.kind === 'open'
      ? h('div', { class: 'write-lines', ariaHidden: 'true' }, [
          h('div', { class: 'write-line' }),
          h('div', { class: 'write-line' }),
        ])
      : h('p', { class: 'quiz-ticks' }, [box(word(true, context)), ' ', box(word(false, context))]),
  ]);
}

function keyItem(item: Item, context: RenderContext): Element {
  const { t } = context;
  const row = (label: string, text: string | undefined): ElementContent[] =>
    text ? [h('dt', label), h('dd', text)] : [];
  return h('li', [
    h('p', { class: 'quiz-statement' }, item.statement),
    item.kind === 'open'
      ? h('p', [h('strong', { class: 'quiz-answer' }, t('pages.quizOpen')), ` ${item.reason}`])
      : h('p', [
          h(
            'strong',
            { class: ['quiz-answer', item.answer ? 'is-true' : 'is-false'] },
            word(item.answer, context),
          ),
          ` ${item.reason}`,
        ]),
    h('dl', { class: 'quiz-guide' }, [
      ...row(t('pages.quizError'), item.facilitator.error),
      ...row(t('pages.quizReply'), item.facilitator.reply),
      ...row(t('pages.quizLaw'), item.facilitator.law),
      ...row(t('pages.quizNote'), item.facilitator.note),
      ...row(
        t('pages.quizServes'),
        `${item.criterion} · ${item.source ?? t('pages.quizAdded')}${item.short ? ` · ${t('pages.quizShort')}` : ''}`,
      ),
    ]),
  ]);
}

/** Statement first; the answer and its reason on the next key. */
function answerItem(item: Item, number: number, context: RenderContext): Element {
  return h('li', { class: ['quiz-item', 'fragment'], dataItem: item.id }, [
    h('p', { class: 'quiz-statement' }, [
      h('span', { class: 'quiz-number' }, `${number}. `),
      item.statement,
    ]),
    h('div', { class: 'quiz-tally', dataItem: item.id }),
    h('div', { class: ['quiz-reveal', 'fragment'] }, [
      h(
        'p',
        { class: ['quiz-answer', item.answer ? 'is-true' : 'is-false'] },
        word(item.answer, context),
      ),
      h('p', { class: 'quiz-reason' }, item.reason),
    ]),
  ]);
}

/** The participants' edition: answer, then see right or wrong with the reason. */
function selfCheck(items: readonly Item[], context: RenderContext): Element {
  const { t } = context;
  const choice = (item: Item, value: boolean): Element =>
    h('label', [
      h('input', { type: 'radio', name: item.id, value: String(value) }),
      ` ${word(value, context)}`,
    ]);
  return h('div', { class: 'self-check' }, [
    h('p', t('pages.selfCheckHow')),
    h(
      'ol',
      items
        .filter((q) => q.kind === 'true-false')
        .map((item) =>
          h('li', { dataAnswer: String(item.answer) }, [
            h('fieldset', [
              h('legend', item.statement),
              choice(item, true),
              ' ',
              choice(item, false),
            ]),
            h('p', { class: 'verdict', role: 'status' }),
            h('p', { class: 'reason', hidden: true }, item.reason),
          ]),
        ),
    ),
  ]);
}
