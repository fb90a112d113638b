/** Owner of a span of time: the index of a segment, or a pause. */
export const PAUSE = -1;

interface Span {
  from: number;
  to: number;
  owner: number;
}

/** Where the time went: every ms since the start stands on exactly one account. [TIME1] */
export class Ledger {
  readonly usedMs: number[];
  pausedMs = 0;
  private spans: Span[] = [];

  constructor(segments: number) {
    this.usedMs = new Array(segments).fill(0);
  }

  /** Book the time from `from` to `to` (true ms), where the last booking ended. */
  book(from: number, to: number, owner: number): void {
    if (to <= from) return;
    this.add(owner, to - from);
    const last = this.spans.at(-1);
    if (last?.owner === owner) last.to = to;
    else this.spans.push({ from, to, owner });
  }

  /** Move the stretch from the segments' accounts to the pauses, but for owners that `keep` it. [GAP1] [GAP3] */
  moveToPause(from: number, to: number, keep: (owner: number) => boolean): void {
    this.spans = this.spans.flatMap((span) => {
      const a = Math.max(from, span.from);
      const b = Math.min(to, span.to);
      if (b <= a || span.owner === PAUSE || keep(span.owner)) return [span];
      this.add(span.owner, a - b);
      this.add(PAUSE, b - a);
      return [
        { ...span, to: a },
        { from: a, to: b, owner: PAUSE },
        { ...span, from: b },
      ].filter((part) => part.to > part.from);
    });
  }

  /** Session time (ms without pauses) at each of these rising true times. */
  elapsedAt(times: readonly number[]): number[] {
    let index = 0;
    let before = 0;
    return times.map((t) => {
      for (;;) {
        const span = this.spans[index];
        if (!span || t <= span.from) return before;
        const runs = span.owner !== PAUSE;
        if (t < span.to) return before + (runs ? t - span.from : 0);
        before += runs ? span.to - span.from : 0;
        index++;
      }
    });
  }

  private add(owner: number, ms: number): void {
    if (owner === PAUSE) this.pausedMs += ms;
    else this.usedMs[owner] = (this.usedMs[owner] ?? 0) + ms;
  }
}
