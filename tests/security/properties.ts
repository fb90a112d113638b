/** What holds for any input at all. The tests try some hundred, with a fixed seed; `npm run fuzz` as many as asked for. */
import fc from 'fast-check';
import { parse as readYaml } from 'yaml';
import { forbiddenIn } from '../../src/compiler/1-load/characters.ts';
import * as schemas from '../../src/compiler/2-parse/schemas.ts';
import { directiveNames } from '../../src/compiler/2-parse/vocabulary.ts';
import { plansOf } from '../../src/compiler/5-render/plans.ts';
import { render } from '../../src/compiler/5-render/render.ts';
import { formatForMachines, formatForPeople } from '../../src/messages/index.ts';
import type { Plan } from '../../src/model/index.ts';
import { merge, parseJournal, serialise } from '../../src/session/journal/index.ts';
import { messageSchema } from '../../src/session/messages.ts';
import { propose, status } from '../../src/syllabus/index.ts';
import { examineFiles, type Files, handout, SMALL, small, structure } from './small.ts';

export interface Property {
  name: string;
  /** How many of a hundred inputs this property gets. */
  share: number;
  property: fc.IRawProperty<unknown>;
}

const ensure = (holds: boolean, what: string): void => {
  if (!holds) throw new Error(what);
};

/** Nothing reached what all objects share. */
function unpolluted(): void {
  ensure(!Object.keys(Object.prototype).length, 'Object.prototype was changed');
  ensure(({} as { polluted?: unknown }).polluted === undefined, 'polluted');
}

// --- words that break things ---

const EVIL: fc.Arbitrary<string> = fc.constantFrom(
  ...'__proto__|constructor|toString|prototype|polluted|null|NaN|true|0|-1|1e999|~|<script>alert(1)</script>|</script>|</style>|<!--|-->|]]>|javascript:alert(1)|https://a.org|http://a|//a|data:text/html,a|../../etc/passwd|C:\\con|%00|%2e%2e|\\u202E|&#x202E;|&lt;|`|```|"|\'|\\|{|}|[|]|(|)|*|_|~~|#|>|- |1. |---|...|:|::|:::|::::|:a[b]{c=d}|{.a #b}|![a](b)|[a](b)|[a]: b|[^a]|| a |\n|\n\n|\t|  |\u2028|\u202E|\u200B|\0|\uFEFF|\uD800|😀|é|ﷺ|Ǆ|ß|İ'
    .split('|')
    .map((s) => s || '|'),
);
const word = fc.oneof(
  EVIL,
  fc.string({ maxLength: 8 }),
  fc.string({ unit: 'binary', maxLength: 4 }),
);
const line = fc.array(word, { maxLength: 8 }).map((words) => words.join(' '));

// --- Markdown and YAML as trees, so that the inputs get past the first line ---

const block: fc.Arbitrary<string> = fc.letrec<{ block: string }>((tie) => ({
  block: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    line,
    fc
      .tuple(fc.constantFrom('- ', '1. ', '> ', '# ', '## ', '- [ ] '), line)
      .map((p) => p.join('')),
    fc.tuple(line, line).map(([a, b]) => `| ${a} | ${b} |\n|---|---|\n| ${b} | ${a} |`),
    fc.tuple(line, line).map(([a, b]) => `[${a}](${b})`),
    fc
      .tuple(fc.constantFrom('chart', 'js', ''), line, line)
      .map(
        ([lang, a, b]) =>
          `\`\`\`${lang}\ntype: bar\ntitle: ${a}\nunit: ${b}\nyear: 2020\nsource: ${a}\ndata:\n  - { label: ${JSON.stringify(b)}, value: 1 }\n\`\`\``,
      ),
    fc
      .tuple(fc.constantFrom(...directiveNames, '__proto__', 'constructor'), line, tie('block'))
      .map(([name, attributes, inside]) => `:::${name}{${attributes}}\n${inside}\n:::`),
    fc
      .tuple(fc.constantFrom(':', '::'), fc.constantFrom(...directiveNames), line)
      .map(([c, name, text]) => `${c}${name}[${text}]`),
    fc.tuple(fc.constantFrom('> ', '  ', '- '), tie('block')).map(([by, text]) =>
      text
        .split('\n')
        .map((l) => by + l)
        .join('\n'),
    ),
    fc.tuple(tie('block'), tie('block')).map(([a, b]) => `${a}\n\n${b}`),
  ),
})).block;

/** Blocks that no rule refuses, full of words that break things where they are not treated as text. */
const visible = EVIL.filter((text) => !forbiddenIn(text) && !/[`\n|]|^\s*$/.test(text));
const tame = fc
  .tuple(visible, visible)
  .chain(([a, b]) =>
    fc.constantFrom(
      `Some \`${a}\` and \`${b}\`.`,
      `- \`${a}\`\n- \`${b}\``,
      `> \`${a}\``,
      `| \`${a}\` | b |\n|---|---|\n| c | \`${b}\` |`,
      `:::callout{kind="note"}\nSome \`${a}\`.\n:::`,
      `[\`${a}\`](https://a.org/${encodeURIComponent(b)})`,
      `\`\`\`\n${a} ${b}\n\`\`\``,
      `\`\`\`chart\ntype: bar\ntitle: ${JSON.stringify(a)}\nunit: ${JSON.stringify(b)}\nyear: 2020\nsource: ${JSON.stringify(`${a}, 2020`)}\ndata:\n  - { label: ${JSON.stringify(b)}, value: 1 }\n\`\`\``,
    ),
  );

const yamlText = fc.oneof(
  fc.json({ maxDepth: 4 }),
  fc
    .array(fc.tuple(fc.nat(4), word, word), { maxLength: 12 })
    .map((rows) =>
      rows.map(([indent, key, value]) => `${'  '.repeat(indent)}${key}: ${value}`).join('\n'),
    ),
  line,
);

/** One or more files of the small module replaced, cut, doubled, mixed or thrown away. */
const project: fc.Arbitrary<Files> = fc
  .array(
    fc.tuple(
      fc.constantFrom(
        ...Object.keys(SMALL),
        'handouts/mini/en/quiz.yaml',
        'speaker-notes/mini/en/at-any-moment.md',
        'slides/figures/a.html',
        'slides/figures/a.css',
        'slides/mini/en/02-b.md',
        'slides/x/y/z.md',
        'slides/source-ids.yaml',
      ),
      fc.oneof(
        block.map((text) => (old: string) => `${old}\n${text}`),
        block.map(
          (text) => (old: string) => `${/^---\n[\s\S]*?\n---\n/.exec(old)?.[0] ?? ''}${text}`,
        ),
        yamlText.map((text) => () => text),
        fc.tuple(fc.nat(500), word).map(
          ([at, text]) =>
            (old: string) =>
              old.slice(0, at) + text + old.slice(at),
        ),
        fc.tuple(fc.nat(500), fc.nat(500)).map(
          ([a, b]) =>
            (old: string) =>
              old.slice(0, a) + old.slice(a + b),
        ),
        yamlText.map(
          (text) => (old: string) => old.replace(/^---\n[\s\S]*?\n---\n/, `---\n${text}\n---\n`),
        ),
        fc.uint8Array({ maxLength: 50 }).map((bytes) => () => bytes),
      ),
    ),
    { minLength: 1, maxLength: 4 },
  )
  .map((changes) => {
    const files: Files = { ...SMALL };
    for (const [path, change] of changes) {
      const old = files[path] ?? '';
      files[path] = change(typeof old === 'string' ? old : Buffer.from(old).toString('latin1'));
    }
    return files;
  });

/** The slowest input so far, ms. */
export const slowest = { ms: 0, what: '' };
/** How often an input got as far as the property is about. */
export const reached = { built: 0, read: 0, journals: 0 };
function timed<T>(what: string, work: () => T): T {
  const started = performance.now();
  const result = work();
  const ms = performance.now() - started;
  if (ms > slowest.ms) Object.assign(slowest, { ms, what });
  ensure(ms < 10_000, `${what} took ${Math.round(ms)} ms`);
  return result;
}

const harmless = render(small().modules, { version: 'fuzz' });
const kinds = harmless.then(
  (pages) =>
    new Set(
      pages.flatMap((p) =>
        structure(String(p.content)).filter((e) =>
          /^(?:script|style|meta|link|base|iframe|object|embed|form) /.test(`${e} `),
        ),
      ),
    ),
);

/** What a page may hold, whatever stood in the sources. */
async function safe(content: string): Promise<void> {
  const known = await kinds;
  for (const element of structure(content)) {
    const [tag = '', ...attributes] = element.split(' ');
    ensure(!attributes.some((a) => /^on/i.test(a) || a === 'style'), element);
    ensure(
      /^(?:script|style|meta|link|base|iframe|object|embed|form)$/.test(tag)
        ? known.has(element)
        : true,
      element,
    );
  }
  ensure((content.match(/<style>/g)?.length ?? 0) >= 1, 'no style');
  ensure(
    !/(?:href|src)="(?!https:|mailto:|#|data:|[a-z0-9/.-]*(?:[?#][a-z0-9-]*)?")/i.test(
      content.replace(/<script>[\s\S]*<\/script>/, ''),
    ),
    'address',
  );
}

const anyJson = fc.oneof(
  fc.jsonValue(),
  fc.object({ key: fc.oneof(EVIL, fc.string()), maxDepth: 3, withNullPrototype: true }),
  fc.constantFrom(
    JSON.parse('{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}}'),
  ),
);

const SCHEMAS = {
  slideMeta: schemas.slideMeta,
  notesMeta: schemas.notesMeta,
  momentsMeta: schemas.momentsMeta,
  handoutMeta: schemas.handoutMeta,
  quizFile: schemas.quizFile,
  syllabusFile: schemas.syllabusFile,
  profileFields: schemas.profileFields,
  profileValues: schemas.profileValues,
  chartBlock: schemas.chartBlock,
  message: messageSchema,
};

const front = (path: string): unknown =>
  readYaml(/^---\n([\s\S]*?)\n---/.exec(String(SMALL[path]))?.[1] ?? String(SMALL[path]));
/** Values that a schema takes, to be changed in one place. */
const EXAMPLES: Record<string, unknown> = {
  slideMeta: front('slides/mini/en/01-s1.md'),
  notesMeta: front('speaker-notes/mini/en/01-s1.md'),
  momentsMeta: { title: 'a', source: ['S1'] },
  handoutMeta: front('handouts/mini/en/sheet.md'),
  quizFile: { items: [{ id: 'q1', criterion: 'AC1', statement: 'a', answer: true, reason: 'b' }] },
  syllabusFile: front('slides/mini/syllabus.yaml'),
  profileFields: front('profile/fields.yaml'),
  profileValues: front('profile/mission.yaml'),
  chartBlock: {
    type: 'bar',
    title: 'a',
    unit: 'b',
    year: 2020,
    source: 'c',
    data: [{ label: 'd', value: 1 }],
  },
};
/** One value somewhere inside, or one key more, is another. */
const changed = (example: unknown): fc.Arbitrary<unknown> =>
  fc.tuple(fc.nat(60), anyJson, fc.option(EVIL, { freq: 3 })).map(([at, value, key]) => {
    const copy = structuredClone(example);
    const spots: [Record<string, unknown>, string][] = [];
    const walk = (node: unknown): void => {
      if (node === null || typeof node !== 'object') return;
      for (const name of Object.keys(node)) {
        spots.push([node as Record<string, unknown>, name]);
        walk((node as Record<string, unknown>)[name]);
      }
    };
    walk(copy);
    const [owner, name] = spots[at % spots.length] ?? [];
    if (owner && name !== undefined)
      Object.defineProperty(owner, key ?? name, {
        value,
        enumerable: true,
        configurable: true,
        writable: true,
      });
    return copy;
  });

const NAMES = { module: 'mini', lang: 'en' };
const EVENTS = [
  { type: 'started', variant: 'mini' },
  { type: 'paused' },
  { type: 'resumed' },
  { type: 'slide-shown', slide: 's1', step: 1 },
  { type: 'extended', segment: 'A1', byMs: 60_000 },
  { type: 'skipped', segment: 'A1' },
  { type: 'replanned', revised: [{ segment: 'A1', ms: 1 }], cuts: ['a'] },
  { type: 'hard-stop-set', hardStop: 1 },
  { type: 'gap-counted', fromMs: 1, toMs: 2, as: 'break' },
  { type: 'clock-stepped', byMs: -1e15 },
  { type: 'exercise-started', exercise: 'groups', phases: [{ id: 'a', ms: 1 }] },
  { type: 'tally', item: 'q1', round: '1', counts: { yes: 1, no: 2, abstained: 3 } },
  { type: 'note', text: 'a' },
  { type: 'finished' },
  { type: 'undone', event: 'w-1' },
];
const rarely = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | null> =>
  fc.oneof({ weight: 9, arbitrary: fc.constant(null) }, { weight: 1, arbitrary });
const event = fc
  .tuple(
    fc.constantFrom(...EVENTS),
    fc.record({
      id: fc.oneof(
        { weight: 9, arbitrary: fc.constantFrom('w-1', 'w-2', '__proto__') },
        { weight: 1, arbitrary: fc.string({ maxLength: 5 }) },
      ),
      seq: fc.oneof({ weight: 15, arbitrary: fc.nat(20) }, { weight: 1, arbitrary: fc.double() }),
      at: fc.oneof(
        { weight: 15, arbitrary: fc.nat(10_000_000) },
        { weight: 1, arbitrary: fc.double() },
      ),
    }),
    rarely(fc.tuple(fc.oneof(EVIL, fc.constantFrom('segment', 'variant', 'byMs', 'at')), anyJson)),
  )
  .map(([body, stamp, extra]) =>
    JSON.stringify({ ...body, ...stamp, ...(extra ? { [extra[0]]: extra[1] } : {}) }),
  );
const journal = fc
  .tuple(
    fc.oneof(
      {
        weight: 5,
        arbitrary: fc.constant('{"journal":1,"module":"mini","lang":"en","session":"s"}'),
      },
      { weight: 1, arbitrary: fc.json() },
    ),
    fc.array(fc.oneof({ weight: 40, arbitrary: event }, { weight: 1, arbitrary: line }), {
      maxLength: 12,
    }),
    rarely(fc.nat(400)),
  )
  .map(([header, events, cut]) => [header, ...events].join('\n').slice(0, cut ?? undefined));

let plans: Plan[] | undefined;
function smallPlans(): Plan[] {
  const [module] = small().modules;
  if (!module) throw new Error('no module');
  plans ??= plansOf(module.syllabus.value, 'en', (m) => `${m}`);
  return plans;
}

const message = fc.oneof(
  anyJson,
  fc
    .tuple(
      fc.constantFrom(
        { type: 'hello' },
        { type: 'slide-go', slide: 's1', step: 0 },
        { type: 'slide-is', slide: 's1', step: 0, blank: false },
        { type: 'blank', on: true },
        { type: 'journal', text: '', replace: true },
        { type: 'focus', role: 'room' },
      ),
      fc.dictionary(fc.oneof(EVIL, fc.constantFrom('slide', 'step', 'text', 'role')), anyJson, {
        maxKeys: 2,
      }),
      fc.dictionary(fc.oneof(EVIL, fc.constantFrom('n', 'from', 'channel', 'role')), anyJson, {
        maxKeys: 2,
      }),
    )
    .map(([body, inside, outside]) => ({
      channel: 'c',
      from: 'w',
      n: 1,
      role: 'room',
      body: { ...body, ...inside },
      ...outside,
    })),
);

export const PROPERTIES: readonly Property[] = [
  {
    name: 'compiler, phases 1 to 3: any sources give findings in plain words',
    share: 30,
    property: fc.property(project, (files) => {
      const { findings } = timed('sources', () => examineFiles(files));
      for (const f of findings) {
        ensure(!!f.place.file && f.place.line > 0 && f.place.column > 0, JSON.stringify(f));
        ensure(
          !/undefined|\[object |function |Invalid input|Cannot read/.test(f.found + f.expected),
          f.found,
        );
      }
      const text = formatForPeople(findings);
      ensure(!forbiddenIn(text), 'control character in the findings');
      JSON.parse(formatForMachines(findings));
      unpolluted();
    }),
  },
  {
    name: 'compiler, all phases: what builds is inert, and the same twice',
    share: 6,
    property: fc.asyncProperty(
      fc.array(fc.oneof({ weight: 30, arbitrary: tame }, { weight: 1, arbitrary: block }), {
        minLength: 1,
        maxLength: 5,
      }),
      line,
      async (blocks, title) => {
        const files = {
          ...SMALL,
          'handouts/mini/en/sheet.md': handout(blocks.join('\n\n')).replace(
            'A sheet',
            JSON.stringify(title || 'a'),
          ),
        };
        const { findings, modules } = timed('handout', () => examineFiles(files));
        if (findings.some((f) => f.severity === 'error')) return;
        const pages = await render(modules, { version: 'fuzz' });
        reached.built++;
        for (const { path, content } of pages)
          if (path.endsWith('.html')) await safe(String(content));
        unpolluted();
      },
    ),
  },
  ...Object.entries(SCHEMAS).map(
    ([name, schema]): Property => ({
      name: `schema ${name}: refuses or reads, never throws`,
      share: 3,
      property: fc.property(
        name === 'message' ? message : fc.oneof(anyJson, changed(EXAMPLES[name])),
        (value) => {
          const read = schema.safeParse(value);
          if (read.success) {
            reached.read++;
            ensure(!Object.hasOwn(read.data as object, '__proto__'), '__proto__ was read');
            ensure(schema.safeParse(read.data).success, 'what was read is refused');
          }
          unpolluted();
        },
      ),
    }),
  ),
  {
    name: 'journal: any text is read or refused; what is read is kept as it is, and every clock can show it',
    share: 36,
    property: fc.property(
      fc.oneof(journal, fc.string({ unit: 'binary' })),
      fc.nat(10_000_000),
      (text, now) => {
        const parsed = timed('journal', () => parseJournal(text, NAMES));
        if (parsed.kind !== 'ok') return;
        reached.journals++;
        const again = parseJournal(serialise(parsed.journal), NAMES);
        ensure(
          again.kind === 'ok' && serialise(again.journal) === serialise(parsed.journal),
          'not the same when read again',
        );
        ensure(
          serialise(merge(parsed.journal, parsed.journal) ?? parsed.journal).length <=
            serialise(parsed.journal).length,
          'grows when merged with itself',
        );
        status(smallPlans(), parsed.journal, now);
        propose(smallPlans(), parsed.journal, now);
        unpolluted();
      },
    ),
  },
];

export interface Tried {
  name: string;
  runs: number;
  ms: number;
  /** The counterexample, where one was found. */
  failed?: string;
}

/** Tries each property with its share of `runs` inputs. */
export async function tryAll(
  runs: number,
  seed: number,
  told: (tried: Tried) => void,
): Promise<Tried[]> {
  const all: Tried[] = [];
  for (const { name, share, property } of PROPERTIES) {
    const started = performance.now();
    const numRuns = Math.max(5, Math.ceil((runs * share) / 100));
    const details = await fc.check(property as fc.IAsyncProperty<unknown>, { seed, numRuns });
    const tried: Tried = {
      name,
      runs: details.numRuns,
      ms: performance.now() - started,
      ...(details.failed ? { failed: fc.defaultReportMessage(details) ?? 'failed' } : {}),
    };
    all.push(tried);
    told(tried);
  }
  return all;
}
