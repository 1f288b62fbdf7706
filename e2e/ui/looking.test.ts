/** Received films, sounds, zips and photos of iPhones, looked at over a fake model in a real browser. */
import { describe, expect, test } from 'vitest';
import { fakeApp, type OpenOptions } from './fake-app.ts';

const ui = fakeApp();
const { button } = ui;
const open = (key: string, options: OpenOptions = {}) =>
  ui.open('looking', { place: `#received/${key}/0`, ...options });
const hint = (text: string | RegExp) => ui.page.getByText(text);

/** What the player of this page is like. */
type Player = { readonly src: string; readonly paused: boolean; readonly preload: string; readonly controls: boolean };
const player = (kind: 'video' | 'audio') =>
  ui.page.locator(kind).evaluate((it) => {
    const { src, paused, preload, controls, readyState } = it as HTMLMediaElement;
    return readyState === 0 ? undefined : { src, paused, preload, controls };
  }) as Promise<Player | undefined>;
const typeOf = (src: string) => ui.page.evaluate(async (url) => (await (await fetch(url)).blob()).type, src);

describe('films and sounds', () => {
  test.each([
    ['film', 'video', 'video/webm', 'Video: the water at the bridge.webm'],
    ['sound', 'audio', 'audio/wav', 'Sound: お知らせ.wav'],
  ] as const)('a %s waits for a press in a player with a name and a type of its own', async (key, kind, type, name) => {
    await open(key);
    await ui.page.locator(`${kind}[aria-label="${name}"]`).waitFor();
    await expect.poll(() => player(kind)).toMatchObject({ paused: true, preload: 'metadata', controls: true });
    const src = (await player(kind))?.src ?? '';
    expect(src).toMatch(/^blob:/);
    expect(await typeOf(src)).toBe(type);
    await ui.page.locator(kind).evaluate((it) => {
      (it as HTMLMediaElement).play().catch(() => {}); // it ends before it has begun to play
    });
    await expect.poll(() => ui.page.locator(kind).evaluate((it) => (it as HTMLMediaElement).ended)).toBe(true);
  });

  test('one that the browser cannot play says what can be done', async () => {
    await open('broken');
    await hint('This browser cannot play this video.').waitFor();
    await hint('VLC').waitFor();
    expect(await ui.page.locator('video').count()).toBe(0);
    expect(await button('Save to device').isEnabled()).toBe(true);
  });

  test('one of which only the sound can be played says so, and plays it', async () => {
    await open('film');
    await ui.page.locator('video').evaluate((it) => {
      Object.defineProperty(it, 'videoWidth', { value: 0 });
      it.dispatchEvent(new Event('loadedmetadata'));
    });
    await hint('This browser plays only its sound.').waitFor();
    expect(await ui.page.locator('video').count()).toBe(1);
  });
});

describe('a zip', () => {
  test('is a list of names in the order in which people count, and is not unpacked', async () => {
    await open('zip');
    const list = ui.page.getByRole('list', { name: 'What is in it' });
    await list.waitFor();
    const names = (await list.getByRole('listitem').allTextContents()).map((text) => text.replace(/[\d.]+ \w+$/, ''));
    expect(names).toEqual([
      '写真/IMG_1.JPG',
      '写真/IMG_9.JPG',
      '写真/IMG_10.JPG',
      '写真/IMG_100.JPG',
      '読んでください.txt',
      '避難者名簿.xlsx',
    ]);
    await hint('6 files · 9.6 MB').first().waitFor();
    expect(await list.getByRole('button').count()).toBe(0);
  });

  test('which is a document is none for people', async () => {
    await open('table');
    await hint('cannot be shown here').waitFor();
  });
});

describe('a photo of an iPhone', () => {
  test('says where it can be seen, and nothing of its size', async () => {
    await open('heic');
    await hint('HEIC').last().waitFor();
    await hint('exactly what was sent').waitFor();
    expect(await hint(/very large/).count()).toBe(0);
    expect(await button('Show picture').count()).toBe(0);
  });
});

test.each([
  'en-US',
  'ja-JP',
])('at 320 px with letters of twice the size nothing scrolls sideways: %s', async (locale) => {
  for (const key of ['film', 'sound', 'broken', 'zip', 'heic']) {
    await open(key, { viewport: { width: 320, height: 568 }, locale });
    await ui.page.locator('.preview:not([aria-busy])').waitFor();
    await ui.page.addStyleTag({ content: 'html { font-size: 200% }' });
    expect(
      await ui.page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth),
      key,
    ).toBe(0);
  }
});
