import { parseArgs } from 'node:util';
import { buildOnce } from './lib/build-once.ts';
import { root } from './lib/root.ts';
import { run } from './lib/run.ts';

/** npm run build [-- --interface-locale en-XA] */
await run(async () => {
  const { values } = parseArgs({ options: { 'interface-locale': { type: 'string' } } });
  return (await buildOnce(root, values['interface-locale'])) ? 0 : 1;
});
