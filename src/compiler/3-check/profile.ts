import type { Reporter } from '../../messages/index.ts';
import { at } from '../../messages/index.ts';
import type { ModuleSource } from '../2-parse/sources.ts';

/** Each local fact has a label in the language that is built. */
export function checkProfile(module: ModuleSource, reporter: Reporter): void {
  for (const field of module.profile.fields) {
    if (!Object.hasOwn(field.label, module.lang)) {
      reporter.report('syllabus/language', at('profile/fields.yaml'), {
        lang: module.lang,
        what: `the field ${field.id}`,
      });
    }
  }
}
