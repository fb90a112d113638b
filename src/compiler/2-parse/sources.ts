/** The typed model of the sources: what phase 2 gives and phases 3 to 5 read. */
import type {
  BlockContent,
  Blockquote,
  DefinitionContent,
  List,
  Paragraph,
  RootContent,
} from 'mdast';
import type { Place } from '../../messages/index.ts';
import type { Document } from './markdown.ts';
import type {
  HandoutMeta,
  HouseStyle,
  NotesMeta,
  ProfileFieldsFile,
  ProfileValuesFile,
  QuizFile,
  SlideMeta,
  SourceIdsFile,
  SyllabusFile,
} from './schemas.ts';
import type { Yaml } from './yaml.ts';

export type Block = RootContent;

export interface SlideSource extends Document<SlideMeta> {
  /** Plain text of the level-1 heading. */
  headline: string;
  headlinePlace: Place;
  body: Block[];
}

export const NOTE_SECTIONS = [
  'mustSay',
  'talkingPoints',
  'ask',
  'facilitatorNotes',
  'care',
  'handOut',
  'thenAndNow',
] as const;
export type NoteSection = (typeof NOTE_SECTIONS)[number];
export const SECTION_HEADINGS: Record<NoteSection, string> = {
  mustSay: 'Must say',
  talkingPoints: 'Talking points',
  ask: 'Ask',
  facilitatorNotes: 'Facilitator notes',
  care: 'Care',
  handOut: 'Hand out',
  thenAndNow: 'Then and now',
};

export interface AskSource {
  question: Paragraph[];
  method: string;
  seconds: number;
  optional: boolean;
  answers: List;
  wrong?: { says: Blockquote; reply: (BlockContent | DefinitionContent)[] };
  place: Place;
}

export interface NotesSource extends Document<NotesMeta> {
  sections: Partial<Record<NoteSection, Block[]>>;
  sectionPlaces: Partial<Record<NoteSection, Place>>;
  asks: AskSource[];
}

export interface Moment {
  id: string;
  title: string;
  place: Place;
  body: Block[];
}

export interface MomentsSource {
  file: string;
  source: string[];
  placeOf: Yaml<unknown>['placeOf'];
  moments: Moment[];
}

export interface HandoutSource extends Document<HandoutMeta> {
  body: Block[];
}

export interface QuizSource extends Yaml<QuizFile> {
  file: string;
}

export interface SyllabusSource extends Yaml<SyllabusFile> {
  file: string;
}

export interface SourceIdsSource extends Yaml<SourceIdsFile> {
  file: string;
}

export interface ProfileSource {
  fields: ProfileFieldsFile['fields'];
  values: ProfileValuesFile;
  /** Place of a field, by its index. */
  placeOfField: (index: number) => Place;
}

export interface FigureSource {
  name: string;
  file: string;
  html: string;
  css: string;
}

/** One module in one language. */
export interface ModuleSource {
  module: string;
  lang: string;
  syllabus: SyllabusSource;
  slides: SlideSource[];
  notes: NotesSource[];
  moments: MomentsSource | null;
  handouts: HandoutSource[];
  quiz: QuizSource | null;
  profile: ProfileSource;
  figures: Map<string, FigureSource>;
  pictures: Map<string, Uint8Array>;
  /** What the source holds; null where the project keeps no such list. */
  sourceIds: SourceIdsSource | null;
  /** The house style of this language; null where there is none. */
  houseStyle: HouseStyle | null;
  /** Files that are there but could not be read (reported): what names them is not to blame. */
  broken: ReadonlySet<string>;
}
