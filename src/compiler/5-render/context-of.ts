import {
  type Locale,
  locale as localeOf,
  type MessageKey,
  translator,
} from '../../locale/index.ts';
import type { Edition } from '../../model/index.ts';
import type { ModuleSource } from '../2-parse/sources.ts';
import { forEdition } from '../4-edition/edition.ts';
import type { RenderContext } from './context.ts';
import { directives } from './directives/index.ts';
import { plansOf } from './plans.ts';

export interface RenderOptions {
  /** The interface's language where it is not the content's: pseudo-locales in the tests. */
  interfaceLocale?: string;
  version: string;
}

/**
 * What the pages and exports of one edition are made from: the edition's own tree. What is made for participants
 * is never given anything of the facilitators'.
 */
export function contextOf(
  source: ModuleSource,
  edition: Edition,
  options: RenderOptions,
): RenderContext {
  const module = forEdition(source, edition);
  const locale = localeOf(options.interfaceLocale ?? module.lang) ?? (localeOf('en') as Locale);
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
    version: options.version,
  };
}
