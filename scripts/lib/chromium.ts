import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

const PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

/** Path of a Chromium, Chrome or Edge on this machine (`CHROMIUM` wins), or undefined. */
export function findChromium(): string | undefined {
  const wanted = process.env.CHROMIUM;
  return [...(wanted ? [wanted] : []), ...PLACES].find((path) => existsSync(path));
}

/** Starts a browser that neither asks the network for anything nor keeps anything. @throws where none is found. */
export async function launchChromium(): Promise<Browser> {
  const executablePath = findChromium();
  if (!executablePath) {
    throw new Error(
      'Found no Chromium, Chrome or Edge; expected one on this machine. Install one (Debian: apt-get install chromium) or set CHROMIUM to its path. Every handout can also be printed from the browser: open it and press Print',
    );
  }
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
