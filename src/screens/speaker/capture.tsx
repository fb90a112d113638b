import { NOTE_LENGTH } from '../../session/index.ts';
import { mmss } from '../../syllabus/index.ts';
import { t } from '../strings.ts';
import { Card } from './card.tsx';
import { useDesk } from './desk.ts';

/** The issues list: one line, Enter, done. Never a name. */
export function Capture() {
  const desk = useDesk();
  const { notes } = desk.live.state.value;
  const save = (event: SubmitEvent): void => {
    event.preventDefault();
    const form = event.currentTarget as HTMLFormElement;
    const input = form.elements.namedItem('issue') as HTMLInputElement;
    const text = input.value.trim();
    if (text) desk.write({ type: 'note', text });
    input.value = '';
    input.blur();
  };
  return (
    <Card id="capture" title={t('speaker.issues')}>
      <form class="capture" onSubmit={save}>
        <label class="visually-hidden" for="issue">
          {t('speaker.issueLabel')}
        </label>
        <input
          id="issue"
          name="issue"
          maxLength={NOTE_LENGTH}
          autocomplete="off"
          placeholder={t('speaker.issueHint')}
          onKeyDown={(e) => e.key === 'Escape' && e.currentTarget.blur()}
        />
        <button type="submit">{t('speaker.issueAdd')}</button>
      </form>
      <ul class="notes-list">
        {[...notes].reverse().map((note) => (
          <li key={note.id}>
            <span class="when">
              {note.segment ?? ''} {mmss(note.elapsedMs, 'gone')}
            </span>{' '}
            {note.text}
          </li>
        ))}
      </ul>
    </Card>
  );
}
