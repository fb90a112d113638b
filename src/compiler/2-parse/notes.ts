import type { Paragraph } from 'mdast';
import type { ContainerDirective } from 'mdast-util-directive';
import { toString as plainText } from 'mdast-util-to-string';
import { z } from 'zod';
import { at, type Reporter } from '../../messages/index.ts';
import type { SourceFile } from '../1-load/load.ts';
import { parseDocumentFile, placeOfNode } from './markdown.ts';
import { METHODS, momentsMeta, notesMeta } from './schemas.ts';
import {
  type AskSource,
  type Block,
  type MomentsSource,
  NOTE_SECTIONS,
  type NoteSection,
  type NotesSource,
  SECTION_HEADINGS,
} from './sources.ts';

const EXAMPLE = 'slide: s1\nsource: [S1-1]';
const HEADINGS = Object.values(SECTION_HEADINGS)
  .map((h) => `“${h}”`)
  .join(', ');

/** One speaker-notes file: the fixed level-2 headings, in their order, each at most once. */
export function parseNotes(file: SourceFile, reporter: Reporter): NotesSource | undefined {
  const doc = parseDocumentFile(file, notesMeta, EXAMPLE, reporter);
  if (!doc) return undefined;
  const sections: NotesSource['sections'] = {};
  const sectionPlaces: NotesSource['sectionPlaces'] = {};
  let current: NoteSection | undefined;
  let last = -1;
  for (const node of doc.tree.children) {
    if (node.type === 'heading' && node.depth <= 2) {
      const text = plainText(node);
      const index = NOTE_SECTIONS.findIndex((s) => SECTION_HEADINGS[s] === text);
      current = NOTE_SECTIONS[index];
      if (!current || node.depth !== 2 || index <= last) {
        const expected =
          current && index <= last
            ? `each heading once, in the order ${HEADINGS}`
            : `one of ${HEADINGS}`;
        reporter.report('notes/heading', placeOfNode(file.path, node), { heading: text, expected });
      }
      if (current) {
        last = Math.max(last, index);
        sections[current] ??= [];
        sectionPlaces[current] ??= placeOfNode(file.path, node);
      } else current = undefined;
    } else if (current) sections[current]?.push(node);
    else if (last < 0 && node.type !== 'html')
      reporter.report('notes/before-heading', placeOfNode(file.path, node));
  }
  const asks = (sections.ask ?? []).flatMap((node) => {
    if (node.type === 'containerDirective' && node.name === 'ask') {
      const ask = parseAsk(node, file.path, reporter);
      return ask ? [ask] : [];
    }
    reporter.report('notes/ask-form', placeOfNode(file.path, node), {
      reason: 'text outside an `ask` block',
    });
    return [];
  });
  return { ...doc, sections, sectionPlaces, asks };
}

const askAttributes = z.strictObject({
  method: z.enum(METHODS),
  seconds: z.coerce.number().int().min(5).max(900),
  optional: z.literal('').optional(),
});

/** The fixed form of an ask: question, answers to listen for, one wrong answer, its reply. */
function parseAsk(
  node: ContainerDirective,
  file: string,
  reporter: Reporter,
): AskSource | undefined {
  const place = placeOfNode(file, node);
  const attributes = askAttributes.safeParse({ ...node.attributes });
  if (!attributes.success) {
    reporter.report('directive/attribute', place, {
      name: 'ask',
      what: attributes.error.issues.map((i) => i.path.join('.') || i.message).join(', '),
      expected: `method (${METHODS.join(', ')}), seconds (5 to 900), and perhaps optional`,
    });
    return undefined;
  }
  const blocks = node.children;
  const listAt = blocks.findIndex((b) => b.type === 'list');
  const list = blocks[listAt];
  const question = blocks.slice(0, Math.max(0, listAt));
  const quoteAt = blocks.findIndex((b) => b.type === 'blockquote');
  const quote = blocks[quoteAt];
  const problem =
    list?.type !== 'list'
      ? 'no list of answers to listen for'
      : !question.length || question.some((q) => q.type !== 'paragraph')
        ? 'no question before the list'
        : quote?.type === 'blockquote' && quoteAt < listAt
          ? 'the wrong answer stands before the list'
          : quote && blocks.length === quoteAt + 1
            ? 'a wrong answer without a reply'
            : !quote && blocks.length > listAt + 1
              ? 'a reply without a wrong answer'
              : undefined;
  if (problem || list?.type !== 'list') {
    reporter.report('notes/ask-form', place, { reason: problem ?? '' });
    return undefined;
  }
  return {
    question: question as Paragraph[],
    method: attributes.data.method,
    seconds: attributes.data.seconds,
    optional: attributes.data.optional !== undefined,
    answers: list,
    ...(quote?.type === 'blockquote'
      ? { wrong: { says: quote, reply: blocks.slice(quoteAt + 1) } }
      : {}),
    place,
  };
}

/** `at-any-moment.md`: free level-2 headings with ids, `## Someone is upset {#upset}`. */
export function parseMoments(file: SourceFile, reporter: Reporter): MomentsSource | undefined {
  const doc = parseDocumentFile(file, momentsMeta, 'title: At any moment\nadded: "why"', reporter);
  if (!doc) return undefined;
  const moments: { id: string; title: string; body: Block[] }[] = [];
  for (const node of doc.tree.children) {
    if (node.type === 'heading' && node.depth === 2) {
      const match = /^(.*?)\s*\{#([a-z0-9-]+)\}$/.exec(plainText(node));
      if (!match?.[1] || !match[2]) {
        reporter.report('notes/heading', placeOfNode(file.path, node), {
          heading: plainText(node),
          expected: 'a heading that ends with its id, `{#upset}`',
        });
        continue;
      }
      moments.push({ title: match[1], id: match[2], body: [] });
    } else if (moments.length) moments.at(-1)?.body.push(node);
    else if (node.type !== 'html')
      reporter.report('notes/before-heading', placeOfNode(file.path, node));
  }
  if (!moments.length)
    reporter.report('notes/heading', at(file.path), {
      heading: '',
      expected: 'at least one level-2 heading',
    });
  return { file: file.path, source: doc.meta.source, moments };
}
