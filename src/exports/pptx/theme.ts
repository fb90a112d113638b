import type { Palette } from '../drawing.ts';
import { el, xmlText } from './xml.ts';

/** Place in PowerPoint's theme → colour of our style sheets, so that a change of theme reaches every slide. */
const SCHEME = {
  dk1: 'ink',
  lt1: 'paper',
  dk2: 'ink-soft',
  lt2: 'paper-deep',
  accent1: 'accent',
  accent2: 'series-2',
  accent3: 'series-4',
  accent4: 'care',
  accent5: 'time',
  accent6: 'series-3',
  hlink: 'accent',
  folHlink: 'ink-soft',
} as const;
/** What a slide calls them. */
const NAMES: Record<string, string> = { dk1: 'tx1', lt1: 'bg1', dk2: 'tx2', lt2: 'bg2' };

/**
 * Fonts that a trainer's office has. Slides are measured in Noto Sans, which few machines have, and what an office
 * takes in its place may be wider and run over. Arial (and Liberation Sans, its double) is narrower: what fitted, fits.
 */
const FONTS = [
  '<a:latin typeface="Arial" panose="020B0604020202020204" pitchFamily="34" charset="0"/>',
  '<a:ea typeface="Microsoft YaHei"/>',
  '<a:cs typeface="Arial"/>',
  '<a:font script="Arab" typeface="Arial"/>',
  '<a:font script="Hans" typeface="Microsoft YaHei"/>',
].join('');

export type ColorOf = (hex: string) => string;

/** A colour as XML: by its place in the theme where it has one. */
export function themeColors(palette: Palette): ColorOf {
  const byHex = new Map<string, string>();
  for (const [place, name] of Object.entries(SCHEME)) {
    const hex = palette[name]?.toLowerCase();
    if (hex && !byHex.has(hex)) byHex.set(hex, NAMES[place] ?? place);
  }
  return (hex) => {
    const place = byHex.get(hex.toLowerCase());
    return place
      ? el('a:schemeClr', { val: place })
      : el('a:srgbClr', { val: hex.slice(1).toUpperCase() });
  };
}

/** The office's theme with our colours and our type. */
export function ourTheme(theme: string, palette: Palette, name: string): string {
  const colors = Object.entries(SCHEME)
    .map(([place, key]) =>
      el(
        `a:${place}`,
        {},
        el('a:srgbClr', { val: (palette[key] ?? '#000000').slice(1).toUpperCase() }),
      ),
    )
    .join('');
  return theme
    .replace(/<a:theme ([^>]*)name="[^"]*"/, `<a:theme $1name="${xmlText(name)}"`)
    .replace(
      /<a:clrScheme .*?<\/a:clrScheme>/s,
      `<a:clrScheme name="Session">${colors}</a:clrScheme>`,
    )
    .replace(
      /<a:fontScheme .*?<\/a:fontScheme>/s,
      `<a:fontScheme name="Session"><a:majorFont>${FONTS}</a:majorFont><a:minorFont>${FONTS}</a:minorFont></a:fontScheme>`,
    );
}
