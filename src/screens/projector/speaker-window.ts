import { addressFor, hasPeer, type Live } from '../live.ts';
import { openWindow } from '../shared/windows.ts';
import { t } from '../strings.ts';
import { paragraph, showPanel } from './panel.ts';

/** `S`: the speaker view in its own window, or what to do where the browser does not open it. */
export function openSpeaker(live: Live): void {
  const features = `popup,width=${Math.min(1440, screen.availWidth)},height=${Math.min(900, screen.availHeight)}`;
  const alive = hasPeer(live.peers.peek(), 'speaker');
  const opened = openWindow('speaker', live.room, alive, features);
  if (opened.kind === 'opened') live.channel.adopt(opened.window);
  if (opened.kind === 'blocked') {
    if (alive) live.channel.send({ type: 'focus', role: 'speaker' });
    showPanel(t('deck.openSpeaker'), paragraph(t('deck.popupBlocked')), link());
  }
  if (opened.kind === 'elsewhere') {
    live.channel.send({ type: 'focus', role: 'speaker' });
    showPanel(t('deck.openSpeaker'), paragraph(t('deck.speakerElsewhere')), link());
  }
}

function link(): HTMLElement {
  const a = document.createElement('a');
  a.href = addressFor('speaker');
  a.target = '_blank';
  a.rel = 'opener';
  a.textContent = t('deck.openSpeaker');
  const p = document.createElement('p');
  p.append(a);
  return p;
}
