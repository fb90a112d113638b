/** The deck and the speaker view, in every state: axe finds nothing, the keyboard reaches everything, nothing moves. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { BrowserContext, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { DECK, MIN, openSpeakerByKey, pass, START, speakerReady } from './desk.ts';
import { deckReady, slideNow, useBench } from './support.ts';

const bench = useBench();
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
const SIZES = [
  { width: 1440, height: 900 },
  { width: 1024, height: 640 },
  { width: 390, height: 844 },
];

interface Axe {
  run(options: object): Promise<{
    violations: { id: string; nodes: { html: string; failureSummary: string }[] }[];
  }>;
}

/** What axe finds, one line each. */
async function found(page: Page, where: string): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.addScriptTag({ content: axe });
  const lines = await page.evaluate(async (tags) => {
    const { violations } = await (window as unknown as { axe: Axe }).axe.run({
      runOnly: tags,
      resultTypes: ['violations'],
    });
    return violations.map(
      (v) => `${v.id}: ${v.nodes[0]?.html.slice(0, 140)} ${v.nodes[0]?.failureSummary}`,
    );
  }, TAGS);
  return lines.map((line) => `${where}: ${line}`);
}

/** In light and dark, wide, small and on a phone. */
async function foundEverywhere(page: Page, where: string): Promise<string[]> {
  const faults: string[] = [];
  for (const size of SIZES) {
    await page.setViewportSize(size);
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      faults.push(...(await found(page, `${where}, ${size.width} px, ${colorScheme}`)));
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      if (wide > 0) faults.push(`${where}, ${size.width} px: ${wide} px too wide`);
    }
  }
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.emulateMedia({ colorScheme: null });
  return faults;
}

/** A clock that runs by itself and can be moved on. */
async function openWindows(): Promise<{ context: BrowserContext; page: Page; speaker: Page }> {
  const { context, page } = await bench.context({ bypassCSP: true });
  await context.clock.install({ time: START });
  await page.goto(bench.url(DECK));
  await deckReady(page);
  const speaker = await openSpeakerByKey(page);
  await speaker.setViewportSize({ width: 1440, height: 900 });
  return { context, page, speaker };
}

async function goTo(page: Page, speaker: Page, slide: string): Promise<void> {
  await speaker.locator('.pictures select').selectOption(slide);
  await expect.poll(() => slideNow(page)).toBe(slide);
}

/** Can the keyboard go there, as the page stands? Radios of one name are one stop. */
function stops(): string[] {
  const named = new Set<string>();
  return [
    ...document.querySelectorAll<HTMLElement>(
      'a[href], button, input, select, textarea, summary, [tabindex]',
    ),
  ].flatMap((element) => {
    if (element.tabIndex < 0 || (element as HTMLButtonElement).disabled) return [];
    if (element.closest('[inert]') || !element.checkVisibility({ visibilityProperty: true }))
      return [];
    const dialog = document.querySelector('dialog[open]');
    if (dialog && !dialog.contains(element)) return [];
    const { name, type } = element as HTMLInputElement;
    if (type === 'radio') {
      if (named.has(name)) return [];
      named.add(name);
    }
    element.dataset.stop ??= `${element.tagName} ${element.textContent?.trim().slice(0, 30)} ${Math.random().toString(36).slice(2, 8)}`;
    return [type === 'radio' ? `radio ${name}` : element.dataset.stop];
  });
}

interface Stop {
  id: string;
  /** Nothing shows that the focus is here. */
  unseen: boolean;
  /** Something lies over all of it, or it is out of sight. */
  covered: boolean;
}

function stopHere(): Stop | null {
  const element = document.activeElement as HTMLInputElement | null;
  if (!element || element === document.body) return null;
  const style = getComputedStyle(element);
  const outlined = style.outlineStyle !== 'none' && Number.parseFloat(style.outlineWidth) >= 2;
  const box = element.getBoundingClientRect();
  const points = [0.1, 0.5, 0.9].flatMap((x) =>
    [0.2, 0.5, 0.8].map((y) => [box.left + box.width * x, box.top + box.height * y] as const),
  );
  const covered = !points.some(([x, y]) => {
    const top = document.elementFromPoint(x, y);
    return top && (element.contains(top) || top.contains(element) || element.labels?.[0] === top);
  });
  return {
    id: element.type === 'radio' ? `radio ${element.name}` : (element.dataset.stop ?? '?'),
    unseen: !outlined && style.boxShadow === 'none',
    covered,
  };
}

/** Tabs through a page until the first stop comes again, or the focus leaves the page. */
async function walk(page: Page, key = 'Tab'): Promise<{ expected: string[]; stops: Stop[] }> {
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  const expected = await page.evaluate(stops);
  const seen: Stop[] = [];
  let outside = 0;
  for (let i = 0; i < expected.length * 2 + 10; i++) {
    await page.keyboard.press(key);
    const stop = await page.evaluate(stopHere);
    if (!stop) {
      outside++;
      if (seen.length && outside > 1) break;
      continue;
    }
    if (seen.length > 1 && stop.id === seen[0]?.id) break;
    seen.push(stop);
  }
  return { expected, stops: seen };
}

async function expectWalkable(page: Page, where: string): Promise<void> {
  for (const key of ['Tab', 'Shift+Tab']) {
    const { expected, stops: reached } = await walk(page, key);
    const ids = new Set(reached.map((s) => s.id));
    expect(
      expected.filter((id) => !ids.has(id)),
      `${where}, ${key}: never reached`,
    ).toEqual([]);
    expect(
      reached.filter((s) => s.unseen).map((s) => s.id),
      `${where}, ${key}: focus not seen`,
    ).toEqual([]);
    expect(
      reached.filter((s) => s.covered).map((s) => s.id),
      `${where}, ${key}: covered`,
    ).toEqual([]);
  }
}

describe.each(['sgtm-1', 'policy'])('deck of %s', (module) => {
  test('axe finds nothing on any slide, at any step; hidden slides cannot be reached', async () => {
    const { page } = await bench.context({ bypassCSP: true });
    await page.goto(bench.url(`facilitator/${module}/en/deck.html`));
    await deckReady(page);
    const faults: string[] = [];
    const place = () =>
      page.evaluate(() => {
        const slide = document.querySelector<HTMLElement>('section[data-slide].present');
        return `${slide?.dataset.slide} ${slide?.querySelectorAll('.fragment.visible').length}`;
      });
    const slides = await page.locator('.slides > section[data-slide]').count();
    const seen = new Set<string>();
    for (let presses = 0; presses < 200; presses++) {
      const here = await place();
      if (seen.has(here)) break;
      seen.add(here);
      faults.push(...(await found(page, here)));
      await page.keyboard.press('Tab');
      await page.keyboard.press('Tab');
      const astray = await page.evaluate(() => {
        const focus = document.activeElement;
        const slide = focus?.closest('section[data-slide]');
        const hidden = [
          ...document.querySelectorAll<HTMLElement>('section[data-slide]:not(.present)'),
        ].filter((s) => !s.inert);
        return [
          slide && !slide.classList.contains('present') ? 'focus on a hidden slide' : '',
          hidden.length ? 'a hidden slide is not inert' : '',
          document.querySelector('[role=application]') ? 'role=application' : '',
        ].filter(Boolean);
      });
      faults.push(...astray.map((a) => `${here}: ${a}`));
      await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
      await page.keyboard.press('PageDown');
    }
    expect(new Set([...seen].map((s) => s.split(' ')[0])).size).toBe(slides);
    expect(faults).toEqual([]);
  }, 400_000);
});

describe('the projector', () => {
  test('blank, keys, pop-up blocked, overview, edge clock: axe finds nothing', async () => {
    const { page } = await bench.context({ bypassCSP: true });
    await page.addInitScript(() => {
      window.open = () => null;
    });
    await page.goto(bench.url(DECK));
    await deckReady(page);
    const faults: string[] = [];
    const state = async (name: string, on: string, off: string): Promise<void> => {
      await page.keyboard.press(on);
      faults.push(...(await found(page, name)));
      await page.keyboard.press(off);
    };
    await state('blank', 'b', 'b');
    await state('keys', '?', 'Escape');
    await state('blocked', 's', 'Escape');
    await state('edge clock', 't', 't');
    await state('overview', 'o', 'o');
    for (const size of SIZES) {
      await page.setViewportSize(size);
      await state(`keys, ${size.width} px`, '?', 'Escape');
      await state(`blocked, ${size.width} px`, 's', 'Escape');
    }
    expect(faults).toEqual([]);
  });

  test('a panel has the focus, says its name, keeps the slide still, and gives the focus back', async () => {
    const { page } = await bench.context();
    await page.addInitScript(() => {
      window.open = () => null;
    });
    await page.goto(bench.url(DECK));
    await deckReady(page);
    for (const [key, name] of [
      ['?', 'Keys'],
      ['s', 'Open the speaker view'],
    ] as const) {
      await page.keyboard.press(key);
      const panel = page.getByRole('dialog', { name });
      expect(await panel.evaluate((p) => p.contains(document.activeElement))).toBe(true);
      for (let i = 0; i < 4; i++) {
        await page.keyboard.press('Tab');
        const focus = await page.evaluate(() =>
          document.activeElement === document.body
            ? 'panel'
            : document.activeElement?.closest('.deck-panel')
              ? 'panel'
              : 'slide',
        );
        expect(focus).toBe('panel');
      }
      await page.keyboard.press('PageDown');
      expect(await slideNow(page)).toBe('s1');
      await page.keyboard.press('Escape');
      expect(await panel.count()).toBe(0);
    }
    await page.keyboard.press('PageDown');
    expect(await slideNow(page)).toBe('s2');
  });

  test('nothing moves by itself, with motion reduced or not', async () => {
    for (const reducedMotion of ['reduce', 'no-preference'] as const) {
      const { page, context } = await bench.context({ reducedMotion });
      await page.goto(bench.url(DECK));
      await deckReady(page);
      for (let i = 0; i < 12; i++) {
        await page.keyboard.press('PageDown');
        expect(await page.evaluate(() => document.getAnimations().length)).toBe(0);
      }
      await context.close();
    }
  });

  test('forced colours: the phase that runs, the place in the session and the charts are still told apart', async () => {
    const { page, speaker } = await openWindows();
    await speaker.keyboard.press('k');
    for (const window of [page, speaker]) await window.emulateMedia({ forcedColors: 'active' });
    await goTo(page, speaker, 'x3');
    await speaker.keyboard.press('e');
    const board = page.locator('section.present .group-board');
    await board.locator('.is-phase').waitFor();
    const border = (selector: string): Promise<string> =>
      board
        .locator(selector)
        .first()
        .evaluate(
          (li) => getComputedStyle(li).borderTopWidth + getComputedStyle(li).borderTopColor,
        );
    expect(await border('.is-phase')).not.toBe(await border('li:not(.is-phase)'));
    const lines = await page
      .locator('.segment-line > span')
      .evaluateAll((all) => all.map((s) => getComputedStyle(s).borderBottomWidth));
    expect(new Set(lines).size).toBe(2);
    await goTo(page, speaker, 's2');
    const chart = page.locator('section.present canvas').first();
    await chart.waitFor();
    const paper = await chart.evaluate((c) => getComputedStyle(c).backgroundColor);
    expect(paper).toBe('rgb(251, 250, 247)');
    // Every button still looks like one.
    const bare = await speaker
      .locator('button:visible')
      .evaluateAll((all) =>
        all
          .filter((b) => Number.parseFloat(getComputedStyle(b).borderTopWidth) < 1)
          .map((b) => b.textContent),
      );
    expect(bare).toEqual([]);
  });
});

describe('the speaker view', () => {
  type Make = (at: { context: BrowserContext; page: Page; speaker: Page }) => Promise<void>;
  const dialog = async (speaker: Page): Promise<void> => speaker.locator('dialog[open]').waitFor();
  const openDialog = async (speaker: Page, key: string): Promise<void> => {
    await speaker.keyboard.press(key);
    await dialog(speaker);
  };
  /** From one to the next, as a session goes. */
  const STATES: [name: string, make: Make][] = [
    ['before the start', async () => {}],
    ['keys', ({ speaker }) => openDialog(speaker, '?')],
    [
      'running',
      async ({ speaker }) => {
        await speaker.keyboard.press('Escape');
        await speaker.keyboard.press('k');
        await speaker.keyboard.press('PageDown');
      },
    ],
    ['moments', ({ speaker }) => openDialog(speaker, 'd')],
    [
      'a cue soon, all folds open',
      async ({ context, speaker }) => {
        await speaker.keyboard.press('Escape');
        await pass(context, 4 * MIN);
        await speaker.evaluate(() => {
          for (const fold of document.querySelectorAll('details')) fold.open = true;
        });
      },
    ],
    [
      'late, with a proposal',
      async ({ context, speaker }) => {
        await pass(context, 9 * MIN);
        await speaker.locator('.cut-steps input').first().waitFor();
      },
    ],
    ['paused', async ({ speaker }) => speaker.keyboard.press('k')],
    [
      'blank',
      async ({ speaker }) => {
        await speaker.keyboard.press('k');
        await speaker.keyboard.press('b');
      },
    ],
    [
      'groups',
      async ({ page, speaker }) => {
        await speaker.keyboard.press('b');
        await goTo(page, speaker, 'x1');
        await speaker.keyboard.press('g');
        await dialog(speaker);
        await speaker.keyboard.type('40');
      },
    ],
    [
      'case work',
      async ({ context, page, speaker }) => {
        await speaker.keyboard.press('Enter');
        await goTo(page, speaker, 'x2');
        await speaker.keyboard.press('e');
        await pass(context, 3 * MIN);
      },
    ],
    ['time is up', async ({ context }) => pass(context, 12 * MIN)],
    [
      'reports, a case shown',
      async ({ page, speaker }) => {
        await goTo(page, speaker, 'x3');
        await speaker.keyboard.press('e');
        await speaker.keyboard.press('r');
        await speaker.keyboard.press('i');
        await speaker.keyboard.type('An issue');
        await speaker.keyboard.press('Enter');
      },
    ],
    [
      'quiz, counted twice',
      async ({ page, speaker }) => {
        await goTo(page, speaker, 'x5');
        await speaker.keyboard.press('PageDown');
        await speaker.keyboard.press('c');
        await speaker.keyboard.type('12');
        await speaker.keyboard.press('Enter');
        await speaker.getByRole('button', { name: 'Ask again' }).click();
        await speaker.keyboard.press('c');
        await speaker.keyboard.type('15');
        await speaker.keyboard.press('Enter');
        await speaker.keyboard.press('r');
      },
    ],
    ['last slide', async ({ page, speaker }) => goTo(page, speaker, 'x6')],
    [
      'finish?',
      async ({ speaker }) => {
        await speaker.getByRole('button', { name: 'Finish', exact: true }).click();
        await dialog(speaker);
      },
    ],
    [
      'finished',
      async ({ speaker }) => speaker.getByRole('button', { name: 'Yes, finish' }).click(),
    ],
    [
      'new session?',
      async ({ speaker }) => {
        await speaker.getByRole('button', { name: 'New session' }).first().click();
        await dialog(speaker);
      },
    ],
    [
      'open a record',
      async ({ speaker }) => {
        await speaker.keyboard.press('Escape');
        await speaker.getByRole('button', { name: 'Open a record' }).click();
        await dialog(speaker);
      },
    ],
  ];

  test('axe finds nothing in any state, light or dark, wide, small or on a phone', async () => {
    const windows = await openWindows();
    const faults: string[] = [];
    for (const [name, make] of STATES) {
      await make(windows);
      await windows.speaker.waitForTimeout(100);
      faults.push(...(await foundEverywhere(windows.speaker, name)));
    }
    expect(faults).toEqual([]);
  }, 600_000);

  test('an unfinished session, a gap, a refused storage, no projector: axe finds nothing', async () => {
    const { context, page, speaker } = await openWindows();
    const faults: string[] = [];
    await speaker.keyboard.press('k');
    await context.clock.fastForward(10 * MIN);
    await speaker.getByRole('region', { name: 'A gap in time' }).waitFor();
    faults.push(...(await foundEverywhere(speaker, 'gap')));
    await page.close();
    await speaker.close();
    const again = await context.newPage();
    await again.clock.fastForward(20 * MIN);
    await again.goto(`${bench.url(DECK)}?speaker`);
    await speakerReady(again);
    await again.getByRole('region', { name: 'A session that is not finished' }).waitFor();
    faults.push(...(await foundEverywhere(again, 'unfinished')));
    const report = await context.newPage();
    await report.goto(`${bench.url(DECK)}?report`);
    await report.getByRole('heading', { name: 'Session report' }).waitFor();
    faults.push(...(await foundEverywhere(report, 'report')));
    const refused = await bench.context({ bypassCSP: true });
    await refused.context.addInitScript(() => {
      Object.defineProperty(window, 'localStorage', {
        get() {
          throw new DOMException('denied', 'SecurityError');
        },
      });
    });
    await refused.page.goto(`${bench.url(DECK)}?speaker`);
    await speakerReady(refused.page);
    await refused.page.getByText('keeps nothing').waitFor();
    faults.push(...(await foundEverywhere(refused.page, 'refused')));
    const none = await bench.context({ bypassCSP: true });
    await none.page.goto(`${bench.url(DECK)}?report`);
    await none.page.getByRole('heading', { name: 'Session report' }).waitFor();
    faults.push(...(await foundEverywhere(none.page, 'report of nothing')));
    expect(faults).toEqual([]);
  }, 300_000);

  test('Tab reaches every control, seen and uncovered, and leads out again', async () => {
    const { context, page, speaker } = await openWindows();
    await expectWalkable(speaker, 'before the start');
    await speaker.keyboard.press('k');
    await goTo(page, speaker, 'x3');
    await speaker.keyboard.press('e');
    await expectWalkable(speaker, 'reports');
    await speaker.setViewportSize({ width: 1024, height: 640 });
    await goTo(page, speaker, 'x5');
    await speaker.keyboard.press('PageDown');
    await pass(context, 2 * MIN);
    await expectWalkable(speaker, 'quiz, small');
    await speaker.setViewportSize({ width: 390, height: 844 });
    await expectWalkable(speaker, 'quiz, phone');
  }, 300_000);

  test('a dialog keeps the focus until Escape, and gives it back', async () => {
    const { speaker } = await openWindows();
    const button = speaker.getByRole('button', { name: /^Disclosed, admitted, upset/ });
    await button.focus();
    await speaker.keyboard.press('Enter');
    await speaker.locator('dialog[open]').waitFor();
    const { expected, stops: reached } = await walk(speaker);
    expect(expected.length).toBeGreaterThan(3);
    expect(expected.filter((id) => !reached.some((s) => s.id === id))).toEqual([]);
    const inside = await speaker.evaluate(
      () =>
        document.activeElement === document.body ||
        !!document.activeElement?.closest('dialog[open]'),
    );
    expect(inside).toBe(true);
    await speaker.keyboard.press('Escape');
    await speaker.locator('dialog[open]').waitFor({ state: 'detached' });
    expect(await button.evaluate((b) => b === document.activeElement)).toBe(true);
  });

  test('a dialog opened while the browser still closes another stays open', async () => {
    const { speaker } = await openWindows();
    await speaker.keyboard.press('d');
    await speaker.locator('dialog[open]').waitFor();
    // The browser says that a dialog has closed only after this has run to its end.
    await speaker.evaluate(() => {
      document.querySelector<HTMLDialogElement>('dialog[open]')?.close();
      document.body.dispatchEvent(new KeyboardEvent('keydown', { key: '?', bubbles: true }));
    });
    await speaker.waitForTimeout(300);
    expect(await speaker.locator('dialog[open] h2').count()).toBe(1);
  });

  test('the pace is a status, the clocks are timers, and no timer is read out every second', async () => {
    const { speaker } = await openWindows();
    await speaker.keyboard.press('k');
    for (const timer of await speaker.getByRole('timer').all())
      expect(await timer.getAttribute('aria-live')).toBeNull();
    expect(await speaker.getByRole('status', { name: 'Pace' }).count()).toBe(1);
    expect(await speaker.locator('h1').count()).toBe(1);
    expect(await speaker.locator('main').count()).toBe(1);
    expect(await speaker.locator('html').getAttribute('lang')).toBe('en');
  });
});
