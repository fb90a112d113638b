import { at, type Reporter } from '../../messages/index.ts';
import type { Loaded, SourceFile } from '../1-load/load.ts';
import { parseHandout } from './handout.ts';
import { parseMoments, parseNotes } from './notes.ts';
import {
  type HouseStyleFile,
  houseStyleFile,
  profileFields,
  profileValues,
  quizFile,
  sourceIdsFile,
  syllabusFile,
} from './schemas.ts';
import { parseSlide } from './slide.ts';
import type {
  FigureSource,
  HandoutSource,
  ModuleSource,
  NotesSource,
  ProfileSource,
  QuizSource,
  SlideSource,
  SourceIdsSource,
} from './sources.ts';
import { parseYaml } from './yaml.ts';

/** What every module shares while it is parsed. */
interface Parsing {
  loaded: Loaded;
  reporter: Reporter;
  profile: ProfileSource;
  figures: Map<string, FigureSource>;
  sourceIds: SourceIdsSource | null;
  houseStyles: HouseStyleFile;
  /** Files that are there and could not be read. */
  broken: Set<string>;
  /** Files that somebody has looked at; the others are told as unknown. */
  used: Set<string>;
}

/** Phase 2: text to typed sources, one `ModuleSource` for each module and language. */
export function parse(loaded: Loaded, reporter: Reporter): ModuleSource[] {
  const broken = new Set(loaded.failed);
  const used = new Set<string>(SHARED);
  const profile = parseProfile(loaded, broken, reporter);
  const figures = collectFigures(loaded, used, broken, reporter);
  const sourceIds = parseSourceIds(loaded, reporter);
  const houseStyles = parseHouseStyles(loaded, reporter);
  const parsing: Parsing = {
    loaded,
    reporter,
    profile,
    figures,
    sourceIds,
    houseStyles,
    broken,
    used,
  };
  const languages = languagesOf(loaded);
  if (!languages.size) {
    reporter.report('file/missing', at('slides'), {
      name: 'slides/<module>/syllabus.yaml',
      expected: 'at least one module',
      mend: 'Make a folder `slides/<module>/` with a syllabus.yaml.',
    });
  }
  const modules = [...languages]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([module, langs]) => {
      const syllabus = parseSyllabus(module, parsing);
      if (!langs.size) {
        reporter.report('file/missing', at(`slides/${module}`), {
          name: `slides/${module}/<lang>/<nn>-<id>.md`,
          expected: 'a folder of slides for at least one language, such as `en`',
          mend: `Make a folder \`slides/${module}/en/\` with the slides.`,
        });
      }
      return [...langs].sort().flatMap((lang) => {
        const one = parseModule(module, lang, parsing);
        return syllabus ? [{ ...one, syllabus }] : [];
      });
    });
  for (const { path } of loaded.files.values()) {
    if (used.has(path)) continue;
    const expected =
      'slides/, speaker-notes/ or handouts/, then module, language and file, of a module and language that slides/ has';
    reporter.report('file/unknown', at(path), { name: path, expected });
  }
  return modules;
}

/** Files that stand beside the modules. */
const SOURCE_IDS = 'slides/source-ids.yaml';
const HOUSE_STYLE = 'slides/house-style.yaml';
const SHARED = [SOURCE_IDS, HOUSE_STYLE, 'profile/fields.yaml', 'profile/mission.yaml'];

const path = (loaded: Loaded, name: string): SourceFile | undefined => loaded.files.get(name);

/** The modules below `slides/`, each with its languages. */
function languagesOf(loaded: Loaded): Map<string, Set<string>> {
  const languages = new Map<string, Set<string>>();
  for (const path of [...loaded.files.keys(), ...loaded.failed]) {
    const [root, module, lang, file] = path.split('/');
    if (root !== 'slides' || !module || module === 'figures' || !lang) continue;
    const set = languages.get(module) ?? new Set();
    languages.set(module, set);
    if (file && /^[a-z]{2,3}$/.test(lang)) set.add(lang);
  }
  return languages;
}

function parseSyllabus(module: string, parsing: Parsing): ModuleSource['syllabus'] | undefined {
  const { loaded, reporter, used, broken } = parsing;
  const name = `slides/${module}/syllabus.yaml`;
  const file = path(loaded, name);
  used.add(name);
  if (!file) {
    if (broken.has(name)) return undefined;
    broken.add(name);
    reporter.report('file/missing', at(`slides/${module}`), {
      name: 'syllabus.yaml',
      expected: `a file \`${name}\``,
      mend: 'Write the syllabus: it drives the clock.',
    });
    return undefined;
  }
  const syllabus = parseYaml(file.text, syllabusFile, { file: name }, reporter);
  if (!syllabus) broken.add(name);
  return syllabus && { ...syllabus, file: name };
}

const NUMBERED = /^\d+-[a-z0-9-]+\.md$/;

function parseModule(
  module: string,
  lang: string,
  parsing: Parsing,
): Omit<ModuleSource, 'syllabus'> {
  const { loaded, reporter, broken, used, profile, figures, sourceIds, houseStyles } = parsing;
  const slides: SlideSource[] = [];
  const notes: NotesSource[] = [];
  const handouts: HandoutSource[] = [];
  const pictures = new Map<string, Uint8Array>();
  const within = (root: string): SourceFile[] =>
    [...loaded.files.values()].filter((f) => {
      const [top, m, l, , deeper] = f.path.split('/');
      const mine = top === root && m === module && l === lang && deeper === undefined;
      if (mine) used.add(f.path);
      return mine;
    });
  /** Takes what a file gives; a file that gives nothing is broken. */
  const take = <T>(file: SourceFile, thing: T | undefined, list: T[]): void => {
    if (thing) list.push(thing);
    else broken.add(file.path);
  };
  for (const file of within('slides')) {
    if (!expectName(file, NUMBERED, '`<nn>-<id>.md`', reporter)) continue;
    take(file, parseSlide(file, reporter), slides);
  }
  let moments: ModuleSource['moments'] = null;
  for (const file of within('speaker-notes')) {
    if (file.path.endsWith('/at-any-moment.md')) {
      moments = parseMoments(file, reporter) ?? null;
      continue;
    }
    if (!expectName(file, NUMBERED, '`<nn>-<id>.md`, named as its slide', reporter)) continue;
    take(file, parseNotes(file, reporter), notes);
  }
  const quizzes: QuizSource[] = [];
  for (const file of within('handouts')) {
    if (file.path.endsWith('/quiz.yaml')) {
      const yaml = parseYaml(file.text, quizFile, { file: file.path }, reporter);
      take(file, yaml && { ...yaml, file: file.path }, quizzes);
      continue;
    }
    if (!expectName(file, /^[a-z0-9-]+\.md$/, '`<id>.md` or `quiz.yaml`', reporter)) continue;
    take(file, parseHandout(file, reporter), handouts);
  }
  for (const [name, bytes] of loaded.binaries) {
    if (name.split('/')[1] === module) pictures.set(name, bytes);
  }
  handouts.sort((a, b) => a.meta.order - b.meta.order || (a.meta.id < b.meta.id ? -1 : 1));
  return {
    module,
    lang,
    slides,
    notes,
    moments,
    handouts,
    quiz: quizzes[0] ?? null,
    profile,
    figures,
    pictures,
    sourceIds,
    houseStyle: houseStyles[lang] ?? null,
    broken,
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

function parseSourceIds(loaded: Loaded, reporter: Reporter): SourceIdsSource | null {
  const text = path(loaded, SOURCE_IDS)?.text;
  const yaml =
    text === undefined ? undefined : parseYaml(text, sourceIdsFile, { file: SOURCE_IDS }, reporter);
  return yaml ? { ...yaml, file: SOURCE_IDS } : null;
}

function parseHouseStyles(loaded: Loaded, reporter: Reporter): HouseStyleFile {
  const text = path(loaded, HOUSE_STYLE)?.text;
  if (text === undefined) return {};
  return parseYaml(text, houseStyleFile, { file: HOUSE_STYLE }, reporter)?.value ?? {};
}

function parseProfile(loaded: Loaded, broken: Set<string>, reporter: Reporter): ProfileSource {
  const fieldsFile = path(loaded, 'profile/fields.yaml');
  const valuesFile = path(loaded, 'profile/mission.yaml');
  const fields =
    fieldsFile && parseYaml(fieldsFile.text, profileFields, { file: fieldsFile.path }, reporter);
  const values =
    valuesFile && parseYaml(valuesFile.text, profileValues, { file: valuesFile.path }, reporter);
  if (fieldsFile && !fields) broken.add(fieldsFile.path);
  const known = new Set(fields?.value.fields.map((f) => f.id));
  if (values && !broken.has('profile/fields.yaml')) {
    for (const id of Object.keys(values.value.values).filter((id) => !known.has(id))) {
      const list = [...known].map((k) => `\`${k}\``).join(', ');
      reporter.report('reference/profile', values.placeOfKey(['values', id]), { id, known: list });
    }
  }
  return {
    fields: fields?.value.fields ?? [],
    values: values?.value ?? { checkedOn: '', values: {} },
    placeOfField: (i) => fields?.placeOf(['fields', i]) ?? at('profile/fields.yaml'),
  };
}

const FIGURE_TAGS = 1000;

function collectFigures(
  loaded: Loaded,
  used: Set<string>,
  broken: Set<string>,
  reporter: Reporter,
): Map<string, FigureSource> {
  const figures = new Map<string, FigureSource>();
  for (const { path: name, text } of loaded.files.values()) {
    if (!name.startsWith('slides/figures/')) continue;
    used.add(name);
    const [, id, kind] = /^slides\/figures\/([a-z0-9-]+)\.(html|css)$/.exec(name) ?? [];
    const html = `slides/figures/${id}.html`;
    if (!id || (kind === 'css' && !loaded.files.has(html) && !loaded.failed.has(html))) {
      reporter.report('file/unknown', at(name), {
        name: name.split('/').pop() ?? name,
        expected: '`<name>.html`, with `<name>.css` beside it',
      });
    } else if (kind === 'html' && text.split('<').length > FIGURE_TAGS) {
      // Its parser calls itself for each level; a drawing of ours has some hundred tags.
      broken.add(name);
      reporter.report('figure/unsafe', at(name), { what: `more than ${FIGURE_TAGS} tags` });
    } else if (kind === 'html') {
      const css = path(loaded, `slides/figures/${id}.css`)?.text ?? '';
      figures.set(id, { name: id, file: name, html: text, css });
    }
  }
  return figures;
}
