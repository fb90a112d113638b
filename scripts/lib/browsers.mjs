// Where a Chromium, Chrome or Edge may be. Plain JavaScript: install-missing.mjs reads it before anything is installed.
import { existsSync } from 'node:fs';
import { join } from 'node:path';

const onWindows = [
  'Google\\Chrome\\Application\\chrome.exe',
  'Microsoft\\Edge\\Application\\msedge.exe',
];

const places = (env) => [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/microsoft-edge',
  '/snap/bin/chromium',
  ...['Google Chrome', 'Microsoft Edge', 'Chromium'].map(
    (name) => `/Applications/${name}.app/Contents/MacOS/${name}`,
  ),
  ...[env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA]
    .filter((folder) => folder !== undefined)
    .flatMap((folder) => onWindows.map((path) => join(folder, path))),
];

/** Path of a browser on this machine, or undefined. `CHROMIUM` in the environment decides alone, if it is set. */
export function findChromium(env = process.env) {
  const candidates = env.CHROMIUM ? [env.CHROMIUM] : places(env);
  return candidates.find((path) => existsSync(path));
}

/** What to tell where none is found. */
export const noChromium = (env = process.env) =>
  env.CHROMIUM
    ? `Found no browser at \`${env.CHROMIUM}\`; expected one where CHROMIUM says. Set CHROMIUM to the path of Chromium, Chrome or Edge, or unset it.`
    : 'Found no Chromium, Chrome or Edge; expected one on this machine. Install one (Debian: apt-get install chromium; others: google.com/chrome or microsoft.com/edge), or set CHROMIUM to its path.';
