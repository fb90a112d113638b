import { useState } from 'preact/hooks';
import { accept, type CutStep, choose, propose } from '../../syllabus/index.ts';
import { clockTime, lengthWords, minutesNumber } from '../shared/words.ts';
import { t } from '../strings.ts';
import { Card, Fold } from './card.tsx';
import { useDesk } from './desk.ts';

/** To the half minute, as cuts are made. */
const halves = (ms: number): string =>
  ms < 45_000 ? lengthWords(ms) : t('speaker.min', { minutes: minutesNumber(ms) });

/** Proposes, never imposes: what to cut, what it saves, what is never cut; or what to do with time to spare. */
export function CutOrStretch() {
  const desk = useDesk();
  const { live } = desk;
  const state = live.state.value;
  const [left, setLeft] = useState<readonly string[]>([]);
  if (state.phase === 'not-started' || state.phase === 'finished') return null;
  const proposal = propose(live.room.plans, live.store.journal, state.now);
  const chosen = proposal.steps.flatMap((step, i) => (left.includes(step.cutId) ? [] : [i]));
  const taken = choose(proposal, chosen);
  const title = (id: string): string => state.plan.segments.find((s) => s.id === id)?.title ?? '';
  const text = (step: CutStep): string =>
    step.text ??
    t(step.kind === 'drop' ? 'speaker.cut.drop' : 'speaker.cut.shorten', {
      segment: step.segments[0]?.segment ?? '',
      title: title(step.segments[0]?.segment ?? ''),
    });
  const late = proposal.behindMs >= 30_000;
  const tone =
    late && state.forecast.severity !== 'calm'
      ? state.forecast.severity === 'red'
        ? 'care'
        : 'time'
      : undefined;
  const current = state.current;
  return (
    <Card id="cuts" title={t('speaker.cut.title')} tone={tone}>
      <p class="cut-state">
        {late
          ? t('speaker.cut.late', { time: lengthWords(proposal.behindMs) })
          : proposal.spareMs >= 60_000
            ? t('speaker.cut.spare', { time: lengthWords(proposal.spareMs) })
            : t('speaker.cut.fine')}
      </p>
      {late && proposal.steps.length > 0 && (
        <>
          <ul class="cut-steps">
            {proposal.steps.map((step) => (
              <li key={step.cutId}>
                <label>
                  <input
                    type="checkbox"
                    checked={!left.includes(step.cutId)}
                    onChange={(e) =>
                      setLeft(
                        e.currentTarget.checked
                          ? left.filter((id) => id !== step.cutId)
                          : [...left, step.cutId],
                      )
                    }
                  />
                  <span>{text(step)}</span>
                  <strong>−{halves(step.savesMs)}</strong>
                </label>
              </li>
            ))}
          </ul>
          <p class="cut-finish">
            {t('speaker.cut.finish', {
              before: clockTime(proposal.finishBefore),
              after: clockTime(taken.finishAfter),
            })}
            {taken.stillLateMs >= 30_000 &&
              ` ${t('speaker.cut.still', { time: lengthWords(taken.stillLateMs) })}`}
          </p>
          <button
            type="button"
            class="main"
            disabled={!chosen.length}
            onClick={() => desk.write(accept(proposal, chosen))}
          >
            {t('speaker.cut.accept', { time: halves(taken.savedMs) })}
          </button>
        </>
      )}
      {late && !proposal.steps.length && <p>{t('speaker.cut.none')}</p>}
      {!late && proposal.stretches.length > 0 && (
        <ul class="cut-steps">
          {proposal.stretches.map((stretch) => (
            <li key={stretch.id} class="stretch">
              <span>
                {stretch.text} ({stretch.segment}, +{lengthWords(stretch.ms)})
              </span>
              <button
                type="button"
                onClick={() =>
                  desk.write({ type: 'extended', segment: stretch.segment, byMs: stretch.ms })
                }
              >
                {t('speaker.cut.add')}
              </button>
            </li>
          ))}
        </ul>
      )}
      <div class="row">
        {current && (
          <>
            <button
              type="button"
              class="quiet"
              onClick={() => desk.write({ type: 'extended', segment: current.id, byMs: 60_000 })}
            >
              {t('speaker.cut.longer', { segment: current.id })}
            </button>
            <button
              type="button"
              class="quiet"
              disabled={current.leftMs <= 0}
              onClick={() => desk.write({ type: 'extended', segment: current.id, byMs: -60_000 })}
            >
              {t('speaker.cut.shorter', { segment: current.id })}
            </button>
          </>
        )}
      </div>
      <Fold title={t('speaker.cut.all')}>
        <ul class="segment-list">
          {state.segments.map((s, i) => {
            const planned = state.plan.segments[i];
            if (s.state !== 'ahead' && s.state !== 'skipped') return null;
            return (
              <li key={s.id}>
                <span>
                  {s.id} {planned?.title} ·{' '}
                  {t('speaker.min', { minutes: minutesNumber(s.revisedMs) })}
                </span>
                {planned?.keep === 'always' ? (
                  <strong class="locked">{t('speaker.cut.locked')}</strong>
                ) : s.skippedBy ? (
                  <button
                    type="button"
                    class="quiet"
                    onClick={() =>
                      s.skippedBy && desk.write({ type: 'undone', event: s.skippedBy })
                    }
                  >
                    {t('speaker.cut.back')}
                  </button>
                ) : (
                  <button
                    type="button"
                    class="quiet"
                    onClick={() => desk.write({ type: 'skipped', segment: s.id })}
                  >
                    {t('speaker.cut.leaveOut')}
                  </button>
                )}
              </li>
            );
          })}
        </ul>
      </Fold>
      <p class="locked-line">
        {t('speaker.cut.never', { segments: proposal.lockedSegments.join(', ') || '–' })}
      </p>
    </Card>
  );
}
