import type { PathItem } from '../../drawing.ts';
import { hex } from './style.ts';

type Point = [number, number];
type Line = PathItem['lines'][number];

/** The lines of an inline SVG, one item for each way of drawing them. */
export function svgPaths(svg: SVGSVGElement, origin: DOMRect): PathItem[] {
  const items: (PathItem & { key: string })[] = [];
  for (const shape of svg.querySelectorAll<SVGGeometryElement>(
    'path, circle, ellipse, rect, line, polyline, polygon',
  )) {
    const style = getComputedStyle(shape);
    const matrix = shape.getScreenCTM();
    if (!matrix || style.display === 'none') continue;
    const fixed = style.getPropertyValue('vector-effect') === 'non-scaling-stroke';
    const scale = fixed ? 1 : Math.hypot(matrix.a, matrix.b);
    const color = hex(style.stroke);
    const width = Number.parseFloat(style.strokeWidth) * scale;
    const fill = hex(style.fill);
    const dashed = style.strokeDasharray !== 'none';
    const key = `${color} ${width} ${fill} ${dashed}`;
    const lines = linesOf(shape, matrix, origin);
    const same = items.find((item) => item.key === key);
    if (same) same.lines.push(...lines);
    else
      items.push({
        kind: 'path',
        key,
        lines,
        ...(color && width ? { stroke: { color, width, dashed } } : {}),
        ...(fill ? { fill } : {}),
      });
  }
  return items.flatMap(({ key: _key, ...item }) => (item.stroke || item.fill ? [item] : []));
}

/** Walks along the outline in small steps; a leap begins a new line. What lies on a straight is left out. */
function linesOf(shape: SVGGeometryElement, matrix: DOMMatrix, origin: DOMRect): Line[] {
  const length = shape.getTotalLength();
  if (!length) return [];
  const scale = Math.max(Math.hypot(matrix.a, matrix.b), Math.hypot(matrix.c, matrix.d)) || 1;
  const count = Math.min(2000, Math.max(8, Math.ceil(length * scale)));
  const step = (length * scale) / count;
  const lines: Point[][] = [];
  let last: Point | undefined;
  for (let i = 0; i <= count; i++) {
    const at = shape.getPointAtLength((length * i) / count).matrixTransform(matrix);
    const point: Point = [at.x - origin.x, at.y - origin.y];
    if (!last || Math.hypot(point[0] - last[0], point[1] - last[1]) > step * 2.2) lines.push([]);
    lines.at(-1)?.push(point);
    last = point;
  }
  return lines
    .filter((points) => points.length > 1)
    .map((points) => {
      const [a, b] = [points[0] as Point, points.at(-1) as Point];
      const closed = points.length > 3 && Math.hypot(a[0] - b[0], a[1] - b[1]) < step;
      return { points: simplify(points), closed };
    });
}

/** Ramer–Douglas–Peucker: keeps what is further than a third of a pixel from the straight. */
function simplify(points: Point[]): Point[] {
  const [a, b] = [points[0], points.at(-1)];
  if (!a || !b || points.length < 3) return points;
  let far = 0;
  let at = 0;
  for (const [i, p] of points.entries()) {
    const span = Math.hypot(b[0] - a[0], b[1] - a[1]);
    const distance = span
      ? Math.abs((b[0] - a[0]) * (a[1] - p[1]) - (a[0] - p[0]) * (b[1] - a[1])) / span
      : Math.hypot(p[0] - a[0], p[1] - a[1]);
    if (distance > far) [far, at] = [distance, i];
  }
  if (far < 0.35) return [a, b];
  return [...simplify(points.slice(0, at + 1)).slice(0, -1), ...simplify(points.slice(at))];
}
