import type { Nodes } from 'mdast';
import type { Reporter } from '../../messages/index.ts';
import { readAttributes } from '../2-parse/attributes.ts';
import { placeOfNode } from '../2-parse/markdown.ts';
import { nearest } from '../2-parse/nearest.ts';
import { plainText } from '../2-parse/plain-text.ts';
import type { ModuleSource } from '../2-parse/sources.ts';
import { directiveNames, type Form, vocabulary } from '../2-parse/vocabulary.ts';
import { type AnyDirective, formOf, isDirective, trees, walk } from './walk.ts';

/** One comment or more, and nothing between them. */
const COMMENTS = /^\s*(?:<!--(?:(?!-->)[\s\S])*-->\s*)+$/;
const FENCE = /^:{2,}/m;
/** What word processors put before a line of a list. */
const BULLET = /^([•●▪◦‣·])\s/mu;
const COLONS: Record<Form, string> = { text: ':', leaf: '::', container: ':::' };
/** Hosts in plain letters (look-alikes show as `xn--…`), and no name before an `@` that looks like one. */
const SAFE_URL = /^(?:https:\/\/[a-z0-9.-]+(?::\d+)?(?:[/?#]\S*)?$|mailto:[!-~]+$|#\S*$)/i;

/** Raw HTML, addresses, pictures and directives: what Markdown may hold here. */
export function checkMarkdown(module: ModuleSource, reporter: Reporter): void {
  const asks = new Set<Nodes>(module.notes.flatMap((n) => n.sections.ask ?? []));
  for (const { file, where, blocks } of trees(module)) {
    walk(blocks, (node, ancestors) => {
      const place = placeOfNode(file, node);
      if (node.type === 'html' && !COMMENTS.test(node.value)) {
        reporter.report('markdown/raw-html', place, { html: node.value.slice(0, 60) });
      } else if (node.type === 'link' && !SAFE_URL.test(node.url)) {
        reporter.report('markdown/url', place, { url: node.url.slice(0, 80) });
      } else if (node.type === 'image') {
        const path = node.data?.path ?? node.url;
        if (!module.pictures.has(path) && !module.broken.has(path))
          reporter.report('markdown/picture-missing', place, { name: node.url.slice(0, 80), path });
        else if (!node.alt) reporter.report('markdown/picture-alt', place, { name: node.url });
      } else if (node.type === 'definition' || node.type === 'footnoteDefinition') {
        const footnote = node.type === 'footnoteDefinition';
        reporter.report('markdown/definition', place, {
          what: footnote
            ? `footnote \`${node.identifier}\``
            : `address apart from its link, \`[${node.identifier}]:\``,
          expected: footnote
            ? 'the source in the text itself'
            : '`[words](address)` in the text itself',
        });
      } else if (node.type === 'text' && FENCE.test(node.value)) {
        const before = node.value.split(FENCE)[0]?.split('\n').length ?? 1;
        const line = node.value.split('\n')[before - 1] ?? '';
        const at = before === 1 ? place : { ...place, line: place.line + before - 1, column: 1 };
        reporter.report('markdown/broken-fence', at, { text: line.trim().slice(0, 40) });
      } else if (node.type === 'text' && BULLET.test(node.value)) {
        const before = node.value.slice(0, node.value.search(BULLET)).split('\n').length;
        const mark = BULLET.exec(node.value)?.[1] ?? '';
        const at = before === 1 ? place : { ...place, line: place.line + before - 1, column: 1 };
        reporter.report('markdown/list-mark', at, { mark });
      } else if (isDirective(node)) {
        checkDirective(node, file, where, reporter);
        if (where === 'slide' && ancestors.some((a) => a.type === 'heading' && a.depth === 1)) {
          const expected = 'words alone in a headline: it is also a title, a bookmark and a name';
          reporter.report('directive/place', place, { name: node.name, expected });
        }
        if (node.name === 'ask' && where === 'notes' && !asks.has(node)) {
          const expected = '`ask` under `## Ask` of speaker notes';
          reporter.report('directive/place', place, { name: 'ask', expected });
        }
      }
    });
  }
}

function checkDirective(node: AnyDirective, file: string, where: string, reporter: Reporter): void {
  const place = placeOfNode(file, node);
  const known = Object.hasOwn(vocabulary, node.name) ? vocabulary[node.name] : undefined;
  if (!known) {
    reporter.report('directive/unknown', place, {
      name: node.name,
      near: nearest(node.name, directiveNames) ?? '',
    });
    return;
  }
  const form = formOf(node);
  if (form !== known.form && form !== known.alsoForm) {
    reporter.report('directive/form', place, {
      name: node.name,
      colons: COLONS[form],
      expected: known.example,
    });
    return;
  }
  if (!(known.where as readonly string[]).includes(where)) {
    const places = known.where
      .map((w) => (w === 'notes' ? 'speaker notes' : `a ${w}`))
      .join(' or ');
    reporter.report('directive/place', place, {
      name: node.name,
      expected: `\`${node.name}\` in ${places}`,
    });
  }
  const braces = { name: node.name, attributes: node.attributes, place };
  readAttributes(braces, known.attributes, reporter);
  const label = labelOf(node);
  const wrong =
    known.label === 'required' && !label
      ? 'empty brackets'
      : known.label === 'none' && label
        ? `brackets \`[${label.slice(0, 30)}]\``
        : undefined;
  if (wrong) {
    const expected = `\`${known.example}\``;
    reporter.report('directive/attribute', place, { name: node.name, what: wrong, expected });
  }
}

/** The text in square brackets. */
function labelOf(node: AnyDirective): string {
  if (node.type !== 'containerDirective') return plainText(node);
  const first = node.children[0];
  const isLabel = (first?.data as { directiveLabel?: boolean } | undefined)?.directiveLabel;
  return first && isLabel ? plainText(first) : '';
}
