/** The commands, as a tired person types them: an answer that says how, never a stack trace. And what the kit holds. */
import { readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { root } from '../../scripts/lib/root.ts';
import { canary, found } from '../canaries.ts';
import { command, NOTES, project, SMALL, STACK } from './support.ts';

const SLOW = { timeout: 120_000 };

describe('an option that is not there, a value that is wrong', () => {
  test.each([
    [
      'start',
      ['--prot', '1'],
      /Found `--prot`; expected `--port …`, `--no-open`\. Write `npm start --/,
    ],
    ['start', ['--port', '99999'], /Found port `99999`; expected a number from 0 to 65535/],
    ['start', ['8080'], /Found `8080`; expected/],
    ['start', ['--port'], /Found `--port` without the value it needs/],
    ['build', ['--interface-locale', 'xx'], /Found interface locale `xx`; expected one of en/],
    ['check', ['--format', 'xml'], /Found format `xml`; expected `people` or `json`/],
    ['check', ['--fit=no'], /Found `--fit`/],
    ['pdf', ['--paper', 'a5'], /Found paper `a5`; expected a4 or letter/],
    ['pptx', ['--x'], /Found `--x`; expected no options/],
    ['kit', ['x'], /Found `x`; expected no options/],
    ['bench', ['--x'], /Found `--x`; expected no options/],
    ['notices', ['--x'], /Found `--x`; expected no options/],
    ['audit', ['--x'], /Found `--x`; expected no options/],
    ['fuzz', ['--runs', '1e99x'], /Found no whole numbers; expected/],
  ] as const)('%s %j', SLOW, async (name, args, sentence) => {
    const { status, out } = await command(root, name, { args: [...args] });
    expect(out).toMatch(sentence);
    expect(out).not.toMatch(STACK);
    expect(out.trim().split('\n')).toHaveLength(1);
    expect(status).toBe(1);
  });

  test('options that npm kept for itself', SLOW, async () => {
    const { status, out } = await command(root, 'check', { env: { npm_config_format: 'json' } });
    expect(out).toMatch(/Found `format` before `--`, where npm keeps it\. Write `npm run check --/);
    expect(status).toBe(1);
  });
});

describe('npm run check without a browser', () => {
  test('says that fit was not looked at, and leaves the JSON whole', SLOW, async () => {
    const path = project('nofit');
    const { status, out } = await command(path, 'check', { args: ['--no-fit'] });
    expect(out).toMatch(/Fit was not checked \(--no-fit\)/);
    expect(status).toBe(0);
    const lost = `import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
const real = fs.existsSync;
fs.existsSync = (path) => !/chrom|edge/i.test(String(path)) && real(path);
syncBuiltinESMExports();
`;
    writeFileSync(join(path, 'lost.mjs'), lost);
    const env = { NODE_OPTIONS: `--import ${join(path, 'lost.mjs')}`, CHROMIUM: '' };
    const without = await command(path, 'check', { env });
    expect(without.out).toMatch(/Fit was not checked: found no Chromium, Chrome or Edge/);
    expect(without.status).toBe(0);
  });
});

describe('npm start', () => {
  test('a port that is taken: says so, takes another; ctrl-C ends it', SLOW, async () => {
    const taken = createServer((_request, response) => response.end('mine'));
    await new Promise<void>((done) => taken.listen(0, '127.0.0.1', done));
    const { port } = taken.address() as AddressInfo;
    let answer: Promise<string> | undefined;
    const { status, out } = await command(project('start'), 'start', {
      args: ['--port', String(port), '--no-open'],
      onOutput: (text, child) => {
        const address = /^http:\/\/localhost:\d+\//m.exec(text)?.[0];
        if (!address || answer) return;
        answer = fetch(`${address}facilitator/index.html`)
          .then((response) => response.text())
          .finally(() => child.kill('SIGINT'));
      },
    });
    taken.close();
    expect(out).toContain(`Port ${port} is taken`);
    expect(await answer).toContain('<!doctype html>');
    expect(status).toBe(130);
    expect(out).not.toMatch(STACK);
  });
});

describe('npm run kit', () => {
  const word = canary('kit');
  const secret = NOTES.replace('Some words.', `Some words: ${word}.`);

  test(
    'each zip holds its edition as the manifest lists it, and nothing that lay about',
    SLOW,
    async () => {
      const path = project('kit', { 'speaker-notes/mini/en/01-s1.md': secret });
      expect((await command(path, 'build')).status).toBe(0);
      writeFileSync(join(path, 'build/participants/left-behind.txt'), word);
      const { status, out } = await command(path, 'kit');
      expect(status, out).toBe(0);
      const { files } = JSON.parse(readFileSync(join(path, 'build/manifest.json'), 'utf8'));
      for (const edition of ['facilitator', 'participants']) {
        const bytes = readFileSync(join(path, `build/${edition}.zip`));
        const wanted = (files as { path: string; edition: string }[])
          .filter((f) => f.edition === edition)
          .map((f) => f.path)
          .concat(`${edition}/START-HERE.txt`);
        expect(Object.keys(unzipSync(bytes)).sort()).toEqual(wanted.sort());
        expect(found(bytes, [word])).toEqual(edition === 'facilitator' ? [word] : []);
      }

      // What was built before the last change is not what goes onto the stick.
      const sheet = join(path, 'handouts/mini/en/sheet.md');
      writeFileSync(
        sheet,
        `${SMALL['handouts/mini/en/sheet.md']}\nA new line, ${canary('new')}.\n`,
      );
      await command(path, 'kit');
      const zip = readFileSync(join(path, 'build/participants.zip'));
      expect(found(zip, [canary('new')])).toEqual([canary('new')]);
    },
  );
});
