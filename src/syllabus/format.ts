export interface Duration {
  /** Whole minutes, towards zero. */
  minutes: number;
  /** Whole seconds beside the minutes, 0–59, towards zero. */
  seconds: number;
  /** The nearest whole minute, halves up: "about 2 min". */
  about: number;
}

/** A length of time for words, without its sign: 119 999 ms are 1 min 59 s, about 2 min. [FORMAT1] */
export function duration(ms: number): Duration {
  const whole = Math.floor(Math.abs(ms) / 1000);
  return {
    minutes: Math.floor(whole / 60),
    seconds: whole % 60,
    about: Math.floor(Math.abs(ms) / 60_000 + 0.5),
  };
}

/**
 * Minutes and seconds for a clock face, `37:12`, `-0:05`, `104:00`.
 * Time gone is rounded down and time left up, so that the two always add up and 0:00 means over. [FORMAT2]
 */
export function mmss(ms: number, reads: 'gone' | 'left'): string {
  const seconds = (reads === 'gone' ? Math.floor : Math.ceil)(ms / 1000);
  const size = Math.abs(seconds);
  const text = `${Math.floor(size / 60)}:${String(size % 60).padStart(2, '0')}`;
  return seconds < 0 ? `-${text}` : text;
}
