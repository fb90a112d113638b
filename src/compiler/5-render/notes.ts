import type { Ask, SlideNotes } from '../../model/index.ts';
import { plainText } from '../2-parse/plain-text.ts';
import type { AskSource, Block, NotesSource } from '../2-parse/sources.ts';
import { spokenWords } from '../3-check/spoken-words.ts';
import { isDirective, walk } from '../3-check/walk.ts';
import type { RenderContext } from './context.ts';
import { inlineHtml, toHtmlString } from './html.ts';

/** The speaker notes of one slide, as the speaker view shows them. */
export function renderNotes(notes: NotesSource, context: RenderContext): SlideNotes {
  const section = (blocks: Block[] | undefined): string =>
    blocks?.length ? toHtmlString(blocks, context) : '';
  const mustSay = notes.sections.mustSay?.find((b) => b.type === 'list');
  const named = (directive: string): string[] => {
    const found = new Set<string>();
    walk(notes.tree.children, (node) => {
      if (isDirective(node) && node.name === directive) found.add(plainText(node));
    });
    return [...found];
  };
  const slide = context.module.slides.find((s) => s.meta.id === notes.meta.slide);
  return {
    slide: notes.meta.slide,
    mustSay:
      mustSay?.type === 'list'
        ? mustSay.children.map((item) => item.children.map((c) => inlineHtml(c, context)).join(' '))
        : [],
    talkingPoints: section(notes.sections.talkingPoints),
    asks: notes.asks.map((ask) => renderAsk(ask, context)),
    facilitatorNotes: section(notes.sections.facilitatorNotes),
    care: section(notes.sections.care),
    handOut: section(notes.sections.handOut),
    handouts: named('handout'),
    thenAndNow: section(notes.sections.thenAndNow),
    profile: named('profile'),
    criteria: [...new Set([...(slide?.meta.criteria ?? []), ...notes.meta.criteria])],
    words: spokenWords(notes),
  };
}

function renderAsk(ask: AskSource, context: RenderContext): Ask {
  return {
    question: ask.question.map((p) => inlineHtml(p, context)).join(' '),
    method: ask.method,
    seconds: ask.seconds,
    optional: ask.optional,
    answers: ask.answers.children.map((item) =>
      item.children.map((c) => inlineHtml(c, context)).join(' '),
    ),
    ...(ask.wrong
      ? {
          wrong: {
            says: ask.wrong.says.children.map((c) => inlineHtml(c, context)).join(' '),
            reply: toHtmlString(ask.wrong.reply, context),
          },
        }
      : {}),
  };
}
