import { useState } from 'preact/hooks';
import { setAsideKey } from '../../session/index.ts';
import { duration } from '../../syllabus/index.ts';
import { t } from '../strings.ts';
import { useDesk } from './desk.ts';
import { download } from './files.ts';

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
