/** The small module with a canary in every place that only facilitators may see, or nobody. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { canary } from '../canaries.ts';
import { base } from './support.ts';

/** A picture with words in its metadata, and more behind its end. */
function withText(png: Buffer, words: string): Buffer {
  const text = Buffer.from(`Author\0${words}`);
  const chunk = Buffer.alloc(12 + text.length);
  chunk.writeUInt32BE(text.length, 0);
  chunk.write('tEXt', 4, 'latin1');
  text.copy(chunk, 8);
  return Buffer.concat([png.subarray(0, 33), chunk, png.subarray(33), Buffer.from(words)]);
}

const read = (path: string): string => readFileSync(join(base, path), 'utf8');
/** Each canary, and whether facilitators see it. */
export const planted = new Map<string, { anywhere: boolean }>();
/** @param anywhere false: not even facilitators see it (comments, reasons, lists of sources). */
const plant = (place: string, anywhere = true): string => {
  planted.set(canary(place), { anywhere });
  return canary(place);
};
const comment = (place: string): string => `<!-- ${plant(place, false)} -->`;
const name = (place: string, anywhere = true): string => plant(place, anywhere).replace('é', '');
/** What differs from the base: path → content. */
export const files: Record<string, string | Uint8Array> = {};
const edit = (path: string, ...pairs: [string, string][]): void => {
  files[path] = pairs.reduce(
    (text, [from, to]) => {
      if (!text.includes(from)) throw new Error(`${path} holds no “${from}”`);
      return text.replace(from, to);
    },
    String(files[path] ?? read(path)),
  );
};

const S1 = 'slides/mini/en/01-s1.md';
edit(
  S1,
  [
    'source: [S1]',
    `source: [S1, ${plant('slidesource', false)}]\nadded: ${plant('slideadded', false)} # ${plant('slideyaml', false)}`,
  ],
  ['# A door can be open or shut', `# A door can be open ${comment('headline')} or shut`],
  ['Two doors, side by side.', `Two doors, ${comment('figurewords')} side by side.`],
  ['- open: Open', `- open: Open ${comment('figurelabel')}`],
  ['![A small', `${comment('slide')}\n\n![A small`],
);
edit(
  'slides/mini/en/02-s2.md',
  ['type: bar', `type: bar # ${plant('chartyaml', false)}`],
  ['see first?', `see ${comment('question')} first?`],
);
edit('slides/figures/doors.html', ['<svg', `<!-- ${plant('figurehtml', false)} --><svg`]);
edit('slides/figures/doors.css', [
  '.figure-doors',
  `/*! ${plant('figurecss', false)} */ .figure-doors`,
]);
edit(
  'slides/mini/syllabus.yaml',
  ['module: mini', `module: mini # ${plant('syllabusyaml', false)}`],
  ['The one who leads', plant('rolename')],
  ['The sheet to everyone', plant('cue')],
  ['Leave out the guest', plant('cut')],
  ['Ask the guest more', plant('stretch')],
  [
    'title: { en: With a break }',
    `title: { en: With a break }\n    note: { en: ${plant('variantnote', false)} }`,
  ],
);
edit(
  'speaker-notes/mini/en/01-s1.md',
  [
    'source: [S1-N1]',
    `source: [${plant('notesource', false)}]\nadded: ${plant('noteadded', false)}`,
  ],
  ['- You can see which.', `- ${plant('mustsay')}.`],
  ['Look at the two doors.', `${plant('talkingpoints')}. ${comment('notes')}`],
  ['Which door would you choose?', `${plant('askquestion')}?`],
  ['- The open one', `- ${plant('askanswer')}`],
  ['> "It does not matter."', `> ${plant('askwrong')}.`],
  ['It does. One', `${plant('askreply')}. One`],
  ['Point at the doors.', `${plant('facilitatornotes')}.`],
  ['- Nobody has to answer.', `- ${plant('care')}.`],
  ['to everyone.', `${plant('handout')}.`],
  ['In 2004 there was one door.', `${plant('thenandnow')} in 2004.`],
);
edit(
  'speaker-notes/mini/en/at-any-moment.md',
  ['added: The lead needs it at once.', `added: ${plant('momentadded', false)}`],
  ['## Someone is upset', `## ${plant('momenttitle')}`],
  ['Stop. Ask', `${plant('moment')}. Ask`],
);
edit(
  'handouts/mini/en/sheet.md',
  [
    'source: [H1]',
    `source: [${plant('handoutsource', false)}]\nadded: ${plant('handoutadded', false)}`,
  ],
  [
    'Write to',
    `${comment('handoutcomment')}\n\nSee :handout[case-1] and :profile[helper.contact]. Write to`,
  ],
  ['Tell them to write', `${plant('facilitatorblock')}. Tell them to write`],
  [':::checklist', '::::checklist'],
  ['- I knocked\n:::', `- I knocked\n\n  :::facilitator\n  ${plant('blockinlist')}\n  :::\n::::`],
  [
    '::lines{count=2}',
    `> :::facilitator\n> ${plant('blockinquote')}\n> :::\n\n::::columns\n:::column\nOne.\n:::\n\n:::column\nTwo.\n:::\n::::\n\n:::::callout{kind="note"}\nA note.\n\n::::facilitator\n:::steps\n1. ${plant('deepblock')}\n:::\n::::\n:::::`,
  ],
);
const guide = ['Act', 'Means', 'Purpose', 'Misconduct', 'Law', 'Then and now'] as const;
edit(
  'handouts/mini/en/case-1.md',
  ['presenter: NGO', 'presenter: NGO'],
  ...guide.map((heading): [string, string] => [
    `### ${heading}\n`,
    `### ${heading}\n${plant(`case${heading.replaceAll(' ', '')}`)}. `,
  ]),
  ['1. He knocked.', `1. ${plant('modelanswer')}.`],
  ['> "He should', `> "${plant('commonerror')}. He should`],
  ['Tell the desk.', `${plant('casecustomer')}.`],
);
edit(
  'handouts/mini/en/answer-key.md',
  ['title: Answers', `title: ${plant('guidetitle')}`],
  ['summary: For the team', `summary: ${plant('guidesummary')}. For the team`],
  ['::quiz', `${plant('guidebody')}.\n\n::session-plan\n\n::all-notes\n\n::case-guide\n\n::quiz`],
);
edit(
  'handouts/mini/en/quiz.yaml',
  ['items:', `items: # ${plant('quizyaml', false)}`],
  ['All doors open when you push.', `${plant('quizerror')}.`],
  ['Not when they are locked.', `${plant('quizreply')}.`],
  ['law: The house rules, point 1', `law: ${plant('quizlaw')}`],
  ['Read it slowly.', `${plant('quiznote')}.`],
  ['We missed it in the old quiz.', plant('quizadded', false)],
);
edit('profile/mission.yaml', [
  'helper.contact: ""',
  `helper.contact: "${plant('privatevalue')}" # ${plant('profileyaml', false)}`,
]);

files['profile/fields.yaml'] =
  `${read('profile/fields.yaml').trimEnd()}\n  - { id: helper.zqxfieldname, private: true, label: { en: ${plant('fieldlabel')} } }\n`;
edit('speaker-notes/mini/en/02-s2.md', [
  '## Talking points\n',
  '## Talking points\n:profile[helper.zqxfieldname] ',
]);
name('fieldname');
// Names: of a guide, of a drawing that only a guide shows with its classes and styles, of a picture.
files[`handouts/mini/en/${name('guidefile')}.md`] = read('handouts/mini/en/answer-key.md')
  .replace('id: answer-key', 'id: zqxguidefile')
  .replace(
    '::quiz',
    `:::figure{name="zqxfigurefile"}\n${plant('figureinguide')}.\n\n- open: ${plant('labelinguide')}\n:::\n\n\`\`\`chart\ntype: bar\ntitle: ${plant('charttitle')}\nunit: ${plant('chartunit')}\nyear: 2020\nsource: ${plant('chartsource')}\ndata:\n  - { label: ${plant('chartlabel')}, value: 1 }\n\`\`\`\n\n::quiz`,
  );
name('figurefile', false);
files['slides/figures/zqxfigurefile.html'] =
  `<div class="${name('figureclass')}"><p data-label="open"></p></div>`;
files['slides/figures/zqxfigurefile.css'] =
  `.zqxfigureclass::before { content: "${name('figurecontent')}" }`;
edit(S1, ['](dot.png)', `](${name('picturename', false)}.png)`]);
files['slides/mini/en/zqxpicturename.png'] = withText(
  readFileSync(join(base, 'slides/mini/en/dot.png')),
  plant('picturetext', false),
);
