import type { Paragraph } from 'mdast';
import type { ContainerDirective } from 'mdast-util-directive';
import { z } from 'zod';
import { at, type Reporter } from '../../messages/index.ts';
import type { SourceFile } from '../1-load/load.ts';
import { readAttributes } from './attributes.ts';
import { parseDocumentFile, placeOfNode } from './markdown.ts';
import { plainText } from './plain-text.ts';
import { METHODS, momentsMeta, notesMeta } from './schemas.ts';
import {
  type AskSource,
  type Moment,
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

/** Which fixed heading an author meant; -1 where it is none of them. */
function meant(text: string): number {
  const plain = (s: string): string => s.toLowerCase().replace(/[^a-z]+/g, '');
  return NOTE_SECTIONS.findIndex((s) => plain(SECTION_HEADINGS[s]) === plain(text));
}

/** One speaker-notes file: the fixed level-2 headings, in their order, each at most once. */
export function parseNotes(file: SourceFile, reporter: Reporter): NotesSource | undefined {
  const doc = parseDocumentFile(file, notesMeta, EXAMPLE, reporter);
  if (!doc) return undefined;
  const sections: NotesSource['sections'] = {};
  const sectionPlaces: NotesSource['sectionPlaces'] = {};
  let current: NoteSection | undefined;
  let last = -1;
  for (const node of doc.tree.children) {
    const text = node.type === 'heading' ? plainText(node) : '';
    const index = text ? meant(text) : -1;
    // A fixed heading at another level, in other letters, with a colon: one finding, and its text is its text.
    if (node.type === 'heading' && (node.depth <= 2 || index >= 0)) {
      current = NOTE_SECTIONS[index];
      const right = current && SECTION_HEADINGS[current];
      if (!current || node.depth !== 2 || text !== right || index <= last) {
        const expected =
          current && index <= last
            ? `each heading once, in the order ${HEADINGS}`
            : right
              ? `\`## ${right}\``
              : `one of ${HEADINGS}`;
        reporter.report('notes/heading', placeOfNode(file.path, node), {
          heading: node.depth === 2 ? text : `${'#'.repeat(node.depth)} ${text}`,
          expected,
          ...(right && index > last ? { mend: `Write \`## ${right}\`.` } : {}),
        });
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
    if (node.type === 'html') return [];
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
  const braces = { name: 'ask', attributes: node.attributes, place };
  const attributes = readAttributes(braces, askAttributes, reporter);
  if (!attributes) return undefined;
  const blocks = node.children.filter((b) => b.type !== 'html');
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
              : quote && quoteAt > listAt + 1
                ? 'text between the list and the wrong answer'
                : undefined;
  if (problem || list?.type !== 'list') {
    reporter.report('notes/ask-form', place, { reason: problem ?? '' });
    return undefined;
  }
  return {
    question: question as Paragraph[],
    method: attributes.method,
    seconds: attributes.seconds,
    optional: attributes.optional !== undefined,
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
  const moments: Moment[] = [];
  for (const node of doc.tree.children) {
    if (node.type === 'heading' && node.depth === 2) {
      const match = /^(.*?)\s*\{#([a-z0-9-]+)\}$/.exec(plainText(node));
      if (!match?.[1] || !match[2]) {
        reporter.report('notes/heading', placeOfNode(file.path, node), {
          heading: plainText(node),
          expected: 'a heading that ends with its id, `{#upset}`',
          mend: `Write \`## ${plainText(node).replace(/\s*\{.*$/, '')} {#an-id}\`.`,
        });
        continue;
      }
      moments.push({
        title: match[1],
        id: match[2],
        place: placeOfNode(file.path, node),
        body: [],
      });
    } else if (moments.length) moments.at(-1)?.body.push(node);
    else if (node.type !== 'html')
      reporter.report('notes/before-heading', placeOfNode(file.path, node));
  }
  if (!moments.length) reporter.report('notes/no-moments', at(file.path));
  return { file: file.path, source: doc.meta.source, placeOf: doc.placeOf, moments };
}
