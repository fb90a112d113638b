import type { ElementContent } from 'hast';
import type { NotePart } from '../frames/notes.ts';
import { proofing } from './text.ts';
import { el, xmlText } from './xml.ts';

interface Line {
  runs: { text: string; bold: boolean; italic: boolean }[];
  level: number;
  bullet: '' | 'char' | 'number';
}

/** The paragraphs of one notes page: headings bold, lists as lists. */
export function notesXml(parts: readonly NotePart[], lang: string): string {
  const lines = parts.flatMap((part): Line[] => [
    ...(part.heading
      ? [
          {
            runs: [{ text: part.heading, bold: true, italic: false }],
            level: 0,
            bullet: '' as const,
          },
        ]
      : []),
    ...linesOf(part.blocks, 0),
  ]);
  return lines.map((line) => lineXml(line, lang)).join('');
}

const HEADINGS = /^(h[1-6]|dt)$/;
const INLINE = /^(a|b|strong|em|i|q|span|del|code|br)$/;

function linesOf(nodes: readonly ElementContent[], level: number, style = { bold: false }): Line[] {
  const lines: Line[] = [];
  let open: Line | undefined;
  const write = (text: string, bold: boolean, italic: boolean): void => {
    if (!open) {
      if (!text.trim()) return;
      open = { runs: [], level, bullet: '' };
      lines.push(open);
    }
    open.runs.push({ text, bold, italic });
  };
  const inline = (node: ElementContent, bold: boolean, italic: boolean): void => {
    if (node.type === 'text') write(node.value.replace(/\s+/g, ' '), bold, italic);
    if (node.type !== 'element') return;
    const quote = node.tagName === 'q';
    if (quote) write('“', bold, italic);
    for (const child of node.children)
      inline(
        child,
        bold || /^(strong|b)$/.test(node.tagName),
        italic || /^(em|i)$/.test(node.tagName),
      );
    if (quote) write('”', bold, italic);
  };
  for (const node of nodes) {
    if (node.type === 'text' || (node.type === 'element' && INLINE.test(node.tagName))) {
      inline(node, style.bold, false);
      continue;
    }
    open = undefined;
    if (node.type !== 'element' || node.tagName === 'svg') continue;
    if (/^[ou]l$/.test(node.tagName)) {
      const bullet = node.tagName === 'ol' ? 'number' : 'char';
      for (const item of node.children) {
        if (item.type !== 'element') continue;
        const own = linesOf(item.children, level + 1, style);
        const [first] = own;
        if (first) first.bullet = bullet;
        lines.push(...own);
      }
    } else if (HEADINGS.test(node.tagName))
      lines.push(...linesOf(node.children, level, { bold: true }));
    else if (node.tagName === 'blockquote') lines.push(...linesOf(node.children, level + 1, style));
    else lines.push(...linesOf(node.children, level, style));
  }
  return lines;
}

function lineXml({ runs, level, bullet }: Line, lang: string): string {
  const step = 228_600;
  const mark =
    bullet === 'char'
      ? '<a:buFont typeface="Arial"/><a:buChar char="•"/>'
      : bullet === 'number'
        ? '<a:buFont typeface="+mj-lt"/><a:buAutoNum type="arabicPeriod"/>'
        : '<a:buNone/>';
  return el(
    'a:p',
    {},
    el('a:pPr', { marL: step * level, indent: bullet ? -step : 0 }, mark),
    ...runs.map(({ text, bold, italic }) =>
      el(
        'a:r',
        {},
        el('a:rPr', {
          lang: proofing(lang),
          b: bold ? 1 : undefined,
          i: italic ? 1 : undefined,
          dirty: 0,
        }),
        `<a:t>${xmlText(text)}</a:t>`,
      ),
    ),
  );
}
