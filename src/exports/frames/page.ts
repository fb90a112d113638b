import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Element, ElementContent } from 'hast';
import { h } from 'hastscript';
import { styles } from '../../compiler/5-render/assets/styles.ts';
import type { RenderContext } from '../../compiler/5-render/context.ts';
import { page } from '../../compiler/5-render/pages/page.ts';
import { figureStyles, text } from '../../compiler/5-render/text.ts';
import { browserScript } from '../bundle.ts';
import { exportFonts } from '../context.ts';
import type { Frame } from './frames.ts';

const here = dirname(fileURLToPath(import.meta.url));

export interface FramesPage {
  title: string;
  /** `slides`: one frame a page. `notes`: a sheet of A4 or Letter for each frame. */
  kind: 'slides' | 'notes';
  frames: readonly Frame[];
  /** What stands under a frame on its sheet. */
  under?: (frame: Frame) => ElementContent[];
  /** Style rules that only this page has. */
  extra?: string[];
}

/** A page that is never published: Chromium prints it to PDF, or measures it for PowerPoint. */
export async function framesPage(p: FramesPage, context: RenderContext): Promise<string> {
  const { module, locale } = context;
  return page({
    lang: module.lang,
    dir: locale.dir,
    title: p.title,
    kind: p.kind,
    style: await styles('frames', [
      await exportFonts(context),
      figureStyles(module),
      readFileSync(join(here, 'frames.css'), 'utf8'),
      ...(p.extra ?? []),
    ]),
    script: await browserScript(join(here, 'browser', 'index.ts')),
    data: {},
    body: [
      h(
        'main',
        { class: ['frames', `frames-${p.kind}`] },
        p.frames.map((frame) =>
          h('article', { class: 'sheet' }, [
            h(
              'div',
              { class: ['wall', 'frame'] },
              h('div', { class: 'frame-scale' }, section(frame, context)),
            ),
            ...(p.under ? [h('div', { class: 'under' }, p.under(frame))] : []),
          ]),
        ),
      ),
    ],
  });
}

const section = (frame: Frame, context: RenderContext): Element =>
  h(
    'section',
    {
      class: ['slide', `layout-${frame.layout}`, `frame-${frame.kind}`],
      dataFrame: frame.id,
      lang: context.module.lang,
    },
    [...frame.parts, segmentLine(frame, context)],
  );

/** The session's segments to scale, and where we are; the page's script sets the lengths. */
const segmentLine = ({ segment }: Frame, { plans }: RenderContext): Element => {
  const segments = plans[0]?.segments ?? [];
  const at = segments.findIndex((s) => s.id === segment);
  return h(
    'div',
    { class: 'frame-line', ariaHidden: 'true' },
    segments.map((s, i) =>
      h('span', {
        class: [
          i < at ? 'is-past' : i === at ? 'is-here' : 'is-ahead',
          ...(i > 0 && s.part !== segments[i - 1]?.part ? ['starts-part'] : []),
        ],
        dataLength: String(s.plannedMs),
      }),
    ),
  );
};

/** The title of a module's exports. */
export const moduleTitle = ({ module }: RenderContext): string =>
  text(module.syllabus.value.title, module.lang);
