/** What a text may not do to the parsers that read it, seen before anything recursive runs over it. */
import type { Nodes, Root } from 'mdast';
import type { Processor } from 'unified';
import { type CST, Parser } from 'yaml';
import { forbiddenIn } from '../1-load/characters.ts';

/** Deeper than any author needs, in nodes of the tree (a list counts twice). */
export const TREE_LIMIT = 40;

/** Why a tree is refused, and at which node. */
export class Refused extends Error {
  constructor(
    readonly node: Nodes,
    readonly reason: { depth: number } | { code: string },
  ) {
    super('refused');
  }
}

/**
 * For remark, before its other extensions: refuses a tree that is too deep (their own functions call themselves, and
 * a stack that ends inside a regular expression ends the process), and forbidden characters written as entities.
 * @throws Refused
 */
export function remarkLimits(this: Processor): void {
  const data = this.data() as { fromMarkdownExtensions?: unknown[] };
  data.fromMarkdownExtensions ??= [];
  data.fromMarkdownExtensions.unshift({ transforms: [refuse] });
}

function refuse(tree: Root): void {
  const open: { node: Nodes; depth: number }[] = [{ node: tree, depth: 0 }];
  for (let one = open.pop(); one; one = open.pop()) {
    const { node, depth } = one;
    if (depth > TREE_LIMIT) throw new Refused(node, { depth });
    for (const text of textsOf(node)) {
      const bad = forbiddenIn(text);
      if (bad) throw new Refused(node, { code: bad.code });
    }
    if ('children' in node)
      for (const child of node.children) open.push({ node: child, depth: depth + 1 });
  }
}

const textsOf = (node: Nodes): string[] =>
  [
    ...Object.values(node),
    ...Object.values((node as { attributes?: Record<string, unknown> }).attributes ?? {}),
  ].filter((value): value is string => typeof value === 'string');

/** How deep YAML nests, without composing it. The parser of `yaml` does not call itself; its composer does. */
export function yamlDepth(text: string): number {
  let deepest = 0;
  const open: { token: CST.Token | null | undefined; depth: number }[] = [];
  for (const token of new Parser().parse(text)) open.push({ token, depth: 0 });
  for (let one = open.pop(); one; one = open.pop()) {
    const { token, depth } = one;
    if (!token) continue;
    deepest = Math.max(deepest, depth);
    if (token.type === 'document') open.push({ token: token.value, depth });
    if ('items' in token) {
      for (const item of token.items) {
        open.push({ token: item.key, depth: depth + 1 }, { token: item.value, depth: depth + 1 });
      }
    }
  }
  return deepest;
}
