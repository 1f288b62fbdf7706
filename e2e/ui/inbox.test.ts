/**
 * The inbox in a real browser over a fake model: its screens, the ways between them, and the questions before a loss.
 */
import { describe, expect, test } from 'vitest';
import { fakeApp, type OpenOptions } from './fake-app.ts';

const ui = fakeApp({ isWhole: true });
const { button, calls } = ui;
const open = (state: string, place = '', options: OpenOptions = {}) => ui.open(state, { ...options, place });
const rows = () => ui.page.getByRole('list', { name: 'Received files' }).getByRole('button');
const received = () => ui.page.getByRole('link', { name: /^Received/ });
const heading = (name: string) => ui.page.getByRole('heading', { name, exact: true });
const focused = () => ui.page.evaluate(() => document.activeElement?.textContent);

describe('the way in and back', () => {
  test('the tab counts what is not saved yet, and is there before anything was received', async () => {
    await open('inbox');
    expect(await received().textContent()).toBe('Received 254254 not saved yet');
    expect(await received().getAttribute('aria-current')).toBe(null);
    await received().click();
    await expect.poll(() => received().getAttribute('aria-current')).toBe('page');
    await open('devices');
    expect(await received().textContent()).toBe('Received');
  });

  test('each step back restores the focus, with the button and with the phone’s own back', async () => {
    await open('inbox');
    await received().click();
    await expect.poll(focused).toBe('Received files');
    await button(/^写真/).click();
    await button(/IMG_3\.JPG/).click();
    await heading('写真/海岸/IMG_3.JPG').waitFor();
    await button('Back').click();
    await expect.poll(focused).toContain('IMG_3.JPG');
    await ui.page.goBack();
    await expect.poll(focused).toContain('写真');
    await button('Back').click();
    await expect.poll(() => received().evaluate((it) => it === document.activeElement)).toBe(true);
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

  test('chosen files wait while a person looks at received ones, and so does the list of those left out', async () => {
    await open('inbox');
    const file = (name: string) => ({ name, mimeType: 'text/plain', buffer: Buffer.from('x') });
    const input = ui.page.locator('input[type=file][multiple]');
    await input.setInputFiles([file('a.txt'), file('long '.repeat(1_000))]);
    const said = ui.page.getByText('its name is too long');
    await said.waitFor();
    await received().click();
    await button('Back').click();
    await button(/Look at the files/).waitFor();
    expect(await said.count()).toBe(1);
  });

  test('what arrives from another app is seen at once', async () => {
    await open('inbox', '#received/photos');
    await heading('写真').waitFor();
    await ui.page.evaluate(
      `window.shell.arrivals.waiting.value = [{ kind: 'file', chosen: { path: 'a.txt', file: new File(['x'], 'a.txt') } }]`,
    );
    await button(/Look at the files/).waitFor();
    expect(await ui.page.evaluate('window.shell.hasChosen.value')).toBe(true);
    await ui.page.goBack();
    await heading('写真').waitFor();
  });

  test('what is saved in the inbox stays among the transfers of this visit', async () => {
    await open('inbox');
    const transfer = ui.page.getByRole('list', { name: 'Transfers' }).getByText('IMG_2041.JPG');
    await transfer.waitFor();
    await received().click();
    await button(/^IMG_2041/).click();
    await button('Save to device').click();
    await ui.page.getByText('Arrived', { exact: true }).waitFor();
    await ui.page.goBack();
    await ui.page.goBack();
    await transfer.waitFor();
  });

  test('a zip goes on while the person looks elsewhere, and can be cancelled wherever its files are shown', async () => {
    await open('zipping');
    const names = async () => (await calls()).map(([name]) => name);
    await button('Save all').click();
    await button('Cancel').waitFor();
    await received().click();
    await button(/^写真/).click();
    await button('Cancel').waitFor();
    expect(await button('Save all').isDisabled()).toBe(true);
    await button(/IMG_3\.JPG/).click();
    await heading('写真/海岸/IMG_3.JPG').waitFor();
    await button('Back').click();
    expect(await names()).toEqual(['saveAll']);
    await button('Cancel').click();
    await expect.poll(names).toEqual(['saveAll', 'stopped']);
    await button('Save all').click();
    await button('Back').click();
    await button('Back').click();
    await button('Cancel').click();
    await expect.poll(names).toEqual(['saveAll', 'stopped', 'saveAll', 'stopped']);
    expect(await button('Save all').isDisabled()).toBe(false);
  });

  test('before earlier visits are loaded, nothing is said to be gone', async () => {
    for (const place of ['#received', '#received/photo/0']) {
      await open('inboxEarly', place);
      await heading('Received files').waitFor();
      expect(await ui.page.getByRole('main').textContent()).toBe('BackReceived files');
    }
    await ui.page.evaluate('window.model.isRestored.value = true');
    await ui.page.getByText('This was deleted').waitFor();
  });

  test('an address of something deleted says so', async () => {
    await open('inbox', '#received/nowhere');
    await ui.page.getByText('This was deleted').waitFor();
    await button('Back').click();
    await rows().first().waitFor();
  });
});

describe('the list', () => {
  const days = () => ui.page.getByRole('list', { name: 'Received files' }).getByRole('heading');

  test('is day by day, the newest first, and says of each where it is, in one of three words', async () => {
    await open('inbox', '#received');
    await rows().first().waitFor();
    expect(await days().allInnerTexts()).toEqual(['Mar 12, 2031', 'Mar 11, 2031']);
    const chips = await ui.page.locator('.inbox-list .chip').allInnerTexts();
    expect(chips).toEqual([
      'Only in this app',
      'Saved to your device',
      'Arrived',
      'Arrived',
      'Only in this app',
      'Only in this app',
    ]);
    await ui.page.evaluate(`{
      const { transfers } = window.model;
      transfers.value = transfers.value.map((it) => it.key === 'photo' ? { ...it, kept: { ...it.kept, at: Date.now() } } : it);
    }`);
    await expect.poll(() => days().last().innerText()).toBe('Today');
  });

  test('several are saved one after the other, asked about once, and then deleted together', async () => {
    await open('inbox', '#received');
    await button('Choose several').click();
    expect(await rows().count()).toBe(0);
    const ticks = ui.page.getByRole('list', { name: 'Received files' }).getByRole('checkbox');
    expect(await button('Save to device').isDisabled()).toBe(true);
    await ticks.nth(0).check();
    await ticks.nth(3).check();
    await ui.page.getByText('2 files chosen').waitFor();
    await button('Save to device').click();
    await button('Yes, it is there').click();
    await button('Yes, it is there').waitFor({ state: 'detached' });
    expect(await calls()).toEqual([
      ['saveEach', 'photo'],
      ['saveAll', 'notice'],
      ['confirm', 'photo', [[0, 0]]],
      ['confirm', 'notice', [[0, 0]]],
    ]);
    await button('Choose several').click();
    await ticks.nth(0).check();
    await ticks.nth(2).check();
    await ui.page.locator('.choice-bar').getByRole('button', { name: 'Delete' }).click();
    await ui.page.getByText('250 files may not be on your device yet').waitFor();
    await ui.page.locator('.question').getByRole('button', { name: 'Delete' }).click();
    expect((await calls()).slice(4)).toEqual([
      ['remove', 'photo'],
      ['remove', 'photos'],
    ]);
    await expect.poll(() => rows().count()).toBe(4);
  });

  test('which of several was not saved is said by its name, and nothing that arrives moves the row under a finger', async () => {
    await open('inbox', '#received');
    await button('Choose several').click();
    await ui.page.evaluate(`{
      const { transfers } = window.model;
      window.model.saveAll = async () => 'storage-full';
      const late = { ...transfers.value.find(({ key }) => key === 'photo'), key: 'late' };
      transfers.value = [{ ...late, kept: { ...late.kept, at: Date.now() } }, ...transfers.value];
    }`);
    const ticks = ui.page.getByRole('list', { name: 'Received files' }).getByRole('checkbox');
    expect(await ticks.count()).toBe(6);
    await ticks.nth(0).check();
    await ticks.nth(3).check();
    await button('Save to device').click();
    const alert = ui.page.getByRole('alert').filter({ hasText: 'Your device is full' });
    await alert.waitFor();
    expect(await alert.innerText()).toContain('notice of the water supply');
    await button('Yes, it is there').click(); // the other one was handed over
    await expect.poll(() => rows().count()).toBe(7);
    expect(await calls()).toEqual([
      ['saveEach', 'photo'],
      ['confirm', 'photo', [[0, 0]]],
    ]);
  });
});

describe('several photos', () => {
  const photos = async () => {
    await open('photos', '#received/13');
    await ui.page.evaluate(`{
      const { transfers, savableFiles } = window.model;
      transfers.value = transfers.value.map((it) => ({ ...it, kept: { at: Date.now(), handedOver: [], elsewhere: [] } }));
      window.model.savableFiles = async (key) => [10, 2, 1].map((n, index) => ({ index, path: 'IMG_' + n + '.JPG', size: 1 }));
    }`);
    await heading('30 photos').waitFor();
  };

  test('are a grid in natural order, in which each says its name and where it is', async () => {
    await photos();
    await expect.poll(() => rows().count()).toBe(3);
    const names = await rows().evaluateAll((all) => all.map((it) => it.getAttribute('aria-label')));
    expect(names.map((name) => name?.replace(/,? Only in this app$/, ''))).toEqual([
      'IMG_1.JPG',
      'IMG_2.JPG',
      'IMG_10.JPG',
    ]);
    await rows().nth(2).click();
    await heading('IMG_10.JPG').waitFor();
    await button('Back').click();
    await expect
      .poll(() => ui.page.evaluate(() => document.activeElement?.getAttribute('aria-label')))
      .toContain('IMG_10.JPG');
  });

  test('some of them are saved alone, and only of those it is asked, although the share sheet leaves no marks', async () => {
    await photos();
    await photos();
    await ui.page.evaluate(`window.model.saveEach = async (...of) => {
      window.model.calls.push(['saveEach', ...of]);
      return 'handed';
    }`);
    await button('Choose several').click();
    await ui.page.getByRole('checkbox', { name: /IMG_1\./ }).check();
    await ui.page.getByRole('checkbox', { name: /IMG_10\./ }).check();
    await ui.page.locator('.choice-bar').getByRole('button', { name: 'Save to device' }).click();
    await button('Yes, it is there').click();
    await button('Yes, it is there').waitFor({ state: 'detached' });
    await ui.page.getByText('2 of 30').first().waitFor();
    expect(await calls()).toEqual([
      ['saveEach', '13', [2, 0]],
      [
        'confirm',
        '13',
        [
          [0, 0],
          [2, 2],
        ],
      ],
    ]);
  });
});

describe('a received file', () => {
  test('a page is shown as its source and runs nothing', async () => {
    await open('inbox', '#received/page/0');
    await ui.page.getByText('<script>document.title = "owned"').waitFor();
    expect(await ui.page.title()).toBe('Hikyaku');
    expect(await ui.page.locator('iframe, object, embed').count()).toBe(0);
  });

  test('letters can be read in another encoding', async () => {
    await open('inbox', '#received/list/0');
    await ui.page.getByText('山田太郎,42').waitFor();
    await ui.page.getByRole('combobox', { name: 'Text encoding' }).selectOption('windows-1252');
    await ui.page.getByText('å±±ç').waitFor();
  });

  test('saving is remembered; sharing is offered where it can be', async () => {
    await open('inbox', '#received/photo/0');
    await ui.page.getByText('Only in this app').waitFor();
    await button('Save to device').click();
    await ui.page.getByText('Arrived', { exact: true }).waitFor();
    await button('Share').click();
    expect((await calls()).map(([name]) => name)).toEqual(['saveEach', 'shareFile']);
    await open('inbox', '#received/override/0');
    await ui.page.getByText('cannot be shown here').waitFor();
    expect(await button('Share').count()).toBe(0);
    expect(await ui.page.locator('h2').textContent()).toBe('party[U+202E]gpj.exe');
  });

  test('a picture of unknown size is shown when a person asks for it', async () => {
    await open('inbox', '#received');
    await ui.page.evaluate(
      `window.model.glance = async () => new Blob([Uint8Array.of(0, 0, 0, 28), 'ftypavif', 'no picture'])`,
    );
    await button(/^IMG_2041\.JPG/).click();
    await button('Show picture').waitFor();
    expect(await ui.page.locator('.preview img').count()).toBe(0);
    await button('Show picture').click();
    await ui.page.getByText('cannot be shown here').waitFor(); // the browser has tried
  });

  test('a PDF opens as a PDF, in a tab that cannot reach this one', async () => {
    await open('inbox', '#received/notice/0');
    const link = ui.page.getByRole('link', { name: 'Open PDF' });
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
    await ui.page.getByText('254 files may not be on your device yet').waitFor();
    await expect.poll(focused).toBe('Keep');
    await button('Keep').click();
    expect(await calls()).toEqual([]);
    await button('Delete all').click();
    await ui.page.locator('.question').getByRole('button', { name: 'Delete' }).click();
    expect(await calls()).toHaveLength(6);
    expect(await rows().count()).toBe(0);
    // An unfinished transfer is not part of the "all" that is shown as received.
    await ui.page.getByText('Deleted by itself after March 18').waitFor();
  });

  test('one file: back to the list, without it', async () => {
    await open('inbox', '#received/list/0');
    await button('Delete').click();
    await ui.page.getByText('those on your device stay').waitFor();
    await ui.page.locator('.question').getByRole('button', { name: 'Delete' }).click();
    await rows().first().waitFor();
    expect(await rows().count()).toBe(5);
    expect(await calls()).toEqual([['remove', 'list']]);
  });

  test('a deleted transfer says when it goes for good and its size, and can be restored', async () => {
    await open('inbox', '#received');
    await button(/^Recently deleted/).click();
    await heading('Recently deleted').waitFor();
    await ui.page.getByText('1 file · 42 MB').waitFor();
    await ui.page.getByText('Goes for good on Mar 13, 8:24').waitFor();
    await button('Undo: 先週の写真.zip').click();
    await ui.page.getByText('Nothing is waiting to be deleted').waitFor();
    await expect.poll(focused).toBe('Recently deleted');
    await button('Back').click();
    await button(/^先週の写真/).waitFor();
    expect(await button(/^Recently deleted/).count()).toBe(0);
    expect(await calls()).toEqual([['restore', 'gone']]);
  });

  test('an unfinished transfer ends only after a confirmation', async () => {
    await open('inbox', '#received');
    await button('Delete Supplies').click();
    await ui.page.getByText('The transfer ends for both sides').waitFor();
    await ui.page.locator('.question').getByRole('button', { name: 'Delete' }).click();
    expect(await calls()).toEqual([['cancel', 'half']]);
    await ui.page.getByText('Supplies').waitFor({ state: 'detached' });
  });

  test('short of room: offers to delete only what is already saved on the device', async () => {
    await open('inboxFull', '#received');
    await heading('Little room is left').waitFor();
    await button('Delete these copies').click();
    await ui.page.locator('.question').getByRole('button', { name: 'Delete' }).click();
    await button('Delete now for good').click();
    await ui.page.getByText('cannot be brought back').waitFor();
    await ui.page.locator('.question').getByRole('button', { name: 'Delete' }).click();
    expect(await calls()).toEqual([
      ['remove', 'list'],
      ['purge', 'list'],
      ['purge', 'gone'],
    ]);
  });
});

describe('many', () => {
  /** Small pictures on the screen. */
  const made = () =>
    ui.page.locator('canvas').evaluateAll((all) => all.filter((it) => 'width' in it && it.width !== 0).length);
  /** Counts the pictures that the page itself decodes from now on. */
  const watchDecoding = () =>
    ui.page.evaluate(`
      window.decoded = 0;
      window.real = createImageBitmap;
      window.createImageBitmap = (...what) => { window.decoded += 1; return window.real(...what); };
    `);
  const decoded = () => ui.page.evaluate('window.decoded');

  test('three hundred transfers and ten thousand files open at once, with pictures only of those on the screen', async () => {
    await open('inboxMany', '#received');
    await expect.poll(() => rows().count()).toBe(50);
    await button('and 251 more').click();
    expect(await rows().count()).toBe(100);
    await watchDecoding();
    await button(/^Thousands/).click();
    await button('and 9,900 more').waitFor();
    expect(await rows().count()).toBe(100);
    await expect.poll(made).toBeGreaterThan(2);
    expect(await made()).toBeLessThan(20);
    await button('and 9,900 more').scrollIntoViewIfNeeded();
    await expect.poll(made).toBeGreaterThan(2);
    expect(await made()).toBeLessThan(20);
    expect(await decoded()).toBe(0); // a large picture must not block the page
  });

  test('the code that decodes pictures does not load: the page decodes them', async () => {
    await open('inboxMany', '#received', { without: /squares-.*\.js/ });
    await watchDecoding();
    await button(/^Thousands/).click();
    await expect.poll(made).toBeGreaterThan(2);
    expect(await decoded()).toBeGreaterThan(2);
  });
});

describe('at 320 px, with letters up to twice the size', () => {
  const places = ['#received', '#received/photos', '#received/photo/0', '#received/list/0', '#received/notice/0'];
  test.each(places)('%s does not scroll sideways, and its targets are high enough', async (place) => {
    for (const locale of ['en-US', 'ja-JP']) {
      await open('inbox', place, { viewport: { width: 320, height: 640 }, locale });
      await ui.page.locator('.inbox button').nth(1).waitFor();
      const small = await ui.page.evaluate(() =>
        [...document.querySelectorAll('button, select, a')]
          .filter((it) => it.getBoundingClientRect().height < 44)
          .map((it) => it.textContent),
      );
      expect(small).toEqual([]);
      for (const size of [112.5, 157.5, 225]) {
        await ui.page.addStyleTag({ content: `html { font-size: ${size}% }` });
        const wide = await ui.page.evaluate(() => {
          const parts = [document.documentElement, ...document.querySelectorAll('.letters')];
          return parts.filter((it) => it.scrollWidth > it.clientWidth + 1).map((it) => it.className || it.tagName);
        });
        expect(wide, `${locale} ${size} %`).toEqual([]);
      }
    }
  });
});
