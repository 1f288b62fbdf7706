/** Known people, blocked ones, and strangers who use their names, on every screen that shows somebody. */
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { fakeApp } from './fake-app.ts';

const ui = fakeApp();
const { open, button, calls } = ui;
const devices = () => ui.page.getByRole('list', { name: 'Devices' }).getByRole('button');
const link = (name: string | RegExp) => ui.page.getByRole('link', { name, exact: true });
const heading = (name: string) => ui.page.getByRole('heading', { name, exact: true });
const isFocused = (it: Element): boolean => it === document.activeElement;
/** Opens what is done seldom about a person. */
const more = () => ui.page.getByText('More about this person').click();
const notIto = 'This is not the \u2068伊藤\u2069 you know.';

describe('the list of devices', () => {
  test('calls known people by their label, and a stranger with that name a stranger', async () => {
    await open('knowing');
    const texts = (await devices().allTextContents()).map((text) => text.replace(/\s+/g, ' '));
    expect(texts.slice(0, 2)).toEqual([
      '🐔伊藤 chicken 89 · Known · Phone · calls itself Blue Fox',
      '🔔伊藤 bell 26 · Phone This is not the 伊藤 you know.',
    ]);
    expect(await ui.page.getByRole('button', { name: /^伊藤 chicken 89 · Known/ }).count()).toBe(1);
  });

  test('has no blocked person in it, and nothing else there names one: they may be looking over the shoulder', async () => {
    await open('knowing');
    await expect.poll(() => devices().count()).toBe(4);
    expect(await devices().count()).toBe(4);
    expect(await ui.page.getByText(/Loud Otter|I see you/).count()).toBe(0);
  });

  test('leads to each person by the keyboard, and back to where one was', async () => {
    await open('knowing');
    await ui.page.getByRole('button', { name: /^伊藤 chicken/ }).focus();
    await ui.page.keyboard.press('Tab');
    await ui.page.keyboard.press('Enter');
    await expect.poll(() => heading('伊藤').evaluate(isFocused)).toBe(true);
    expect(new URL(ui.page.url()).hash).toMatch(/^#people\/[\w-]{16}$/);
    await button('Back').press('Enter');
    await expect.poll(() => devices().count()).toBe(4);
    expect(new URL(ui.page.url()).hash).toBe('');
  });
});

describe('the screen of a person', () => {
  /** Of the one who is known: first in the list. */
  const openKnown = async () => {
    await open('knowing');
    await link(/^About 伊藤/)
      .first()
      .click();
  };

  test('a known one: renamed, and forgotten after a question', async () => {
    await openKnown();
    await ui.page.getByText('chicken 89').waitFor();
    await ui.page.getByText('The device calls itself \u2068Blue Fox\u2069.').waitFor();
    await more();
    await button('Rename').press('Enter');
    await ui.page.getByRole('textbox', { name: 'What you call them' }).fill('Ito from the desk');
    await ui.page.keyboard.press('Enter');
    await heading('Ito from the desk').waitFor();
    await expect.poll(() => button('Rename').evaluate(isFocused)).toBe(true);
    await button('Forget').press('Enter');
    await expect.poll(() => button('Back').last().evaluate(isFocused)).toBe(true);
    await button('Forget').press('Enter');
    await heading('Blue Fox').waitFor();
    await ui.page.getByText('You have not made sure of this person').waitFor();
  });

  test('what they may send without a question is off, and has bounds', async () => {
    await openKnown();
    await more();
    const group = ui.page.getByRole('group', { name: 'Accept without asking' });
    expect(await group.getByRole('radio', { name: 'Never' }).isChecked()).toBe(true);
    await group.getByRole('radio', { name: 'Up to 100 MB' }).check();
    const known = () => ui.page.evaluate(`[...model.people.all.value.values()].find(({ is }) => is === 'known')`);
    expect(await known()).toMatchObject({ acceptBytes: 100_000_000 });
  });

  test('a stranger is blocked after a question, and unblocked at once', async () => {
    await open('knowing', { place: '#people/not-ito' });
    await ui.page.getByText(notIto).waitFor();
    expect(await button('Make sure').isVisible()).toBe(true);
    await more();
    await button('Block').click();
    await ui.page.getByText('They are not told').waitFor();
    await button('Block').press('Enter');
    await ui.page.getByText('Blocked since').waitFor();
    await expect.poll(() => heading('伊藤').evaluate(isFocused)).toBe(true);
    expect(await button('Choose files').count()).toBe(0);
    await button('Back').click();
    await expect.poll(() => devices().count()).toBe(3);
    await ui.page.evaluate(`location.hash = '#people/not-ito'`);
    await button('Unblock').click();
    await ui.page.getByText(notIto).waitFor();
    await button('Back').click();
    await expect.poll(() => devices().count()).toBe(4);
  });

  test('a known one who is blocked is known again once unblocked, under the label', async () => {
    await openKnown();
    await more();
    await button('Rename').click();
    await ui.page.getByRole('textbox', { name: 'What you call them' }).fill('Desk');
    await ui.page.keyboard.press('Enter');
    await button('Block').click();
    await button('Block').click();
    await ui.page.getByText('Blocked since').waitFor();
    await button('Unblock').click();
    await ui.page.getByText('Known since').waitFor();
    await heading('Desk').waitFor();
  });

  test('an address of nobody leads to words and back', async () => {
    await open('knowing', { place: '#people/whoever' });
    await ui.page.getByText('This person is not here, and you do not know them.').waitFor();
    await button('Back').click();
    await button('Choose files').waitFor();
  });
});

test('the list of people has the known and the blocked, and unblocks', async () => {
  await open('knowing', { place: '#here' });
  await link('Known and blocked people').click();
  await heading('People').waitFor();
  const known = ui.page.getByRole('list', { name: 'People you know' });
  expect(await known.getByRole('link').count()).toBe(1);
  await button('Unblock Loud Otter (cherries 63)').click();
  await expect.poll(() => ui.page.getByRole('list', { name: 'Blocked' }).count()).toBe(0);
  await expect.poll(() => heading('People').evaluate(isFocused)).toBe(true);
  await known.getByRole('link').click();
  await heading('伊藤').waitFor();
  await button('Back').click();
  await heading('People').waitFor();
  await expect.poll(() => known.getByRole('link').evaluate(isFocused)).toBe(true);
});

test('that nobody is known after the page is closed is said where they are listed, and at each of them', async () => {
  const notKept = () => ui.page.getByRole('status').getByText('This browser could not store everything about people.');
  await open('knowing', { place: '#here' });
  await link('Known and blocked people').click();
  await button(/^Unblock Loud Otter/).waitFor();
  expect(await notKept().count()).toBe(0);
  await open('knowing-unkept', { place: '#here' });
  await link('Known and blocked people').click();
  await notKept().waitFor();
  await ui.page.getByRole('list', { name: 'People you know' }).getByRole('link').click();
  await heading('伊藤').waitFor();
  await notKept().waitFor();
});

test('an offer says who is known and who is not, and tells more when asked', async () => {
  await open('offer-known');
  const dialog = () => ui.page.getByRole('dialog', { name: 'Incoming files' });
  await dialog().getByText('Known', { exact: true }).waitFor();
  expect(await dialog().textContent()).toContain('伊藤');
  await open('offer-not-known');
  await dialog().getByText('This is not the 伊藤 you know.').first().waitFor();
  expect(await dialog().getByText('Known', { exact: true }).count()).toBe(0);
  await dialog().getByRole('button', { name: 'Who is this?' }).click();
  await dialog().getByText('bell 26').last().waitFor();
  await dialog().getByRole('button', { name: 'Block' }).waitFor();
});

test('a transfer says who it is with, what came without a question, and asks to unblock before sending again', async () => {
  await open('knowing-busy');
  const item = (file: string) =>
    ui.page.getByRole('list', { name: 'Transfers' }).getByRole('listitem').filter({ hasText: file });
  await item('避難所の地図.pdf').getByText('Accepted without asking').waitFor();
  expect(await item('避難所の地図.pdf').getByText('Known', { exact: true }).count()).toBe(1);
  expect(await item('notice.pdf').textContent()).toContain('This is not the 伊藤 you know.');
  await item('a very long').getByRole('link', { name: 'Send again' }).click();
  await button('Unblock').waitFor();
  expect(await calls()).toEqual([]);
});

describe('at the first send, a person is asked for a name', () => {
  const choose = (page: Page) =>
    page
      .locator('input[type=file][multiple]')
      .setInputFiles([{ name: 'a.txt', mimeType: 'text/plain', buffer: Buffer.from('x') }]);
  const field = () => ui.page.locator('.departing').getByRole('textbox', { name: 'Your name' });
  const begin = async () => {
    await choose(await open('first-send'));
    await ui.page.getByRole('button', { name: /^Hana/ }).click();
    await field().waitFor();
  };

  test('which goes before what is sent', async () => {
    await begin();
    expect(await field().inputValue()).toBe('Brave Crane');
    await field().fill('Aiko');
    await button('Send now').click();
    expect(await calls()).toEqual([
      ['rename', 'Aiko'],
      ['send', ['a.txt'], ['a']],
    ]);
    await choose(ui.page);
    await ui.page.getByRole('button', { name: /^Hana/ }).click();
    await button('Send now').waitFor();
    expect(await field().count()).toBe(0);
  });

  test('and counts also when the field is only left, or the page goes to the background', async () => {
    await begin();
    await field().fill('Aiko');
    await field().blur();
    await expect.poll(calls).toEqual([
      ['rename', 'Aiko'],
      ['send', ['a.txt'], ['a']],
    ]);
    await begin();
    await field().fill('Aiko');
    await ui.page.evaluate(`
      Object.defineProperty(document, 'visibilityState', { value: 'hidden', configurable: true });
      document.dispatchEvent(new Event('visibilitychange'));
    `);
    await expect.poll(calls).toContainEqual(['rename', 'Aiko']);
    expect(await calls()).toContainEqual(['send', ['a.txt'], ['a']]);
  });

  test('and Enter sends at once', async () => {
    await begin();
    await field().fill('Aiko');
    await ui.page.keyboard.press('Enter');
    expect(await calls()).toEqual([
      ['rename', 'Aiko'],
      ['send', ['a.txt'], ['a']],
    ]);
  });

  test('and who does not want to say it sends all the same', async () => {
    await begin();
    await field().focus();
    await ui.page.keyboard.press('Escape');
    await expect.poll(() => field().count()).toBe(0);
    await expect.poll(calls).toEqual([['send', ['a.txt'], ['a']]]);
  });

  test('who takes no notice is not held up', async () => {
    await begin();
    await expect.poll(calls).toEqual([['send', ['a.txt'], ['a']]]);
    expect(await field().count()).toBe(0);
  });
});
