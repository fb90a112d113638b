/** Local facts as a text file that `profile/mission.yaml` could be: `values:` and one `id: "value"` a line. */
import type { Profile } from './profile.ts';

export type ReadFile = { ok: true; profile: Profile } | { ok: false; line: number };

export function writeProfileFile(profile: Profile, ids: readonly string[], head: string): string {
  const lines = ids.map((id) => `  ${id}: ${JSON.stringify(profile.values[id] ?? '')}`);
  return [
    `# ${head}`,
    `checkedOn: ${JSON.stringify(profile.checkedOn)}`,
    'values:',
    ...lines,
    '',
  ].join('\n');
}

/** Reads what we write, and what a person writes by hand into mission.yaml: plain, 'single' or "double" quotes. */
export function readProfileFile(text: string): ReadFile {
  const profile: Profile = { checkedOn: '', values: {} };
  for (const [i, raw] of text
    .replace(/^\uFEFF/, '')
    .split(/\r\n|\r|\n/)
    .entries()) {
    const line = raw.trim();
    if (!line || line.startsWith('#') || /^values:\s*(\{\s*\})?\s*(#.*)?$/.test(line)) continue;
    const [, id, rest] = /^([A-Za-z0-9.-]+):(?:\s+(.*))?$/.exec(line) ?? [];
    const value = id === undefined ? undefined : scalar(rest ?? '');
    if (id === undefined || value === undefined) return { ok: false, line: i + 1 };
    if (id === 'checkedOn') profile.checkedOn = /^\d{4}-\d{2}-\d{2}$/.test(value) ? value : '';
    else profile.values[id] = value.slice(0, 300);
  }
  return { ok: true, profile };
}

function scalar(text: string): string | undefined {
  const double = /^("(?:[^"\\]|\\.)*")\s*(?:#.*)?$/.exec(text);
  if (double) {
    try {
      return String(JSON.parse(double[1] as string));
    } catch {
      return undefined;
    }
  }
  const single = /^'((?:[^']|'')*)'\s*(?:#.*)?$/.exec(text);
  if (single) return (single[1] as string).replaceAll("''", "'");
  return /^["'[{&*|>%@`]/.test(text) ? undefined : text.replace(/\s+#.*$/, '').trim();
}
