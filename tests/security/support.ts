/** The small module on disk, and whole copies of the project to run its commands in. */
import { type ChildProcess, spawn } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll } from 'vitest';
import { root } from '../../scripts/lib/root.ts';
import { type Files, SMALL } from './small.ts';

export * from './small.ts';

const made: string[] = [];
const children = new Set<ChildProcess>();

/** A folder for one test file, removed after it. */
export function folder(name: string): string {
  const path = mkdtempSync(join(tmpdir(), `security-${name}-`));
  made.push(path);
  return path;
}

afterAll(() => {
  for (const child of children) child.kill('SIGKILL');
  for (const path of made.splice(0)) rmSync(path, { recursive: true, force: true });
});

export function write(base: string, files: Files): void {
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(base, path)), { recursive: true });
    writeFileSync(join(base, path), content);
  }
}

/** The small module on disk. */
export function tree(name: string, files: Files = {}): string {
  const path = folder(name);
  write(path, { ...SMALL, ...files });
  return path;
}

/** A copy of this project with the small module as its sources, able to run its commands. */
export function project(name: string, files: Files = {}): string {
  const path = folder(name);
  for (const part of ['src', 'scripts', 'package.json', 'tsconfig.json'])
    cpSync(join(root, part), join(path, part), { recursive: true });
  symlinkSync(join(root, 'node_modules'), join(path, 'node_modules'));
  write(path, { ...SMALL, ...files });
  return path;
}

export interface Ran {
  status: number | null;
  out: string;
  ms: number;
}

export interface RunOptions {
  args?: string[];
  env?: NodeJS.ProcessEnv;
  uid?: number;
  /** Called with what was said so far, to send a signal at the right moment. */
  onOutput?: (text: string, child: ChildProcess) => void;
  onStart?: (child: ChildProcess) => void;
}

/** Runs `npm run <name>` of a project, without npm. */
export function command(path: string, name: string, options: RunOptions = {}): Promise<Ran> {
  const started = performance.now();
  const { args = [], env = {}, uid, onOutput, onStart } = options;
  return new Promise((resolve, reject) => {
    const tsx = pathToFileURL(join(root, 'node_modules', 'tsx', 'dist', 'loader.mjs')).href;
    const script = join(path, 'scripts', `${name}.ts`);
    const child = spawn(process.execPath, ['--import', tsx, script, ...args], {
      cwd: path,
      env: { ...process.env, CI: '1', DEBUG: '', ...env },
      ...(uid === undefined ? {} : { uid, gid: uid }),
    });
    children.add(child);
    let out = '';
    const hear = (data: Buffer): void => {
      out += data;
      onOutput?.(out, child);
    };
    child.stdout?.on('data', hear);
    child.stderr?.on('data', hear);
    child.once('error', reject);
    child.once('close', (status) => {
      children.delete(child);
      resolve({ status, out, ms: performance.now() - started });
    });
    onStart?.(child);
  });
}

/** What a stack trace looks like. */
export const STACK = /\n\s+at .+:\d+:\d+|node:internal|UnhandledPromise|FATAL ERROR/;
export const isRoot = process.getuid?.() === 0;
