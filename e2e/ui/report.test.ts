/** The report of a problem: how to open it, what it holds, how to copy it. */
import { expect, test } from 'vitest';
import { fakeApp } from './fake-app.ts';

const ui = fakeApp();
const { open, button } = ui;

const HERE = { place: '#here' };
const dialog = () => ui.page.getByRole('dialog', { name: 'Report of a problem' });
const report = () => dialog().getByRole('textbox', { name: 'Report of a problem' });
const copy = () => dialog().getByRole('button', { name: 'Copy report' });
/** The selected part of the report. */
const selected = () =>
  report().evaluate((it: HTMLTextAreaElement) => it.value.slice(it.selectionStart, it.selectionEnd));

test('?debug in the address opens it; it is copied, and Escape closes it', async () => {
  await open('failed', { place: '&debug' });
  await ui.page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await expect.poll(() => report().inputValue()).toContain('Hikyaku: report of a problem');
  await copy().click();
  await dialog().getByText('Copied.').waitFor();
  const text = await report().inputValue();
  expect(await ui.page.evaluate('navigator.clipboard.readText()')).toBe(text);
  expect(text).toContain(await ui.page.evaluate('navigator.userAgent'));
  expect(text).toMatch(/^app \d+\.\d+\.\d+/m);
  await ui.page.keyboard.press('Escape');
  await dialog().waitFor({ state: 'detached' });
});

test('it lists every transfer, and names neither files nor persons', async () => {
  await open('failed', { place: '&debug' });
  await copy().click();
  const text = await report().inputValue();
  const transfers = (await ui.page.evaluate(
    'window.model.transfers.value.map(({ title, peerName }) => ({ title, peerName }))',
  )) as { title: string; peerName: string }[];
  expect(transfers.length).toBeGreaterThan(1);
  expect(text).toContain(`Transfers: ${transfers.length}`);
  for (const { title, peerName } of transfers) for (const name of [title, peerName]) expect(text).not.toContain(name);
  expect(text).not.toContain(await ui.page.evaluate('location.host'));
});

test('a long press on the sign opens it; a short one does not', async () => {
  await open('devices', HERE);
  await button('Forget everything Hikyaku keeps on this device').waitFor(); // it comes with the part that listens for long presses
  const sign = ui.page.locator('.sign');
  const box = await sign.boundingBox();
  if (box === null) throw new Error('there is no sign');
  await ui.page.mouse.move(box.x + 20, box.y + 10);
  await ui.page.mouse.down();
  await ui.page.mouse.up();
  await ui.page.mouse.down();
  await dialog().waitFor();
  await ui.page.mouse.up();
  await dialog().getByRole('button', { name: 'Close' }).click();
  await dialog().waitFor({ state: 'detached' });
});

test('the name of the router can be selected with a mouse, also while the page listens for long presses', async () => {
  await open('devices', HERE);
  await button('Forget everything Hikyaku keeps on this device').waitFor();
  const station = ui.page.locator('.station');
  await station.click({ clickCount: 3, position: { x: 40, y: 40 } });
  expect(await ui.page.evaluate('getSelection().toString().trim()')).not.toBe('');
});

test('so does a button with words, two presses from the first screen', async () => {
  await open('devices');
  await ui.page.getByRole('link', { name: /^Online/ }).press('Enter');
  const way = button('Report of a problem');
  expect((await way.boundingBox())?.height).toBeGreaterThanOrEqual(44);
  await way.press('Enter');
  await dialog().waitFor();
});

test('when the browser does not let the page copy, the report is selected', async () => {
  await open('devices', HERE);
  await ui.page.evaluate("Object.defineProperty(navigator, 'clipboard', { value: undefined })");
  await button('Report of a problem').press('Enter');
  await copy().click();
  await dialog().getByText('This browser does not let the page copy.').waitFor();
  expect(await selected()).toBe(await report().inputValue());
});

test('when something in it fails, the report says so and can be copied', async () => {
  await open('devices', HERE);
  await ui.page.evaluate("window.model.storage = () => Promise.reject(new RangeError('Brave Crane'))");
  await button('Report of a problem').press('Enter');
  await expect.poll(() => report().inputValue()).toContain('the report could not be finished: RangeError');
  expect(await report().inputValue()).not.toContain('Brave');
  expect(await copy().isEnabled()).toBe(true);
});

test('in Japanese', async () => {
  await open('devices', { place: '&debug', locale: 'ja-JP' });
  await ui.page.getByRole('dialog', { name: '不具合の報告' }).getByRole('button', { name: '報告をコピー' }).waitFor();
});
