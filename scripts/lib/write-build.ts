import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * Puts a whole build in place of the last one. Everything is written beside it first; two renames make the change,
 * so a full disk, a read-only folder or ctrl-C leaves the last good build whole.
 * @param root absolute path of the folder that holds `build/`
 */
export function writeBuild(
  root: string,
  files: Iterable<{ path: string; content: string | Uint8Array }>,
): void {
  const target = join(root, 'build');
  const next = join(root, `.build-next-${process.pid}`);
  const last = join(root, `.build-last-${process.pid}`);
  restore(root, target);
  try {
    for (const { path, content } of files) {
      const full = join(next, path);
      mkdirSync(dirname(full), { recursive: true });
      writeFileSync(full, content);
    }
    if (existsSync(target)) renameSync(target, last);
    try {
      renameSync(next, target);
    } catch (error) {
      if (existsSync(last)) renameSync(last, target);
      throw error;
    }
  } finally {
    rmSync(next, { recursive: true, force: true });
    // Only once a build stands in its place: after a failed change it may be the one copy left.
    if (existsSync(target)) rmSync(last, { recursive: true, force: true });
  }
}

/** A run that was killed (power, kill -9) may have left the last build aside, or half a new one. */
function restore(root: string, target: string): void {
  for (const name of readdirSync(root)) {
    const pid = /^\.build-(?:next|last)-(\d+)$/.exec(name)?.[1];
    if (!pid || runs(Number(pid))) continue;
    const path = join(root, name);
    if (name.startsWith('.build-last') && !existsSync(target)) renameSync(path, target);
    else rmSync(path, { recursive: true, force: true });
  }
}

function runs(pid: number): boolean {
  try {
    return pid !== process.pid && process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
