/** What is installed, from where, and that nothing runs while it is. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { root } from '../../scripts/lib/root.ts';
import { noticesOf } from '../../src/compiler/5-render/assets/notices.ts';
import { EDITIONS } from '../../src/model/index.ts';

interface Locked {
  version?: string;
  resolved?: string;
  integrity?: string;
  link?: boolean;
  inBundle?: boolean;
  hasInstallScript?: boolean;
  license?: string;
}
interface Lock {
  lockfileVersion: number;
  packages: Record<string, Locked>;
}
const read = (file: string): string => readFileSync(join(root, file), 'utf8');
const lock = JSON.parse(read('package-lock.json')) as Lock;
const own = JSON.parse(read('package.json')) as Record<string, Record<string, string>>;

/** What is wrong with a lockfile. */
function faultsOf({ lockfileVersion, packages }: Lock): string[] {
  const faults = lockfileVersion === 3 ? [] : [`version ${lockfileVersion}`];
  for (const [path, p] of Object.entries(packages)) {
    if (path === '') continue;
    if (!path.includes('node_modules/') || p.link) faults.push(`${path}: not from the registry`);
    if (!p.inBundle && !/^sha512-[A-Za-z0-9+/]{86}==$/.test(p.integrity ?? ''))
      faults.push(`${path}: integrity ${p.integrity}`);
    if (
      p.resolved !== undefined &&
      !/^https:\/\/registry\.npmjs\.org\/[^?#]+\.tgz$/.test(p.resolved)
    )
      faults.push(`${path}: from ${p.resolved}`);
    if (!/^\d+\.\d+\.\d+(?:-[\w.]+)?$/.test(p.version ?? ''))
      faults.push(`${path}: version ${p.version}`);
  }
  return faults;
}

describe('lockfile', () => {
  test('every package by version and hash, from the npm registry', () => {
    expect(Object.keys(lock.packages).length).toBeGreaterThan(100);
    expect(faultsOf(lock)).toEqual([]);
  });

  test('the check sees what it looks for', () => {
    const bad: Locked[] = [
      { version: '1.0.0' },
      { version: '1.0.0', integrity: 'sha1-abc' },
      {
        version: '1.0.0',
        integrity: `sha512-${'A'.repeat(86)}==`,
        resolved: 'git+ssh://git@github.com/a/b.git',
      },
      {
        version: '1.0.0',
        integrity: `sha512-${'A'.repeat(86)}==`,
        resolved: 'http://registry.npmjs.org/a.tgz',
      },
      {
        version: '1.0.0',
        integrity: `sha512-${'A'.repeat(86)}==`,
        resolved: 'https://evil.example/a.tgz',
      },
      { version: 'file:../a', integrity: `sha512-${'A'.repeat(86)}==` },
      { link: true },
    ];
    for (const one of bad)
      expect(
        faultsOf({ lockfileVersion: 3, packages: { 'node_modules/a': one } }),
        JSON.stringify(one),
      ).not.toEqual([]);
    expect(faultsOf({ lockfileVersion: 2, packages: {} })).not.toEqual([]);
  });

  test('package.json names exact versions, and the lockfile the same', () => {
    const wanted = { ...own.dependencies, ...own.devDependencies, ...own.optionalDependencies };
    expect(Object.keys(wanted).length).toBeGreaterThan(20);
    for (const [name, version] of Object.entries(wanted)) {
      expect(version, name).toMatch(/^\d+\.\d+\.\d+$/);
      expect(lock.packages[`node_modules/${name}`]?.version, name).toBe(version);
    }
  });

  test('what is installed is what is locked', () => {
    for (const [path, { version }] of Object.entries(lock.packages)) {
      const file = join(root, path, 'package.json');
      if (path && existsSync(file))
        expect(JSON.parse(readFileSync(file, 'utf8')).version, path).toBe(version);
    }
  });
});

describe('install scripts', () => {
  test('are refused, and only esbuild has one (a check of its program, not needed)', () => {
    expect(read('.npmrc')).toMatch(/^ignore-scripts=true$/m);
    expect(read('scripts/install-missing.mjs')).toContain("'--ignore-scripts'");
    const having = Object.entries(lock.packages).filter(([, p]) => p.hasInstallScript);
    // fsevents is for macOS only, and is not needed there either: chokidar does without it.
    expect(having.map(([path]) => path).filter((path) => !path.endsWith('/fsevents'))).toEqual([
      'node_modules/esbuild',
    ]);
  });

  test('of our own: none runs by itself', () => {
    for (const name of Object.keys(own.scripts ?? {}))
      expect(name).not.toMatch(/^(?:pre|post|prepare)/);
  });
});

test('THIRD_PARTY.md lists what is in the pages (npm run notices writes it)', async () => {
  const text = read('THIRD_PARTY.md');
  const all = new Map((await Promise.all(EDITIONS.map(noticesOf))).flat().map((n) => [n.name, n]));
  for (const { name, version, licence } of all.values())
    expect(text).toContain(`| ${name} | ${version} | ${licence} |`);
  expect(text.split('\n').filter((line) => /^\| [@a-z]/.test(line)).length).toBe(all.size + 1);
});

test('SECURITY.md names, for each promise, a test that is there', () => {
  const promised = [...read('SECURITY.md').matchAll(/`(tests\/[\w/-]+\.test\.ts)`/g)].map(
    (m) => m[1] ?? '',
  );
  expect(promised.length).toBeGreaterThan(8);
  for (const file of new Set(promised)) expect(existsSync(join(root, file)), file).toBe(true);
  for (const file of readdirSync(join(root, 'tests/security')).filter((f) =>
    f.endsWith('.test.ts'),
  ))
    expect(promised, file).toContain(`tests/security/${file}`);
});
