/** The screens in a real browser over a fake model: names, keyboard, dialog, flows. No router, no peer. */
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { serveUi } from './serve.ts';

let server: Awaited<ReturnType<typeof serveUi>>;
let browser: Browser;
let page: Page;
const errors: string[] = [];

beforeAll(async () => {
  server = await serveUi();
  browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] });
});
afterAll(async () => {
  await browser?.close();
  await server?.close();
});
afterEach(async () => {
  await page.close();
  expect(errors.splice(0)).toEqual([]);
});

async function open(state: string, options: Parameters<Browser['newPage']>[0] = {}): Promise<void> {
  page = await browser.newPage({ viewport: { width: 390, height: 844 }, locale: 'en-US', ...options });
  page.on('pageerror', (error) => errors.push(String(error)));
  await page.goto(server.url(state));
  await page.getByRole('main').waitFor();
}
const calls = (): Promise<unknown[][]> => page.evaluate('window.model.calls');
const button = (name: string | RegExp) => page.getByRole('button', { name, exact: true });
const file = (name: string) => ({ name, mimeType: 'text/plain', buffer: Buffer.from('x') });
const chooseFiles = (...names: string[]) =>
  page.locator('input[type=file][multiple]').setInputFiles(names.map((name) => file(name)));

describe('the first screen', () => {
  test('says the state and the router, and lists the devices by name', async () => {
    await open('devices');
    await expect.poll(() => page.getByRole('status').textContent()).toMatch(/^Online\s+East Gym$/);
    const buttons = page.getByRole('list', { name: 'Devices' }).getByRole('button');
    expect(await buttons.count()).toBe(4);
    expect(await page.getByRole('button', { name: /^Hana’s phone/ }).count()).toBe(1);
  });

  test('nobody here: tells the address', async () => {
    await open('empty');
    expect(await page.getByText('Nobody else is here yet').isVisible()).toBe(true);
    expect(await page.locator('.address').textContent()).toContain(new URL(page.url()).host);
  });

  test('the own name is changed with the keyboard', async () => {
    await open('devices');
    await button('Your name: Brave Crane').press('Enter');
    await page.getByRole('textbox').fill('Aiko');
    await page.keyboard.press('Enter');
    await button('Your name: Aiko').waitFor();
    await expect.poll(() => button('Your name: Aiko').evaluate((it) => it === document.activeElement)).toBe(true);
  });

  test.each([
    'outdated',
    'replaced',
    'offline',
    'reconnecting',
    'cannot',
  ])('%s has a heading and words', async (state) => {
    await open(state);
    expect((await page.getByRole('main').textContent())?.length).toBeGreaterThan(50);
    if (state === 'replaced') await button('Use here').click();
    if (state === 'replaced') await button('Choose files').waitFor();
    if (state === 'cannot') expect(await page.getByRole('button', { name: /^Hana/ }).isDisabled()).toBe(true);
  });

  test('speaks Japanese to a Japanese browser, and English when asked to', async () => {
    await open('devices', { locale: 'ja-JP' });
    await button('ファイルを選ぶ').waitFor();
    expect(await page.evaluate(() => document.documentElement.lang)).toBe('ja');
    await page.getByRole('combobox').selectOption('en');
    await button('Choose files').waitFor();
    await page.reload();
    await button('Choose files').waitFor();
  });
});

describe('sending', () => {
  test('files first: a press on a device sends', async () => {
    await open('devices');
    await chooseFiles('a.txt', 'b.txt');
    await page.getByText('Ready to send').waitFor();
    await button('Remove a.txt').click();
    await page.getByRole('button', { name: /^Hana/ }).click();
    expect(await calls()).toEqual([['send', ['b.txt'], ['a']]]);
    await page.getByText('Ready to send').waitFor({ state: 'detached' });
  });

  test('device first: the picker opens and its files are sent', async () => {
    await open('devices');
    const chooser = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: /^Hana/ }).click();
    await (await chooser).setFiles([file('a.txt')]);
    await expect.poll(calls).toEqual([['send', ['a.txt'], ['a']]]);
  });

  test('several: device buttons become toggles and Send sends', async () => {
    await open('devices');
    await chooseFiles('a.txt');
    await button('Send to several').click();
    expect(await button('Send').isDisabled()).toBe(true);
    for (const name of [/^Hana/, /^Calm/]) await page.getByRole('button', { name }).click();
    expect(await page.getByRole('button', { pressed: true }).count()).toBe(3);
    await button('Send').click();
    expect(await calls()).toEqual([['send', ['a.txt'], ['a', 'c']]]);
  });

  test('files dropped on a device are for that device, elsewhere for the tray', async () => {
    await open('devices');
    const drop = (selector: string) =>
      page.evaluate((target) => {
        const data = new DataTransfer();
        data.items.add(new File(['x'], 'dropped.txt'));
        const event = { bubbles: true, cancelable: true, dataTransfer: data };
        document.querySelector(target)?.dispatchEvent(new DragEvent('dragover', event));
        document.querySelector(target)?.dispatchEvent(new DragEvent('drop', event));
      }, selector);
    await drop('h1');
    await page.getByText('Ready to send').waitFor();
    await drop('[data-device=b]');
    await expect.poll(calls).toEqual([['send', ['dropped.txt'], ['b']]]);
  });
});

describe('an offer', () => {
  test('Escape is no answer; offers come one after another; part of the files can be taken', async () => {
    await open('offer');
    const dialog = page.getByRole('dialog', { name: 'Incoming files' });
    await dialog.waitFor();
    for (let press = 0; press < 3; press++) await page.keyboard.press('Escape');
    expect(await dialog.isVisible()).toBe(true);
    await expect.poll(() => page.title()).toContain('Incoming files');
    await dialog.getByRole('checkbox', { name: /^名簿/ }).uncheck();
    await button('Accept').click();
    expect(await calls()).toEqual([
      [
        'accept',
        'o2',
        [
          [0, 47],
          [49, 50],
        ],
      ],
    ]);
    await page.getByText('避難所の地図.pdf').waitFor();
    await button('Decline').click();
    expect((await calls()).at(-1)).toEqual(['decline', 'o1']);
    await dialog.waitFor({ state: 'detached' });
    await expect.poll(() => page.title()).toBe('Hikyaku');
  });

  test('nothing chosen cannot be accepted', async () => {
    await open('offer');
    await button('Choose none').click();
    expect(await button('Accept').isDisabled()).toBe(true);
    await button('Choose all').click();
    await button('Accept').click();
    expect(await calls()).toEqual([['accept', 'o2', [[0, 50]]]]);
  });

  test('ten thousand files open at once and are all accepted', async () => {
    await open('thousands');
    expect(await page.getByRole('checkbox').count()).toBe(101);
    await page.getByText('and 9,900 more').waitFor();
    await button('Accept').click();
    expect(await calls()).toEqual([['accept', 'o3', [[0, 9999]]]]);
  });

  test('a close request of the platform does not lose the offer', async () => {
    await open('offer1');
    await page.evaluate(() => document.querySelector('dialog')?.close());
    await expect.poll(() => page.evaluate(() => document.querySelector('dialog')?.open)).toBe(true);
    expect(await calls()).toEqual([]);
  });
});

describe('the list of transfers', () => {
  test('names, states and progress as in CONTRACT', async () => {
    await open('busy');
    const items = page.getByRole('list', { name: 'Transfers' }).getByRole('listitem');
    const first = items.first();
    expect(await first.textContent()).toMatch(/Photos of the lists[\s\S]*Hana’s phone[\s\S]*Sending[\s\S]*Direct/);
    expect(await first.getByRole('progressbar').getAttribute('aria-valuenow')).toBe('42');
    await first.getByRole('button', { name: 'Cancel' }).click();
    expect(await calls()).toEqual([['cancel', '2']]);
  });

  test('saving one, all, and each of many', async () => {
    await open('saved');
    await button('Save to device').click();
    await page.getByText('Handed to your browser').waitFor();
    await button('Save all').click();
    await button('Save to folder').click();
    await page.getByText('Show the files').click();
    await page.getByRole('button', { name: 'Save to device: 写真/海岸/IMG_7.JPG' }).click();
    await button('and 150 more').click();
    expect((await calls()).map(([name]) => name)).toEqual(['saveAll', 'saveAll', 'saveToFolder', 'saveFile']);
  });

  test('removing what was never saved asks first', async () => {
    await open('saved');
    const items = page.getByRole('list', { name: 'Transfers' }).locator('> li');
    await items.first().getByRole('button', { name: 'Remove from list' }).click();
    await button('Keep').click();
    expect(await items.count()).toBe(3);
    await items.first().getByRole('button', { name: 'Remove from list' }).click();
    await button('Delete').click();
    await expect.poll(() => items.count()).toBe(2);
    await items.last().getByRole('button', { name: 'Remove from list' }).click();
    await expect.poll(() => items.count()).toBe(1);
  });

  test('a hidden override in a name is shown', async () => {
    await open('failed');
    await page.getByText('party[U+202E]gpj.exe').waitFor();
  });

  test('an end is said to screen readers', async () => {
    await open('busy');
    await page.evaluate(`{
      const { transfers } = window.model;
      transfers.value = transfers.value.map((it) => (it.key === '3' ? { ...it, phase: 'saved' } : it));
    }`);
    await expect
      .poll(() => page.locator('[aria-live=polite]').textContent())
      .toBe('避難所の地図.pdf from 受付のパソコン has arrived. It can be saved now.');
  });
});

describe('at 320 px, with letters up to twice the size', () => {
  const states = ['empty', 'devices', 'busy', 'saved', 'failed', 'again', 'offer', 'cannot', 'offline', 'outdated'];
  test.each(states)('%s does not scroll sideways', async (state) => {
    for (const locale of ['en-US', 'ja-JP']) {
      await page?.close();
      await open(state, { viewport: { width: 320, height: 640 }, locale });
      for (const size of [112.5, 157.5, 225]) {
        await page.addStyleTag({ content: `html { font-size: ${size}% }` });
        const wide = await page.evaluate(() => {
          const parts = [document.documentElement, ...document.querySelectorAll('dialog, dialog > *')];
          return parts.filter((it) => it.scrollWidth > it.clientWidth + 1).map((it) => it.className || it.tagName);
        });
        expect(wide, `${locale} ${size} %`).toEqual([]);
      }
    }
  });

  test('targets are at least 44 px high', async () => {
    await open('saved', { viewport: { width: 320, height: 640 } });
    const small = await page.evaluate(() =>
      [...document.querySelectorAll('button, select, summary')]
        .filter((it) => it.getBoundingClientRect().height < 44)
        .map((it) => it.textContent),
    );
    expect(small).toEqual([]);
  });
});

describe('files that a reloaded page has to read again', () => {
  test('a press on Continue opens them; a refusal is told, and choosing them again stays possible', async () => {
    await open('again');
    const row = page.getByRole('listitem').filter({ hasText: 'Lists' }).first();
    await row.getByRole('button', { name: 'Continue' }).click();
    await expect.poll(() => row.getByRole('alert').textContent()).toContain('was not allowed to read the files');
    expect(await calls()).toEqual([['reopen', expect.any(String)]]);
    expect(await row.getByRole('button', { name: 'Choose the same files again' }).isEnabled()).toBe(true);
  });

  test('what is missing and what has changed is named', async () => {
    await open('again');
    await page.getByText('214 files are still missing, among them:').waitFor();
    await page.getByText('Changed since it was offered: \u2068Lists/避難者名簿.xlsx\u2069.').waitFor();
  });
});
