import { t } from '../strings.ts';
import { Card } from './card.tsx';
import { useDesk } from './desk.ts';
import { HardStop } from './hard-stop.tsx';

/** Before Start: how long, until when, and what must be filled in. */
export function BeforeStart() {
  const desk = useDesk();
  const { phase, variant } = desk.live.state.value;
  if (phase !== 'not-started') return null;
  const blanks = desk.speaker.profile.filter((f) => f.required && !f.value);
  return (
    <Card id="before-start" title={t('speaker.before')} tone="time">
      <fieldset class="choices">
        <legend>{t('speaker.length')}</legend>
        {desk.room.plans.map((plan) => (
          <label key={plan.variant}>
            <input
              type="radio"
              name="variant"
              checked={plan.variant === variant}
              onChange={() => desk.write({ type: 'variant-chosen', variant: plan.variant })}
            />
            {plan.variantTitle}
          </label>
        ))}
      </fieldset>
      <HardStop />
      <p>{t('speaker.beforeHow')}</p>
      {blanks.length > 0 && (
        <p>
          <span class="profile-blank">{t('speaker.blanks', { count: blanks.length })}</span>{' '}
          {t('speaker.blanksHow')}
        </p>
      )}
    </Card>
  );
}
