import { examine } from '../src/compiler/compile.ts';
import { checkFit, SIZES } from '../src/exports/fit/fit.ts';
import {
  type Finding,
  formatForMachines,
  formatForPeople,
  Reporter,
} from '../src/messages/index.ts';
import { findChromium, launchChromium } from './lib/chromium.ts';
import { options } from './lib/options.ts';
import { root } from './lib/root.ts';
import { run } from './lib/run.ts';

/** npm run check [-- --format json --no-fit]: exit 1 on any error. */
await run(async () => {
  const values = options(
    { format: { type: 'string', default: 'people' }, fit: { type: 'boolean', default: true } },
    'npm run check -- --format json --no-fit',
  );
  if (!['people', 'json'].includes(values.format)) {
    console.error(`Found format \`${values.format}\`; expected \`people\` or \`json\`.`);
    return 1;
  }
  const { findings, modules, version } = examine(root);
  const failed = findings.some((f) => f.severity === 'error');
  const all = [...findings];
  let fit = '';
  if (!values.fit) fit = 'Fit was not checked (--no-fit).';
  else if (failed) fit = 'Fit was not checked: it is, once the errors above are mended.';
  else if (!findChromium())
    fit =
      'Fit was not checked: found no Chromium, Chrome or Edge. Install one, or set CHROMIUM to its path.';
  else fit = await fitOf(modules, version, all);
  console.log(values.format === 'json' ? formatForMachines(all) : formatForPeople(all));
  // Machines read the other line.
  console.error(fit);
  return all.some((f) => f.severity === 'error') ? 1 : 0;
});

/** Adds what does not fit to the findings. @returns how much was looked at, in words. */
async function fitOf(
  modules: Parameters<typeof checkFit>[1],
  version: string,
  findings: Finding[],
): Promise<string> {
  const browser = await launchChromium();
  try {
    const reporter = new Reporter();
    const { slides, states } = await checkFit(browser, modules, version, reporter);
    findings.push(...reporter.sorted());
    return `Fit: ${slides} slides, ${states} states, at ${SIZES.map((s) => `${s.width} × ${s.height}`).join(', ')}.`;
  } finally {
    await browser.close();
  }
}
