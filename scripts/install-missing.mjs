// Installs what a command needs and is not there yet: the npm packages of the lockfile, and (--browser) a Chromium.
// Plain JavaScript without imports from node_modules: it runs before anything is installed.
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findChromium, noChromium } from './lib/browsers.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const browserWanted = process.argv.includes('--browser');

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(
    `Found Node ${process.versions.node}; expected 20.19 or newer. Install it from https://nodejs.org and try again.`,
  );
  process.exit(1);
}

const marker = join(root, 'node_modules', '.package-lock.json');
const lock = join(root, 'package-lock.json');
const stale = !existsSync(marker) || statSync(marker).mtimeMs < statSync(lock).mtimeMs - 1000;
if (stale && !(existsSync(marker) && sameVersions())) {
  console.error('Installing the packages (once) …');
  const result = spawnSync(
    'npm',
    ['ci', '--no-audit', '--no-fund', '--ignore-scripts', '--loglevel=error'],
    {
      cwd: root,
      stdio: ['ignore', 'inherit', 'inherit'],
      shell: process.platform === 'win32',
    },
  );
  if (result.status !== 0) {
    console.error(
      'The packages could not be installed. Expected a way to the npm registry; connect once, then it works offline.',
    );
    process.exit(1);
  }
}
if (browserWanted) ensureBrowser();

/** A checkout touches the lockfile's date; only its content counts. */
function sameVersions() {
  const read = (path) => JSON.parse(readFileSync(path, 'utf8')).packages;
  const wanted = read(lock);
  const there = read(marker);
  return Object.entries(wanted).every(
    ([path, p]) => path === '' || p.optional || there[path]?.version === p.version,
  );
}

function ensureBrowser() {
  if (findChromium()) return;
  const apt = spawnSync('apt-get', ['--version'], { stdio: 'ignore' });
  if (!process.env.CHROMIUM && apt.status === 0 && process.getuid?.() === 0) {
    console.error('Installing Chromium (once) …');
    try {
      execFileSync('apt-get', ['update', '-qq'], { stdio: ['ignore', 'ignore', 'inherit'] });
      execFileSync('apt-get', ['install', '-y', '-qq', 'chromium'], {
        stdio: ['ignore', 'ignore', 'inherit'],
        env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
      });
      if (findChromium()) return;
    } catch {
      // fall through to the message
    }
  }
  console.error(noChromium());
  process.exit(1);
}
