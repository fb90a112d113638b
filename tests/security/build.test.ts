/** What may go wrong while a build is made: no room, no permission, ctrl-C, a kill. The last good build stays whole. */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmodSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { beforeAll, describe, expect, test } from 'vitest';
import { root } from '../../scripts/lib/root.ts';
import { command, folder, handout, isRoot, project, type Ran, STACK, write } from './support.ts';

const NOBODY = 65_534;
let path = '';
let good = '';

beforeAll(async () => {
  path = project('build');
  const { status, out } = await command(path, 'build');
  if (status !== 0) throw new Error(out);
  good = fingerprint();
}, 120_000);

/** Every file of the build with its hash; nothing beside it. @throws where it is not what its manifest says. */
function fingerprint(of = path): string {
  const left = readdirSync(of).filter((name) => name.startsWith('.build'));
  if (left.length) throw new Error(`left behind: ${left.join()}`);
  const text = readFileSync(join(of, 'build/manifest.json'), 'utf8');
  const { files } = JSON.parse(text) as { files: { path: string; sha256: string }[] };
  for (const file of files) {
    const bytes = readFileSync(join(of, 'build', file.path));
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    if (sha256 !== file.sha256) throw new Error(`${file.path} is not what the manifest says`);
  }
  return text;
}

/** A sentence, no stack trace, soon; and the last good build is as it was. */
function plain({ status, out, ms }: Ran, sentence: RegExp): void {
  expect(out).toMatch(sentence);
  expect(out).not.toMatch(STACK);
  expect(status).toBe(1);
  expect(ms).toBeLessThan(30_000);
  expect(fingerprint()).toBe(good);
}

test('an error in the sources: nothing is built', { timeout: 60_000 }, async () => {
  const sheet = join(path, 'handouts/mini/en/sheet.md');
  const before = readFileSync(sheet);
  writeFileSync(sheet, handout('<script>alert(1)</script>'));
  const ran = await command(path, 'build');
  writeFileSync(sheet, before);
  plain(
    ran,
    /sheet\.md:\d+:1 error markdown\/raw-html[\s\S]*Nothing was built; the last build is unchanged/,
  );
});

test('no room: the disk is full after some files (simulated)', { timeout: 60_000 }, async () => {
  write(path, {
    'full.mjs': `import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
const real = fs.writeFileSync;
let left = 200_000;
fs.writeFileSync = (file, data, ...rest) => {
  if (!String(file).includes('.build-next')) return real(file, data, ...rest);
  left -= Buffer.byteLength(data);
  if (left >= 0) return real(file, data, ...rest);
  real(file, String(data).slice(0, 100));
  throw Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC', path: file });
};
syncBuiltinESMExports();
`,
  });
  const NODE_OPTIONS = `--import ${pathToFileURL(join(path, 'full.mjs')).href}`;
  plain(await command(path, 'build', { env: { NODE_OPTIONS } }), /Found no room on the disk/);
});

const unshares =
  spawnSync('unshare', ['-rm', 'mount', '-t', 'tmpfs', 'tmpfs', '/mnt']).status === 0;
test.skipIf(!unshares)('no room: a disk of 6 MB that is really full', { timeout: 90_000 }, () => {
  const disk = folder('disk');
  const loader = pathToFileURL(join(root, 'node_modules/tsx/dist/loader.mjs')).href;
  const node = `${process.execPath} --import ${loader} scripts/build.ts`;
  const script = `set -e
mount -t tmpfs -o size=6m tmpfs ${disk}
cp -r ${path}/. ${disk}/ && cd ${disk}
sha256sum $(find build -type f | sort) > /tmp/before.$$
dd if=/dev/zero of=fill bs=1k count=100000 2>/dev/null || true
dd if=/dev/null of=fill bs=1k seek=$(( $(stat -c %s fill) / 1024 - 150 )) 2>/dev/null
set +e
${node} 2>&1; echo "status $?"
ls -A | grep '^\\.build' && echo LEFT
sha256sum $(find build -type f | sort) | cmp - /tmp/before.$$ && echo SAME
rm -f /tmp/before.$$`;
  const { stdout } = spawnSync('unshare', ['-rm', 'sh', '-c', script], {
    encoding: 'utf8',
    env: { ...process.env, NODE_OPTIONS: '' },
  });
  expect(stdout).toMatch(/Found no room on the disk/);
  expect(stdout).toMatch(/status 1/);
  expect(stdout).toMatch(/SAME/);
  expect(stdout).not.toMatch(/LEFT/);
  expect(stdout).not.toMatch(STACK);
});

test.skipIf(process.platform === 'win32')(
  'no permission to write',
  { timeout: 60_000 },
  async () => {
    if (isRoot) chmodSync(path, 0o755);
    else chmodSync(path, 0o555);
    const ran = await command(path, 'build', isRoot ? { uid: NOBODY } : {});
    chmodSync(path, 0o755);
    plain(ran, /Found a folder that cannot be written/);
  },
);

test.skipIf(!isRoot || process.platform === 'win32')(
  'no permission to read a source',
  { timeout: 60_000 },
  async () => {
    const sheet = join(path, 'handouts/mini/en/sheet.md');
    chmodSync(sheet, 0);
    const ran = await command(path, 'build', { uid: NOBODY });
    chmodSync(sheet, 0o644);
    plain(ran, /sheet\.md:1:1 error file\/unreadable/);
  },
);

test('`build` is a file', { timeout: 60_000 }, async () => {
  const other = project('file');
  writeFileSync(join(other, 'build'), 'mine');
  const { out, status } = await command(other, 'build');
  expect(out).not.toMatch(STACK);
  if (status !== 0) expect(readFileSync(join(other, 'build'), 'utf8')).toBe('mine');
});

describe('ctrl-C', () => {
  test('at any moment of a build: whole, old or new, and nothing is left behind', {
    timeout: 150_000,
  }, async () => {
    const { ms } = await command(path, 'build');
    const told = new Set<number | null>();
    for (let i = 0; i < 6; i++) {
      const { status, out } = await command(path, 'build', {
        onStart: (child) => setTimeout(() => child.kill('SIGINT'), 100 + (ms * i) / 5),
      });
      told.add(status);
      expect(out).not.toMatch(STACK);
      expect(fingerprint()).toBe(good);
    }
    // Node itself ends at SIGINT (null) before our own handler stands (130).
    expect([...told].some((status) => status === 130 || status === null)).toBe(true);
    for (const status of told) expect([0, 130, null]).toContain(status);
  });

  test('while files are written', { timeout: 60_000 }, async () => {
    const sleepy = `import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
const real = fs.writeFileSync;
fs.writeFileSync = (file, ...rest) => {
  real(file, ...rest);
  if (!String(file).includes('.build-next')) return;
  fs.writeSync(2, 'WRITING\\n');
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 300);
};
syncBuiltinESMExports();
`;
    write(path, { 'sleepy.mjs': sleepy });
    let sent = false;
    const { status, out } = await command(path, 'build', {
      env: { NODE_OPTIONS: `--import ${pathToFileURL(join(path, 'sleepy.mjs')).href}` },
      onOutput: (text, child) => {
        if (!sent && text.includes('WRITING')) sent = child.kill('SIGINT');
      },
    });
    expect(sent).toBe(true);
    // The signal is heard once the files stand; the command may have ended by then.
    expect([0, 130]).toContain(status);
    expect(out).not.toMatch(STACK);
    expect(fingerprint()).toBe(good);
  });

  test('while a source that takes long is read', { timeout: 60_000 }, async () => {
    const slow = 'handouts/mini/en/slow.md';
    write(path, { [slow]: handout(':::a\n'.repeat(20_000)).replace('id: sheet', 'id: slow') });
    const started = performance.now();
    const { out } = await command(path, 'build', {
      onStart: (child) => setTimeout(() => child.kill('SIGINT'), 2_500),
    });
    rmSync(join(path, slow));
    expect(performance.now() - started).toBeLessThan(15_000);
    expect(out).not.toMatch(STACK);
    expect(fingerprint()).toBe(good);
  });
});
