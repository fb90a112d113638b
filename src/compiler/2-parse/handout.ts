import type { Reporter } from '../../messages/index.ts';
import type { SourceFile } from '../1-load/load.ts';
import { parseDocumentFile } from './markdown.ts';
import { handoutMeta } from './schemas.ts';
import type { HandoutSource } from './sources.ts';

const EXAMPLE = 'id: quiz\ntitle: …\nedition: participants\nkind: handout';

/** One handout file. */
export function parseHandout(file: SourceFile, reporter: Reporter): HandoutSource | undefined {
  const doc = parseDocumentFile(file, handoutMeta, EXAMPLE, reporter);
  return doc && { ...doc, body: doc.tree.children };
}
