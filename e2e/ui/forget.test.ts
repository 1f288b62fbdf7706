/** "Forget everything": the dialog, the end, and the real storage of a browser, over a fake model. */
import { expect, test } from 'vitest';
import { fakeApp } from './fake-app.ts';

const ui = fakeApp();
const { open, button, calls } = ui;

const HERE = { place: '#here' };
const ASK = 'Forget everything Hikyaku keeps on this device';
const lost = () => ui.page.locator('#forget-lost li').allTextContents();
const heading = (name: string) => ui.page.getByRole('heading', { name, exact: true });
const forget = async () => {
  await button(ASK).click();
  await button('Forget everything').click();
};

/** A text and two databases, one of which is not ours. */
const KEEP_SOMETHING = `(async () => {
  localStorage.setItem('hikyaku-language', 'en');
  localStorage.setItem('other', 'x');
  for (const name of ['hikyaku-received', 'other']) await new Promise((resolve) => {
    const opening = indexedDB.open(name);
    opening.onsuccess = () => { opening.result.close(); resolve(); };
  });
})()`;
const kept = () =>
  ui.page.evaluate(`(async () => ({
    texts: Object.keys(localStorage),
    databases: (await indexedDB.databases()).map(({ name }) => name),
  }))()`);

test('says in numbers what would be lost; nothing is lost if the person says no', async () => {
  await open('inbox', HERE);
  await button(ASK).click();
  const dialog = ui.page.getByRole('dialog', { name: 'Forget everything Hikyaku keeps on this device?' });
  await dialog.waitFor();
  expect(await lost()).toEqual([
    '254 received files that may not be on your device yet. Save them first if you need them.',
    'The copy here of 1 received file. The one on your device stays.',
    expect.stringMatching(/^1 transfer that is not finished\./),
    'Your messages and posts, and what you carry for others.',
    'Your name, Brave Crane. Others will see a new device.',
    expect.stringMatching(/^The app itself/),
  ]);
  await button('Keep').click();
  await dialog.waitFor({ state: 'detached' });
  await expect.poll(() => button(ASK).evaluate((it) => it === document.activeElement)).toBe(true);
  await button(ASK).click();
  await dialog.waitFor();
  await ui.page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
  expect(await calls()).toEqual([]);
});

test('counts what waits to be sent, too; when another page has the received files, it makes up no number', async () => {
  await open('shared');
  await ui.page.getByRole('link', { name: /^Online/ }).click();
  await button(ASK).click();
  expect(await lost()).toContain('The files that wait here to be sent.');
  await open('knowing', HERE);
  await button(ASK).click();
  expect(await lost()).toContainEqual(expect.stringMatching(/^Whom you know or have blocked: \d people\./));
  await open('grouped', HERE);
  await button(ASK).click();
  expect(await lost()).toContain('2 groups. To be in them again you need their codes.');
  await open('inboxEarly', HERE);
  await button(ASK).click();
  expect(await lost()).toContain('All files received here. How many there are cannot be said just now.');
});

test('everything stops, our data is removed, and other data stays', async () => {
  await open('devices', HERE);
  await ui.page.evaluate(KEEP_SOMETHING);
  await forget();
  await heading('Hikyaku has forgotten everything here').waitFor();
  expect(await calls()).toEqual([['end']]);
  expect(await kept()).toEqual({ texts: ['other'], databases: ['other'] });
  expect(await ui.page.evaluate('location.hash')).toBe('');
  // A language can still be chosen, but nothing is stored.
  await ui.page.getByRole('combobox').selectOption('ja');
  await heading('この端末から飛脚の記録をすべて消しました').waitFor();
  expect(await kept()).toEqual({ texts: ['other'], databases: ['other'] });
  await button('新しい端末として始める').click();
  await button('Choose files').waitFor();
});

test('data that a browser refuses to remove is named, and can be tried again', async () => {
  await open('devices', HERE);
  await ui.page.evaluate(KEEP_SOMETHING);
  await ui.page.evaluate(`{
    const remove = Storage.prototype.removeItem;
    Storage.prototype.removeItem = () => { Storage.prototype.removeItem = remove; throw new Error('refused'); };
  }`);
  await forget();
  await heading('Hikyaku could not forget everything').waitFor();
  expect(await ui.page.locator('.forgotten li').allTextContents()).toEqual([
    expect.stringMatching(/^Not removed: the language that was chosen/),
  ]);
  await button('Try again').click();
  await heading('Hikyaku has forgotten everything here').waitFor();
  expect(await kept()).toEqual({ texts: ['other'], databases: ['other'] });
});

test('another page of this device stops as well, with the same last screen, and writes nothing more', async () => {
  const first = await open('devices', HERE);
  const opening = first.waitForEvent('popup');
  await first.evaluate('void window.open(location.href)');
  const second = await opening;
  await second.getByRole('main').waitFor();
  await forget();
  await second.getByRole('heading', { name: 'Hikyaku has forgotten everything here' }).waitFor();
  expect(await second.evaluate('window.model.calls')).toEqual([['end']]);
  await second.getByRole('combobox').selectOption('ja');
  await second.getByRole('button', { name: '新しい端末として始める' }).waitFor();
  expect(await kept()).toEqual({ texts: [], databases: [] });
});

test.each([
  ['en-US', 'Forget everything Hikyaku keeps on this device'],
  ['ja-JP', 'この端末から飛脚の記録をすべて消す'],
])('fits a small phone, in %s', async (locale, name) => {
  await open('inbox', { ...HERE, viewport: { width: 320, height: 568 }, locale });
  await ui.page.locator('.extras').getByRole('button', { name }).click();
  const answers = ui.page.locator('.offer-answer .button');
  await expect.poll(() => answers.count()).toBe(2);
  for (const answer of await answers.all()) {
    // The dialog may still be rising.
    await expect.poll(() => answer.evaluate((it) => it.getBoundingClientRect().bottom)).toBeLessThanOrEqual(568);
  }
  await answers.last().click();
  await ui.page.locator('.forgotten .button').waitFor();
  expect(await ui.page.evaluate('document.documentElement.scrollWidth')).toBe(320);
});
