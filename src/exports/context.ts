import type { ModuleSource } from '../compiler/2-parse/sources.ts';
import { forEdition } from '../compiler/4-edition/edition.ts';
import { fontFaces } from '../compiler/5-render/assets/fonts.ts';
import type { RenderContext } from '../compiler/5-render/context.ts';
import { directives } from '../compiler/5-render/directives/index.ts';
import { plansOf } from '../compiler/5-render/plans.ts';
import { type Locale, locale as localeOf, type MessageKey, translator } from '../locale/index.ts';
import type { Edition } from '../model/index.ts';

/**
 * What the exports of one edition are made from: the edition's own tree, as the pages are. The participants'
 * exports are never given anything of the facilitator's.
 */
export function exportContext(
  source: ModuleSource,
  edition: Edition,
  version: string,
): RenderContext {
  const module = forEdition(source, edition);
  const locale = localeOf(module.lang) ?? (localeOf('en') as Locale);
  const t = translator<MessageKey>(locale.messages, locale.tag);
  return {
    module,
    edition,
    plans: plansOf(module.syllabus.value, module.lang, (minutes) =>
      t('common.minutes', { minutes }),
    ),
    locale,
    t,
    handoutBase: 'handouts/',
    directives,
    version,
  };
}

/** The fonts with the letters that this edition's slides and notes use. */
export const exportFonts = ({ module, locale }: RenderContext): Promise<string> =>
  fontFaces(
    JSON.stringify([
      locale.messages,
      module.slides,
      module.notes,
      module.handouts,
      module.quiz?.value,
      module.syllabus.value,
      module.profile,
    ]),
  );
