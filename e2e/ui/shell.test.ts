/** What surrounds the app, over a fake shell: the offline screen, the bar for a newer version, and the footer. */
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { serveUi } from './serve.ts';

let server: Awaited<ReturnType<typeof serveUi>>;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  server = await serveUi();
  browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] });
});
afterAll(async () => {
  await browser?.close();
  await server?.close();
});
afterEach(() => page.close());

async function open(state: string, options: Parameters<Browser['newPage']>[0] = {}): Promise<void> {
  page = await browser.newPage({ viewport: { width: 390, height: 844 }, locale: 'en-US', ...options });
  await page.goto(server.url(state));
  await page.getByRole('main').waitFor();
}
const calls = () => page.evaluate('window.shell.calls');
const button = (name: string) => page.getByRole('button', { name, exact: true });

test('offline: what the app is, where to go, and what is kept', async () => {
  await open('offline-kept');
  await expect.poll(() => page.getByRole('status').textContent()).toContain('Offline');
  await page.getByRole('heading', { name: 'No router in reach' }).waitFor();
  expect(await page.locator('.stops li').allTextContents()).toEqual([
    'Turn Wi-Fi on and move closer to the router.',
    'Join the Wi-Fi of East Gym, or of any other Hikyaku router.',
    'Come back here. This page connects by itself.',
  ]);
  expect(await page.getByRole('list', { name: 'Transfers' }).getByRole('listitem').count()).toBe(2);
  await button('Save to device').waitFor();
  expect(await page.getByText('is kept on this device').isVisible()).toBe(true);
});

test('offline, on the first visit: no router is named and nothing is said to be kept', async () => {
  await open('offline-new');
  expect(await page.locator('.stops li').nth(1).textContent()).toBe('Join the Wi-Fi of a Hikyaku router.');
  expect(await page.getByText('is kept on this device').count()).toBe(0);
});

test('a newer version is loaded when the person presses', async () => {
  await open('update');
  expect(await page.getByText('A new version is here.').isVisible()).toBe(true);
  await button('Reload').click();
  expect(await calls()).toEqual([['renew']]);
});

test('an outdated page is loaded again through the shell, which brings the newer version', async () => {
  await open('outdated');
  await button('Reload').click();
  expect(await calls()).toEqual([['renew']]);
});

test('notices and installation are asked for by a tap only, and only when they make sense', async () => {
  await open('extras');
  expect(await calls()).toEqual([]);
  await button('Tell me when files come').click();
  await button('Install Hikyaku').click();
  expect(await calls()).toEqual([['ask'], ['install']]);
  await open('devices');
  expect(await page.getByRole('contentinfo').count()).toBe(0);
  await open('by-hand', { locale: 'ja-JP' });
  await page.getByText('飛脚をホーム画面に追加する').click();
  expect(await page.getByText('Safari の共有ボタン').isVisible()).toBe(true);
});

test('a share that could not be kept is said', async () => {
  await open('lost');
  expect(await page.getByRole('alert').textContent()).toContain('could not be kept on this device');
});

test.each(['offline', 'offline-kept', 'update', 'extras', 'by-hand'])('%s fits 320 px', async (state) => {
  for (const locale of ['en-US', 'ja-JP']) {
    await page?.close();
    await open(state, { viewport: { width: 320, height: 640 }, locale });
    for (const size of [112.5, 225]) {
      await page.addStyleTag({ content: `html { font-size: ${size}% }` });
      const { scrollWidth, clientWidth } = await page.evaluate(() => {
        const { scrollWidth, clientWidth } = document.documentElement;
        return { scrollWidth, clientWidth };
      });
      expect(scrollWidth, `${locale} ${size} %`).toBeLessThanOrEqual(clientWidth + 1);
    }
  }
});
