import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Edition } from '../model/index.ts';

/** One file of a build, as `manifest.json` lists it. */
export interface Listed {
  path: string;
  edition: Edition;
  module: string;
  language: string;
  bytes: number;
  sha256: string;
}

export interface Manifest {
  version: string;
  files: Listed[];
}

/** @returns undefined where nothing has been built. */
export function readManifest(build: string): Manifest | undefined {
  const file = join(build, 'manifest.json');
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Manifest) : undefined;
}

/** Writes a file of the build whole or not at all, and says what the manifest must know of it. */
export function writeOutput(
  build: string,
  of: Pick<Listed, 'path' | 'edition' | 'module' | 'language'>,
  content: Uint8Array,
): Listed {
  const target = join(build, of.path);
  mkdirSync(dirname(target), { recursive: true });
  writeWhole(target, content);
  const sha256 = createHash('sha256').update(content).digest('hex');
  return { ...of, bytes: content.byteLength, sha256 };
}

/** Puts files into the manifest, in place of what stood there under the same path. */
export function addToManifest(build: string, added: readonly Listed[]): void {
  const manifest = readManifest(build);
  if (!manifest) return;
  const paths = new Set(added.map((f) => f.path));
  const files = [...manifest.files.filter((f) => !paths.has(f.path)), ...added].sort((a, b) =>
    a.path < b.path ? -1 : 1,
  );
  writeManifest(build, { ...manifest, files });
}

/** Takes files out of the manifest, and then off the disk. */
export function dropFromBuild(build: string, unwanted: (path: string) => boolean): void {
  const manifest = readManifest(build);
  if (!manifest) return;
  const gone = manifest.files.filter((f) => unwanted(f.path));
  if (!gone.length) return;
  const files = manifest.files.filter((f) => !unwanted(f.path));
  writeManifest(build, { ...manifest, files });
  for (const { path } of gone) rmSync(join(build, path), { force: true });
}

const writeManifest = (build: string, manifest: Manifest): void =>
  writeWhole(join(build, 'manifest.json'), Buffer.from(`${JSON.stringify(manifest, null, 2)}\n`));

/** Whole or not at all: a full disk or ctrl-C leaves what stood there. */
export function writeWhole(target: string, content: Uint8Array): void {
  const part = `${target}.part`;
  try {
    writeFileSync(part, content);
    renameSync(part, target);
  } finally {
    rmSync(part, { force: true });
  }
}
