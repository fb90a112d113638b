import type { HandoutMeta } from '../../2-parse/schemas.ts';
import type { HandoutSource } from '../../2-parse/sources.ts';
import type { RenderContext } from '../context.ts';
import { text } from '../text.ts';

/** Cards, posters, brochures and slips have no margins: what a footer says stands on the sheet itself. */
export const bareSheet = (meta: HandoutMeta): boolean =>
  meta.kind === 'card' || meta.kind === 'poster' || meta.kind === 'brochure' || !!meta.perSheet;

const quoted = (s: string): string => `"${s.replace(/[\\"]/g, '\\$&').replace(/\n/g, ' ')}"`;
const FONT = 'font: 8pt "Session Sans", sans-serif; color: #000;';

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

/** Title, edition, language, version; the module and whose text it is; page x of y. */
function foot(meta: HandoutMeta, { module, t, version, locale }: RenderContext, part = ''): string {
  const whose = t(`pages.edition.${meta.edition}`);
  const line = [meta.title, ...(part ? [part] : []), whose, module.lang, version].join(' · ');
  const under = `${text(module.syllabus.value.title, module.lang)}. ${t('common.notUn')}`;
  const number = `${quoted(`${t('pages.page')} `)} counter(page) ${quoted(` ${t('pages.of')} `)} counter(pages)`;
  const [start, end] = locale.dir === 'rtl' ? ['right', 'left'] : ['left', 'right'];
  return [
    `@bottom-${start} { content: ${quoted(line)} "\\A" ${quoted(under)}; white-space: pre-line; width: 85%; padding-top: 2mm; vertical-align: top; text-align: ${start}; ${FONT} font-size: 7.5pt; line-height: 1.35; border-top: 0.5pt solid #000; margin-top: 3mm; }`,
    `@bottom-${end} { content: ${number}; width: 15%; padding-top: 2mm; vertical-align: top; text-align: ${end}; ${FONT} font-weight: 700; border-top: 0.5pt solid #000; margin-top: 3mm; }`,
  ].join(' ');
}

/** "Facilitator only", in a box that is as wide as its words. */
function mark({ t, locale }: RenderContext): string {
  const corner = locale.dir === 'rtl' ? 'left' : 'right';
  return `@top-${corner} { content: ${quoted(t('common.facilitatorOnly'))}; width: max-content; border: 1.2pt solid #000; padding: 0.8mm 3mm; margin-block: 5mm 3.5mm; ${FONT} font-weight: 700; }`;
}
