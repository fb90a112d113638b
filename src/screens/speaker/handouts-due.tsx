import { t } from '../strings.ts';
import { Card } from './card.tsx';
import { useDesk } from './desk.ts';
import { Html } from './html.tsx';

/** Which paper belongs to this slide. */
export function HandoutsDue() {
  const { notes } = useDesk();
  const html = notes.value?.handOut;
  if (!html) return null;
  return (
    <Card id="handouts" title={t('speaker.handOut')}>
      <Html html={html} class="prose links-open" />
    </Card>
  );
}
