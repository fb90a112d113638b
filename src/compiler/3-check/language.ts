import type { Reporter, RuleId } from '../../messages/index.ts';
import { at } from '../../messages/index.ts';
import type { HouseStyle } from '../2-parse/schemas.ts';
import type { ModuleSource } from '../2-parse/sources.ts';
import { add, type Counts, count, grade } from './language-grade.ts';
import { bareFigures } from './language-numbers.ts';
import { type Passage, type Reading, readings } from './language-text.ts';
import { capitals, emptyLinks, retiredWords } from './language-words.ts';

/** A shorter text has no grade of its own; short texts of a kind are read together. */
const LEAST_WORDS = 100;
/** The formula, and the words around numbers, are English. */
const GRADED = 'en';

/** The house style: words, capitals, links, figures and the reading grade. Quoted history is left alone. */
export function checkLanguage(module: ModuleSource, reporter: Reporter): void {
  const style = module.houseStyle;
  if (!style) return;
  const roles = new Set(module.syllabus.value.roles.map((r) => r.id));
  const texts = readings(module);
  for (const { passages, kind } of texts) {
    for (const passage of passages) {
      checkWords(passage, style, roles, reporter);
      if (module.lang === GRADED && kind !== 'plan' && !passage.data)
        checkFigures(passage, style, reporter);
    }
  }
  if (module.lang === GRADED) checkGrades(texts, style, reporter);
}

function checkWords(
  passage: Passage,
  style: HouseStyle,
  roles: ReadonlySet<string>,
  reporter: Reporter,
): void {
  const { text, placeOf } = passage;
  const report = (rule: RuleId, offset: number, words: string, use = ''): void => {
    const place = placeOf(offset);
    if (!isExcepted(style, rule, place.file, text))
      reporter.report(rule, place, { word: words, words, use });
  };
  for (const { offset, word, use } of retiredWords(text, style))
    report('language/retired', offset, word, use);
  for (const { offset, word } of capitals(text, style, roles))
    report('language/capitals', offset, word);
  for (const { offset, word } of emptyLinks(text, style))
    report('language/click-here', offset, word);
}

function checkFigures({ text, placeOf }: Passage, style: HouseStyle, reporter: Reporter): void {
  for (const { offset, number } of bareFigures(text)) {
    const place = placeOf(offset);
    if (!isExcepted(style, 'language/number', place.file, text))
      reporter.report('language/number', place, { number });
  }
}

const isExcepted = (style: HouseStyle, rule: RuleId, file: string, text: string): boolean =>
  style.exceptions.some((x) => x.rule === rule && x.file === file && text.includes(x.words));

function checkGrades(texts: readonly Reading[], style: HouseStyle, reporter: Reporter): void {
  const pools = new Map<string, { counts: Counts; files: string[] }>();
  const judge = (counts: Counts, file: string, files: string): void => {
    const found = Math.round(grade(counts) * 10) / 10;
    if (found > style.grade)
      reporter.report('language/grade', at(file), { grade: found, most: style.grade, files });
  };
  for (const { file, kind, passages } of texts) {
    const counts = count(passages.flatMap((p) => p.prose));
    if (counts.words >= LEAST_WORDS) judge(counts, file, '');
    else if (counts.words) {
      const pool = pools.get(kind);
      pools.set(kind, {
        counts: pool ? add(pool.counts, counts) : counts,
        files: [...(pool?.files ?? []), file],
      });
    }
  }
  for (const { counts, files } of pools.values()) {
    const names = files.map((f) => `\`${f.split('/').pop()}\``).join(', ');
    judge(counts, files[0] ?? '', names);
  }
}
