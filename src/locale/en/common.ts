import type { Entry } from '../index.ts';

/** Used on more than one kind of page. */
export const common = {
  'common.notUn': {
    text: 'Based on a 2004 UN publication, rewritten. Not a UN product.',
    note: 'Stands on every page. UN: United Nations.',
  },
  'common.facilitatorOnly': {
    text: 'Facilitator only – do not hand out',
    note: 'Set in a box on every page that participants must not get.',
  },
  'common.source': {
    text: 'Source: {source}',
    note: 'Under a chart. {source} is a title with its year.',
  },
  'common.method.pairs': {
    text: 'In pairs',
    note: 'How the room answers a question: two people talk.',
  },
  'common.method.hands': { text: 'Raise your hand', note: 'How the room answers a question.' },
  'common.method.plenary': {
    text: 'All together',
    note: 'How the room answers a question: anyone may speak.',
  },
  'common.method.silent': {
    text: 'Think alone',
    note: 'How the room answers a question: nobody speaks.',
  },
  'common.method.groups': { text: 'In your group', note: 'How the room answers a question.' },
  'common.method.write': { text: 'Write it down', note: 'How the room answers a question.' },
  'common.seconds': {
    text: '{seconds, plural, one {# second} other {# seconds}}',
    note: 'A length of time.',
  },
  'common.minutes': {
    text: '{minutes, plural, one {# minute} other {# minutes}}',
    note: 'A length of time.',
  },
  'common.blank': {
    text: 'Fill in: {label}',
    note: 'A local fact that the facilitator has not filled in yet. {label}: which one.',
  },
  'common.true': { text: 'True', note: 'Answer to a quiz statement.' },
  'common.false': { text: 'False', note: 'Answer to a quiz statement.' },
} as const satisfies Record<string, Entry>;
