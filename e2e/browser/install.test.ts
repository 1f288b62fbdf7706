/**
 * The installed app as the system sees it: it can be installed, receives shares, and shows a notice when files come.
 */
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { CDPSession } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { randomFile, sha256, zipDigests } from '../drive/files.ts';
import type { Phone } from '../drive/phone.ts';
import { MB, Stage, together } from '../drive/stage.ts';

let stage: Stage;
let phone: Phone;
let other: Phone;
let session: CDPSession;

beforeAll(async () => {
  stage = await Stage.set();
  [phone, other] = await Promise.all([stage.phone('Aki', 'secure'), stage.phone('Haru')]);
  session = await phone.chromium.context.newCDPSession(phone.chromium.page);
  await phone.evaluate('navigator.serviceWorker.ready.then(() => true)');
  await together(phone, other);
});
afterAll(() => stage.strike());

it('can be installed: the browser finds no fault, and offers it when a person presses', async () => {
  const { installabilityErrors } = await session.send('Page.getInstallabilityErrors');
  expect(installabilityErrors).toEqual([]);
  const { errors, data = '' } = await session.send('Page.getAppManifest');
  expect(errors).toEqual([]);
  expect(JSON.parse(data)).toMatchObject({ id: '/', start_url: '/', display: 'standalone' });
  await phone.goHere();
  await phone.waitForText('Install Hikyaku');
  await phone.goHome();
});

it('every picture of the manifest exists in the stated size', async () => {
  const { data = '' } = await session.send('Page.getAppManifest');
  const manifest = JSON.parse(data) as {
    readonly icons: readonly Picture[];
    readonly screenshots: readonly Picture[];
    readonly shortcuts: readonly { readonly icons: readonly Picture[] }[];
  };
  const pictures = [...manifest.icons, ...manifest.screenshots, ...manifest.shortcuts.flatMap(({ icons }) => icons)];
  expect(pictures.length).toBeGreaterThan(8);
  for (const { src, sizes } of pictures) expect(await phone.evaluate(sizeOf(src)), src).toBe(sizes);
});

type Picture = { readonly src: string; readonly sizes: string };
const sizeOf = (src: string) => `(async () => {
  const picture = Object.assign(new Image(), { src: ${JSON.stringify(src)} });
  await picture.decode();
  return picture.naturalWidth + 'x' + picture.naturalHeight;
})()`;

const USE = { role: 'button', name: 'Yes, use it' } as const;

/** How many shares the service worker keeps. */
const KEPT_SHARES = `new Promise((done) => {
  indexedDB.open('hikyaku-shared').onsuccess = ({ target: { result } }) => {
    result.transaction('shared').objectStore('shared').count().onsuccess = ({ target }) => done(target.result);
  };
})`;

/** Shares as a system does: posts a form to the address in the manifest. */
async function share(fields: Readonly<Record<string, string>>, files: readonly string[]): Promise<void> {
  const { page } = phone.chromium;
  await page.goto('about:blank');
  const inputs = Object.keys(fields).map((name) => `<input name="${name}">`);
  await page.setContent(
    `<form method="post" enctype="multipart/form-data" action="${stage.router.url}share">${inputs.join('')}
      <input type="file" name="files" multiple><button>Share</button></form>`,
  );
  for (const [name, value] of Object.entries(fields)) await page.fill(`input[name=${name}]`, value);
  if (files.length > 0) await page.setInputFiles('input[type=file]', [...files]);
  await page.click('button');
  await page.waitForURL(stage.router.url);
}

it('shared files are ready to send, and arrive byte for byte', async () => {
  const photo = await randomFile(stage.path('写真 1.jpg'), 12 * MB);
  const list = await randomFile(stage.path('list.csv'), 1234);
  await share({ title: 'Water', text: '給水は 3 時から', url: 'http://east.example/' }, [photo, list]);
  await phone.waitForStatus('Online');
  await phone.waitForText('Shared to Hikyaku');
  await phone.open(stage.router.url); // the share survives a reload before the person has decided
  // From any origin: nothing is ready to be sent before the person has agreed.
  await phone.waitForText('Shared to Hikyaku');
  expect(await phone.text()).not.toContain('Ready to send');
  await phone.press(USE);
  await phone.waitForText('Ready to send');
  await phone.waitForDevice(other.name);
  await phone.sendChosen(other.name);
  const { text } = await other.offer();
  for (const name of ['写真 1.jpg', 'list.csv', 'Water.txt']) expect(text).toContain(name);
  await other.accept();
  await other.waitForState('写真 1.jpg', 'Saved');
  await phone.waitForState('写真 1.jpg', 'Sent');
  const digests = await zipDigests((await other.save('写真 1.jpg', stage.path('saved'), 'Save all')).path);
  expect(digests.get('写真 1.jpg')).toBe(await sha256(photo));
  expect(digests.get('list.csv')).toBe(await sha256(list));
  // It is not kept for later.
  expect(await phone.evaluate(KEPT_SHARES)).toBe(0);
  await phone.open(stage.router.url);
  await phone.waitForStatus('Online');
  expect(await phone.text()).not.toContain('Ready to send');
});

it('a share posted by a foreign page does not pass for the person’s own, and the page is named', async () => {
  const form = `<form method="post" enctype="multipart/form-data" action="${stage.router.url}share">
    <input name="title" value="Pay here"><input name="text" value="http://evil.example/"><button>Win</button></form>`;
  const foreign = createServer((_, response) => response.setHeader('Content-Type', 'text/html').end(form));
  await new Promise<void>((resolve) => foreign.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${(foreign.address() as AddressInfo).port}`;
  const { page } = phone.chromium;
  await page.goto(origin);
  await page.click('button');
  await page.waitForURL(stage.router.url);
  await phone.waitForText(`The web page ${origin} put this here.`);
  expect(await phone.text()).not.toContain('Ready to send');
  await phone.press({ role: 'button', name: 'No, throw it away' });
  await page.getByRole('heading', { name: 'Shared to Hikyaku' }).waitFor({ state: 'detached' });
  foreign.closeAllConnections();
  foreign.close();
});

it('a text alone becomes a file, even while no router is in reach', async () => {
  await stage.router.kill();
  await share({ title: '', text: '第一避難所は満員です', url: '' }, []);
  await phone.waitForStatus('Offline');
  await phone.waitForText('Shared text.txt');
  await phone.press(USE);
  await stage.router.restart();
  await phone.waitForDevice(other.name);
  await phone.sendChosen(other.name);
  await other.accept();
  await other.waitForState('Shared text.txt', 'Saved');
  const { path } = await other.save('Shared text.txt', stage.path('saved'));
  expect(await readFile(path, 'utf8')).toBe('\ufeff第一避難所は満員です\n');
});

it('the shortcut leads, once, to the button that chooses files', async () => {
  await phone.open(`${stage.router.url}?choose`);
  await phone.waitForStatus('Online');
  await expect.poll(() => phone.evaluate('document.activeElement.textContent')).toBe('Choose files');
  expect(await phone.evaluate('location.search')).toBe('');
});
