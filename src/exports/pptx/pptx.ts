import { createHash } from 'node:crypto';
import type { Browser } from 'playwright-core';
import PptxGenJS from 'pptxgenjs';
import type { RenderContext } from '../../compiler/5-render/context.ts';
import type { ChartItem, Drawing, Item, Palette } from '../drawing.ts';
import { type Frame, framesOf } from '../frames/frames.ts';
import { notesOf } from '../frames/notes.ts';
import { measureFrames } from '../frames/open.ts';
import { framesPage, moduleTitle } from '../frames/page.ts';
import { addChart, finishChart } from './chart.ts';
import { notesXml } from './notes.ts';
import { Parts } from './package.ts';
import { shapesXml } from './shapes.ts';
import { proofing } from './text.ts';
import { ourTheme, themeColors } from './theme.ts';
import { el, emu, HEAD, NAMESPACES, xmlText } from './xml.ts';

/**
 * The deck for PowerPoint: the slides as the browser lays them out, as text boxes, tables, shapes and native charts.
 * pptxgenjs makes the package, the charts and the sheets behind them; the shapes are ours, because it has no groups,
 * no words for figures, and no paragraphs in notes. Notes only in the facilitator edition.
 */
export async function makePptx(browser: Browser, context: RenderContext): Promise<Uint8Array> {
  const frames = framesOf(context, { steps: true, cases: true });
  const title = moduleTitle(context);
  const html = await framesPage({ title, kind: 'slides', frames }, context);
  const { drawings, palette } = await measureFrames(browser, html);
  const parts = await scaffold(drawings, palette);
  const charts = drawings.flatMap((d) => chartsOf(d.items));
  charts.forEach(({ chart }, i) => {
    parts.edit(`ppt/charts/chart${i + 1}.xml`, (xml) => finishChart(xml, chart));
  });
  drawings.forEach((drawing, i) => {
    parts.edit(`ppt/slides/slide${i + 1}.xml`, (xml) => slideXml(drawing, xml, palette, context));
  });
  parts.edit('ppt/theme/theme1.xml', (xml) => ourTheme(xml, palette, title));
  parts.edit('ppt/slideMasters/slideMaster1.xml', (xml) =>
    xml.replace(
      '<p:cSld>',
      '<p:cSld><p:bg><p:bgPr><a:solidFill><a:schemeClr val="bg1"/></a:solidFill><a:effectLst/></p:bgPr></p:bg>',
    ),
  );
  parts.write('ppt/slideLayouts/slideLayout2.xml', layoutXml(context));
  if (context.edition === 'facilitator') writeNotes(parts, frames, context);
  else parts.remove(/^ppt\/notes(Slides|Masters)\//);
  parts.edit('ppt/presentation.xml', (xml) => presentationXml(xml, frames, context));
  properties(parts, frames, title, context);
  parts.settleTypes();
  return parts.zip();
}

/** The package, with as many slides and charts as there are. */
async function scaffold(drawings: readonly Drawing[], palette: Palette): Promise<Parts> {
  const pptx = new PptxGenJS();
  pptx.layout = 'LAYOUT_WIDE';
  pptx.defineSlideMaster({ title: 'Slide' });
  for (const drawing of drawings) {
    const slide = pptx.addSlide({ masterName: 'Slide' });
    for (const chart of chartsOf(drawing.items)) addChart(slide, chart, palette);
  }
  const parts = new Parts((await pptx.write({ outputType: 'uint8array' })) as Uint8Array);
  // The library counts its charts through the whole process; every file of ours begins at one.
  const made = parts.names().flatMap((n) => /^ppt\/charts\/chart(\d+)\.xml$/.exec(n)?.[1] ?? []);
  made
    .map(Number)
    .sort((a, b) => a - b)
    .forEach((old, i) => {
      parts.rename(new RegExp(`(/chart)${old}(?=\\.xml)`, 'g'), `$1${i + 1}`);
      parts.rename(new RegExp(`(/Microsoft_Excel_Worksheet)${old}(?=\\.xlsx)`, 'g'), `$1${i + 1}`);
    });
  return parts;
}

const chartsOf = (items: readonly Item[]): ChartItem[] =>
  items.flatMap((item) =>
    item.kind === 'chart' ? [item] : item.kind === 'group' ? chartsOf(item.items) : [],
  );

/** Our shapes, with the chart frames that the library has written. */
function slideXml(
  drawing: Drawing,
  made: string,
  palette: Palette,
  context: RenderContext,
): string {
  const frames = made.match(/<p:graphicFrame>.*?<\/p:graphicFrame>/gs) ?? [];
  let id = 1;
  const sheet = {
    lang: context.module.lang,
    colors: themeColors(palette),
    nextId: () => ++id,
    chart: (item: ChartItem, own: number) =>
      (frames.shift() ?? '').replace(
        /<p:cNvPr id="\d+" name="[^"]*"/,
        `<p:cNvPr id="${own}" name="${xmlText(item.chart.title)}"`,
      ),
    words: { figure: 'Figure', line: 'Segment line', table: 'Table' },
  };
  const shapes = shapesXml(drawing.items, sheet);
  return `${HEAD}${el(
    'p:sld',
    NAMESPACES,
    el('p:cSld', {}, el('p:spTree', {}, ROOT, shapes, slideNumber(sheet.nextId(), context))),
    '<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr>',
  )}`;
}

const ROOT =
  '<p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/><a:chOff x="0" y="0"/><a:chExt cx="0" cy="0"/></a:xfrm></p:grpSpPr>';

/** In the corner, beside the segment line. */
function slideNumber(id: number, { locale, module }: RenderContext): string {
  const x = locale.dir === 'rtl' ? 8 : 1220;
  return el(
    'p:sp',
    {},
    el(
      'p:nvSpPr',
      {},
      el('p:cNvPr', { id, name: `Slide number ${id}` }),
      '<p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph type="sldNum" sz="quarter" idx="10"/></p:nvPr>',
    ),
    el(
      'p:spPr',
      {},
      el(
        'a:xfrm',
        {},
        el('a:off', { x: emu(x), y: emu(688) }),
        el('a:ext', { cx: emu(52), cy: emu(24) }),
      ),
      '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>',
    ),
    el(
      'p:txBody',
      {},
      '<a:bodyPr wrap="none" lIns="0" tIns="0" rIns="0" bIns="0" anchor="ctr"/><a:lstStyle/>',
      el(
        'a:p',
        {},
        '<a:pPr algn="ctr"/>',
        el(
          'a:fld',
          { id: '{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}', type: 'slidenum' },
          el(
            'a:rPr',
            { lang: proofing(module.lang), sz: 1200 },
            el('a:solidFill', {}, el('a:schemeClr', { val: 'tx2' })),
          ),
          '<a:t>‹#›</a:t>',
        ),
      ),
    ),
  );
}

/** One layout: headline and slide number are its placeholders, so that outline and readers know them. */
function layoutXml(context: RenderContext): string {
  const style =
    '<a:lstStyle><a:lvl1pPr algn="l"><a:lnSpc><a:spcPct val="84000"/></a:lnSpc><a:defRPr sz="3600" b="1"/></a:lvl1pPr></a:lstStyle>';
  const title = el(
    'p:sp',
    {},
    '<p:nvSpPr><p:cNvPr id="2" name="Title 1"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph type="title"/></p:nvPr></p:nvSpPr>',
    el(
      'p:spPr',
      {},
      el(
        'a:xfrm',
        {},
        el('a:off', { x: emu(64), y: emu(82) }),
        el('a:ext', { cx: emu(1152), cy: emu(58) }),
      ),
      '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>',
    ),
    `<p:txBody><a:bodyPr lIns="0" tIns="0" rIns="0" bIns="0" anchor="t"/>${style}<a:p><a:r><a:rPr lang="${proofing(context.module.lang)}"/><a:t>…</a:t></a:r></a:p></p:txBody>`,
  );
  return `${HEAD}${el(
    'p:sldLayout',
    { ...NAMESPACES, type: 'titleOnly', preserve: 1 },
    el('p:cSld', { name: 'Slide' }, el('p:spTree', {}, ROOT, title, slideNumber(3, context))),
    '<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr>',
  )}`;
}

/** The notes pages that the library has left empty. */
function writeNotes(parts: Parts, frames: readonly Frame[], context: RenderContext): void {
  frames.forEach((frame, i) => {
    const xml = notesXml(notesOf(frame, context), context.module.lang);
    parts.edit(`ppt/notesSlides/notesSlide${i + 1}.xml`, (page) =>
      page.replace(
        /(<p:ph type="body" idx="1"\/>.*?<a:lstStyle\/>).*?(<\/p:txBody>)/s,
        (_all, before: string, after: string) => `${before}${xml || '<a:p/>'}${after}`,
      ),
    );
  });
}

/** Schema order, the notes' sheet, and a section for each segment, as the slides follow one another. */
function presentationXml(xml: string, frames: readonly Frame[], context: RenderContext): string {
  const ids = [...xml.matchAll(/<p:sldId id="(\d+)"/g)].map((m) => m[1] ?? '');
  const notes = /<p:notesMasterIdLst>.*?<\/p:notesMasterIdLst>/s.exec(xml)?.[0] ?? '';
  const sections: { segment: string; ids: string[] }[] = [];
  frames.forEach(({ segment }, i) => {
    if (sections.at(-1)?.segment !== segment) sections.push({ segment, ids: [] });
    sections.at(-1)?.ids.push(ids[i] ?? '');
  });
  const titleOf = (id: string): string =>
    context.plans[0]?.segments.find((s) => s.id === id)?.title ?? id;
  const list = el(
    'p14:sectionLst',
    { 'xmlns:p14': 'http://schemas.microsoft.com/office/powerpoint/2010/main' },
    ...sections.map((section, i) =>
      el(
        'p14:section',
        { name: titleOf(section.segment), id: guid(`${i} ${section.segment}`) },
        el('p14:sldIdLst', {}, ...section.ids.map((id) => el('p14:sldId', { id }))),
      ),
    ),
  );
  return xml
    .replace(notes, '')
    .replace('<p:sldIdLst>', `${context.edition === 'facilitator' ? notes : ''}<p:sldIdLst>`)
    .replace(/<p:notesSz [^>]*\/>/, '<p:notesSz cx="6858000" cy="9144000"/>')
    .replace(/<p:extLst>.*?<\/p:extLst>(?=<\/p:presentation>)/s, '')
    .replace(
      '</p:presentation>',
      `<p:extLst><p:ext uri="{521415D9-36F7-43E2-AB2F-B90AF26B5E84}">${list}</p:ext></p:extLst></p:presentation>`,
    );
}

/** The same for the same words. */
function guid(text: string): string {
  const hex = createHash('sha256').update(text).digest('hex').toUpperCase();
  return `{${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}}`;
}

/** Title, language, edition; no names, no dates. */
function properties(
  parts: Parts,
  frames: readonly Frame[],
  title: string,
  context: RenderContext,
): void {
  const { t, module, edition, version } = context;
  parts.write(
    'docProps/core.xml',
    `${HEAD}${el(
      'cp:coreProperties',
      {
        'xmlns:cp': 'http://schemas.openxmlformats.org/package/2006/metadata/core-properties',
        'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
      },
      el('dc:title', {}, xmlText(title)),
      el('dc:subject', {}, xmlText(t(`pages.edition.${edition}`))),
      el('dc:description', {}, xmlText(t('common.notUn'))),
      el('dc:language', {}, xmlText(proofing(module.lang))),
      el('cp:version', {}, xmlText(version)),
    )}`,
  );
  parts.write(
    'docProps/app.xml',
    `${HEAD}${el(
      'Properties',
      { xmlns: 'http://schemas.openxmlformats.org/officeDocument/2006/extended-properties' },
      el('Application', {}, 'Microsoft Office PowerPoint'),
      el('PresentationFormat', {}, 'Widescreen'),
      el('Slides', {}, String(frames.length)),
      el('Notes', {}, String(edition === 'facilitator' ? frames.length : 0)),
    )}`,
  );
}
