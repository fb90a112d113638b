import { type Browser, chromium } from 'playwright-core';
import { findChromium, noChromium } from './browsers.mjs';
import { UsageError } from './options.ts';

export { findChromium };

/** Starts a browser that neither asks the network for anything nor keeps anything. @throws where none is found. */
export async function launchChromium(): Promise<Browser> {
  const executablePath = findChromium();
  if (!executablePath)
    throw new UsageError(
      `${noChromium()} Every handout can also be printed without it: open it in any browser and press Print.`,
    );
  return chromium.launch({
    executablePath,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--no-first-run',
    ],
  });
}
