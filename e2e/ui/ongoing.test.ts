/** What goes on, on every screen: the slim bar, and the sheet about what has arrived, in a real browser over a fake model. */
import type { Locator } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { fakeApp, type OpenOptions } from './fake-app.ts';

const ui = fakeApp();
const { button, calls } = ui;
const open = (state: string, options: OpenOptions = {}) => ui.open(state, options);

type Over = Readonly<Record<string, unknown>>;
const PHOTOS: Over = { key: 'photos', title: 'IMG_2041.JPG', contents: 'photos', files: 30 };

/** A transfer as the engine reports it. */
const is = (phase: string, over: Over = {}) =>
  ui.page.evaluate(`{
    const { transfers } = window.model;
    const one = { key: 'new', peer: 'a', peerName: 'Hana’s phone', direction: 'receiving', title: 'map.pdf', contents: 'named',
      files: 1, totalBytes: 9e6, storedBytes: 4e6, verified: ${phase === 'saved'}, phase: '${phase}', path: 'direct',
      kept: { at: 0, handedOver: [], elsewhere: [] }, ...${JSON.stringify(over)} };
    transfers.value = [one, ...transfers.value.filter(({ key }) => key !== one.key)];
  }`);
/** It begins, and is complete. */
const comes = async (over: Over = {}) => {
  await is('receiving', over);
  await is('saved', over);
};
const sheet = () => ui.page.getByRole('dialog', { name: /^Arrived from/ });
const inSheet = (name: string) => sheet().getByRole('button', { name, exact: true });
const bar = () => ui.page.getByRole('region', { name: /^Arrived from/ });
const focused = () =>
  ui.page.evaluate(() => document.activeElement?.getAttribute('role') ?? document.activeElement?.tagName);
/** True when all of it is on the screen, and nothing lies over its middle. */
const isInView = (of: Locator) =>
  of.evaluate((it) => {
    const { top, bottom, left, width } = it.getBoundingClientRect();
    const front = document.elementFromPoint(left + width / 2, (top + bottom) / 2);
    return top >= 0 && bottom <= innerHeight && it.contains(front);
  });

describe('the sheet about what has arrived', () => {
  test.each([
    [390, 844],
    [360, 740],
    [320, 568],
    [844, 390],
    [1280, 800],
  ])('at %d x %d has its one button on the screen, and nothing moves', async (width, height) => {
    await open('devices', { viewport: { width, height }, hasTouch: true, reducedMotion: 'reduce' });
    await is('receiving');
    await expect.poll(() => isInView(ui.page.getByRole('progressbar'))).toBe(true);
    await ui.page.mouse.wheel(0, -5_000);
    await expect.poll(() => ui.page.evaluate('scrollY')).toBe(0);
    await is('saved');
    await expect.poll(() => isInView(inSheet('Save to device: map.pdf'))).toBe(true);
    expect(await isInView(inSheet('Later'))).toBe(true);
    expect(await ui.page.evaluate('scrollY')).toBe(0);
    await inSheet('Save to device: map.pdf').click();
    await sheet().getByText('Is it there?').waitFor();
    expect(await calls()).toEqual([['saveAll', 'new']]);
  });

  test('says what, from whom, how much and where it is; calls nothing saved that nobody has seen there', async () => {
    await open('devices');
    await comes();
    const text = () => sheet().innerText();
    await expect.poll(text).toContain('Only in this app');
    for (const part of ['Arrived', 'map.pdf', 'from Hana’s phone', '9 MB']) expect(await text()).toContain(part);
    await inSheet('Save to device: map.pdf').click();
    await inSheet('Yes, it is there').waitFor();
    expect(await text()).not.toContain('Saved to your device');
    expect(await text()).not.toContain('Only in this app');
    await inSheet('Yes, it is there').click();
    await sheet().getByText('Saved to your device').first().waitFor();
    await inSheet('Close').click();
    await sheet().waitFor({ state: 'detached' });
    expect((await calls()).map(([name]) => name)).toEqual(['saveAll', 'confirm']);
  });

  test('thirty photos are in the gallery after one press, which says so; a zip is the second way', async () => {
    await open('devices');
    await comes(PHOTOS);
    await inSheet('As one zip file').waitFor();
    await expect
      .poll(() =>
        sheet()
          .locator('canvas')
          .evaluateAll((all) => all.filter((it) => 'width' in it && it.width !== 0).length),
      )
      .toBe(4);
    await inSheet('Save 30 photos').click();
    await sheet().getByText('If it asks, allow several downloads').waitFor();
    expect((await calls()).map(([name]) => name)).toEqual(['saveEach']);
  });

  test('what is saved as it arrives comes up as well, to be asked about: three presses in all', async () => {
    await open('offer1');
    await button('Receive and save').click();
    await comes({ ...PHOTOS, key: 'o1' });
    await inSheet('Yes, it is there').click();
    await sheet().getByText('Saved to your device').first().waitFor();
    await inSheet('Close').click();
    await sheet().waitFor({ state: 'detached' });
    expect((await calls()).map(([name]) => name)).toEqual(['accept', 'saveEach', 'confirm']);
  });

  test('several wait in one sheet, the oldest in front; "Later" means all of them, and loses none', async () => {
    await open('devices');
    await comes();
    await sheet().waitFor();
    await comes(PHOTOS);
    await sheet().getByText('1 more has arrived').waitFor();
    await inSheet('Save to device: map.pdf').click();
    await inSheet('Close').click();
    await inSheet('Save 30 photos').waitFor();
    await comes({ key: 'third', title: 'third.pdf' });
    await sheet().getByText('1 more has arrived').waitFor();
    await inSheet('Later').click();
    await sheet().waitFor({ state: 'detached' });
    await comes({ key: 'fourth', title: 'fourth.pdf' });
    await inSheet('Save to device: fourth.pdf').waitFor();
    await inSheet('Later').click();
    await ui.page.evaluate("location.hash = '#received'");
    await expect.poll(() => ui.page.getByRole('list', { name: 'Received files' }).getByRole('button').count()).toBe(4);
  });

  test('waits while somebody writes, and takes no focus from a field', async () => {
    await open('devices');
    await button(/^Your name/).click();
    await ui.page.getByRole('textbox', { name: 'Your name' }).focus();
    await comes();
    await bar().waitFor();
    await ui.page.keyboard.type('Hana');
    expect(await focused()).toBe('INPUT');
    await button('Back').click();
    await sheet().waitFor();
    expect(await bar().count()).toBe(0);
  });

  test('comes up although the language was chosen a while ago, and nothing else was pressed since', async () => {
    await open('devices');
    await ui.page.getByRole('combobox', { name: 'Language' }).focus();
    await comes();
    await sheet().waitFor();
  });

  test('waits for the end of a question, and makes room for one', async () => {
    await open('offer1');
    await comes();
    await ui.page.getByRole('dialog', { name: 'Incoming files' }).waitFor();
    expect(await sheet().count()).toBe(0);
    await button('Decline').click();
    await sheet().waitFor();
    await ui.page.evaluate(`(window.model.offers.value = [{ key: 'o', isKnown: true, peer: 'a',
      peerName: 'Hana’s phone', totalBytes: 1, entries: [{ path: 'a.txt', size: 1, modified: 0 }], isSilent: false }])`);
    await ui.page.getByRole('dialog', { name: 'Incoming files' }).waitFor();
    expect(await sheet().count()).toBe(0);
    await button('Decline').click();
    await sheet().waitFor();
  });

  test('does not come up under a finger: until that is gone a bar has the button', async () => {
    await open('devices');
    await ui.page.locator('.slim').count();
    await ui.page.mouse.move(5, 400);
    await ui.page.mouse.down();
    await comes();
    await bar().waitFor();
    expect(await sheet().count()).toBe(0);
    await ui.page.mouse.up();
    await sheet().waitFor();
  });

  test('while files wait for somebody to be chosen, the bar saves and shows what came of it', async () => {
    await open('devices');
    await ui.page.evaluate('window.shell.hasChosen.value = true');
    await comes(PHOTOS);
    await bar().getByRole('button', { name: 'Save 30 photos' }).click();
    await sheet().getByText('Is it there?').waitFor();
    expect((await calls()).map(([name]) => name)).toEqual(['saveEach']);
  });

  test('takes the focus from nowhere, leaves it to who uses the keyboard, and Escape puts it off', async () => {
    await open('devices');
    await comes();
    await sheet().waitFor();
    await expect.poll(focused).toBe('dialog');
    await expect.poll(() => inSheet('Later').isEnabled()).toBe(true);
    await ui.page.keyboard.press('Tab');
    await expect
      .poll(() => inSheet('Save to device: map.pdf').evaluate((it) => it === document.activeElement))
      .toBe(true);
    await ui.page.keyboard.press('Escape');
    await sheet().waitFor({ state: 'detached' });
    await expect.poll(focused).not.toBe('BODY');
    await button('Choose files').focus();
    await comes(PHOTOS);
    await sheet().waitFor();
    expect(await button('Choose files').evaluate((it) => it === document.activeElement)).toBe(true);
    await ui.page.keyboard.press('Escape');
    expect(await sheet().count()).toBe(1);
  });

  test('goes when what it shows is deleted elsewhere', async () => {
    await open('devices');
    await comes();
    await sheet().waitFor();
    await ui.page.evaluate("window.model.remove('new')");
    await sheet().waitFor({ state: 'detached' });
  });

  test('with letters of twice the size its button can be reached at 320 px, and no word is broken', async () => {
    for (const locale of ['en-US', 'ja-JP']) {
      await open('devices', { viewport: { width: 320, height: 568 }, locale });
      await ui.page.addStyleTag({ content: 'html { font-size: 225% }' });
      await comes(PHOTOS);
      const save = ui.page.locator('.arrival .primary');
      await save.waitFor();
      await save.scrollIntoViewIfNeeded();
      expect(await isInView(save)).toBe(true);
      expect(await ui.page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
    }
  });

  test('neither sinks nor rises under a finger when something else begins or ends to run', async () => {
    await open('devices');
    const other = { key: 'other', direction: 'sending', peer: 'b', peerName: 'Aki' };
    const line = ui.page.locator('.slim-running');
    const top = () => inSheet('Later').evaluate((it) => it.getBoundingClientRect().top);
    const drawn = () =>
      ui.page.evaluate('new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))');
    await comes();
    await inSheet('Later').waitFor();
    const low = await top();
    await ui.page.mouse.move(20, 20);
    await is('sending', other);
    await drawn();
    expect([await line.count(), await top()]).toEqual([0, low]);
    await line.waitFor(); // once the finger rests
    const high = await top();
    expect(high).toBeLessThan(low);
    await ui.page.mouse.move(20, 30);
    await is('sent', other);
    await drawn();
    expect(await top()).toBe(high);
    await line.waitFor({ state: 'detached' });
    await expect.poll(top).toBe(low);
  });
});

describe('the slim bar', () => {
  const running = () => ui.page.locator('.slim-running');

  test('is on every screen while something runs, and leads to the transfer', async () => {
    await open('devices');
    await is('receiving', PHOTOS);
    for (const place of ['#received', '#people', '#groups', '']) {
      await ui.page.evaluate(`location.hash = '${place}'`);
      await expect.poll(() => running().innerText()).toMatch(/30 photos from Hana’s phone[\s\S]*44%/);
    }
    await ui.page.evaluate("location.hash = '#received'");
    await ui.page.getByRole('heading', { name: 'Received files' }).waitFor();
    await running().click();
    const title = ui.page.getByRole('list', { name: 'Transfers' }).getByRole('heading', { name: '30 photos' });
    await expect.poll(() => title.evaluate((it) => it === document.activeElement)).toBe(true);
    await expect.poll(() => isInView(title)).toBe(true);
  });

  test('leads there from the screen of the person, on which the same transfer stands, and to the card of a batch', async () => {
    await open('devices');
    await is('receiving', PHOTOS);
    await ui.page.evaluate("location.hash = '#people/a'");
    await ui.page.getByRole('heading', { name: 'Hana’s phone' }).first().waitFor();
    await running().click();
    const titled = (name: string) =>
      ui.page.getByRole('list', { name: 'Transfers' }).getByRole('heading', { name, exact: true });
    const isFocused = (of: Locator) => of.evaluate((it) => it === document.activeElement);
    await expect.poll(() => isFocused(titled('30 photos'))).toBe(true);
    await is('cancelled', { ...PHOTOS, by: 'me' });
    const batch = { direction: 'sending', batch: 'b' };
    await is('sent', { ...batch, key: 'one' });
    await is('sending', { ...batch, key: 'two', peer: 'b', peerName: 'Aki' });
    await running().click();
    await expect.poll(() => isFocused(titled('map.pdf'))).toBe(true);
  });

  test('counts several, by the bytes of all, and does not vanish when the path is lost', async () => {
    await open('devices');
    await is('sending', { direction: 'sending' });
    await expect.poll(() => running().innerText()).toMatch(/map\.pdf to Hana’s phone[\s\S]*44%/);
    await is('receiving', { ...PHOTOS, totalBytes: 1e6, storedBytes: 1e6 });
    await expect.poll(() => running().innerText()).toMatch(/2 transfers[\s\S]*50%/);
    await is('sent', { direction: 'sending' });
    await is('interrupted', { ...PHOTOS, cause: 'connection-lost' });
    await expect.poll(() => running().innerText()).toMatch(/30 photos[\s\S]*Interrupted/);
    await is('cancelled', { ...PHOTOS, by: 'me' });
    await running().waitFor({ state: 'detached' });
  });

  test('asks for the screen to stay on where nothing else keeps it on, and only for what takes long', async () => {
    await open('dozing');
    await running().waitFor();
    const asks = ui.page.getByText('Keep the screen on until it is done.', { exact: true });
    await is('receiving', { bytesPerSecond: 1e6 });
    await expect.poll(() => running().innerText()).toContain('2 transfers');
    expect(await asks.count()).toBe(0);
    await is('receiving', { bytesPerSecond: 1e5 });
    await asks.waitFor();
    await is('receiving', { bytesPerSecond: 1e6 }); // it does not come and go
    expect(await asks.count()).toBe(1);
  });

  test.each([
    [320, 568],
    [360, 640],
    [844, 390],
  ])('at %d x %d leaves the lower edge within a third of the screen, so that it stays there', async (width, height) => {
    const title = 'a very long name of a file that somebody wrote as a sentence.docx';
    for (const locale of ['en-US', 'ja-JP']) {
      await open('dozing', { viewport: { width, height }, locale });
      const edge = ui.page.locator('.bottom');
      const isStuck = () => edge.getAttribute('data-stuck');
      await is('receiving', { bytesPerSecond: 1e5, title });
      await running().waitFor();
      await expect.poll(isStuck).toBe('true');
      await ui.page.evaluate('window.shell.hasChosen.value = true');
      await is('saved', { title });
      await ui.page.locator('.slim.arrived').waitFor();
      await expect.poll(isStuck).toBe('true');
      expect((await edge.boundingBox())?.height).toBeLessThanOrEqual(height / 3);
    }
  });
});

test('two notes sound when something arrives, on a page that was touched, and none when it is to be quiet', async () => {
  await open('devices');
  await ui.page.evaluate(`{
    window.notes = 0;
    const { start } = OscillatorNode.prototype;
    OscillatorNode.prototype.start = function (...when) { window.notes += 1; start.apply(this, when); };
  }`);
  const notes = () => ui.page.evaluate('window.notes');
  const to = (place: string) => ui.page.evaluate(`location.hash = '${place}'`);
  const loud = (checked: boolean) => ui.page.getByRole('switch', { name: 'Sound and vibration', checked });
  await to('#here');
  await loud(true).click();
  await loud(false).waitFor();
  await comes();
  await sheet().waitFor();
  expect(await notes()).toBe(0);
  // Under a name of ours: "Forget everything" removes it.
  const kept = () => ui.page.evaluate("localStorage.getItem('hikyaku-quiet')");
  expect(await kept()).not.toBeNull();
  await inSheet('Later').click();
  await loud(false).click();
  await expect.poll(notes).toBe(2); // so that one hears what it is like
  expect(await kept()).toBeNull();
});
