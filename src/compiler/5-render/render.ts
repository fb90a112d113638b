import { createHash } from 'node:crypto';
import { EDITIONS, type Edition } from '../../model/index.ts';
import type { ModuleSource } from '../2-parse/sources.ts';
import { fontFaces } from './assets/fonts.ts';
import { noticesOf, noticesText } from './assets/notices.ts';
import { contextOf, type RenderOptions } from './context-of.ts';
import { letters } from './letters.ts';
import { deckPage } from './pages/deck.ts';
import { frontPage } from './pages/front.ts';
import { handoutPage } from './pages/handout.ts';
import { reviewPage } from './pages/review.ts';

/** One file of the build. */
export interface Output {
  /** Relative to `build/`. */
  path: string;
  edition: Edition;
  module: string;
  lang: string;
  content: string;
}

/** Phase 5: typed sources to HTML files, edition by edition. */
export async function render(
  modules: readonly ModuleSource[],
  options: RenderOptions,
): Promise<Output[]> {
  const outputs: Output[] = [];
  for (const edition of EDITIONS) {
    const contexts = modules.map((m) => contextOf(m, edition, options));
    const fonts = await fontFaces(letters(contexts));
    for (const context of contexts) {
      const { module, lang } = context.module;
      const folder = `${edition}/${module}/${lang}`;
      const add = (path: string, content: string): void => {
        outputs.push({ path: `${folder}/${path}`, edition, module, lang, content });
      };
      if (edition === 'facilitator') add('deck.html', await deckPage(context, fonts));
      else add('review.html', await reviewPage(context, fonts));
      for (const handout of context.module.handouts) {
        add(
          `handouts/${handout.meta.id}.html`,
          await handoutPage(handout, { ...context, handoutBase: '' }, fonts),
        );
      }
    }
    if (contexts.length) {
      outputs.push({
        path: `${edition}/index.html`,
        edition,
        module: '',
        lang: contexts[0]?.module.lang ?? '',
        content: await frontPage(contexts, edition, fonts),
      });
      outputs.push({
        path: `${edition}/THIRD_PARTY.txt`,
        edition,
        module: '',
        lang: 'en',
        content: noticesText(await noticesOf(edition)),
      });
    }
  }
  return outputs.sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** Path, edition, module, language, size and hash of every output; the same sources give the same bytes. */
export function manifest(outputs: readonly Output[], version: string): string {
  const files = outputs.map(({ path, edition, module, lang, content }) => ({
    path,
    edition,
    module,
    language: lang,
    bytes: Buffer.byteLength(content),
    sha256: createHash('sha256').update(content).digest('hex'),
  }));
  return `${JSON.stringify({ version, files }, null, 2)}\n`;
}
