/** Finds a word in bytes, however it is written and whatever it is packed in: what the tests of the editions look with. */
import { Buffer } from 'node:buffer';
import { brotliDecompressSync, gunzipSync, inflateRawSync, inflateSync } from 'node:zlib';
import { unzipSync } from 'fflate';

/** A word that no language has, for one place. Its é is written differently by each way of escaping. */
export const canary = (place: string): string => `zqx${place}é`;

/** What is left of a word in every way in which a text may hold it. */
function disguises(word: string): string[] {
  // HTML, JSON, percent signs and decomposed letters change the é alone.
  const core = word.replace('é', '');
  const inBase64 = [0, 1, 2].map((shift) => {
    // The letters of base64 that depend on the word alone, whatever stands before and behind it.
    const text = Buffer.from(' '.repeat(shift) + core)
      .toString('base64')
      .replace(/=+$/, '');
    return text.slice(shift === 0 ? 0 : shift + 1, -2);
  });
  const wide = Buffer.from(core, 'utf16le');
  const hex = [Buffer.from(core), wide, Buffer.from(wide).swap16()].map((b) => b.toString('hex'));
  return [
    core,
    wide.toString('latin1'),
    Buffer.from(wide).swap16().toString('latin1'),
    ...hex,
    ...hex.map((h) => h.toUpperCase()),
    ...inBase64,
    encodeURIComponent([...core].reverse().join('')),
  ];
}

const MAGIC: [string, (packed: Buffer) => Uint8Array[]][] = [
  ['504b0304', (b) => Object.entries(unzipSync(b)).flatMap(([n, c]) => [Buffer.from(n), c])],
  ['1f8b', (b) => [gunzipSync(b)]],
  ...['7801', '785e', '789c', '78da'].map((mark): [string, (packed: Buffer) => Uint8Array[]] => [
    mark,
    (b) => [inflateSync(b)],
  ]),
];
/** Neither has a mark of its own: tried on what looks like nothing else. */
const UNMARKED = [inflateRawSync, brotliDecompressSync];

const tried = (unpack: () => Uint8Array[]): Buffer[] => {
  try {
    return unpack().map((b) => Buffer.from(b));
  } catch {
    return [];
  }
};

/** Everything inside: streams of a PDF, entries of a zip, base64 in a page, and what those hold in their turn. */
export function unpacked(bytes: Uint8Array, depth = 0): Buffer[] {
  const here = Buffer.from(bytes);
  if (depth > 4) return [here];
  const text = here.toString('latin1');
  const head = here.toString('hex', 0, 4);
  const inside: Buffer[] = [];
  for (const [mark, open] of MAGIC)
    if (head.startsWith(mark)) inside.push(...tried(() => open(here)));
  if (text.startsWith('%PDF'))
    for (const m of text.matchAll(/stream\r?\n([\s\S]*?)\r?\nendstream/g))
      inside.push(...tried(() => [inflateSync(Buffer.from(m[1] ?? '', 'latin1'))]));
  for (const [run] of text.matchAll(/[\w+/-]{24,}={0,2}/g)) {
    const decoded = Buffer.from(run, 'base64');
    inside.push(decoded);
    // Letters of a font and pixels of a picture are packed too, and hold no words; the small ones cost nothing.
    if (decoded.length < 200_000)
      for (const open of UNMARKED) inside.push(...tried(() => [open(decoded)]));
  }
  return [here, ...inside.flatMap((one) => unpacked(one, depth + 1))];
}

/** The words of a list that a file holds. */
export function found(bytes: Uint8Array | string, words: readonly string[]): string[] {
  const all = unpacked(Buffer.from(bytes as string)).map((b) => b.toString('latin1'));
  return words.filter((word) => disguises(word).some((d) => all.some((a) => a.includes(d))));
}
