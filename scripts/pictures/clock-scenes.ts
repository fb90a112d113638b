import { accept, choose } from '../../src/syllabus/index.ts';
import {
  acceptAll,
  hands,
  type Line,
  MIN,
  PLANNED,
  proposed,
  type Scene,
  START,
  show,
  started,
  upTo,
} from './scene.ts';

/** The drift rules row by row, the twelve features, and what comes before, beside and after. */
export const clockScenes: readonly Scene[] = [
  // The drift rules, row by row.
  { name: 'drift-01-checkpoint', minute: 11, events: upTo('s3'), see: '#ahead' },
  { name: 'drift-02-under-a-minute', minute: 9.6, events: upTo('s2') },
  { name: 'drift-03-amber-drop-the-ask', minute: 21, events: upTo('s5'), see: '#asks' },
  { name: 'drift-04-red-cut-list', minute: 23, events: upTo('s5'), see: '#cuts' },
  {
    name: 'drift-05-cuts-accepted',
    minute: 24,
    events: [...upTo('s5'), [23.5, acceptAll]],
    see: '#cuts',
  },
  {
    name: 'drift-06-whole-cut-list',
    minute: 9.5,
    events: [
      started(),
      [0, { type: 'hard-stop-set', hardStop: START + 75 * MIN }],
      show(0, 's1'),
      show(9, 's2'),
    ],
    size: [1280, 1400],
    see: '#cuts',
  },
  {
    name: 'drift-07-never-cut',
    minute: 20,
    events: upTo('s6'),
    size: [1280, 1200],
    see: '#cuts',
    act: (page) => page.locator('#cuts summary').click(),
  },
  { name: 'drift-08-long-official', minute: 8, events: [started(), show(0, 's1')], see: '#cuts' },
  {
    name: 'drift-09-early-case-swap',
    minute: 36.5,
    events: [...upTo('s10'), show(35.4, 's11'), show(35.8, 's12'), show(36.2, 's14')],
    see: '#cuts',
  },
  {
    name: 'drift-10-part-a-over-from-the-quiz',
    minute: 52,
    events: [
      ...upTo('s5'),
      ...PLANNED.slice(5, 18).map(([slide, minute]) => show(minute + 6.5, slide)),
      [
        51.8,
        (journal, room) => {
          const proposal = proposed(journal, room);
          const quiz = proposal.steps.flatMap((s, i) =>
            s.segments.some(({ segment }) => /^B[345]$/.test(segment)) ? [i] : [],
          );
          return accept(choose(proposal, quiz));
        },
      ],
    ],
    see: '#cuts',
  },
  {
    name: 'drift-11-sixty-minutes',
    minute: 31,
    events: [
      started('60'),
      show(0, 's1'),
      show(3, 's2'),
      show(9, 's4'),
      show(15, 's8'),
      show(20, 's9'),
      show(26, 's11'),
      show(30, 'x1'),
    ],
  },
  {
    name: 'drift-12-hundred-and-twenty-break',
    minute: 59,
    events: [
      started('120'),
      show(0, 's1'),
      show(12, 's3'),
      show(24, 's6'),
      show(38, 's9'),
      show(49, 's11'),
      show(54, 's14'),
      [57, { type: 'break-started', segment: 'break' }],
    ],
  },
  // The twelve features.
  { name: 'feature-01-where-am-i', minute: 32, events: upTo('s9') },
  { name: 'feature-02-say-this', minute: 26.5, events: upTo('s8a') },
  { name: 'feature-03-ask-this', minute: 7, events: upTo('s2'), see: '#asks' },
  {
    name: 'feature-04-do-no-harm',
    minute: 35.5,
    events: upTo('s10'),
    see: 'section.care',
  },
  {
    name: 'feature-04-someone-has-disclosed',
    minute: 35.5,
    events: upTo('s10'),
    act: (page) => page.keyboard.press('d'),
  },
  {
    name: 'feature-05-cut-or-stretch',
    minute: 34,
    events: upTo('s8b', 4),
    see: '#cuts',
  },
  { name: 'feature-06-next-action', minute: 12.4, events: upTo('s3'), see: '#next-action' },
  {
    name: 'feature-07-model-answer',
    minute: 67,
    events: [
      ...upTo('x3'),
      [
        62,
        {
          type: 'exercise-started',
          exercise: 'x3',
          phases: ['1', '2', '3', '4'].flatMap((n) => [
            { id: `report:case-${n}`, ms: 2 * MIN },
            { id: `settle:case-${n}`, ms: 2 * MIN },
          ]),
        },
      ],
    ],
    see: '#model-answer',
  },
  { name: 'feature-08-local-facts', minute: 39, events: upTo('s11'), see: '#local-facts' },
  { name: 'feature-09-group-work', minute: 52, events: groupWork(), see: '#group-work' },
  { name: 'feature-09-group-work-wall', minute: 52, events: groupWork(), of: 'room' },
  {
    name: 'feature-10-then-and-now',
    minute: 5,
    events: upTo('s2'),
    act: (page) => page.getByText('Then and now', { exact: true }).click(),
    see: '.fold[open]',
  },
  {
    name: 'feature-11-why-this-slide',
    minute: 25,
    events: upTo('s8'),
    act: (page) => page.getByText('Why this slide', { exact: true }).click(),
    see: '.fold[open]',
  },
  { name: 'feature-12-capture', minute: 44, events: captured(), see: '#capture' },
  { name: 'feature-12-report', minute: 100, events: whole(), of: 'report', size: [1000, 2300] },
  // Before, beside and after.
  { name: 'more-before-the-start', minute: 0 },
  {
    name: 'more-resume-after-a-crash',
    minute: 43.2,
    events: [...upTo('s9'), show(37.2, 's9', 1)],
    alone: true,
  },
  { name: 'more-paused', minute: 29, events: [...upTo('s8b'), [27.5, { type: 'paused' }]] },
  {
    name: 'more-finish-asks',
    minute: 89,
    events: upTo('x6'),
    act: (page) => page.getByRole('button', { name: 'Finish', exact: true }).click(),
  },
  {
    name: 'more-keys',
    minute: 20,
    events: upTo('s6'),
    act: (page) => page.keyboard.press('?'),
  },
  {
    name: 'more-single-screen',
    minute: 32,
    events: upTo('s9'),
    of: 'room',
    act: (p) => p.keyboard.press('t'),
  },
];

function groupWork(): Line[] {
  return [
    ...upTo('x2'),
    [
      48.2,
      {
        type: 'exercise-started',
        exercise: 'x2',
        phases: [
          { id: 'read', ms: 2 * MIN },
          { id: 'analyse', ms: 5 * MIN },
          { id: 'decide', ms: 4 * MIN },
          { id: 'speaker', ms: 3 * MIN },
        ],
      },
    ],
  ];
}

function captured(): Line[] {
  return [
    ...upTo('s14'),
    [43.2, { type: 'note', text: 'Who is the alternate when the focal point is on leave?' }],
    [43.9, { type: 'note', text: 'Ask CDT: is the bar near the east gate on the list?' }],
  ];
}

/** Over by a few minutes, with two cuts, a pause, hands and an issue. */
function whole(): Line[] {
  return [
    ...upTo('s2', 3.5),
    [7.6, acceptAll],
    ...PLANNED.slice(2, 8).map(([slide, minute]) =>
      show(minute + (minute < 13 ? 3.5 : minute < 19 ? 1.5 : 0.2), slide),
    ),
    [24.5, { type: 'paused' }],
    [28.5, { type: 'resumed' }],
    ...PLANNED.slice(8).map(([slide, minute]) => show(minute + 4 + (minute % 3) / 2, slide)),
    [47, { type: 'note', text: 'Who is the alternate when the focal point is on leave?' }],
    [87, hands('1', 15, 6, 3)],
    [87.4, hands('2', 22, 1, 1)],
    [94.5, { type: 'finished' }],
  ];
}
