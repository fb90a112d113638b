import type { RoomData } from '../../model/index.ts';
import type { WindowRole } from '../../session/index.ts';
import { addressFor } from '../live.ts';

const handles = new Map<WindowRole, Window>();
const nameOf = (role: WindowRole, room: RoomData): string => `${role}-${room.module}-${room.lang}`;

export type Opened =
  | { kind: 'opened'; window: Window }
  | { kind: 'focused' }
  /** Another window of this role lives, but the browser does not let us bring it to the front. */
  | { kind: 'elsewhere' }
  | { kind: 'blocked' };

/** Opens the other window, or brings the one that is open to the front. `alive`: one has answered. */
export function openWindow(
  role: WindowRole,
  room: RoomData,
  alive: boolean,
  features = '',
): Opened {
  const known = handles.get(role);
  if (known && !known.closed) {
    known.focus();
    return { kind: 'focused' };
  }
  const child = window.open('', nameOf(role, room), features);
  if (!child) return { kind: 'blocked' };
  if (!isNew(child)) {
    handles.set(role, child);
    child.focus();
    return { kind: 'focused' };
  }
  if (alive) {
    child.close();
    return { kind: 'elsewhere' };
  }
  handles.set(role, child);
  child.location.href = addressFor(role);
  child.focus();
  return { kind: 'opened', window: child };
}

/** A window that the name did not find is new, empty, and ours to read. */
function isNew(child: Window): boolean {
  try {
    return child.location.href === 'about:blank';
  } catch {
    return false;
  }
}

/** A link inside a slide or a note must not take a running session's window away. */
export function linksInNewWindows(): void {
  document.addEventListener(
    'click',
    (event) => {
      const link = (event.target as Element).closest<HTMLAnchorElement>('a[href]');
      if (!link || link.target || link.download) return;
      link.target = '_blank';
      link.rel = 'noopener';
    },
    { capture: true },
  );
}
