import type { ListItem, Paragraph, PhrasingContent } from 'mdast';
import type { ContainerDirective } from 'mdast-util-directive';
import { plainText } from './plain-text.ts';

export interface FigureUse {
  name: string;
  /** The picture in words. */
  description: string;
  /** Label key → what stands in its place. */
  labels: Map<string, PhrasingContent[]>;
  /** The list items, by their key; those without a key stand under their text. */
  items: { key: string; item: ListItem; known: boolean }[];
}

/** `:::figure{name=…}`: a first paragraph that describes it, then a list of `key: label` lines. */
export function readFigure(node: ContainerDirective): FigureUse {
  const first = node.children[0];
  const labels = new Map<string, PhrasingContent[]>();
  const items: FigureUse['items'] = [];
  for (const child of node.children) {
    if (child.type !== 'list') continue;
    for (const item of child.children) {
      const key = readLabel(item, labels);
      items.push({ item, key: key ?? plainText(item).slice(0, 30), known: key !== undefined });
    }
  }
  return {
    name: node.attributes?.name ?? '',
    description: first?.type === 'paragraph' ? plainText(first) : '',
    labels,
    items,
  };
}

function readLabel(item: ListItem, labels: Map<string, PhrasingContent[]>): string | undefined {
  const paragraph = item.children.find((c): c is Paragraph => c.type === 'paragraph');
  const head = paragraph?.children[0];
  if (!paragraph || head?.type !== 'text') return undefined;
  const match = /^([a-z0-9.-]+):\s*/.exec(head.value);
  if (!match?.[1]) return undefined;
  const rest = { ...head, value: head.value.slice(match[0].length) };
  labels.set(match[1], [...(rest.value ? [rest] : []), ...paragraph.children.slice(1)]);
  return match[1];
}
