/**
 * Pseudo-locales: the interface in letters that no translator wrote, 40 % longer, so that a string
 * which did not come from the catalogue, or a box that cannot grow, is seen at once.
 * `en-XA` reads left to right; `ar-XB` is its right-to-left twin.
 */
const ACCENTED: Record<string, string> = {
  a: 'á',
  b: 'ƀ',
  c: 'ç',
  d: 'ð',
  e: 'é',
  f: 'ƒ',
  g: 'ĝ',
  h: 'ĥ',
  i: 'î',
  j: 'ĵ',
  k: 'ķ',
  l: 'ļ',
  m: 'ɱ',
  n: 'ñ',
  o: 'ô',
  p: 'þ',
  q: 'ɋ',
  r: 'ŕ',
  s: 'š',
  t: 'ţ',
  u: 'û',
  v: 'ʋ',
  w: 'ŵ',
  x: 'ẋ',
  y: 'ý',
  z: 'ž',
  A: 'Å',
  B: 'Ɓ',
  C: 'Ç',
  D: 'Ð',
  E: 'É',
  F: 'Ƒ',
  G: 'Ĝ',
  H: 'Ĥ',
  I: 'Î',
  J: 'Ĵ',
  K: 'Ķ',
  L: 'Ļ',
  M: 'Ṁ',
  N: 'Ñ',
  O: 'Ö',
  P: 'Þ',
  Q: 'Ǫ',
  R: 'Ŕ',
  S: 'Š',
  T: 'Ţ',
  U: 'Û',
  V: 'Ṽ',
  W: 'Ŵ',
  X: 'Ẋ',
  Y: 'Ý',
  Z: 'Ž',
};
const PADDING = 'ôñé ţŵô ţĥŕéé ƒôûŕ ƒîʋé šîẋ ';

/** Accents the words of one ICU message and pads it by 40 %; placeholders and plural keywords stay. */
export function pseudo(message: string): string {
  const spoken = message.replace(/\{[^{}]*\}/g, '').length;
  const pad = Math.max(1, Math.ceil(spoken * 0.4));
  return `${accent(message)} ${PADDING.repeat(Math.ceil(pad / PADDING.length))
    .slice(0, pad)
    .trim()}`;
}

/** Letters inside an argument's head (`{n, plural, one {`) stay; letters inside its branches are accented. */
function accent(message: string): string {
  let out = '';
  const stack: ('text' | 'head')[] = ['text'];
  for (let i = 0; i < message.length; i++) {
    const ch = message[i] as string;
    const mode = stack[stack.length - 1];
    if (ch === '{') {
      stack.push(mode === 'text' ? 'head' : 'text');
      out += ch;
    } else if (ch === '}') {
      stack.pop();
      out += ch;
    } else out += mode === 'text' ? (ACCENTED[ch] ?? ch) : ch;
  }
  return out;
}
