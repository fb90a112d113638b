import { t } from '../strings.ts';
import { useDesk } from './desk.ts';
import { Html } from './html.tsx';

/** What not to ask or show; one press away from what to do when somebody discloses. */
export function Care() {
  const desk = useDesk();
  const html = desk.notes.value?.care;
  return (
    <section class={html ? 'care' : 'care is-quiet'} aria-label={t('speaker.care')}>
      {html && (
        <>
          <h2>{t('speaker.care')}</h2>
          <Html html={html} />
        </>
      )}
      <button
        type="button"
        onClick={() => {
          desk.dialog.value = 'moments';
        }}
      >
        {t('speaker.moments')} <kbd>D</kbd>
      </button>
    </section>
  );
}
