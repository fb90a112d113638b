import { openWindow } from '../shared/windows.ts';
import { t } from '../strings.ts';
import type { Desk } from './desk.ts';

interface ScreenLike {
  isPrimary: boolean;
  availLeft: number;
  availTop: number;
  availWidth: number;
  availHeight: number;
}
interface ScreensWindow {
  getScreenDetails?: () => Promise<{ screens: ScreenLike[]; currentScreen: ScreenLike }>;
}

/** Opens the slides for the projector: on the second screen where the browser lets us, else it says how. */
export async function openDeckWindow(desk: Desk): Promise<void> {
  const other = await secondScreen();
  const features = other
    ? `popup,left=${other.availLeft},top=${other.availTop},width=${other.availWidth},height=${other.availHeight}`
    : '';
  const opened = openWindow('room', desk.room, desk.roomOpen.peek(), features);
  if (opened.kind === 'opened') desk.live.channel.adopt(opened.window);
  const said = {
    opened: other ? 'speaker.deck.onSecond' : 'speaker.deck.moveIt',
    focused: 'speaker.deck.focused',
    elsewhere: 'speaker.deck.elsewhere',
    blocked: 'speaker.deck.blocked',
  } as const;
  desk.deckBlocked.value = opened.kind === 'blocked';
  desk.notice.value = t(said[opened.kind]);
}

/** Window Management API, Chromium only; asks the person's leave the first time. */
async function secondScreen(): Promise<ScreenLike | null> {
  const { getScreenDetails } = window as ScreensWindow;
  if (!getScreenDetails || !(screen as { isExtended?: boolean }).isExtended) return null;
  try {
    const { screens, currentScreen } = await getScreenDetails.call(window);
    return screens.find((s) => s !== currentScreen) ?? null;
  } catch {
    return null;
  }
}
