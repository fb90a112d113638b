/** What of one slide, as it stands, the back row could not read: past the edge, too small, one thing over another. */
export interface Fault {
  kind: 'overflow' | 'small-text' | 'collision';
  /** The first words of what is meant; empty where it is the slide as a whole. */
  words: string;
  /** What lies over them. */
  over?: string;
  /** Pixels of a slide of 1280 × 720: how far it is out, or the size of the type. */
  pixels: number;
}

/** In pixels of a slide of 1280 × 720. */
const LEAST_TYPE = 24;
const FOOT = 20;
const SIDE = 8;

interface Box {
  left: number;
  right: number;
  top: number;
  bottom: number;
}
interface Line extends Box {
  of: Element;
  words: string;
}

/** Read aloud and not shown, or drawn and not written. */
const NOT_SHOWN = '.chart-table, .figure-words, .visually-hidden, svg';

export function faultsOf(slide: HTMLElement): Fault[] {
  const frame = slide.getBoundingClientRect();
  const scale = frame.width / 1280;
  const faults: Fault[] = [];
  const lines: Line[] = [];
  for (const element of shown(slide)) {
    const own = [...element.childNodes].filter((n) => n.nodeType === 3 && n.textContent?.trim());
    if (!own.length && !element.matches('img, canvas')) continue;
    const words = short(element.textContent || element.getAttribute('alt') || element.tagName);
    const size = Number.parseFloat(getComputedStyle(element).fontSize);
    // Half a pixel of grace: sizes are computed.
    if (own.length && size < LEAST_TYPE - 0.5)
      faults.push({ kind: 'small-text', words, pixels: Math.round(size * 10) / 10 });
    const boxes = own.length ? own.flatMap(boxesOf) : [element.getBoundingClientRect()];
    const room = roomOf(element, slide, frame, scale);
    const out = Math.max(...boxes.map((box) => beyond(box, room)), 0) / scale;
    if (out > 0.5) faults.push({ kind: 'overflow', words, pixels: Math.ceil(out) });
    lines.push(...boxes.map((box) => ({ ...core(box, own.length > 0), of: element, words })));
  }
  faults.push(...collisions(lines, scale), ...covered(lines), ...body(slide));
  return faults;
}

/** The elements that stand before the room now; the last question that is up takes the body's place. */
function shown(slide: HTMLElement): HTMLElement[] {
  const question = [...slide.querySelectorAll('.question.visible')].at(-1);
  return [...slide.querySelectorAll<HTMLElement>('*')].filter(
    (element) =>
      !element.closest(NOT_SHOWN) &&
      element.getClientRects().length > 0 &&
      element.checkVisibility({ opacityProperty: true, visibilityProperty: true }) &&
      !element.closest('.fragment:not(.visible)') &&
      (!question || question.contains(element) || !!element.closest('.slide-head')),
  );
}

function boxesOf(node: Node): DOMRect[] {
  const range = document.createRange();
  range.selectNodeContents(node);
  return [...range.getClientRects()];
}

/** Where an element may write: inside the frame, with a margin, and inside what would cut it off. */
function roomOf(element: Element, slide: Element, frame: Box, scale: number): Box {
  const room = {
    left: frame.left,
    top: frame.top,
    right: frame.right - SIDE * scale,
    bottom: frame.bottom - FOOT * scale,
  };
  for (let e = element.parentElement; e && e !== slide; e = e.parentElement) {
    if (getComputedStyle(e).overflow === 'visible') continue;
    const box = e.getBoundingClientRect();
    // A line of type reaches a little over its own height.
    const grace = 6 * scale;
    room.left = Math.max(room.left, box.left - grace);
    room.top = Math.max(room.top, box.top - grace);
    room.right = Math.min(room.right, box.right + grace);
    room.bottom = Math.min(room.bottom, box.bottom + grace);
  }
  return room;
}

const beyond = (box: Box, room: Box): number =>
  Math.max(
    room.left - box.left,
    room.top - box.top,
    box.right - room.right,
    box.bottom - room.bottom,
  );

/** Lines stand closer than their boxes are high: what counts is where the letters are. */
function core(box: DOMRect, text: boolean): Box {
  const inset = text ? box.height * 0.25 : 0;
  const { left, right } = box;
  return { left, right, top: box.top + inset, bottom: box.bottom - inset };
}

function collisions(lines: readonly Line[], scale: number): Fault[] {
  const least = 3 * scale;
  const faults: Fault[] = [];
  lines.forEach((a, i) => {
    for (const b of lines.slice(i + 1)) {
      if (a.of === b.of) continue;
      const wide = Math.min(a.right, b.right) - Math.max(a.left, b.left);
      const high = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
      if (wide > least && high > least)
        faults.push({
          kind: 'collision',
          words: a.words,
          over: b.words,
          pixels: Math.ceil(Math.min(wide, high) / scale),
        });
    }
  });
  return faults;
}

/** What lies over a line without words of its own: a filled box, a drawing. */
function covered(lines: readonly Line[]): Fault[] {
  return lines.flatMap((line): Fault[] => {
    if (line.of.matches('img, canvas')) return [];
    const top = document.elementFromPoint(
      (line.left + line.right) / 2,
      (line.top + line.bottom) / 2,
    );
    if (!top || line.of.contains(top) || top.contains(line.of)) return [];
    const over = short(top.textContent ?? '') || top.tagName.toLowerCase();
    return [{ kind: 'collision', words: line.words, over, pixels: 0 }];
  });
}

/** Drawings may be cut off without a word being so. */
function body(slide: HTMLElement): Fault[] {
  const element = slide.querySelector<HTMLElement>('.slide-body');
  // A question reaches beyond the body on purpose, and is measured by its own words.
  if (!element || slide.querySelector('.question.visible')) return [];
  const questions = [...slide.querySelectorAll<HTMLElement>('.question')];
  for (const one of questions) one.style.display = 'none';
  const over = Math.max(
    element.scrollHeight - element.clientHeight,
    element.scrollWidth - element.clientWidth,
  );
  for (const one of questions) one.style.removeProperty('display');
  return over > 2 ? [{ kind: 'overflow', words: '', pixels: over }] : [];
}

const short = (text: string): string => {
  const words = text.replace(/\s+/g, ' ').trim();
  return words.length > 40 ? `${words.slice(0, 40).replace(/\s\S*$/, '')} …` : words;
};
