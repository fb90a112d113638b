import { mmss } from '../../syllabus/index.ts';
import { t } from '../strings.ts';
import { phaseName } from '../wall/phase-name.ts';
import { useDesk } from './desk.ts';
import { countdownHere, giveMinute, nextPhase, startCountdown } from './exercise-actions.ts';

/** What the room sees of its time, and the only way to start, extend, skip or end it. */
export function Countdown() {
  const desk = useDesk();
  const here = countdownHere(desk);
  const phased = here !== null && here.phases.length > 1;
  return (
    <>
      <div class="exercise-clock">
        <span
          class={here?.timeUp ? 'clock-time over' : 'clock-time'}
          role="timer"
          aria-label={t('deck.exerciseTimeLeft')}
        >
          {here ? mmss(phased ? here.phaseLeftMs : here.leftMs, 'left') : '–:––'}
        </span>
        <span>
          {!here && t('speaker.notCounting')}
          {here?.timeUp && t('deck.timeUp')}
          {phased && !here.timeUp && t('speaker.wholeLeft', { time: mmss(here.leftMs, 'left') })}
        </span>
        <div class="row">
          {!here && (
            <button type="button" class="main" onClick={() => startCountdown(desk)}>
              {t('speaker.startCountdown')} <kbd>E</kbd>
            </button>
          )}
          {here && (
            <button type="button" onClick={() => giveMinute(desk)}>
              {t('speaker.minuteMore')} <kbd>M</kbd>
            </button>
          )}
          {phased && !here.timeUp && (
            <button type="button" onClick={() => nextPhase(desk)}>
              {t('speaker.skipPhase')} <kbd>J</kbd>
            </button>
          )}
          {here && (
            <button type="button" onClick={() => desk.write({ type: 'exercise-ended' })}>
              {t('speaker.endExercise')} <kbd>E</kbd>
            </button>
          )}
        </div>
      </div>
      {phased && (
        <ol class="phases">
          {here.phases.map((phase, i) => {
            const now = i === here.phase && !here.timeUp;
            return (
              <li
                key={phase.id}
                class={now ? 'is-current' : i < here.phase || here.timeUp ? 'is-done' : ''}
                aria-current={now ? 'step' : undefined}
              >
                {phaseName(phase.id, desk.room)} <span>{mmss(phase.ms, 'left')}</span>
              </li>
            );
          })}
        </ol>
      )}
    </>
  );
}

/** Off unless chosen; from the trainer's own computer. */
export function Tone() {
  const desk = useDesk();
  return (
    <label class="check">
      <input
        type="checkbox"
        checked={desk.sound.value}
        onChange={(e) => {
          desk.sound.value = e.currentTarget.checked;
        }}
      />
      <span>
        {t('speaker.sound')} <kbd>V</kbd>
      </span>
    </label>
  );
}
