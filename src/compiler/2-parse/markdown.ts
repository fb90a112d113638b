import { posix } from 'node:path';
import type { Nodes, Root } from 'mdast';
import type { ContainerDirective } from 'mdast-util-directive';
import remarkDirective from 'remark-directive';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import type { z } from 'zod';
import { at, type Place, type Reporter } from '../../messages/index.ts';
import type { SourceFile } from '../1-load/load.ts';
import { Refused, remarkLimits, TREE_LIMIT } from './limits.ts';
import { withinTime } from './within-time.ts';
import { parseYaml, type Yaml } from './yaml.ts';

const processor = unified()
  .use(remarkParse)
  .use(remarkLimits)
  .use(remarkFrontmatter, ['yaml'])
  .use(remarkGfm, { singleTilde: false })
  .use(remarkDirective)
  .freeze();

/** Deeper nesting than any author needs; parsers slow down on much more. */
const DEPTH_LIMIT = 12;

export interface Document<Meta> {
  file: string;
  meta: Meta;
  placeOf: Yaml<Meta>['placeOf'];
  placeOfKey: Yaml<Meta>['placeOfKey'];
  /** Without the front matter. */
  tree: Root;
}

/** The place where a node begins. */
export const placeOfNode = (file: string, node: Nodes | undefined): Place =>
  at(file, node?.position?.start.line, node?.position?.start.column);

/**
 * Markdown with front matter to a syntax tree and validated meta data.
 * @param example front matter that would do, shown when there is none
 * @returns undefined where the file cannot be used (reported).
 */
export function parseDocumentFile<Meta>(
  file: SourceFile,
  schema: z.ZodType<Meta>,
  example: string,
  reporter: Reporter,
): Document<Meta> | undefined {
  const deep = tooDeep(file.text);
  if (deep) {
    reporter.report('markdown/too-deep', at(file.path, deep.line), {
      depth: deep.depth,
      limit: DEPTH_LIMIT,
    });
    return undefined;
  }
  const tree = treeOf(file, reporter);
  if (!tree) return undefined;
  const front = tree.children[0];
  if (front?.type !== 'yaml') {
    const open = /^---[ \t]*\n/.test(file.text) ? 1 : 0;
    reporter.report('front-matter/missing', at(file.path), { example, open });
    return undefined;
  }
  const yaml = parseYaml(front.value, schema, { file: file.path, linesBefore: 1 }, reporter);
  if (!yaml) return undefined;
  tree.children.shift();
  const { value: meta, placeOf, placeOfKey } = yaml;
  return { file: file.path, meta, placeOf, placeOfKey, tree };
}

function treeOf(file: SourceFile, reporter: Reporter): Root | undefined {
  const refuse = (line: number, depth: number): undefined =>
    void reporter.report('markdown/too-deep', at(file.path, line), { depth, limit: DEPTH_LIMIT });
  let tree: Root | undefined;
  try {
    tree = withinTime(at(file.path), reporter, () => processor.parse(file.text));
  } catch (error) {
    if (!(error instanceof Refused)) return refuse(1, TREE_LIMIT); // the parser's own stack was too small
    const { node, reason } = error;
    if ('depth' in reason) return refuse(node.position?.start.line ?? 1, reason.depth);
    return void reporter.report('file/control-character', placeOfNode(file.path, node), reason);
  }
  if (!tree) return undefined;
  const lines = file.text.split('\n');
  const open: Nodes[] = [tree];
  for (let node = open.pop(); node; node = open.pop()) {
    if (node.type === 'containerDirective') checkClosed(node, file.path, lines, reporter);
    if (node.type === 'image') node.data = { ...node.data, path: pathFrom(file.path, node.url) };
    if (!('children' in node)) continue;
    node.children = node.children.map(timeAsText) as typeof node.children;
    for (const child of node.children) open.push(child);
  }
  return tree;
}

/** `15:30` is a time, not a directive of the name `30`. */
function timeAsText(node: Nodes): Nodes {
  if (node.type !== 'textDirective' || !/^\d+$/.test(node.name) || node.children.length)
    return node;
  return { type: 'text', value: `:${node.name}`, position: node.position };
}

/** remark closes a forgotten fence at the end of the file; an author wants to know. */
function checkClosed(
  node: ContainerDirective,
  file: string,
  lines: readonly string[],
  reporter: Reporter,
): void {
  const { start, end } = node.position ?? {};
  if (!start || !end) return;
  const last = (lines[end.line - 1] ?? '').slice(0, end.column - 1);
  if (end.line > start.line && /:{3,}\s*$/.test(last)) return;
  const fence = /^:+/.exec((lines[start.line - 1] ?? '').slice(start.column - 1))?.[0] ?? ':::';
  reporter.report('markdown/unclosed', placeOfNode(file, node), { name: node.name, fence });
}

/** The project path of a picture that a file names. */
const pathFrom = (file: string, url: string): string => posix.join(posix.dirname(file), url);

declare module 'mdast' {
  interface ImageData {
    /** Relative to the project's root. */
    path?: string;
  }
}

/** Looks at the raw text, before any parser sees it: quotation marks, list markers and fences. */
function tooDeep(text: string): { line: number; depth: number } | undefined {
  const lines = text.split('\n');
  for (const [i, line] of lines.entries()) {
    const head = /^[\s>*+\-:]*/.exec(line)?.[0] ?? '';
    const quotes = head.split('>').length - 1;
    const bullets =
      /^(?:\s*(?:[*+-]|\d{1,9}[.)])\s)+/.exec(line)?.[0].trim().split(/\s+/).length ?? 0;
    const indent = Math.floor((/^ */.exec(line)?.[0].length ?? 0) / 2);
    const brackets = /[[(]{30,}|\*{60,}|_{60,}/.test(line) ? DEPTH_LIMIT + 1 : 0;
    const depth = Math.max(quotes, bullets, indent > 40 ? indent : 0, brackets);
    if (depth > DEPTH_LIMIT) return { line: i + 1, depth };
  }
  return undefined;
}
