import type { Nodes, Parents, RootContent } from 'mdast';
import type { ContainerDirective, LeafDirective, TextDirective } from 'mdast-util-directive';
import type { ModuleSource } from '../2-parse/sources.ts';
import type { Form, Where } from '../2-parse/vocabulary.ts';

export type AnyDirective = ContainerDirective | LeafDirective | TextDirective;

export const isDirective = (node: Nodes): node is AnyDirective =>
  node.type === 'containerDirective' ||
  node.type === 'leafDirective' ||
  node.type === 'textDirective';

export const formOf = (node: AnyDirective): Form =>
  node.type === 'containerDirective'
    ? 'container'
    : node.type === 'leafDirective'
      ? 'leaf'
      : 'text';

/** Every Markdown tree of a module, with the file it stands in and what kind of file it is. */
export function* trees(
  module: ModuleSource,
): Generator<{ file: string; where: Where; blocks: readonly RootContent[] }> {
  for (const s of module.slides) yield { file: s.file, where: 'slide', blocks: s.tree.children };
  for (const n of module.notes) yield { file: n.file, where: 'notes', blocks: n.tree.children };
  if (module.moments) {
    yield {
      file: module.moments.file,
      where: 'notes',
      blocks: module.moments.moments.flatMap((m) => m.body),
    };
  }
  for (const h of module.handouts)
    yield { file: h.file, where: 'handout', blocks: h.tree.children };
}

/** Depth first; the visitor gets each node and its ancestors, nearest last. */
export function walk(
  blocks: readonly Nodes[],
  visit: (node: Nodes, ancestors: readonly Parents[]) => void,
  ancestors: readonly Parents[] = [],
): void {
  for (const node of blocks) {
    visit(node, ancestors);
    if ('children' in node) walk(node.children, visit, [...ancestors, node]);
  }
}

/** Spoken or read words of a text. */
export const countWords = (text: string): number =>
  text.match(/[\p{L}\p{N}]+(?:['’.,-][\p{L}\p{N}]+)*/gu)?.length ?? 0;
