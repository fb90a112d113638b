import { t } from '../strings.ts';
import { Fold } from './card.tsx';
import { useDesk } from './desk.ts';
import { Html } from './html.tsx';

/** The longer notes, each folded under its name. */
export function FoldedNotes() {
  const { notes, slide } = useDesk();
  const n = notes.value;
  if (!n) return null;
  return (
    <div class="folds" key={slide.value?.id}>
      {n.talkingPoints && (
        <Fold title={t('speaker.talkingPoints', { words: n.words })}>
          <Html html={n.talkingPoints} />
        </Fold>
      )}
      {n.facilitatorNotes && (
        <Fold title={t('speaker.facilitatorNotes')}>
          <Html html={n.facilitatorNotes} />
        </Fold>
      )}
      {n.thenAndNow && (
        <Fold title={t('speaker.thenAndNow')}>
          <Html html={n.thenAndNow} />
        </Fold>
      )}
      {n.criteria.length > 0 && (
        <Fold title={t('speaker.why')}>
          <p>{t('speaker.whyServes', { criteria: n.criteria.join(', ') })}</p>
        </Fold>
      )}
    </div>
  );
}
