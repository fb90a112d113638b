/** HTML that the compiler has made and cleaned. */
export function Html({ html, class: name = 'prose' }: { html: string; class?: string }) {
  return <div class={name} dangerouslySetInnerHTML={{ __html: html }} />;
}

export function InlineHtml({ html }: { html: string }) {
  return <span dangerouslySetInnerHTML={{ __html: html }} />;
}
