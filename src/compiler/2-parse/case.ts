import type { BlockContent, DefinitionContent, List } from 'mdast';
import type { ContainerDirective } from 'mdast-util-directive';
import { plainText } from './plain-text.ts';
import type { Block } from './sources.ts';

const HEADINGS = ['Before you read', 'The story', 'Where things stand now', 'Questions'] as const;
const GUIDE_HEADINGS = [
  'Act',
  'Means',
  'Purpose',
  'Model answers',
  'Misconduct',
  'Law',
  'Common error',
  'If a customer were one of us',
  'Then and now',
] as const;
type GuideHeading = (typeof GUIDE_HEADINGS)[number];
export type GuideBlock = BlockContent | DefinitionContent;

export interface CaseParts {
  story: Block[];
  questions: List | null;
  modelAnswers: List | null;
  guide: Partial<Record<GuideHeading, GuideBlock[]>>;
  /** The whole `:::facilitator` block. */
  guideBlock: ContainerDirective | null;
  problems: { node?: Block | GuideBlock; reason: string; expected: string }[];
}

/** The parts of a case, by their fixed headings. */
export function readCase(body: readonly Block[]): CaseParts {
  const parts: CaseParts = {
    story: [],
    questions: null,
    modelAnswers: null,
    guide: {},
    guideBlock: null,
    problems: [],
  };
  const seen: string[] = [];
  let current = '';
  for (const node of body) {
    if (node.type === 'heading' && node.depth === 2) {
      current = plainText(node);
      if (!(HEADINGS as readonly string[]).includes(current)) {
        parts.problems.push({
          node,
          reason: `the heading “${current}”`,
          expected: HEADINGS.map((h) => `“${h}”`).join(', '),
        });
      } else if (HEADINGS.indexOf(current as (typeof HEADINGS)[number]) < seen.length) {
        parts.problems.push({
          node,
          reason: `the heading “${current}” here`,
          expected: `each heading once, in the order ${HEADINGS.map((h) => `“${h}”`).join(', ')}`,
        });
      }
      seen.push(current);
    } else if (node.type === 'containerDirective' && node.name === 'facilitator') {
      if (parts.guideBlock)
        parts.problems.push({
          node,
          reason: 'a second block for the facilitator',
          expected: 'one `:::facilitator` block',
        });
      parts.guideBlock = node;
      readGuide(node, parts);
    } else if (current === 'The story') parts.story.push(node);
    else if (current === 'Questions' && node.type === 'list') parts.questions = node;
  }
  for (const heading of HEADINGS) {
    if (!seen.includes(heading))
      parts.problems.push({ reason: `no heading “${heading}”`, expected: `\`## ${heading}\`` });
  }
  if (!parts.questions)
    parts.problems.push({
      reason: 'no questions',
      expected: 'an ordered list under `## Questions`',
    });
  if (!parts.guideBlock)
    parts.problems.push({ reason: 'no model answers', expected: 'one `:::facilitator` block' });
  return parts;
}

function readGuide(block: ContainerDirective, parts: CaseParts): void {
  let current: GuideHeading | undefined;
  for (const node of block.children) {
    if (node.type === 'heading') {
      const text = plainText(node);
      current = GUIDE_HEADINGS.find((h) => h === text);
      if (!current || node.depth !== 3) {
        parts.problems.push({
          node,
          reason: `the heading “${text}” for the facilitator`,
          expected: GUIDE_HEADINGS.map((h) => `\`### ${h}\``).join(', '),
        });
      } else parts.guide[current] ??= [];
    } else if (current) {
      parts.guide[current]?.push(node);
      if (current === 'Model answers' && node.type === 'list') parts.modelAnswers = node;
    }
  }
  for (const heading of GUIDE_HEADINGS) {
    if (!parts.guide[heading]?.length)
      parts.problems.push({
        node: block,
        reason: `no “${heading}” for the facilitator`,
        expected: `\`### ${heading}\` with its text`,
      });
  }
}
