import { lstatSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { at, type Reporter } from '../../messages/index.ts';
import { decode } from './decode.ts';

/** A source file as text, its path relative to the project's root with forward slashes. */
export interface SourceFile {
  path: string;
  text: string;
}

export interface Loaded {
  files: Map<string, SourceFile>;
  /** Pictures and other files that are not text: path → bytes. */
  binaries: Map<string, Uint8Array>;
}

const ROOTS = ['slides', 'speaker-notes', 'handouts', 'profile'];
const TEXT = /\.(md|ya?ml|html|css|svg)$/;
const PICTURE = /\.(png|jpe?g|webp)$/;
/** A page of ours has a few kilobytes; a file of this size is a mistake, or an attack. */
const LIMIT_BYTES = 2_000_000;

/**
 * Phase 1: reads every source below the root. Nothing is parsed; what cannot be text is reported.
 * @param root absolute path of the project
 */
export function load(root: string, reporter: Reporter): Loaded {
  const files = new Map<string, SourceFile>();
  const binaries = new Map<string, Uint8Array>();
  const visit = (path: string): void => {
    let names: string[];
    try {
      names = readdirSync(join(root, path)).sort();
    } catch {
      return; // a root that a module does not use
    }
    const seen = new Map<string, string>();
    for (const name of names) {
      if (name.startsWith('.')) continue;
      const child = `${path}/${name}`;
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
      const stat = lstatSync(join(root, child));
      if (stat.isSymbolicLink()) reporter.report('file/symlink', at(child));
      else if (stat.isDirectory()) visit(child);
      else if (stat.size > LIMIT_BYTES) {
        reporter.report('file/too-large', at(child), { bytes: stat.size, limit: LIMIT_BYTES });
      } else readInto(child);
    }
  };
  const readInto = (path: string): void => {
    let bytes: Uint8Array;
    try {
      bytes = readFileSync(join(root, path));
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      reporter.report('file/unreadable', at(path), { reason });
      return;
    }
    if (PICTURE.test(path)) binaries.set(path, bytes);
    else if (TEXT.test(path)) {
      const text = decode(bytes, path, reporter);
      if (text !== undefined) files.set(path, { path, text });
    } else {
      reporter.report('file/unknown', at(path), {
        name: path.split('/').pop() ?? path,
        expected: 'Markdown, YAML, a drawing (.html, .css, .svg) or a picture',
      });
    }
  };
  for (const name of ROOTS) visit(name);
  return { files, binaries };
}
