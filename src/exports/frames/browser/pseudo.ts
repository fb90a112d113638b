/**
 * Lines, circles and numbers that style sheets draw with `::before` and `::after` have no box that can be asked for.
 * They are put in as elements with the same computed style, and the pseudo-elements are switched off.
 */
export const PSEUDO = 'x-pseudo';

export function materialise(root: HTMLElement): void {
  const found: {
    host: Element;
    side: '::before' | '::after';
    style: [string, string][];
    text: string;
  }[] = [];
  for (const host of [root, ...root.querySelectorAll('*')]) {
    if (host.closest('svg')) continue;
    for (const side of ['::before', '::after'] as const) {
      const computed = getComputedStyle(host, side);
      if (computed.content === 'none' || computed.content === 'normal') continue;
      found.push({
        host,
        side,
        style: [...computed].map((name) => [name, computed.getPropertyValue(name)]),
        text: written(computed.content, host),
      });
    }
  }
  root.classList.add('measuring');
  for (const { host, side, style, text } of found) {
    const element = document.createElement(PSEUDO);
    element.textContent = text;
    for (const [name, value] of style)
      if (!/^(content|counter|transition|animation)/.test(name))
        element.style.setProperty(name, value);
    if (side === '::before') host.prepend(element);
    else host.append(element);
  }
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
