import { UsageError } from './options.ts';

/** Runs a command; what goes wrong is told in one plain sentence, never as a stack trace (DEBUG=1 shows it). */
export async function run(command: () => Promise<number>): Promise<void> {
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => process.exit(130));
  try {
    process.exitCode = await command();
  } catch (error) {
    if (process.env.DEBUG) console.error(error);
    console.error(error instanceof UsageError ? error.message : explain(error));
    process.exitCode = 1;
  }
}

function explain(error: unknown): string {
  const { code, path, message } = error as NodeJS.ErrnoException;
  const where = path ? ` (${path})` : '';
  if (code === 'ENOSPC')
    return `Found no room on the disk${where}. Free some space and try again. The last build is unchanged.`;
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS')
    return `Found a folder that cannot be written${where}. Check its permissions and try again. The last build is unchanged.`;
  return `Stopped: ${message ?? String(error)}. The last build is unchanged. Run with DEBUG=1 to see more.`;
}
