import type { Paragraph, Run } from '../drawing.ts';
import type { ColorOf } from './theme.ts';
import { centipoints, el, emu, xmlText } from './xml.ts';

const LOCALES: Record<string, string> = {
  en: 'en-GB',
  fr: 'fr-FR',
  es: 'es-ES',
  ar: 'ar-SA',
  ru: 'ru-RU',
  zh: 'zh-CN',
};
/** `en` → `en-GB`: offices want a country. */
export const proofing = (lang: string): string => LOCALES[lang] ?? lang;

export function paragraphXml(p: Paragraph, lang: string, colors: ColorOf): string {
  const bullet =
    p.bullet?.kind === 'char'
      ? [
          el('a:buClr', {}, colors(p.bullet.color)),
          el('a:buFont', { typeface: '+mj-lt' }),
          el('a:buChar', { char: p.bullet.char }),
        ]
      : p.bullet
        ? [
            el('a:buFont', { typeface: '+mj-lt' }),
            el('a:buAutoNum', { type: 'arabicPeriod', startAt: p.bullet.at }),
          ]
        : [el('a:buNone')];
  return el(
    'a:p',
    {},
    el(
      'a:pPr',
      {
        marL: emu(p.indent),
        indent: -emu(p.hang),
        algn: p.align,
        rtl: p.rtl ? 1 : undefined,
      },
      el(
        'a:lnSpc',
        {},
        p.exact
          ? el('a:spcPts', { val: centipoints(p.exact) })
          : el('a:spcPct', { val: Math.round(p.leading * 100_000) }),
      ),
      el('a:spcBef', {}, el('a:spcPts', { val: centipoints(p.before) })),
      ...bullet,
    ),
    ...p.runs.map((run) => runXml(run, lang, colors)),
  );
}

const runXml = (run: Run, lang: string, colors: ColorOf): string =>
  run.text === '\n'
    ? el('a:br')
    : el(
        'a:r',
        {},
        el(
          'a:rPr',
          {
            lang: proofing(lang),
            sz: centipoints(run.size),
            b: run.bold ? 1 : 0,
            i: run.italic ? 1 : undefined,
            spc: centipoints(run.spacing) || undefined,
            dirty: 0,
          },
          el('a:solidFill', {}, colors(run.color)),
        ),
        `<a:t>${xmlText(run.text)}</a:t>`,
      );
