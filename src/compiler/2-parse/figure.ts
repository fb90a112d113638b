import type { ListItem, Paragraph, PhrasingContent } from 'mdast';
import type { ContainerDirective } from 'mdast-util-directive';
import { toString as plainText } from 'mdast-util-to-string';

export interface FigureUse {
  name: string;
  /** The picture in words. */
  description: string;
  /** Label key → what stands in its place. */
  labels: Map<string, PhrasingContent[]>;
}

/** `:::figure{name=…}`: a first paragraph that describes it, then a list of `key: label` lines. */
export function readFigure(node: ContainerDirective): FigureUse {
  const first = node.children[0];
  const labels = new Map<string, PhrasingContent[]>();
  for (const child of node.children) {
    if (child.type !== 'list') continue;
    for (const item of child.children) readLabel(item, labels);
  }
  return {
    name: node.attributes?.name ?? '',
    description: first?.type === 'paragraph' ? plainText(first) : '',
    labels,
  };
}

function readLabel(item: ListItem, labels: Map<string, PhrasingContent[]>): void {
  const paragraph = item.children.find((c): c is Paragraph => c.type === 'paragraph');
  const head = paragraph?.children[0];
  if (!paragraph || head?.type !== 'text') return;
  const match = /^([a-z0-9.-]+):\s*/.exec(head.value);
  if (!match?.[1]) return;
  const rest = { ...head, value: head.value.slice(match[0].length) };
  labels.set(match[1], [...(rest.value ? [rest] : []), ...paragraph.children.slice(1)]);
}
