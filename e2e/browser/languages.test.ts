/** The router's own pages in every language, in one browser: nothing sticks out on the smallest phone, axe finds nothing. */
import { createRequire } from 'node:module';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { OFFERED } from '../../src/router/pages/language.ts';
import { CHROMIUM_PAGES } from '../drive/chromium.ts';
import { type Shown, serveStatus } from '../pictures/status/serve.ts';
import { STATES } from '../pictures/status/states.ts';
import { certified, startSecurely } from '../router/https.ts';
import { HOST, type Running, start, temporaryDirectory } from '../router/setting.ts';
import { gridOf } from '../run/grid.ts';

const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
const RUN_AXE = `axe.run(document, { iframes: false, resultTypes: ['violations'] })
  .then(({ violations }) => violations.map(({ id, nodes }) => id + ': ' + nodes.map(({ html }) => html).join(' ')))`;
/** Elements that stick out of the window at the side. */
const SIDEWAYS = `[...document.querySelectorAll('body *')]
  .filter((one) => one.getBoundingClientRect().right > innerWidth + 0.5 && !one.closest('thead') && getComputedStyle(one).display !== 'none')
  .map((one) => one.outerHTML.slice(0, 80))
  .concat(document.documentElement.scrollWidth > innerWidth ? ['the page scrolls sideways'] : [])`;
const UNFOLD = `for (const one of document.querySelectorAll('details')) one.open = true`;
const SMALL = { width: 320, height: 640 };
const BIG = { width: 1280, height: 900 };

let browser: Browser;
let running: Running;
let data: Awaited<ReturnType<typeof temporaryDirectory>>;
/** Whose Wi-Fi has the longest possible name and password. */
let longest: Running;
let served: Shown;
let page: Page;
beforeAll(async () => {
  browser = await chromium.launch({ executablePath: CHROMIUM_PAGES, args: ['--no-sandbox'] });
  data = await temporaryDirectory();
  running = await startSecurely(await certified(['--data-dir', data.path]), {
    name: '東体育館',
    waysIn: { wifi: { ssid: '避難所', password: 'minna;2026' } },
  });
  const long = { ssid: 'W'.repeat(32), password: 'M'.repeat(63) };
  longest = await start({}, { name: '長い名前の避難所'.repeat(3), waysIn: { wifi: long } });
  served = await serveStatus(STATES.trouble);
  page = await browser.newPage({ viewport: SMALL, bypassCSP: true, userAgent: 'Mozilla/5.0 (iPhone)' });
});
afterAll(async () => {
  await browser?.close();
  await running?.router.stop();
  await longest?.router.stop();
  await served?.close();
  await data?.remove();
});

const open = (path: string, { port } = running) => page.goto(`http://${HOST}:${port}${path}`);

/** How much of the sheet there is, and how much its content needs. */
const sizes = (): Promise<readonly [inside: number[], needed: number[]]> =>
  page.locator('main').evaluate((sheet) => [
    [sheet.clientWidth, sheet.clientHeight],
    [sheet.scrollWidth, sheet.scrollHeight],
  ]);

/** A page of the router by turns, so that axe looks at each of them in several scripts. */
const PAGES = [
  (tag: string) => open(`/welcome?lang=${tag}`),
  (tag: string) => open(`/trust?lang=${tag}`),
  (tag: string) => page.goto(`${served.url}?refresh=off&lang=${tag}`),
  (tag: string) => open(`/poster?lang=${tag}`),
  (tag: string) => open(`/welcome/next?lang=${tag}`),
] as const;

describe.each(OFFERED.map((tag, index) => ({ tag, index })))('in $tag', ({ tag, index }) => {
  it('the pages fit a small phone, and say which language they speak', async () => {
    await page.setViewportSize(SMALL);
    for (const show of PAGES) {
      await show(tag);
      await page.evaluate(UNFOLD);
      expect(await page.evaluate(SIDEWAYS), page.url()).toEqual([]);
    }
    await PAGES[0](tag);
    expect(await page.evaluate(() => document.documentElement.lang)).toBe(tag);
  });

  it('axe finds nothing', async () => {
    await page.setViewportSize(SMALL);
    await PAGES[index % PAGES.length]?.(tag);
    await page.evaluate(UNFOLD);
    await page.addScriptTag({ path: AXE });
    expect(await page.evaluate(RUN_AXE), page.url()).toEqual([]);
  });

  it('the poster is one sheet with all of it, beside Japanese, easy Japanese and English', async () => {
    await page.setViewportSize(BIG);
    const beside = `${tag},ja-x-easy,en`;
    // The most words on the smallest sheet, and the fewest on the largest.
    const sample = [`size=a6&lang=${beside}`, `size=a4&lang=${tag}`];
    const whole = ['a4', 'a6'].flatMap((size) => [tag, beside].map((lang) => `size=${size}&lang=${lang}`));
    for (const how of gridOf(whole, sample)) {
      await open(`/poster?${how}`);
      const [inside, needed] = await sizes();
      expect(needed, how).toEqual(inside);
    }
  });
});

it('the poster has room for the tallest scripts together with the longest name and password', async () => {
  await page.setViewportSize(BIG);
  for (const size of ['a4', 'a6']) {
    await open(`/poster?size=${size}&lang=my,th,ne`, longest);
    const [inside, needed] = await sizes();
    expect(needed, size).toEqual(inside);
  }
});

it('on a phone the poster is a page to read', async () => {
  await page.setViewportSize({ width: 360, height: 740 });
  for (const size of ['a4', 'a6']) {
    await open(`/poster?size=${size}&lang=my,ne`);
    expect(await page.evaluate(SIDEWAYS)).toEqual([]);
    const letters = await page
      .locator('main p')
      .evaluateAll((all) => all.map((one) => Number.parseFloat(getComputedStyle(one).fontSize)));
    expect(Math.min(...letters)).toBeGreaterThanOrEqual(16);
  }
});
