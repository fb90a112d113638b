/** The participants' edition holds nothing that only facilitators may see: looked for in every byte of it. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Nodes } from 'mdast';
import { toString as plainText } from 'mdast-util-to-string';
import { beforeAll, describe, expect, test } from 'vitest';
import type { ModuleSource } from '../../src/compiler/2-parse/sources.ts';
import { forEdition } from '../../src/compiler/4-edition/edition.ts';
import type { Output } from '../../src/compiler/5-render/render.ts';
import { compile, examine } from '../../src/compiler/compile.ts';
import { base, copyOfBase, outputsOf, project } from './support.ts';

const SLOW = 120_000;
const of = (edition: string, outputs: readonly Output[]): Output[] =>
  outputs.filter((o) => o.edition === edition);

/** A word that no language has, for one place. Its é is written differently by each way of escaping. */
const canary = (place: string): string => `zqx${place}é`;

/** What is left of a canary in every way in which a page may hold it. */
function disguises(word: string): string[] {
  // HTML, JSON, percent signs and decomposed letters change the é alone.
  const core = word.replace('é', '');
  const inBase64 = [0, 1, 2].map((shift) => {
    // The letters of base64 that depend on the word alone, whatever stands before and behind it.
    const text = Buffer.from(' '.repeat(shift) + core)
      .toString('base64')
      .replace(/=+$/, '');
    return text.slice(shift === 0 ? 0 : shift + 1, -2);
  });
  return [core, Buffer.from(core).toString('hex'), ...inBase64];
}

const places = (outputs: readonly Output[], word: string): string[] => {
  const wanted = disguises(word);
  return outputs.filter((o) => wanted.some((d) => o.content.includes(d))).map((o) => o.path);
};

describe('canaries', () => {
  const read = (path: string): string => readFileSync(join(base, path), 'utf8');
  const planted = new Map<string, { anywhere: boolean }>();
  /** @param anywhere false: not even facilitators see it (comments, reasons, lists of sources). */
  const plant = (place: string, anywhere = true): string => {
    planted.set(canary(place), { anywhere });
    return canary(place);
  };
  const comment = (place: string): string => `<!-- ${plant(place, false)} -->`;
  const files: Record<string, string> = {};
  const edit = (path: string, ...pairs: [string, string][]): void => {
    files[path] = pairs.reduce((text, [from, to]) => {
      expect(text).toContain(from);
      return text.replace(from, to);
    }, files[path] ?? read(path));
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

  let outputs: Output[] = [];
  beforeAll(async () => {
    outputs = await outputsOf(copyOfBase(files));
  }, SLOW);

  test('stand in every facilitator-only place', () => {
    expect(planted.size).toBeGreaterThan(50);
    expect(of('participants', outputs).length).toBeGreaterThan(3);
  });

  test('none is in any byte of the participants’ edition, however it is written', () => {
    const leaks = [...planted.keys()].flatMap((word) =>
      places(of('participants', outputs), word).map((path) => `${word} in ${path}`),
    );
    expect(leaks).toEqual([]);
  });

  test('each is in the facilitators’ edition, so that this test can fail', () => {
    const facilitator = of('facilitator', outputs);
    const visible = [...planted].filter(([, { anywhere }]) => anywhere).map(([word]) => word);
    expect(visible.filter((word) => !places(facilitator, word).length)).toEqual([]);
  });

  test('comments, reasons and lists of sources are in neither', () => {
    const hidden = [...planted].filter(([, { anywhere }]) => !anywhere).map(([word]) => word);
    expect(hidden.filter((word) => places(outputs, word).length)).toEqual([]);
  });

  test('the paths of the participants’ files name nothing of the facilitators', () => {
    const paths = of('participants', outputs).map((o) => o.path);
    expect(paths).toContain('participants/mini/en/handouts/sheet.html');
    expect(paths.filter((path) => /deck|speaker|answer-key|notes/.test(path))).toEqual([]);
  });

  test.each(['plain', 'base64', 'html', 'json', 'percent', 'hex'])(
    'a leak in %s would be seen',
    (how) => {
      const word = canary('leak');
      const written: Record<string, string> = {
        plain: word,
        base64: Buffer.from(`some text before ${word} and behind`).toString('base64'),
        html: word.replace('é', '&#xE9;'),
        json: word.replace('é', '\\u00e9'),
        percent: encodeURIComponent(word),
        hex: Buffer.from(`x${word}`).toString('hex'),
      };
      const output = {
        path: 'p',
        edition: 'participants',
        module: '',
        lang: '',
        content: `<p>${written[how]}</p>`,
      } as const;
      expect(places([output], word)).toEqual(['p']);
    },
  );
});

describe('the real content', () => {
  /** Letters and digits only, so that marks and markup make no difference. */
  const flat = (text: string): string =>
    text
      .toLowerCase()
      .normalize('NFKD')
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim();
  const sentences = (text: string): string[] =>
    text
      .split(/(?<=[.?!:;])\s+|\n+/)
      .map(flat)
      .filter((s) => s.split(' ').length >= 6);
  const BLOCKS = new Set(['paragraph', 'heading', 'tableCell']);
  /** The text of each paragraph, heading and cell. */
  const texts = (nodes: readonly Nodes[]): string[] =>
    nodes.flatMap((node) =>
      BLOCKS.has(node.type) || !('children' in node) ? [plainText(node)] : texts(node.children),
    );
  const inside = (nodes: readonly Nodes[]): Nodes[] =>
    nodes.flatMap((node): Nodes[] =>
      node.type === 'containerDirective' && node.name === 'facilitator'
        ? [node]
        : 'children' in node
          ? inside(node.children)
          : [],
    );
  /** What a page says, to a reader or in its data, element by element. */
  const said = (html: string): string =>
    html
      .replace(/<(?:style|script)>[\s\S]*?<\/(?:style|script)>/g, '')
      .replace(/\\u003c/g, '<')
      .replace(/<\/?(?:a|b|em|strong|span|q|code|i)\b[^>]*>/g, '')
      .replace(/&#x([0-9a-f]+);/gi, (_, hex) => String.fromCodePoint(Number.parseInt(hex, 16)))
      .split(/<[^>]*>/)
      .map(flat)
      .join('|');
  const secrets = (module: ModuleSource): string[] => [
    ...module.notes.flatMap((n) => texts(n.tree.children)),
    ...(module.moments?.moments ?? []).flatMap((m) => texts(m.body)),
    ...module.handouts.flatMap((h) =>
      texts(h.meta.edition === 'facilitator' ? h.tree.children : inside(h.tree.children)),
    ),
    ...(module.quiz?.value.items ?? []).flatMap((q) => Object.values(q.facilitator)),
    ...module.syllabus.value.segments.flatMap((g) => g.cues.map((c) => c.text[module.lang] ?? '')),
    ...module.syllabus.value.cuts.map((c) => c.text[module.lang] ?? ''),
  ];
  const allowed = (module: ModuleSource): string[] => {
    const open = forEdition(module, 'participants');
    return [
      ...open.slides.flatMap((s) => [...texts(s.tree.children), s.meta.title]),
      ...open.handouts.flatMap((h) => [...texts(h.tree.children), h.meta.title, h.meta.summary]),
      ...(open.quiz?.value.items ?? []).flatMap((q) => [q.statement, q.reason]),
      ...open.profile.fields.map((f) => f.label[module.lang] ?? ''),
    ];
  };

  test('no sentence of the notes, the guides or the answers stands in the participants’ edition', {
    timeout: SLOW,
  }, async () => {
    const { build, findings, modules } = await compile({ root: project });
    expect(findings.filter((f) => f.severity === 'error')).toEqual([]);
    const pages = of('participants', build?.outputs ?? []).map(({ path, content }) => ({
      path,
      text: said(content),
    }));
    expect(pages.length).toBeGreaterThan(10);
    const open = modules.flatMap(allowed).map(flat).join('|');
    const hidden = [...new Set(modules.flatMap(secrets).flatMap(sentences))].filter(
      (s) => !open.includes(s),
    );
    expect(hidden.length).toBeGreaterThan(1000);
    const all = [...new Set(pages.flatMap((p) => p.text.split('|')))].join('|');
    const leaks = hidden
      .filter((s) => all.includes(s))
      .flatMap((s) => pages.filter((p) => p.text.includes(s)).map((p) => `${p.path}: ${s}`));
    expect(leaks).toEqual([]);
    // The test can fail: the facilitators' pages do hold them.
    const deck = said(
      of('facilitator', build?.outputs ?? []).find((o) => o.path.endsWith('/sgtm-1/en/deck.html'))
        ?.content ?? '',
    );
    expect(hidden.filter((s) => deck.includes(s)).length).toBeGreaterThan(500);
  });

  test('every source file was read: nothing that a person wrote is left out of this test', () => {
    const { modules } = examine(project);
    const read = modules.reduce(
      (n, m) => n + m.slides.length + m.notes.length + m.handouts.length,
      0,
    );
    const files = ['slides', 'speaker-notes', 'handouts'].flatMap((top) =>
      readdirSync(join(project, top), { recursive: true, encoding: 'utf8' }).filter(
        (f) => /\/en\/.*\.md$/.test(f.replaceAll('\\', '/')) && !f.endsWith('at-any-moment.md'),
      ),
    );
    expect(read).toBe(files.length);
  });
});
