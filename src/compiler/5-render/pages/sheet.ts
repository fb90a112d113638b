import type { HandoutMeta } from '../../2-parse/schemas.ts';
import type { HandoutSource } from '../../2-parse/sources.ts';
import type { RenderContext } from '../context.ts';
import { text } from '../text.ts';

/** Cards, posters, brochures and slips have no margins: what a footer says stands on the sheet itself. */
export const bareSheet = (meta: HandoutMeta): boolean =>
  meta.kind === 'card' || meta.kind === 'poster' || meta.kind === 'brochure' || !!meta.perSheet;

const quoted = (s: string): string => `"${s.replace(/[\\"]/g, '\\$&').replace(/\n/g, ' ')}"`;
/** Nothing on paper is smaller: thinner letters are lost on a light photocopy (tests/browser/photocopy.test.ts). */
const FONT = 'font: 9.5pt/1.3 "Session Sans", sans-serif; color: #000;';

/** The sheet of one handout: size and margins where they are its own, and what stands in the margins. */
export function sheetStyle(handout: HandoutSource, context: RenderContext): string {
  const { meta } = handout;
  if (meta.kind === 'card') return '@page { size: auto; margin: 0; }';
  if (meta.kind === 'brochure') return '@page { size: landscape; margin: 0; }';
  if (meta.kind === 'poster')
    return '@page { margin: 0; } @page tile { size: landscape; margin: 0; }';
  if (meta.perSheet) return '@page { margin: 0 18mm; }';
  return [
    `@page { ${margins(meta, context)} }`,
    `@page facilitator { ${mark(context)} }`,
    sideMark(context),
    ...(meta.pack ?? []).flatMap((id) => {
      const part = context.module.handouts.find((x) => x.meta.id === id);
      if (!part) return [];
      return [
        `@page part-${id} { ${foot(meta, context, part.meta.title)} }`,
        `.handout-${id}.pack-part { page: part-${id}; }`,
      ];
    }),
  ].join('\n');
}

const margins = (meta: HandoutMeta, context: RenderContext): string =>
  `${foot(meta, context)} ${meta.edition === 'facilitator' ? mark(context) : ''}`;

/**
 * Above: whose text it is not. Below: title and page x of y; then module, edition, language, version. The second line
 * may run on under the page number, and is never broken: a third would leave the printable area. The widths of the two
 * boxes overlap a little, or the rule over them has a gap.
 */
function foot(meta: HandoutMeta, { module, t, version, locale }: RenderContext, part = ''): string {
  const line = [meta.title, ...(part ? [part] : [])].join(' · ');
  const under = [
    text(module.syllabus.value.title, module.lang),
    t(`pages.edition.${meta.edition}`),
    module.lang,
    version,
  ].join(' · ');
  const number = `${quoted(`${t('pages.page')} `)} counter(page) ${quoted(` ${t('pages.of')} `)} counter(pages)`;
  const [start, end] = locale.dir === 'rtl' ? ['right', 'left'] : ['left', 'right'];
  const below =
    'vertical-align: top; margin-top: 2.5mm; padding-top: 1.5mm; border-top: 0.5pt solid #000;';
  return [
    `@top-${start} { content: ${quoted(t('common.notUn'))}; text-align: ${start}; ${FONT} }`,
    `@bottom-${start} { content: ${quoted(line)} "\\A" ${quoted(under)}; white-space: pre; width: 84.5%; text-align: ${start}; ${below} ${FONT} }`,
    `@bottom-${end} { content: ${number}; width: 16%; text-align: ${end}; ${below} ${FONT} font-weight: 700; }`,
  ].join(' ');
}

/** "Facilitator only", in a box that is as wide as its words. */
function mark({ t, locale }: RenderContext): string {
  const corner = locale.dir === 'rtl' ? 'left' : 'right';
  return `@top-${corner} { content: ${quoted(t('common.facilitatorOnly'))}; width: max-content; border: 1.2pt solid #000; padding: 0.8mm 3mm; margin-block: 5mm 3.5mm; ${FONT} font-weight: 700; }`;
}

/**
 * For browsers without page margin boxes (Firefox, Safari): the words stand along the edge of the sheet, again and
 * again, so that every page has them. The script of the page says which browser it is (screens/handout/paper.ts).
 */
function sideMark({ t, locale }: RenderContext): string {
  const words = t('common.facilitatorOnly').replace(/&/g, '&amp;').replace(/</g, '&lt;');
  const picture = `<svg xmlns="http://www.w3.org/2000/svg" width="5mm" height="75mm" viewBox="0 0 5 75"><text transform="translate(3.6 72) rotate(-90)" font-family="sans-serif" font-weight="700" font-size="3.2">${words}</text></svg>`;
  const [edge, padding] =
    locale.dir === 'rtl' ? ['left', 'padding-left'] : ['right', 'padding-right'];
  return `@media print {
    html:not(.margin-boxes) :is(body.for-facilitator main, .with-facilitator .facilitator-only) {
      ${padding}: 8mm !important;
      background: url("data:image/svg+xml,${encodeURIComponent(picture)}") ${edge} top / 5mm 75mm repeat-y;
      print-color-adjust: exact;
    }
  }`;
}
