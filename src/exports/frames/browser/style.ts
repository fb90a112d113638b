import type { Box, Stroke } from '../../drawing.ts';

/** `rgb(15, 94, 90)` to `#0f5e5a`; undefined where nothing can be seen. */
export function hex(color: string): string | undefined {
  const numbers = /rgba?\(([^)]+)\)/
    .exec(color)?.[1]
    ?.split(/[\s,/]+/)
    .map(Number);
  if (!numbers || numbers.length < 3 || numbers[3] === 0) return undefined;
  return `#${numbers
    .slice(0, 3)
    .map((n) => Math.round(n).toString(16).padStart(2, '0'))
    .join('')}`;
}

export const SIDES = ['top', 'right', 'bottom', 'left'] as const;
export type Side = (typeof SIDES)[number];

export function border(style: CSSStyleDeclaration, side: Side): Stroke | undefined {
  const width = Number.parseFloat(style.getPropertyValue(`border-${side}-width`));
  const kind = style.getPropertyValue(`border-${side}-style`);
  const color = hex(style.getPropertyValue(`border-${side}-color`));
  if (!width || kind === 'none' || kind === 'hidden' || !color) return undefined;
  return { color, width, dashed: kind === 'dashed' || kind === 'dotted' };
}

export function isHidden(element: Element, style = getComputedStyle(element)): boolean {
  return (
    style.display === 'none' ||
    style.visibility === 'hidden' ||
    style.opacity === '0' ||
    style.clipPath.startsWith('inset(50%') ||
    element.matches('script, style, template')
  );
}

/** Pixels, from the frame's corner. */
export function boxOf(rect: DOMRect, origin: DOMRect): Box {
  return { x: rect.x - origin.x, y: rect.y - origin.y, w: rect.width, h: rect.height };
}

export const px = (style: CSSStyleDeclaration, name: string): number =>
  Number.parseFloat(style.getPropertyValue(name)) || 0;
