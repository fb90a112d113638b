import type { ListItem, Nodes, Paragraph, PhrasingContent } from 'mdast';
import type { ContainerDirective } from 'mdast-util-directive';
import { plainText } from './plain-text.ts';

export interface FigureUse {
  name: string;
  /** Parts of the drawing where this slide stands; the drawing shows them filled. */
  here: string[];
  /** The picture in words. */
  description: string;
  /** The same with its markup. */
  words: PhrasingContent[];
  /** Label key → what stands in its place. */
  labels: Map<string, PhrasingContent[]>;
  /** Everything after the description, by its key; what has none stands under its first letters. */
  lines: { key: string; node: Nodes }[];
}

/** `:::figure{name=…}`: a first paragraph that describes it, then a list of `key: label` lines. */
export function readFigure(node: ContainerDirective): FigureUse {
  const first = node.children[0];
  const labels = new Map<string, PhrasingContent[]>();
  const lines: FigureUse['lines'] = [];
  for (const child of node.children) {
    if (child.type === 'list') {
      for (const node of child.children) {
        lines.push({ key: readLabel(node, labels) ?? plainText(node).slice(0, 30), node });
      }
    } else if (child !== first && child.type !== 'html') {
      lines.push({ key: plainText(child).slice(0, 30), node: child });
    }
  }
  return {
    name: node.attributes?.name ?? '',
    here: node.attributes?.here?.split(/\s+/).filter(Boolean) ?? [],
    description: first?.type === 'paragraph' ? plainText(first) : '',
    words: first?.type === 'paragraph' ? first.children : [],
    labels,
    lines,
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
