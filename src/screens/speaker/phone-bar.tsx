import { t } from '../strings.ts';
import { tick } from './cue-actions.ts';
import { useDesk } from './desk.ts';

/** On a phone, always under the thumb: what has to be done now, and the way through the slides. */
export function PhoneBar() {
  const desk = useDesk();
  const { cues } = desk.live.state.value;
  const cue = cues.due[0]?.cue ?? (cues.next?.soon ? cues.next.cue : undefined);
  return (
    <nav class="phone-nav" aria-label={t('speaker.phoneBar')}>
      {cue && (
        <div class="phone-cue">
          <p>{cue.text}</p>
          <button type="button" onClick={() => tick(desk, cue.id, true)}>
            {t('speaker.tick')}
          </button>
        </div>
      )}
      <button type="button" onClick={() => desk.step(-1)}>
        {t('speaker.back')}
      </button>
      <button type="button" class="main" onClick={() => desk.step(1)}>
        {t('speaker.next')}
      </button>
    </nav>
  );
}
