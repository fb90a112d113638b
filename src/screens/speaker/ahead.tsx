import { mmss } from '../../syllabus/index.ts';
import { clockTime } from '../shared/words.ts';
import { t } from '../strings.ts';
import { Card } from './card.tsx';
import { useDesk } from './desk.ts';

/** The next checkpoint, the finish, and when the room must be empty. */
export function Ahead() {
  const desk = useDesk();
  const { checkpoint, plan, hardStop, phase, next, current } = desk.live.state.value;
  const title = plan.segments.find((s) => s.id === checkpoint?.segment)?.title;
  const pause = plan.segments.find((s) => s.id === next?.id && s.slides.length === 0);
  const onBreak = plan.segments.some((s) => s.id === current?.id && s.slides.length === 0);
  return (
    <Card id="ahead" title={t('speaker.ahead')}>
      {checkpoint && phase !== 'finished' && (
        <p>
          {t('speaker.checkpoint', {
            segment: checkpoint.segment,
            title: title ?? '',
            planned: mmss(checkpoint.plannedStartMs, 'gone'),
            expected: mmss(checkpoint.expectedStartMs, 'gone'),
          })}
        </p>
      )}
      {pause && !onBreak && phase === 'running' && (
        <button
          type="button"
          onClick={() => desk.write({ type: 'break-started', segment: pause.id })}
        >
          {t('speaker.startBreak', { title: pause.title })}
        </button>
      )}
      {onBreak && <p>{t('speaker.onBreak')}</p>}
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
    </Card>
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
