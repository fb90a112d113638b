import { t } from '../strings.ts';
import { Card } from './card.tsx';
import { useDesk } from './desk.ts';
import { InlineHtml } from './html.tsx';
import { otherSize } from './text-size.ts';

/** At most three lines, to be read at arm's length. */
export function MustSay() {
  const desk = useDesk();
  const lines = desk.notes.value?.mustSay ?? [];
  if (!lines.length) return null;
  return (
    <Card id="must-say" title={t('speaker.mustSay')}>
      <ul class="must-say" style={{ fontSize: `${desk.size.value}px` }}>
        {lines.map((line) => (
          <li key={line}>
            <InlineHtml html={line} />
          </li>
        ))}
      </ul>
      <div class="size-buttons">
        <button
          type="button"
          class="quiet"
          aria-label={t('speaker.smaller')}
          onClick={() => change(-1)}
        >
          A−
        </button>
        <button
          type="button"
          class="quiet"
          aria-label={t('speaker.larger')}
          onClick={() => change(1)}
        >
          A+
        </button>
      </div>
    </Card>
  );
  function change(by: 1 | -1) {
    desk.size.value = otherSize(desk.size.peek(), by);
  }
}
