import type { Segment } from '../../model/index.ts';
import { mmss } from '../../syllabus/index.ts';
import { clockTime, paceWords } from '../shared/words.ts';
import { t } from '../strings.ts';
import { useDesk } from './desk.ts';
import { Transport } from './transport.tsx';

/** A break has no code that anybody would say. */
const named = ({ id, title, slides }: Segment): string =>
  slides.length ? `${id} · ${title}` : title;

/** First to the eye: where am I, and how late. */
export function TopLine() {
  const desk = useDesk();
  const state = desk.live.state.value;
  const { phase, pace, plan, forecast, checkpoint } = state;
  const hardStop = forecast.against === 'hard-stop';
  const segment =
    plan.segments.find((s) => s.id === state.current?.id) ??
    plan.segments.find((s) => s.slides.includes(desk.place.value.slide));
  const left = state.current
    ? state.current.leftMs
    : phase === 'finished'
      ? 0
      : (segment?.plannedMs ?? 0);
  const sessionLeft = phase === 'not-started' ? state.revisedTotalMs : state.sessionLeftMs;
  return (
    <header
      class="top-line"
      data-phase={phase}
      data-severity={phase === 'running' ? pace.severity : 'calm'}
    >
      <div class="clock segment-clock">
        <span class="clock-label">
          {phase === 'finished'
            ? t('speaker.over')
            : segment
              ? named(segment)
              : t('speaker.noSegment')}
        </span>
        <span
          class={left < 0 ? 'clock-time over' : 'clock-time'}
          role="timer"
          aria-label={t('speaker.segmentTimeLeft')}
        >
          {mmss(left, 'left')}
        </span>
      </div>
      <div class="clock session-clock">
        <span class="clock-label">
          {t('speaker.sessionLabel', { total: mmss(state.revisedTotalMs, 'left') })}
        </span>
        <span
          class={sessionLeft < 0 ? 'clock-time over' : 'clock-time'}
          role="timer"
          aria-label={t('speaker.sessionTimeLeft')}
        >
          {mmss(sessionLeft, 'left')}
        </span>
      </div>
      <div class="pace">
        <span class="pace-words" role="status" aria-label={t('speaker.paceName')}>
          {paceWords(state)}
        </span>
        {/* Said loudly only where the pace does not say it: on time, and yet the room closes too early. */}
        <span
          class="pace-finish"
          data-severity={phase === 'running' && hardStop ? forecast.severity : 'calm'}
        >
          {phase === 'not-started'
            ? t('speaker.finishIfNow', { time: clockTime(forecast.finishAt) })
            : phase === 'finished'
              ? t('speaker.finishedAt', { time: clockTime(forecast.finishAt) })
              : hardStop
                ? t(
                    forecast.severity === 'calm' ? 'speaker.finishAgainst' : 'speaker.finishBeyond',
                    {
                      time: clockTime(forecast.finishAt),
                      stop: clockTime(forecast.targetAt),
                    },
                  )
                : t('speaker.finishAt', {
                    time: clockTime(forecast.finishAt),
                    plan: clockTime(forecast.targetAt),
                  })}
        </span>
        {checkpoint && phase !== 'finished' && (
          <span class="pace-checkpoint">
            {t('speaker.checkpointShort', {
              segment: checkpoint.segment,
              planned: mmss(checkpoint.plannedStartMs, 'gone'),
              expected: mmss(checkpoint.expectedStartMs, 'gone'),
            })}
          </span>
        )}
      </div>
      <Transport />
    </header>
  );
}
