import { localeTags } from '../src/locale/index.ts';
import { buildOnce } from './lib/build-once.ts';
import { options } from './lib/options.ts';
import { root } from './lib/root.ts';
import { run } from './lib/run.ts';

/** npm run build [-- --interface-locale en-XA] */
await run(async () => {
  const values = options(
    { 'interface-locale': { type: 'string' } },
    'npm run build -- --interface-locale en-XA',
  );
  const tag = values['interface-locale'];
  if (tag !== undefined && !localeTags().includes(tag)) {
    console.error(`Found interface locale \`${tag}\`; expected one of ${localeTags().join(', ')}.`);
    return 1;
  }
  return (await buildOnce(root, tag)) ? 0 : 1;
});
