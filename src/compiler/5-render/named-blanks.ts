import type { Element, ElementContent, Root, Text } from 'hast';

const BLOCKS = new Set(['p', 'li', 'td', 'th', 'h2', 'h3', 'h4']);
/** Enough letters to mean one thing: "focal", "OIOS"; not "of". */
const WORD = /\p{L}{4,}/gu;

/**
 * On paper a blank is a line to write on. Where the words before it name it ("Hotline: ___") its own name would take
 * the room of the answer: it gets the class `is-named`, and print.css leaves the name out.
 */
export function markNamedBlanks(tree: Root): void {
  for (const child of tree.children) if (child.type === 'element') walk(child, { said: '' });
}

function walk(node: Element, before: { said: string }): void {
  const here = BLOCKS.has(node.tagName) ? { said: '' } : before;
  for (const child of node.children) read(child, here);
}

function read(node: ElementContent, before: { said: string }): void {
  if (node.type === 'text') before.said += node.value.toLowerCase();
  if (node.type !== 'element') return;
  const names = (node.properties.className ?? []) as string[];
  if (!names.includes('profile-blank')) {
    walk(node, before);
    return;
  }
  const words = nameOf(node).toLowerCase().match(WORD) ?? [];
  if (words.some((word) => before.said.includes(word)))
    node.properties.className = [...names, 'is-named'];
}

/** The name of the fact alone, without what asks for it on the screen. */
const nameOf = (blank: Element): string =>
  blank.children
    .flatMap((label) => (label.type === 'element' ? label.children : []))
    .filter((c): c is Text => c.type === 'text')
    .map((c) => c.value)
    .join('');
