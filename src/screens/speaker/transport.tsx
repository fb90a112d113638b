import { t } from '../strings.ts';
import { useDesk } from './desk.ts';

/** Start, Pause, Resume, Finish: what can be done now, and no more. */
export function Transport() {
  const desk = useDesk();
  const { phase } = desk.live.state.value;
  return (
    <div class="transport">
      {phase === 'not-started' && (
        <button type="button" class="main" onClick={desk.start}>
          {t('speaker.start')}
        </button>
      )}
      {phase === 'running' && (
        <button type="button" class="main" onClick={() => desk.write({ type: 'paused' })}>
          {t('speaker.pause')}
        </button>
      )}
      {phase === 'paused' && (
        <button type="button" class="main" onClick={() => desk.write({ type: 'resumed' })}>
          {t('speaker.resume')}
        </button>
      )}
      {(phase === 'running' || phase === 'paused') && (
        <button
          type="button"
          onClick={() => {
            desk.dialog.value = 'finish';
          }}
        >
          {t('speaker.finish')}
        </button>
      )}
      {phase === 'finished' && (
        <button
          type="button"
          onClick={() => {
            desk.dialog.value = 'new-session';
          }}
        >
          {t('speaker.newSession')}
        </button>
      )}
    </div>
  );
}
