import type { Element } from 'hast';
import { h } from 'hastscript';
import type { RenderContext } from '../context.ts';
import { text } from '../text.ts';

interface Field {
  id: string;
  label: string;
  required: boolean;
  private: boolean;
  value: string;
}

/** Every field of the mission profile, with what the build was given: the form's data. */
export const profileFields = ({ module }: RenderContext): Field[] =>
  module.profile.fields.map((f) => ({
    id: f.id,
    label: text(f.label, module.lang),
    required: f.required,
    private: f.private,
    value:
      f.id === 'checked-on'
        ? module.profile.values.checkedOn
        : (module.profile.values.values[f.id] ?? ''),
  }));

/** The form of local facts on the facilitators' front door; the page's script fills, keeps and saves it. */
export function localFacts(context: RenderContext): Element {
  const { t } = context;
  const fields = profileFields(context);
  const left = fields.filter((f) => f.required && !f.value).length;
  return h('details', { class: 'facts', id: 'local-facts' }, [
    h('summary', [
      h('h2', t('pages.factsTitle')),
      ' ',
      h('span', { class: 'facts-left' }, t('pages.factsLeft', { count: left })),
    ]),
    h('p', t('pages.factsHow')),
    h(
      'div',
      { class: 'facts-fields' },
      fields.map((f) => fieldRow(f, context)),
    ),
    h('p', { class: 'facts-status', role: 'status' }),
    h('div', { class: 'facts-actions' }, [
      h('button', { type: 'button', class: 'facts-export' }, t('pages.factsExport')),
      h('label', { class: 'file' }, [
        `${t('pages.factsImport')} `,
        h('input', { type: 'file', class: 'facts-import', accept: '.yaml,.yml,.txt' }),
      ]),
      h('button', { type: 'button', class: 'facts-clear quiet' }, t('pages.factsClear')),
    ]),
  ]);
}

function fieldRow(field: Field, { t }: RenderContext): Element {
  const remark = field.private
    ? t('pages.factsPrivate')
    : field.required || field.id === 'checked-on'
      ? ''
      : t('pages.factsOptional');
  return h('label', { class: 'fact' }, [
    h('span', { class: 'fact-label' }, [
      field.label,
      ...(remark ? [' ', h('span', { class: 'fact-remark' }, `(${remark})`)] : []),
    ]),
    h('input', {
      type: field.id === 'checked-on' ? 'date' : 'text',
      dataField: field.id,
      maxLength: '300',
      autoComplete: 'off',
      spellCheck: 'false',
    }),
  ]);
}
