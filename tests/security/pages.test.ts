/** Every file of a real build: what its bytes say, and what a real Chromium does with it. */
import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { homedir } from 'node:os';
import { dirname, join, posix } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Element, Root } from 'hast';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import rehypeParse from 'rehype-parse';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchChromium } from '../../scripts/lib/chromium.ts';
import { root } from '../../scripts/lib/root.ts';
import { serve } from '../../scripts/lib/serve.ts';
import { noticesOf } from '../../src/compiler/5-render/assets/notices.ts';
import { compile } from '../../src/compiler/compile.ts';
import { EDITIONS } from '../../src/model/index.ts';
import { command, folder, project, write } from './support.ts';

interface File {
  path: string;
  content: string;
}
let files: File[] = [];
let pages: File[] = [];
let manifest: { files: { path: string; sha256: string; bytes: number }[] };
let base = '';

beforeAll(async () => {
  const { build, findings } = await compile({ root });
  if (!build) throw new Error(`The sources do not build: ${JSON.stringify(findings.slice(0, 3))}`);
  files = build.outputs.map(({ path, content }) => ({ path, content: String(content) }));
  pages = files.filter((f) => f.path.endsWith('.html'));
  manifest = JSON.parse(build.manifest);
  base = folder('pages');
  for (const { path, content } of files) {
    mkdirSync(dirname(join(base, path)), { recursive: true });
    writeFileSync(join(base, path), content);
  }
}, 120_000);

const parser = unified().use(rehypeParse);
const URL_ATTRIBUTES = [
  'src',
  'srcSet',
  'data',
  'poster',
  'action',
  'formAction',
  'background',
  'ping',
  'manifest',
  'xLinkHref',
  'cite',
  'longDesc',
  'code',
  'classId',
  'archive',
  'profile',
  'useMap',
];

/** What is wrong with one page, by its bytes. */
function faultsOf({ path, content }: File, all: readonly string[]): string[] {
  const faults: string[] = [];
  const fault = (what: string): void => void faults.push(`${path}: ${what}`);
  const policies: string[] = [];
  const scripts: string[] = [];
  const styles: string[] = [];
  visit(parser.parse(content) as Root, 'element', (e: Element, _i, parent) => {
    const own = e.children.map((c) => (c.type === 'text' ? c.value : '')).join('');
    const { properties: p } = e;
    if (e.tagName === 'meta' && /content-security-policy/i.test(String(p.httpEquiv))) {
      if (scripts.length || styles.length) fault('the policy comes after what it should govern');
      if (parent?.type !== 'element' || parent.tagName !== 'head') fault('policy outside the head');
      policies.push(String(p.content));
    } else if (e.tagName === 'meta' && p.httpEquiv) fault(`meta ${p.httpEquiv}`);
    if (e.tagName === 'script' && p.type !== 'application/json') scripts.push(own);
    if (e.tagName === 'script' && p.src) fault('script with an address');
    if (e.tagName === 'style') styles.push(own);
    if (
      /^(?:link|base|iframe|frame|object|embed|applet|form|portal|audio|video|source|track)$/.test(
        e.tagName,
      )
    )
      fault(`<${e.tagName}>`);
    for (const [name, value] of Object.entries(p)) {
      if (/^on/i.test(name)) fault(`${name} on <${e.tagName}>`);
      if (name === 'style') fault(`style on <${e.tagName}>`);
      if (URL_ATTRIBUTES.includes(name) && !/^data:image\//.test(String(value)))
        fault(`${name}="${String(value).slice(0, 60)}"`);
    }
    if (p.href !== undefined) {
      const href = String(p.href);
      if (e.tagName !== 'a') fault(`href on <${e.tagName}>`);
      if (!/^(?:https:|mailto:|#)/.test(href)) {
        const target = posix.join(posix.dirname(path), href.replace(/[?#].*$/, ''));
        if (/^[a-z]+:|^\/|\\/i.test(href) || !all.includes(target)) fault(`leads nowhere: ${href}`);
      }
    }
  });
  const [policy = ''] = policies;
  if (policies.length !== 1) fault(`${policies.length} policies`);
  const directives = new Map(
    policy.split(';').map((d) => {
      const [name = '', ...values] = d.trim().split(/\s+/);
      return [name, values];
    }),
  );
  const hash = (text: string): string =>
    `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
  const must = (name: string, values: string[]): void => {
    const found = directives.get(name)?.join(' ');
    if (found !== values.join(' ')) fault(`${name} is ${found}`);
  };
  must('default-src', ["'none'"]);
  must('connect-src', ["'none'"]);
  must('form-action', ["'none'"]);
  must('base-uri', ["'none'"]);
  must('script-src', scripts.map(hash));
  must('style-src', styles.map(hash));
  must('font-src', ['data:']);
  if (scripts.length !== 1) fault(`${scripts.length} scripts`);
  if (/unsafe|\*|https?:|wasm|strict-dynamic|'self'/.test(policy)) fault(`policy: ${policy}`);
  for (const [name, values] of directives) {
    const known = /^(?:default|connect|script|style|font)-src$|^form-action$|^base-uri$/.test(name);
    if (!known && !(name === 'img-src' && values.every((v) => /^(?:data|blob):$/.test(v))))
      fault(`directive ${name}`);
  }
  const css = styles.join('\n');
  if (/@import|image-set\(|expression\(|<\//i.test(css)) fault('style sheet that loads');
  for (const [, address] of css.matchAll(/url\(\s*["']?([^)]{0,30})/g))
    if (!address?.startsWith('data:')) fault(`style sheet: url(${address}`);
  const code = scripts.join('\n');
  if (/\beval\(|new Function\(|sourceMappingURL|\bimport\(|<!--|<\/script/i.test(code))
    fault(
      `script: ${/\beval\(|new Function\(|sourceMappingURL|\bimport\(|<!--|<\/script/i.exec(code)?.[0]}`,
    );
  return faults;
}

describe('every page, by its bytes', () => {
  test('there are pages of both editions', () => {
    for (const edition of EDITIONS)
      expect(pages.filter((p) => p.path.startsWith(`${edition}/`)).length).toBeGreaterThan(20);
  });

  test('policy, hashes, no address that loads, no on…= and no style=', () => {
    const all = files.map((f) => f.path);
    expect(pages.flatMap((page) => faultsOf(page, all))).toEqual([]);
  });

  test('the scan sees what it looks for', () => {
    const [page] = pages;
    if (!page) throw new Error('no page');
    const all = files.map((f) => f.path);
    const plants: [string, string][] = [
      ['</body>', '<img src="https://a.org/x.png"></body>'],
      ['</body>', '<p onclick="a()">a</p></body>'],
      ['</body>', '<p style="color:red">a</p></body>'],
      ['</body>', '<script>1</script></body>'],
      ['</body>', '<iframe></iframe></body>'],
      ['</body>', '<a href="nowhere.html">a</a></body>'],
      ['</body>', '<a href="javascript:a">a</a></body>'],
      ['</head>', '<link rel="icon" href="data:,"></head>'],
      ['</head>', '<meta http-equiv="refresh" content="1"></head>'],
      ['<style>', '<style>@import "a";'],
      ['connect-src', 'connect-src https: '],
      ['default-src &#x27;none&#x27;', 'default-src &#x27;self&#x27;'],
      ['script-src', "script-src 'unsafe-inline'"],
    ];
    for (const [before, after] of plants) {
      const content = page.content.replace(before, () => after);
      expect(content === page.content, before).toBe(false);
      expect(faultsOf({ ...page, content }, all), after).not.toEqual([]);
    }
  });

  test('no byte says where or by whom it was built', () => {
    for (const { path, content } of files) {
      for (const secret of [root, base, homedir().length > 5 ? homedir() : root])
        expect(content.includes(secret), `${path}: ${secret}`).toBe(false);
    }
  });

  test('the manifest lists every file with its hash and size', () => {
    expect(manifest.files.map((f) => f.path).sort()).toEqual(files.map((f) => f.path).sort());
    for (const { path, content } of files) {
      const listed = manifest.files.find((f) => f.path === path);
      expect(listed?.sha256).toBe(createHash('sha256').update(content).digest('hex'));
      expect(listed?.bytes).toBe(Buffer.byteLength(content));
    }
  });
});

describe('work of others', () => {
  test.each(EDITIONS)(
    '%s: each package in the pages stands in THIRD_PARTY.txt with its licence',
    async (edition) => {
      const text = files.find((f) => f.path === `${edition}/THIRD_PARTY.txt`)?.content ?? '';
      const notices = await noticesOf(edition);
      for (const { name, version, licence, text: words } of notices) {
        expect(text).toContain(`${name} ${version} (${licence})`);
        expect(text).toContain(words);
        expect(words).toMatch(/copyright/i);
        expect(licence, name).toMatch(/^(?:MIT|ISC|BSD-[23]-Clause|Apache-2\.0|OFL-1\.1|0BSD)$/);
      }
      const names = notices.map((n) => n.name);
      expect(names).toEqual(
        expect.arrayContaining(['@fontsource/noto-sans', 'lucide-static', 'intl-messageformat']),
      );
      expect(names.includes('reveal.js')).toBe(edition === 'facilitator');
    },
  );
});

interface Watch {
  requests: string[];
  troubles: string[];
}

/** Writes down all that a page asks for, complains of, or is forbidden. */
async function watched(
  browser: Browser,
  offline: boolean,
): Promise<{ context: BrowserContext; page: Page; seen: Watch }> {
  const context = await browser.newContext({ offline });
  const seen: Watch = { requests: [], troubles: [] };
  context.on('request', (r) => {
    if (!/^(?:data|blob|about):/.test(r.url())) seen.requests.push(r.url());
  });
  context.on('weberror', (e) => void seen.troubles.push(String(e.error())));
  context.on('console', (m) => {
    if (m.type() === 'error' || m.type() === 'warning') seen.troubles.push(m.text());
    if (m.text().startsWith('violated ')) seen.troubles.push(m.text());
  });
  await context.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (e) =>
      console.info(`violated ${e.effectiveDirective} ${e.blockedURI}`),
    );
  });
  return { context, page: await context.newPage(), seen };
}

describe('every page, in Chromium', () => {
  let browser: Browser;
  let server: Server;
  let origin = '';
  const served: string[] = [];
  beforeAll(async () => {
    browser = await launchChromium();
    server = await serve(base, 0);
    server.on('request', (r) => served.push(r.url ?? ''));
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  }, 60_000);
  afterAll(async () => {
    await browser?.close();
    server?.close();
  });

  const addresses = (): string[] =>
    pages.flatMap(({ path }) =>
      path.endsWith('/deck.html') ? [path, `${path}?speaker`, `${path}?report`] : [path],
    );

  test.each(['file', 'http'] as const)(
    '%s: asks for itself and nothing else, breaks no policy, throws no error',
    { timeout: 150_000 },
    async (kind) => {
      const { context, page, seen } = await watched(browser, kind === 'file');
      const wanted: string[] = [];
      for (const address of addresses()) {
        const [path = '', query] = address.split('?');
        const url =
          kind === 'file'
            ? `${pathToFileURL(join(base, path)).href}${query ? `?${query}` : ''}`
            : `${origin}/${address}`;
        wanted.push(url);
        await page.goto(url, { waitUntil: 'load' });
        await page.evaluate(() =>
          document.fonts.ready.then(() => new Promise((r) => setTimeout(r, 30))),
        );
      }
      await context.close();
      expect(seen.troubles).toEqual([]);
      expect(seen.requests).toEqual(wanted);
      if (kind === 'http')
        expect(new Set(served.filter((u) => u !== '/favicon.ico'))).toEqual(
          new Set(addresses().map((a) => `/${a}`)),
        );
    },
  );

  test('the watch sees a request, a violation and an error', async () => {
    const bad = join(base, 'planted.html');
    writeFileSync(
      bad,
      (pages[0]?.content ?? '').replace(
        '</body>',
        '<img src="https://a.example/x.png"><p style="color:red">a</p><script>1</script></body>',
      ),
    );
    const open = join(base, 'open.html');
    writeFileSync(
      open,
      '<!doctype html><img src="https://a.example/x.png"><script>throw new Error("planted")</script>',
    );
    const { context, page, seen } = await watched(browser, true);
    await page.goto(pathToFileURL(bad).href);
    await page.waitForTimeout(200);
    await page.goto(pathToFileURL(open).href);
    await page.waitForTimeout(100);
    await context.close();
    const text = seen.troubles.join('\n');
    expect(text).toMatch(/violated img-src/);
    expect(text).toMatch(/violated style-src-attr/);
    expect(text).toMatch(/violated script-src-elem/);
    expect(text).toMatch(/planted/);
    expect(seen.requests).toContain('https://a.example/x.png');
  });
});

test('the same sources give the same bytes in another folder, time zone, language and year', {
  timeout: 120_000,
}, async () => {
  const build = async (name: string, env: NodeJS.ProcessEnv): Promise<string> => {
    const path = project(name);
    for (const part of ['slides', 'speaker-notes', 'handouts', 'profile']) {
      rmSync(join(path, part), { recursive: true });
      cpSync(join(root, part), join(path, part), { recursive: true });
    }
    const clock =
      'const D=Date;const by=Number(process.env.SHIFT_MS);globalThis.Date=class extends D{constructor(...a){a.length?super(...a):super(D.now()+by)}static now(){return D.now()+by}};';
    write(path, { 'clock.mjs': clock });
    const shifted = env.SHIFT_MS
      ? { NODE_OPTIONS: `--import ${pathToFileURL(join(path, 'clock.mjs')).href}` }
      : {};
    const { status, out } = await command(path, 'build', { env: { ...env, ...shifted } });
    expect(status, out).toBe(0);
    return readFileSync(join(path, 'build/manifest.json'), 'utf8');
  };
  const [one, other] = await Promise.all([
    build('one', { TZ: 'UTC', LANG: 'C', LC_ALL: 'C' }),
    build('other-longer-name', {
      TZ: 'Asia/Kathmandu',
      LANG: 'tr_TR.UTF-8',
      LC_ALL: 'tr_TR.UTF-8',
      SHIFT_MS: String(400 * 86_400_000),
      HOME: '/nonexistent',
      USER: 'somebody',
    }),
  ]);
  expect(other).toBe(one);
});
