/**
 * A slide as a drawing: what the browser measured on the rendered slide, in CSS pixels of a frame of 1280 × 720.
 * The look therefore has one source, the style sheets; the PowerPoint file follows them. Imports nothing.
 */
export interface Box {
  x: number;
  y: number;
  w: number;
  h: number;
}

export interface Stroke {
  /** `#rrggbb`. */
  color: string;
  width: number;
  dashed: boolean;
}

export interface Run {
  text: string;
  bold: boolean;
  italic: boolean;
  color: string;
  /** Pixels. */
  size: number;
  /** Between letters, pixels. */
  spacing: number;
}

export interface Paragraph {
  runs: Run[];
  align: 'l' | 'ctr' | 'r';
  rtl: boolean;
  bullet?: { kind: 'char'; char: string; color: string } | { kind: 'number'; at: number };
  /** From the edge of the text box to the text; the bullet hangs in it. */
  indent: number;
  hang: number;
  /** Of the font's own line height. */
  leading: number;
  /** Pixels from line to line, where that must not change: in a figure, words stand beside lines and dots. */
  exact?: number;
  /** Space above. */
  before: number;
}

/** Text, perhaps in a filled or outlined shape. */
export interface TextItem extends Box {
  kind: 'text';
  paragraphs: Paragraph[];
  role?: 'title';
  fill?: string;
  stroke?: Stroke;
  shape: 'rect' | 'round' | 'ellipse';
  radius: number;
  /** Left, top, right, bottom. */
  inset: [number, number, number, number];
  /** One line that fills its box: it may run over rather than break. */
  nowrap: boolean;
  middle: boolean;
}

export interface RectItem extends Box {
  kind: 'rect';
  fill?: string;
  stroke?: Stroke;
  shape: 'rect' | 'round' | 'ellipse';
  radius: number;
}

export interface LineItem {
  kind: 'line';
  from: [number, number];
  to: [number, number];
  stroke: Stroke;
}

export interface PathItem {
  kind: 'path';
  lines: { points: [number, number][]; closed: boolean }[];
  stroke?: Stroke;
  fill?: string;
}

export interface TableItem extends Box {
  kind: 'table';
  columns: number[];
  rows: { h: number; cells: TableCell[] }[];
  headerRows: number;
}

export interface TableCell {
  paragraphs: Paragraph[];
  inset: [number, number, number, number];
  under?: Stroke;
}

export interface ChartItem extends Box {
  kind: 'chart';
  chart: ChartFigures;
}

/** As the compiler writes it into `data-chart`. */
export interface ChartFigures {
  type: 'bar' | 'hbar' | 'doughnut' | 'range';
  title: string;
  unit: string;
  lang: string;
  rows: { label: string; value?: number; from?: number; to?: number }[];
}

export interface GroupItem {
  kind: 'group';
  /** The picture in words; empty where it only decorates. */
  words: string;
  items: Item[];
}

export type Item = TextItem | RectItem | LineItem | PathItem | TableItem | ChartItem | GroupItem;

export interface Drawing {
  id: string;
  items: Item[];
}

/** The colours of the style sheets, by their names there. */
export type Palette = Record<string, string>;
