/** The participants' edition holds nothing that only facilitators may see: looked for in every byte of it. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import { zipSync } from 'fflate';
import type { Nodes } from 'mdast';
import { toString as plainText } from 'mdast-util-to-string';
import { afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import type { ModuleSource } from '../../src/compiler/2-parse/sources.ts';
import { forEdition } from '../../src/compiler/4-edition/edition.ts';
import type { Output } from '../../src/compiler/5-render/render.ts';
import { compile, examine } from '../../src/compiler/compile.ts';
import { canary, found } from '../canaries.ts';
import { files, planted } from './planted.ts';
import { copyOfBase, outputsOf, project } from './support.ts';

const SLOW = 120_000;
const of = (edition: string, outputs: readonly Output[]): Output[] =>
  outputs.filter((o) => o.edition === edition);

/** `canary in path`, for every canary that a file holds. */
const leaks = (
  outputs: readonly Output[],
  words: readonly string[] = [...planted.keys()],
): string[] =>
  outputs.flatMap(({ path, content }) =>
    found(`${path}\n${content}`, words).map((word) => `${word} in ${path}`),
  );

describe('canaries', () => {
  let outputs: Output[] = [];
  beforeAll(async () => {
    outputs = await outputsOf(copyOfBase(files));
  }, SLOW);

  test('stand in every facilitator-only place', () => {
    expect(planted.size).toBeGreaterThan(65);
    expect(of('participants', outputs).length).toBeGreaterThan(3);
  });

  test('none is in any byte of the participants’ edition, however it is written', () => {
    expect(leaks(of('participants', outputs))).toEqual([]);
  });

  test('each is in the facilitators’ edition, so that this test can fail', () => {
    const visible = [...planted].filter(([, { anywhere }]) => anywhere).map(([word]) => word);
    const seen = leaks(of('facilitator', outputs), visible).map((leak) => leak.split(' ')[0]);
    expect(visible.filter((word) => !seen.includes(word))).toEqual([]);
  });

  test('comments, reasons, lists of sources and the metadata of pictures are in neither', () => {
    const hidden = [...planted].filter(([, { anywhere }]) => !anywhere).map(([word]) => word);
    expect(leaks(outputs, hidden)).toEqual([]);
  });

  test('the paths of the participants’ files name nothing of the facilitators', () => {
    const paths = of('participants', outputs).map((o) => o.path);
    expect(paths).toContain('participants/mini/en/handouts/sheet.html');
    expect(paths.filter((path) => /deck|speaker|answer-key|notes/.test(path))).toEqual([]);
  });
});

describe('a leak would be seen', () => {
  const word = canary('leak');
  const text = `some text before ${word} and behind`;
  const wide = Buffer.from(text, 'utf16le');
  const WAYS: Record<string, Uint8Array | string> = {
    plain: word,
    html: word.replace('é', '&#xE9;'),
    json: word.replace('é', '\\u00e9'),
    percent: encodeURIComponent(word),
    hex: Buffer.from(`x${word}`).toString('hex'),
    'UTF-16': wide,
    'a string of a PDF': `<FEFF${Buffer.from(wide).swap16().toString('hex').toUpperCase()}>`,
    base64: Buffer.from(text).toString('base64'),
    'base64 of base64': Buffer.from(Buffer.from(text).toString('base64')).toString('base64'),
    'a gzip in base64': gzipSync(text).toString('base64'),
    'a deflated stream in base64': deflateRawSync(text).toString('base64'),
    'brotli in base64': brotliCompressSync(text).toString('base64'),
    'a stream of a PDF': Buffer.concat([
      Buffer.from('%PDF-1.4\n1 0 obj <</Filter /FlateDecode>> stream\n'),
      deflateSync(text),
      Buffer.from('\nendstream'),
    ]),
    'a zip': zipSync({ 'a.txt': Buffer.from(text) }),
    'a name in a zip': zipSync({ [`${word}.txt`]: Buffer.from('x') }),
    'a zip in a zip': zipSync({ 'a.xlsx': zipSync({ 'b.xml': Buffer.from(text) }) }),
  };
  test.each(Object.keys(WAYS))('as %s', (how) => {
    const way = WAYS[how] ?? '';
    expect(found(typeof way === 'string' ? `<p>${way}</p>` : way, [word])).toEqual([word]);
    expect(found(typeof way === 'string' ? `<p>${way}</p>` : way, [canary('other')])).toEqual([]);
  });
});

describe('a compiler that leaks is caught', () => {
  const EDITION = '../../src/compiler/4-edition/edition.ts';
  const REVIEW = '../../src/compiler/5-render/pages/review.ts';
  type Leak = (module: ModuleSource, pruned: ModuleSource) => ModuleSource;
  const open = (module: ModuleSource) =>
    module.handouts.filter((h) => h.meta.edition === 'participants');
  /** Each forgets one thing that phase 4 takes out. */
  const FORGETFUL: Record<string, Leak> = {
    'keeps facilitators’ blocks': (module, pruned) => ({ ...pruned, handouts: open(module) }),
    'keeps the guides': (module, pruned) => ({ ...pruned, handouts: module.handouts }),
    'keeps private contacts': (module, pruned) => ({ ...pruned, profile: module.profile }),
    'keeps the drawings of guides': (module, pruned) => ({ ...pruned, figures: module.figures }),
  };
  /** Each writes the notes into the page, where it was handed them. */
  const TALKATIVE: Record<string, (notes: string) => string> = {
    'in a comment': (notes) => `<!-- ${notes} -->`,
    'in an attribute': (notes) => `<p data-x="${Buffer.from(notes).toString('base64')}"></p>`,
    'as data': (notes) => `<script type="application/json">${notes}</script>`,
    'as packed data': (notes) => `<p hidden>${gzipSync(notes).toString('base64')}</p>`,
    'in a style': (notes) => `<style>:root { --x: ${JSON.stringify(notes)} }</style>`,
  };

  async function leaksOf(leak: Leak, write?: (notes: string) => string): Promise<string[]> {
    vi.doMock(EDITION, () => ({
      forEdition: (module: ModuleSource, edition: 'facilitator' | 'participants') => {
        const pruned = forEdition(module, edition);
        return edition === 'participants' ? leak(module, pruned) : pruned;
      },
    }));
    if (write)
      vi.doMock(REVIEW, () => ({
        reviewPage: ({ module }: { module: ModuleSource }) =>
          Promise.resolve(`<!doctype html>${write(JSON.stringify(module.notes.map(texts)))}`),
      }));
    const texts = (n: ModuleSource['notes'][number]): string => plainText(n.tree);
    vi.resetModules();
    const { compile: leaky } = await import('../../src/compiler/compile.ts');
    const { build } = await leaky({ root: copyOfBase(files) });
    if (!build) throw new Error('nothing was built');
    return leaks(of('participants', build.outputs));
  }
  afterEach(() => {
    vi.doUnmock(EDITION);
    vi.doUnmock(REVIEW);
    vi.resetModules();
  });

  test.each(Object.keys(FORGETFUL))(
    'it %s',
    async (name) => {
      expect(await leaksOf(FORGETFUL[name] as Leak)).not.toEqual([]);
    },
    SLOW,
  );

  test.each(Object.keys(TALKATIVE))(
    'it writes notes %s',
    async (name) => {
      const keeps: Leak = (module, pruned) => ({ ...pruned, notes: module.notes });
      expect(await leaksOf(keeps, TALKATIVE[name])).not.toEqual([]);
    },
    SLOW,
  );

  test(
    'without the leak, nothing is seen',
    async () => {
      expect(await leaksOf((_module, pruned) => pruned)).toEqual([]);
    },
    SLOW,
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

  test('no word of the speaker view or the deck’s screens stands in a participants’ page', {
    timeout: SLOW,
  }, async () => {
    const { build } = await compile({ root: project });
    const pages = (build?.outputs ?? []).filter((o) => o.path.endsWith('.html'));
    const speaking = pages.filter((o) => /"(?:speaker|deck)\.\w+":/.test(o.content));
    expect(of('participants', pages).length).toBeGreaterThan(20);
    expect(of('participants', speaking)).toEqual([]);
    // The deck has them: what is looked for is how they would stand there.
    expect(speaking.map((o) => o.path)).toContain('facilitator/sgtm-1/en/deck.html');
  });

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
