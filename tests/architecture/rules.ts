/** What may import what, and who may read a clock: the design's section 3 as data. */

/** Below: the folders of `src/` that a folder may import from, beside itself. */
const MAY_IMPORT: Record<string, readonly string[]> = {
  model: [],
  types: [],
  styles: [],
  syllabus: ['model'],
  messages: ['model'],
  locale: ['model'],
  session: ['model', 'syllabus'],
  compiler: ['model', 'syllabus', 'messages', 'locale'],
  screens: ['model', 'syllabus', 'session', 'locale'],
  // Files made from a build: PDF, slides for other programs. What of it runs in a browser is a screen.
  exports: [
    'model',
    'syllabus',
    'messages',
    'locale',
    'compiler',
    'exports-nouns',
    'exports-browser',
  ],
  'exports-nouns': ['model'],
  'exports-browser': ['model', 'syllabus', 'session', 'locale', 'screens', 'exports-nouns'],
};

/** Runs in a browser, from a file: nothing of Node. */
const IN_BROWSER = new Set(
  'model syllabus session locale screens exports-nouns exports-browser'.split(' '),
);
const CLOCK = 'src/screens/clock-source.ts';

const layerOf = (path: string): string | undefined => {
  if (/^src\/exports\/(?:[^/]+\/)*browser\//.test(path)) return 'exports-browser';
  // What the pictures of a page are made of: both sides speak of it.
  if (path === 'src/exports/drawing.ts') return 'exports-nouns';
  return /^src\/([^/]+)\//.exec(path)?.[1];
};
const phaseOf = (path: string): number => Number(/^src\/compiler\/(\d)-/.exec(path)?.[1] ?? 0);

/** Code without comments: a comment may speak of a clock. */
const code = (text: string): string => text.replace(/\/\*[\s\S]*?\*\/|(?<=^|\s)\/\/.*$/gm, '');

/** What a file imports, types too, whether by `from`, by `import()` or by `import ''`. */
export const importsOf = (text: string): string[] =>
  [...code(text).matchAll(/(?:\bfrom|\bimport|\bimport\()\s*['"]([^'"]+)['"]/g)].map(
    (m) => m[1] ?? '',
  );

function resolved(from: string, to: string): string {
  const parts = from.split('/').slice(0, -1);
  for (const part of to.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.') parts.push(part);
  }
  return parts.join('/');
}

/** What is wrong with a tree of sources: path → text. One line each. */
export function violations(
  files: ReadonlyMap<string, string>,
  modules: readonly string[],
): string[] {
  const wrong: string[] = [];
  for (const [path, text] of files) {
    const layer = layerOf(path);
    if (!layer) continue;
    const allowed = Object.hasOwn(MAY_IMPORT, layer) ? MAY_IMPORT[layer] : undefined;
    if (!allowed)
      wrong.push(`${path}: a folder of src/ that tests/architecture/rules.ts does not know`);
    for (const name of importsOf(text)) {
      if (!name.startsWith('.')) {
        if (IN_BROWSER.has(layer) && /^node:/.test(name)) wrong.push(`${path} imports ${name}`);
        if (layer === 'model') wrong.push(`${path} imports ${name}`);
        continue;
      }
      const target = resolved(path, name);
      const other = layerOf(target);
      if (!other) wrong.push(`${path} imports ${target}`);
      else if (other !== layer && !allowed?.includes(other))
        wrong.push(`${path} imports ${target}`);
      if (phaseOf(path) && phaseOf(target) > phaseOf(path)) {
        wrong.push(`${path} imports the later phase ${target}`);
      }
    }
    wrong.push(...clockReads(path, layer, code(text)), ...namedModules(path, code(text), modules));
  }
  return wrong;
}

function clockReads(path: string, layer: string, text: string): string[] {
  if (layer === 'syllabus') {
    return [...text.matchAll(/\b(?:Date|performance|setTimeout|setInterval)\b/g)].map(
      ([what]) => `${path} knows ${what}: time is a parameter`,
    );
  }
  if (layer !== 'screens' && layer !== 'session' && layer !== 'model') return [];
  if (path === CLOCK) return [];
  return [
    ...text.matchAll(/\bDate\.now\b|\bperformance\s*\.\s*now\b|\bnew Date(?:\(\s*\)|(?!\())/g),
  ].map(([what]) => `${path} reads the clock (${what}): only ${CLOCK} does`);
}

/** Nothing in `src/` knows what a module is about, nor its name. */
function namedModules(path: string, text: string, modules: readonly string[]): string[] {
  return modules
    .filter((name) =>
      /[-\d]/.test(name) ? text.includes(name) : new RegExp(`['"\`/]${name}['"\`/]`).test(text),
    )
    .map((name) => `${path} names the module ${name}`);
}
