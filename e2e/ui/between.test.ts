/** The screen of one person: what went between the two, and sending to that person, over a fake model. */
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { fakeApp, type OpenOptions } from './fake-app.ts';

/** Known as 伊藤 (`acquaintances.tsx`). */
const ITO = 'eb5mfvncu6xVoGKV';
const ui = fakeApp();
const { button, calls } = ui;
const open = (state: string, options: OpenOptions = {}) => ui.open(state, { place: `#people/${ITO}`, ...options });
const list = () => ui.page.getByRole('list', { name: 'Conversation' });
const items = () => list().locator('.between-item');
const item = (text: string) => items().filter({ hasText: text });
const isFocused = (it: Element): boolean => it === document.activeElement;
const file = (name: string) => ({ name, mimeType: 'text/plain', buffer: Buffer.from('x') });
const input = () => ui.page.locator('input[type=file][multiple]');

/** How many sends are kept for the next visit. */
const kept = (page: Page) =>
  page.evaluate(async () => {
    if (!(await indexedDB.databases()).some(({ name }) => name === 'hikyaku-past')) return 0;
    return new Promise<number>((resolve) => {
      const opening = indexedDB.open('hikyaku-past');
      opening.onsuccess = () => {
        const { result: database } = opening;
        if (!database.objectStoreNames.contains('past')) return resolve(0);
        const count = database.transaction('past').objectStore('past').count();
        count.onsuccess = () => resolve(count.result);
        database.close();
      };
    });
  });

describe('what went between the two', () => {
  test('stands in one line of time, the newest at the end, each with its state; nothing of anybody else', async () => {
    await open('between');
    await list().waitFor();
    const titles = await items().locator('.between-title').allTextContents();
    expect(titles.map((title) => title.slice(0, 12))).toEqual([
      'IMG_0099.JPG', // hidden on the first screen, and not gone
      'notice.pdf',
      '3 photos',
      '30 photos',
      'a very long ',
      'Photos of th',
      'evacuees-203',
    ]);
    const words = await items().locator('.state-word').allTextContents();
    expect(words).toEqual(['Saved', 'Saved', 'Sent', 'Saved', 'Failed', 'Sending', 'Waiting']);
    await item('evacuees').getByText('It is on the screen of the other device.').waitFor();
    await item('notice.pdf').getByText('Saved to your device').waitFor();
    await item('30 photos').getByText('Only in this app').waitFor();
    await item('3 photos').getByText('You sent').first().waitFor({ state: 'attached' });
  });

  test('opens at its end', async () => {
    await open('between');
    await expect
      .poll(() =>
        items()
          .last()
          .evaluate(
            (it) =>
              it.getBoundingClientRect().bottom <=
                (document.querySelector('.bottom')?.getBoundingClientRect().top ?? 0) &&
              it.getBoundingClientRect().top > 0,
          ),
      )
      .toBe(true);
  });

  test('shows small pictures, and leads to the files and back to where one was', async () => {
    await open('between');
    const photos = ui.page.getByRole('link', { name: /^30 photos/ });
    await photos.scrollIntoViewIfNeeded();
    await expect
      .poll(() =>
        photos
          .locator('canvas')
          .evaluateAll((all) => all.filter((it) => it.clientWidth > 0 && (it as HTMLCanvasElement).width > 0).length),
      )
      .toBe(6);
    await photos.getByText('+24').waitFor();
    await photos.press('Enter');
    await ui.page.getByRole('heading', { name: '30 photos' }).waitFor();
    await button('Back').click();
    await expect.poll(() => photos.evaluate(isFocused)).toBe(true);
  });

  test('has the actions that are needed, each with a name of its own', async () => {
    await open('between');
    await button('Save to device: IMG_0099.JPG').click();
    await button('Save all: 30 photos').click();
    await item('a very long').getByRole('button', { name: 'Send again' }).click();
    await item('Photos of the lists').getByRole('button', { name: 'Pause' }).click();
    await item('evacuees').getByRole('button', { name: 'Cancel' }).click();
    expect((await calls()).map(([name, key]) => [name, key])).toEqual([
      ['saveEach', 'one-photo'],
      ['saveEach', 'photos'],
      ['retry', 'failed'],
      ['pause', 'under-way'],
      ['cancel', 'ringing'],
    ]);
    expect(await item('notice.pdf').getByRole('button').count()).toBe(0);
  });

  test('of a long one the last stands there, and the rest on demand', async () => {
    await open('between-long');
    await expect.poll(() => items().count()).toBe(20);
    expect(await items().last().locator('.between-title').textContent()).toBe('page 45.txt');
    await button('Show 20 earlier').click();
    await button('Show 5 earlier').click();
    await expect.poll(() => items().count()).toBe(45);
    expect(await items().first().locator('.between-title').textContent()).toBe('page 1.txt');
  });

  test('has what was sent in earlier visits, until its list is deleted', async () => {
    const page = await open('between');
    await item('3 photos').waitFor();
    await expect.poll(() => kept(page)).toBe(1);
    await page.goto(page.url().replace('state=between', 'state=knowing'));
    await page.reload(); // another state and the same place
    await item('3 photos').waitFor();
    expect(await items().count()).toBe(1);
    await page.getByText('More about this person').click();
    await button('Delete the list of what you sent').click();
    await page.getByText('Delete this list?', { exact: false }).waitFor();
    await button('Delete the list of what you sent').click();
    await page.getByText('Nothing has gone between you yet.').waitFor();
    await page.reload();
    await page.getByText('Nothing has gone between you yet.').waitFor();
  });

  test('with nothing yet says so', async () => {
    await open('knowing');
    await ui.page.getByText('Nothing has gone between you yet.').waitFor();
  });
});

describe('sending to this person', () => {
  test('what is chosen here is for them, and can be undone', async () => {
    await open('between');
    await button('Choose files').waitFor();
    await input().setInputFiles([file('a.txt')]);
    await button('Undo').waitFor();
    await ui.page.getByRole('region', { name: /伊藤/ }).waitFor();
    await button('Send now').click();
    expect(await calls()).toEqual([['send', ['a.txt'], [ITO]]]);
  });

  test('what was chosen before is offered to them', async () => {
    await open('between', { place: '' });
    await input().setInputFiles([file('a.txt'), file('b.txt')]);
    await button(/^2 files/).waitFor();
    await ui.page.evaluate(`location.hash = '#people/${ITO}'`);
    await button('Send').focus();
    await ui.page.keyboard.press('Enter');
    await button('Undo').waitFor();
    // Nothing comes under a second tap, and a keyboard stays where it was.
    expect(await button('Choose files').count()).toBe(0);
    expect(await button('Send').evaluate((it) => it === document.activeElement)).toBe(true);
    await button('Send now').click();
    await button('Choose files').waitFor();
    expect(await calls()).toEqual([['send', ['a.txt', 'b.txt'], [ITO]]]);
    await expect.poll(() => ui.page.evaluate('document.activeElement === document.body')).toBe(false);
  });

  test('what is pasted here leaves only with a press', async () => {
    await open('between');
    await button('Choose files').waitFor();
    await ui.page.evaluate(`{
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/plain', 'Water at 3 pm');
      document.body.dispatchEvent(new ClipboardEvent('paste', { bubbles: true, cancelable: true, clipboardData }));
    }`);
    const field = ui.page.getByRole('textbox', { name: 'Message', exact: true });
    await expect.poll(() => field.inputValue()).toBe('Water at 3 pm');
    expect(await calls()).toEqual([]);
    await button('Send message').click();
    expect(await calls()).toEqual([['say', ITO, 'Water at 3 pm', []]]);
  });

  test('while they are away the screen says what helps, and has no buttons for it', async () => {
    await open('between-away');
    await ui.page.getByRole('status').getByText('is not here now').waitFor();
    await list().waitFor();
    expect(await button('Choose files').count()).toBe(0);
  });
});

test.each([
  'en-US',
  'ja-JP',
])('at 320 px with letters of twice the size nothing scrolls sideways: %s', async (locale) => {
  for (const state of ['between', 'between-away', 'knowing']) {
    await open(state, { viewport: { width: 320, height: 568 }, locale });
    await ui.page.locator('.between').waitFor();
    for (const size of [100, 200]) {
      await ui.page.addStyleTag({ content: `html { font-size: ${size}% }` });
      const wide = await ui.page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(wide, `${state} ${size} %`).toBe(0);
    }
  }
});
