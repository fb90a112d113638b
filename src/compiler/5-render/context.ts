import type { Locale, MessageKey, Translate } from '../../locale/index.ts';
import type { Edition, Plan } from '../../model/index.ts';
import type { ModuleSource } from '../2-parse/sources.ts';
import type { RenderDirective } from './directives/types.ts';

/** What every renderer may look at. */
export interface RenderContext {
  module: ModuleSource;
  edition: Edition;
  /** The standard plan first. */
  plans: Plan[];
  locale: Locale;
  t: Translate<MessageKey>;
  /** From a page to the handouts' folder: `handouts/` or ``. */
  handoutBase: string;
  /** Name → renderer; in the context so that a renderer can render what stands inside it. */
  directives: Record<string, RenderDirective>;
  /** Version stamp for footers. */
  version: string;
}
