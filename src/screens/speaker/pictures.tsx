import { addressFor } from '../live.ts';
import { t } from '../strings.ts';
import { useDesk } from './desk.ts';
import { caption, Picture } from './picture.tsx';

/** What the room sees, what comes on the next key, and the way there. */
export function Pictures() {
  const desk = useDesk();
  const { slide, step } = desk.place.value;
  const next = desk.placeBeside(1);
  const steps = desk.slide.value?.steps ?? 0;
  const open = desk.roomOpen.value;
  return (
    <section class="pictures" aria-label={t('speaker.slides')}>
      <figure>
        <figcaption>
          <strong>{t(desk.blank.value ? 'speaker.roomBlank' : 'speaker.roomSees')}</strong>{' '}
          {caption(desk, slide)}
          {steps > 0 && ` (${t('speaker.stepOf', { step, steps })})`}
        </figcaption>
        <div class={desk.blank.value ? 'is-blank' : ''}>
          <Picture slide={slide} step={step} />
        </div>
      </figure>
      <div class="row nav">
        <button type="button" onClick={() => desk.step(-1)}>
          {t('speaker.back')}
        </button>
        <button type="button" class="main" onClick={() => desk.step(1)}>
          {t('speaker.next')}
        </button>
        <button type="button" aria-pressed={desk.blank.value} onClick={desk.toggleBlank}>
          {t(desk.blank.value ? 'speaker.unblank' : 'speaker.blank')}
        </button>
      </div>
      {!open && (
        <div class="no-room" role="alert">
          <p>{t('speaker.deck.none')}</p>
          <div class="row">
            <button type="button" onClick={desk.openDeck}>
              {t('speaker.deck.open')} <kbd>O</kbd>
            </button>
            {desk.deckBlocked.value && (
              <a href={addressFor('room')} target="_blank" rel="noopener opener">
                {t('speaker.deck.link')}
              </a>
            )}
          </div>
        </div>
      )}
      <p class="notice" role="status">
        {desk.notice.value}
      </p>
      {next && (
        <figure>
          <figcaption>
            <strong>{t('speaker.nextSlide')}</strong>{' '}
            {next.slide === slide
              ? t('speaker.stepOf', { step: next.step, steps })
              : caption(desk, next.slide)}
          </figcaption>
          <Picture slide={next.slide} step={next.step} />
        </figure>
      )}
      <label class="field">
        <span>{t('speaker.goTo')}</span>
        <select value={slide} onChange={(e) => desk.go({ slide: e.currentTarget.value, step: 0 })}>
          {desk.room.slides.map((s) => (
            <option key={s.id} value={s.id}>
              {s.number} {s.headline}
            </option>
          ))}
        </select>
      </label>
    </section>
  );
}
