import type { ExercisePhase } from '../model/index.ts';
import type { Moment } from './fold.ts';

export interface ExerciseStatus {
  exercise: string;
  /** The phases with their lengths as they now stand (extended, or cut where skipped), ms. */
  phases: ExercisePhase[];
  /** Index of the phase that runs; the last one once time is up. -1 for an exercise without phases. */
  phase: number;
  phaseLeftMs: number;
  leftMs: number;
  /** The countdown has reached 0. */
  timeUp: boolean;
  /** The facilitator has ended it. */
  ended: boolean;
}

interface Running {
  exercise: string;
  phases: ExercisePhase[];
  /** Session ms; moved forward by overtime when more time is given. [EXER3] */
  start: number;
  end: number | null;
}

/** The last exercise started, counted in session time so that pauses stop it, or null. [EXER1] */
export function exerciseStatus(
  moments: readonly Moment[],
  elapsedMs: number,
): ExerciseStatus | null {
  let running: Running | null = null;
  for (const { event, elapsedMs: at } of moments) {
    if (event.type === 'exercise-started') {
      const phases = event.phases.map(({ id, ms }) => ({ id, ms: Math.max(0, ms) }));
      running = { exercise: event.exercise, phases, start: at, end: null };
    } else if (running?.end === null) {
      if (event.type === 'exercise-ended') running.end = at;
      if (event.type === 'exercise-extended') extend(running, at, event.byMs);
      if (event.type === 'exercise-phase-skipped') skipPhase(running, at);
    }
  }
  return running && describe(running, running.end ?? elapsedMs);
}

/** [EXER2] [EXER3] */
function extend(running: Running, at: number, byMs: number): void {
  const { index, inPhase, overtime } = locate(running, at);
  const phase = running.phases[index];
  if (!phase) return;
  running.start += overtime;
  phase.ms = Math.max(inPhase, phase.ms + byMs);
}

/** [EXER4] */
function skipPhase(running: Running, at: number): void {
  const { index, inPhase } = locate(running, at);
  const phase = running.phases[index];
  if (phase) phase.ms = inPhase;
}

function describe(running: Running, at: number): ExerciseStatus {
  const { index, inPhase, left, up } = locate(running, at);
  const { exercise, phases, end } = running;
  return {
    exercise,
    phases,
    phase: index,
    phaseLeftMs: (phases[index]?.ms ?? 0) - inPhase,
    leftMs: left,
    timeUp: up,
    ended: end !== null,
  };
}

/** Where in its phases an exercise stands. [EXER2] */
function locate({ phases, start }: Running, at: number) {
  const total = phases.reduce((sum, { ms }) => sum + ms, 0);
  const used = Math.max(0, at - start);
  let before = 0;
  for (const [index, { ms }] of phases.entries()) {
    if (used < before + ms)
      return { index, inPhase: used - before, left: total - used, overtime: 0, up: false };
    before += ms;
  }
  const index = phases.length - 1;
  return { index, inPhase: phases[index]?.ms ?? 0, left: 0, overtime: used - total, up: true };
}
