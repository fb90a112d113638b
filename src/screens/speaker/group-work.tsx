import { mmss } from '../../syllabus/index.ts';
import { t } from '../strings.ts';
import { caseOfPhase, casesInUse, groupsOf, phaseName } from '../wall/phases.ts';
import { Card } from './card.tsx';
import { useDesk } from './desk.ts';
import { kindHere, startCountdown } from './exercise-actions.ts';

/** Starts, extends, skips and ends the countdown that the room sees; says who works on what. */
export function GroupWork() {
  const desk = useDesk();
  const kind = kindHere(desk);
  if (!kind || kind === 'quiz-answers') return null;
  const state = desk.live.state.value;
  const here =
    state.exercise?.exercise === desk.place.value.slide && !state.exercise.ended
      ? state.exercise
      : null;
  const groups = groupsOf(desk.room, state);
  const number = (id: string | null): string =>
    desk.room.cases.find((c) => c.id === id)?.number ?? '–';
  return (
    <Card id="group-work" title={t('speaker.exercise')} tone="time">
      <div class="exercise-clock">
        <span
          class={here?.timeUp ? 'clock-time over' : 'clock-time'}
          role="timer"
          aria-label={t('deck.exerciseTimeLeft')}
        >
          {here ? mmss(here.phases.length > 1 ? here.phaseLeftMs : here.leftMs, 'left') : '–:––'}
        </span>
        <span>
          {here
            ? here.timeUp
              ? t('deck.timeUp')
              : here.phases.length > 1
                ? t('speaker.wholeLeft', { time: mmss(here.leftMs, 'left') })
                : ''
            : t('speaker.notCounting')}
        </span>
      </div>
      <div class="row">
        {!here && (
          <button type="button" class="main" onClick={() => startCountdown(desk)}>
            {t('speaker.startCountdown')} <kbd>E</kbd>
          </button>
        )}
        {here && (
          <>
            <button
              type="button"
              onClick={() => desk.write({ type: 'exercise-extended', byMs: 60_000 })}
            >
              {t('speaker.minuteMore')} <kbd>M</kbd>
            </button>
            {here.phases.length > 1 && !here.timeUp && (
              <button type="button" onClick={() => desk.write({ type: 'exercise-phase-skipped' })}>
                {t('speaker.skipPhase')}
              </button>
            )}
            <button type="button" onClick={() => desk.write({ type: 'exercise-ended' })}>
              {t('speaker.endExercise')} <kbd>E</kbd>
            </button>
          </>
        )}
      </div>
      {here && here.phases.length > 1 && (
        <ol class="phases">
          {here.phases.map((phase, i) => (
            <li
              key={phase.id}
              class={
                i === here.phase && !here.timeUp
                  ? 'is-current'
                  : i < here.phase || here.timeUp
                    ? 'is-done'
                    : ''
              }
              aria-current={i === here.phase && !here.timeUp ? 'step' : undefined}
            >
              {phaseName(phase.id, desk.room)} <span>{mmss(phase.ms, 'left')}</span>
            </li>
          ))}
        </ol>
      )}
      {kind === 'reports' && (
        <Reveals now={here ? caseOfPhase(here.phases[here.phase]?.id ?? '') : null} />
      )}
      {kind !== 'quiz' && (
        <div class="groups-line">
          <p>
            {groups
              .map((g) => t('speaker.groupCase', { group: g.id, number: number(g.case) }))
              .join(' · ')}
          </p>
          <button
            type="button"
            class="quiet"
            onClick={() => {
              desk.dialog.value = 'groups';
            }}
          >
            {t('speaker.groups')} <kbd>G</kbd>
          </button>
        </div>
      )}
    </Card>
  );
}

/** Act, means and purpose on the wall, once the group has spoken. */
function Reveals({ now }: { now: string | null }) {
  const desk = useDesk();
  const state = desk.live.state.value;
  const cases = casesInUse(desk.room, state).flatMap((id) =>
    desk.room.cases.filter((c) => c.id === id && c.analysis),
  );
  return (
    <div class="row reveals">
      {cases.map((c) => {
        const shown = state.revealed.includes(c.id);
        return (
          <button
            type="button"
            key={c.id}
            class={c.id === now ? 'main' : ''}
            disabled={shown}
            onClick={() => desk.write({ type: 'revealed', item: c.id })}
          >
            {t(shown ? 'speaker.revealed' : 'speaker.reveal', { number: c.number })}
          </button>
        );
      })}
    </div>
  );
}
