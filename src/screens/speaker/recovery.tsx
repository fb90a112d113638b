import { useEffect, useRef } from 'preact/hooks';
import type { JournalEvent } from '../../model/index.ts';
import { duration, liveEvents, mmss, status } from '../../syllabus/index.ts';
import { type Live, SILENT_MS } from '../live.ts';
import { t } from '../strings.ts';
import { type Desk, useDesk } from './desk.ts';

/** What was found on opening: a session that nobody finished, and how long nobody was there. */
export interface Found {
  elapsedMs: number;
  slide: string;
  paused: boolean;
  fromAt: number;
  toAt: number;
}

/** Asked once, on opening. `alone`: no other window of this session is open. */
export function lookForUnfinished(live: Live, alone: boolean): Found | null {
  const { phase, now } = live.state.peek();
  if (phase !== 'running' && phase !== 'paused') return null;
  const gap = lastGap(live.store.journal.events, live, now);
  const last = live.store.journal.events.at(-1)?.at ?? now;
  const reloaded = performance
    .getEntriesByType('navigation')
    .some((e) => (e as PerformanceNavigationTiming).type === 'reload');
  if (!gap && (reloaded || !alone)) return null;
  const { fromAt, toAt } = gap ?? { fromAt: last, toAt: now };
  const then = status(live.room.plans, live.store.journal, last > fromAt ? now : fromAt);
  const slide = live.room.slides.find((s) => s.id === then.slide)?.number ?? '–';
  return { elapsedMs: elapsedAt(live, fromAt), slide, paused: phase === 'paused', fromAt, toAt };
}

/** The last silence of a running session that nobody has explained yet, also one that another window has ended. */
function lastGap(
  all: readonly JournalEvent[],
  live: Live,
  now: number,
): { fromAt: number; toAt: number } | null {
  const events = liveEvents(all);
  const explained = (from: number, to: number): boolean =>
    events.some(
      (e) =>
        (e.type === 'gap-counted' && e.fromMs < to && e.toMs > from) ||
        (e.type === 'clock-stepped' && e.at >= from && e.at <= to + SILENT_MS),
    );
  for (let i = events.length - 1; i >= 0; i--) {
    const fromAt = events[i]?.at ?? now;
    const toAt = events[i + 1]?.at ?? now;
    if (toAt - fromAt <= SILENT_MS || explained(fromAt, toAt)) continue;
    return phaseAfter(events.slice(0, i + 1), live) === 'running' ? { fromAt, toAt } : null;
  }
  return null;
}

const upTo = (live: Live, events: JournalEvent[]) => ({ ...live.store.journal, events });
const phaseAfter = (events: JournalEvent[], live: Live): string =>
  status(live.room.plans, upTo(live, events), events.at(-1)?.at ?? 0).phase;

function elapsedAt(live: Live, at: number): number {
  const events = live.store.journal.events.filter((e) => e.at <= at);
  return status(live.room.plans, upTo(live, events), at).elapsedMs;
}

/** "Resume at 37:12 on slide S9?", "count the 6 minutes as a break?" */
export function Recovery({ found, done }: { found: Found; done: () => void }) {
  const desk = useDesk();
  // Nothing else can have been meant by Enter: the window has just opened, and this answer changes no time.
  const first = useRef<HTMLButtonElement>(null);
  useEffect(() => first.current?.focus(), []);
  const { minutes, seconds } = duration(found.toAt - found.fromAt);
  const gap = minutes > 0 ? t('common.minutes', { minutes }) : t('common.seconds', { seconds });
  const answer = (as: 'break' | 'session'): void => {
    desk.write({ type: 'gap-counted', fromMs: found.fromAt, toMs: found.toAt, as });
    done();
  };
  return (
    <section class="banner" aria-label={t('speaker.recovery')}>
      <p class="banner-words">
        {t('speaker.resumeAt', { time: mmss(found.elapsedMs, 'gone'), slide: found.slide })}
      </p>
      {found.paused ? (
        <>
          <p>{t('speaker.resumePaused')}</p>
          <button type="button" ref={first} onClick={done}>
            {t('speaker.understood')}
          </button>
        </>
      ) : (
        <div class="row">
          <button type="button" class="main" ref={first} onClick={() => answer('session')}>
            {t('speaker.resumeSession', { gap })}
          </button>
          <button type="button" onClick={() => answer('break')}>
            {t('speaker.resumeBreak', { gap })}
          </button>
        </div>
      )}
      <button
        type="button"
        class="quiet"
        onClick={() => {
          desk.dialog.value = 'new-session';
        }}
      >
        {t('speaker.newSession')}
      </button>
    </section>
  );
}

/** Is another window of this session open? Then it is not an opening after a crash. */
export const aloneAfter = (desk: Desk): boolean =>
  ![...desk.live.peers.peek().values()].some((role) => role !== 'report');
