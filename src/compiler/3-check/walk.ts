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

/** The known name nearest to a misspelt one, or undefined (Levenshtein distance at most 2). */
export function nearest(name: string, known: readonly string[]): string | undefined {
  let best: string | undefined;
  let least = 3;
  for (const candidate of known) {
    const distance = levenshtein(name, candidate);
    if (distance < least) {
      least = distance;
      best = candidate;
    }
  }
  return best;
}

function levenshtein(a: string, b: string): number {
  if (Math.abs(a.length - b.length) > 2) return 3;
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      next[j] = Math.min(
        (row[j] ?? 0) + 1,
        (next[j - 1] ?? 0) + 1,
        (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1),
      );
    }
    row = next;
  }
  return row[b.length] ?? 3;
}
