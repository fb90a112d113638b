import type { Entry } from '../index.ts';

/** Front doors, review page and handouts. */
export const pages = {
  'pages.print': { text: 'Print', note: 'Button on a handout.' },
  'pages.printAs': { text: 'On paper:', note: 'Before a choice of ways to print a handout.' },
  'pages.printAs.three': {
    text: 'three slides a page, lines beside them',
    note: 'A way to print the slides.',
  },
  'pages.printAs.two': {
    text: 'two slides a page, lines below them',
    note: 'A way to print the slides.',
  },
  'pages.printAs.six': { text: 'six slides a page', note: 'A way to print the slides.' },
  'pages.printAs.one': { text: 'one sheet', note: 'A way to print a poster.' },
  'pages.printAs.joined': {
    text: 'two sheets, to join: twice as large',
    note: 'A way to print a poster.',
  },
  'pages.tile1': {
    text: 'Sheet 1 of 2. Sheet 2 begins at the two ticks.',
    note: 'In the margin of the upper half of a poster that is printed on two sheets.',
  },
  'pages.tile2': {
    text: 'Sheet 2 of 2. Cut along the dashed line, lay it on sheet 1 at the ticks, and glue.',
    note: 'In the margin of the lower half of a poster that is printed on two sheets.',
  },
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
    text: 'For {count, plural, one {# person} other {# people}}, print (pages: A4 / Letter)',
    note: 'Title of the list of copies to print.',
  },
  'pages.printListPeople': {
    text: 'Participants',
    note: 'Label of the field for the number of participants.',
  },
  'pages.printListWhat': { text: 'Handout', note: 'Column.' },
  'pages.printListFor': { text: 'One for each', note: 'Column: who gets a copy.' },
  'pages.printListCopies': { text: 'Copies', note: 'Column.' },
  'pages.printListPages': { text: 'Pages', note: 'Column: pages of one copy.' },
  'pages.printListPacks': {
    text: 'Packs: the same sheets bound in order. Print a pack or its sheets, not both.',
    note: 'Row over the packs in the list of copies to print.',
  },
  'pages.printElsewhere': {
    text: 'This browser prints no page numbers, and may place cards, leaflets and posters badly. Print the PDF of this sheet, or open this page in Chrome or Edge.',
    note: 'Over a handout in Firefox and Safari.',
  },
  'pages.cut': {
    text: '{what} ({minutes})',
    note: 'A thing to leave out when time is short, with the minutes it saves, in a list on paper.',
  },
  'pages.printListSheets': {
    text: '({sheets, plural, one {# sheet} other {# sheets}})',
    note: 'Beside the number of copies, where several stand on one sheet of paper.',
  },
  'pages.copies.participant': { text: 'participant', note: 'One copy for each …' },
  'pages.copies.case': { text: 'reader of this case', note: 'One copy for each …' },
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
  'pages.frontPagesTwo': {
    text: '{pages} pages (A4 / Letter)',
    note: 'Length of a handout that differs between two paper sizes. {pages}: “5 / 6”.',
  },
  'pages.factsShort': {
    text: 'Names and contacts of your mission, on every handout. Write them once, in this browser.',
    note: 'Beside the link to the form of local facts.',
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
  'pages.answersFollow': {
    text: 'The answers follow. Fill in your quiz first.',
    note: 'On a slide of its own, before the quiz answers in a deck for participants.',
  },
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
  'pages.cardHow': {
    text: 'Four cards on a sheet. Print both sides, turned over the long edge. Cut along the marks, fold in the middle.',
    note: 'Above a pocket card on the screen.',
  },
  'pages.cardOutside': {
    text: 'Outside. Print both sides, turned over the long edge. Cut along the marks, then fold.',
    note: 'Printed at the edge of a sheet of pocket cards, page 1.',
  },
  'pages.cardInside': {
    text: 'Inside.',
    note: 'Printed at the edge of a sheet of pocket cards, page 2.',
  },
  'pages.cardFold': {
    text: 'Cut along the outer line. Fold the lower half back, then fold in the middle, like a book.',
    note: 'Above one pocket card in a pack; the card is printed on one side only.',
  },
  'pages.brochureHow': {
    text: 'Print on both sides, turned over the short edge. Fold twice: the page with the title is the front.',
    note: 'Above the leaflet on the screen.',
  },
  'pages.posterHow': {
    text: 'It fills whatever paper the printer has, A3 too. Only small paper? Print two sheets and join them. Black and white is enough.',
    note: 'Above a poster on the screen.',
  },
  'pages.perSheetHow': {
    text: '{count, plural, other {# on a sheet}}. Cut along the line.',
    note: 'Above a slip on the screen. {count}: 2, 3 or 4.',
  },
  'pages.factsTitle': {
    text: 'Local facts',
    note: 'Heading on the facilitators’ front door: names and contacts of this mission.',
  },
  'pages.factsHow': {
    text: 'Names and contacts of your mission. Write them once: every handout that you open from this folder shows them. They stay in this browser, on this computer. Nothing is sent.',
    note: 'Below the heading.',
  },
  'pages.factsPrivate': {
    text: 'for the team only',
    note: 'Beside a field that never appears on participants’ papers.',
  },
  'pages.factsOptional': { text: 'if you have one', note: 'Beside a field that may stay empty.' },
  'pages.factsLeft': {
    text: '{count, plural, =0 {All filled in} one {# still to fill in} other {# still to fill in}}',
    note: 'Beside the heading: how many facts are missing.',
  },
  'pages.factsSaved': { text: 'Saved in this browser.', note: 'Status after a change.' },
  'pages.factsRefused': {
    text: 'This browser does not let a page keep anything (a private window, perhaps). What you write here is lost when you close the page, and the handouts do not get it. Save it as a file, or open this page in a normal window.',
    note: 'Shown when local storage is refused.',
  },
  'pages.factsExport': { text: 'Save as a file', note: 'Button: downloads the facts.' },
  'pages.factsImport': { text: 'Load from a file', note: 'Label of a file chooser.' },
  'pages.factsClear': { text: 'Clear all', note: 'Button: empties every field.' },
  'pages.factsClearSure': {
    text: 'Press again to clear all',
    note: 'The same button, after the first press.',
  },
  'pages.factsCleared': { text: 'All facts are cleared.', note: 'Status.' },
  'pages.factsLoaded': {
    text: '{count, plural, one {# fact} other {# facts}} loaded.',
    note: 'Status after a file was read.',
  },
  'pages.factsBadFile': {
    text: 'Nothing was loaded. Line {line} of the file is not “name: "value"”.',
    note: 'Error after a file was read. {line}: its number.',
  },
  'pages.factsUnknown': {
    text: 'Not known here, left out: {names}.',
    note: 'After a file was read. {names}: field ids.',
  },
  'pages.factsTooBig': {
    text: 'Nothing was loaded. This file is too large to be a list of local facts.',
    note: 'Error.',
  },
  'pages.factsFileHead': {
    text: 'The local facts of a mission, saved from the front page. It may replace profile/mission.yaml.',
    note: 'First line of the saved file, a comment.',
  },
  'pages.blanks': {
    text: '{count, plural, one {# local fact is} other {# local facts are}} not filled in. Print leaves a line to write on.',
    note: 'Banner above a handout, on the screen only.',
  },
  'pages.blanksFill': { text: 'Fill in', note: 'Link in the banner, to the form of local facts.' },
  'pages.frontWith': {
    text: '{minutes, plural, one {# minute} other {# minutes}}, {slides, plural, one {# slide} other {# slides}}',
    note: 'Below the title of a session.',
  },
  'pages.frontJump': {
    text: 'On this page',
    note: 'Name of the list of links at the top of the front door.',
  },
  'pages.frontPrintList': { text: 'How many to print', note: 'Heading on the front door.' },
  'pages.backToTop': { text: 'Back to the top', note: 'Link at the end of a long page.' },
  'pages.selfCheckScore': {
    text: '{right} of {count} right',
    note: 'Below the self-check: how many answers were right so far.',
  },
  'pages.selfCheckAgain': { text: 'Start again', note: 'Button: clears the self-check.' },
  'pages.printThis': {
    text: 'Print this handout',
    note: 'Link from the review page to the sheet that prints.',
  },
  'pages.alignmentCriterion': {
    text: 'The person can',
    note: 'Column of the alignment page: an assessment criterion.',
  },
  'pages.alignmentSlides': {
    text: 'Taught on',
    note: 'Column of the alignment page: numbers of slides.',
  },
  'pages.alignmentItems': {
    text: 'Quiz items',
    note: 'Column of the alignment page: numbers of quiz items, as on the sheet.',
  },
  'pages.alignmentCases': {
    text: 'Cases',
    note: 'Column of the alignment page: numbers of cases.',
  },
  'pages.alignmentOutline': {
    text: 'Item of the outline',
    note: 'Column of the alignment page: an item of the syllabus outline.',
  },
  'pages.alignmentCarried': {
    text: 'What the source holds',
    note: 'Column of the alignment page: a kind of source id.',
  },
  'pages.alignmentListed': {
    text: 'Listed',
    note: 'Column of the alignment page: how many ids are on the list.',
  },
  'pages.alignmentFound': {
    text: 'Carried',
    note: 'Column of the alignment page: how many ids are carried by a slide, notes, a handout or the quiz.',
  },
  'pages.alignmentTable.Criterion': {
    text: 'What is taught where, and what tests it',
    note: 'Title of a table on the alignment page.',
  },
  'pages.alignmentTable.Outline': {
    text: 'The outline and its slides',
    note: 'Title of a table on the alignment page.',
  },
  'pages.alignmentTable.Carried': {
    text: 'How much of the source is here',
    note: 'Title of a table on the alignment page.',
  },
  'pages.alignmentKind.fact': {
    text: 'Facts, questions and notes',
    note: 'Alignment page: kind of source id.',
  },
  'pages.alignmentKind.change': {
    text: 'Errors mended, dangers removed',
    note: 'Alignment page: kind of source id.',
  },
  'pages.module': { text: 'Session', note: 'Front door: heading over a list of sessions.' },
} as const satisfies Record<string, Entry>;
