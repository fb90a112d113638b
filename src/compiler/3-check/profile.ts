import type { Reporter } from '../../messages/index.ts';
import type { ModuleSource } from '../2-parse/sources.ts';

/** Each local fact has a label in the language that is built. */
export function checkProfile(module: ModuleSource, reporter: Reporter): void {
  for (const [i, field] of module.profile.fields.entries()) {
    if (!Object.hasOwn(field.label, module.lang)) {
      reporter.report('syllabus/language', module.profile.placeOfField(i), {
        lang: module.lang,
        what: `the field ${field.id}`,
      });
    }
  }
}
