import { useState } from 'preact/hooks';
import { mmss } from '../../syllabus/index.ts';
import { addressFor } from '../live.ts';
import { t } from '../strings.ts';
import { useDesk } from './desk.ts';
import { Dialog } from './dialog.tsx';
import { exportJournal, importJournal } from './files.ts';

/** Asked once; it can be undone. */
export function FinishDialog() {
  const desk = useDesk();
  return (
    <Dialog title={t('speaker.finishAsk')} close={t('speaker.goOn')} safe>
      <p>{t('speaker.finishWhat', { time: mmss(desk.live.state.value.elapsedMs, 'gone') })}</p>
      <button
        type="button"
        class="main"
        onClick={() => {
          desk.write({ type: 'finished' });
          desk.dialog.value = null;
        }}
      >
        {t('speaker.finishYes')}
      </button>
    </Dialog>
  );
}

/** A new session takes the place of the old one, which is offered as a file first. */
export function NewSessionDialog() {
  const desk = useDesk();
  return (
    <Dialog title={t('speaker.newAsk')} close={t('speaker.newKeep')} safe>
      <p>{t('speaker.newWhat')}</p>
      <div class="row">
        <button type="button" onClick={() => exportJournal(desk.live)}>
          {t('speaker.export')}
        </button>
        <button
          type="button"
          class="main"
          onClick={() => {
            desk.live.beginAnew();
            const first = desk.room.slides[0];
            if (first) desk.go({ slide: first.id, step: 0 });
            desk.dialog.value = null;
          }}
        >
          {t('speaker.newYes')}
        </button>
      </div>
    </Dialog>
  );
}

/** A journal from another laptop. */
export function ImportDialog() {
  const desk = useDesk();
  const [waiting, setWaiting] = useState<File | null>(null);
  const [said, say] = useState('');
  const take = async (file: File, replace: boolean): Promise<void> => {
    const result = await importJournal(desk.live, file, replace);
    setWaiting(result === 'other-session' ? file : null);
    if (result === 'merged') desk.goWhereRecorded();
    say(t(`speaker.import.${result}`));
  };
  return (
    <Dialog title={t('speaker.importTitle')}>
      <p>{t('speaker.importWhat')}</p>
      <label class="field">
        <span>{t('speaker.importFile')}</span>
        <input
          type="file"
          accept=".jsonl,.txt"
          onChange={(e) => {
            const file = e.currentTarget.files?.[0];
            if (file) void take(file, false);
          }}
        />
      </label>
      <p role="status">{said}</p>
      {waiting && (
        <div class="row">
          <button type="button" onClick={() => exportJournal(desk.live)}>
            {t('speaker.export')}
          </button>
          <button type="button" class="main" onClick={() => void take(waiting, true)}>
            {t('speaker.importReplace')}
          </button>
        </div>
      )}
    </Dialog>
  );
}

/** Files and the report, at the foot. */
export function SessionFiles() {
  const desk = useDesk();
  const { phase } = desk.live.state.value;
  return (
    <div class="row session-files">
      <a href={addressFor('report')} target="_blank" rel="noopener opener">
        {t('speaker.report')}
      </a>
      <button type="button" class="quiet" onClick={() => exportJournal(desk.live)}>
        {t('speaker.export')}
      </button>
      <button
        type="button"
        class="quiet"
        onClick={() => {
          desk.dialog.value = 'import';
        }}
      >
        {t('speaker.import')}
      </button>
      {phase !== 'not-started' && phase !== 'finished' && (
        <button
          type="button"
          class="quiet"
          onClick={() => {
            desk.dialog.value = 'new-session';
          }}
        >
          {t('speaker.newSession')}
        </button>
      )}
      <button
        type="button"
        class="quiet"
        onClick={() => {
          desk.dialog.value = 'keys';
        }}
      >
        {t('deck.helpTitle')} <kbd>?</kbd>
      </button>
    </div>
  );
}
