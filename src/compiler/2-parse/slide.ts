import type { Reporter } from '../../messages/index.ts';
import type { SourceFile } from '../1-load/load.ts';
import { parseDocumentFile, placeOfNode } from './markdown.ts';
import { plainText } from './plain-text.ts';
import { slideMeta } from './schemas.ts';
import type { SlideSource } from './sources.ts';

const EXAMPLE = 'id: s1\nnumber: S1\ntitle: …\nlayout: points\nsource: [S1]';

/** One slide file: front matter, one headline, the body under it. */
export function parseSlide(file: SourceFile, reporter: Reporter): SlideSource | undefined {
  const doc = parseDocumentFile(file, slideMeta, EXAMPLE, reporter);
  if (!doc) return undefined;
  const headings = doc.tree.children.filter((n) => n.type === 'heading' && n.depth === 1);
  const heading = headings[0];
  if (headings.length !== 1 || !heading) {
    reporter.report('slide/headline', placeOfNode(file.path, headings[1] ?? doc.tree.children[0]), {
      count: headings.length,
    });
    return undefined;
  }
  const body = doc.tree.children.filter((n) => n !== heading);
  return {
    ...doc,
    headline: plainText(heading),
    headlinePlace: placeOfNode(file.path, heading),
    body,
  };
}
