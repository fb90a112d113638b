/** PDFs need a browser on the machine: where there is none, the message says what to do. */
import { afterEach, describe, expect, test, vi } from 'vitest';
import { findChromium, noChromium } from '../../scripts/lib/browsers.mjs';
import { launchChromium } from '../../scripts/lib/chromium.ts';
import { UsageError } from '../../scripts/lib/options.ts';

afterEach(() => vi.unstubAllEnvs());

describe('without a browser', () => {
  test('the message says what was found, what was expected, how to get one, and what works without', async () => {
    vi.stubEnv('CHROMIUM', '/nowhere/chromium');
    const error = await launchChromium().catch((e: unknown) => e);
    expect(error).toBeInstanceOf(UsageError); // told as it is, without a stack
    const { message } = error as UsageError;
    expect(message).toContain('`/nowhere/chromium`');
    expect(message).toMatch(/expected/);
    expect(message).toMatch(/open it in any browser and press Print/);
  });

  test('where nobody said where it is, the message says where to get one', () => {
    expect(noChromium({})).toMatch(/apt-get install chromium/);
    expect(noChromium({})).toMatch(/google\.com\/chrome/);
  });

  test('what CHROMIUM says decides alone', () => {
    expect(findChromium({ CHROMIUM: '/nowhere/chromium' })).toBeUndefined();
    expect(findChromium({ CHROMIUM: process.execPath })).toBe(process.execPath);
  });
});
