import type { ElementContent } from 'hast';
import { h } from 'hastscript';
import type { Browser } from 'playwright-core';
import type { RenderContext } from '../../compiler/5-render/context.ts';
import { textOf } from '../../compiler/5-render/directives/layout.ts';
import { type Frame, framesOf } from '../frames/frames.ts';
import { notesOf } from '../frames/notes.ts';
import { openFrames } from '../frames/open.ts';
import { type FramesPage, framesPage, moduleTitle } from '../frames/page.ts';
import { type Paper, printPdf } from './print.ts';

const SLIDES = { steps: false, cases: false };
const WITH_NOTES = { steps: false, cases: true };

/** The slides to mail: one a page, 13.333 × 7.5 inches, without questions, model answers and notes. */
export const slidesPdf = (browser: Browser, context: RenderContext): Promise<Uint8Array> =>
  pdfOf(
    browser,
    { title: moduleTitle(context), kind: 'slides', frames: framesOf(context, SLIDES) },
    { width: '1280px', height: '720px' },
    context,
  );

/** Each slide on a sheet with its notes under it; they go on over the page where they are long. Facilitator only. */
export function notesPdf(
  browser: Browser,
  context: RenderContext,
  format: 'A4' | 'Letter',
): Promise<Uint8Array> {
  const { t } = context;
  const title = moduleTitle(context);
  return pdfOf(
    browser,
    {
      title: `${title} · ${t('common.facilitatorOnly')}`,
      kind: 'notes',
      frames: framesOf(context, WITH_NOTES),
      under: (frame) => under(frame, context),
      extra: [sheetRules(context)],
    },
    { format },
    context,
  );
}

async function pdfOf(
  browser: Browser,
  content: FramesPage,
  paper: Paper,
  context: RenderContext,
): Promise<Uint8Array> {
  const page = await openFrames(browser, await framesPage(content, context));
  try {
    // As on the screen: a mailed deck keeps its colours.
    await page.emulateMedia({ media: 'screen' });
    return await printPdf(page, paper);
  } finally {
    await page.close();
  }
}

/** In characters: a last section under this length takes the one before it along to a new page. */
const SHORT = 500;

/** Where we are, then the notes, section by section. What goes over the page is a whole section, never a few lines. */
function under(frame: Frame, context: RenderContext): ElementContent[] {
  const [where, ...parts] = notesOf(frame, context);
  const last = parts.at(-1);
  const few = !!last && textOf(last.blocks).length < SHORT;
  return [
    ...(where ? [h('p', { class: 'under-where' }, where.heading)] : []),
    ...parts.map((part, i) =>
      h('section', { class: few && i === parts.length - 2 ? 'with-last' : undefined }, [
        ...(part.heading ? [h('h3', part.heading)] : []),
        ...part.blocks,
      ]),
    ),
  ];
}

const quoted = (s: string): string => `"${s.replace(/[\\"]/g, '\\$&').replace(/\n/g, ' ')}"`;

/** Margins, and what stands in them: who may see it, what it is, page x of y. */
function sheetRules(context: RenderContext): string {
  const { t, module, version, locale } = context;
  const [start, end] = locale.dir === 'rtl' ? ['right', 'left'] : ['left', 'right'];
  const font = 'font: 9.5pt/1.3 "Session Sans", sans-serif; color: #14213d;';
  const foot = [moduleTitle(context), t('pages.edition.facilitator')].join(' · ');
  const under = [module.lang, version, t('common.notUn')].join(' · ');
  const number = `${quoted(`${t('pages.page')} `)} counter(page) ${quoted(` ${t('pages.of')} `)} counter(pages)`;
  return `@page {
    margin: 18mm 18mm 20mm;
    @top-${end} { content: ${quoted(t('common.facilitatorOnly'))}; width: max-content; border: 1.2pt solid #14213d; padding: 0.8mm 3mm; margin-block: 5mm 3.5mm; ${font} font-weight: 700; }
    @bottom-${start} { content: ${quoted(foot)} "\\A" ${quoted(under)}; white-space: pre; width: 84%; text-align: ${start}; ${font} }
    @bottom-${end} { content: ${number}; width: 16%; text-align: ${end}; ${font} font-weight: 700; }
  }`;
}
