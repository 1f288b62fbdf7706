/** The operator's page in Chromium: it fits a small phone and passes axe in every state, language and colour scheme. */
import { createRequire } from 'node:module';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CHROMIUM_PAGES } from '../drive/chromium.ts';
import { type Shown, serveStatus } from '../pictures/status/serve.ts';
import { STATES, type StateName } from '../pictures/status/states.ts';

const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
const SMALL = { width: 320, height: 640 };
const DESKTOP = { width: 1280, height: 800 };
/** Leaves out photographs of the page and frames: the slow rules look for those. */
const RUN_AXE = `axe.run(document, { iframes: false, resultTypes: ['violations'] })
  .then(({ violations }) => violations.map(({ id, nodes }) => id + ': ' + nodes.map(({ html }) => html).join(' ')))`;

let browser: Browser;
let served: Shown;
beforeAll(async () => {
  served = await serveStatus(STATES.alone);
  browser = await chromium.launch({ executablePath: CHROMIUM_PAGES, args: ['--no-sandbox'] });
});
afterAll(async () => {
  await browser?.close();
  await served?.close();
});

/**
 * `bypassCSP` lets the tests put axe into the page; violations of the policy would show in the console of the other
 * pages.
 */
async function open(
  viewport: typeof SMALL,
  more: Parameters<Browser['newPage']>[0] = {},
): Promise<{ page: Page; problems: string[] }> {
  const page = await browser.newPage({ viewport, ...more });
  const problems: string[] = [];
  page.on('pageerror', (error) => problems.push(String(error)));
  page.on('console', (message) => message.type() === 'error' && problems.push(message.text()));
  return { page, problems };
}
const show = (page: Page, state: StateName, query: string) => {
  served.show(STATES[state]);
  return page.goto(`${served.url}?refresh=off&${query}`);
};
/** Elements that stick out of the window at the side, or are cut off by their own box. */
const SIDEWAYS = `[document.documentElement, ...document.querySelectorAll('body *')]
  .filter((one) => one.getBoundingClientRect().right > innerWidth + 0.5 && getComputedStyle(one).position !== 'absolute' && !one.closest('thead'))
  .map((one) => one.outerHTML.slice(0, 80))
  .concat(document.documentElement.scrollWidth > innerWidth ? ['the page scrolls sideways'] : [])`;

describe('the page', () => {
  it('fits 320 pixels and a desktop in every state, and breaks no policy', async () => {
    const { page, problems } = await open(SMALL);
    for (const viewport of [SMALL, DESKTOP]) {
      await page.setViewportSize(viewport);
      for (const state of Object.keys(STATES) as StateName[])
        for (const language of ['ja', 'en']) {
          await show(page, state, `lang=${language}`);
          expect(await page.evaluate(SIDEWAYS), `${state} in ${language}`).toEqual([]);
        }
    }
    expect(problems).toEqual([]);
    await page.close();
  });

  it.each<[StateName, typeof SMALL, 'light' | 'dark', string]>([
    ['trouble', SMALL, 'light', 'ja'],
    ['broken', SMALL, 'dark', 'en'],
    ['twenty', DESKTOP, 'dark', 'ja'],
    ['single-lan', DESKTOP, 'light', 'en'],
  ])('has no violations for axe: %s', async (state, viewport, colorScheme, language) => {
    const { page } = await open(viewport, { colorScheme, bypassCSP: true });
    await show(page, state, `lang=${language}`);
    await page.addScriptTag({ path: AXE });
    expect(await page.evaluate(RUN_AXE)).toEqual([]);
    await page.close();
  });
});

describe('a volunteer', () => {
  it('reads in the first lines what is missing and what to type', async () => {
    const { page } = await open(SMALL);
    await show(page, 'trouble', 'lang=en');
    await page.getByRole('heading', { name: 'It works, but something is missing' }).waitFor();
    expect(
      await page
        .getByRole('listitem')
        .filter({ hasText: 'The relay is not installed' })
        .getByRole('code')
        .textContent(),
    ).toBe('apt-get install coturn');
    await page.getByText('192.168.1.9: a router with another mesh key').waitFor();
    await page.close();
  });

  it('finds the same in the table as in the picture, even where it does not look like a table', async () => {
    for (const viewport of [SMALL, DESKTOP]) {
      const { page } = await open(viewport);
      await show(page, 'twenty', 'lang=en');
      const rows = page.getByRole('table', { name: 'The same as a list' }).getByRole('row');
      expect(await rows.count()).toBe(1 + 20);
      const row = rows.filter({ has: page.getByRole('rowheader', { name: 'Clinic', exact: true }) });
      expect(await row.getByRole('cell').allInnerTexts()).toEqual([
        '192.168.1.9',
        '52',
        '1.0 s ago',
        'linked',
        'same mesh key',
        '1 min 15 s fast',
      ]);
      await page.getByRole('img', { name: 'This router and 19 others, as a picture' }).waitFor();
      const picture = page.locator('svg.graph:visible');
      expect(await picture.locator('.station').count()).toBe(19);
      expect(await picture.locator('.station', { hasText: 'Clinic' }).first().locator('.count').textContent()).toBe(
        '52',
      );
      await page.close();
    }
  });

  it('sees it refresh by itself, and can stop that', async () => {
    const { page } = await open(SMALL);
    served.show(STATES.alone);
    await page.goto(`${served.url}?lang=ja`);
    await page.getByRole('heading', { name: '足りないものがあります' }).waitFor();
    served.show(STATES.two);
    await page.getByRole('heading', { name: '正常です' }).waitFor({ timeout: 60_000 });
    await page.getByRole('link', { name: '止める' }).click();
    await page.getByRole('link', { name: '自動で新しくする' }).waitFor();
    await page.getByRole('link', { name: 'English' }).click();
    await page.getByRole('link', { name: 'Let this page renew itself' }).waitFor();
    await page.close();
  });
});
