import type { Reporter } from '../../messages/index.ts';
import { type CaseParts, readCase } from '../2-parse/case.ts';
import { placeOfNode } from '../2-parse/markdown.ts';
import { plainText } from '../2-parse/plain-text.ts';
import type { ModuleSource } from '../2-parse/sources.ts';
import { countWords } from './walk.ts';

const STORY_WORDS = 200;

/** Cases have their fixed headings, a short story, and an answer for each question. */
export function checkCases(module: ModuleSource, reporter: Reporter): void {
  const roles = module.syllabus.value.roles.map((r) => r.id);
  for (const handout of module.handouts) {
    if (handout.meta.kind !== 'case') continue;
    const meta = handout.meta.case;
    if (!meta) {
      reporter.report('yaml/missing-key', handout.placeOf(['kind']), {
        key: 'case',
        path: '`case`',
        expected: '`{ number: I, presenter: NGO }`, as every handout of the kind `case` has',
      });
    } else if (!roles.includes(meta.presenter)) {
      reporter.report('reference/role', handout.placeOf(['case', 'presenter']), {
        role: meta.presenter,
        known: roles.map((r) => `\`${r}\``).join(', '),
      });
    }
    const parts = readCase(handout.body);
    for (const problem of parts.problems) {
      reporter.report(
        'handout/case-heading',
        placeOfNode(handout.file, problem.node ?? handout.body[0]),
        { reason: problem.reason, expected: problem.expected },
      );
    }
    checkStory(parts, handout.file, reporter);
  }
}

function checkStory(parts: CaseParts, file: string, reporter: Reporter): void {
  const words = parts.story.reduce((n, block) => n + countWords(plainText(block)), 0);
  if (words >= STORY_WORDS)
    reporter.report('handout/case-length', placeOfNode(file, parts.story[0]), { words });
  const questions = parts.questions?.children.length ?? 0;
  const answers = parts.modelAnswers?.children.length ?? 0;
  if (questions && parts.guide['Model answers']?.length && questions !== answers) {
    const place = placeOfNode(file, parts.modelAnswers ?? parts.guide['Model answers'][0]);
    reporter.report('handout/case-heading', place, {
      reason: `${answers} model answers for ${questions} questions`,
      expected: 'an ordered list with an answer for each question',
    });
  }
}
