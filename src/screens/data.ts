/** The page's data blocks, read once. */
import type { RoomData, SpeakerData } from '../model/index.ts';

function read<T>(id: string): T {
  return JSON.parse(document.getElementById(id)?.textContent ?? 'null') as T;
}

export const readRoom = (): RoomData => read<RoomData>('room-data');
/** For the speaker's windows only. */
export const readSpeaker = (): SpeakerData => read<SpeakerData>('speaker-data');
/** The room's window does not hold the notes, whatever happens in it. */
export const dropSpeaker = (): void => document.getElementById('speaker-data')?.remove();
