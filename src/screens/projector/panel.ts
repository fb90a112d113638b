import { t } from '../strings.ts';

let open: { element: HTMLElement; back: Element | null } | null = null;

/** A plain panel over the slide, for the trainer; one at a time, closed by Escape. */
export function showPanel(title: string, ...content: Node[]): void {
  closePanel();
  const element = document.createElement('div');
  element.className = 'deck-panel';
  element.setAttribute('role', 'dialog');
  element.setAttribute('aria-label', title);
  const heading = document.createElement('h2');
  heading.textContent = title;
  const close = document.createElement('button');
  close.type = 'button';
  close.textContent = t('deck.close');
  close.addEventListener('click', closePanel);
  element.append(heading, ...content, close);
  open = { element, back: document.activeElement };
  document.body.append(element);
  (element.querySelector<HTMLElement>('a, button') ?? close).focus();
}

export function closePanel(): void {
  open?.element.remove();
  if (open?.back instanceof HTMLElement) open.back.focus();
  open = null;
}

export const panelIsOpen = (): boolean => open !== null;

export function paragraph(text: string): HTMLParagraphElement {
  const p = document.createElement('p');
  p.textContent = text;
  return p;
}
