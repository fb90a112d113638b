import type { Reporter } from '../../messages/index.ts';
import { plainText } from '../2-parse/plain-text.ts';
import type { ModuleSource, NotesSource } from '../2-parse/sources.ts';
import { countWords } from './walk.ts';

/** Must-say lines and talking points, as spoken. */
export const spokenWords = (notes: NotesSource): number =>
  [...(notes.sections.mustSay ?? []), ...(notes.sections.talkingPoints ?? [])].reduce(
    (n, block) => n + countWords(plainText(block)),
    0,
  );

/** What is to be said in a segment fits its minutes of talk (source/timing.md: 130 words a minute). */
export function checkSpokenWords(module: ModuleSource, reporter: Reporter): void {
  const { value: syllabus } = module.syllabus;
  const words = new Map(module.notes.map((n) => [n.meta.slide, spokenWords(n)]));
  const places = new Map(
    module.notes.map((n) => [n.meta.slide, n.sectionPlaces.talkingPoints ?? n.placeOf([])]),
  );
  for (const [i, segment] of syllabus.segments.entries()) {
    const limit = Math.round(segment.talk * syllabus.wordsPerMinute);
    const sum = segment.slides.reduce((n, id) => n + (words.get(id) ?? 0), 0);
    // A segment without talk time still has a few prompts; they are the exercise's, not a talk.
    if (segment.talk > 0 && sum > limit) {
      const longest = [...segment.slides].sort(
        (a, b) => (words.get(b) ?? 0) - (words.get(a) ?? 0),
      )[0];
      reporter.report(
        'notes/too-long',
        places.get(longest ?? '') ?? module.syllabus.placeOf(['segments', i]),
        {
          words: sum,
          segment: segment.id,
          limit,
          talk: segment.talk,
          wpm: syllabus.wordsPerMinute,
        },
      );
    }
  }
}
