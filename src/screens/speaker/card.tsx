import type { ComponentChildren } from 'preact';

interface Props {
  id: string;
  title: string;
  /** `care`, `time`, `accent`: the band at its edge. */
  tone?: string;
  children: ComponentChildren;
}

/** One thing to look at, under its name. */
export function Card({ id, title, tone, children }: Props) {
  return (
    <section class={`card ${tone ? `tone-${tone}` : ''}`} id={id} aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{title}</h2>
      {children}
    </section>
  );
}

/** Long text, folded until it is asked for. */
export function Fold({
  title,
  children,
  open,
}: {
  title: string;
  children: ComponentChildren;
  open?: boolean;
}) {
  return (
    <details class="fold" open={open}>
      <summary>{title}</summary>
      {children}
    </details>
  );
}
