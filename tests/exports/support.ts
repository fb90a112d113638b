/** The real sources, with a mark in every place that only the facilitator may see, and one Chromium for a file of tests. */
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import { launchChromium } from '../../scripts/lib/chromium.ts';
import { root } from '../../scripts/lib/root.ts';
import type { ModuleSource } from '../../src/compiler/2-parse/sources.ts';
import type { RenderContext } from '../../src/compiler/5-render/context.ts';
import { examine } from '../../src/compiler/compile.ts';
import { exportContext } from '../../src/exports/context.ts';
import type { Edition } from '../../src/model/index.ts';

export const CANARY = 'zqcanary';

export interface Bench {
  browser: Browser;
  modules: ModuleSource[];
  version: string;
  folder: string;
  context(edition: Edition, module?: string): RenderContext;
}

export function useBench(): Bench {
  const bench = {} as Bench;
  beforeAll(async () => {
    bench.folder = mkdtempSync(join(tmpdir(), 'session-exports-'));
    markedSources(bench.folder);
    const { modules, version } = examined(bench.folder);
    Object.assign(bench, { modules, version, browser: await launchChromium() });
    bench.context = (edition, module = 'sgtm-1') => {
      const source = modules.find((m) => m.module === module);
      if (!source) throw new Error(`No module ${module} in the sources`);
      return exportContext(source, edition, version);
    };
  }, 60_000);
  afterAll(async () => {
    await bench.browser?.close();
    if (bench.folder) rmSync(bench.folder, { recursive: true, force: true });
  });
  return bench;
}

/** On a busy machine the compiler may give up on a page that took too long; here that is not the question. */
function examined(folder: string): ReturnType<typeof examine> {
  for (let i = 0; ; i++) {
    const result = examine(folder);
    if (i === 3 || !result.findings.some((f) => f.rule === 'file/too-slow')) return result;
  }
}

/** Copies the sources and writes the canary into notes, guides, keys, cues and comments. */
function markedSources(folder: string): void {
  for (const name of ['slides', 'speaker-notes', 'handouts', 'profile'])
    cpSync(join(root, name), join(folder, name), { recursive: true });
  cpSync(join(root, 'package.json'), join(folder, 'package.json'));
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const file = join(entry.parentPath, entry.name);
    const text = readFileSync(file, 'utf8');
    const marked = markedText(file.slice(folder.length + 1).replaceAll('\\', '/'), text);
    if (marked !== text) writeFileSync(file, marked);
  }
}

function markedText(path: string, text: string): string {
  if (/^slides\/[^/]+\/syllabus\.yaml$/.test(path))
    return text.replaceAll('text: { en: "', `text: { en: "${CANARY} `);
  if (/^slides\/(?!figures).*\.md$/.test(path)) return `${text}\n<!-- ${CANARY} -->\n`;
  if (path.startsWith('speaker-notes/'))
    return `${text.replace(/^## Facilitator notes$/m, `## Facilitator notes\n${CANARY} beside the notes.\n`)}\n${CANARY} at the end.\n`;
  if (path.endsWith('quiz.yaml'))
    return text.replace(/^(\s+(?:error|reply|law|note): "?)/gm, `$1${CANARY} `);
  if (path.startsWith('handouts/') && path.endsWith('.md')) {
    const body = text.replace(/^(:{3,}facilitator)$/gm, `$1\n\n${CANARY} in a block.\n`);
    return /^edition: facilitator$/m.test(text) ? `${body}\n${CANARY} in a guide.\n` : body;
  }
  return text;
}
