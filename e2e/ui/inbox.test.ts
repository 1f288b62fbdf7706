/** The inbox in a real browser over a fake model: its screens, the ways between them, and what is asked before a loss. */
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

/** `place`: the part of the address behind `#`. */
async function open(state: string, place = '', options: Parameters<Browser['newPage']>[0] = {}): Promise<void> {
  page = await browser.newPage({ viewport: { width: 390, height: 844 }, locale: 'en-US', ...options });
  page.on('pageerror', (error) => errors.push(String(error)));
  await page.goto(`${server.url(state)}${place}`);
  await page.getByRole('main').waitFor();
}
const calls = (): Promise<unknown[][]> => page.evaluate('window.model.calls');
const button = (name: string | RegExp) => page.getByRole('button', { name, exact: true });
const rows = () => page.getByRole('list', { name: 'Received files' }).getByRole('button');
const heading = (name: string) => page.getByRole('heading', { name, exact: true });
const focused = () => page.evaluate(() => document.activeElement?.textContent);

describe('the way in and back', () => {
  test('the first screen counts what was received; without any there is no way in', async () => {
    await open('inbox');
    expect(await button(/^Received files/).textContent()).toBe('Received files 255 files · 128 MB');
    await page.close();
    await open('devices');
    expect(await button(/^Received files/).count()).toBe(0);
  });

  test('each step back puts the focus where it was, with the button and with the phone’s own back', async () => {
    await open('inbox');
    await button(/^Received files/).click();
    await expect.poll(focused).toBe('Received files');
    await button(/^写真/).click();
    await button(/IMG_3\.JPG/).click();
    await heading('写真/海岸/IMG_3.JPG').waitFor();
    await button('Back').click();
    await expect.poll(focused).toContain('IMG_3.JPG');
    await page.goBack();
    await expect.poll(focused).toContain('写真');
    await button('Back').click();
    await expect.poll(focused).toContain('Received files');
  });

  test('an address opened by itself leads up, not out', async () => {
    await open('inbox', '#received/photos/4');
    await heading('写真/海岸/IMG_4.JPG').waitFor();
    await button('Back').click();
    await heading('写真').waitFor();
    await button('Back').click();
    await heading('Received files').waitFor();
    await button('Back').click();
    await button('Choose files').waitFor();
  });

  test('chosen files wait while one looks at received ones', async () => {
    await open('inbox');
    await page
      .locator('input[type=file][multiple]')
      .setInputFiles([{ name: 'a.txt', mimeType: 'text/plain', buffer: Buffer.from('x') }]);
    await button(/^Received files/).click();
    await button('Back').click();
    await button('Remove a.txt').waitFor();
  });

  test('what arrives from another app is seen at once', async () => {
    await open('inbox', '#received/photos');
    await heading('写真').waitFor();
    await page.evaluate(
      `window.shell.arrivals.waiting.value = [{ kind: 'file', chosen: { path: 'a.txt', file: new File(['x'], 'a.txt') } }]`,
    );
    await button('Remove a.txt').waitFor();
    expect(await page.evaluate('window.shell.hasChosen.value')).toBe(true);
    await page.goBack();
    await heading('写真').waitFor();
  });

  test('what is saved in the inbox stays among the transfers of this visit', async () => {
    await open('inbox');
    const transfer = page.getByRole('list', { name: 'Transfers' }).getByText('IMG_2041.JPG');
    await transfer.waitFor();
    await button(/^Received files/).click();
    await button(/^IMG_2041/).click();
    await button('Save to device').click();
    await page.getByText('Handed to your browser', { exact: true }).waitFor();
    await page.goBack();
    await page.goBack();
    await transfer.waitFor();
  });

  test('before earlier visits are known, nothing is said to be gone', async () => {
    for (const place of ['#received', '#received/photo/0']) {
      await page?.close();
      await open('inboxEarly', place);
      await heading('Received files').waitFor();
      expect(await page.getByRole('main').textContent()).toBe('BackReceived files');
    }
    await page.evaluate('window.model.isRestored.value = true');
    await page.getByText('This was deleted').waitFor();
  });

  test('what is gone is said to be gone', async () => {
    await open('inbox', '#received/nowhere');
    await page.getByText('This was deleted').waitFor();
    await button('Back').click();
    await rows().first().waitFor();
  });
});

describe('a received file', () => {
  test('a page is shown as its source and runs nothing', async () => {
    await open('inbox', '#received/page/0');
    await page.getByText('<script>document.title = "owned"').waitFor();
    expect(await page.title()).toBe('Hikyaku');
    expect(await page.locator('iframe, object, embed').count()).toBe(0);
  });

  test('letters can be read in another encoding', async () => {
    await open('inbox', '#received/list/0');
    await page.getByText('山田太郎,42').waitFor();
    await page.getByRole('combobox', { name: 'Text encoding' }).selectOption('windows-1252');
    await page.getByText('å±±ç').waitFor();
  });

  test('saving is remembered; sharing is offered where it can be', async () => {
    await open('inbox', '#received/photo/0');
    await page.getByText('Only in this app').waitFor();
    await button('Save to device').click();
    await page.getByText('Handed to your browser', { exact: true }).waitFor();
    await button('Share').click();
    expect((await calls()).map(([name]) => name)).toEqual(['saveFile', 'shareFile']);
    await page.close();
    await open('inbox', '#received/override/0');
    await page.getByText('cannot be shown here').waitFor();
    expect(await button('Share').count()).toBe(0);
    expect(await page.locator('h2').textContent()).toBe('party[U+202E]gpj.exe');
  });

  test('a picture whose size is not known is shown when that is asked for', async () => {
    await open('inbox', '#received');
    await page.evaluate(
      `window.model.glance = async () => new Blob([Uint8Array.of(0, 0, 0, 28), 'ftypavif', 'no picture'])`,
    );
    await button(/^IMG_2041\.JPG/).click();
    await button('Show picture').waitFor();
    expect(await page.locator('.preview img').count()).toBe(0);
    await button('Show picture').click();
    await page.getByText('cannot be shown here').waitFor(); // the browser has tried
  });

  test('a PDF opens as a PDF, in a tab that cannot reach this one', async () => {
    await open('inbox', '#received/notice/0');
    const link = page.getByRole('link', { name: 'Open PDF' });
    expect(await link.getAttribute('rel')).toContain('noopener');
    expect(await link.getAttribute('target')).toBe('_blank');
    const type = await link.evaluate(async (it) => (await (await fetch(it.getAttribute('href') ?? '')).blob()).type);
    expect(type).toBe('application/pdf');
  });
});

describe('deleting', () => {
  test('says what would be lost, and deletes only after a yes', async () => {
    await open('inbox', '#received');
    await button('Delete all').click();
    await page.getByText('250 files may not be on your device yet').waitFor();
    await expect.poll(focused).toBe('Keep');
    await button('Keep').click();
    expect(await calls()).toEqual([]);
    await button('Delete all').click();
    await page.locator('.question').getByRole('button', { name: 'Delete' }).click();
    expect(await calls()).toHaveLength(6);
    expect(await rows().count()).toBe(0);
    // What is unfinished is not among "all" that is shown as received.
    await page.getByText('Deleted by itself on March 18').waitFor();
  });

  test('one file: back to the list, without it', async () => {
    await open('inbox', '#received/list/0');
    await button('Delete').click();
    await page.getByText('those stay').waitFor();
    await page.locator('.question').getByRole('button', { name: 'Delete' }).click();
    await rows().first().waitFor();
    expect(await rows().count()).toBe(5);
    expect(await calls()).toEqual([['dismiss', 'list']]);
  });

  test('what is unfinished ends, once that was understood', async () => {
    await open('inbox', '#received');
    await button('Delete Supplies').click();
    await page.getByText('The transfer ends for both sides').waitFor();
    await page.locator('.question').getByRole('button', { name: 'Delete' }).click();
    expect(await calls()).toEqual([['cancel', 'half']]);
    await page.getByText('Supplies').waitFor({ state: 'detached' });
  });

  test('short of room: offers what is on the device already, and nothing else', async () => {
    await open('inboxFull', '#received');
    await heading('Little room is left').waitFor();
    await button('Delete what you have saved').click();
    await page.locator('.question').getByRole('button', { name: 'Delete' }).click();
    expect(await calls()).toEqual([
      ['dismiss', 'list'],
      ['dismiss', 'notice'],
    ]);
  });
});

describe('many', () => {
  test('three hundred transfers and ten thousand files open at once, with pictures only of what is on screen', async () => {
    await open('inboxMany', '#received');
    expect(await rows().count()).toBe(50);
    await button('and 251 more').click();
    expect(await rows().count()).toBe(100);
    await button(/^Thousands/).click();
    await button('and 9,900 more').waitFor();
    expect(await rows().count()).toBe(100);
    const made = () =>
      page.locator('canvas').evaluateAll((all) => all.filter((it) => 'width' in it && it.width !== 0).length);
    await expect.poll(made).toBeGreaterThan(3);
    expect(await made()).toBeLessThan(20);
    await button('and 9,900 more').scrollIntoViewIfNeeded();
    await expect.poll(made).toBeGreaterThan(3);
    expect(await made()).toBeLessThan(20);
  });
});

describe('at 320 px, with letters up to twice the size', () => {
  const places = ['#received', '#received/photos', '#received/photo/0', '#received/list/0', '#received/notice/0'];
  test.each(places)('%s does not scroll sideways, and its targets are high enough', async (place) => {
    for (const locale of ['en-US', 'ja-JP']) {
      await page?.close();
      await open('inbox', place, { viewport: { width: 320, height: 640 }, locale });
      await page.locator('.inbox button').nth(1).waitFor();
      const small = await page.evaluate(() =>
        [...document.querySelectorAll('button, select, a')]
          .filter((it) => it.getBoundingClientRect().height < 44)
          .map((it) => it.textContent),
      );
      expect(small).toEqual([]);
      for (const size of [112.5, 157.5, 225]) {
        await page.addStyleTag({ content: `html { font-size: ${size}% }` });
        const wide = await page.evaluate(() => {
          const parts = [document.documentElement, ...document.querySelectorAll('.letters')];
          return parts.filter((it) => it.scrollWidth > it.clientWidth + 1).map((it) => it.className || it.tagName);
        });
        expect(wide, `${locale} ${size} %`).toEqual([]);
      }
    }
  });
});
