/** The speaker view: the trainer's own window. */
import { render } from 'preact';
import type { SpeakerData } from '../../model/index.ts';
import { after } from '../clock-source.ts';
import type { Live } from '../live.ts';
import { t } from '../strings.ts';
import { App } from './app.tsx';
import { DeskContext, newDesk } from './desk.ts';
import { listen } from './keyboard.ts';
import { aloneAfter, lookForUnfinished } from './recovery.tsx';
import { keepAwake } from './wake-lock.ts';

/** So long another window has to answer before an unfinished session counts as found. */
const ANSWER_MS = 300;

export function startSpeaker(live: Live, speaker: SpeakerData): void {
  document.body.dataset.role = 'speaker';
  document.body.dataset.scheme = 'auto';
  document.title = `${t('speaker.title')} · ${live.room.title}`;
  const room = document.getElementById('room');
  const sections = new Map(
    [...(room?.querySelectorAll<HTMLElement>('section[data-slide]') ?? [])].map((s) => [
      s.dataset.slide ?? '',
      s,
    ]),
  );
  room?.remove();
  const root = document.getElementById('app');
  if (!root) return;
  const desk = newDesk(live, speaker, sections);
  listen(desk);
  keepAwake(live);
  const found = lookForUnfinished(live);
  const show = (recover: boolean): void =>
    render(
      <DeskContext.Provider value={desk}>
        <App key={String(recover)} found={recover ? found : null} />
      </DeskContext.Provider>,
      root,
    );
  show(false);
  if (found) after(ANSWER_MS, () => aloneAfter(desk) && show(true));
}
