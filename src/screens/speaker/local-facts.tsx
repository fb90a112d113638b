import { t } from '../strings.ts';
import { Card } from './card.tsx';
import { useDesk } from './desk.ts';

/** The mission's own contacts that this slide speaks of, or a marked blank. */
export function LocalFacts() {
  const { notes, speaker, slide } = useDesk();
  const named = new Set(notes.value?.profile ?? []);
  const here = speaker.profile.filter((f) => named.has(f.id));
  if (!here.length) return null;
  const checked = here.find((f) => f.checkedOn)?.checkedOn;
  return (
    <Card id="local-facts" title={t('speaker.localFacts')}>
      <dl class="facts" key={slide.value?.id}>
        {here.map((f) => (
          <div key={f.id}>
            <dt>{f.label}</dt>
            <dd>
              {f.value ? (
                <span class="profile-value">{f.value}</span>
              ) : (
                <span class="profile-blank">{t('speaker.notFilled')}</span>
              )}
            </dd>
          </div>
        ))}
      </dl>
      <p class="none">
        {checked ? t('speaker.checkedOn', { date: checked }) : t('speaker.neverChecked')}
      </p>
    </Card>
  );
}
