/** People who use a keyboard, a small screen, or a screen reader. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { randomFile, sha256 } from '../drive/files.ts';
import type { Phone } from '../drive/phone.ts';
import { MB, Stage, together } from '../drive/stage.ts';

let stage: Stage;
let aki: Phone;
let haru: Phone;

const NARROW = { width: 320, height: 640 };

beforeAll(async () => {
  stage = await Stage.set({ browser: 'pages' });
  [aki, haru] = await Promise.all([
    stage.phone('Aki', 'plain', { viewport: NARROW }),
    stage.phone('Haru', 'plain', { viewport: NARROW, colorScheme: 'dark' }),
  ]);
  await together(aki, haru);
});

afterAll(() => stage.strike());

/** How much wider the page is than the screen. */
const overflow = (phone: Phone) =>
  phone.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth');

it('sends and receives with the keyboard alone on a screen of 320 px', async () => {
  const name = 'a rather long name of a photo from the sports hall, second floor 体育館二階.jpg';
  const file = await randomFile(stage.path(name), 2 * MB);
  await aki.chooseByKeyboard('Choose files', [file]);
  expect(await overflow(aki)).toBe(0);
  const toHaru = { role: 'button', prefix: 'Haru', in: { role: 'list', name: 'Devices' } } as const;
  await aki.pressByKeyboard(toHaru);
  await aki.waitForText('Escape undoes this.');
  expect(await overflow(aki)).toBe(0);
  await aki.key('Escape');
  await aki.waitForText('Ready to send');
  await aki.pressByKeyboard(toHaru);

  // No further press: the files leave by themselves.
  expect((await haru.offer()).text).toContain(name);
  expect(await overflow(haru)).toBe(0);
  await haru.pressByKeyboard({ role: 'button', name: 'Accept' });
  await haru.waitForState(name, 'Saved');
  await aki.waitForState(name, 'Sent');
  expect(await overflow(haru)).toBe(0);
  const copy = await haru.saveByKeyboard(name, stage.path('saved'));
  expect(copy.name).toBe(name);
  expect(await sha256(copy.path)).toBe(await sha256(file));
});

it('is found by role and name in the browser’s own accessibility tree', async () => {
  const { page } = aki.chromium;
  await expect.poll(() => page.getByRole('status').filter({ hasText: 'Online' }).count()).toBeGreaterThan(0);
  expect(await page.getByRole('list', { name: 'Devices', exact: true }).count()).toBe(1);
  expect(await page.getByRole('list', { name: 'Devices' }).getByRole('button', { name: /^Haru/ }).count()).toBe(1);
  expect(await page.getByRole('button', { name: 'Your name: Aki', exact: true }).count()).toBe(1);
  expect(await page.getByRole('button', { name: 'Choose files', exact: true }).count()).toBe(1);
  expect(await page.locator('input[type=file][multiple]').count()).toBeGreaterThan(0);
  expect(await page.getByRole('button', { name: 'Choose folder', exact: true }).count()).toBe(1);
  expect(await page.locator('html').getAttribute('lang')).toBe('en');

  const file = await randomFile(stage.path('tree.bin'), 1 * MB);
  await aki.sendFiles([file], ['Haru']);
  await haru.offer();
  const receiver = haru.chromium.page;
  const dialog = receiver.getByRole('dialog', { name: 'Incoming files', exact: true });
  expect(await dialog.count()).toBe(1);
  expect(await dialog.getByRole('button', { name: 'Decline', exact: true }).count()).toBe(1);
  await dialog.getByRole('button', { name: 'Accept', exact: true }).click();

  await haru.waitForState('tree.bin', 'Saved');
  const item = receiver.getByRole('list', { name: 'Transfers', exact: true }).getByRole('listitem').filter({
    hasText: 'tree.bin',
  });
  expect(await item.count()).toBe(1);
  expect(await item.getByRole('progressbar').getAttribute('aria-valuenow')).toBe('100');
  for (const word of ['Saved', 'Direct', 'Verified'])
    expect(await item.getByText(word, { exact: true }).count()).toBe(1);
  expect(await item.getByRole('button', { name: 'Save to device', exact: true }).count()).toBe(1);
});

it('names every control, and hides nothing that can have the focus', async () => {
  for (const phone of [aki, haru]) expect(await phone.namelessControls()).toEqual([]);
});
