/** The form of every source file. Field docs stand in docs/authoring.md. */
import { z } from 'zod';
import { COPIES } from '../../model/index.ts';

/** Element ids that the pages look for, what every object has, and names that Windows cannot give a file. */
const RESERVED =
  /^(?!(?:app|room|room-data|speaker-data|strings|content|print|print-as|with-facilitator|issue|local-facts|profile-fields|constructor|con|prn|aux|nul|(?:com|lpt)\d)$)/;

const id = z
  .string()
  .max(60)
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'small letters, digits and single hyphens')
  .regex(RESERVED, 'another name; this one is taken by the pages, or by Windows');
const sourceIds = z.array(z.union([z.string(), z.number().transform(String)]));
const criterion = z.string().regex(/^(AC[1-5]|outcome)$/, '`AC1` to `AC5`, or `outcome`');
/** Text in each language: `{ en: … }`. */
const texts = z.record(
  z.string().regex(/^[a-z]{2,3}$/, 'a language of two or three small letters, such as `en`'),
  z.string().min(1),
);
export type Texts = z.infer<typeof texts>;

export const LAYOUTS = [
  'title',
  'statement',
  'points',
  'diagram',
  'chart',
  'columns',
  'exercise',
  'question',
] as const;
export const EXERCISES = ['groups', 'case-work', 'reports', 'quiz', 'quiz-answers'] as const;
export const METHODS = ['pairs', 'hands', 'plenary', 'silent', 'groups', 'write'] as const;

export const slideMeta = z.strictObject({
  id,
  number: z.string().min(1),
  title: z.string().min(1),
  layout: z.enum(LAYOUTS),
  source: sourceIds.default([]),
  added: z.string().optional(),
  criteria: z.array(criterion).default([]),
  exercise: z.enum(EXERCISES).optional(),
});
export type SlideMeta = z.infer<typeof slideMeta>;

export const notesMeta = z.strictObject({
  slide: id,
  criteria: z.array(criterion).default([]),
  source: sourceIds.default([]),
  added: z.string().optional(),
});
export type NotesMeta = z.infer<typeof notesMeta>;

export const momentsMeta = z.strictObject({
  title: z.string().min(1),
  source: sourceIds.default([]),
  added: z.string().optional(),
});

export const HANDOUT_KINDS = [
  'handout',
  'case',
  'guide',
  'card',
  'brochure',
  'poster',
  'page',
] as const;
export const handoutMeta = z.strictObject({
  id,
  title: z.string().min(1),
  edition: z.enum(['participants', 'facilitator']),
  kind: z.enum(HANDOUT_KINDS),
  pages: z
    .strictObject({ a4: z.number().int().positive(), letter: z.number().int().positive() })
    .optional(),
  copies: z.enum(COPIES).default('participant'),
  /** Small papers: how many stand on one sheet, to be cut. */
  perSheet: z.union([z.literal(2), z.literal(3), z.literal(4)]).optional(),
  summary: z.string().default(''),
  order: z.number().default(100),
  source: sourceIds.default([]),
  added: z.string().optional(),
  criteria: z.array(criterion).default([]),
  pack: z.array(id).optional(),
  case: z.strictObject({ number: z.string(), presenter: z.string() }).optional(),
});
export type HandoutMeta = z.infer<typeof handoutMeta>;

export const quizFile = z.strictObject({
  items: z
    .array(
      z.strictObject({
        id,
        source: z.string().optional(),
        added: z.string().optional(),
        criterion,
        kind: z.enum(['true-false', 'open']).default('true-false'),
        statement: z.string().min(1),
        answer: z.boolean().optional(),
        reason: z.string().min(1),
        short: z.boolean().default(false),
        facilitator: z
          .strictObject({
            error: z.string().optional(),
            reply: z.string().optional(),
            law: z.string().optional(),
            note: z.string().optional(),
          })
          .default({}),
      }),
    )
    .min(1),
});
export type QuizFile = z.infer<typeof quizFile>;

const minutes = z.number().nonnegative().max(600);
/** Minutes as a number, or "m:ss". */
const clockTime = z.union([
  minutes,
  z
    .string()
    .regex(/^\d{1,3}:[0-5]\d$/, 'minutes, or "m:ss"')
    .transform((s) => {
      const [m, sec] = s.split(':').map(Number) as [number, number];
      return m + sec / 60;
    }),
]);
const segmentId = z
  .string()
  .regex(/^[A-Z][A-Za-z0-9]*$/, 'a capital letter, then letters and digits');
const wallTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'a time such as "14:00"');

export const syllabusFile = z.strictObject({
  module: id,
  title: texts,
  subtitle: texts.optional(),
  minutes: minutes.positive(),
  wordsPerMinute: z.number().min(40).max(250).default(130),
  defaultStart: wallTime.default('09:00'),
  parts: z.array(z.strictObject({ id: z.string(), title: texts, minutes })).min(1),
  roles: z.array(z.strictObject({ id: z.string(), name: texts })).min(1),
  segments: z
    .array(
      z.strictObject({
        id: segmentId,
        part: z.string(),
        title: texts,
        kind: z.enum([
          'talk',
          'discussion',
          'talk+discussion',
          'plenary',
          'group set-up',
          'group work',
          'reports',
          'quiz',
          'quiz answers',
          'wrap-up',
        ]),
        minutes,
        least: minutes,
        keep: z.enum(['always', 'shorten', 'drop']),
        slides: z.array(id).min(1),
        presenters: z.array(z.strictObject({ role: z.string(), fromSlide: id.optional() })).min(1),
        talk: minutes,
        cues: z
          .array(
            z.strictObject({
              at: clockTime,
              kind: z.enum(['hand-out', 'hand-over', 'warn', 'do']),
              text: texts,
              handouts: z.array(id).default([]),
              role: z.string().optional(),
            }),
          )
          .default([]),
      }),
    )
    .min(1),
  checkpoints: z.array(segmentId).default([]),
  cuts: z
    .array(z.strictObject({ id, text: texts, takes: z.record(segmentId, minutes) }))
    .default([]),
  stretches: z.array(z.strictObject({ id, segment: segmentId, minutes, text: texts })).default([]),
  variants: z
    .array(
      z.strictObject({
        id: z.string(),
        minutes: minutes.positive(),
        title: texts,
        parts: z.record(z.string(), minutes),
        breaks: z
          .array(z.strictObject({ id, after: segmentId, minutes, title: texts }))
          .default([]),
        segments: z.record(segmentId, minutes),
        note: texts.optional(),
      }),
    )
    .default([]),
});
export type SyllabusFile = z.infer<typeof syllabusFile>;

export const profileFields = z.strictObject({
  fields: z.array(
    z.strictObject({
      id: z
        .string()
        .max(60)
        .regex(
          /^(?!constructor$)[a-z0-9-]+(\.[a-z0-9-]+)?$/,
          'small letters, digits and hyphens, with at most one point',
        ),
      label: texts,
      required: z.boolean().default(true),
      /** Never in the participants' edition. */
      private: z.boolean().default(false),
    }),
  ),
});
export type ProfileFieldsFile = z.infer<typeof profileFields>;

export const profileValues = z.strictObject({
  checkedOn: z.union([z.literal(''), z.iso.date()]).default(''),
  values: z.record(z.string(), z.string().max(300)).default({}),
});
export type ProfileValuesFile = z.infer<typeof profileValues>;

export const chartBlock = z.strictObject({
  type: z.enum(['bar', 'hbar', 'doughnut', 'range']),
  title: z.string().min(1),
  unit: z.string().min(1),
  year: z.union([z.number().int(), z.string().min(4)], 'the year of the figures, such as 2021'),
  source: z.string('the title of what they are taken from, its publisher and its year').min(1),
  note: z.string().optional(),
  data: z
    .array(
      z
        .strictObject({
          label: z.string().min(1),
          value: z.number().optional(),
          from: z.number().optional(),
          to: z.number().optional(),
          year: z.union([z.number().int(), z.string()]).optional(),
          source: z.string().optional(),
        })
        .refine(
          (row) => row.value !== undefined || (row.from !== undefined && row.to !== undefined),
          {
            message: '`value`, or both `from` and `to`',
          },
        ),
    )
    .min(1)
    .max(12),
});
export type ChartBlock = z.infer<typeof chartBlock>;

/** `slides/source-ids.yaml`: what the source holds, piece by piece. */
export const sourceIdsFile = z.strictObject({
  ids: z
    .array(
      z.strictObject({
        id: z.string().min(1),
        /** The module that must carry it, or `any`. */
        module: z.string().min(1),
        meaning: z.string().min(1),
        kind: z.enum(['fact', 'criterion', 'outline', 'change']).default('fact'),
        /** The handout that must carry it. */
        handout: id.optional(),
        optional: z.boolean().default(false),
      }),
    )
    .min(1),
});
export type SourceIdsFile = z.infer<typeof sourceIdsFile>;

/** `slides/house-style.yaml`: the words we use and those we do not, in each language. */
export const houseStyleFile = z.record(
  z.string().regex(/^[a-z]{2,3}$/),
  z.strictObject({
    /** The reading grade that no document should pass. */
    grade: z.number().positive(),
    retired: z.array(
      z.strictObject({
        words: z.array(z.string().min(1)).min(1),
        use: z.string().min(1),
        /** Phrases in which the word may stand. */
        unless: z.array(z.string().min(1)).default([]),
        /** May stand where the sentence forbids it. */
        inProhibition: z.boolean().default(false),
      }),
    ),
    emptyLinks: z.array(z.string().min(1)).default([]),
    abbreviations: z.array(z.string().regex(/^\p{Lu}{2,}$/u)).default([]),
    exceptions: z
      .array(
        z.strictObject({
          file: z.string().min(1),
          rule: z.string().min(1),
          words: z.string().min(1),
          reason: z.string().min(1),
        }),
      )
      .default([]),
  }),
);
export type HouseStyleFile = z.infer<typeof houseStyleFile>;
export type HouseStyle = HouseStyleFile[string];
