import { parseArgs } from 'node:util';
import { examine } from '../src/compiler/compile.ts';
import { formatForMachines, formatForPeople } from '../src/messages/index.ts';
import { root } from './lib/root.ts';
import { run } from './lib/run.ts';

/** npm run check [-- --format json]: exit 1 on any error. */
await run(async () => {
  const { values } = parseArgs({ options: { format: { type: 'string', default: 'people' } } });
  if (!['people', 'json'].includes(values.format)) {
    console.error(`Found format \`${values.format}\`; expected \`people\` or \`json\`.`);
    return 1;
  }
  const { findings } = examine(root);
  console.log(values.format === 'json' ? formatForMachines(findings) : formatForPeople(findings));
  return findings.some((f) => f.severity === 'error') ? 1 : 0;
});
