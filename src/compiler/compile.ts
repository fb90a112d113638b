/**
 * The compiler: sources on disk → findings and a whole build. Read this first; the folders are the phases.
 */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Finding, Reporter } from '../messages/index.ts';
import { load } from './1-load/load.ts';
import { parse } from './2-parse/parse.ts';
import type { ModuleSource } from './2-parse/sources.ts';
import { check } from './3-check/check.ts';
import { manifest, type Output, render } from './5-render/render.ts';

export interface CompileOptions {
  /** Absolute path of the project. */
  root: string;
  interfaceLocale?: string;
}

export interface Compiled {
  findings: Finding[];
  modules: ModuleSource[];
  /** null where an error stands among the findings: nothing is half-built. */
  build: { outputs: Output[]; manifest: string } | null;
}

/** Phases 1 to 3: what an author wants to know. Never throws for what stands in the sources. */
export function examine(root: string): {
  findings: Finding[];
  modules: ModuleSource[];
  version: string;
} {
  const reporter = new Reporter();
  const loaded = load(root, reporter);
  const modules = parse(loaded, reporter);
  check(modules, reporter);
  const hash = createHash('sha256');
  const sources = [
    ...[...loaded.files.values()].map(({ path, text }) => [path, text] as const),
    ...loaded.binaries,
  ];
  for (const [path, content] of sources.sort(([a], [b]) => (a < b ? -1 : 1)))
    hash.update(`${path}\0`).update(content).update('\0');
  return {
    findings: reporter.sorted(),
    modules,
    version: `${packageVersion(root)}+${hash.digest('hex').slice(0, 7)}`,
  };
}

/** All phases. */
export async function compile(options: CompileOptions): Promise<Compiled> {
  const { findings, modules, version } = examine(options.root);
  if (findings.some((f) => f.severity === 'error')) return { findings, modules, build: null };
  const outputs = await render(modules, { version, interfaceLocale: options.interfaceLocale });
  return { findings, modules, build: { outputs, manifest: manifest(outputs, version) } };
}

function packageVersion(root: string): string {
  try {
    return String(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).version);
  } catch {
    return '0.0.0';
  }
}
