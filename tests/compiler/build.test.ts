/** A build appears whole or not at all, is the same for the same sources, and the commands say what is wrong. */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { writeBuild } from '../../scripts/lib/write-build.ts';
import { compile } from '../../src/compiler/compile.ts';
import { base, copyOfBase, emptyFolder, project, put } from './support.ts';

const SLOW = 120_000;

/** Every file below a folder, with its text. */
const tree = (root: string): Record<string, string> =>
  Object.fromEntries(
    readdirSync(root, { recursive: true, encoding: 'utf8' })
      .filter((path) => statSync(join(root, path)).isFile())
      .sort()
      .map((path) => [path.replaceAll('\\', '/'), readFileSync(join(root, path), 'utf8')]),
  );

describe('writeBuild', () => {
  const old = { 'build/facilitator/index.html': 'old', 'build/manifest.json': '{}' };
  const folder = (): string => {
    const root = emptyFolder();
    put(root, old);
    return root;
  };
  const pretend = 99_999_999; // no process has this id

  test('puts a new build in the place of the last one, and leaves nothing beside it', () => {
    const root = folder();
    writeBuild(root, [
      { path: 'a/b/c.html', content: 'new' },
      { path: 'manifest.json', content: new Uint8Array([123, 125]) },
    ]);
    expect(tree(root)).toEqual({ 'build/a/b/c.html': 'new', 'build/manifest.json': '{}' });
  });

  test.each([
    [
      'a file where a folder should be',
      [
        { path: 'a', content: 'x' },
        { path: 'a/b.html', content: 'x' },
      ],
    ],
    [
      'a folder where a file should be',
      [
        { path: 'a/b.html', content: 'x' },
        { path: 'a', content: 'x' },
      ],
    ],
    [
      'a name too long for the disk',
      [
        { path: 'ok.html', content: 'x' },
        { path: `${'n'.repeat(300)}.html`, content: 'x' },
      ],
    ],
    [
      'a name with a zero byte',
      [
        { path: 'ok.html', content: 'x' },
        { path: 'a\0.html', content: 'x' },
      ],
    ],
  ])('%s leaves the last build whole', (_why, files) => {
    const root = folder();
    expect(() => writeBuild(root, files)).toThrow();
    expect(tree(root)).toEqual(old);
  });

  test('an output that fails half-way leaves the last build whole', () => {
    const root = folder();
    function* files() {
      yield { path: 'one.html', content: 'new' };
      throw new Error('no more');
    }
    expect(() => writeBuild(root, files())).toThrow('no more');
    expect(tree(root)).toEqual(old);
  });

  test('a run that was killed between its two renames is mended by the next', () => {
    const root = emptyFolder();
    put(root, {
      [`.build-last-${pretend}/facilitator/index.html`]: 'old',
      [`.build-next-${pretend}/half.html`]: 'half',
    });
    expect(() =>
      writeBuild(root, [
        { path: 'a', content: 'x' },
        { path: 'a/b', content: 'x' },
      ]),
    ).toThrow();
    expect(tree(root)).toEqual({ 'build/facilitator/index.html': 'old' });
  });

  test('the folder of a run that still runs is left alone', () => {
    const root = folder();
    put(root, { [`.build-next-${process.ppid}/half.html`]: 'half' });
    writeBuild(root, [{ path: 'a.html', content: 'new' }]);
    expect(tree(root)).toEqual({
      'build/a.html': 'new',
      [`.build-next-${process.ppid}/half.html`]: 'half',
    });
  });
});

describe('the commands', () => {
  let root = '';
  beforeAll(() => {
    root = copyOfBase();
    cpSync(join(project, 'scripts'), join(root, 'scripts'), { recursive: true });
    for (const name of ['src', 'node_modules', 'package.json', 'tsconfig.json']) {
      symlinkSync(join(project, name), join(root, name));
    }
    rmSync(join(root, 'package.json'));
    writeFileSync(join(root, 'package.json'), '{ "version": "1.2.3", "type": "module" }\n');
  });
  const slide = 'slides/mini/en/01-s1.md';
  const whole = readFileSync(join(base, slide), 'utf8');
  const broken = whole.replace('layout: diagram', 'layout: picture');
  const run = (script: string, ...args: string[]) => {
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      ['--import', 'tsx', `scripts/${script}.ts`, ...args],
      {
        cwd: root,
        encoding: 'utf8',
        env: { ...process.env, DEBUG: '', NODE_OPTIONS: '', NO_COLOR: '1', STEPS_PASSED: '' },
      },
    );
    return { status, stdout, stderr, all: stdout + stderr };
  };
  const STACK = /^\s+at .+[:(]\d+|node:internal|Error: /m;

  test('check: 0 where all is well, 1 and the place where not, never a stack trace', {
    timeout: SLOW,
  }, () => {
    const good = run('check');
    expect(good).toMatchObject({ status: 0, stdout: '0 errors, 0 warnings\n' });
    put(root, { [slide]: broken });
    const bad = run('check');
    put(root, { [slide]: whole });
    expect(bad.status).toBe(1);
    expect(bad.stdout).toContain(`${slide}:5:9 error yaml/invalid\n`);
    expect(bad.stdout).toMatch(/^ {2}found {5}Unexpected `picture` for `layout`$/m);
    expect(bad.stdout).toMatch(/\n1 error, 0 warnings\n$/);
    expect(bad.all).not.toMatch(STACK);
  });

  test('check --format json: one JSON document, and nothing else', { timeout: SLOW }, () => {
    put(root, { [slide]: broken });
    const bad = run('check', '--format', 'json');
    put(root, { [slide]: whole });
    expect(bad.status).toBe(1);
    expect(JSON.parse(bad.stdout)).toMatchObject({
      errors: 1,
      findings: [
        { rule: 'yaml/invalid', severity: 'error', place: { file: slide, line: 5, column: 9 } },
      ],
    });
    const unknown = run('check', '--format', 'xml');
    expect(unknown.status).toBe(1);
    expect(unknown.all).toContain('`xml`');
    expect(unknown.all).not.toMatch(STACK);
  });

  test('an option that nobody knows is told in one sentence', { timeout: SLOW }, () => {
    const { status, all } = run('build', '--colour', 'red');
    expect(status).toBe(1);
    expect(all).not.toMatch(STACK);
    expect(run('build', '--interface-locale', 'xx')).toMatchObject({ status: 1 });
    expect(existsSync(join(root, 'build'))).toBe(false);
  });

  test('build: writes all files, and keeps them when the sources break or the disk refuses', {
    timeout: SLOW,
  }, () => {
    const first = run('build');
    expect(first.all).not.toMatch(STACK);
    expect(first.status).toBe(0);
    const before = tree(join(root, 'build'));
    expect(Object.keys(before)).toContain('participants/mini/en/review.html');
    const { files } = JSON.parse(before['manifest.json'] ?? '');
    expect(files.map((f: { path: string }) => f.path).sort()).toEqual(
      Object.keys(before)
        .filter((p) => p !== 'manifest.json')
        .sort(),
    );
    for (const { path, bytes, sha256 } of files) {
      const content = readFileSync(join(root, 'build', path));
      expect({
        path,
        bytes: content.length,
        sha256: createHash('sha256').update(content).digest('hex'),
      }).toEqual({ path, bytes, sha256 });
    }

    put(root, { [slide]: broken });
    const second = run('build');
    put(root, { [slide]: whole });
    expect(second.status).toBe(1);
    expect(second.all).toContain(`${slide}:5:9`);
    expect(second.all).toContain('the last build is unchanged');
    expect(second.all).not.toMatch(STACK);
    expect(tree(join(root, 'build'))).toEqual(before);
    expect(readdirSync(root).filter((name) => name.startsWith('.build'))).toEqual([]);
  });
});

describe('the manifest', () => {
  test('two builds of one source, in two folders, give the same bytes; another source gives another version', {
    timeout: SLOW,
  }, async () => {
    const one = copyOfBase();
    const other = copyOfBase();
    const manifests = await Promise.all(
      [one, other].map(async (root) => (await compile({ root })).build),
    );
    expect(manifests[0]?.manifest).toBe(manifests[1]?.manifest);
    expect(manifests[0]?.outputs).toEqual(manifests[1]?.outputs);
    const { version, files } = JSON.parse(manifests[0]?.manifest ?? '');
    expect(files.length).toBe(manifests[0]?.outputs.length);
    expect(files.map((f: { path: string }) => f.path)).toEqual(
      [...files.map((f: { path: string }) => f.path)].sort(),
    );
    for (const file of files) {
      const content = manifests[0]?.outputs.find((o) => o.path === file.path)?.content ?? '';
      expect(file).toMatchObject({
        edition: file.path.split('/')[0],
        bytes: Buffer.byteLength(content),
        sha256: createHash('sha256').update(content).digest('hex'),
      });
    }
    const bytes = readFileSync(join(base, 'slides/mini/en/dot.png'));
    // Another picture: what stands behind a picture's end is not a part of it.
    bytes[45] = (bytes[45] ?? 0) ^ 1;
    put(other, { 'slides/mini/en/dot.png': bytes });
    const changed = await compile({ root: other });
    expect(JSON.parse(changed.build?.manifest ?? '').version).not.toBe(version);
  });

  test('sources in another order of reading, with other line ends and a byte-order mark, give the same bytes', {
    timeout: SLOW,
  }, async () => {
    const dos = emptyFolder();
    const paths = readdirSync(base, { recursive: true, encoding: 'utf8' }).filter((p) =>
      statSync(join(base, p)).isFile(),
    );
    for (const path of paths.reverse()) {
      const bytes = readFileSync(join(base, path));
      mkdirSync(join(dos, path, '..'), { recursive: true });
      writeFileSync(
        join(dos, path),
        path.endsWith('.png') ? bytes : `\uFEFF${bytes.toString().replaceAll('\n', '\r\n')}`,
      );
    }
    const [unix, windows] = await Promise.all([base, dos].map((root) => compile({ root })));
    expect(windows?.findings).toEqual([]);
    expect(windows?.build?.manifest).toBe(unix?.build?.manifest);
  });
});

describe('the closing line of the tests', () => {
  test('counts what failed to load and what failed outside a test; stands last', {
    timeout: SLOW,
  }, () => {
    const root = emptyFolder();
    put(root, {
      'good.test.js':
        "import { test } from 'vitest';\ntest('a', () => {});\ntest('b', () => {});\ntest.skip('c', () => {});\n",
      'bad.test.js':
        "import { expect, test } from 'vitest';\ntest('d', () => expect(1).toBe(2));\n",
      'loads.test.js': "import './nowhere.js';\n",
      'hook.test.js':
        "import { beforeAll, describe, test } from 'vitest';\ndescribe('x', () => {\n  beforeAll(() => { throw new Error('no'); });\n  test('e', () => {});\n});\n",
      'vitest.config.js': 'export default {};\n',
    });
    symlinkSync(join(project, 'node_modules'), join(root, 'node_modules'));
    const { stdout, status } = spawnSync(
      process.execPath,
      [
        join(project, 'node_modules/vitest/vitest.mjs'),
        'run',
        `--root=${root}`,
        '--reporter=default',
        `--reporter=${join(project, 'scripts/lib/count-reporter.ts')}`,
      ],
      {
        cwd: root,
        encoding: 'utf8',
        env: { ...process.env, STEPS_PASSED: '2', STEPS_FAILED: '1' },
      },
    );
    expect(status).toBe(1);
    // passed: a, b and two steps; failed: d, the file that does not load, the hook and one step; skipped: c and e.
    expect(stdout.trimEnd().split('\n').at(-1)).toBe('4 passed, 4 failed, 2 skipped');
  });
});
