import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { watch } from 'chokidar';
import open from 'open';
import { buildOnce } from './lib/build-once.ts';
import { options } from './lib/options.ts';
import { root } from './lib/root.ts';
import { run } from './lib/run.ts';
import { serve } from './lib/serve.ts';

const SOURCES = ['slides', 'speaker-notes', 'handouts', 'profile'];

/** npm start [-- --port N --no-open]: builds, serves, rebuilds on change. */
await run(async () => {
  const values = options(
    { port: { type: 'string', default: '4173' }, open: { type: 'boolean', default: true } },
    'npm start -- --port 8080 --no-open',
  );
  const wanted = Number(values.port);
  if (!Number.isInteger(wanted) || wanted < 0 || wanted > 65_535) {
    console.error(
      `Found port \`${values.port}\`; expected a number from 0 to 65535. Write \`npm start -- --port 8080\`.`,
    );
    return 1;
  }
  if (!(await buildOnce(root))) return 1;
  const server = await serve(join(root, 'build'), wanted).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'EADDRINUSE') return serve(join(root, 'build'), 0);
    throw error;
  });
  const { port } = server.address() as AddressInfo;
  const address = `http://localhost:${port}/`;
  if (wanted && port !== wanted) console.log(`\nPort ${wanted} is taken; this is on ${port}.`);
  console.log(`\n${address}\n\nStop with ctrl-C.`);
  if (values.open && !process.env.CI) {
    open(address).then(
      (child) => child.once('error', () => undefined),
      () => undefined,
    );
  }
  rebuildOnChange();
  return new Promise<number>((resolve) => server.once('close', () => resolve(0)));
});

/** Waits until the files are quiet, then builds; one build at a time. */
function rebuildOnChange(): void {
  let timer: NodeJS.Timeout | undefined;
  let building = Promise.resolve(true);
  const again = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      building = building
        .then(() => buildOnce(root))
        .catch((error: Error) => {
          console.error(error.message);
          return false;
        });
    }, 200);
  };
  watch(
    SOURCES.map((s) => join(root, s)),
    { ignoreInitial: true },
  ).on('all', again);
}
