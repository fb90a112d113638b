import { effect, type Signal } from '@preact/signals';
import type { Live } from '../live.ts';

/** For as long as this window is open, also over a reload; never for the next session. */
const KEY = 'view:sound';

/** Two soft notes when a phase of an exercise ends, three when its time is up: only where the trainer has asked for it. */
export function soundOnTime(live: Live, wanted: Signal<boolean>): void {
  wanted.value = kept();
  let context: AudioContext | null = null;
  // Browsers let a page sound only after a press in it.
  const wake = (): void => {
    if (!wanted.peek()) return;
    try {
      context ??= new AudioContext();
      if (context.state === 'suspended') void context.resume();
    } catch {
      // No sound on this computer.
    }
  };
  effect(() => {
    keep(wanted.value);
    wake();
  });
  for (const event of ['keydown', 'pointerdown']) document.addEventListener(event, wake);

  let before = '';
  let at = 0;
  effect(() => {
    const { exercise, phase } = live.state.value;
    const run = phase === 'running' && exercise && !exercise.ended ? exercise : null;
    const name = run ? `${run.exercise} ${run.phases.length}` : '';
    const place = run ? run.phase + (run.timeUp ? 1 : 0) : 0;
    const moved = name !== '' && name === before && place > at;
    before = name;
    at = place;
    if (moved && wanted.peek() && context) play(context, run?.timeUp ? 3 : 2);
  });
}

/** Sine waves that swell and fade, a fourth apart, quietly. */
function play(context: AudioContext, notes: number): void {
  for (let i = 0; i < notes; i++) {
    const start = context.currentTime + i * 0.45;
    const tone = context.createOscillator();
    const volume = context.createGain();
    tone.type = 'sine';
    tone.frequency.value = i % 2 ? 440 : 587;
    volume.gain.setValueAtTime(0.0001, start);
    volume.gain.exponentialRampToValueAtTime(0.12, start + 0.08);
    volume.gain.exponentialRampToValueAtTime(0.0001, start + 0.9);
    tone.connect(volume).connect(context.destination);
    tone.start(start);
    tone.stop(start + 1);
  }
}

function kept(): boolean {
  try {
    return sessionStorage.getItem(KEY) === 'on';
  } catch {
    return false;
  }
}

function keep(on: boolean): void {
  try {
    if (on) sessionStorage.setItem(KEY, 'on');
    else sessionStorage.removeItem(KEY);
  } catch {
    // Kept for as long as the window is open.
  }
}
