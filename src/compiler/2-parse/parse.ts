import { at, type Reporter } from '../../messages/index.ts';
import type { Loaded, SourceFile } from '../1-load/load.ts';
import { parseHandout } from './handout.ts';
import { parseMoments, parseNotes } from './notes.ts';
import { profileFields, profileValues, quizFile, syllabusFile } from './schemas.ts';
import { parseSlide } from './slide.ts';
import type {
  FigureSource,
  HandoutSource,
  ModuleSource,
  NotesSource,
  ProfileSource,
  SlideSource,
} from './sources.ts';
import { parseYaml } from './yaml.ts';

/** Phase 2: text to typed sources, one `ModuleSource` for each module and language. */
export function parse(loaded: Loaded, reporter: Reporter): ModuleSource[] {
  const profile = parseProfile(loaded, reporter);
  const figures = collectFigures(loaded, reporter);
  const modules = new Set<string>();
  const languages = new Map<string, Set<string>>();
  for (const path of loaded.files.keys()) {
    const [root, module, lang] = path.split('/');
    if (root !== 'slides' || !module || module === 'figures' || !path.includes('/', 7)) continue;
    modules.add(module);
    if (lang && /^[a-z]{2,3}$/.test(lang)) {
      const set = languages.get(module) ?? new Set();
      languages.set(module, set.add(lang));
    }
  }
  if (!modules.size) {
    reporter.report('file/missing', at('slides'), {
      name: 'slides/<module>/syllabus.yaml',
      expected: 'at least one module',
      mend: 'Make a folder `slides/<module>/` with a syllabus.yaml.',
    });
  }
  return [...modules].sort().flatMap((module) => {
    if (!path(loaded, `slides/${module}/syllabus.yaml`)) {
      reporter.report('file/missing', at(`slides/${module}`), {
        name: 'syllabus.yaml',
        expected: `a file \`slides/${module}/syllabus.yaml\``,
        mend: 'Write the syllabus: it drives the clock.',
      });
      return [];
    }
    return [...(languages.get(module) ?? [])].sort().flatMap((lang) => {
      const one = parseModule(loaded, module, lang, profile, figures, reporter);
      return one ? [one] : [];
    });
  });
}

const path = (loaded: Loaded, name: string): SourceFile | undefined => loaded.files.get(name);

function parseModule(
  loaded: Loaded,
  module: string,
  lang: string,
  profile: ProfileSource,
  figures: Map<string, FigureSource>,
  reporter: Reporter,
): ModuleSource | undefined {
  const syllabusPath = `slides/${module}/syllabus.yaml`;
  const syllabus = parseYaml(
    path(loaded, syllabusPath)?.text ?? '',
    syllabusFile,
    { file: syllabusPath },
    reporter,
  );
  const slides: SlideSource[] = [];
  const notes: NotesSource[] = [];
  const handouts: HandoutSource[] = [];
  const pictures = new Map<string, Uint8Array>();
  const within = (root: string): SourceFile[] =>
    [...loaded.files.values()].filter((f) => f.path.startsWith(`${root}/${module}/${lang}/`));
  for (const file of within('slides')) {
    if (!expectName(file, /^\d+-[a-z0-9-]+\.md$/, '`<nn>-<id>.md`', reporter)) continue;
    const slide = parseSlide(file, reporter);
    if (slide) slides.push(slide);
  }
  let moments: ModuleSource['moments'] = null;
  for (const file of within('speaker-notes')) {
    if (file.path.endsWith('/at-any-moment.md')) {
      moments = parseMoments(file, reporter) ?? null;
      continue;
    }
    if (!expectName(file, /^\d+-[a-z0-9-]+\.md$/, '`<nn>-<id>.md`, named as its slide', reporter))
      continue;
    const one = parseNotes(file, reporter);
    if (one) notes.push(one);
  }
  let quiz: ModuleSource['quiz'] = null;
  for (const file of within('handouts')) {
    if (file.path.endsWith('/quiz.yaml')) {
      const yaml = parseYaml(file.text, quizFile, { file: file.path }, reporter);
      if (yaml) quiz = { ...yaml, file: file.path };
      continue;
    }
    if (!expectName(file, /^[a-z0-9-]+\.md$/, '`<id>.md` or `quiz.yaml`', reporter)) continue;
    const handout = parseHandout(file, reporter);
    if (handout) handouts.push(handout);
  }
  for (const [name, bytes] of loaded.binaries) {
    if (name.startsWith(`slides/${module}/`) || name.startsWith(`handouts/${module}/`))
      pictures.set(name, bytes);
  }
  if (!syllabus) return undefined;
  handouts.sort((a, b) => a.meta.order - b.meta.order || (a.meta.id < b.meta.id ? -1 : 1));
  return {
    module,
    lang,
    syllabus: { ...syllabus, file: syllabusPath },
    slides,
    notes,
    moments,
    handouts,
    quiz,
    profile,
    figures,
    pictures,
  };
}

function expectName(
  file: SourceFile,
  pattern: RegExp,
  expected: string,
  reporter: Reporter,
): boolean {
  const name = file.path.split('/').pop() ?? '';
  if (pattern.test(name)) return true;
  reporter.report('file/unknown', at(file.path), { name, expected });
  return false;
}

function parseProfile(loaded: Loaded, reporter: Reporter): ProfileSource {
  const fieldsFile = path(loaded, 'profile/fields.yaml');
  const valuesFile = path(loaded, 'profile/mission.yaml');
  const fields =
    fieldsFile && parseYaml(fieldsFile.text, profileFields, { file: fieldsFile.path }, reporter);
  const values =
    valuesFile && parseYaml(valuesFile.text, profileValues, { file: valuesFile.path }, reporter);
  const known = new Set(fields?.value.fields.map((f) => f.id));
  for (const id of Object.keys(values?.value.values ?? {})) {
    if (!known.has(id) && valuesFile) {
      reporter.report('reference/profile', values?.placeOf(['values', id]) ?? at(valuesFile.path), {
        id,
        known: [...known].join(', '),
      });
    }
  }
  return {
    fields: fields?.value.fields ?? [],
    values: values?.value ?? { checkedOn: '', values: {} },
  };
}

function collectFigures(loaded: Loaded, reporter: Reporter): Map<string, FigureSource> {
  const figures = new Map<string, FigureSource>();
  for (const file of loaded.files.values()) {
    const match = /^slides\/figures\/([a-z0-9-]+)\.(html|css)$/.exec(file.path);
    if (!file.path.startsWith('slides/figures/')) continue;
    if (!match?.[1]) {
      reporter.report('file/unknown', at(file.path), {
        name: file.path,
        expected: '`<name>.html` and `<name>.css`',
      });
      continue;
    }
    if (match[2] === 'css') continue;
    const css = path(loaded, `slides/figures/${match[1]}.css`)?.text ?? '';
    figures.set(match[1], { name: match[1], file: file.path, html: file.text, css });
  }
  return figures;
}
