/** The speaker view: the trainer's own window. */
import { render } from 'preact';
import type { SpeakerData } from '../../model/index.ts';
import { after } from '../clock-source.ts';
import type { Live } from '../live.ts';
import { applyProfile, readProfile } from '../shared/profile.ts';
import { linksInNewWindows } from '../shared/windows.ts';
import { t } from '../strings.ts';
import { App } from './app.tsx';
import { DeskContext, newDesk } from './desk.ts';
import { listen } from './keyboard.ts';
import { aloneAfter, type Found, lookForUnfinished } from './recovery.tsx';
import { withSavedFacts } from './saved-facts.ts';
import { soundOnTime } from './sound.ts';
import { keepAwake } from './wake-lock.ts';

/** So long another window has to answer before an unfinished session counts as found. */
const ANSWER_MS = 300;

export function startSpeaker(live: Live, speaker: SpeakerData): void {
  document.body.dataset.role = 'speaker';
  document.body.dataset.scheme = 'auto';
  document.title = `${t('speaker.title')} · ${live.room.title}`;
  const room = document.getElementById('room');
  // The pictures are what the room sees: without what is for the team only.
  if (room) applyProfile(room, readProfile(false), false);
  const sections = new Map(
    [...(room?.querySelectorAll<HTMLElement>('section[data-slide]') ?? [])].map((s) => [
      s.dataset.slide ?? '',
      s,
    ]),
  );
  room?.remove();
  const root = document.getElementById('app');
  if (!root) return;
  const desk = newDesk(live, withSavedFacts(speaker, readProfile(true)), sections);
  listen(desk);
  keepAwake(live);
  soundOnTime(live, desk.sound);
  linksInNewWindows();
  const show = (found: Found | null): void =>
    render(
      <DeskContext.Provider value={desk}>
        <App key={String(found !== null)} found={found} />
      </DeskContext.Provider>,
      root,
    );
  show(null);
  const openedAt = live.now.peek();
  after(ANSWER_MS, () => {
    // Started meanwhile by a quick hand on a slow machine: that session was not found, it has just begun.
    if ((live.state.peek().startedAt ?? 0) >= openedAt) return;
    const found = lookForUnfinished(live, aloneAfter(desk));
    if (found) show(found);
  });
}
