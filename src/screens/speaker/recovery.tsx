import { useState } from 'preact/hooks';
import { setAsideKey } from '../../session/index.ts';
import { duration, mmss, status } from '../../syllabus/index.ts';
import type { Live } from '../live.ts';
import { t } from '../strings.ts';
import { type Desk, useDesk } from './desk.ts';
import { download } from './files.ts';

/** What was found on opening: a session that nobody finished, and how long nobody was there. */
export interface Found {
  elapsedMs: number;
  slide: string;
  paused: boolean;
  fromAt: number;
  gapMs: number;
}

/** Less than this since the last sign of life is a reload, and nothing is asked. */
const SHORT_MS = 90_000;

/** Asked once, on opening, before anything is written. */
export function lookForUnfinished(live: Live): Found | null {
  const { phase, slide, now } = live.state.peek();
  const last = live.store.journal.events.at(-1);
  if (!last || (phase !== 'running' && phase !== 'paused')) return null;
  const reloaded = performance
    .getEntriesByType('navigation')
    .some((e) => (e as PerformanceNavigationTiming).type === 'reload');
  const gapMs = now - last.at;
  if (reloaded && gapMs < SHORT_MS) return null;
  const then = status(live.room.plans, live.store.journal, last.at);
  const number = live.room.slides.find((s) => s.id === slide)?.number ?? '–';
  return {
    elapsedMs: then.elapsedMs,
    slide: number,
    paused: phase === 'paused',
    fromAt: last.at,
    gapMs,
  };
}

/** "Resume at 37:12 on slide S9?", "count the 6 minutes as a break?" */
export function Recovery({ found, done }: { found: Found; done: () => void }) {
  const desk = useDesk();
  const { minutes, seconds } = duration(found.gapMs);
  const gap = minutes > 0 ? t('common.minutes', { minutes }) : t('common.seconds', { seconds });
  const answer = (as: 'break' | 'session'): void => {
    desk.write({ type: 'gap-counted', fromMs: found.fromAt, toMs: desk.live.state.peek().now, as });
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
          <button type="button" onClick={done}>
            {t('speaker.understood')}
          </button>
        </>
      ) : (
        <div class="row">
          <button type="button" class="main" onClick={() => answer('session')}>
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

/** The computer slept, or its clock was set forward: what was it? */
export function GapQuestion() {
  const desk = useDesk();
  const gap = desk.gap.value;
  if (!gap) return null;
  const { minutes, seconds } = duration(gap.byMs);
  const words = minutes > 0 ? t('common.minutes', { minutes }) : t('common.seconds', { seconds });
  const answer = (act: () => void) => () => {
    act();
    desk.gap.value = null;
  };
  return (
    <section class="banner" aria-label={t('speaker.gap')}>
      <p class="banner-words">{t('speaker.gapAsk', { gap: words })}</p>
      <div class="row">
        <button
          type="button"
          class="main"
          onClick={answer(() =>
            desk.write({ type: 'gap-counted', fromMs: gap.fromAt, toMs: gap.toAt, as: 'session' }),
          )}
        >
          {t('speaker.gapSession')}
        </button>
        <button
          type="button"
          onClick={answer(() =>
            desk.write({ type: 'gap-counted', fromMs: gap.fromAt, toMs: gap.toAt, as: 'break' }),
          )}
        >
          {t('speaker.gapBreak')}
        </button>
        {gap.mayBeSet && (
          <button
            type="button"
            onClick={answer(() => desk.write({ type: 'clock-stepped', byMs: gap.byMs }))}
          >
            {t('speaker.gapClock')}
          </button>
        )}
      </div>
    </section>
  );
}

/** Where nothing can be kept, and what could not be read. */
export function KeepingNotices() {
  const desk = useDesk();
  const [, again] = useState(0);
  const { keeping, setAside } = desk.live;
  return (
    <>
      {keeping.value !== 'kept' && (
        <section class="banner" aria-label={t('speaker.notKept')}>
          <p>{t(keeping.value === 'full' ? 'speaker.storageFull' : 'speaker.storageRefused')}</p>
        </section>
      )}
      {setAside.value !== null && (
        <section class="banner" aria-label={t('speaker.setAside')}>
          <p>{t('speaker.setAsideWhat')}</p>
          <div class="row">
            <button
              type="button"
              onClick={() =>
                download(
                  `${setAsideKey(desk.room)}.txt`.replaceAll(':', '-'),
                  'text/plain',
                  setAside.peek() ?? '',
                )
              }
            >
              {t('speaker.setAsideSave')}
            </button>
            <button
              type="button"
              class="quiet"
              onClick={() => {
                desk.live.store.forgetSetAside();
                again((n) => n + 1);
              }}
            >
              {t('speaker.setAsideForget')}
            </button>
          </div>
        </section>
      )}
    </>
  );
}

/** Is another window of this session open? Then it is not an opening after a crash. */
export const aloneAfter = (desk: Desk): boolean =>
  ![...desk.live.peers.peek().values()].some((role) => role !== 'report');
