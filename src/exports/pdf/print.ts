import { Buffer } from 'node:buffer';
import type { Page } from 'playwright-core';

export interface Paper {
  format?: 'A4' | 'Letter' | 'A3' | 'Tabloid';
  /** CSS lengths, where the sheet is neither. */
  width?: string;
  height?: string;
}

/**
 * An open page as a PDF: tagged, with bookmarks from its headings, its title and its language, and the letters it
 * uses. Where the page's own style sheet names a sheet, that wins. The same page gives the same bytes.
 */
export async function printPdf(page: Page, paper: Paper): Promise<Buffer> {
  await page.evaluate(() => document.fonts.ready);
  await page.evaluate(dropLocalLinks);
  const bytes = await page.pdf({
    ...paper,
    preferCSSPageSize: true,
    printBackground: true,
    tagged: true,
    outline: true,
  });
  return settled(bytes);
}

/**
 * Links to other pages of the build lead nowhere from a PDF, and would name the folders of this machine. What leads
 * to a place of the same page, or out into the world, stays. Runs in the page.
 */
function dropLocalLinks(): void {
  for (const link of document.querySelectorAll<HTMLAnchorElement>('a[href]'))
    if (!/^(?:#|https?:|mailto:)/.test(link.getAttribute('href') ?? ''))
      link.removeAttribute('href');
}

/**
 * The same page, the same bytes: the dates and the name of the machine's browser are blanked, and the marks of the
 * structure are counted from one. Every change keeps its length, so that nothing in the file moves.
 */
export function settled(bytes: Buffer): Buffer {
  const text = bytes.toString('latin1');
  const marks = [...new Set(text.match(/\bnode\d{8}\b/g))].sort();
  const counted = new Map(marks.map((mark, i) => [mark, `node${String(i + 1).padStart(8, '0')}`]));
  const plain = text
    .replace(/\/(CreationDate|ModDate|Creator) ?\((?:\\.|[^()\\])*\)/g, (all) =>
      ' '.repeat(all.length),
    )
    .replace(/\bnode\d{8}\b/g, (mark) => counted.get(mark) ?? mark);
  return Buffer.from(plain, 'latin1');
}
