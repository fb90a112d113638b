import { mmss } from '../../syllabus/index.ts';
import { minutesNumber } from '../shared/words.ts';
import { t } from '../strings.ts';
import { useDesk } from './desk.ts';

/** The segments to scale: as planned above, as used and now expected below. */
export function Timeline() {
  const { live } = useDesk();
  const { segments, plan, elapsedMs, plannedTotalMs, revisedTotalMs, phase } = live.state.value;
  // What is over its length takes the room it has used.
  const lengths = segments.map((s) =>
    s.state === 'current' || s.state === 'done' || s.state === 'skipped'
      ? Math.max(s.actualMs, s.state === 'current' ? s.revisedMs : 0)
      : s.revisedMs,
  );
  const expected = lengths.reduce((sum, ms) => sum + ms, 0);
  const scale = Math.max(plannedTotalMs, phase === 'not-started' ? revisedTotalMs : expected, 1);
  const percent = (ms: number): string => `${(ms / scale) * 100}%`;
  return (
    <section class="timeline" aria-label={t('speaker.timeline')}>
      <ol class="timeline-plan" aria-hidden="true">
        {segments.map((s, i) => (
          <li
            key={s.id}
            class={
              plan.segments[i]?.part === plan.segments[i - 1]?.part || i === 0 ? '' : 'starts-part'
            }
            style={{ inlineSize: percent(s.plannedMs) }}
          />
        ))}
      </ol>
      <ol class="timeline-now">
        {segments.map((s, i) => {
          const ms = lengths[i] ?? 0;
          const used = ms > 0 ? Math.min(1, s.actualMs / ms) : 0;
          const over = s.state !== 'ahead' && s.actualMs > s.plannedMs + 15_000;
          const planned = plan.segments[i];
          const words = t('speaker.timelineSegment', {
            id: s.id,
            title: planned?.title ?? '',
            planned: minutesNumber(s.plannedMs),
            now: minutesNumber(s.revisedMs),
            used: mmss(s.actualMs, 'gone'),
            state: t(`speaker.segmentState.${s.state}`),
          });
          return (
            <li
              key={s.id}
              class={`is-${s.state} ${over ? 'is-over' : ''} ${planned?.part === plan.segments[i - 1]?.part || i === 0 ? '' : 'starts-part'}`}
              style={{ inlineSize: percent(ms) }}
              title={words}
            >
              <span class="used" style={{ inlineSize: `${used * 100}%` }} />
              <span class="id" aria-hidden="true">
                {s.id}
              </span>
              <span class="visually-hidden">{words}</span>
            </li>
          );
        })}
      </ol>
      <span
        class="timeline-planned-now"
        style={{ insetInlineStart: percent(Math.min(elapsedMs, scale)) }}
        aria-hidden="true"
      />
    </section>
  );
}
