import type { JournalEvent, Plan } from '../../src/model/index.ts';
import type { Happening } from './histories.ts';
import { plans } from './plans.ts';

/** What must come out, found the slow and plain way: by asking of every second whose it was. Seconds throughout. */
export interface Truth {
  plan: Plan;
  /** Seconds from the start to the end or the finish. */
  span: number;
  used: Record<string, number>;
  paused: number;
  revised: Record<string, number>;
  phase: string;
  current: string | null;
}

export function truth(happenings: readonly Happening[], endSecond: number): Truth {
  const live = happenings.filter(({ event }) => !takenBack(event, happenings));
  const plan = planAtEnd(live.map(({ event }) => event));
  const ids = plan.segments.map(({ id }) => id);
  const isBreak = (id: string) => plan.segments.find((s) => s.id === id)?.slides.length === 0;
  const planned = () =>
    Object.fromEntries(plan.segments.map(({ id, plannedMs }) => [id, plannedMs / 1000]));

  /** Whose each second of the session was: a segment's, or `pause`. */
  const owners: string[] = [];
  const used: Record<string, number> = Object.fromEntries(ids.map((id) => [id, 0]));
  const skipped = new Set<string>();
  let revised = planned();
  let variant = '90';
  let offset = 0;
  let phase = 'not-started';
  let started = 0;
  let clock = live[0]?.second ?? endSecond;
  let current: string | null = null;
  let slide = '';

  const tick = () => {
    if (phase === 'running') {
      owners.push(current as string);
      used[current as string] = (used[current as string] ?? 0) + 1;
    } else if (phase === 'paused') owners.push('pause');
  };
  const choose = (name: string) => {
    if (name === variant || !plans.some((p) => p.variant === name)) return;
    variant = name;
    revised = planned();
    skipped.clear();
  };
  const goTo = (name: string) => {
    const at = current === null ? -1 : ids.indexOf(current);
    const holders = plan.segments
      .map((s, index) => ({ id: s.id, has: s.slides.includes(name), far: Math.abs(index - at) }))
      .filter(({ has }) => has)
      .reverse()
      .sort((a, b) => a.far - b.far);
    const first = holders[0];
    if (!first) return;
    const reload = name === slide && current !== null && isBreak(current);
    slide = name;
    if (!reload) current = first.id;
  };

  for (const { event, second } of live) {
    for (; clock < second; clock++) tick();
    if (event.type === 'clock-stepped' && event.id.startsWith('speaker-'))
      offset += event.byMs / 1000;
    if (phase === 'finished') continue;
    const on = phase !== 'not-started';
    switch (event.type) {
      case 'started':
        if (on) break;
        phase = 'running';
        started = second;
        current ??= ids[0] as string;
        choose(event.variant);
        break;
      case 'variant-chosen':
        choose(event.variant);
        break;
      case 'slide-shown':
        goTo(event.slide);
        break;
      case 'break-started':
        if (on && isBreak(event.segment)) current = event.segment;
        break;
      case 'paused':
      case 'resumed':
        if (on) phase = event.type === 'paused' ? 'paused' : 'running';
        break;
      case 'finished':
        if (on) phase = 'finished';
        break;
      case 'gap-counted': {
        if (!on || event.as !== 'break') break;
        const [from, to] = [event.fromMs, event.toMs].map(
          (ms) => (ms - BASE) / 1000 - offset - started,
        ) as [number, number];
        for (let s = Math.max(0, from); s < Math.min(to, owners.length); s++) {
          const owner = owners[s] as string;
          if (owner === 'pause' || isBreak(owner)) continue;
          owners[s] = 'pause';
          used[owner] = (used[owner] as number) - 1;
        }
        break;
      }
      case 'skipped':
        if (ids.includes(event.segment)) skipped.add(event.segment);
        break;
      case 'extended': {
        const id = event.segment;
        if (!ids.includes(id)) break;
        const by = event.byMs / 1000;
        const [r, u] = [revised[id] as number, used[id] as number];
        if (by >= 0 || r > u) revised[id] = Math.max(r + by, u);
        break;
      }
      case 'replanned':
        for (const { segment, ms } of event.revised) {
          if (!ids.includes(segment)) continue;
          revised[segment] = Math.max(ms / 1000, used[segment] as number);
          const isAhead = !on || ids.indexOf(segment) > ids.indexOf(current as string);
          if (ms === 0 && isAhead) skipped.add(segment);
        }
    }
  }
  for (; clock < endSecond; clock++) tick();
  for (const id of skipped) revised[id] = used[id] as number;
  return {
    plan,
    span: owners.length,
    used,
    paused: owners.filter((owner) => owner === 'pause').length,
    revised,
    phase,
    current: phase === 'running' || phase === 'paused' ? current : null,
  };
}

const BASE = 1_096_617_600_000;

function takenBack(event: JournalEvent, all: readonly Happening[]): boolean {
  return all.some(
    ({ event: other }) =>
      other.type === 'undone' &&
      other.event === event.id &&
      other.seq > event.seq &&
      !takenBack(other, all),
  );
}

function planAtEnd(live: readonly JournalEvent[]): Plan {
  const start = live.find(({ type }) => type === 'started');
  const end = live.find(({ type, seq }) => type === 'finished' && start && seq > start.seq);
  const named = live
    .filter((event) => event === start || event.type === 'variant-chosen')
    .filter(({ seq }) => !end || seq < end.seq)
    .map((event) => plans.find((p) => 'variant' in event && p.variant === event.variant))
    .filter((p) => p !== undefined);
  return (named.at(-1) ?? plans[0]) as Plan;
}
