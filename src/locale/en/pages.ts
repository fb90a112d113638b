import type { Entry } from '../index.ts';

/** Front doors, review page and handouts. */
export const pages = {
  'pages.print': { text: 'Print', note: 'Button on a handout.' },
  'pages.printWithNotes': {
    text: 'Print the facilitator’s part too',
    note: 'Checkbox on a handout whose facilitator part is left out of print unless asked for.',
  },
  'pages.back': { text: 'All materials', note: 'Link from a page to the list of everything.' },
  'pages.skip': { text: 'Skip to the text', note: 'Link for keyboard users at the top of a page.' },
  'pages.contents': { text: 'Contents', note: 'Heading of a table of contents.' },
  'pages.page': { text: 'Page', note: 'Before a page number in a printed footer: Page 2 of 4.' },
  'pages.of': {
    text: 'of',
    note: 'Between page number and page count in a printed footer: Page 2 of 4.',
  },
  'pages.edition.facilitator': {
    text: 'Facilitator edition',
    note: 'In footers and on the front door.',
  },
  'pages.edition.participants': {
    text: 'Participants’ edition',
    note: 'In footers and on the front door.',
  },
  'pages.chartLabel': {
    text: 'Chart: {title}. The figures follow as a table.',
    note: 'Name of a chart for screen readers.',
  },
  'pages.chartWhat': { text: 'What', note: 'First column of a chart’s table.' },
  'pages.chartSource': { text: 'Source', note: 'Last column of a chart’s table.' },
  'pages.chartFigures': {
    text: 'The figures',
    note: 'Label above a chart’s table on a phone: opens it.',
  },
  'pages.quizOpen': { text: 'Open question.', note: 'Before the reason, in the answer key.' },
  'pages.quizError': { text: 'Common error', note: 'Answer key: what somebody will say.' },
  'pages.quizReply': { text: 'Reply', note: 'Answer key: what to answer to the common error.' },
  'pages.quizLaw': { text: 'Rule', note: 'Answer key: the law or rule.' },
  'pages.quizNote': { text: 'Note', note: 'Answer key: a note for the facilitator.' },
  'pages.quizServes': {
    text: 'Serves',
    note: 'Answer key: which assessment criterion an item tests.',
  },
  'pages.quizAdded': {
    text: 'added by us',
    note: 'Answer key: the item is not in the 2004 package.',
  },
  'pages.quizShort': {
    text: 'in the short version',
    note: 'Answer key: one of the items asked by hands when time is short.',
  },
  'pages.planTime': { text: 'Time', note: 'Column of the session plan: clock time.' },
  'pages.planMinutes': { text: 'Min', note: 'Column of the session plan: minutes. Very short.' },
  'pages.planSegment': { text: 'What', note: 'Column of the session plan.' },
  'pages.planWho': { text: 'Who', note: 'Column of the session plan: roles.' },
  'pages.planCues': { text: 'Hand out, do', note: 'Column of the session plan.' },
  'pages.planEnd': { text: 'End', note: 'Last row of the session plan.' },
  'pages.planKeep': { text: 'Never cut', note: 'Session plan: the segment may not be shortened.' },
  'pages.planHandOut': {
    text: 'Hand out: {titles}',
    note: 'Session plan. {titles}: names of handouts.',
  },
  'pages.planStart': { text: 'Start at', note: 'Label of the field for the session’s start time.' },
  'pages.planLength': { text: 'Length', note: 'Label of the choice of 60, 90 or 120 minutes.' },
  'pages.guideTime': {
    text: 'minutes {range}, {who}',
    note: 'Facilitator guide: when and who. {range}: “4–9”. {who}: roles.',
  },
  'pages.guideOptional': {
    text: 'may be dropped',
    note: 'Facilitator guide: a question that can be left out when time is short.',
  },
  'pages.guideWrong': {
    text: 'If somebody says:',
    note: 'Facilitator guide: before a wrong answer.',
  },
  'pages.noteMustSay': { text: 'Must say', note: 'Heading of speaker notes.' },
  'pages.noteTalkingPoints': { text: 'Talking points', note: 'Heading of speaker notes.' },
  'pages.noteAsk': { text: 'Ask', note: 'Heading of speaker notes: questions to the room.' },
  'pages.noteFacilitator': {
    text: 'Facilitator notes',
    note: 'Heading of speaker notes: what to do.',
  },
  'pages.noteCare': { text: 'Care', note: 'Heading of speaker notes: what may hurt someone.' },
  'pages.noteHandOut': { text: 'Hand out', note: 'Heading of speaker notes.' },
  'pages.noteThenAndNow': {
    text: 'Then and now',
    note: 'Heading of speaker notes: what changed since 2004.',
  },
  'pages.caseQuestions': { text: 'Questions', note: 'Heading in the case guide.' },
  'pages.printListCaption': {
    text: 'For {count, plural, one {# person} other {# people}}, print',
    note: 'Title of the list of copies to print.',
  },
  'pages.printListPeople': {
    text: 'Participants',
    note: 'Label of the field for the number of participants.',
  },
  'pages.printListWhat': { text: 'Handout', note: 'Column.' },
  'pages.printListFor': { text: 'One for each', note: 'Column: who gets a copy.' },
  'pages.printListCopies': { text: 'Copies', note: 'Column.' },
  'pages.copies.participant': { text: 'participant', note: 'One copy for each …' },
  'pages.copies.group': { text: 'group', note: 'One copy for each …' },
  'pages.copies.team': { text: 'member of the team', note: 'One copy for each …' },
  'pages.copies.room': { text: 'room', note: 'One copy for each …' },
  'pages.frontFacilitator': {
    text: 'For the team that runs the session',
    note: 'Heading of the facilitators’ front door.',
  },
  'pages.frontParticipants': {
    text: 'For everyone who took part',
    note: 'Heading of the participants’ front door.',
  },
  'pages.frontDoNotShare': {
    text: 'Keep this folder with the team. It holds notes and answers.',
    note: 'Warning on the facilitators’ front door.',
  },
  'pages.frontStart': { text: 'Run the session', note: 'Heading on the front door.' },
  'pages.frontDeck': { text: 'Open the slides', note: 'Link on the front door.' },
  'pages.frontDeckHow': {
    text: 'Move this window to the projector and press F for full screen. Press S for the speaker view, and keep that on your own screen.',
    note: 'Below the link to the slides. F and S are keys.',
  },
  'pages.frontReport': { text: 'Report of the last session', note: 'Link on the front door.' },
  'pages.frontPrepare': { text: 'Before you start', note: 'Heading on the front door.' },
  'pages.frontHandOut': {
    text: 'Hand out',
    note: 'Heading on the front door: handouts for participants.',
  },
  'pages.frontTeam': {
    text: 'For the team only',
    note: 'Heading on the front door: facilitators’ handouts.',
  },
  'pages.frontPacks': { text: 'Packs to print in one go', note: 'Heading on the front door.' },
  'pages.frontAbout': { text: 'About this package', note: 'Heading on the front door.' },
  'pages.frontPosters': { text: 'Posters', note: 'Heading on the front door.' },
  'pages.frontReview': {
    text: 'Read the slides again',
    note: 'Link on the participants’ front door.',
  },
  'pages.frontReviewHow': {
    text: 'All slides and handouts on one page, with the quiz to test yourself. It works on a phone and without internet.',
    note: 'Below the link.',
  },
  'pages.frontPages': {
    text: '{count, plural, one {# page} other {# pages}}',
    note: 'Length of a handout.',
  },
  'pages.reviewTitle': {
    text: 'Review',
    note: 'Title of the page that participants read afterwards.',
  },
  'pages.reviewIntro': {
    text: 'These are the slides and handouts of the session. Nothing you do here is stored or sent.',
    note: 'First lines of the review page.',
  },
  'pages.reviewSlides': { text: 'Slides', note: 'Heading on the review page.' },
  'pages.reviewHandouts': { text: 'Handouts', note: 'Heading on the review page.' },
  'pages.selfCheck': { text: 'Check yourself', note: 'Heading of the quiz on the review page.' },
  'pages.selfCheckHow': {
    text: 'Choose an answer. You see at once if it is right, and why.',
    note: 'Below the heading of the self-check.',
  },
  'pages.selfCheckRight': {
    text: 'Right.',
    note: 'Self-check: the answer is right. The reason follows.',
  },
  'pages.selfCheckWrong': {
    text: 'Not right. The answer is: {answer}.',
    note: 'Self-check: the answer is wrong. {answer}: True or False. The reason follows.',
  },
  'pages.selfCheckTitle': {
    text: 'Quiz: check yourself',
    note: 'Headline in place of the answer slide.',
  },
  'pages.module': { text: 'Session', note: 'Front door: heading over a list of sessions.' },
} as const satisfies Record<string, Entry>;
