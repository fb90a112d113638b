import { join } from 'node:path';
import { compile } from '../../src/compiler/compile.ts';
import { formatForPeople } from '../../src/messages/index.ts';
import { writeBuild } from './write-build.ts';

/** Compiles and writes. @returns true where a whole build was written. */
export async function buildOnce(root: string, interfaceLocale?: string): Promise<boolean> {
  const started = performance.now();
  const { findings, build } = await compile({ root, interfaceLocale });
  if (findings.length) console.error(formatForPeople(findings));
  if (!build) {
    console.error('\nNothing was built; the last build is unchanged.');
    return false;
  }
  writeBuild(root, [...build.outputs, { path: 'manifest.json', content: build.manifest }]);
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(
    `Built ${build.outputs.length} files in ${seconds} s: ${join('build', 'facilitator', 'index.html')}, ${join('build', 'participants', 'index.html')}`,
  );
  return true;
}
