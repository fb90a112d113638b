/** The only file that reads the real clock. Everything else gets the time as a value. */

/** Wall-clock time, ms since 1970. */
export const wallNow = (): number => Date.now();
/** A clock that nobody can set: ms since some moment. */
const steadyNow = (): number => performance.now();

/** What the computer's clock did between two ticks. */
export type ClockJump =
  /** The wall clock was set back (by so much, negative). */
  | { kind: 'back'; byMs: number; at: number }
  /** The wall clock is ahead of the steady one, or no tick came for long: sleep, or the clock was set forward. */
  | { kind: 'forward'; byMs: number; fromAt: number; toAt: number; mayBeSet: boolean };

/** Less than this is drift, not a step. */
const STEP_MS = 2_000;
/** Browsers wake a hidden window at least once a minute; a longer silence is sleep. */
const SILENCE_MS = 150_000;

/**
 * Calls `tick` with the wall-clock time after as many ms as it asked for the last time, and when the window is seen again.
 * `jump` is told of a step of the computer's clock before the tick that shows it.
 */
export function runClock(tick: (now: number) => number, jump: (jump: ClockJump) => void): void {
  let wall = wallNow();
  let steady = steadyNow();
  const beat = (): void => {
    const newWall = wallNow();
    const newSteady = steadyNow();
    const passed = newSteady - steady;
    const drift = newWall - wall - passed;
    if (drift < -STEP_MS) jump({ kind: 'back', byMs: Math.round(drift), at: newWall });
    else if (drift > STEP_MS)
      jump({
        kind: 'forward',
        byMs: Math.round(drift),
        fromAt: wall,
        toAt: newWall,
        mayBeSet: true,
      });
    else if (passed > SILENCE_MS)
      jump({
        kind: 'forward',
        byMs: Math.round(passed),
        fromAt: wall,
        toAt: newWall,
        mayBeSet: false,
      });
    wall = newWall;
    steady = newSteady;
    clearTimeout(timer);
    timer = setTimeout(beat, tick(newWall));
  };
  let timer = setTimeout(beat, 0);
  document.addEventListener('visibilitychange', beat);
  window.addEventListener('pageshow', beat);
}

/** Calls back once, after `ms`. @returns how to call it off. */
export function after(ms: number, what: () => void): () => void {
  const timer = setTimeout(what, ms);
  return () => clearTimeout(timer);
}

/** A name that no other window or session has. */
export const newId = (): string => {
  const bytes = crypto.getRandomValues(new Uint8Array(8));
  return [...bytes].map((b) => b.toString(36).padStart(2, '0')).join('');
};
