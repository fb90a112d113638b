import { effect } from '@preact/signals';
import type { Live } from '../live.ts';

interface Lock {
  release(): Promise<void>;
}
interface LockNavigator {
  wakeLock?: { request(kind: 'screen'): Promise<Lock> };
}

/** Keeps the screen awake while a session runs, where the browser allows it. */
export function keepAwake(live: Live): void {
  const { wakeLock } = navigator as LockNavigator;
  if (!wakeLock) return;
  let lock: Lock | null = null;
  let wanted = false;
  const get = (): void => {
    if (!wanted || document.hidden) return;
    wakeLock.request('screen').then(
      (got) => {
        lock = got;
      },
      () => {},
    );
  };
  document.addEventListener('visibilitychange', get);
  effect(() => {
    const runs = live.state.value.phase === 'running';
    if (runs === wanted) return;
    wanted = runs;
    if (runs) get();
    else void lock?.release().catch(() => {});
  });
}
