import { at, type Reporter } from '../../messages/index.ts';

/**
 * A picture's own bytes without what was written beside it: camera, place, author, title, an older version in small.
 * Nobody sees that on the screen, and everyone who gets the file has it.
 * @returns undefined where the bytes are not a picture of the kind the name says (reported).
 */
export function pictureWithoutMetadata(
  bytes: Uint8Array,
  path: string,
  reporter: Reporter,
): Uint8Array | undefined {
  const [kind, read] = /\.png$/.test(path)
    ? (['PNG', png] as const)
    : /\.webp$/.test(path)
      ? (['WebP', webp] as const)
      : (['JPEG', jpeg] as const);
  const refuse = (what: string): void => reporter.report('file/picture', at(path), { what, kind });
  try {
    const { parts, turned } = read(Buffer.from(bytes));
    if (!turned) return Buffer.concat(parts);
    refuse('picture that lies on its side and asks to be turned');
  } catch {
    refuse(`bytes that are not ${kind}`);
  }
  return undefined;
}

interface Read {
  parts: Uint8Array[];
  /** The turn is told in the metadata alone; without it the picture would lie on its side. */
  turned?: boolean;
}

/** What a browser needs to draw it; texts, times and the rest go. */
const PNG_CHUNKS = new Set('IHDR PLTE IDAT IEND tRNS gAMA cHRM sRGB sBIT bKGD pHYs'.split(' '));
const PNG_HEAD = Buffer.from('89504e470d0a1a0a', 'hex');

function png(bytes: Buffer): Read {
  if (!bytes.subarray(0, 8).equals(PNG_HEAD)) throw new Error('head');
  const parts: Uint8Array[] = [PNG_HEAD];
  for (let i = 8; ; ) {
    const name = bytes.toString('latin1', i + 4, i + 8);
    const end = i + 12 + bytes.readUInt32BE(i);
    if (end > bytes.length) throw new Error('cut short');
    if (PNG_CHUNKS.has(name)) parts.push(bytes.subarray(i, end));
    // What stands behind the end is nobody's business.
    if (name === 'IEND') return { parts };
    i = end;
  }
}

const APP0 = 0xe0;
const APP1 = 0xe1;
const APP14 = 0xee;
const APP15 = 0xef;
const COMMENT = 0xfe;
const START_OF_SCAN = 0xda;
const END = 0xd9;

function jpeg(bytes: Buffer): Read {
  if (bytes.readUInt16BE(0) !== 0xffd8) throw new Error('head');
  const parts: Uint8Array[] = [bytes.subarray(0, 2)];
  let turned = false;
  for (let i = 2; ; ) {
    if (bytes[i] !== 0xff) throw new Error('marker');
    const marker = bytes.readUInt8(i + 1);
    if (marker === 0xff) {
      i++;
      continue;
    }
    if (marker === END) {
      parts.push(bytes.subarray(i, i + 2));
      return { parts, turned };
    }
    let end = i + 2 + bytes.readUInt16BE(i + 2);
    if (marker === START_OF_SCAN) end = endOfScan(bytes, end);
    if (end > bytes.length) throw new Error('cut short');
    const segment = bytes.subarray(i, end);
    // JFIF's head and Adobe's colour transform change how it is drawn; the other application data does not.
    const aside = marker >= APP0 && marker <= APP15 && marker !== APP0 && marker !== APP14;
    if (marker === APP1) turned ||= isTurned(segment.subarray(4));
    if (!aside && marker !== COMMENT) parts.push(segment);
    i = end;
  }
}

/** Coded data: up to the next marker that is neither a stuffed byte nor a restart. */
function endOfScan(bytes: Buffer, from: number): number {
  for (let i = from; i < bytes.length - 1; i++) {
    const next = bytes.readUInt8(i + 1);
    if (bytes[i] === 0xff && next !== 0 && !(next >= 0xd0 && next <= 0xd7)) return i;
  }
  throw new Error('cut short');
}

const WEBP_CHUNKS = new Set(['VP8 ', 'VP8L', 'VP8X', 'ALPH', 'ANIM', 'ANMF']);
/** Bits of VP8X that promise a colour profile, EXIF and XMP. */
const WEBP_ASIDE = 0x20 | 0x08 | 0x04;

function webp(bytes: Buffer): Read {
  if (bytes.toString('latin1', 0, 4) !== 'RIFF' || bytes.toString('latin1', 8, 12) !== 'WEBP')
    throw new Error('head');
  const length = 8 + bytes.readUInt32LE(4);
  if (length > bytes.length) throw new Error('cut short');
  const chunks: Buffer[] = [];
  let turned = false;
  for (let i = 12; i < length; ) {
    const name = bytes.toString('latin1', i, i + 4);
    const size = bytes.readUInt32LE(i + 4);
    const end = i + 8 + size + (size % 2);
    if (end > length) throw new Error('cut short');
    const chunk = Buffer.from(bytes.subarray(i, end));
    if (name === 'VP8X') chunk.writeUInt8(chunk.readUInt8(8) & ~WEBP_ASIDE, 8);
    if (name === 'EXIF') turned ||= isTurned(chunk.subarray(8));
    if (WEBP_CHUNKS.has(name)) chunks.push(chunk);
    i = end;
  }
  if (!chunks.length) throw new Error('empty');
  const head = Buffer.from(bytes.subarray(0, 12));
  head.writeUInt32LE(4 + chunks.reduce((n, c) => n + c.length, 0), 4);
  return { parts: [head, ...chunks], turned };
}

/** EXIF's orientation, tag 0x0112 of its first directory: 1 is upright. */
function isTurned(exif: Buffer): boolean {
  try {
    const tiff = exif.subarray(exif.toString('latin1', 0, 4) === 'Exif' ? 6 : 0);
    const order = tiff.toString('latin1', 0, 2);
    if (order !== 'II' && order !== 'MM') return false;
    const u16 = (i: number): number =>
      order === 'II' ? tiff.readUInt16LE(i) : tiff.readUInt16BE(i);
    const u32 = (i: number): number =>
      order === 'II' ? tiff.readUInt32LE(i) : tiff.readUInt32BE(i);
    const directory = u32(4);
    for (let n = 0; n < u16(directory); n++) {
      const entry = directory + 2 + n * 12;
      if (u16(entry) === 0x0112) return u16(entry + 8) > 1;
    }
    return false;
  } catch {
    return false;
  }
}
