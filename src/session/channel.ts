import { type Message, type MessageBody, messageSchema, type WindowRole } from './messages.ts';

export interface Channel {
  /** Names this window: also the writer of its journal events. */
  readonly id: string;
  send(body: MessageBody): void;
  /** A window that this one has opened: talked to directly where BroadcastChannel does not reach. */
  adopt(child: Window): void;
  close(): void;
}

interface Options {
  name: string;
  id: string;
  role: WindowRole;
  hear(message: Message): void;
}

/**
 * Talks to the other windows of this module: by BroadcastChannel, and by postMessage to the window that opened
 * this one and to those it opened. A message that comes by both ways is heard once; anything that is not one of
 * ours, by shape, by channel or by sender, is ignored.
 */
export function openChannel({ name, id, role, hear }: Options): Channel {
  const known = new Set<Window>();
  const opener = window.opener as Window | null;
  if (opener) known.add(opener);
  const last = new Map<string, number>();
  let n = 0;

  const receive = (data: unknown): void => {
    const parsed = messageSchema.safeParse(data);
    if (!parsed.success) return;
    const message = parsed.data;
    if (message.channel !== name || message.from === id) return;
    if (message.n <= (last.get(message.from) ?? -1)) return;
    last.set(message.from, message.n);
    hear(message);
  };
  const onMessage = (event: MessageEvent): void => {
    if (known.has(event.source as Window) && sameOrigin(event.origin)) receive(event.data);
  };

  const broadcast = broadcastChannel(name);
  if (broadcast) broadcast.onmessage = (event) => receive(event.data);
  window.addEventListener('message', onMessage);

  return {
    id,
    send(body) {
      const message: Message = { channel: name, from: id, n: n++, role, body };
      broadcast?.postMessage(message);
      for (const one of known) {
        if (one.closed) known.delete(one);
        else post(one, message);
      }
    },
    adopt(child) {
      known.add(child);
    },
    close() {
      broadcast?.close();
      window.removeEventListener('message', onMessage);
    },
  };
}

function broadcastChannel(name: string): BroadcastChannel | null {
  try {
    return new BroadcastChannel(name);
  } catch {
    return null;
  }
}

/** Files have no origin to name ("null"); there any target must do, and the receiver checks the sender. */
const fromFile = location.protocol === 'file:';

function post(target: Window, message: Message): void {
  try {
    target.postMessage(message, fromFile ? '*' : location.origin);
  } catch {
    // The window is being closed.
  }
}

function sameOrigin(origin: string): boolean {
  return fromFile ? origin === 'null' || origin === 'file://' : origin === location.origin;
}
