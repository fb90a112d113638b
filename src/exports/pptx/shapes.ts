import type {
  Box,
  GroupItem,
  Item,
  LineItem,
  PathItem,
  RectItem,
  Stroke,
  TableItem,
  TextItem,
} from '../drawing.ts';
import { paragraphXml } from './text.ts';
import type { ColorOf } from './theme.ts';
import { el, emu } from './xml.ts';

/** How one slide's shapes are written. */
export interface Sheet {
  lang: string;
  colors: ColorOf;
  nextId: () => number;
  /** The frame that PowerPoint's own chart stands in, in the order of the drawing. */
  chart: (item: Item & { kind: 'chart' }, id: number) => string;
  words: { figure: string; line: string; table: string };
}

/** DrawingML of a drawing, in its own order: that is the order in which it is read aloud. */
export const shapesXml = (items: readonly Item[], sheet: Sheet): string =>
  items.map((item) => shapeXml(item, sheet)).join('');

function shapeXml(item: Item, sheet: Sheet): string {
  switch (item.kind) {
    case 'text':
      return textXml(item, sheet);
    case 'rect':
      return rectXml(item, sheet);
    case 'line':
      return lineXml(item, sheet);
    case 'path':
      return pathXml(item, sheet);
    case 'table':
      return tableXml(item, sheet);
    case 'chart':
      return sheet.chart(item, sheet.nextId());
    case 'group':
      return groupXml(item, sheet);
  }
}

const DECORATIVE =
  '<a:extLst><a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}"><adec:decorative xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/></a:ext></a:extLst>';

const named = (id: number, name: string, decorates = false): string =>
  el('p:cNvPr', { id, name: `${name} ${id}` }, decorates ? DECORATIVE : '');

const place = ({ x, y, w, h }: Box, tag = 'a:xfrm'): string =>
  el(tag, {}, el('a:off', { x: emu(x), y: emu(y) }), el('a:ext', { cx: emu(w), cy: emu(h) }));

const lineOf = (stroke: Stroke | undefined, colors: ColorOf, round = false): string =>
  stroke
    ? el(
        'a:ln',
        { w: emu(stroke.width), cap: round ? 'rnd' : undefined },
        el('a:solidFill', {}, colors(stroke.color)),
        el('a:prstDash', { val: stroke.dashed ? 'dash' : 'solid' }),
        round ? '<a:round/>' : '<a:miter lim="800000"/>',
      )
    : el('a:ln', {}, '<a:noFill/>');

const fillOf = (fill: string | undefined, colors: ColorOf): string =>
  fill ? el('a:solidFill', {}, colors(fill)) : '<a:noFill/>';

function geometry({ shape, radius, w, h }: RectItem | TextItem): string {
  if (shape === 'ellipse') return '<a:prstGeom prst="ellipse"><a:avLst/></a:prstGeom>';
  if (shape === 'rect') return '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>';
  const part = Math.min(50_000, Math.round((radius / Math.min(w, h)) * 100_000));
  return el(
    'a:prstGeom',
    { prst: 'roundRect' },
    el('a:avLst', {}, el('a:gd', { name: 'adj', fmla: `val ${part}` })),
  );
}

function textXml(item: TextItem, { lang, colors, nextId }: Sheet): string {
  const title = item.role === 'title';
  const [l, t, r, b] = item.inset.map(emu);
  return el(
    'p:sp',
    {},
    el(
      'p:nvSpPr',
      {},
      named(nextId(), title ? 'Title' : 'Text'),
      title ? '<p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>' : '<p:cNvSpPr txBox="1"/>',
      title ? '<p:nvPr><p:ph type="title"/></p:nvPr>' : '<p:nvPr/>',
    ),
    el(
      'p:spPr',
      {},
      place(item),
      geometry(item),
      fillOf(item.fill, colors),
      lineOf(item.stroke, colors),
    ),
    el(
      'p:txBody',
      {},
      el(
        'a:bodyPr',
        {
          wrap: item.nowrap ? 'none' : 'square',
          lIns: l,
          tIns: t,
          rIns: r,
          bIns: b,
          anchor: item.middle ? 'ctr' : 't',
          rtlCol: 0,
        },
        '<a:noAutofit/>',
      ),
      '<a:lstStyle/>',
      ...item.paragraphs.map((p) => paragraphXml(p, lang, colors)),
    ),
  );
}

const EMPTY =
  '<p:txBody><a:bodyPr rtlCol="0" anchor="ctr"/><a:lstStyle/><a:p><a:endParaRPr sz="1200"/></a:p></p:txBody>';

const rectXml = (item: RectItem, { colors, nextId }: Sheet): string =>
  el(
    'p:sp',
    {},
    el('p:nvSpPr', {}, named(nextId(), 'Shape', true), '<p:cNvSpPr/><p:nvPr/>'),
    el(
      'p:spPr',
      {},
      place(item),
      geometry(item),
      fillOf(item.fill, colors),
      lineOf(item.stroke, colors),
    ),
    EMPTY,
  );

function lineXml({ from, to, stroke }: LineItem, { colors, nextId }: Sheet): string {
  const box = {
    x: Math.min(from[0], to[0]),
    y: Math.min(from[1], to[1]),
    w: Math.abs(to[0] - from[0]),
    h: Math.abs(to[1] - from[1]),
  };
  return el(
    'p:cxnSp',
    {},
    el('p:nvCxnSpPr', {}, named(nextId(), 'Line', true), '<p:cNvCxnSpPr/><p:nvPr/>'),
    el(
      'p:spPr',
      {},
      place(box),
      '<a:prstGeom prst="line"><a:avLst/></a:prstGeom>',
      lineOf(stroke, colors),
    ),
  );
}

function pathXml(item: PathItem, { colors, nextId }: Sheet): string {
  const box = bounds([item]);
  const at = ([x, y]: [number, number]): string =>
    el('a:pt', { x: emu(x - box.x), y: emu(y - box.y) });
  const steps = item.lines.flatMap(({ points, closed }) => [
    ...points.map((p, i) => el(i ? 'a:lnTo' : 'a:moveTo', {}, at(p))),
    ...(closed ? ['<a:close/>'] : []),
  ]);
  return el(
    'p:sp',
    {},
    el('p:nvSpPr', {}, named(nextId(), 'Drawing', true), '<p:cNvSpPr/><p:nvPr/>'),
    el(
      'p:spPr',
      {},
      place(box),
      el(
        'a:custGeom',
        {},
        '<a:avLst/><a:gdLst/><a:ahLst/><a:cxnLst/><a:rect l="0" t="0" r="r" b="b"/>',
        el(
          'a:pathLst',
          {},
          el(
            'a:path',
            { w: emu(box.w), h: emu(box.h), fill: item.fill ? undefined : 'none' },
            ...steps,
          ),
        ),
      ),
      fillOf(item.fill, colors),
      lineOf(item.stroke, colors, true),
    ),
    EMPTY,
  );
}

/** Keeps the parts of a figure together, with its words for those who do not see it. */
function groupXml(item: GroupItem, sheet: Sheet): string {
  const box = bounds(item.items);
  const id = sheet.nextId();
  const head = item.words
    ? el('p:cNvPr', { id, name: `${sheet.words.figure} ${id}`, descr: item.words })
    : named(id, sheet.words.line, true);
  return el(
    'p:grpSp',
    {},
    el('p:nvGrpSpPr', {}, head, '<p:cNvGrpSpPr/><p:nvPr/>'),
    el(
      'p:grpSpPr',
      {},
      el(
        'a:xfrm',
        {},
        el('a:off', { x: emu(box.x), y: emu(box.y) }),
        el('a:ext', { cx: emu(box.w), cy: emu(box.h) }),
        el('a:chOff', { x: emu(box.x), y: emu(box.y) }),
        el('a:chExt', { cx: emu(box.w), cy: emu(box.h) }),
      ),
    ),
    shapesXml(item.items, sheet),
  );
}

/** The smallest box around everything, never without width or height. */
export function bounds(items: readonly Item[]): Box {
  const boxes = items.map((item): Box => {
    if (item.kind === 'group') return bounds(item.items);
    if (item.kind === 'line') return around([item.from, item.to]);
    return item.kind === 'path' ? around(item.lines.flatMap((l) => l.points)) : item;
  });
  const x = Math.min(...boxes.map((b) => b.x));
  const y = Math.min(...boxes.map((b) => b.y));
  return {
    x,
    y,
    w: Math.max(1, Math.max(...boxes.map((b) => b.x + b.w)) - x),
    h: Math.max(1, Math.max(...boxes.map((b) => b.y + b.h)) - y),
  };
}

function around(points: [number, number][]): Box {
  const xs = points.map(([x]) => x);
  const ys = points.map(([, y]) => y);
  const [x, y] = [Math.min(...xs), Math.min(...ys)];
  return { x, y, w: Math.max(...xs) - x, h: Math.max(...ys) - y };
}

function tableXml(item: TableItem, { lang, colors, nextId, words }: Sheet): string {
  const side = (name: string, stroke: Stroke | undefined): string =>
    stroke
      ? el(
          name,
          { w: emu(stroke.width) },
          el('a:solidFill', {}, colors(stroke.color)),
          '<a:prstDash val="solid"/>',
        )
      : el(name, { w: 0 }, '<a:noFill/>');
  const rows = item.rows.map(({ h, cells }, row) =>
    el(
      'a:tr',
      { h: emu(h) },
      ...cells.map(({ paragraphs, inset: [l, t, r, b], under }) => {
        const above = item.rows[row - 1]?.cells[0]?.under;
        return el(
          'a:tc',
          {},
          el(
            'a:txBody',
            {},
            '<a:bodyPr/><a:lstStyle/>',
            ...(paragraphs.length
              ? paragraphs.map((p) => paragraphXml(p, lang, colors))
              : ['<a:p><a:endParaRPr/></a:p>']),
          ),
          el(
            'a:tcPr',
            {
              marL: emu(l),
              marR: emu(r),
              marT: emu(t),
              marB: emu(b),
              anchor: row < item.headerRows ? 'b' : 't',
            },
            side('a:lnL', undefined),
            side('a:lnR', undefined),
            side('a:lnT', above),
            side('a:lnB', under),
            '<a:noFill/>',
          ),
        );
      }),
    ),
  );
  return el(
    'p:graphicFrame',
    {},
    el(
      'p:nvGraphicFramePr',
      {},
      named(nextId(), words.table),
      '<p:cNvGraphicFramePr><a:graphicFrameLocks noGrp="1"/></p:cNvGraphicFramePr><p:nvPr/>',
    ),
    place(item, 'p:xfrm'),
    el(
      'a:graphic',
      {},
      el(
        'a:graphicData',
        { uri: 'http://schemas.openxmlformats.org/drawingml/2006/table' },
        el(
          'a:tbl',
          {},
          el('a:tblPr', { firstRow: item.headerRows ? 1 : undefined }),
          el('a:tblGrid', {}, ...item.columns.map((w) => el('a:gridCol', { w: emu(w) }))),
          ...rows,
        ),
      ),
    ),
  );
}
