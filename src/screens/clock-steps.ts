import { effect, type Signal, signal } from '@preact/signals';
import type { ClockJump } from './clock-source.ts';
import type { Live } from './live.ts';

export type Gap = Extract<ClockJump, { kind: 'forward' }>;

/**
 * A clock set back is noted at once, unless another window has noted it. A jump forward may have been sleep:
 * it waits in the signal for a person to say what it was, and counts as session until then.
 */
export function watchSteps(live: Live): Signal<Gap | null> {
  const gap = signal<Gap | null>(null);
  let noted = live.state.peek().clockSteppedMs;
  live.onJump((jump) => {
    const { phase, clockSteppedMs } = live.state.peek();
    if (phase !== 'running' && phase !== 'paused') return;
    if (jump.kind === 'back') {
      if (Math.abs(clockSteppedMs - noted - jump.byMs) > 1_500)
        live.write({ type: 'clock-stepped', byMs: jump.byMs });
    } else if (phase === 'running' || jump.mayBeSet) gap.value = jump;
  });
  effect(() => {
    noted = live.state.value.clockSteppedMs;
  });
  return gap;
}
