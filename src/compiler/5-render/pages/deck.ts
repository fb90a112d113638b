import { h } from 'hastscript';
import type { RoomData, SpeakerData } from '../../../model/index.ts';
import { readCase } from '../../2-parse/case.ts';
import { script } from '../assets/scripts.ts';
import { styles } from '../assets/styles.ts';
import type { RenderContext } from '../context.ts';
import { caseGuideParts } from '../directives/guide.ts';
import { print, toHast, toHtmlString } from '../html.ts';
import { renderNotes } from '../notes.ts';
import { inSessionOrder, slideParts, stepsOf } from '../slide.ts';
import { figureStyles, text } from '../text.ts';
import { page } from './page.ts';

/** `deck.html`: the projector, and in a window of its own (`?speaker`) the speaker view. Facilitator edition only. */
export async function deckPage(context: RenderContext, fonts: string): Promise<string> {
  const { module, locale } = context;
  const sections = inSessionOrder(context).map(({ segment, slide }) => {
    const parts = slideParts(slide, context);
    const steps = stepsOf(parts);
    return {
      steps,
      segment,
      slide,
      element: h(
        'section',
        {
          class: ['slide', `layout-${slide.meta.layout}`],
          id: slide.meta.id,
          dataSlide: slide.meta.id,
          dataSegment: segment,
          dataSteps: String(steps),
          ...(slide.meta.exercise ? { dataExercise: slide.meta.exercise } : {}),
        },
        parts,
      ),
    };
  });
  const room: RoomData = {
    ...roomData(context),
    slides: sections.map(({ slide, segment, steps }) => ({
      id: slide.meta.id,
      number: slide.meta.number,
      title: slide.meta.title,
      headline: slide.headline,
      html: '',
      layout: slide.meta.layout,
      ...(slide.meta.exercise ? { exercise: slide.meta.exercise } : {}),
      steps,
      segment,
    })),
  };
  return page({
    lang: module.lang,
    dir: locale.dir,
    title: text(module.syllabus.value.title, module.lang),
    kind: 'deck',
    style: await styles('deck', [fonts, figureStyles(module)]),
    script: await script('deck'),
    data: {
      'room-data': room,
      'speaker-data': speakerData(context),
      strings: { lang: locale.tag, dir: locale.dir, messages: locale.messages },
    },
    body: [
      h(
        'div',
        { id: 'room' },
        h(
          'div',
          { class: ['reveal', 'wall'] },
          h(
            'div',
            { class: 'slides' },
            sections.map((s) => s.element),
          ),
        ),
      ),
      h('div', { id: 'app' }),
    ],
  });
}

function roomData(context: RenderContext): RoomData {
  const { module, edition, locale, plans, version } = context;
  const { lang } = module;
  return {
    module: module.module,
    lang,
    dir: locale.dir,
    title: text(module.syllabus.value.title, lang),
    edition,
    version,
    plans,
    slides: [],
    quiz: (module.quiz?.value.items ?? []).map((q) => ({
      id: q.id,
      statement: q.statement,
      kind: q.kind,
      ...(q.answer === undefined ? {} : { answer: q.answer }),
      reason: q.reason,
      criterion: q.criterion,
      short: q.short,
      added: !!q.added,
    })),
    cases: cases(context).map((x) => {
      const guide = readCase(x.body).guide;
      const part = (name: 'Act' | 'Means' | 'Purpose'): string =>
        toHtmlString(guide[name] ?? [], context);
      return {
        id: x.meta.id,
        number: x.meta.case?.number ?? '',
        title: x.meta.title,
        analysis:
          edition === 'facilitator'
            ? { act: part('Act'), means: part('Means'), purpose: part('Purpose') }
            : null,
      };
    }),
  };
}

const cases = ({ module }: RenderContext) => module.handouts.filter((x) => x.meta.kind === 'case');

function speakerData(context: RenderContext): SpeakerData {
  const { module, handoutBase } = context;
  const { lang, profile } = module;
  return {
    notes: Object.fromEntries(module.notes.map((n) => [n.meta.slide, renderNotes(n, context)])),
    quizGuide: (module.quiz?.value.items ?? []).map((q) => ({ id: q.id, ...q.facilitator })),
    caseGuides: cases(context).map((x) => ({
      id: x.meta.id,
      number: x.meta.case?.number ?? '',
      title: x.meta.title,
      presenter: x.meta.case?.presenter ?? '',
      html: print(caseGuideParts(x, context)),
    })),
    handouts: module.handouts.map((x) => ({
      id: x.meta.id,
      title: x.meta.title,
      edition: x.meta.edition,
      href: `${handoutBase}${x.meta.id}.html`,
    })),
    profile: profile.fields.map((f) => ({
      id: f.id,
      label: text(f.label, lang),
      value: f.id === 'checked-on' ? profile.values.checkedOn : (profile.values.values[f.id] ?? ''),
      checkedOn: profile.values.checkedOn,
      required: f.required,
    })),
    moments: (module.moments?.moments ?? []).map((m) => ({
      id: m.id,
      title: m.title,
      html: print(toHast(m.body, context)),
    })),
  };
}
