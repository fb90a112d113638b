/** The size of the must-say lines: a preference of this browser, not of a session. */
const KEY = 'view:font';
const SIZES = [28, 32, 36, 42, 48, 56] as const;
const USUAL = 34;

export function keptSize(): number {
  try {
    const size = Number(localStorage.getItem(KEY));
    return size >= SIZES[0] && size <= 56 ? size : USUAL;
  } catch {
    return USUAL;
  }
}

export function otherSize(size: number, by: 1 | -1): number {
  const next = by > 0 ? SIZES.find((s) => s > size) : SIZES.findLast((s) => s < size);
  const chosen = next ?? size;
  try {
    localStorage.setItem(KEY, String(chosen));
  } catch {
    // Kept for as long as the window is open.
  }
  return chosen;
}
