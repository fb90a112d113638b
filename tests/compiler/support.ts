import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll } from 'vitest';
import type { Output } from '../../src/compiler/5-render/render.ts';
import { compile } from '../../src/compiler/compile.ts';
import type { Place } from '../../src/messages/index.ts';

export const project = join(import.meta.dirname, '../..');
export const samples = join(project, 'tests/samples');
export const base = join(samples, '_base');
export const SOURCES = ['slides', 'speaker-notes', 'handouts', 'profile'] as const;

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

/** An empty folder that is gone after the file's tests. */
export function emptyFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'session-test-'));
  folders.push(folder);
  return folder;
}

/** What a folder of files cannot say, in a case's `case.json`. */
export interface Case {
  /** One line: what this case is about. */
  why: string;
  /** Files of the base that are not there. */
  remove?: string[];
  /** Links, which not every file system of a checkout keeps: path → target. */
  links?: Record<string, string>;
  /** Files too large, or of names that clash, to be kept in the repository: path → text, repeated. */
  write?: Record<string, { text: string; times?: number }>;
}

/** A copy of the base, with the files of a case laid over it. */
export function copyOfBase(files: Record<string, string | Uint8Array> = {}): string {
  const root = emptyFolder();
  cpSync(base, root, { recursive: true });
  put(root, files);
  return root;
}

export function put(root: string, files: Record<string, string | Uint8Array>): void {
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), content);
  }
}

export const aboutOf = (name: string): Case =>
  JSON.parse(readFileSync(join(samples, name, 'case.json'), 'utf8'));

/** A case as a project of its own. */
export function layOver(name: string): string {
  const root = copyOfBase();
  const folder = join(samples, name);
  const about = aboutOf(name);
  for (const path of about.remove ?? []) rmSync(join(root, path), { recursive: true });
  for (const top of SOURCES) {
    if (existsSync(join(folder, top))) {
      cpSync(join(folder, top), join(root, top), { recursive: true, force: true });
    }
  }
  for (const [path, { text, times = 1 }] of Object.entries(about.write ?? {})) {
    put(root, { [path]: text.repeat(times) });
  }
  for (const [path, target] of Object.entries(about.links ?? {})) {
    symlinkSync(target, join(root, path));
  }
  return root;
}

export const shortPlace = ({ file, line, column }: Place): string => `${file}:${line}:${column}`;

/** What stands at a place, to the end of its line: so that a person sees where a finding points. */
export function textAt(root: string, { file, line, column }: Place): string {
  let text: string;
  try {
    text = readFileSync(join(root, file), 'utf8');
  } catch {
    return '';
  }
  const found = text.replace(/^\uFEFF/, '').split(/\r\n|\r|\n/)[line - 1];
  if (found === undefined || column < 1 || column > found.length + 1) {
    throw new Error(`${file}:${line}:${column} is outside the file`);
  }
  return found.slice(column - 1, column + 39);
}

/** Every output of a project; fails with the findings where there is none. */
export async function outputsOf(root: string, interfaceLocale?: string): Promise<Output[]> {
  const { build, findings } = await compile({ root, interfaceLocale });
  if (!build) throw new Error(JSON.stringify(findings, null, 2));
  return build.outputs;
}
