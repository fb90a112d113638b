import { lstatSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { at, type Params, type Reporter, type RuleId } from '../../messages/index.ts';
import { printable } from './characters.ts';
import { decode } from './decode.ts';
import { pictureWithoutMetadata } from './picture.ts';

/** A source file as text, its path relative to the project's root with forward slashes. */
export interface SourceFile {
  path: string;
  text: string;
}

export interface Loaded {
  files: Map<string, SourceFile>;
  /** Pictures and other files that are not text: path → bytes. */
  binaries: Map<string, Uint8Array>;
  /** Paths that are there and could not be used (reported): what names them is not to blame. */
  failed: Set<string>;
}

const ROOTS = ['slides', 'speaker-notes', 'handouts', 'profile'];
const TEXT = /\.(md|ya?ml|html|css)$/;
const PICTURE = /\.(png|jpe?g|webp)$/;
/** A text of ours has a few kilobytes, a picture some hundred; a file of this size is a mistake, or an attack. */
const TEXT_BYTES = 250_000;
const PICTURE_BYTES = 2_000_000;

/**
 * Phase 1: reads every source below the root. Nothing is parsed; what cannot be text is reported.
 * @param root absolute path of the project
 */
export function load(root: string, reporter: Reporter): Loaded {
  const files = new Map<string, SourceFile>();
  const binaries = new Map<string, Uint8Array>();
  const failed = new Set<string>();
  const refuse = (rule: RuleId, path: string, params?: Params): void => {
    failed.add(path);
    reporter.report(rule, at(path), params);
  };
  const visit = (path: string): void => {
    let names: string[];
    try {
      names = readdirSync(join(root, path)).sort();
    } catch (error) {
      // A root that no module uses need not be there.
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return;
      refuse('file/unreadable', path, { reason: reasonOf(error) });
      return;
    }
    const seen = new Map<string, string>();
    for (const name of names) {
      if (name.startsWith('.')) continue;
      const child = `${path}/${name}`;
      if (printable(name) !== name) {
        // A line break or an escape sequence in a name would write into the list of findings.
        const expected = 'a name of small letters, digits and hyphens';
        refuse('file/unknown', printable(child), { name: printable(name), expected });
        continue;
      }
      const lower = name.toLowerCase().normalize('NFC');
      const twin = seen.get(lower);
      if (twin) {
        reporter.report(
          'file/case-clash',
          at(child),
          { name },
          { place: at(twin), what: 'the first' },
        );
      }
      seen.set(lower, child);
      const stat = lstatSync(join(root, child), { throwIfNoEntry: false });
      if (stat?.isSymbolicLink()) refuse('file/symlink', child);
      else if (stat?.isDirectory()) visit(child);
      else if (!stat?.isFile()) refuse('file/unreadable', child, { reason: 'kind of file' });
      else if (stat.size > limitOf(child)) {
        refuse('file/too-large', child, { bytes: stat.size, limit: limitOf(child) });
      } else readInto(child);
    }
  };
  const readInto = (path: string): void => {
    let bytes: Uint8Array;
    try {
      bytes = readFileSync(join(root, path));
    } catch (error) {
      refuse('file/unreadable', path, { reason: reasonOf(error) });
      return;
    }
    if (PICTURE.test(path)) {
      const picture = pictureWithoutMetadata(bytes, path, reporter);
      if (picture === undefined) failed.add(path);
      else binaries.set(path, picture);
    } else if (TEXT.test(path)) {
      const text = decode(bytes, path, reporter);
      if (text === undefined) failed.add(path);
      else files.set(path, { path, text });
    } else {
      reporter.report('file/unknown', at(path), {
        name: path.split('/').pop() ?? path,
        expected: 'Markdown, YAML, a drawing (.html with .css) or a picture (.png, .jpg, .webp)',
      });
    }
  };
  for (const name of ROOTS) {
    const stat = lstatSync(join(root, name), { throwIfNoEntry: false });
    if (stat?.isSymbolicLink()) refuse('file/symlink', name);
    else visit(name);
  }
  return { files, binaries, failed };
}

const limitOf = (path: string): number => (PICTURE.test(path) ? PICTURE_BYTES : TEXT_BYTES);

const reasonOf = (error: unknown): string =>
  `failure to read (${(error as NodeJS.ErrnoException).code ?? 'unknown'})`;
