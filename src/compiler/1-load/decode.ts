import { at, type Place, type Reporter } from '../../messages/index.ts';
import { forbiddenIn } from './characters.ts';

/**
 * Bytes to text: UTF-8 only, byte-order mark dropped, line ends made one.
 * @returns undefined where the file cannot be used (reported).
 */
export function decode(bytes: Uint8Array, path: string, reporter: Reporter): string | undefined {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    reporter.report('file/not-utf8', placeOfBadByte(bytes, path));
    return undefined;
  }
  text = text.replaceAll('\r\n', '\n').replaceAll('\r', '\n');
  const bad = forbiddenIn(text);
  if (bad) {
    const { code } = bad;
    const before = text.slice(0, bad.index).split('\n');
    const column = (before.at(-1)?.length ?? 0) + 1;
    reporter.report('file/control-character', at(path, before.length, column), { code });
    return undefined;
  }
  const conflict = /^(?:<{7}|>{7})(?= |$)/m.exec(text);
  if (conflict) {
    const line = text.slice(0, conflict.index).split('\n').length;
    reporter.report('file/conflict', at(path, line), { mark: conflict[0] });
    return undefined;
  }
  return text;
}

/** The longest prefix that decodes ends before the first bad byte. */
function placeOfBadByte(bytes: Uint8Array, path: string): Place {
  let low = 0;
  let high = bytes.length;
  const decodes = (n: number): boolean => {
    try {
      new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(0, n), { stream: true });
      return true;
    } catch {
      return false;
    }
  };
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (decodes(middle)) low = middle;
    else high = middle - 1;
  }
  const before = new TextDecoder('utf-8').decode(bytes.subarray(0, low), { stream: true });
  const lines = before.split(/\r\n|\r|\n/);
  return at(path, lines.length, (lines.at(-1)?.length ?? 0) + 1);
}
