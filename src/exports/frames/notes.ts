import type { ElementContent } from 'hast';
import { h } from 'hastscript';
import type { RenderContext } from '../../compiler/5-render/context.ts';
import { askBlocks, caseGuideParts } from '../../compiler/5-render/directives/guide.ts';
import { fromHtml } from '../../compiler/5-render/fragment.ts';
import { renderNotes } from '../../compiler/5-render/notes.ts';
import { minutesText } from '../../compiler/5-render/text.ts';
import type { MessageKey } from '../../locale/index.ts';
import type { Segment } from '../../model/index.ts';
import type { Frame } from './frames.ts';

/** One section of the notes under a frame. */
export interface NotePart {
  heading: string;
  blocks: ElementContent[];
}

/** What the facilitator reads under a frame, in the order of the speaker notes; where we are comes first. */
export function notesOf(frame: Frame, context: RenderContext): NotePart[] {
  if (context.edition !== 'facilitator') return [];
  const top: NotePart = { heading: where(frame, context), blocks: [] };
  const own = frame.first ? slideNotes(frame, context) : [];
  if (frame.kind === 'case' && frame.case)
    return [top, { heading: '', blocks: caseGuideParts(frame.case, context) }];
  if (frame.kind === 'answer') return [top, ...own, ...itemGuide(frame, context)];
  if (frame.kind === 'question' && !frame.first) return [top, ...oneAsk(frame, context)];
  return [top, ...own];
}

/** "A2 · What trafficking is · minutes 4–9, LEAD": segment, when, who speaks at this slide. */
function where({ segment, slide }: Frame, { plans, t }: RenderContext): string {
  const segments = plans[0]?.segments ?? [];
  const index = segments.findIndex((s) => s.id === segment);
  const of = segments[index];
  if (!of) return '';
  const before = segments.slice(0, index).reduce((sum, s) => sum + s.plannedMs, 0);
  const range = `${minutesText(before)}–${minutesText(before + of.plannedMs)}`;
  const who = rolesAt(of, slide.meta.id).join(', ');
  return `${of.id} · ${of.title} · ${t('common.minutes', { minutes: of.plannedMs / 60_000 })} · ${t('pages.guideTime', { range, who })}`;
}

/** A role that takes over at a slide speaks from there on; the others from the start of the segment. */
function rolesAt(segment: Segment, slide: string): string[] {
  const here = segment.slides.indexOf(slide);
  const taken = segment.presenters
    .filter((p) => p.fromSlide && segment.slides.indexOf(p.fromSlide) <= here)
    .at(-1);
  const roles = taken
    ? [taken.role]
    : segment.presenters.filter((p) => !p.fromSlide).map((p) => p.role);
  return [...new Set(roles)];
}

function slideNotes({ slide }: Frame, context: RenderContext): NotePart[] {
  const { t, module } = context;
  const source = module.notes.find((n) => n.meta.slide === slide.meta.id);
  if (!source) return [];
  const notes = renderNotes(source, context);
  const part = (key: MessageKey, html: string): NotePart[] =>
    html ? [{ heading: t(key), blocks: fromHtml(html) }] : [];
  return [
    ...(notes.mustSay.length
      ? [
          {
            heading: t('pages.noteMustSay'),
            blocks: [
              h(
                'ul',
                { class: 'must-say' },
                notes.mustSay.map((line) => h('li', fromHtml(line))),
              ),
            ],
          },
        ]
      : []),
    ...part('pages.noteTalkingPoints', notes.talkingPoints),
    ...(notes.asks.length
      ? [
          {
            heading: t('pages.noteAsk'),
            blocks: notes.asks.flatMap((ask) => askBlocks(ask, context)),
          },
        ]
      : []),
    ...part('pages.noteFacilitator', notes.facilitatorNotes),
    ...part('pages.noteCare', notes.care),
    ...part('pages.noteHandOut', notes.handOut),
    ...part('pages.noteThenAndNow', notes.thenAndNow),
  ];
}

/** A question that has a frame of its own brings its answers along. */
function oneAsk({ slide, ask }: Frame, context: RenderContext): NotePart[] {
  const source = context.module.notes.find((n) => n.meta.slide === slide.meta.id);
  const found = source && renderNotes(source, context).asks[ask ?? 0];
  return found ? [{ heading: context.t('pages.noteAsk'), blocks: askBlocks(found, context) }] : [];
}

/** The key to one quiz item. */
function itemGuide({ item }: Frame, { module, t }: RenderContext): NotePart[] {
  const found = module.quiz?.value.items.find((q) => q.id === item)?.facilitator;
  const part = (key: MessageKey, text: string | undefined): NotePart[] =>
    text ? [{ heading: t(key), blocks: [h('p', text)] }] : [];
  return [
    ...part('pages.quizError', found?.error),
    ...part('pages.quizReply', found?.reply),
    ...part('pages.quizLaw', found?.law),
    ...part('pages.quizNote', found?.note),
  ];
}
