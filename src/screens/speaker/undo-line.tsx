import { redo } from '../../syllabus/index.ts';
import { t } from '../strings.ts';
import { useDesk } from './desk.ts';

/** Any last event can be taken back. */
export function UndoLine() {
  const desk = useDesk();
  const { lastUndoable } = desk.live.state.value;
  const back = redo(desk.live.store.journal);
  return (
    <div class="undo-line">
      <button type="button" class="quiet" disabled={!lastUndoable} onClick={desk.undo}>
        {lastUndoable
          ? t('speaker.undoWhat', { what: t(`speaker.event.${lastUndoable.type}`) })
          : t('speaker.undo')}{' '}
        <kbd>U</kbd>
      </button>
      {back && (
        <button type="button" class="quiet" onClick={desk.redo}>
          {t('speaker.redo')}
        </button>
      )}
      {desk.live.replaced.value !== null && (
        <button
          type="button"
          class="quiet"
          onClick={() => {
            desk.live.bringBack();
            desk.goWhereRecorded();
          }}
        >
          {t('speaker.bringBack')}
        </button>
      )}
    </div>
  );
}
