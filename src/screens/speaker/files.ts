import { parseJournal, serialise } from '../../session/index.ts';
import type { Live } from '../live.ts';

/** Hands the person a file, without a server. */
export function download(name: string, type: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type }));
  const a = document.createElement('a');
  a.href = url;
  a.download = name;
  a.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}

/** `sgtm-1-en-2026-11-23-journal.jsonl` */
export function fileName(live: Live, what: string, extension: string): string {
  const at = live.state.peek().startedAt ?? live.now.peek();
  const day = new Date(at).toISOString().slice(0, 10);
  return `${live.room.module}-${live.room.lang}-${day}-${what}.${extension}`;
}

export function exportJournal(live: Live): void {
  download(
    fileName(live, 'journal', 'jsonl'),
    'application/x-ndjson',
    serialise(live.store.journal),
  );
}

export type Imported = 'merged' | 'other-session' | 'damaged' | 'foreign' | 'future';

/** Takes in a journal from another laptop. One of another session only with `replace`. */
export async function importJournal(live: Live, file: File, replace: boolean): Promise<Imported> {
  const text = await file.text();
  const parsed = parseJournal(text, { module: live.room.module, lang: live.room.lang });
  if (parsed.kind !== 'ok') return parsed.kind;
  return live.take(text, replace) === 'merged' ? 'merged' : 'other-session';
}
