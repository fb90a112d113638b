/** The room's window: slides, the segment line, exercises, the blank screen. It never holds a note. */
import { effect } from '@preact/signals';
import { drawCharts } from '../charts/index.ts';
import { watchSteps } from '../clock-steps.ts';
import type { Live } from '../live.ts';
import { isPlain, isTyping } from '../shared/keys.ts';
import { applyProfile, readProfile } from '../shared/profile.ts';
import { linksInNewWindows } from '../shared/windows.ts';
import { dir, t } from '../strings.ts';
import { faceSlide } from '../wall/exercise.ts';
import { fitSlide } from '../wall/fit.ts';
import { segmentLine } from '../wall/segment-line.ts';
import { isLeftOut } from '../wall/steps.ts';
import { edgeClock } from './edge-clock.ts';
import { toggleHelp } from './help.ts';
import { closePanel, panelIsOpen } from './panel.ts';
import { startReveal } from './reveal.ts';
import { openSpeaker } from './speaker-window.ts';

export async function startProjector(live: Live): Promise<void> {
  document.body.dataset.role = 'room';
  document.getElementById('app')?.remove();
  document.getElementById('room')?.setAttribute('role', 'main');
  applyProfile(document, readProfile(false), false);
  const deck = await startReveal(dir === 'rtl', () => isTyping() || panelIsOpen());
  const line = segmentLine(t('deck.segments'));
  document.querySelector('#room .slides')?.append(line.element);
  const edge = edgeClock();
  document.querySelector('#room .reveal')?.append(edge.element);
  const said = document.createElement('p');
  said.className = 'visually-hidden';
  said.setAttribute('role', 'status');
  document.body.append(said);

  const drawn = new WeakSet<HTMLElement>();
  let wasBlank = false;
  /** A move asked for from outside is not told to the windows that asked. */
  let asked = false;
  let before = deck.place();

  const start = live.state.peek();
  const inHash = decodeURIComponent(location.hash.slice(1));
  if (start.slide && start.phase !== 'finished' && start.phase !== 'not-started')
    deck.go({ slide: start.slide, step: start.step });
  else if (inHash) deck.go({ slide: inHash, step: 0 });

  deck.onMove(moved);
  moved();
  effect(() => face());
  // Measured and drawn once more when the letters are there.
  void document.fonts.ready.then(() => {
    fitSlide(deck.slide());
    drawCharts(deck.slide());
  });
  window.addEventListener('resize', () => drawn.has(deck.slide()) && fitSlide(deck.slide()));

  function moved(): void {
    const place = deck.place();
    // A window that leads has passed over them itself, or means to show one all the same.
    if (!asked && passedOver(place)) return;
    before = place;
    if (!asked) record();
    const blank = deck.isBlank();
    if (!asked || blank !== wasBlank) live.channel.send({ type: 'slide-is', ...place, blank });
    if (blank !== wasBlank) said.textContent = blank ? t('deck.blanked') : '';
    wasBlank = blank;
    try {
      history.replaceState(null, '', `#${place.slide}`);
    } catch {
      // Some browsers refuse it for files.
    }
    face();
    const seen = deck.seen();
    if (seen.length > 1) for (const slide of seen) drawCharts(slide);
    else if (seen[0] && !drawn.has(seen[0])) {
      drawn.add(seen[0]);
      fitSlide(seen[0]);
      drawCharts(seen[0]);
    }
  }

  /** In the quiz's short version the other items are passed over, in the direction of the move. */
  function passedOver(place: { slide: string; step: number }): boolean {
    const slide = deck.slide();
    if (slide.dataset.exercise !== 'quiz-answers') return false;
    if (!isLeftOut(slide, place.step, live.room, live.state.peek())) return false;
    const forward =
      before.slide !== place.slide
        ? live.room.slides.findIndex((s) => s.id === before.slide) <
          live.room.slides.findIndex((s) => s.id === place.slide)
        : place.step >= before.step;
    before = place;
    if (forward) deck.next();
    else deck.back();
    return true;
  }

  /** The journal knows what the room sees, while a session runs. */
  function record(): void {
    const { phase, slide, step } = live.state.peek();
    const place = deck.place();
    if (phase !== 'running' && phase !== 'paused') return;
    if (slide !== place.slide || step !== place.step) live.write({ type: 'slide-shown', ...place });
  }

  function face(): void {
    const state = live.state.value;
    line.show(state, deck.place().slide);
    faceSlide(deck.slide(), live.room, state);
    edge.show(state);
  }

  function follow(act: () => void): void {
    asked = true;
    try {
      act();
    } finally {
      asked = false;
    }
  }

  live.onMessage(({ body, role }) => {
    if (body.type === 'slide-go') follow(() => deck.go(body));
    if (body.type === 'blank') deck.blank(body.on);
    if (body.type === 'slide-is' && role === 'room')
      follow(() => {
        deck.go(body);
        deck.blank(body.blank);
      });
    if (body.type === 'hello')
      live.channel.send({ type: 'slide-is', ...deck.place(), blank: deck.isBlank() });
    if (body.type === 'focus' && body.role === 'room') window.focus();
  });
  watchSteps(live);
  linksInNewWindows();

  // Before reveal.js, which takes some keyboards' `?` for its own `/`.
  document.addEventListener(
    'keydown',
    (event) => {
      if (isTyping() || !isPlain(event)) return;
      const key = event.key.toLowerCase();
      if (key === 'escape' && panelIsOpen()) closePanel();
      else if (key === 's') openSpeaker(live);
      else if (key === '?' || key === 'f1') toggleHelp();
      else if (key === 't') {
        edge.toggle();
        edge.show(live.state.peek());
      } else return;
      event.preventDefault();
      event.stopImmediatePropagation();
    },
    { capture: true },
  );
}
