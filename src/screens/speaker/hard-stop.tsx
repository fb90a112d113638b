import { clockTime } from '../shared/words.ts';
import { t } from '../strings.ts';
import { useDesk } from './desk.ts';

/** When the room must be empty: forecast and cuts are then held against it. */
export function HardStop() {
  const desk = useDesk();
  const { hardStop } = desk.live.state.value;
  return (
    <label class="field">
      <span>{t('speaker.hardStop')}</span>
      <input
        type="time"
        value={hardStop === null ? '' : clockTime(hardStop)}
        onChange={(e) =>
          desk.write({
            type: 'hard-stop-set',
            hardStop: wallTime(e.currentTarget.value, desk.live.now.peek()),
          })
        }
      />
      {hardStop !== null && (
        <button
          type="button"
          class="quiet"
          onClick={() => desk.write({ type: 'hard-stop-set', hardStop: null })}
        >
          {t('speaker.noHardStop')}
        </button>
      )}
    </label>
  );
}

/** `15:30` as the next such moment from `now`, ms; null for none. Up to two hours ago still means today. */
export function wallTime(text: string, now: number): number | null {
  const found = /^(\d{1,2}):(\d{2})/.exec(text);
  if (!found) return null;
  const day = new Date(now);
  day.setHours(Number(found[1]), Number(found[2]), 0, 0);
  const at = day.getTime();
  return at < now - 7_200_000 ? at + 86_400_000 : at;
}
