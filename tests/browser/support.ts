/** Real Chromium on a real build of the real sources, opened from files as users open them. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import { launchChromium } from '../../scripts/lib/chromium.ts';
import { root } from '../../scripts/lib/root.ts';
import { compile } from '../../src/compiler/compile.ts';

export interface Bench {
  browser: Browser;
  /** Absolute path of the build's folder. */
  folder: string;
  /** `file://` address of a file of the build. */
  url(path: string): string;
  /** A context whose pages' requests, errors and policy violations are written down. */
  context(options?: Parameters<Browser['newContext']>[0]): Promise<Watched>;
}

export interface Watched {
  context: BrowserContext;
  page: Page;
  /** Addresses asked for, other than pages opened from files and what stands inside them. */
  requests: string[];
  /** Errors thrown, and what the console said of the Content-Security-Policy. */
  troubles: string[];
}

/** Builds into a folder of its own, starts one browser for the file's tests, and cleans up after them. */
export function useBench(interfaceLocale?: string): Bench {
  const bench = {} as Bench;
  beforeAll(async () => {
    const { build, findings } = await compile({ root, interfaceLocale });
    if (!build)
      throw new Error(`The sources do not build: ${JSON.stringify(findings.slice(0, 3))}`);
    bench.folder = mkdtempSync(join(tmpdir(), 'session-build-'));
    for (const { path, content } of build.outputs) {
      const file = join(bench.folder, path);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, content);
    }
    bench.url = (path) =>
      pathToFileURL(join(bench.folder, path)).href.replace('%3F', '?').replace('%23', '#');
    bench.browser = await launchChromium();
    bench.context = async (options) => {
      const context = await bench.browser.newContext({
        viewport: { width: 1280, height: 720 },
        ...options,
      });
      context.setDefaultTimeout(120_000);
      const watched: Watched = {
        context,
        page: undefined as unknown as Page,
        requests: [],
        troubles: [],
      };
      context.on('request', (request) => {
        // A page of the build may be opened; nothing else may be asked for, not even of the disk.
        const page = request.url().startsWith('file:') && request.isNavigationRequest();
        if (!page && !/^(data|blob|about):/.test(request.url()))
          watched.requests.push(request.url());
      });
      context.on('weberror', (error) => watched.troubles.push(String(error.error())));
      context.on('console', (message) => {
        if (/Content Security Policy|violates/i.test(message.text()))
          watched.troubles.push(message.text());
      });
      await context.addInitScript(() => {
        document.addEventListener('securitypolicyviolation', (e) =>
          console.info(`Content Security Policy: ${e.effectiveDirective} ${e.blockedURI}`),
        );
      });
      watched.page = await context.newPage();
      return watched;
    };
  }, 120_000);
  afterAll(async () => {
    await bench.browser?.close();
    if (bench.folder) rmSync(bench.folder, { recursive: true, force: true });
  });
  return bench;
}

/** Waits until the deck has its slides up. */
export async function deckReady(page: Page): Promise<void> {
  await page.waitForSelector('section[data-slide].present');
  await page.evaluate(() => document.fonts.ready);
}

/** The slide that the room sees. */
export const slideNow = (page: Page): Promise<string | null> =>
  page.locator('section[data-slide].present').getAttribute('data-slide');
