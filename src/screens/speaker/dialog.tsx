import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { t } from '../strings.ts';
import { useDesk } from './desk.ts';

interface Props {
  title: string;
  children: ComponentChildren;
  wide?: boolean;
  /** Said on the button that closes. */
  close?: string;
  /** The button that closes has the focus: a second Enter must not do what cannot be meant. */
  safe?: boolean;
}

/** A question or a list in front of everything; Escape closes it and the focus goes back. */
export function Dialog({ title, children, wide, safe, close = t('deck.close') }: Props) {
  const desk = useDesk();
  const ref = useRef<HTMLDialogElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    const before = document.activeElement;
    ref.current?.showModal();
    if (safe) button.current?.focus();
    return () => {
      if (before instanceof HTMLElement) before.focus();
    };
  }, []);
  // The browser says late that a dialog has closed: by then another may have been opened, and it stays.
  const mine = useRef(desk.dialog.peek());
  const shut = () => {
    if (desk.dialog.peek() === mine.current) desk.dialog.value = null;
  };
  return (
    <dialog
      ref={ref}
      class={wide ? 'dialog wide' : 'dialog'}
      aria-labelledby="dialog-title"
      onClose={shut}
    >
      <h2 id="dialog-title">{title}</h2>
      {children}
      <form method="dialog" class="dialog-end">
        <button type="submit" ref={button}>
          {close}
        </button>
      </form>
    </dialog>
  );
}
