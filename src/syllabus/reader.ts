import type { JournalEvent, Plan } from '../model/index.ts';
import { Ledger, PAUSE } from './ledger.ts';
import { allPlans, type Plans, segmentOfSlide } from './plan.ts';

type Of<T extends JournalEvent['type']> = Extract<JournalEvent, { type: T }>;

/**
 * Reads events one by one: `advance` to an event's time, then `apply` it.
 * Times here are true ms (see wall.ts). Segments by index in the plan.
 */
export class Reader {
  readonly ledger: Ledger;
  t = Number.NEGATIVE_INFINITY;
  startedT: number | null = null;
  finishedT: number | null = null;
  paused = false;
  /** Segment of the slide the room sees; -1 while it has seen none. */
  current = -1;
  slide: string | null = null;
  step = 0;
  revisedMs: number[] = [];
  skippedBy: (string | null)[] = [];
  hardStop: number | null = null;
  cutsTaken: string[] = [];

  private readonly indexOf: Map<string, number>;
  private readonly variants: Set<string>;
  private variant: string | undefined;

  constructor(
    private readonly plan: Plan,
    plans: Plans,
  ) {
    this.ledger = new Ledger(plan.segments.length);
    this.indexOf = new Map(plan.segments.map(({ id }, index) => [id, index]));
    this.variants = new Set(allPlans(plans).map(({ variant }) => variant));
    this.variant = allPlans(plans)[0]?.variant;
    this.planAfresh();
  }

  get runs(): boolean {
    return this.startedT !== null && this.finishedT === null;
  }

  /** Book the time up to `t` where it belongs. [TIME1] [TIME2] [PAUSE1] [END1] */
  advance(t: number): void {
    if (this.runs) this.ledger.book(this.t, t, this.paused ? PAUSE : this.current);
    this.t = t;
  }

  /** `steppedMs`: wall-clock time less true time when the event was written. */
  apply(event: JournalEvent, steppedMs: number): void {
    if (event.type === 'slide-shown') this.show(event);
    if (this.finishedT !== null) return; // [END2]
    this.applyToPlan(event);
    if (this.startedT === null) this.applyBeforeStart(event);
    else this.applyToTime(event, steppedMs);
  }

  /** Before the start as after it. [START3] */
  private applyToPlan(event: JournalEvent): void {
    switch (event.type) {
      case 'variant-chosen':
        this.choose(event.variant);
        break;
      case 'hard-stop-set':
        this.hardStop = event.hardStop;
        break;
      case 'extended':
        this.extend(event);
        break;
      case 'skipped':
        this.skip(event.segment, event.id);
        break;
      case 'replanned':
        this.replan(event);
    }
  }

  /** [START1] [START2] */
  private applyBeforeStart(event: JournalEvent): void {
    if (event.type !== 'started') return;
    this.startedT = this.t;
    this.current = Math.max(0, this.current); // [SEG3]
    this.hardStop = event.hardStop ?? this.hardStop;
    this.choose(event.variant);
  }

  private applyToTime(event: JournalEvent, steppedMs: number): void {
    switch (event.type) {
      case 'paused':
        this.paused = true;
        break;
      case 'resumed':
        this.paused = false;
        break;
      case 'break-started':
        this.startBreak(event);
        break;
      case 'gap-counted':
        this.countGap(event, steppedMs);
        break;
      case 'finished':
        this.finishedT = this.t;
    }
  }

  /** [GAP1] [GAP2] [GAP3] */
  private countGap({ as, fromMs, toMs }: Of<'gap-counted'>, steppedMs: number): void {
    if (as === 'break')
      this.ledger.moveToPause(fromMs - steppedMs, toMs - steppedMs, (owner) => this.isBreak(owner));
  }

  /** [SEG1] [SEG2] [SEG4] [BREAK2] */
  private show({ slide, step = 0 }: Of<'slide-shown'>): void {
    const index = segmentOfSlide(this.plan, slide, this.current);
    if (index < 0) return;
    const same = slide === this.slide;
    this.slide = slide;
    this.step = step;
    if (this.finishedT === null && !(same && this.isBreak(this.current))) this.current = index;
  }

  private startBreak({ segment }: Of<'break-started'>): void {
    const index = this.indexOf.get(segment) ?? -1;
    if (this.isBreak(index)) this.current = index;
  }

  /** A segment without slides: only `break-started` leads into it. [BREAK1] */
  private isBreak(index: number): boolean {
    return this.plan.segments[index]?.slides.length === 0;
  }

  /** [VAR1] [VAR2] */
  private choose(variant: string): void {
    if (!this.variants.has(variant) || variant === this.variant) return;
    this.variant = variant;
    this.planAfresh();
  }

  private planAfresh(): void {
    this.revisedMs = this.plan.segments.map(({ plannedMs }) => plannedMs);
    this.skippedBy = this.plan.segments.map(() => null);
    this.cutsTaken = [];
  }

  /** [EXT1] [EXT2] [EXT3] */
  private extend({ segment, byMs }: Of<'extended'>): void {
    const i = this.indexOf.get(segment);
    if (i === undefined) return;
    const used = this.used(i);
    const revised = this.revised(i);
    const floor = byMs < 0 ? Math.min(used, revised) : used;
    this.revisedMs[i] = Math.max(revised + byMs, floor);
  }

  /** [SKIP1] [SKIP2] */
  private skip(segment: string, eventId: string): void {
    const i = this.indexOf.get(segment);
    if (i !== undefined) this.skippedBy[i] ??= eventId;
  }

  /** [REPLAN1] [REPLAN2] */
  private replan({ id, revised, cuts }: Of<'replanned'>): void {
    for (const { segment, ms } of revised) {
      const i = this.indexOf.get(segment);
      if (i === undefined) continue;
      this.revisedMs[i] = Math.max(ms, this.used(i));
      if (ms <= 0 && (this.startedT === null || i > this.current)) this.skip(segment, id);
    }
    this.cutsTaken.push(...cuts);
  }

  private used(i: number): number {
    return this.ledger.usedMs[i] ?? 0;
  }

  private revised(i: number): number {
    return this.revisedMs[i] ?? 0;
  }
}
