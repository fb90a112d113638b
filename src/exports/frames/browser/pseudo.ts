import type { Item } from '../../drawing.ts';
import { border } from './style.ts';

/**
 * Lines, circles and numbers that style sheets draw with `::before` and `::after` have no box that can be asked for.
 * They are put in as elements with the same computed style, and the pseudo-elements are switched off. Those that
 * take no room are drawn and taken out again, so that `:first-child` means what it meant.
 */
const drawn = new WeakMap<Element, Item[]>();
const dashes = new WeakMap<Element, string>();

/** What pseudo-elements drew over an element without taking room. */
export const drawnOver = (element: Element): Item[] => drawn.get(element) ?? [];

/** The colour of the short line before a list item: a bullet in all but name. */
export const dashOf = (item: Element): string | undefined => dashes.get(item);

export function materialise(root: HTMLElement, draw: (element: Element) => Item[]): void {
  const found = [root, ...root.querySelectorAll('*')].flatMap((host) =>
    host.closest('svg')
      ? []
      : (['::before', '::after'] as const).flatMap((side) => {
          const computed = getComputedStyle(host, side);
          if (computed.content === 'none' || computed.content === 'normal') return [];
          const element = copyOf(computed, written(computed.content, host));
          return [{ host, side, element, free: computed.position === 'absolute' }];
        }),
  );
  root.classList.add('measuring');
  const put = ({ host, side, element }: (typeof found)[number]): void =>
    side === '::before' ? host.prepend(element) : host.append(element);
  for (const one of found) if (!one.free) put(one);
  for (const one of found) {
    if (!one.free) continue;
    put(one);
    const dash = dashColor(one.element, one.host);
    if (dash) dashes.set(one.host, dash);
    else drawn.set(one.host, [...drawnOver(one.host), ...draw(one.element)]);
    one.element.remove();
  }
}

function copyOf(computed: CSSStyleDeclaration, text: string): HTMLElement {
  const element = document.createElement('x-pseudo');
  element.textContent = text;
  for (const name of computed)
    if (!/^(content|counter|transition|animation)/.test(name))
      element.style.setProperty(name, computed.getPropertyValue(name));
  return element;
}

/** A string, a quotation mark, or a counter: the place among its likes. */
function written(content: string, host: Element): string {
  if (content === 'open-quote') return '“';
  if (content === 'close-quote') return '”';
  if (content.includes('counter(')) {
    const likes = [...(host.parentElement?.children ?? [])].filter(
      (c) => c.tagName === host.tagName,
    );
    return String(likes.indexOf(host) + 1);
  }
  return /^"(.*)"$/s.exec(content)?.[1] ?? '';
}

function dashColor(element: Element, host: Element): string | undefined {
  if (host.tagName !== 'LI' || element.textContent) return undefined;
  const style = getComputedStyle(element);
  const [own, item] = [element.getBoundingClientRect(), host.getBoundingClientRect()];
  const small = own.width < 2 * Number.parseFloat(style.fontSize) && own.height < own.width;
  const within = own.left > item.left - 2 && own.right < item.right + 2;
  return small && within && !border(style, 'left') ? border(style, 'top')?.color : undefined;
}
