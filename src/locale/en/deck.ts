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
  'deck.exerciseTimeLeft': {
    text: 'Exercise time left',
    note: 'Name of the countdown, for screen readers. Checks rely on the English words.',
  },
  'deck.timeUp': {
    text: 'Time is up',
    note: 'On the projector, in place of the countdown, when an exercise ends. Short.',
  },
  'deck.wholeLeft': {
    text: '{left} in all',
    note: 'Under the countdown and what the groups do now. {left}: minutes and seconds left for the whole exercise.',
  },
  'deck.paused': { text: 'Paused', note: 'Under a clock that stands, on the projector. Short.' },
  'deck.backAt': {
    text: 'We go on at {time}',
    note: 'On the projector, during a break. {time}: clock time.',
  },
  'deck.breakOver': {
    text: 'Please come back',
    note: 'On the projector, when the time of a break is up. Short.',
  },
  'deck.firstReport': {
    text: 'First: Group {group} reports Case {number}',
    note: 'On the projector, before the reports begin. {group}: a number. {number}: I, II, III or IV.',
  },
  'deck.nowReports': {
    text: 'Now: Group {group} reports Case {number}',
    note: 'On the projector, while a group reports. {group}: a number. {number}: I, II, III or IV.',
  },
  'deck.nowSettle': {
    text: 'Now: we settle Case {number} together',
    note: 'On the projector, while the team gives the right analysis. {number}: I, II, III or IV. {group} may be used: a number.',
  },
  'deck.phase.groups': { text: 'Form groups', note: 'What the room does now.' },
  'deck.phase.read': {
    text: 'Read',
    note: 'What the groups do now: each reads the case in silence.',
  },
  'deck.phase.analyse': {
    text: 'Analyse',
    note: 'What the groups do now: apply the legal test to the case.',
  },
  'deck.phase.decide': {
    text: 'Misconduct and action',
    note: 'What the groups do now: judge our own side, and decide what one would do.',
  },
  'deck.phase.speaker': { text: 'Choose a speaker', note: 'What the groups do now.' },
  'deck.phase.quiz': { text: 'Quiz', note: 'What the room does now.' },
  'deck.phase.quiz-answers': { text: 'Quiz answers', note: 'What the room does now.' },
  'deck.phase.report': {
    text: 'Case {number}: report',
    note: 'What the room does now: a group reports its case. {number}: I, II, III or IV.',
  },
  'deck.phase.settle': {
    text: 'Case {number}: settle',
    note: 'What the room does now: the team gives the right analysis. {number}: I, II, III or IV.',
  },
  'deck.group': { text: 'Group {group}', note: '{group}: a number.' },
  'deck.case': { text: 'Case {number}', note: '{number}: I, II, III or IV.' },
  'deck.tables': {
    text: 'Where you sit, facing this wall',
    note: 'Above a plan of the groups’ tables on the projector. The top row is the one nearest to the wall.',
  },
  'deck.reportsFirst': {
    text: 'Group {group} reports, {others} {count, plural, one {adds} other {add}}',
    note: 'Beside a case that several groups had. {group}: number of the one that reports. {others}: numbers of the others.',
  },
  'deck.caseTitle': {
    text: '{title}',
    note: 'Above the analysis of a case on the projector. {title}: its title, as “Case I: …”. {number} may be used: I, II, III or IV.',
  },
  'deck.act': { text: 'Act', note: 'First part of the legal test: what was done.' },
  'deck.means': { text: 'Means', note: 'Second part of the legal test: how it was done.' },
  'deck.purpose': { text: 'Purpose', note: 'Third part of the legal test: why it was done.' },
  'deck.abstained': {
    text: 'Not sure',
    note: 'Hands of those who answer neither true nor false. Short: label of a bar.',
  },
  'deck.handsUp': {
    text: 'Your turn: raise your hand',
    note: 'Under a quiz statement on the projector, until the hands are counted. Short.',
  },
  'deck.countBefore': {
    text: '{count} before',
    note: 'At the end of a bar: raised hands at the first count. Short.',
  },
  'deck.countAfter': {
    text: '{count} now',
    note: 'At the end of a bar: raised hands at the second count. Short.',
  },
  'deck.quizShort': {
    text: 'No paper now: {count, plural, one {# statement} other {# statements}}, by show of hands',
    note: 'On the projector, in place of the task on paper, when time is short.',
  },
  'deck.quizShortHow': {
    text: 'Raise your hand for true, or for false. Hands may stay down. The sheet is for you, for later.',
    note: 'Under the line above.',
  },
  'deck.tally': {
    text: 'True {yes}, false {no}, not sure {abstained}',
    note: 'Raised hands for a quiz statement: three counts.',
  },
  'deck.speakerElsewhere': {
    text: 'The speaker view is open in another window. Look for it on your own screen, or open another one:',
    note: 'On the projector’s window after S, when the browser cannot bring the open window to the front. A link follows.',
  },
} as const satisfies Record<string, Entry>;
