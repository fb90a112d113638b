import type { Nodes, Root } from 'mdast';
import remarkDirective from 'remark-directive';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import type { z } from 'zod';
import { at, type Place, type Reporter } from '../../messages/index.ts';
import type { SourceFile } from '../1-load/load.ts';
import { parseYaml, type Yaml } from './yaml.ts';

const processor = unified()
  .use(remarkParse)
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
  const tree = processor.parse(file.text);
  const front = tree.children[0];
  if (front?.type !== 'yaml') {
    reporter.report('front-matter/missing', at(file.path), { example });
    return undefined;
  }
  const yaml = parseYaml(front.value, schema, { file: file.path, linesBefore: 1 }, reporter);
  if (!yaml) return undefined;
  tree.children.shift();
  return { file: file.path, meta: yaml.value, placeOf: yaml.placeOf, tree };
}

/** Looks at the raw text, before any parser sees it: quotation marks, list markers and fences. */
function tooDeep(text: string): { line: number; depth: number } | undefined {
  const lines = text.split('\n');
  for (const [i, line] of lines.entries()) {
    const head = /^[\s>*+\-:]*/.exec(line)?.[0] ?? '';
    const quotes = head.split('>').length - 1;
    const bullets = /^(?:\s*[*+-]\s)+/.exec(line)?.[0].replace(/\s/g, '').length ?? 0;
    const indent = Math.floor((/^ */.exec(line)?.[0].length ?? 0) / 2);
    const brackets = /[[(]{30,}|\*{60,}|_{60,}/.test(line) ? DEPTH_LIMIT + 1 : 0;
    const depth = Math.max(quotes, bullets, indent > 40 ? indent : 0, brackets);
    if (depth > DEPTH_LIMIT) return { line: i + 1, depth };
  }
  return undefined;
}
