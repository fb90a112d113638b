import type { Paragraph, Run } from '../../drawing.ts';
import { dashOf, drawnOver } from './pseudo.ts';
import { border, hex, isHidden } from './style.ts';

/** Noto Sans: what `line-height: normal` is, as a part of the type size. */
const NATURAL = 1.362;

export interface Measured extends Paragraph {
  left: number;
  right: number;
  top: number;
  bottom: number;
  /** How many lines it takes. */
  lines: number;
}

const isAside = (e: Element, style: CSSStyleDeclaration): boolean =>
  style.position === 'absolute' || e.tagName === 'svg' || e.tagName === 'CANVAS';

/** Borders on all sides, or a filled ground: then it is a shape of its own. */
export function isDecorated(style: CSSStyleDeclaration): boolean {
  return (
    !!hex(style.backgroundColor) ||
    (['top', 'right', 'bottom', 'left'] as const).some((side) => border(style, side))
  );
}

/** Do the items of a list stand one under another? */
export function isStacked(list: Element): boolean {
  const boxes = [...list.children]
    .filter((c) => c.tagName === 'LI')
    .map((c) => c.getBoundingClientRect());
  return (
    boxes.length > 0 &&
    boxes.every((box, i) => {
      const before = boxes[i - 1];
      return !before || (box.top >= before.bottom - 1 && Math.abs(box.left - before.left) < 1);
    })
  );
}

/** Lines that hang on a drawn sign (an icon, a number in a ring) stay beside it: each is a box of its own. */
const isSigned = (list: Element): boolean =>
  [...list.children].some(
    (item) =>
      drawnOver(item).length > 0 ||
      [...item.children].some(
        (c) => c.tagName === 'svg' && getComputedStyle(c).position === 'absolute',
      ),
  );

/** Text that runs from top to bottom and fits one text box: paragraphs, headings, lists, nothing framed. */
export function isTextFlow(element: Element): boolean {
  const style = getComputedStyle(element);
  const list = /^[UO]L$/.test(element.tagName);
  if (
    list
      ? !isStacked(element) || isSigned(element)
      : !/^(block|list-item|flow-root|inline.*|table-cell)$/.test(style.display)
  )
    return false;
  if (/^inline-(flex|grid)$/.test(style.display)) return false;
  return [...element.children].every((child) => {
    const own = getComputedStyle(child);
    if (isHidden(child, own) || isAside(child, own)) return child.tagName !== 'CANVAS';
    if (own.display === 'inline') return isTextFlow(child);
    // The headline is a text box of its own: the slide's title.
    if (child.matches('.headline')) return false;
    const listItem = child.tagName === 'LI' && !border(own, 'left') && !hex(own.backgroundColor);
    return (listItem || !isDecorated(own)) && child.tagName !== 'TABLE' && isTextFlow(child);
  });
}

/** The paragraphs of a text flow, and what stands in it without being text. */
export function paragraphsOf(root: Element): { paragraphs: Measured[]; asides: Element[] } {
  const paragraphs: Measured[] = [];
  const asides: Element[] = [];
  let current: Measured | undefined;
  let bullet: Paragraph['bullet'];
  let rects: DOMRect[] = [];

  const flush = (): void => {
    if (current) finish(current, rects);
    if (current?.runs.length) paragraphs.push(current);
    current = undefined;
    rects = [];
  };
  const write = (node: Text, styled: Element, block: Element): void => {
    const text = (node.textContent ?? '').replace(/\s+/g, ' ');
    if (!text.trim() && (!current || !text)) return;
    current ??= begin(block, bullet);
    bullet = undefined;
    const style = getComputedStyle(styled);
    current.runs.push({
      text,
      bold: Number(style.fontWeight) >= 600,
      italic: style.fontStyle !== 'normal',
      color: hex(style.color) ?? '#000000',
      size: Number.parseFloat(style.fontSize),
      spacing: Number.parseFloat(style.letterSpacing) || 0,
    });
    const range = document.createRange();
    range.selectNodeContents(node);
    rects.push(...range.getClientRects());
  };
  const inside = (element: Element, block: Element): void => {
    for (const child of element.childNodes) {
      if (child instanceof Text) write(child, element, block);
      if (!(child instanceof Element)) continue;
      const style = getComputedStyle(child);
      if (isHidden(child, style)) continue;
      if (isAside(child, style)) asides.push(child);
      else if (child.tagName === 'BR')
        current?.runs.push({ ...(current.runs.at(-1) as Run), text: '\n' });
      else if (style.display.startsWith('inline')) inside(child, block);
      else {
        flush();
        if (child.tagName === 'LI') bullet = bulletOf(child, style);
        inside(child, child);
        flush();
      }
    }
  };
  if (root.tagName === 'LI') bullet = bulletOf(root, getComputedStyle(root));
  inside(root, root);
  flush();
  return { paragraphs, asides };
}

/** Offices differ in what they make of nearly 100 %, so that it becomes 100 %. */
const close = (leading: number): number => (leading >= 0.88 && leading <= 1.04 ? 1 : leading);

function begin(block: Element, bullet: Paragraph['bullet']): Measured {
  const style = getComputedStyle(block);
  const size = Number.parseFloat(style.fontSize);
  const rtl = style.direction === 'rtl';
  const height = Number.parseFloat(style.lineHeight) || size * NATURAL;
  const align = style.textAlign;
  return {
    runs: [],
    align:
      align === 'center'
        ? 'ctr'
        : align === 'right' || (align === 'end') !== rtl || (align === 'start' && rtl)
          ? 'r'
          : 'l',
    rtl,
    ...(bullet ? { bullet } : {}),
    indent: 0,
    hang: 0,
    leading: close(height / (size * NATURAL)),
    ...(block.closest('figure.diagram') ? { exact: height } : {}),
    before: 0,
    left: 0,
    right: 0,
    top: 0,
    bottom: 0,
    lines: 0,
  };
}

/** Trims the ends, and takes the measures from the lines that the browser has set. */
function finish(p: Measured, rects: DOMRect[]): void {
  const [first] = p.runs;
  if (first) first.text = first.text.trimStart();
  const last = p.runs.at(-1);
  if (last) last.text = last.text.trimEnd();
  for (const [i, run] of p.runs.entries())
    if (p.runs[i - 1]?.text.endsWith(' ')) run.text = run.text.replace(/^ /, '');
  p.runs = p.runs.filter((run) => run.text);
  const seen = rects.filter((r) => r.width > 0);
  const size = Math.max(...p.runs.map((r) => r.size));
  const pitch = p.exact ?? size * NATURAL * p.leading;
  const slack = (pitch - size * NATURAL) / 2;
  p.left = Math.min(...seen.map((r) => r.left));
  p.right = Math.max(...seen.map((r) => r.right));
  p.lines = new Set(seen.map((r) => Math.round(r.bottom / (size * 0.6)))).size;
  p.top = Math.min(...seen.map((r) => r.top)) - slack;
  p.bottom = p.top + p.lines * pitch;
}

function bulletOf(item: Element, style: CSSStyleDeclaration): Paragraph['bullet'] {
  const dash = dashOf(item);
  if (dash) return { kind: 'char', char: '–', color: dash };
  if (style.display !== 'list-item' || style.listStyleType === 'none') return undefined;
  if (style.listStyleType === 'decimal') {
    const items = [...(item.parentElement?.children ?? [])].filter((c) => c.tagName === 'LI');
    const start = Number(item.parentElement?.getAttribute('start') ?? 1);
    return { kind: 'number', at: items.indexOf(item) + start };
  }
  const color = hex(getComputedStyle(item, '::marker').color) ?? '#000000';
  return { kind: 'char', char: '•', color };
}
