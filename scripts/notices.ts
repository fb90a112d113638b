import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { noticesOf, noticesText } from '../src/compiler/5-render/assets/notices.ts';
import { EDITIONS } from '../src/model/index.ts';
import { options } from './lib/options.ts';
import { root } from './lib/root.ts';
import { run } from './lib/run.ts';

/** npm run notices: writes THIRD_PARTY.md, which lists the packages of which something is in the pages. */
await run(async () => {
  options({}, 'npm run notices');
  const both = new Map<string, { row: string[]; text: string }>();
  for (const edition of EDITIONS) {
    for (const notice of await noticesOf(edition)) {
      const { name, version, licence } = notice;
      const known = both.get(name) ?? {
        row: [name, version, licence],
        text: noticesText([notice]),
      };
      both.set(name, { ...known, row: [...known.row, edition] });
    }
  }
  const rows = [...both.values()].map(({ row: [name, version, licence, ...editions] }) =>
    [name, version, licence, editions.length === 2 ? 'both' : editions.join()].join(' | '),
  );
  const path = join(root, 'THIRD_PARTY.md');
  writeFileSync(
    path,
    `# Work of others in the pages

Made by \`npm run notices\` from what the bundler put into the scripts, and from the type, icons and style sheets beside them. Each edition carries the licences in full as \`THIRD_PARTY.txt\`, in its folder and in the kit.

| package | version | licence | edition |
|---|---|---|---|
${rows
  .sort()
  .map((row) => `| ${row} |`)
  .join('\n')}
`,
  );
  console.log(`${path}: ${both.size} packages`);
  return 0;
});
