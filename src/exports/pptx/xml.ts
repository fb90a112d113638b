/** Text for XML: no control characters, nothing that could be markup. */
export const xmlText = (text: string): string =>
  text
    // biome-ignore lint/suspicious/noControlCharactersInRegex: XML 1.0 has no place for them
    .replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F]/g, '')
    .replace(/[&<>"]/g, (c) => `&#${c.charCodeAt(0)};`);

type Value = string | number | undefined;

/** An element; attributes are escaped, children are XML already. */
export function el(
  name: string,
  attributes: Record<string, Value> = {},
  ...children: string[]
): string {
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => ` ${key}="${xmlText(String(value))}"`)
    .join('');
  const content = children.join('');
  return content ? `<${name}${written}>${content}</${name}>` : `<${name}${written}/>`;
}

/** English Metric Units: 9,525 a CSS pixel. */
export const emu = (pixels: number): number => Math.round(pixels * 9525);
/** Hundredths of a point. */
export const centipoints = (pixels: number): number => Math.round(pixels * 75);

export const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
export const NAMESPACES = {
  'xmlns:a': 'http://schemas.openxmlformats.org/drawingml/2006/main',
  'xmlns:r': 'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
  'xmlns:p': 'http://schemas.openxmlformats.org/presentationml/2006/main',
};
