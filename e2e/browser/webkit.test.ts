/**
 * The app and the router's pages in WebKit, new, private and old: what an old engine cannot parse is a blank page on
 * somebody's iPhone. Files go to Chromium and back through WebRTC that the page borrows (`drive/lending-door.ts`).
 */
import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { randomFile, sha256, temporaryFolder } from '../drive/files.ts';
import { type LendingDoor, openLendingDoor } from '../drive/lending-door.ts';
import { Phone } from '../drive/phone.ts';
import { Router } from '../drive/router.ts';
import { secureUrlOf } from '../drive/trusted.ts';
import { type Engine, whyNoWebKit } from '../drive/webkit.ts';
import { goToBoard, goToPerson, inConversation, MESSAGE, onBoard, writeMessage, writePost } from '../drive/words.ts';
import { isWhole } from '../run/grid.ts';

let router: Router;
let door: LendingDoor;
let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let haru: Phone;

beforeAll(async () => {
  router = await Router.start(['--https-port', '0']);
  door = await openLendingDoor(router.url);
  folder = await temporaryFolder('webkit');
  haru = await Phone.open('Haru', router.plainUrl, { browser: 'pages' });
});

afterAll(async () => {
  await haru?.close();
  await door?.close();
  await router?.stop();
  await folder?.remove();
});

const secureUrl = async () => `https://127.0.0.1:${new URL(await secureUrlOf(router)).port}/`;

/** A page that is just being left fails to answer, or never does: then the next one is asked, after so many ms. */
const ASK_AGAIN_MS = 3_000;
const soon = <T>(answer: Promise<T>): Promise<T | string> =>
  Promise.race([answer, setTimeout(ASK_AGAIN_MS, 'no answer')]).catch(() => 'no answer');

/** Counts the workers that a page ends. */
const COUNT_ENDED = `(() => {
  globalThis.ended = 0;
  const { terminate } = Worker.prototype;
  Worker.prototype.terminate = function () {
    ended++;
    terminate.call(this);
  };
})()`;

const NEW = /Version\/(?:1[89]|[2-9]\d)/;
const FILE_BYTES = 3_000_000;
const SAVE = 'Save to device';

describe.each<[Engine, RegExp]>([
  ['gtk', NEW],
  ['gtk-private', NEW],
  ['wpe', /Version\/16\.0/],
])('WebKit, %s', (engine, version) => {
  const why = whyNoWebKit(engine);
  const missing = why && `${why} is not installed`;
  const name = `Apple, ${engine}`;
  /** It keeps nothing when it is closed, and the page says so. */
  const isPrivate = engine !== 'gtk';
  let apple: Phone;

  beforeAll(async () => {
    if (missing === undefined)
      apple = await Phone.start(name, { browser: engine, viewport: { width: 390, height: 844 } });
  });
  afterAll(() => apple?.close());
  beforeEach(({ skip }) => skip(missing !== undefined, missing));

  const path = (file: string) => `${folder.path}/${engine}-${file}`;
  const arrived = `${engine}-there.bin`;

  test('the page comes up on plain HTTP, and is given a name', async () => {
    await apple.open(door.plainUrl);
    expect(await apple.evaluate('navigator.userAgent')).toMatch(version);
    expect(await apple.evaluate('isSecureContext')).toBe(false);
    await apple.waitForStatus('Online');
    await apple.rename(name);
    await haru.waitForDevice(name);
  });

  test(`a file comes, ${engine === 'wpe' ? 'is the one that was sent' : 'is saved byte for byte'}, and is there after a reload`, async () => {
    const file = await randomFile(path('there.bin'), FILE_BYTES);
    await haru.sendFiles([file], [name]);
    const { text } = await apple.offer();
    expect(text).toContain(arrived);
    expect(text.includes('This browser keeps nothing for this page')).toBe(isPrivate);
    await apple.accept();
    const saved = await apple.waitForState(arrived, 'Saved');
    expect(saved).toMatchObject({ verified: true, path: 'Direct' });
    expect(saved.text.includes('this browser keeps nothing')).toBe(isPrivate);
    await haru.waitForState([arrived], 'Sent');
    if (engine !== 'wpe') {
      const { path: onDisk } = await apple.save(arrived, path('saved'));
      expect(await sha256(onDisk)).toBe(await sha256(path('there.bin')));
    } // there WebDriver does not get the bytes out; the page has compared their digests
    await apple.open(door.plainUrl);
    await apple.waitForStatus('Online');
    await apple.goReceived();
    const row = { role: 'button', prefix: arrived, in: { role: 'list', name: 'Received files' } };
    await apple.press(row);
    await apple.waitForText(SAVE);
    await apple.open(door.plainUrl);
    await apple.waitForStatus('Online');
  });

  // The same.
  if (engine !== 'wpe')
    test('a file that came before a reload is saved byte for byte from the inbox', async () => {
      await apple.goReceived();
      await apple.press({
        role: 'button',
        prefix: arrived,
        in: { role: 'list', name: 'Received files' },
      });
      const saved = await apple.saveHere('Save again', path('saved-again'));
      expect(await sha256(saved.path)).toBe(await sha256(path('there.bin')));
      await apple.open(door.plainUrl);
      await apple.waitForStatus('Online');
    });

  // What new WebKit does in `gtk` and a private one in `wpe` is tried with both at once only in the whole grid.
  if (isWhole || engine !== 'gtk-private') {
    test('a page that the browser keeps while another is read has let go of what is stored, and works when it is back', async () => {
      await apple.open(door.plainUrl);
      await apple.waitForStatus('Online');
      await apple.goReceived();
      await apple.waitForItem('Received files', [arrived]);
      await apple.evaluate(COUNT_ENDED);
      await apple.open(new URL('status', router.plainUrl).href);
      await apple.evaluate('setTimeout(() => history.back()) && 0');
      await expect.poll(() => soon(apple.status())).toBe('Online');
      // The same page as before, whose engine and bag were ended when it was left.
      expect(await apple.evaluate('globalThis.ended')).toBe(2);
      await apple.waitForItem('Received files', [arrived]);
      await apple.goHome();
      await apple.waitForDevice('Haru');
    });

    test('words go both ways and arrive, and a draft stays through a reload', async () => {
      await goToPerson(apple, 'Haru');
      await writeMessage(apple, `all well, ${engine}`);
      await inConversation(apple, `all well, ${engine}`, 'Arrived');
      await goToPerson(haru, name);
      await inConversation(haru, `all well, ${engine}`);
      await writeMessage(haru, `good to hear, ${engine}\nhttps://example.org/a`);
      await inConversation(haru, `good to hear, ${engine}`, 'Arrived');
      await inConversation(apple, `good to hear, ${engine}`);
      await apple.write(MESSAGE, 'half of a thought');
      const written = () => soon(apple.evaluate(`document.querySelector('textarea')?.value`));
      await expect.poll(written).toBe('half of a thought');
      await apple.evaluate('setTimeout(() => location.reload()) && 0');
      await expect.poll(() => soon(apple.status())).toBe('Online');
      await apple.waitFor(MESSAGE);
      await expect.poll(written).toBe('half of a thought');
      expect(await apple.namelessControls()).toEqual([]);
      await inConversation(apple, `all well, ${engine}`, 'Arrived');
      await apple.press({ role: 'button', name: 'Send message' });
      await inConversation(haru, 'half of a thought');
    });

    test('the board is read and written, and what is carried is said, and can be thrown away', async () => {
      await goToBoard(apple);
      await writePost(apple, `water at ten, ${engine}`);
      await goToBoard(haru);
      await onBoard(haru, `water at ten, ${engine}`, name);
      await writePost(haru, `bread at noon, ${engine}`);
      await onBoard(apple, `bread at noon, ${engine}`, 'Haru');
      expect(await apple.namelessControls()).toEqual([]);
      await apple.goHere();
      await apple.waitForText('What you carry for others');
      await apple.waitForText('of the board');
      await apple.press({ role: 'button', name: 'Throw it away' });
      await apple.waitForText('If nobody else carries it, it does not arrive.');
      await apple.press({ role: 'button', name: 'Throw it away' });
      await apple.waitForText('1 post of the board'); // its own
      await haru.goHome();
    });

    test('a file goes, and arrives byte for byte', async () => {
      await apple.open(door.plainUrl);
      await apple.waitForStatus('Online');
      const file = await randomFile(path('back.bin'), FILE_BYTES);
      await apple.waitForDevice('Haru');
      await apple.sendFiles([file], ['Haru']);
      await haru.accept();
      expect(await haru.waitForState(`${engine}-back.bin`, 'Saved')).toMatchObject({ verified: true });
      await apple.waitForState(`${engine}-back.bin`, 'Sent');
      expect(await sha256((await haru.save(`${engine}-back.bin`, path('saved'))).path)).toBe(await sha256(file));
    });

    test('takes its name along to the secure address', async () => {
      await apple.open(router.url);
      const there = { href: `${await secureUrl()}#device=${'m'.repeat(42)}k&name=Moved`, referrerPolicy: 'origin' };
      await apple.evaluate(`Object.assign(document.createElement('a'), ${JSON.stringify(there)}).click()`);
      await expect.poll(() => soon(apple.text())).toContain('Go on here as Moved?');
    });

    test('the pages of the router have their words, and none of them is wider than a phone', async () => {
      for (const page of ['welcome', 'trust', 'status', 'poster']) {
        await apple.open(new URL(page, router.plainUrl).href);
        expect(await apple.evaluate('document.querySelector("h1")?.innerText.length > 0'), page).toBe(true);
        // A sheet of paper keeps its width.
        if (page !== 'poster')
          expect(await apple.evaluate('document.documentElement.scrollWidth <= innerWidth'), page).toBe(true);
      }
    });
  }

  test('forgets everything when told to, over http and over https', async () => {
    for (const url of [router.plainUrl, await secureUrl()]) {
      await apple.open(url);
      expect(await apple.evaluate('isSecureContext')).toBe(url.startsWith('https:'));
      await apple.waitForStatus('Online');
      await apple.goHere();
      await apple.press({ role: 'button', name: 'Forget everything Hikyaku keeps on this device' });
      await apple.press({ role: 'button', name: 'Forget everything' });
      await apple.waitForText('Hikyaku has forgotten everything here');
      expect(await apple.evaluate('localStorage.length')).toBe(0);
      await apple.press({ role: 'button', name: 'Start as a new device' });
      await expect.poll(() => soon(apple.status())).toBe('Online');
    }
  });

  if (engine === 'gtk')
    test('opens without the router, once its service worker is there', async () => {
      await apple.open(await secureUrl());
      await apple.waitForStatus('Online');
      expect(await apple.evaluate('navigator.serviceWorker.ready.then(({ active }) => active.scriptURL)')).toMatch(
        /^https:.*\/sw\.js$/,
      );
      await router.kill();
      await apple.evaluate('setTimeout(() => location.reload()) && 0');
      await expect.poll(() => soon(apple.status())).toBe('Offline');
      await router.restart();
    });
});
