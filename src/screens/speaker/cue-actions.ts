import type { Desk } from './desk.ts';

export const tick = (desk: Desk, cue: string, done: boolean): void =>
  desk.write({ type: 'ticked', cue, done });

/** The action that waits longest; if none is due, the one that is about to be. */
export function tickFirst(desk: Desk): void {
  const { due, next } = desk.live.state.peek().cues;
  const first = due[0] ?? (next?.soon ? next : undefined);
  if (first) tick(desk, first.cue.id, true);
}
