import type {
  ChartFigures,
  Drawing,
  Item,
  LineItem,
  Palette,
  Paragraph,
  PathItem,
  RectItem,
  Stroke,
  TableItem,
  TextItem,
} from '../../drawing.ts';
import { svgPaths } from './paths.ts';
import { drawnOver, materialise } from './pseudo.ts';
import { border, boxOf, hex, isHidden, px, SIDES } from './style.ts';
import { isTextFlow, type Measured, paragraphsOf } from './text.ts';

/** One frame as a drawing, in reading order. Changes the page: nothing is printed from it afterwards. */
export function measure(frame: HTMLElement): Drawing {
  const origin = frame.getBoundingClientRect();
  materialise(frame, (element) => itemsOf(element, origin));
  const items = [...decoration(frame, origin), ...drawnOver(frame), ...childrenOf(frame, origin)];
  const paper = hex(getComputedStyle(frame).backgroundColor);
  return {
    id: frame.dataset.frame ?? '',
    // The ground of the whole frame is the slide's own.
    items: items.filter((i) => !(i.kind === 'rect' && i.fill === paper && i.w >= origin.width)),
  };
}

/** What the style sheets call their colours. */
export function paletteOf(element: Element): Palette {
  const style = getComputedStyle(element);
  const names = ['ink', 'ink-soft', 'paper', 'paper-deep', 'accent', 'time', 'care'];
  const series = [1, 2, 3, 4, 5].map((n) => `series-${n}`);
  return Object.fromEntries(
    [...names, ...series].map((name) => [name, style.getPropertyValue(`--${name}`).trim()]),
  );
}

const childrenOf = (element: Element, origin: DOMRect): Item[] =>
  [...element.childNodes].flatMap((child) => {
    if (child instanceof Element) return itemsOf(child, origin);
    return child instanceof Text && child.textContent?.trim() ? looseText(child, origin) : [];
  });

function itemsOf(element: Element, origin: DOMRect): Item[] {
  const style = getComputedStyle(element);
  if (isHidden(element, style)) return [];
  if (element instanceof SVGSVGElement) return svgPaths(element, origin);
  if (element instanceof HTMLCanvasElement) return chartOf(element, origin);
  if (element instanceof HTMLTableElement) return [tableOf(element, origin)];
  if (element.matches('figure.diagram')) {
    const words = element.querySelector('.figure-words')?.textContent ?? '';
    return [{ kind: 'group', words, items: childrenOf(element, origin) }];
  }
  if (element.matches('.frame-line'))
    return [{ kind: 'group', words: '', items: childrenOf(element, origin) }];
  if (isTextFlow(element)) {
    const flow = paragraphsOf(element);
    const asides = [
      ...[element, ...element.querySelectorAll('*')].flatMap(drawnOver),
      ...flow.asides.flatMap((aside) => itemsOf(aside, origin)),
    ];
    if (flow.paragraphs.length) return [...textOf(element, flow.paragraphs, origin), ...asides];
    if (asides.length) return [...decoration(element, origin), ...asides];
  }
  return [...decoration(element, origin), ...drawnOver(element), ...childrenOf(element, origin)];
}

/** A text flow with its ground: in one shape where it is framed all round, beside its lines otherwise. */
function textOf(element: Element, paragraphs: Measured[], origin: DOMRect): Item[] {
  const style = getComputedStyle(element);
  const around = element.getBoundingClientRect();
  const ground = decoration(element, origin);
  const [only] = ground;
  const shaped = ground.length === 1 && only?.kind === 'rect' ? only : undefined;
  // In the padding of a list hang its bullets.
  const list = /^[UO]L$/.test(element.tagName);
  const pad = (side: string): number =>
    px(style, `border-${side}-width`) + (list ? 0 : px(style, `padding-${side}`));
  const inner = { left: around.left + pad('left'), right: around.right - pad('right') };
  const top = Math.min(...paragraphs.map((p) => p.top));
  const bottom = Math.max(...paragraphs.map((p) => p.bottom));
  const box = shaped
    ? boxOf(around, origin)
    : { x: inner.left - origin.x, y: top - origin.y, w: inner.right - inner.left, h: bottom - top };
  const widest = Math.max(...paragraphs.map((p) => p.right - p.left));
  const lines = Math.max(...paragraphs.map((p) => p.lines));
  const room = inner.right - inner.left;
  // Another setter of type needs a little more room than the browser does; balanced lines stay balanced.
  if (!shaped && lines > 1 && isBalanced(element)) box.w = widest + 24;
  else if (!shaped) box.w += element.matches('.headline') ? origin.right - around.right - 24 : 6;
  const nowrap = lines === 1 && widest > 0.9 * room;
  const label = !!shaped && nowrap && paragraphs.length === 1;
  const round = shaped?.shape === 'ellipse';
  const item: TextItem = {
    kind: 'text',
    ...box,
    paragraphs: laidOut(paragraphs, inner.left, inner.right),
    ...(element.matches('.headline') ? { role: 'title' } : {}),
    ...(shaped?.fill ? { fill: shaped.fill } : {}),
    ...(shaped?.stroke ? { stroke: shaped.stroke } : {}),
    shape: shaped?.shape ?? 'rect',
    radius: shaped?.radius ?? 0,
    inset:
      shaped && !round && !label
        ? [inner.left - around.left, top - around.top, around.right - inner.right, 0]
        : [0, 0, 0, 0],
    nowrap,
    middle: round || label,
  };
  if (round || label)
    for (const p of item.paragraphs) Object.assign(p, { align: 'ctr', indent: 0 });
  return [...(shaped ? [] : ground), item];
}

const isBalanced = (element: Element): boolean =>
  getComputedStyle(element).getPropertyValue('text-wrap-style') === 'balance';

/** Where each paragraph begins, from the edge of its box and from the one above. */
function laidOut(paragraphs: Measured[], left: number, right: number): Paragraph[] {
  return paragraphs.map((p, i) => {
    const { left: l, right: r, top, bottom: _b, lines: _l, ...paragraph } = p;
    const above = paragraphs[i - 1];
    const indent = p.align === 'ctr' ? 0 : p.rtl ? right - r : l - left;
    return {
      ...paragraph,
      indent: indent > 2 ? indent : 0,
      hang: p.bullet ? Math.min(indent, (p.runs[0]?.size ?? 24) * 1.35) : 0,
      before: above ? Math.max(0, top - above.bottom) : 0,
    };
  });
}

/** Text that stands in a row or a grid without an element of its own. */
function looseText(node: Text, origin: DOMRect): Item[] {
  const wrapper = document.createElement('span');
  node.replaceWith(wrapper);
  wrapper.append(node);
  const { paragraphs } = paragraphsOf(wrapper);
  return paragraphs.length ? textOf(wrapper, paragraphs, origin) : [];
}

/** Ground and borders: one shape where all sides are alike, else a line for each side that has one. */
function decoration(element: Element, origin: DOMRect): (RectItem | LineItem | PathItem)[] {
  const style = getComputedStyle(element);
  const rect = element.getBoundingClientRect();
  if (!rect.width && !rect.height) return [];
  const fill = hex(style.backgroundColor);
  const strokes = SIDES.map((side) => border(style, side));
  const turned = cornersOf(element, style, rect, origin);
  if (turned) return turnedEdges(turned, strokes);
  const [first] = strokes;
  const framed = first && strokes.every((s) => s?.width === first.width && s.color === first.color);
  const box = boxOf(rect, origin);
  const radius = px(style, 'border-top-left-radius');
  const shapeOf = (): Pick<RectItem, 'shape' | 'radius'> =>
    style.borderTopLeftRadius === '50%' ||
    (radius >= rect.width / 2 - 1 && Math.abs(rect.width - rect.height) < 2)
      ? { shape: 'ellipse', radius: 0 }
      : radius > 1
        ? { shape: 'round', radius: Math.min(radius, rect.height / 2, rect.width / 2) }
        : { shape: 'rect', radius: 0 };
  if (framed) {
    const half = first.width / 2;
    const inset = {
      x: box.x + half,
      y: box.y + half,
      w: box.w - first.width,
      h: box.h - first.width,
    };
    return [{ kind: 'rect', ...inset, ...shapeOf(), ...(fill ? { fill } : {}), stroke: first }];
  }
  return [
    ...(fill ? [{ kind: 'rect' as const, ...box, ...shapeOf(), fill }] : []),
    ...strokes.flatMap((stroke, i) => (stroke ? [edge(box, i, stroke)] : [])),
  ];
}

function edge(
  { x, y, w, h }: { x: number; y: number; w: number; h: number },
  side: number,
  stroke: Stroke,
): LineItem {
  const half = stroke.width / 2;
  const ends: [[number, number], [number, number]][] = [
    [
      [x, y + half],
      [x + w, y + half],
    ],
    [
      [x + w - half, y],
      [x + w - half, y + h],
    ],
    [
      [x, y + h - half],
      [x + w, y + h - half],
    ],
    [
      [x + half, y],
      [x + half, y + h],
    ],
  ];
  const [from, to] = ends[side] ?? [
    [x, y],
    [x, y],
  ];
  return { kind: 'line', from, to, stroke };
}

function chartOf(canvas: HTMLCanvasElement, origin: DOMRect): Item[] {
  if (!canvas.dataset.chart || !canvas.parentElement) return [];
  const chart = JSON.parse(canvas.dataset.chart) as ChartFigures;
  return [{ kind: 'chart', ...boxOf(canvas.parentElement.getBoundingClientRect(), origin), chart }];
}

function tableOf(table: HTMLTableElement, origin: DOMRect): TableItem {
  const rows = [...table.rows];
  return {
    kind: 'table',
    ...boxOf(table.getBoundingClientRect(), origin),
    columns: [...(rows[0]?.cells ?? [])].map((cell) => cell.getBoundingClientRect().width),
    headerRows: table.tHead?.rows.length ?? 0,
    rows: rows.map((row) => ({
      h: row.getBoundingClientRect().height,
      cells: [...row.cells].map((cell) => {
        const style = getComputedStyle(cell);
        const rect = cell.getBoundingClientRect();
        const left = px(style, 'padding-left');
        const right = px(style, 'padding-right');
        const under = border(style, 'bottom');
        return {
          paragraphs: laidOut(paragraphsOf(cell).paragraphs, rect.left + left, rect.right - right),
          inset: [left, px(style, 'padding-top'), right, px(style, 'padding-bottom')],
          ...(under ? { under } : {}),
        };
      }),
    })),
  };
}

type Point = [number, number];

/** The four corners of a turned box (the head of an arrow), or undefined where it stands straight. */
function cornersOf(
  element: Element,
  style: CSSStyleDeclaration,
  rect: DOMRect,
  origin: DOMRect,
): Point[] | undefined {
  if (style.transform === 'none' || !(element instanceof HTMLElement)) return undefined;
  const m = new DOMMatrix(style.transform);
  if (Math.abs(m.b) < 0.01 && Math.abs(m.c) < 0.01) return undefined;
  const [x, y] = [rect.x + rect.width / 2 - origin.x, rect.y + rect.height / 2 - origin.y];
  const [w, h] = [element.offsetWidth / 2, element.offsetHeight / 2];
  const corners: Point[] = [
    [-w, -h],
    [w, -h],
    [w, h],
    [-w, h],
  ];
  return corners.map(([a, b]) => [x + m.a * a + m.c * b, y + m.b * a + m.d * b]);
}

/** The borders of a turned box, those that meet as one line. */
function turnedEdges(corners: Point[], strokes: (Stroke | undefined)[]): PathItem[] {
  const first = strokes.findIndex((s, i) => s && !strokes[(i + 3) % 4]);
  const items: PathItem[] = [];
  for (let k = 0; k < 4; k++) {
    const side = (Math.max(0, first) + k) % 4;
    const stroke = strokes[side];
    const [from, to] = [corners[side], corners[(side + 1) % 4]];
    if (!stroke || !from || !to) continue;
    const line = items.at(-1)?.lines[0];
    if (line && strokes[(side + 3) % 4]) line.points.push(to);
    else items.push({ kind: 'path', lines: [{ points: [from, to], closed: false }], stroke });
  }
  return items;
}
