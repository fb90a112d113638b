import type { ModuleSource } from '../compiler/2-parse/sources.ts';
import { fontFaces } from '../compiler/5-render/assets/fonts.ts';
import type { RenderContext } from '../compiler/5-render/context.ts';
import { contextOf } from '../compiler/5-render/context-of.ts';
import { letters } from '../compiler/5-render/letters.ts';
import type { Edition } from '../model/index.ts';

/** What the exports of one edition are made from: the same as its pages. */
export const exportContext = (
  source: ModuleSource,
  edition: Edition,
  version: string,
): RenderContext => contextOf(source, edition, { version });

/** The fonts with the letters that this edition uses. */
export const exportFonts = (context: RenderContext): Promise<string> =>
  fontFaces(letters([context]));
