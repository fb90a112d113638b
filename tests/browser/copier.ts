/** A bad photocopier: a page of a PDF is drawn, blurred, put down in black and white, and measured piece by piece. */
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { readPdf } from './pdf-text.ts';

/** What a piece of a line of text has lost or gained on a copy, against the page as it was printed. */
export interface Copied {
  page: number;
  text: string;
  /** How the glass was set: `light` loses thin strokes, `dark` fills the letters. */
  setting: string;
  /** Black after copying to black before: below 1 ink was lost, above 1 the line was flooded. */
  ink: number;
  /** Edges between black and white that are left, along the rows and down the columns. */
  edges: number;
}

interface Box {
  text: string;
  left: number;
  right: number;
  top: number;
  bottom: number;
}

/** An office copier's scan. */
const DPI = 200;
/** Spread of the blur, in dots: 0.13 mm, a glass that was not wiped. */
const SPREAD = 1;
/** Greys from here up are left white (0 is black, 1 is white). */
const SETTINGS = { light: 0.42, dark: 0.62 } as const;

/**
 * Bounds between which a text still reads. They were set beside Tesseract 5 on the same copies of our typeface: at
 * the light setting it reads every word where half the ink and 0.76 of the edges are left (8.5 pt), and errs where
 * 0.45 and 0.66 are left (8 pt).
 */
export const LEGIBLE = { leastInk: 0.5, mostInk: 1.6, leastEdges: 0.7 } as const;

export const legible = (line: Copied): boolean =>
  line.ink >= LEGIBLE.leastInk && line.ink <= LEGIBLE.mostInk && line.edges >= LEGIBLE.leastEdges;

const AT = 'https://copier.invalid/';
const PARTS: Record<string, string> = {
  'pdf.mjs': 'node_modules/pdfjs-dist/legacy/build/pdf.mjs',
  'pdf.worker.mjs': 'node_modules/pdfjs-dist/legacy/build/pdf.worker.mjs',
};

const GLASS = `<!doctype html><title>Copier</title>${Object.keys(PARTS)
  .map((part) => `<script type="module" src="/${part}"></script>`)
  .join('')}`;

/** Makes an empty page into a copier: it gets pdf.js from the disk, and asks nothing of a network. */
export async function openCopier(page: Page, root: string): Promise<void> {
  await page.route(`${AT}**`, (route) => {
    const part = PARTS[new URL(route.request().url()).pathname.slice(1)];
    return part
      ? route.fulfill({ contentType: 'text/javascript', body: readFileSync(`${root}/${part}`) })
      : route.fulfill({ contentType: 'text/html', body: GLASS });
  });
  await page.goto(AT);
  await page.waitForFunction(() => 'pdfjsLib' in globalThis && 'pdfjsWorker' in globalThis);
}

/** Copies every page of a PDF, once too light and once too dark. */
export async function copy(copier: Page, pdf: Uint8Array): Promise<Copied[]> {
  const boxes: Box[][] = (await readPdf(pdf)).map((sheet) => sheet.pieces);
  return copier.evaluate(
    async ({ data, boxes, dpi, spread, settings }) => {
      const { pdfjsLib: pdfjs } = globalThis as unknown as {
        pdfjsLib: typeof import('pdfjs-dist');
      };
      const bytes = Uint8Array.from(atob(data), (c) => c.charCodeAt(0));
      const document = await pdfjs.getDocument({ data: bytes, verbosity: 0 }).promise;
      const scale = dpi / 72;

      const drawn = async (n: number) => {
        const sheet = await document.getPage(n);
        const viewport = sheet.getViewport({ scale });
        const canvas = new OffscreenCanvas(
          Math.ceil(viewport.width),
          Math.ceil(viewport.height),
        ) as unknown as HTMLCanvasElement;
        const pen = canvas.getContext('2d', { willReadFrequently: true });
        if (!pen) throw new Error('no canvas');
        await sheet.render({ canvas, canvasContext: pen, viewport, background: '#fff' }).promise;
        const { data: rgba, width, height } = pen.getImageData(0, 0, canvas.width, canvas.height);
        const grey = new Float32Array(width * height);
        for (let i = 0; i < grey.length; i++)
          grey[i] =
            (0.2126 * (rgba[4 * i] ?? 0) +
              0.7152 * (rgba[4 * i + 1] ?? 0) +
              0.0722 * (rgba[4 * i + 2] ?? 0)) /
            255;
        return { grey, width, height };
      };

      const reach = Math.ceil(3 * spread);
      const weights = Array.from({ length: 2 * reach + 1 }, (_, i) =>
        Math.exp(-((i - reach) ** 2) / (2 * spread ** 2)),
      );
      const sum = weights.reduce((a, b) => a + b, 0);
      const blurred = (from: Float32Array, width: number, height: number, step: 1 | 0) => {
        const to = new Float32Array(from.length);
        for (let y = 0; y < height; y++)
          for (let x = 0; x < width; x++) {
            let value = 0;
            for (let k = -reach; k <= reach; k++) {
              const cx = step ? Math.min(width - 1, Math.max(0, x + k)) : x;
              const cy = step ? y : Math.min(height - 1, Math.max(0, y + k));
              value += (from[cy * width + cx] ?? 1) * (weights[k + reach] ?? 0);
            }
            to[y * width + x] = value / sum;
          }
        return to;
      };

      const found: Copied[] = [];
      for (const [i, lines] of boxes.entries()) {
        const { grey, width, height } = await drawn(i + 1);
        const soft = blurred(blurred(grey, width, height, 1), width, height, 0);
        for (const line of lines) {
          const x0 = Math.max(0, Math.floor(line.left * scale));
          const x1 = Math.min(width, Math.ceil(line.right * scale));
          const y0 = Math.max(0, Math.floor(line.top * scale));
          const y1 = Math.min(height, Math.ceil(line.bottom * scale));
          const measure = (of: Float32Array, below: number) => {
            let [ink, edges] = [0, 0];
            const black = (x: number, y: number) => (of[y * width + x] ?? 1) < below;
            for (let y = y0; y < y1; y++)
              for (let x = x0; x < x1; x++) {
                const here = black(x, y);
                if (here) ink++;
                if (x > x0 && here !== black(x - 1, y)) edges++;
                if (y > y0 && here !== black(x, y - 1)) edges++;
              }
            return { ink, edges };
          };
          // The eye tells letters from paper by what is darker and lighter here, whatever the greys.
          let [darkest, lightest] = [1, 0];
          for (let y = y0; y < y1; y++)
            for (let x = x0; x < x1; x++) {
              const value = grey[y * width + x] ?? 1;
              darkest = Math.min(darkest, value);
              lightest = Math.max(lightest, value);
            }
          const clean = measure(grey, (darkest + lightest) / 2);
          for (const [setting, below] of Object.entries(settings)) {
            const after = measure(soft, below);
            found.push({
              page: i + 1,
              text: line.text,
              setting,
              ink: after.ink / clean.ink,
              edges: after.edges / clean.edges,
            });
          }
        }
      }
      await document.destroy();
      return found;
    },
    {
      data: Buffer.from(pdf).toString('base64'),
      boxes,
      dpi: DPI,
      spread: SPREAD,
      settings: SETTINGS,
    },
  );
}
