/** From choosing to sending, in a real browser over a fake model: what is chosen stays in reach, and so do the people. */
import { describe, expect, test } from 'vitest';
import { fakeApp, type OpenOptions } from './fake-app.ts';

const ui = fakeApp();
const { open, button, calls } = ui;
const photos = (count: number) =>
  Array.from({ length: count }, (_, n) => ({
    name: `IMG_${2041 + n}.JPG`,
    mimeType: 'image/jpeg',
    buffer: Buffer.from('x'),
  }));
const choose = (count: number) => ui.page.locator('input[type=file][multiple]').setInputFiles(photos(count));
const tray = () => ui.page.getByRole('region', { name: 'Ready to send' });
const look = () => tray().getByRole('button', { name: /Look at the files$/ });
const devices = () => ui.page.getByRole('list', { name: 'Devices' }).getByRole('button');

/** How many of the people can be pressed without scrolling. */
const inSight = () =>
  devices().evaluateAll(
    (rows) =>
      rows.filter((row) => {
        const { left, top, width, height } = row.getBoundingClientRect();
        return [top + 2, top + height - 2].every((y) => row.contains(document.elementFromPoint(left + width / 3, y)));
      }).length,
  );

/** Short names, as most have them, and none like another: a row that warns is higher. */
const NAMES = ['さとう', 'Mei', 'Ravi', 'Ana', 'Kim', 'Bola', 'Timo', 'Zoe', 'Otto', 'Lena', 'Hugo', '高橋'];
const meet = (count: number) =>
  ui.page.evaluate(
    `window.model.devices.value = ${JSON.stringify(NAMES.slice(0, count))}.map((name, n) => ({ id: 'p' + n, name, kind: 'phone' }))`,
  );

describe('after choosing', () => {
  test.each<[number, number, number, number]>([
    [390, 844, 2, 2],
    [390, 844, 12, 3],
    [320, 568, 2, 2],
    [320, 568, 12, 3],
    [1280, 800, 12, 3],
  ])('at %d x %d, of %d people at least %d are in sight, and come next for the keyboard', async (width, height, here, least) => {
    await open('devices', { viewport: { width, height }, hasTouch: width < 500 });
    await meet(here);
    await ui.page.locator('[aria-live=polite]').waitFor({ state: 'attached' }); // the part that watches comes late
    await button('Choose files').focus();
    expect(await ui.page.evaluate('scrollY')).toBe(0);
    await choose(30);
    await look().waitFor();
    await expect.poll(inSight).toBeGreaterThanOrEqual(least);
    const next = ui.page.getByRole('heading', { name: /^People/ }).first();
    await expect.poll(() => next.evaluate((it) => it === document.activeElement)).toBe(true);
    const place = () =>
      devices()
        .first()
        .evaluate((it) => it.getBoundingClientRect().top);
    const before = await place();
    await devices().first().click();
    await button('Undo').waitFor();
    expect(await place()).toBe(before);
  });

  test('nothing moves for whoever has the people before them', async () => {
    await open('devices');
    await meet(3);
    await choose(1);
    await look().waitFor();
    const from = await ui.page.evaluate('scrollY');
    await choose(2);
    await tray().getByText('3 photos').waitFor();
    expect(await ui.page.evaluate('scrollY')).toBe(from);
  });
});

test.each([
  [320, 568],
  [390, 844],
])('at %d x %d no row moves from choosing until it has left, nor before the finger rests', async (width, height) => {
  await open('devices', { viewport: { width, height }, hasTouch: true });
  await meet(12);
  await ui.page.locator('[aria-live=polite]').waitFor({ state: 'attached' });
  await ui.page.evaluate(`{
    const read = Blob.prototype.arrayBuffer;
    Blob.prototype.arrayBuffer = async function () {
      await new Promise((resolve) => setTimeout(resolve, 200));
      return read.call(this);
    };
    window.tops = new Set();
    const look = () => {
      const top = (of) => document.querySelector(of).getBoundingClientRect().top;
      if (window.shell.hasChosen.value) window.tops.add(top('.device-list') + scrollY);
      requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  }`);
  const empty = { name: 'empty.txt', mimeType: 'text/plain', buffer: Buffer.from('') };
  await ui.page.locator('input[type=file][multiple]').setInputFiles([...photos(1), empty]);
  await look().waitFor();
  expect(await ui.page.getByText(/empty\.txt/).isVisible()).toBe(true);
  await devices().first().click();
  await button('Send now').click();
  await tray().waitFor({ state: 'detached' });
  const room = () => ui.page.locator('.next-step').getAttribute('data-room');
  expect(await room()).toBe('true');
  expect(await ui.page.evaluate('[...window.tops].length')).toBe(1);
  await expect.poll(room).toBe('false');
});

test('what is chosen opens as a sheet, to look and to remove one or all', async () => {
  await open('devices');
  await choose(3);
  await look().click();
  const sheet = ui.page.getByRole('dialog', { name: 'Ready to send' });
  await sheet.getByText(/^3 photos/).waitFor();
  await sheet.getByRole('button', { name: 'Remove IMG_2042.JPG' }).press('Enter');
  await expect.poll(() => sheet.getByRole('listitem').count()).toBe(2);
  expect(await sheet.evaluate((it) => it.contains(document.activeElement))).toBe(true);
  await ui.page.keyboard.press('Escape');
  await sheet.waitFor({ state: 'detached' });
  await tray().getByText('2 photos').waitFor();
  await look().click();
  await button('Remove all').click();
  await tray().waitFor({ state: 'detached' });
  await expect.poll(() => ui.page.evaluate('document.activeElement === document.body')).toBe(false);
});

test('a removed photo goes with its picture, though the next one has its name', async () => {
  await open('devices');
  const painted = (color: string) =>
    ui.page.evaluate(
      `(() => { const at = Object.assign(document.createElement('canvas'), { width: 40, height: 40 });
        const ink = at.getContext('2d'); ink.fillStyle = '${color}'; ink.fillRect(0, 0, 40, 40);
        return at.toDataURL('image/png').split(',')[1]; })()`,
    );
  const camera = async (color: string) => ({
    name: 'image.jpg',
    mimeType: 'image/png',
    buffer: Buffer.from(String(await painted(color)), 'base64'),
  });
  await ui.page
    .locator('input[type=file][multiple]')
    .setInputFiles([await camera('rgb(250 0 0)'), await camera('rgb(0 0 250)')]);
  await look().click();
  const sheet = ui.page.getByRole('dialog', { name: 'Ready to send' });
  const seen = () =>
    sheet.locator('canvas').evaluateAll((all) =>
      all.map((it) => {
        if (!(it instanceof HTMLCanvasElement) || it.width === 0) return 'nothing';
        const [red = 0, , blue = 0] = it.getContext('2d')?.getImageData(it.width / 2, it.height / 2, 1, 1).data ?? [];
        return red > blue ? 'red' : 'blue';
      }),
    );
  await expect.poll(seen).toEqual(['red', 'blue']);
  await sheet.getByRole('button', { name: 'Remove image.jpg' }).first().click();
  await expect.poll(seen).toEqual(['blue']);
});

test.each<[OpenOptions, number]>([
  [{ hasTouch: true, isMobile: true }, 1],
  [{}, 0],
])('the camera is one press away where there is one: %j', async (options, count) => {
  await open('devices', options);
  expect(await button('Take a photo').count()).toBe(count);
  if (count === 0) return;
  const chooser = ui.page.waitForEvent('filechooser');
  await button('Take a photo').click();
  expect(await (await chooser).element().getAttribute('capture')).toBe('environment');
  await (await chooser).setFiles(photos(1));
  await tray().getByText('IMG_2041.JPG').waitFor();
});

test('a photo is never for the person whose picker was closed without a word', async () => {
  await open('devices', { hasTouch: true, isMobile: true });
  const unanswered = ui.page.waitForEvent('filechooser');
  await devices().first().click();
  await unanswered;
  const chooser = ui.page.waitForEvent('filechooser');
  await button('Take a photo').click();
  await (await chooser).setFiles(photos(1));
  await tray().getByText('IMG_2041.JPG').waitFor();
  expect(await button('Undo').count()).toBe(0);
});

test('a second tap where “Send” was is no answer to what comes there', async () => {
  await open('devices');
  await choose(1);
  await look().waitFor();
  await devices().first().click();
  await button('Undo').click(); // what says it has been loaded
  await look().waitFor();
  const asItCame = ui.page.evaluate(`new Promise((resolve) => {
    const buttons = () => [...document.querySelectorAll('.departing button')];
    new MutationObserver(() => buttons().length && resolve(buttons().map((it) => it.disabled)))
      .observe(document.body, { childList: true, subtree: true });
  })`);
  await devices().first().click();
  expect(await asItCame).toEqual([true, true, true]);
  await button('Send now').click();
  expect(await calls()).toHaveLength(1);
});

describe('to several', () => {
  test('everybody is marked at one press, and the bar says to whom it goes', async () => {
    await open('crowd');
    await choose(2);
    await ui.page.getByRole('button', { name: 'Send to several' }).click();
    await button('Everybody').click();
    expect(await button('Everybody').getAttribute('aria-pressed')).toBe('true');
    await ui.page.getByRole('button', { name: /^高橋 3 / }).click();
    expect(await button('Send').textContent()).toBe('Send39');
    await button('Send').click();
    await expect.poll(() => ui.page.evaluate('document.activeElement === document.body')).toBe(false);
    await ui.page.getByText('to 39 people: \u2068さとう 1\u2069, \u2068Mei 2\u2069 and 37 more').waitFor();
    await button('Undo').click();
    await tray().getByText('2 photos').waitFor();
    expect(await calls()).toEqual([]);
  });

  test('all of another place are marked at one press', async () => {
    await open('devices');
    await ui.page.evaluate(`window.model.devices.value = Array.from({ length: 20 }, (_, n) => ({
      id: 'p' + n, name: 'Mei ' + n, kind: 'phone', ...(n % 2 ? { section: 'here' } : { section: 'elsewhere', router: 'West School' }),
    }))`);
    await choose(1);
    await ui.page.getByRole('button', { name: 'Send to several' }).click();
    await ui.page.getByRole('checkbox', { name: 'All of West School' }).check();
    await button('Send').click();
    await button('Send now').click();
    const [[, , to]] = (await calls()) as [[string, string[], string[]]];
    expect(to).toEqual(Array.from({ length: 10 }, (_, n) => `p${2 * n}`));
  });
});
