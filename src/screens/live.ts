/** What every window of a session shares: the journal, the time, and the other windows. */
import { computed, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { EventBody, RoomData } from '../model/index.ts';
import {
  type Channel,
  channelName,
  journalKey,
  type Keeping,
  type Message,
  openChannel,
  openStore,
  type Store,
  serialise,
  type WindowRole,
} from '../session/index.ts';
import { type Status, status } from '../syllabus/index.ts';
import { type ClockJump, newId, runClock, wallNow } from './clock-source.ts';

export interface Place {
  slide: string;
  step: number;
}

export interface Live {
  room: RoomData;
  role: WindowRole;
  store: Store;
  channel: Channel;
  now: Signal<number>;
  /** Everything on the screen comes from here. */
  state: ReadonlySignal<Status>;
  keeping: Signal<Keeping>;
  setAside: Signal<string | null>;
  /** Text of the session that a new one or a file has put out of the way; held as long as this window is open. */
  replaced: Signal<string | null>;
  /** Other windows heard of lately: id → role. */
  peers: Signal<ReadonlyMap<string, WindowRole>>;
  /** Writes events, in this order, and tells the other windows. */
  write(...bodies: EventBody[]): void;
  /** A new, empty journal in all windows. */
  beginAnew(): void;
  /** Takes in a journal's text (a file, another window). */
  take(text: string, replace: boolean): ReturnType<Store['take']>;
  /** The session that was put out of the way takes its place again. */
  bringBack(): void;
  /** Messages that are not about the journal. */
  onMessage(hear: (message: Message) => void): void;
  onJump(hear: (jump: ClockJump) => void): void;
}

/** Other windows are asked so often whether they live; one that leaves two askings unanswered is gone. */
const PING_MS = 2_000;
const UNANSWERED = 2;
/** While a session runs, the journal says at least so often that it does: after a crash, how long the gap was. */
const HEARTBEAT_MS = 60_000;
/** A longer silence in the journal of a running session: no window was open, or the computer slept. */
export const SILENT_MS = 150_000;

export function goLive(room: RoomData, role: WindowRole): Live {
  const names = { module: room.module, lang: room.lang };
  const id = newId();
  const now = signal(wallNow());
  const revision = signal(0);
  const keeping = signal<Keeping>('kept');
  const setAside = signal<string | null>(null);
  const replaced = signal<string | null>(null);
  const peers = signal<ReadonlyMap<string, WindowRole>>(new Map());
  const unanswered = new Map<string, number>();
  const hearers: ((message: Message) => void)[] = [];
  const jumpers: ((jump: ClockJump) => void)[] = [];

  const store = openStore({
    names,
    writer: id,
    storage: () => localStorage,
    newSession: newId,
    changed: () => queueMicrotask(noticed),
  });
  noticed();
  function noticed(): void {
    keeping.value = store.keeping;
    setAside.value = store.setAside;
    now.value = Math.max(now.peek(), wallNow());
    revision.value++;
  }

  const state = computed(() => {
    revision.value;
    return status(room.plans, store.journal, now.value);
  });

  const channel = openChannel({ name: channelName(names), id, role, hear });
  function hear(message: Message): void {
    const { from, body } = message;
    unanswered.set(from, 0);
    if (body.type === 'bye') {
      unanswered.delete(from);
      setPeers((map) => map.delete(from));
      return;
    }
    if (peers.peek().get(from) !== message.role) setPeers((map) => map.set(from, message.role));
    if (body.type === 'ping' || body.type === 'hello') channel.send({ type: 'here' });
    if (body.type === 'hello') {
      if (store.journal.events.length)
        channel.send({ type: 'journal', text: serialise(store.journal), replace: false });
    }
    if (body.type === 'journal') {
      const known = store.journal.events.length;
      if (store.take(body.text, body.replace) === 'merged' && store.journal.events.length > known)
        noticed();
    }
    for (const one of hearers) one(message);
  }
  function setPeers(change: (map: Map<string, WindowRole>) => void): void {
    const map = new Map(peers.peek());
    change(map);
    peers.value = map;
  }

  window.addEventListener('storage', (event) => {
    if (event.key === null || event.key.startsWith(journalKey(names))) {
      store.refresh();
      noticed();
    }
  });
  window.addEventListener('pagehide', () => channel.send({ type: 'bye' }));
  window.addEventListener('pageshow', (event) => {
    if (event.persisted) channel.send({ type: 'hello' });
  });

  let lastPing = 0;
  const ping = (): void => {
    for (const [peer, times] of unanswered) {
      if (times >= UNANSWERED) {
        unanswered.delete(peer);
        setPeers((map) => map.delete(peer));
      } else unanswered.set(peer, times + 1);
    }
    channel.send({ type: 'ping' });
  };
  runClock(
    (time) => {
      now.value = time;
      if (Math.abs(time - lastPing) >= PING_MS) {
        lastPing = time;
        ping();
      }
      heartbeat(time);
      // With the seconds of the session's clock, so that every second is seen and none twice.
      return 1_000 - (state.peek().elapsedMs % 1_000);
    },
    (jump) => {
      for (const one of jumpers) one(jump);
    },
  );

  /** Says again what the room sees; by the rules of the clock this changes nothing. */
  function heartbeat(time: number): void {
    if (role === 'report') return;
    const at = store.journal.events.at(-1)?.at;
    // The speaker view is a second late, so that one window of two does it.
    const silent = at === undefined ? 0 : time - at;
    if (silent < HEARTBEAT_MS + (role === 'room' ? 0 : 1_000)) return;
    // After a gap, first a person says what it was.
    if (silent > SILENT_MS) return;
    const { phase, slide, step } = state.peek();
    if (phase === 'running' && slide) write({ type: 'slide-shown', slide, step });
  }

  function write(...bodies: EventBody[]): void {
    for (const body of bodies) {
      const text = store.append(body, wallNow());
      channel.send({ type: 'journal', text, replace: false });
    }
    noticed();
  }

  const live: Live = {
    room,
    role,
    store,
    channel,
    now,
    state,
    keeping,
    setAside,
    replaced,
    peers,
    write,
    beginAnew() {
      if (store.journal.events.length) replaced.value = serialise(store.journal);
      channel.send({ type: 'journal', text: store.begin(), replace: true });
      noticed();
    },
    take(text, replace) {
      const before = store.journal;
      const result = store.take(text, replace);
      if (store.journal.session !== before.session && before.events.length)
        replaced.value = serialise(before);
      noticed();
      if (result === 'merged')
        channel.send({ type: 'journal', text: serialise(store.journal), replace });
      return result;
    },
    bringBack() {
      const text = replaced.peek();
      replaced.value = null;
      if (text !== null) live.take(text, true);
    },
    onMessage: (one) => void hearers.push(one),
    onJump: (one) => void jumpers.push(one),
  };
  channel.send({ type: 'hello' });
  return live;
}

/** Does another window with this role live? */
export const hasPeer = (peers: ReadonlyMap<string, WindowRole>, role: WindowRole): boolean =>
  [...peers.values()].includes(role);

/** Address of this file in another role. */
export function addressFor(role: WindowRole): string {
  const base = location.href.replace(/[?#].*$/, '');
  return role === 'room' ? base : `${base}?${role}`;
}

/** The slide before or after, and the place a step away. */
export function nextPlace(room: RoomData, { slide, step }: Place, by: 1 | -1): Place | null {
  const index = room.slides.findIndex((s) => s.id === slide);
  const here = room.slides[index];
  if (!here) return room.slides[0] ? { slide: room.slides[0].id, step: 0 } : null;
  const wanted = step + by;
  if (wanted >= 0 && wanted <= here.steps) return { slide, step: wanted };
  const other = room.slides[index + by];
  return other ? { slide: other.id, step: by > 0 ? 0 : other.steps } : null;
}
