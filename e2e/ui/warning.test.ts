/** What is shown when something answered in the place of a person, in a real browser, over a fake model. */
import { expect, test } from 'vitest';
import { fakeApp } from './fake-app.ts';

const ui = fakeApp();
const { open, button } = ui;

const alert = () => ui.page.getByRole('alert').filter({ hasText: 'stopped it in time' });

test('names the person as the list does, says that nothing was sent, and what to do', async () => {
  await open('not-proven');
  const heading = alert().getByRole('heading');
  await heading.waitFor();
  const text = await heading.innerText();
  expect(text).toContain('That was not');
  expect(text).toContain('Hana’s phone');
  expect(text).toContain('balloon 26'); // read out
  await ui.page.getByRole('main').getByText('balloon 26').first().waitFor();
  expect(await alert().getByRole('listitem').count()).toBe(3);
  await alert().getByText('nothing more was sent').waitFor();
});

test('is put away by a key, and the focus is not lost', async () => {
  await open('not-proven');
  await button('I have read this').press('Enter');
  await alert().waitFor({ state: 'detached' });
  expect(await ui.page.evaluate(() => document.activeElement === document.body)).toBe(false);
});

test('speaks of each device, and counts those that are too many', async () => {
  await open('not-proven-many');
  await expect.poll(() => alert().getByRole('heading').allInnerTexts()).toHaveLength(2);
  await alert().getByText('The same happened with 3 more devices.').waitFor();
  expect((await alert().getByRole('heading').allInnerTexts())[0]).toContain('We could not tell');
});

test('says of somebody who is known what they are called here, and not that they are known', async () => {
  await open('not-proven-known');
  const heading = alert().getByRole('heading');
  await heading.waitFor();
  const text = await heading.innerText();
  expect(text).toContain('伊藤');
  expect(text).not.toContain('Known');
});

test('does not alarm where a phone may only have gone to sleep', async () => {
  await open('not-proven-asleep');
  await alert().getByRole('heading').waitFor();
  await alert().getByText('Keep this page open on both screens, and try again.').waitFor();
  expect(await alert().textContent()).not.toContain('another router');
});

test('speaks Japanese as well', async () => {
  await open('not-proven', { locale: 'ja-JP' });
  await ui.page.getByText('何も送っていません').waitFor();
  expect(await ui.page.getByRole('alert').getByRole('heading').innerText()).toContain('ではない端末が答えました');
});

test('is no place for fingers while there is nothing to say', async () => {
  await open('devices');
  await button('Choose files').waitFor();
  expect(await alert().count()).toBe(0);
});
