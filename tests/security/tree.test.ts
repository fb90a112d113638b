/** What lies in the folders: sizes, links, pipes, names. And the server, which shows a folder to this machine only. */
import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  copyFileSync,
  mkdirSync,
  readdirSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { createServer, request, type Server } from 'node:http';
import { type AddressInfo, connect, createServer as createSocket } from 'node:net';
import { networkInterfaces } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { serve } from '../../scripts/lib/serve.ts';
import { load } from '../../src/compiler/1-load/load.ts';
import { examine } from '../../src/compiler/compile.ts';
import { Reporter } from '../../src/messages/index.ts';
import { command, folder, handout, isRoot, project, tree, write } from './support.ts';

const SECRET = 'a secret outside the tree';

/** Rules found, with their files; and never in more than some seconds. */
function look(path: string): string[] {
  const started = performance.now();
  const { findings, modules } = examine(path);
  expect(performance.now() - started).toBeLessThan(5_000);
  expect(JSON.stringify(modules)).not.toContain(SECRET);
  return findings.map((f) => `${f.rule} ${f.place.file}`);
}

describe('files', () => {
  test('50 MB', () => {
    const path = tree('large', { 'slides/mini/en/02-s2.md': '' });
    truncateSync(join(path, 'slides/mini/en/02-s2.md'), 50 * 1024 * 1024);
    expect(look(path)).toContain('file/too-large slides/mini/en/02-s2.md');
  });

  test('a link to a file, to a folder, of a root folder, to itself, and to nothing', () => {
    const outside = folder('outside');
    write(outside, { 'secret.md': SECRET, 'mini/en/secret.md': SECRET });
    const path = tree('links');
    symlinkSync(join(outside, 'secret.md'), join(path, 'handouts/mini/en/linked.md'));
    symlinkSync(outside, join(path, 'slides/linked'));
    symlinkSync('.', join(path, 'slides/mini/en/loop'));
    symlinkSync('nowhere.md', join(path, 'slides/mini/en/dangling.md'));
    rmSync(join(path, 'profile'), { recursive: true });
    symlinkSync(outside, join(path, 'profile'));
    const found = look(path).filter((one) => one.startsWith('file/symlink'));
    expect(found).toEqual([
      'file/symlink handouts/mini/en/linked.md',
      'file/symlink profile',
      'file/symlink slides/linked',
      'file/symlink slides/mini/en/dangling.md',
      'file/symlink slides/mini/en/loop',
    ]);
  });

  test.skipIf(process.platform === 'win32')(
    'a pipe, a socket and a device do not hang it',
    { timeout: 60_000 },
    async () => {
      const path = project('pipes');
      execFileSync('mkfifo', [join(path, 'handouts/mini/en/pipe.md')]);
      const socket = createSocket();
      await new Promise<void>((done) => socket.listen(join(path, 'handouts/mini/en/s.md'), done));
      const expected = ['pipe.md', 's.md'];
      if (isRoot) {
        try {
          execFileSync('mknod', [join(path, 'handouts/mini/en/zero.md'), 'c', '1', '5'], {
            stdio: 'ignore',
          });
          expected.push('zero.md');
        } catch {
          // Devices may be forbidden in a container.
        }
      }
      // In a process of its own: what hangs on a pipe cannot be ended from inside.
      const { out } = await command(path, 'check', {
        onStart: (child) => setTimeout(() => child.kill('SIGKILL'), 30_000).unref(),
      });
      socket.close();
      const found = [...out.matchAll(/^(handouts\S+):1:1 error file\/unreadable/gm)].map(
        (m) => m[1],
      );
      expect(found).toEqual(expected.map((name) => `handouts/mini/en/${name}`));
    },
  );

  test.skipIf(isRoot || process.platform === 'win32')(
    'a file and a folder without permission',
    () => {
      const path = tree('closed', { 'handouts/mini/en/closed/a.md': 'a' });
      chmodSync(join(path, 'handouts/mini/en/sheet.md'), 0);
      chmodSync(join(path, 'handouts/mini/en/closed'), 0);
      const found = look(path).filter((one) => one.startsWith('file/unreadable'));
      chmodSync(join(path, 'handouts/mini/en/closed'), 0o700);
      expect(found).toEqual([
        'file/unreadable handouts/mini/en/closed',
        'file/unreadable handouts/mini/en/sheet.md',
      ]);
    },
  );

  test('names that differ in capitals, or only in how an accent is stored', () => {
    const path = tree('capitals');
    copyFileSync(join(path, 'handouts/mini/en/sheet.md'), join(path, 'handouts/mini/en/Sheet.md'));
    writeFileSync(join(path, 'handouts/mini/en/caf\u00E9.md'), handout('a'));
    writeFileSync(join(path, 'handouts/mini/en/cafe\u0301.md'), handout('a'));
    if (readdirSync(join(path, 'handouts/mini/en')).length < 4) return; // a disk that ignores case
    expect(look(path).filter((one) => one.startsWith('file/case-clash'))).toHaveLength(2);
  });

  test.skipIf(process.platform === 'win32')(
    'names with line breaks, escapes, percent signs, points and quotes',
    () => {
      const names = [
        'a\nslides-x.md:1:1 error.md',
        'a\u001B[2J.md',
        'a\u202Edm.md',
        'x..%2f..%2fx.md',
        'a"b\'c.md',
        '$(id).md',
        'a;b|c.md',
        '-rf.md',
        '<b>.md',
        `${'x'.repeat(240)}.md`,
      ];
      const path = tree(
        'names',
        Object.fromEntries(names.map((n) => [`handouts/mini/en/${n}`, handout('a')])),
      );
      const { findings } = examine(path);
      for (const name of names) {
        const shown = [...name].map((c) => ('\n\u001B\u202E'.includes(c) ? '?' : c)).join('');
        expect(findings.map((f) => f.place.file)).toContain(`handouts/mini/en/${shown}`);
      }
      expect(JSON.stringify(findings.map((f) => f.place))).not.toMatch(/\\n|\\u001b|\u202E/);
    },
  );

  test('a folder where a file should be, a file where a folder should be', () => {
    const path = tree('swapped');
    rmSync(join(path, 'profile'), { recursive: true });
    writeFileSync(join(path, 'profile'), 'a');
    mkdirSync(join(path, 'handouts/mini/en/folder.md'));
    mkdirSync(join(path, 'slides/none/syllabus.yaml'), { recursive: true });
    expect(look(path).length).toBeGreaterThan(0);
  });

  test('folders a thousand deep', () => {
    const path = tree('deep');
    let at = join(path, 'slides');
    while (at.length < 3800) at = join(at, 'abcdef');
    mkdirSync(at, { recursive: true });
    look(path);
  });

  test('hidden files and other folders are not read', () => {
    const path = tree('hidden', {
      'handouts/.secret.md': SECRET,
      'other/a.md': SECRET,
      '.env': SECRET,
    });
    const { files } = load(path, new Reporter());
    expect([...files.values()].some((f) => f.text.includes(SECRET))).toBe(false);
  });
});

describe('the server of npm start', () => {
  let server: Server;
  let port = 0;
  beforeAll(async () => {
    const base = folder('serve');
    write(base, {
      'build/facilitator/index.html': 'front door',
      'build/a b%.html': 'odd name',
      'build-other/secret.html': SECRET,
      'secret.html': SECRET,
    });
    symlinkSync(join(base, 'secret.html'), join(base, 'build/link.html'));
    server = await serve(join(base, 'build'), 0);
    port = (server.address() as AddressInfo).port;
  });
  afterAll(() => void server?.close());

  /** As written: no client tidies the path. */
  const ask = (
    path: string,
    method = 'GET',
    headers = {},
  ): Promise<{ status: number; body: string }> =>
    new Promise((resolve, reject) => {
      const req = request({ host: '127.0.0.1', port, path, method, headers }, (res) => {
        let body = '';
        res.on('data', (d) => (body += d));
        res.on('end', () => resolve({ status: res.statusCode ?? 0, body }));
      });
      req.once('error', reject);
      req.end();
    });
  const raw = (text: string): Promise<string> =>
    new Promise((resolve) => {
      const socket = connect(port, '127.0.0.1', () => socket.end(text));
      let body = '';
      socket.on('data', (d) => (body += d));
      socket.on('close', () => resolve(body));
      socket.on('error', () => resolve(body));
    });

  test('serves what lies in the folder', async () => {
    expect(await ask('/facilitator/index.html')).toEqual({ status: 200, body: 'front door' });
    expect((await ask('/')).status).toBe(302);
    expect(await ask('/a%20b%25.html')).toEqual({ status: 200, body: 'odd name' });
    expect((await ask('/facilitator/index.html?speaker')).status).toBe(200);
  });

  test.each([
    '/../secret.html',
    '/..%2fsecret.html',
    '/%2e%2e/secret.html',
    '/%2e%2e%2fsecret.html',
    '/facilitator/..%2f..%2fsecret.html',
    '/..%5csecret.html',
    '/..\\secret.html',
    '/%252e%252e%252fsecret.html',
    '/....//secret.html',
    '/../build-other/secret.html',
    '/..%2fbuild-other/secret.html',
    '//etc/passwd',
    '/%2fetc/passwd',
    '/%2Fetc%2Fpasswd',
    '/secret.html%00.html',
    '/link.html',
    '/C:%5cWindows%5cwin.ini',
    'http://evil.example/../secret.html',
  ])('%s stays inside', async (path) => {
    const { status, body } = await ask(path);
    expect(body).not.toContain(SECRET);
    expect(body).not.toContain('root:');
    expect([302, 400, 404]).toContain(status);
  });

  test.each(['POST', 'PUT', 'DELETE', 'OPTIONS', 'PATCH', 'TRACE'])(
    '%s is refused',
    async (method) => {
      expect((await ask('/facilitator/index.html', method)).status).toBe(405);
    },
  );

  test('nonsense ends in an answer, and the server lives on', async () => {
    for (const text of [
      'GET /\0 HTTP/1.1\r\nhost: a\r\n\r\n',
      'GET /%zz HTTP/1.1\r\nhost: a\r\n\r\n',
      'GET /%ff%fe HTTP/1.1\r\nhost: a\r\n\r\n',
      `GET /${'a'.repeat(100_000)} HTTP/1.1\r\nhost: a\r\n\r\n`,
      'nonsense\r\n\r\n',
      'CONNECT evil.example:443 HTTP/1.1\r\nhost: a\r\n\r\n',
      'GET /facilitator HTTP/1.1\r\nhost: a\r\nconnection: close\r\n\r\n',
    ])
      expect(await raw(text)).not.toContain(SECRET);
    expect((await ask('/facilitator/index.html')).status).toBe(200);
  });

  test('a page elsewhere that points its own name here is refused (DNS rebinding)', async () => {
    expect(
      (await ask('/facilitator/index.html', 'GET', { host: `evil.example:${port}` })).status,
    ).toBe(403);
    for (const host of [`localhost:${port}`, `127.0.0.1:${port}`, 'localhost', `[::1]:${port}`])
      expect((await ask('/facilitator/index.html', 'GET', { host })).status, host).toBe(200);
  });

  test('listens on this machine only', async () => {
    expect((server.address() as AddressInfo).address).toBe('127.0.0.1');
    const others = Object.values(networkInterfaces())
      .flatMap((list) => list ?? [])
      .filter((one) => !one.internal && one.family === 'IPv4');
    for (const { address } of others) {
      const reached = await new Promise<boolean>((resolve) => {
        const socket = connect({ host: address, port, timeout: 2_000 }, () => resolve(true));
        for (const event of ['error', 'timeout']) socket.once(event, () => resolve(false));
        socket.once('connect', () => socket.destroy());
      });
      expect(reached, address).toBe(false);
    }
    // The check itself can see an open port.
    const open = createServer().listen(0, '0.0.0.0');
    await new Promise((done) => open.once('listening', done));
    open.close();
  });
});
