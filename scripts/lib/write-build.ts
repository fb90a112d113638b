import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
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
  try {
    rmSync(next, { recursive: true, force: true });
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
    rmSync(last, { recursive: true, force: true });
  }
}
