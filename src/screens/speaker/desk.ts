/** What all parts of the speaker view share: the session, where the room is, and what a key or a button does. */
import { computed, effect, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type {
  EventBody,
  RoomData,
  SlideContent,
  SlideNotes,
  SpeakerData,
} from '../../model/index.ts';
import { redo, undo } from '../../syllabus/index.ts';
import { type Gap, watchSteps } from '../clock-steps.ts';
import { hasPeer, type Live, nextPlace, type Place } from '../live.ts';
import { isLeftOut, quizItemAt } from '../wall/steps.ts';
import { openDeckWindow } from './deck-window.ts';
import { keptSize } from './text-size.ts';

export type DialogId = 'keys' | 'moments' | 'finish' | 'new-session' | 'groups' | 'import';

export interface Desk {
  live: Live;
  room: RoomData;
  speaker: SpeakerData;
  /** The slides as the compiler made them, to be copied for the pictures. */
  sections: ReadonlyMap<string, HTMLElement>;
  /** What the room sees, or would see. */
  place: Signal<Place>;
  slide: ReadonlySignal<SlideContent | undefined>;
  notes: ReadonlySignal<SlideNotes | undefined>;
  blank: Signal<boolean>;
  roomOpen: ReadonlySignal<boolean>;
  dialog: Signal<DialogId | null>;
  /** A line that says what has just been done, or what cannot be done. */
  notice: Signal<string>;
  /** The browser did not open the projector's window: a link is offered. */
  deckBlocked: Signal<boolean>;
  gap: Signal<Gap | null>;
  /** Size of the must-say lines, px. */
  size: Signal<number>;
  /** In the quiz, all items though the plan says the short version: of this window. */
  allItems: Signal<boolean>;
  /** Which count of hands is typed; null: the last one taken. Forgotten when another item comes. */
  round: Signal<'1' | '2' | null>;
  /** Soft tones at the end of a phase, from this window. */
  sound: Signal<boolean>;
  go(place: Place): void;
  step(by: 1 | -1): void;
  /** Where a step leads; in the quiz's short version past the items that are left out. */
  placeBeside(by: 1 | -1): Place | null;
  /** Another record is open now: the room goes to its slide. */
  goWhereRecorded(): void;
  toggleBlank(): void;
  write(...bodies: EventBody[]): void;
  start(): void;
  undo(): void;
  redo(): void;
  openDeck(): void;
}

export function newDesk(
  live: Live,
  speaker: SpeakerData,
  sections: ReadonlyMap<string, HTMLElement>,
): Desk {
  const { room } = live;
  const first = room.slides[0]?.id ?? '';
  const known = live.state.peek();
  const place = signal<Place>(
    known.slide ? { slide: known.slide, step: known.step } : { slide: first, step: 0 },
  );
  const slide = computed(() => room.slides.find((s) => s.id === place.value.slide));
  const blank = signal(false);
  const notice = signal('');
  const itemAt = ({ slide: id, step }: Place): string | undefined => {
    const section = sections.get(id);
    return section && quizItemAt(section, step)?.item;
  };
  const show = (next: Place): void => {
    const { slide: id, step } = place.peek();
    if (!room.slides.some((s) => s.id === next.slide)) return;
    if (id === next.slide && step === next.step) return;
    place.value = { slide: next.slide, step: next.step };
    if (itemAt(next) !== itemAt({ slide: id, step })) desk.round.value = null;
  };

  // A window that was asleep or has just opened learns from the journal where the room is.
  let seen = '';
  effect(() => {
    const { slide: id, step, phase } = live.state.value;
    const now = `${id} ${step}`;
    if (now === seen) return;
    seen = now;
    if (id && phase !== 'not-started') show({ slide: id, step });
  });

  live.onMessage(({ body, role }) => {
    if (body.type === 'slide-is' && role === 'room') {
      show(body);
      blank.value = body.blank;
    }
    // Two speaker views: the other one moved.
    if (body.type === 'slide-go') show(body);
    if (body.type === 'focus' && body.role === 'speaker') window.focus();
  });

  const leftOut = ({ slide: id, step }: Place): boolean => {
    const section = sections.get(id);
    if (section?.dataset.exercise !== 'quiz-answers' || desk.allItems.value) return false;
    return isLeftOut(section, step, room, live.state.value);
  };
  const runs = (): boolean => ['running', 'paused'].includes(live.state.peek().phase);
  const desk: Desk = {
    live,
    room,
    speaker,
    sections,
    place,
    slide,
    notes: computed(() => speaker.notes[place.value.slide]),
    blank,
    roomOpen: computed(() => hasPeer(live.peers.value, 'room')),
    dialog: signal(null),
    notice,
    deckBlocked: signal(false),
    gap: watchSteps(live),
    size: signal(keptSize()),
    allItems: signal(false),
    round: signal(null),
    sound: signal(false),
    go(next) {
      show(next);
      const { slide: id, step } = live.state.peek();
      if (runs() && (id !== next.slide || step !== next.step))
        live.write({ type: 'slide-shown', ...next });
      live.channel.send({ type: 'slide-go', ...next });
    },
    step(by) {
      const next = desk.placeBeside(by);
      if (next) desk.go(next);
    },
    placeBeside(by) {
      let next = nextPlace(room, place.value, by);
      while (next && leftOut(next)) next = nextPlace(room, next, by);
      return next;
    },
    goWhereRecorded() {
      const { slide: id, step } = live.state.peek();
      if (id) desk.go({ slide: id, step });
    },
    toggleBlank() {
      blank.value = !blank.peek();
      live.channel.send({ type: 'blank', on: blank.peek() });
    },
    write: (...bodies) => live.write(...bodies),
    start() {
      live.write(
        { type: 'started', variant: live.state.peek().variant },
        { type: 'slide-shown', ...place.peek() },
      );
    },
    undo() {
      const body = undo(live.store.journal);
      if (body) live.write(body);
    },
    redo() {
      const body = redo(live.store.journal);
      if (body) live.write(body);
    },
    openDeck: () => void openDeckWindow(desk),
  };
  return desk;
}

export const DeskContext = createContext<Desk | null>(null);

export function useDesk(): Desk {
  const desk = useContext(DeskContext);
  if (!desk) throw new Error('Unexpected component outside the desk');
  return desk;
}
