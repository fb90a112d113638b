import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Edition } from '../../../model/index.ts';
import { packagesIn, type ScriptName } from './scripts.ts';

/** A package of which something stands in the pages. */
export interface Notice {
  name: string;
  version: string;
  licence: string;
  /** The licence's own words, with the copyright line. */
  text: string;
}

const SCRIPTS: Record<Edition, readonly ScriptName[]> = {
  facilitator: ['deck', 'handout', 'front'],
  participants: ['review', 'handout', 'front'],
};
/** What stands in the pages besides scripts: the type, the icons, the slides' style sheet. */
const BESIDE: Record<Edition, readonly string[]> = {
  facilitator: ['@fontsource/noto-sans', 'lucide-static', 'reveal.js'],
  participants: ['@fontsource/noto-sans', 'lucide-static'],
};

/** Every package of which something stands in an edition's pages, as the bundler saw it. @throws where one has no licence text. */
export async function noticesOf(edition: Edition): Promise<Notice[]> {
  const bundled = await Promise.all(SCRIPTS[edition].map((name) => packagesIn(name)));
  return [...new Set([...bundled.flat(), ...BESIDE[edition]])].sort().map(noticeOf);
}

/** `THIRD_PARTY.txt`: whose work is in the pages, and under which words. */
export function noticesText(notices: readonly Notice[]): string {
  const list = notices.map((n) => `- ${n.name} ${n.version} (${n.licence})`);
  const texts = notices.map(
    (n) => `${'='.repeat(72)}\n${n.name} ${n.version}\n${'='.repeat(72)}\n\n${n.text}\n`,
  );
  return `These pages contain work of others, unchanged but for being made smaller.\nTheir licences follow the list.\n\n${list.join('\n')}\n\n${texts.join('\n')}`;
}

function noticeOf(name: string): Notice {
  const folder = folderOf(name);
  const { version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const file = readdirSync(folder).find((one) => /^(?:licen[cs]e|copying)(?:\.|$)/i.test(one));
  if (!file || !license)
    throw new Error(`Found no licence text of ${name}; expected one in ${folder}`);
  const text = readFileSync(join(folder, file), 'utf8').replaceAll('\r\n', '\n').trim();
  return { name, version, licence: license, text };
}

/** Upwards from here, as Node looks for packages; what a package exports does not matter. */
function folderOf(name: string): string {
  const paths = createRequire(import.meta.url).resolve.paths(name) ?? [];
  const found = paths.map((path) => join(path, name)).find((path) => existsSync(path));
  if (!found)
    throw new Error(`Found no package ${name}; expected it under ${dirname(paths[0] ?? '')}`);
  return found;
}
