import type { Reporter } from '../../messages/index.ts';
import type { ModuleSource } from '../2-parse/sources.ts';

/** One slide, one notes file: neither stands alone. */
export function checkPairs(module: ModuleSource, reporter: Reporter): void {
  const slides = new Set(module.slides.map((s) => s.meta.id));
  const notes = new Set(module.notes.map((n) => n.meta.slide));
  for (const s of module.slides) {
    const path = s.file.replace(/^slides\//, 'speaker-notes/');
    if (!notes.has(s.meta.id) && !module.broken.has(path)) {
      reporter.report('slide/without-notes', s.placeOf(['id']), { id: s.meta.id, path });
    }
    if (!s.meta.source.length && !s.meta.added) reporter.report('slide/origin', s.placeOf(['id']));
  }
  for (const n of module.notes) {
    const path = n.file.replace(/^speaker-notes\//, 'slides/');
    if (!slides.has(n.meta.slide) && !module.broken.has(path)) {
      reporter.report('notes/without-slide', n.placeOf(['slide']), { id: n.meta.slide, path });
    }
  }
}
