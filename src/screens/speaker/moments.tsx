import { useState } from 'preact/hooks';
import { t } from '../strings.ts';
import { useDesk } from './desk.ts';
import { Dialog } from './dialog.tsx';
import { Html } from './html.tsx';

/** Someone has disclosed, admitted, or is upset: the words to use, now. */
export function Moments() {
  const desk = useDesk();
  const { moments } = desk.speaker;
  const [chosen, choose] = useState(moments[0]?.id);
  const shown = moments.find((m) => m.id === chosen);
  return (
    <Dialog title={t('speaker.moments')} wide>
      <fieldset class="moment-choice" aria-label={t('speaker.moments')}>
        {moments.map((m) => (
          <button
            type="button"
            key={m.id}
            aria-pressed={m.id === chosen}
            onClick={() => choose(m.id)}
          >
            {m.title}
          </button>
        ))}
        <button type="button" class="quiet" onClick={desk.toggleBlank}>
          {t(desk.blank.value ? 'speaker.unblank' : 'speaker.blank')}
        </button>
      </fieldset>
      {shown && <Html html={shown.html} class="prose moment" />}
    </Dialog>
  );
}
