import { addressFor } from '../live.ts';
import { t } from '../strings.ts';
import { Card } from './card.tsx';
import { useDesk } from './desk.ts';
import { exportJournal } from './files.ts';

/** After Finish: what is left to do, in the order in which it is done. */
export function AfterFinish() {
  const desk = useDesk();
  const { phase, cues } = desk.live.state.value;
  if (phase !== 'finished') return null;
  return (
    <Card id="after-finish" title={t('speaker.finishedNow')} tone="accent">
      {cues.missed.length > 0 && <p>{t('speaker.after.missed')}</p>}
      <p>{t('speaker.after.how')}</p>
      <div class="row">
        <a class="button main" href={addressFor('report')} target="_blank" rel="noopener opener">
          {t('speaker.after.report')}
        </a>
        <button type="button" onClick={() => exportJournal(desk.live)}>
          {t('speaker.export')}
        </button>
        <button type="button" onClick={desk.undo}>
          {t('speaker.after.notYet')}
        </button>
      </div>
    </Card>
  );
}
