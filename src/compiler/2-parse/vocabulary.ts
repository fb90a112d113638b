/** The directives: their form, where they may stand and which attributes they take. One line each. */
import { z } from 'zod';
import { METHODS } from './schemas.ts';

export type Form = 'container' | 'leaf' | 'text';
export type Where = 'slide' | 'notes' | 'handout';

/** The phases of an exercise, as the screens run them; a slide may name their minutes. */
export const PHASES = ['read', 'analyse', 'decide', 'speaker', 'report', 'settle'] as const;

export interface Directive {
  /** How an author writes it; the first is shown in messages. */
  form: Form;
  alsoForm?: Form;
  where: readonly Where[];
  attributes: z.ZodType;
  /** Text in square brackets: must it be there? */
  label: 'required' | 'optional' | 'none';
  example: string;
}

const none = z.strictObject({});
const anywhere = ['slide', 'notes', 'handout'] as const;
const paged = ['slide', 'handout'] as const;
const d = (
  form: Form,
  where: readonly Where[],
  example: string,
  attributes: z.ZodType = none,
  label: Directive['label'] = 'none',
  alsoForm?: Form,
): Directive => ({ form, where, attributes, label, example, ...(alsoForm ? { alsoForm } : {}) });

export const vocabulary: Record<string, Directive> = {
  points: d('container', paged, ':::points'),
  columns: d('container', paged, '::::columns'),
  column: d('container', paged, ':::column'),
  cards: d('container', paged, ':::cards'),
  numbers: d('container', paged, ':::numbers'),
  steps: d('container', anywhere, ':::steps'),
  callout: d(
    'container',
    anywhere,
    ':::callout{kind="care"}',
    z.strictObject({ kind: z.enum(['care', 'time', 'law', 'note']) }),
    'optional',
  ),
  reveal: d('container', ['slide'], ':::reveal'),
  question: d(
    'container',
    ['slide'],
    ':::question{method="pairs" seconds=60}',
    z.strictObject({
      method: z.enum(METHODS),
      seconds: z.coerce.number().int().min(5).max(900).optional(),
    }),
  ),
  figure: d(
    'container',
    paged,
    ':::figure{name="notice-note-tell"}',
    z.strictObject({ name: z.string(), here: z.string().optional() }),
  ),
  facilitator: d('container', ['handout'], ':::facilitator'),
  checklist: d('container', ['handout'], ':::checklist'),
  history: d('container', anywhere, ':::history', none, 'optional', 'text'),
  ask: d('container', ['notes'], ':::ask{method="pairs" seconds=60}', z.any()),
  icon: d('text', paged, ':icon[hand]', none, 'required'),
  profile: d('text', anywhere, ':profile[focal-point.name]', none, 'required'),
  handout: d('text', anywhere, ':handout[quiz]', none, 'required'),
  minutes: d(
    'text',
    ['slide'],
    ':minutes[14 minutes]{of="B2"}',
    z.strictObject({ of: z.string().min(1) }),
    'required',
  ),
  lines: d(
    'leaf',
    ['handout'],
    '::lines{count=4}',
    z.strictObject({ count: z.coerce.number().int().min(1).max(30) }),
  ),
  quiz: d(
    'leaf',
    paged,
    '::quiz{show="sheet"}',
    z.strictObject({ show: z.enum(['sheet', 'key', 'answers']) }),
  ),
  'session-plan': d('leaf', ['handout'], '::session-plan'),
  cuts: d('leaf', ['handout'], '::cuts'),
  'all-notes': d('leaf', ['handout'], '::all-notes'),
  'all-slides': d('leaf', ['handout'], '::all-slides'),
  'case-guide': d('leaf', ['handout'], '::case-guide'),
  alignment: d('leaf', ['handout'], '::alignment'),
  'print-list': d('leaf', ['handout'], '::print-list'),
  contents: d('leaf', ['handout'], '::contents', z.strictObject({ pack: z.string().optional() })),
};

export const directiveNames = Object.keys(vocabulary);
