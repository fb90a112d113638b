import type { Entry } from '../index.ts';

/** The projector: what the room sees besides the slides. */
export const deck = {
  'deck.yourTurn': { text: 'Your turn', note: 'Above a question to the room.' },
  'deck.segments': {
    text: 'Where we are in the session',
    note: 'Name of the thin line at the foot of a slide, for screen readers.',
  },
  'deck.blanked': {
    text: 'The screen is blank. Press B to go on.',
    note: 'For screen readers, when the trainer has blanked the projector. B is a key.',
  },
  'deck.popupBlocked': {
    text: 'The browser did not open the speaker view. Allow pop-ups for this file, or open this link in a new window, on your own screen:',
    note: 'Shown to the trainer on the projector’s window after S was pressed and the browser blocked the pop-up. A link follows.',
  },
  'deck.openSpeaker': { text: 'Open the speaker view', note: 'Link or button.' },
  'deck.close': { text: 'Close', note: 'Button: closes a small panel.' },
  'deck.helpTitle': { text: 'Keys', note: 'Title of the panel that lists the keyboard’s keys.' },
  'deck.help.next': { text: 'Next step or slide', note: 'Keys help.' },
  'deck.help.back': { text: 'Back', note: 'Keys help.' },
  'deck.help.firstLast': { text: 'First, last slide', note: 'Keys help.' },
  'deck.help.speaker': { text: 'Speaker view, in its own window', note: 'Keys help.' },
  'deck.help.blank': { text: 'Blank the screen, and back', note: 'Keys help.' },
  'deck.help.overview': { text: 'All slides at a glance', note: 'Keys help.' },
  'deck.help.full': { text: 'Full screen', note: 'Keys help.' },
  'deck.help.edge': {
    text: 'Clock at the edge of the slide (one screen only)',
    note: 'Keys help: shows or hides a small clock on the projector.',
  },
  'deck.help.this': { text: 'These keys', note: 'Keys help.' },
} as const satisfies Record<string, Entry>;
