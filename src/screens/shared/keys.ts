/** Is the person writing, so that letters are letters and not keys? */
export function isTyping(target: EventTarget | null = document.activeElement): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (
    target.isContentEditable ||
    target instanceof HTMLTextAreaElement ||
    target instanceof HTMLSelectElement
  )
    return true;
  return (
    target instanceof HTMLInputElement && !['checkbox', 'radio', 'button'].includes(target.type)
  );
}

/** A key without Ctrl, Alt or the like. */
export const isPlain = (event: KeyboardEvent): boolean =>
  !event.ctrlKey && !event.altKey && !event.metaKey;
