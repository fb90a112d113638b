/** Fills for a printer with one black: lines, crossed lines, dots, empty, solid. They survive a bad photocopy. */
const TILE = 32;
/** Part of the tile's size at which it shows; on a picture of the wall, which print makes small, it is coarser. */
const FINE = 0.25;
const COARSE = 0.75;

const DRAWINGS: ((c: CanvasRenderingContext2D) => void)[] = [
  (c) => slant(c, 1),
  (c) => {
    slant(c, 1);
    slant(c, -1);
  },
  (c) => {
    c.beginPath();
    c.arc(TILE / 2, TILE / 2, TILE / 5, 0, Math.PI * 2);
    c.fill();
  },
  () => undefined,
  (c) => c.fillRect(0, 0, TILE, TILE),
];

/** @param n from 1, as `--series-n` counts */
export function hatch(n: number, wall: boolean): CanvasPattern | string {
  const canvas = document.createElement('canvas');
  canvas.width = TILE;
  canvas.height = TILE;
  const context = canvas.getContext('2d');
  if (!context) return '#fff';
  context.fillStyle = '#fff';
  context.fillRect(0, 0, TILE, TILE);
  context.fillStyle = '#000';
  context.lineWidth = TILE / 6;
  DRAWINGS[(n - 1) % DRAWINGS.length]?.(context);
  const pattern = context.createPattern(canvas, 'repeat');
  pattern?.setTransform(new DOMMatrix().scale(wall ? COARSE : FINE));
  return pattern ?? '#fff';
}

/** Lines that meet at the tile's edges. */
function slant(c: CanvasRenderingContext2D, way: 1 | -1): void {
  c.beginPath();
  for (const shift of [-TILE, 0, TILE]) {
    c.moveTo(shift - TILE * 0.5, way === 1 ? TILE * 1.5 : -TILE * 0.5);
    c.lineTo(shift + TILE * 1.5, way === 1 ? -TILE * 0.5 : TILE * 1.5);
  }
  c.stroke();
}
