/**
 * Pictures of what the speaker view and the projector show into build/screenshots/: every row of the drift rules,
 * every feature of the speaker view, the exercises in every phase, bad rooms, and the sizes that trainers have.
 * And the README's picture, docs/pictures/session.png. Words after the command choose pictures by their names.
 */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser } from 'playwright-core';
import { compile } from '../src/compiler/compile.ts';
import type { RoomData } from '../src/model/index.ts';
import { serialise } from '../src/session/journal/index.ts';
import { journalKey } from '../src/session/names.ts';
import { launchChromium } from './lib/chromium.ts';
import { root } from './lib/root.ts';
import { run } from './lib/run.ts';
import { clockScenes } from './pictures/clock-scenes.ts';
import { exerciseScenes, sizeScenes } from './pictures/exercise-scenes.ts';
import { MIN, NAMES, record, type Scene, START, show, upTo } from './pictures/scene.ts';

const DECK = 'facilitator/sgtm-1/en/deck.html';

const scenes = [...clockScenes, ...exerciseScenes, ...sizeScenes];

async function picture(
  browser: Browser,
  address: string,
  scene: Scene,
  room: RoomData,
): Promise<Buffer> {
  const [width, height] = scene.size ?? (scene.of === 'room' ? [1280, 720] : [1366, 768]);
  const context = await browser.newContext({
    viewport: { width, height },
    colorScheme: scene.dark ? 'dark' : 'light',
  });
  try {
    const now = START + scene.minute * MIN;
    await context.clock.install({ time: now - 1_000 });
    await context.clock.pauseAt(now);
    const text = scene.events ? serialise(record(scene, room)) : null;
    await context.addInitScript(
      ([key, value]) => {
        if (value && !sessionStorage.getItem('put')) localStorage.setItem(key ?? '', value);
        sessionStorage.setItem('put', 'yes');
      },
      [journalKey(NAMES), text],
    );
    await context.addInitScript((bad) => {
      if (bad === 'popup') window.open = () => null;
      if (bad === 'storage')
        for (const name of ['getItem', 'setItem'] as const)
          Storage.prototype[name] = () => {
            throw new DOMException('refused', 'SecurityError');
          };
    }, scene.bad);
    const deck = await context.newPage();
    if (!scene.alone && scene.of !== 'report') {
      await deck.goto(address);
      await deck.locator('section[data-slide].present').waitFor();
    }
    const page = scene.of === 'room' ? deck : await context.newPage();
    if (scene.of !== 'room') {
      await page.goto(`${address}?${scene.of ?? 'speaker'}`);
      await page.locator(scene.of === 'report' ? 'main.report' : '.desk').waitFor();
    }
    await page.evaluate(() => document.fonts.ready);
    // Windows find each other, effects run.
    await context.clock.runFor(400);
    await scene.act?.(page);
    await context.clock.runFor(100);
    if (scene.see) await page.locator(scene.see).first().scrollIntoViewIfNeeded();
    return await page.screenshot();
  } finally {
    await context.close();
  }
}

/** The trainer's window, and the room's, as one picture. */
async function together(browser: Browser, speaker: Buffer, room: Buffer): Promise<Buffer> {
  const page = await browser.newPage({ viewport: { width: 1600, height: 856 } });
  const source = (png: Buffer): string => `data:image/png;base64,${png.toString('base64')}`;
  await page.setContent(`<!doctype html><style>
    body { margin: 0; block-size: 856px; background: #e9e6df; position: relative;
      font: 600 20px "Noto Sans", sans-serif; color: #12203a }
    figure { position: absolute; margin: 0 }
    img { display: block; inline-size: 100%; border: 1px solid #12203a; box-shadow: 0 10px 30px rgb(18 32 58 / .25) }
    figcaption { padding-block-end: 10px }
    .trainer { inset: 24px auto auto 32px; inline-size: 1180px }
    .room { inset: auto 32px 24px auto; inline-size: 620px }
    .room figcaption { inline-size: fit-content; padding: 6px 12px; background: #12203a; color: #fff }
  </style>
  <figure class=trainer><figcaption>What the trainer sees</figcaption><img src="${source(speaker)}"></figure>
  <figure class=room><figcaption>What the room sees</figcaption><img src="${source(room)}"></figure>`);
  const png = await page.screenshot();
  await page.close();
  return png;
}

function write(path: string, content: Uint8Array): void {
  const file = join(root, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, content);
}

await run(async () => {
  const only = process.argv.slice(2);
  const { build } = await compile({ root });
  if (!build) {
    console.error('Expected sources that build: run `npm run check`.');
    return 1;
  }
  const folder = mkdtempSync(join(tmpdir(), 'session-pictures-'));
  const browser = await launchChromium();
  try {
    for (const { path, content } of build.outputs) {
      if (path !== DECK) continue;
      mkdirSync(join(folder, dirname(path)), { recursive: true });
      writeFileSync(join(folder, path), content);
    }
    const address = pathToFileURL(join(folder, DECK)).href;
    const html = readFileSync(join(folder, DECK), 'utf8');
    const room: RoomData = JSON.parse(
      /<script[^>]*id="room-data"[^>]*>([\s\S]*?)<\/script>/.exec(html)?.[1] ?? 'null',
    );
    for (const scene of scenes) {
      if (only.length && !only.some((part) => scene.name.includes(part))) continue;
      write(
        join('build', 'screenshots', `${scene.name}.png`),
        await picture(browser, address, scene, room),
      );
      console.log(`${scene.name}.png`);
    }
    if (!only.length || only.includes('session')) {
      const scene: Scene = {
        name: 'session',
        minute: 31,
        size: [1440, 900],
        events: [...upTo('s9'), show(30.5, 's9', 1)],
      };
      const speaker = await picture(browser, address, scene, room);
      const wall = await picture(
        browser,
        address,
        { ...scene, of: 'room', size: [1280, 720] },
        room,
      );
      write(join('docs', 'pictures', 'session.png'), await together(browser, speaker, wall));
      console.log('docs/pictures/session.png');
    }
    return 0;
  } finally {
    await browser.close();
    rmSync(folder, { recursive: true, force: true });
  }
});
