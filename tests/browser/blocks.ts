/**
 * On which pages of a PDF a block of the sheet stands. Each block gets an outline of a colour of its own: outlines
 * take no room and move nothing, a block that goes over a page is outlined on both, and colours survive into the PDF.
 */
import { getDocument, OPS } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { Page } from 'playwright-core';

export interface Block {
  kind: string;
  /** Its first words. */
  text: string;
  /** Its style says that it may not go over a page. */
  whole: boolean;
  /** It is of the sort that is allowed to. */
  mayBreak: boolean;
  /** As pdf.js gives it: `#rrggbb`. */
  colour: string;
}

/** Outlines what is printed of each kind; the first kind that fits names the block. Pictures of slides are left out. */
export const outlineBlocks = (
  page: Page,
  kinds: Readonly<Record<string, string>>,
  mayBreak: string,
): Promise<Block[]> =>
  page.evaluate(
    ({ kinds, mayBreak }) => {
      const seen = new Set<HTMLElement>();
      const blocks: Block[] = [];
      for (const [kind, selector] of Object.entries(kinds))
        for (const block of document.querySelectorAll<HTMLElement>(selector)) {
          const shown = block.checkVisibility() && block.offsetHeight > 0;
          if (seen.has(block) || !shown || block.closest('.slide-frame')) continue;
          const colour = `#fe${(blocks.length + 1).toString(16).padStart(4, '0')}`;
          // A question and the lines under it are one block of two parts.
          const lines = block.matches('p') && block.nextElementSibling;
          const parts = lines instanceof HTMLElement ? [block, lines] : [block];
          for (const part of parts) {
            seen.add(part);
            part.style.outline = `0.5px solid ${colour}`;
            part.style.setProperty('print-color-adjust', 'exact');
          }
          const last = getComputedStyle(parts.at(-1) as HTMLElement);
          const held = parts.slice(0, -1).every((p) => getComputedStyle(p).breakAfter === 'avoid');
          blocks.push({
            kind,
            text: (block.textContent ?? '').replace(/\s+/g, ' ').trim().slice(0, 50),
            whole: held && last.breakInside === 'avoid',
            mayBreak: block.matches(mayBreak),
            colour,
          });
        }
      return blocks;
    },
    { kinds, mayBreak },
  );

type Matrix = readonly [number, number, number, number, number, number];
/** Left, bottom, right and top, in points. */
type Box = readonly [number, number, number, number];

const times = (m: Matrix, n: Matrix): Matrix => [
  m[0] * n[0] + m[2] * n[1],
  m[1] * n[0] + m[3] * n[1],
  m[0] * n[2] + m[2] * n[3],
  m[1] * n[2] + m[3] * n[3],
  m[0] * n[4] + m[2] * n[5] + m[4],
  m[1] * n[4] + m[3] * n[5] + m[5],
];

function placed(m: Matrix, [x0, y0, x1, y1]: Box): Box {
  const xs = [x0, x1].flatMap((x) => [y0, y1].map((y) => m[0] * x + m[2] * y + m[4]));
  const ys = [x0, x1].flatMap((x) => [y0, y1].map((y) => m[1] * x + m[3] * y + m[5]));
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
}

const common = (a: Box, b: Box): Box => [
  Math.max(a[0], b[0]),
  Math.max(a[1], b[1]),
  Math.min(a[2], b[2]),
  Math.min(a[3], b[3]),
];

const NOWHERE: Box = [0, 0, 0, 0];

/** In points: less than half a line of the smallest print is the edge of a block, not a part of it. */
const PART = 3;

/**
 * The pages on which a part of each block can be seen. Chromium also draws on a page what stands right before and
 * after it, and cuts it off at the margins: what is cut off does not count.
 */
export async function pagesOfBlocks(
  page: Page,
  blocks: readonly Block[],
  format: 'A4' | 'Letter',
): Promise<Map<string, number[]>> {
  const data = await page.pdf({ format, preferCSSPageSize: true, printBackground: false });
  const document = await getDocument({ data: new Uint8Array(data), verbosity: 0 }).promise;
  const wanted = new Map(blocks.map((block) => [block.colour, [] as number[]]));
  for (let n = 1; n <= document.numPages; n++) {
    const sheet = await document.getPage(n);
    const { fnArray, argsArray } = await sheet.getOperatorList();
    let now = { at: [1, 0, 0, 1, 0, 0] as Matrix, clip: sheet.view as unknown as Box, colour: '' };
    const before: (typeof now)[] = [];
    let clips = false;
    for (const [i, op] of fnArray.entries()) {
      const args = argsArray[i];
      if (op === OPS.save || op === OPS.paintFormXObjectBegin) before.push({ ...now });
      if (op === OPS.restore || op === OPS.paintFormXObjectEnd) now = before.pop() ?? now;
      else if (op === OPS.transform) now.at = times(now.at, args);
      else if (op === OPS.paintFormXObjectBegin && args[0]) now.at = times(now.at, args[0]);
      else if (op === OPS.setStrokeRGBColor) now.colour = String(args[0]).toLowerCase();
      else if (op === OPS.clip || op === OPS.eoClip) clips = true;
      else if (op === OPS.constructPath) {
        const seen = args[2] ? common(placed(now.at, args[2]), now.clip) : NOWHERE;
        if (clips) now.clip = seen;
        clips = false;
        const on = args[0] === OPS.endPath ? undefined : wanted.get(now.colour);
        if (on && on.at(-1) !== n && seen[3] - seen[1] > PART && seen[2] > seen[0]) on.push(n);
      }
    }
  }
  await document.destroy();
  return wanted;
}
