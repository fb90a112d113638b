import { h } from 'hastscript';
import type { RenderDirective } from './types.ts';

/**
 * What a pack holds, in order, with the page on which each part begins. The numbers come from the page budgets,
 * which the print test holds true; where A4 and Letter differ, print shows the one of its paper.
 */
export const contents: RenderDirective = (node, _children, { module, handoutBase, t }) => {
  const pack = module.handouts.find(
    (x) => x.meta.pack && x.meta.id.startsWith(`${node.attributes?.pack ?? ''}`),
  );
  const items = (pack?.meta.pack ?? []).flatMap((id) =>
    module.handouts.filter((x) => x.meta.id === id),
  );
  const next = { a4: 2, letter: 2 };
  let known = true;
  // The rest of a summary tells the team what to do with the sheet.
  const brief = (summary: string): string =>
    pack?.meta.edition === 'participants' ? (summary.split(/(?<=[.!?]) /)[0] ?? '') : summary;
  return h('nav', { class: 'contents pack-contents', ariaLabel: t('pages.contents') }, [
    h(
      'ol',
      items.map((x) => {
        const at = { ...next };
        const numbered = known;
        const pages =
          x.meta.kind === 'card' || x.meta.perSheet ? { a4: 1, letter: 1 } : x.meta.pages;
        if (pages) {
          next.a4 += pages.a4;
          next.letter += pages.letter;
        } else known = false;
        return h('li', [
          h('span', { class: 'contents-what' }, [
            h('a', { href: `${handoutBase}${x.meta.id}.html`, dataPart: x.meta.id }, x.meta.title),
            ...(x.meta.summary
              ? [h('span', { class: 'summary' }, ` ${brief(x.meta.summary)}`)]
              : []),
          ]),
          ...(numbered
            ? [
                h('span', { class: 'contents-page' }, [
                  h('span', { class: 'on-a4' }, String(at.a4)),
                  h('span', { class: 'on-letter' }, String(at.letter)),
                ]),
              ]
            : []),
        ]);
      }),
    ),
  ]);
};
