/** What stands where in a PDF: its pages, their size, and their lines of text from top to bottom. */
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

export interface Line {
  text: string;
  /** Points from the page's left and top edge. */
  left: number;
  right: number;
  top: number;
  bottom: number;
  /** Upside down, on a card that is to be folded. */
  turned: boolean;
}

export interface PdfPage {
  width: number;
  height: number;
  lines: Line[];
  /** What the lines are made of, as the file has it: words that were set in one go. */
  pieces: Line[];
  text: string;
  /** Pairs of texts that are printed one over the other. */
  overlaps: string[];
}

export async function readPdf(data: Uint8Array): Promise<PdfPage[]> {
  const document = await getDocument({
    data: new Uint8Array(data),
    verbosity: 0,
    disableFontFace: true,
    useSystemFonts: false,
  }).promise;
  const pages: PdfPage[] = [];
  for (let n = 1; n <= document.numPages; n++) {
    const page = await document.getPage(n);
    const [x0 = 0, y0 = 0, x1 = 0, y1 = 0] = page.view;
    const content = await page.getTextContent();
    const boxes: Line[] = [];
    for (const item of content.items) {
      if (!('str' in item) || !item.str.trim()) continue;
      const [a = 0, b = 0, , , x = 0, y = 0] = item.transform as number[];
      const size = Math.hypot(a, b);
      // Turned by 180° on the folded card: the text runs to the left, and hangs below its line.
      const turned = a < 0;
      const left = (turned ? x - item.width : x) - x0;
      const base = y1 - y;
      boxes.push({
        text: item.str,
        turned,
        left,
        right: left + item.width,
        top: turned ? base - size * 0.2 : base - size * 0.8,
        bottom: turned ? base + size * 0.8 : base + size * 0.2,
      });
    }
    const lines = linesOf(boxes);
    pages.push({
      width: x1 - x0,
      height: y1 - y0,
      lines,
      pieces: boxes,
      text: lines.map((l) => l.text).join('\n'),
      overlaps: overlapsOf(boxes),
    });
  }
  await document.destroy();
  return pages;
}

/** In points: letters may lean into the next piece, or into the next line. */
const LEAN = 2;

function overlapsOf(boxes: readonly Line[]): string[] {
  return boxes.flatMap((a, i) =>
    boxes
      .slice(i + 1)
      .filter(
        (b) =>
          Math.min(a.right, b.right) - Math.max(a.left, b.left) > LEAN &&
          Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) >
            Math.min(a.bottom - a.top, b.bottom - b.top) / 2,
      )
      .map((b) => `“${a.text}” and “${b.text}”`),
  );
}

/** Pieces of text whose middles are level, and near each other, are one line. */
function linesOf(boxes: Line[]): Line[] {
  const lines: Line[] = [];
  for (const box of [...boxes].sort((a, b) => a.bottom - b.bottom || a.left - b.left)) {
    const middle = (box.top + box.bottom) / 2;
    const line = lines.find(
      (l) =>
        middle > l.top && middle < l.bottom && box.left < l.right + 12 && box.right > l.left - 12,
    );
    if (!line) lines.push({ ...box });
    else {
      line.text =
        box.left >= line.right - 1
          ? `${line.text}${gap(line, box)}${box.text}`
          : `${box.text}${line.text}`;
      line.left = Math.min(line.left, box.left);
      line.right = Math.max(line.right, box.right);
      line.top = Math.min(line.top, box.top);
      line.bottom = Math.max(line.bottom, box.bottom);
    }
  }
  return lines.sort((a, b) => a.top - b.top);
}

const gap = (line: Line, box: Line): string => (box.left > line.right + 1 ? ' ' : '');
