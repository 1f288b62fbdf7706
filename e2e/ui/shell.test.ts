/** What surrounds the app, over a fake shell: the offline screen, the bar for a newer version, and extras. */
import { expect, test } from 'vitest';
import { fakeApp } from './fake-app.ts';

const ui = fakeApp();
const { open, button } = ui;
const calls = () => ui.calls('shell');

test('offline: what the app is, where to go, and what is kept', async () => {
  await open('offline-kept');
  await expect.poll(() => ui.page.getByRole('status').textContent()).toContain('Offline');
  await ui.page.getByRole('heading', { name: 'No router in reach' }).waitFor();
  expect(await ui.page.locator('.stops li').allTextContents()).toEqual([
    'Turn Wi-Fi on and move closer to the router.',
    'Join the Wi-Fi of East Gym, or of any other Hikyaku router.',
    'Come back here. This page connects by itself.',
  ]);
  await expect.poll(() => ui.page.getByRole('list', { name: 'Transfers' }).getByRole('listitem').count()).toBe(2);
  await button('Save to device').waitFor();
  expect(await ui.page.getByText('is kept on this device').isVisible()).toBe(true);
});

test('offline, on the first visit: no router is named and nothing is said to be kept', async () => {
  await open('offline-new');
  expect(await ui.page.locator('.stops li').nth(1).textContent()).toBe('Join the Wi-Fi of a Hikyaku router.');
  expect(await ui.page.getByText('is kept on this device').count()).toBe(0);
});

test('a newer version is loaded when the person presses', async () => {
  await open('update');
  await ui.page.getByText('A new version is here.').waitFor();
  await button('Reload').click();
  expect(await calls()).toEqual([['renew']]);
});

test('files chosen while the part that examines them is missing are shown, and a reload is not harmless', async () => {
  await open('devices', { without: /soon-.*\.js/ });
  const file = (name: string) => ({ name, mimeType: 'text/plain', buffer: Buffer.from('x') });
  await ui.page.locator('input[type=file][multiple]').setInputFiles([file('a.txt'), file('b.txt')]);
  const looking = ui.page.getByRole('status').filter({ hasText: 'Looking at the files…' });
  await expect.poll(() => looking.textContent()).toBe('Looking at the files… a.txt, b.txt');
  expect(await ui.page.evaluate('window.shell.hasChosen.value')).toBe(true);
});

test('a part of the page that never arrives is told, with the way out; a router out of reach is no time for it', async () => {
  await open('devices', { without: /soon-.*\.js/ });
  const alert = ui.page.getByRole('alert').filter({ hasText: 'A part of this page did not arrive.' });
  await alert.getByRole('button', { name: 'Reload' }).click();
  expect(await calls()).toEqual([['renew']]);
  await ui.page.evaluate("window.model.connection.value = 'offline'");
  await alert.waitFor({ state: 'detached' });
  const small = { viewport: { width: 320, height: 568 }, locale: 'ja-JP' };
  await open('devices', { without: /soon-.*\.js/, ...small });
  const inJapanese = ui.page.getByRole('alert').filter({ hasText: 'この画面の一部を読み込めませんでした。' });
  // Nothing has to be scrolled to before it can be pressed.
  const button = await inJapanese.getByRole('button', { name: '再読み込み' }).boundingBox();
  expect((button?.y ?? 568) + (button?.height ?? 0)).toBeLessThan(568);
  expect(await ui.page.evaluate('document.documentElement.scrollWidth')).toBe(320);
});

test('an outdated page is loaded again through the shell, which brings the newer version', async () => {
  await open('outdated');
  await button('Reload').click();
  expect(await calls()).toEqual([['renew']]);
});

test('notices and installation are asked for by a tap only, and only when they make sense', async () => {
  await open('extras', { place: '#here' });
  expect(await calls()).toEqual([]);
  await button('Tell me when files come').click();
  await button('Install Hikyaku').click();
  expect(await calls()).toEqual([['ask'], ['install']]);
  await open('devices', { place: '#here' });
  await button('Forget everything Hikyaku keeps on this device').waitFor();
  expect(await button('Tell me when files come').or(button('Install Hikyaku')).count()).toBe(0);
  await open('by-hand', { locale: 'ja-JP', place: '#here' });
  await ui.page.getByText('飛脚をホーム画面に追加する').click();
  expect(await ui.page.getByText('Safari の共有ボタン').isVisible()).toBe(true);
  expect(await ui.page.getByText('先に端末に保存してください').isVisible()).toBe(true);
});

test('who uses Safari is told that it clears received files by itself; an app on the home screen keeps them', async () => {
  const says = () => ui.page.getByText('clears them after seven days').count();
  await open('inbox', { place: '#received' });
  await ui.page.getByText('stay in this app').first().waitFor();
  expect(await says()).toBe(0);
  await ui.page.addInitScript("Object.defineProperty(navigator, 'vendor', { value: 'Apple Computer, Inc.' })");
  await ui.page.reload();
  await ui.page.getByText('clears them after seven days').waitFor();
  await ui.page.addInitScript("Object.defineProperty(navigator, 'standalone', { value: true })");
  await ui.page.reload();
  await ui.page.getByText('stay in this app').first().waitFor();
  expect(await says()).toBe(0);
  await ui.page.close();
});

test('what was shared stands apart from what was chosen, until the person says that it is theirs', async () => {
  await open('shared');
  await ui.page
    .locator('input[type=file][multiple]')
    .setInputFiles([{ name: 'a.txt', mimeType: 'text/plain', buffer: Buffer.from('x') }]);
  const ready = ui.page.getByRole('region', { name: 'Ready to send' });
  await ready.getByRole('button', { name: /^a\.txt 1 byte/ }).waitFor();
  expect(await ui.page.getByText('The web page').count()).toBe(0);
  await button('Yes, use it').click();
  await ready.getByRole('button', { name: /^3 files/ }).waitFor();
  await ui.page.getByRole('heading', { name: 'Shared to Hikyaku' }).waitFor({ state: 'detached' });
});

test('a page that put something here is named, and what it put here can be thrown away', async () => {
  await open('shared-page');
  await ui.page.getByText('The web page http://192.168.42.7 put this here.').waitFor();
  await button('No, throw it away').click();
  await ui.page.getByRole('heading', { name: 'Shared to Hikyaku' }).waitFor({ state: 'detached' });
  expect(await ui.page.getByText('Ready to send').count()).toBe(0);
});

test('a share that could not be kept is said', async () => {
  await open('lost');
  expect(await ui.page.getByRole('alert').textContent()).toContain('could not be kept on this device');
});

test.each(['offline', 'offline-kept', 'update', 'extras', 'by-hand'])('%s fits 320 px', async (state) => {
  for (const locale of ['en-US', 'ja-JP']) {
    await open(state, { viewport: { width: 320, height: 640 }, locale });
    for (const size of [112.5, 225]) {
      await ui.page.addStyleTag({ content: `html { font-size: ${size}% }` });
      const { scrollWidth, clientWidth } = await ui.page.evaluate(() => {
        const { scrollWidth, clientWidth } = document.documentElement;
        return { scrollWidth, clientWidth };
      });
      expect(scrollWidth, `${locale} ${size} %`).toBeLessThanOrEqual(clientWidth + 1);
    }
  }
});
