import type { Element } from 'hast';
import { h } from 'hastscript';
import type { Plan, Segment } from '../../../model/index.ts';
import type { RenderContext } from '../context.ts';
import { minutesText } from '../text.ts';
import type { RenderDirective } from './types.ts';

/** The run sheet, from the syllabus: one table a variant; the page's script puts clock times to a chosen start. */
export const sessionPlan: RenderDirective = (_node, _children, context) =>
  h(
    'div',
    { class: 'session-plan', dataStart: context.module.syllabus.value.defaultStart },
    context.plans.map((plan, i) => planTable(plan, i > 0, context)),
  );

/** What to leave out when time runs short, in the order in which the speaker view offers it, with the minutes it saves. */
export const cuts: RenderDirective = (_node, _children, { plans, t }) =>
  h(
    'ol',
    { class: 'cuts' },
    (plans[0]?.cuts ?? []).map(({ text, takes }) =>
      h(
        'li',
        t('pages.cut', { what: text, minutes: minutesText(takes.reduce((a, b) => a + b.ms, 0)) }),
      ),
    ),
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
    ...(titles.length ? [t('pages.planHandOut', { titles: titles.join('; ') })] : []),
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
