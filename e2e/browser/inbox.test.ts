/** Received files in the inbox of real browsers: looked at without obeying them, saved, kept over a reload, deleted. */
import { readFile, truncate, writeFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { idOf, type PublicKey, publicKeyOf, type SecretKey } from '../../src/protocol/keys.ts';
import { randomFile, sha256 } from '../drive/files.ts';
import type { Phone } from '../drive/phone.ts';
import { type Context, MB, Stage, together } from '../drive/stage.ts';
import { MARK, trapFiles } from './trap-files.ts';

/** Records in the page whatever a policy stops, and whatever another document of this origin does openly. */
const WATCH = `
  globalThis.violations = [];
  addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) =>
    violations.push(effectiveDirective + ' ' + blockedURI));
  globalThis.shouts = [];
  new BroadcastChannel('${MARK}').onmessage = ({ data }) => shouts.push(data);
`;
/** The browser has tried to show a picture: there is one, or the app says that it cannot be shown. */
const HAS_LOOKED = `(document.querySelector('.preview img')?.complete ?? document.querySelector('.not-shown') !== null)`;
const FIRST_ROW = `document.querySelector('.inbox-row')?.textContent ?? ''`;
const BADGE = `document.querySelector('.chip')?.textContent`;
const SAVE = 'Save to device';
const files = { role: 'list', name: 'Received files' } as const;

let stage: Stage;

beforeAll(async () => {
  stage = await Stage.set();
});

afterAll(() => stage.strike());

async function open(phone: Phone, ...names: readonly string[]): Promise<void> {
  for (const prefix of names) await phone.press({ role: 'button', prefix, in: files });
}
const back = (phone: Phone) => phone.press({ role: 'button', name: 'Back' });
const toInbox = (phone: Phone) => phone.goReceived();

async function brought(from: Phone, to: Phone, paths: readonly string[], title: string): Promise<void> {
  await from.sendFiles(paths, [to.name]);
  await to.accept();
  await to.waitForState(title, 'Saved');
}

/** What the traps have left in the origin: it must be nothing. */
const marks = (phone: Phone) =>
  phone.evaluate(`({
    flag: globalThis.${MARK}, stored: localStorage.getItem('${MARK}'), shouts, violations,
    title: document.title, frames: frames.length,
  })`);
const CLEAN = { flag: undefined, stored: null, shouts: [], violations: [], title: 'Hikyaku', frames: 0 };

/** Bytes stored of received files, as the browser itself lists them. */
const storedBytes = (phone: Phone, context: Context) =>
  phone.evaluate(
    context === 'secure'
      ? `(async () => {
          let sum = 0;
          const packs = await (await navigator.storage.getDirectory()).getDirectoryHandle('packs');
          for await (const file of packs.values()) sum += (await file.getFile()).size;
          return sum;
        })()`
      : `new Promise((resolve, reject) => {
          const opening = indexedDB.open('hikyaku-packs');
          opening.onerror = () => reject(opening.error);
          opening.onsuccess = () => {
            const all = opening.result.transaction('packs').objectStore('packs').getAll();
            all.onsuccess = () => {
              opening.result.close(); // else it could not be deleted
              resolve(all.result.reduce((sum, it) => sum + (it.size ?? 0), 0));
            };
          };
        })`,
  );

/** What the browser itself lists for this origin. */
const traces = (phone: Phone) =>
  phone.evaluate(`(async () => {
    const files = [];
    const root = await navigator.storage?.getDirectory?.();
    if (root !== undefined) for await (const name of root.keys()) files.push(name);
    return {
      databases: (await indexedDB.databases()).map(({ name }) => name),
      files,
      caches: (await globalThis.caches?.keys())?.length ?? 0,
      workers: (await navigator.serviceWorker?.getRegistrations())?.length ?? 0,
      texts: [...Object.keys(localStorage), ...Object.keys(sessionStorage)].sort(),
    };
  })()`);

/** The secret and the name that a device has stored so far. */
const whoIsThis = async (phone: Phone) =>
  (await phone.evaluate(`new Promise((resolve, reject) => {
    const opening = indexedDB.open('hikyaku-settings');
    opening.onerror = () => reject(opening.error);
    opening.onsuccess = () => {
      const settings = opening.result.transaction('settings').objectStore('settings');
      const of = (key) => new Promise((found) => (settings.get(key).onsuccess = ({ target }) => found(target.result)));
      Promise.all([of('key'), of('name')]).then(([key, name]) => {
        opening.result.close();
        resolve({ ...(key && { secret: key.secret }), ...(name && { name }) });
      });
    };
  })`)) as Readonly<Record<string, string>>;

const CLOSED = { role: 'switch', name: 'Nobody I do not know, for an hour' } as const;
/** Beside the name of somebody who was made sure of. */
const KNOWN = /· Known/;

/** Stores that `phone` has made sure of the person with this key; a page that is opened later reads it. */
const know = (phone: Phone, key: PublicKey) =>
  phone.evaluate(`new Promise((resolve, reject) => {
    const opening = indexedDB.open('hikyaku-people');
    opening.onerror = () => reject(opening.error);
    opening.onsuccess = () => {
      const person = { is: 'known', id: '${idOf(key)}', key: '${key}', label: 'Aki', since: 1, acceptBytes: 0 };
      const put = opening.result.transaction('people', 'readwrite').objectStore('people').put(person, person.id);
      put.transaction.oncomplete = () => {
        opening.result.close(); // else it could not be deleted
        resolve();
      };
    };
  })`);

describe.each<Context>(['secure', 'plain'])('on the %s address', (context) => {
  let aki: Phone;
  let haru: Phone;
  let traps: ReadonlyMap<string, string>;
  /** Addresses of this router that a trap has called, and dialogs that appeared over the app. */
  const called: string[] = [];
  const dialogs: string[] = [];

  beforeAll(async () => {
    [aki, haru] = await Promise.all([
      stage.phone(`Aki ${context}`, context),
      stage.phone(`Haru ${context}`, context, { initScript: WATCH }),
    ]);
    await together(aki, haru);
    haru.chromium.context.on('request', (request) => {
      if (request.url().includes(MARK)) called.push(request.url());
    });
    haru.chromium.page.on('dialog', (dialog) => {
      dialogs.push(dialog.message());
      void dialog.dismiss();
    });
    traps = await trapFiles(stage.path(context), stage.url(context));
    await brought(aki, haru, [...traps.values()], 'evil.html');
    await toInbox(haru);
    await open(haru, '11 files');
  });

  afterAll(async () => {
    await stage.leave(aki);
    await stage.leave(haru);
  });

  it.each([
    ['evil.html', '<script>'],
    ['evil.svg', '<svg xmlns'],
    ['drawing.png', '<svg xmlns'],
    ['playlist.mp4', '#EXTM3U'],
    ['list.csv', '山田太郎,42'],
    ['program.bin', 'cannot be shown here'],
  ])('shows %s as what is written in it', async (name, text) => {
    await open(haru, name);
    await haru.waitForText(text);
    expect(await haru.evaluate('document.querySelectorAll("iframe, object, embed, video, .preview img").length')).toBe(
      0,
    );
    expect(await marks(haru)).toEqual(CLEAN);
    await back(haru);
  });

  it('shows a picture as a picture, small in the list and large by itself', async () => {
    await expect
      .poll(() =>
        haru.evaluate(`[...document.querySelectorAll('.thumbnail canvas')].filter((it) => it.width > 0).length`),
      )
      .toBe(1);
    await open(haru, 'photo.png');
    await expect.poll(() => haru.evaluate('document.querySelector(".preview img")?.naturalWidth')).toBe(640);
    await back(haru);
  });

  it('runs nothing in a page whose bytes begin like a picture', async () => {
    await open(haru, 'moving.gif');
    await expect.poll(() => haru.evaluate(HAS_LOOKED)).toBe(true);
    expect(await marks(haru)).toEqual(CLEAN);
    await back(haru);
  });

  it('plays a film under the policy of the router, and says of what only begins like one that it cannot', async () => {
    await open(haru, 'film.webm');
    await expect.poll(() => haru.evaluate('document.querySelector("video")?.videoWidth')).toBe(16);
    expect(await haru.evaluate('document.querySelector("video").paused')).toBe(true);
    await back(haru);
    await open(haru, 'moving.webm');
    await haru.waitForText('This browser cannot play this video.');
    expect(await marks(haru)).toEqual(CLEAN);
    await back(haru);
  });

  it('opens a PDF in a separate tab, whose scripts reach nothing here', async () => {
    await open(haru, 'x.pdf');
    const { context: browser } = haru.chromium;
    const opening = browser.waitForEvent('page');
    const saying = browser.waitForEvent('dialog');
    await haru.press({ role: 'link', name: 'Open PDF' });
    const tab = await opening;
    // The dialog shows that the document's script ran in the viewer; it does no more.
    await (await saying).dismiss();
    expect(await tab.evaluate('[document.contentType, opener]')).toEqual(['application/pdf', null]);
    await tab.close();
    expect(await marks(haru)).toEqual(CLEAN);
    await back(haru);
  });

  it('saves each file with its exact bytes and name, and remembers that', async () => {
    for (const [name, path] of traps) {
      await open(haru, name);
      const copy = await haru.saveHere(SAVE, stage.path(`${context}-saved`));
      expect(copy.name).toBe(name);
      expect(await sha256(copy.path)).toBe(await sha256(path));
      await expect.poll(() => haru.evaluate(BADGE)).toBe('Arrived');
      await back(haru);
    }
    expect(await marks(haru)).toEqual(CLEAN);
    expect(called).toEqual([]);
    expect(dialogs).toEqual([]);
  });

  it('has everything after a reload, in the same place', async () => {
    const { page } = haru.chromium;
    await page.reload();
    await open(haru, 'list.csv');
    await haru.waitForText('山田太郎,42');
    await page.goBack();
    await page.goBack();
    await expect.poll(() => haru.evaluate(FIRST_ROW)).toMatch(/^11 files.*evil\.html and 10 more.*Arrived$/);
    await page.goBack();
    await haru.waitForStatus('Online');
    // It ended in an earlier visit: only the inbox lists it.
    expect(await haru.transfers()).toEqual([]);
  });

  it('frees the room when a viewed file is deleted', async () => {
    const before = await storedBytes(haru, context);
    const file = await randomFile(stage.path(`${context}-heap.bin`), 5 * MB);
    await brought(aki, haru, [file], 'heap.bin');
    expect(await storedBytes(haru, context)).toBe(Number(before) + 5 * MB);
    await toInbox(haru);
    await open(haru, `${context}-heap.bin`);
    await haru.waitForText('cannot be shown here');
    await haru.press({ role: 'button', name: 'Delete' });
    await haru.waitForText('1 file may not be on your device yet');
    await haru.press({ role: 'button', name: 'Delete' });
    await haru.waitForText('11 files');
    await haru.press({ role: 'button', prefix: 'Recently deleted' });
    await haru.press({ role: 'button', name: 'Delete now for good' });
    await haru.waitForText('cannot be brought back');
    await haru.press({ role: 'button', name: 'Delete' });
    await expect.poll(() => storedBytes(haru, context)).toBe(before);
    await back(haru);
  });

  it('is empty after "Delete all", which can be undone for a day, also after a reload', async () => {
    const before = await storedBytes(haru, context);
    await haru.press({ role: 'button', name: 'Delete all' });
    await haru.press({ role: 'button', name: 'Delete' });
    await haru.waitForText('Nothing here yet');
    await haru.chromium.page.reload();
    await haru.waitForText('Nothing here yet');
    expect(await storedBytes(haru, context)).toBe(before);
    await haru.press({ role: 'button', prefix: 'Recently deleted' });
    await haru.press({ role: 'button', prefix: 'Undo:' });
    await back(haru);
    await open(haru, '11 files', 'list.csv');
    await haru.waitForText('山田太郎,42');
  });

  it('forgets everything when told to, in all its tabs, and is another device afterwards, which knows nobody', async () => {
    const before = await whoIsThis(haru);
    await know(haru, publicKeyOf((await whoIsThis(aki))['secret'] as SecretKey));
    await haru.goHere();
    await haru.press({ role: 'switch', name: 'Sound and vibration' });
    await haru.press(CLOSED);
    await haru.press({ role: 'button', name: 'End now' });
    await haru.press(CLOSED);
    expect(await traces(haru)).toEqual({
      databases: expect.arrayContaining(['hikyaku-people', 'hikyaku-received', 'hikyaku-settings']),
      files: context === 'secure' ? ['packs'] : [],
      caches: context === 'secure' ? 2 : 0,
      workers: context === 'secure' ? 1 : 0,
      texts: ['hikyaku-closed-until', 'hikyaku-quiet', 'hikyaku-recent'],
    });
    // A second tab now has the engine, and the first one is set aside.
    const tab = await haru.chromium.context.newPage();
    const errors: string[] = [];
    tab.on('pageerror', (error) => errors.push(String(error)));
    await tab.goto(stage.url(context));
    await haru.waitForText('Use here');
    await tab.getByRole('link', { name: /^Received/ }).waitFor();
    await tab.getByText(KNOWN).waitFor();
    await tab.getByText('Only people you know can reach you').waitFor();
    // An engine is writing, and has its file open.
    const long = stage.path(`${context}-long.bin`);
    await writeFile(long, '');
    await truncate(long, 500 * MB);
    await aki.sendFiles([long], [haru.name]);
    await tab.getByRole('button', { name: 'Accept', exact: true }).click();
    await aki.waitForState('long.bin', 'Sending');
    await tab.getByRole('link', { name: /^Online/ }).click();
    await tab.getByRole('button', { name: 'Forget everything Hikyaku keeps on this device' }).click();
    await tab.getByText('11 received files that may not be on your device yet').waitFor();
    await tab.getByText('Whom you know or have blocked: 1 person.').waitFor();
    await tab.getByRole('button', { name: 'Forget everything', exact: true }).click();
    const end = 'Hikyaku has forgotten everything here';
    await tab.getByRole('heading', { name: end }).waitFor();
    await haru.waitForText(end);
    await aki.waitForDeviceToLeave(haru.name);
    await aki.waitForState('long.bin', 'Interrupted');
    expect(await traces(haru)).toEqual({ databases: [], files: [], caches: 0, workers: 0, texts: [] });
    expect(errors).toEqual([]);
    await haru.press({ role: 'button', name: 'Start as a new device' });
    await haru.waitForStatus('Online');
    await expect.poll(async () => Object.keys(await whoIsThis(haru)).length).toBe(2);
    const after = await whoIsThis(haru);
    for (const [key, value] of Object.entries(after)) expect(value, key).not.toBe(before[key]);
    await aki.waitForDevice(after['name'] ?? '');
    await haru.waitForDevice(aki.name);
    expect(await haru.text()).not.toMatch(KNOWN);
    expect(await haru.text()).not.toContain('Only people you know can reach you');
    await tab.close();
  });
});

/**
 * Imitates the app on an iPhone's home screen: no downloads and no tabs, but a share sheet, which here only takes
 * notes.
 */
const HOME_SCREEN_APP = `
  Object.defineProperty(navigator, 'standalone', { value: true });
  globalThis.shared = [];
  navigator.canShare = ({ files }) => files.every(({ type }) => type !== '');
  navigator.share = async ({ files: [file], ...rest }) => {
    shared.push({ name: file.name, type: file.type, text: await file.text(), rest: Object.keys(rest) });
  };
`;

describe('in a home-screen app on iOS', () => {
  it('saves through the share sheet, exact bytes and name, and opens no tabs', async () => {
    const [aki, haru] = await Promise.all([
      stage.phone('Aki of iOS'),
      stage.phone('Haru of iOS', 'plain', { initScript: HOME_SCREEN_APP }),
    ]);
    await together(aki, haru);
    const traps = await trapFiles(stage.path('ios'), stage.url('plain'));
    await brought(aki, haru, [traps.get('x.pdf') ?? '', traps.get('program.bin') ?? ''], 'x.pdf');
    await toInbox(haru);
    await open(haru, '2 files', 'x.pdf');
    await haru.waitForText('cannot show PDF files');
    expect(await haru.evaluate(`document.querySelectorAll('main a').length`)).toBe(0);
    await haru.press({ role: 'button', name: 'Share' });
    await expect.poll(() => haru.evaluate('shared.length')).toBe(1);
    await haru.waitForText('Only in this app'); // another app has it, and nobody knows if it keeps it
    await haru.press({ role: 'button', name: SAVE });
    await expect.poll(() => haru.evaluate('shared.length')).toBe(2);
    await haru.waitForText('Now look in Photos, Downloads or Files');
    expect(await haru.evaluate(BADGE)).toBe('Only in this app'); // unchanged: the sheet does not report its result
    const bytes = await readFile(traps.get('x.pdf') ?? '', 'utf8');
    const once = { name: 'x.pdf', type: 'application/pdf', text: bytes, rest: [] };
    expect(await haru.evaluate('shared')).toEqual([once, once]);
    await back(haru);
    await open(haru, 'program.bin');
    await haru.waitForText('cannot be shown here');
    expect(
      await haru.evaluate(`[...document.querySelectorAll('button')].some((it) => it.textContent === 'Share')`),
    ).toBe(false);
  });
});

it('hide deletes nothing (the fault of November): what was received, given to a download that was cancelled, and hidden, is still there', async () => {
  const [aki, haru] = await Promise.all([stage.phone('Aki who sends'), stage.phone('Haru who hides')]);
  await together(aki, haru);
  const file = await randomFile(stage.path('only-copy.bin'), 3 * MB);
  await brought(aki, haru, [file], 'only-copy.bin');
  const transfer = { texts: ['only-copy.bin'] };
  const { page } = haru.chromium;
  const download = page.waitForEvent('download');
  await haru.press({ role: 'button', name: SAVE, transfer });
  await (await download).cancel();
  await haru.press({ role: 'button', name: 'Hide', transfer });
  await expect.poll(() => haru.transfers()).toEqual([]);
  await page.reload();
  await toInbox(haru);
  await open(haru, 'only-copy.bin');
  const copy = await haru.saveHere(SAVE, stage.path('hidden-saved'));
  expect(await sha256(copy.path)).toBe(await sha256(file));
  // A download proves nothing: deleting still warns that the file would be lost.
  await haru.press({ role: 'button', name: 'Delete' });
  await haru.waitForText('1 file may not be on your device yet');
  await haru.press({ role: 'button', name: 'Keep' });
  await haru.press({ role: 'button', name: 'Yes, it is there' });
  await haru.press({ role: 'button', name: 'Delete' });
  await haru.waitForText('those on your device stay');
});

describe('in Firefox', () => {
  it('shows a page and a list as text, and saves them unchanged', async () => {
    const [aki, haru] = await Promise.all([
      stage.phone('Aki of Firefox'),
      stage.phone('Haru of Firefox', 'plain', { browser: 'firefox', initScript: WATCH }),
    ]);
    await together(aki, haru);
    const traps = await trapFiles(stage.path('firefox'), stage.url('plain'));
    await brought(aki, haru, [...traps.values()], 'evil.html');
    await toInbox(haru);
    await open(haru, '11 files');
    for (const [name, text] of [
      ['evil.html', '<script>'],
      ['evil.svg', '<svg xmlns'],
      ['list.csv', '山田太郎,42'],
    ] as const) {
      await open(haru, name);
      await haru.waitForText(text);
      const copy = await haru.saveHere(SAVE, stage.path('firefox-saved'));
      expect(await sha256(copy.path)).toBe(await sha256(traps.get(name) ?? ''));
      expect(await marks(haru)).toEqual(CLEAN);
      await back(haru);
    }
    await open(haru, 'film.webm');
    await expect.poll(() => haru.evaluate('document.querySelector("video")?.videoWidth')).toBe(16);
    expect(await marks(haru)).toEqual(CLEAN);
  });
});
