import { mmss } from '../../syllabus/index.ts';
import { t } from '../strings.ts';
import { Card } from './card.tsx';
import { useDesk } from './desk.ts';
import { HardStop } from './hard-stop.tsx';

/** The next checkpoint, a break, and when the room must be empty. */
export function Ahead() {
  const desk = useDesk();
  const { checkpoint, plan, phase, next, current } = desk.live.state.value;
  const title = plan.segments.find((s) => s.id === checkpoint?.segment)?.title;
  const pause = plan.segments.find((s) => s.id === next?.id && s.slides.length === 0);
  const onBreak = plan.segments.some((s) => s.id === current?.id && s.slides.length === 0);
  if (phase === 'finished') return null;
  return (
    <Card id="ahead" title={t('speaker.ahead')}>
      {checkpoint && (
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
      {phase !== 'not-started' && <HardStop />}
    </Card>
  );
}
