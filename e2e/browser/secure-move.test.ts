/**
 * From the plain address to the secure one: offered only where it works, keeps the identity, and says what stays
 * behind.
 */
import { existsSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { randomFile, sha256, temporaryFolder } from '../drive/files.ts';
import { FIREFOX } from '../drive/firefox.ts';
import { keptPort } from '../drive/kept-port.ts';
import { Phone, type PhoneOptions } from '../drive/phone.ts';
import { Router } from '../drive/router.ts';
import { MB, together } from '../drive/stage.ts';
import { secureUrlOf, Trust, whyNoTrust } from '../drive/trusted.ts';

const HOSTNAME = 'hikyaku.internal';
const GO_ON = { role: 'button', name: 'Go on' } as const;
const GO = { role: 'button', name: 'Go to the secure address' } as const;
/** Long after the end of any certificate made now. */
const FAR_IN_THE_FUTURE = 'const now = Date.now; Date.now = () => now() + 20 * 365 * 86_400_000;';
const SECRET = `new Promise((resolve) => {
  const open = indexedDB.open('hikyaku-settings');
  open.onsuccess = () => {
    const got = open.result.transaction('settings').objectStore('settings').get('key');
    got.onsuccess = () => resolve(got.result.secret);
  };
})`;

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let router: Router;
let plain: string;
let secure: string;
let trusting: Trust;

beforeAll(async () => {
  if (whyNoTrust !== undefined) return;
  folder = await temporaryFolder('secure-move');
  router = await Router.start(['--https-port', '0']);
  plain = `http://${HOSTNAME}:${new URL(router.url).port}/`;
  secure = await secureUrlOf(router);
  trusting = await Trust.of(router, [HOSTNAME]);
});

afterAll(async () => {
  await router?.stop();
  await trusting?.remove();
  await folder?.remove();
});

/** A secret that others know. */
const KNOWN = `${'m'.repeat(42)}k`;

/** Leads to the secure address as the page itself does, but with `KNOWN`. */
function linkOf(name: string): string {
  const link = { href: `${secure}#device=${KNOWN}&name=${name}`, referrerPolicy: 'origin' };
  return `Object.assign(document.createElement('a'), ${JSON.stringify(link)}).click()`;
}

/** A question put to a page that is being left may never be answered (Firefox, over WebDriver BiDi), in ms. */
const ASK_AGAIN_MS = 3_000;

/** Resolves once the browser is there. What a page says while it is being left counts for neither page. */
async function isAt(phone: Phone, url: string): Promise<void> {
  const place = () => Promise.race([phone.evaluate('location.href'), setTimeout(ASK_AGAIN_MS)]);
  await expect.poll(() => place().catch(() => undefined)).toBe(url);
}

/**
 * Lines of Firefox that look like exceptions but are none: the trial request, which must fail where the router is not
 * trusted; and a script whose loading ended with its page, where Firefox compares the SHA-256 of no bytes at all.
 */
const NO_EXCEPTIONS = ['/healthz', '47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='];

async function leave(...phones: readonly Phone[]): Promise<void> {
  for (const phone of phones) {
    expect(phone.uncaught().filter((problem) => !NO_EXCEPTIONS.some((part) => problem.includes(part)))).toEqual([]);
    await phone.close();
  }
}

beforeEach(({ skip }) => skip(whyNoTrust !== undefined, whyNoTrust));

describe.each<[NonNullable<PhoneOptions['browser']>]>([['chromium'], ['firefox']])('%s', (browser) => {
  const missing = browser === 'firefox' && !existsSync(FIREFOX) ? 'firefox-esr is not installed' : whyNoTrust;
  beforeEach(({ skip }) => skip(missing !== undefined, missing));

  it('goes to the secure address as the same device, and receives there', async () => {
    const name = `Aki & 花子, ${browser}`;
    const aki = await Phone.open(name, plain, { ...trusting.options, browser });
    expect(await aki.evaluate('isSecureContext')).toBe(false);
    const secret = await aki.evaluate(SECRET);
    await aki.goHere();
    await aki.press(GO);
    await isAt(aki, secure);
    await aki.waitForText(`Go on here as ${name}?`);
    await aki.press(GO_ON);
    await aki.waitForStatus('Online');
    expect(await aki.evaluate(SECRET)).toBe(secret);

    const haru = await Phone.open(`Haru, ${browser}`, router.plainUrl);
    await together(aki, haru);
    expect((await haru.devices()).filter((device) => device.startsWith(name))).toHaveLength(1);
    const file = `写真-${browser}.bin`;
    const path = await randomFile(`${folder.path}/${file}`, 3 * MB + 1);
    await haru.sendFiles([path], [name]);
    await aki.accept();
    expect(await aki.waitForState(file, 'Saved')).toMatchObject({ verified: true });
    const copy = await aki.save(file, `${folder.path}/saved`);
    expect(await sha256(copy.path)).toBe(await sha256(path));

    // A link cannot replace the identity of a device that has one.
    await aki.open(`${secure}?again#device=${KNOWN}&name=Mallory`);
    await aki.waitForStatus('Online');
    expect(await aki.evaluate('location.hash')).toBe('');
    expect(await aki.evaluate(SECRET)).toBe(secret);
    await leave(aki, haru);
  });

  it('takes no identity from a foreign link, not even from the same name at another port', async () => {
    const elsewhere = await Router.start([]);
    const other = `http://${HOSTNAME}:${new URL(elsewhere.url).port}/`;
    const aki = await Phone.start('Aki', { ...trusting.options, browser });
    await aki.open(other);
    await aki.waitForStatus('Online');
    await aki.evaluate(linkOf('Mallory'));
    await isAt(aki, secure);
    await aki.waitForStatus('Online');
    expect(await aki.evaluate('document.referrer')).toBe(other);
    expect(await aki.evaluate(SECRET)).not.toBe(KNOWN);
    expect(await aki.text()).not.toContain('Mallory');
    await leave(aki);
    await elsewhere.stop();
  });
});

describe('what the page alone decides', () => {
  it('takes no new identity without asking, and starts anew when its person says so', async () => {
    const aki = await Phone.start('Aki', trusting.options);
    await aki.open(plain);
    await aki.waitForStatus('Online');
    await aki.evaluate(linkOf('Mallory'));
    await isAt(aki, secure);
    await aki.waitForText(`You come from ${new URL(plain).origin}.`);
    await aki.press({ role: 'button', name: 'Start anew' });
    await aki.waitForStatus('Online');
    expect(await aki.evaluate(SECRET)).not.toBe(KNOWN);
    expect(await aki.text()).not.toContain('Mallory');
    await leave(aki);
  });

  it('is offered only the explanation where the router is not trusted', async () => {
    const nobody = await Trust.in(undefined, [HOSTNAME]);
    const aki = await Phone.start('Aki', nobody.options);
    await aki.open(plain);
    await aki.goHere();
    await aki.press({ role: 'link', name: 'Do you use Hikyaku often? Here is how to install it.' });
    await isAt(aki, new URL('/trust?lang=en', plain).href);
    await aki.waitForText('Trust this router');
    expect(await aki.evaluate('document.querySelectorAll("details").length')).toBe(5);
    await leave(aki);
    await nobody.remove();
  });
});

it('trusts the next router of a mesh as it trusts the first, and is the same device there', async () => {
  const key = ['--mesh-key', 'a key that both routers have'];
  const first = await Router.start(['--https-port', String(await keptPort()), ...key]);
  const trust = await Trust.of(first, [HOSTNAME]);
  const url = await secureUrlOf(first);
  const aki = await Phone.open('Aki, on foot', url, trust.options);
  const secret = await aki.evaluate(SECRET);
  await first.stop();
  // Another machine with other data; the name leads to it, as its network's DNS says.
  const second = await Router.start(['--https-port', new URL(url).port, ...key]);
  expect(await secureUrlOf(second)).toBe(url);
  await aki.open(url);
  await aki.waitForStatus('Online');
  expect(await aki.text()).toContain('Aki, on foot');
  expect(await aki.evaluate(SECRET)).toBe(secret);
  await leave(aki);
  await second.stop();
  await trust.remove();
});

it('waits while a transfer is under way, which could not come along', async () => {
  const aki = await Phone.open('Aki, busy', plain, trusting.options);
  const haru = await Phone.open('Haru, busy', router.plainUrl);
  await together(aki, haru);
  await aki.goHere();
  await aki.waitForText('Your name goes with you.');
  const path = await randomFile(`${folder.path}/list.csv`, 1000);
  await aki.goHome();
  await aki.sendFiles([path], [haru.name]);
  await aki.goHere();
  await aki.waitForText('What is not finished cannot go with you.');
  expect(await aki.evaluate('document.querySelector(".secure button").disabled')).toBe(true);
  await aki.goHome();
  await aki.cancel('list.csv');
  await aki.goHere();
  await aki.waitForText('Your name goes with you.');
  await leave(aki, haru);
});

it('points back to the plain address when the certificate has ended', async () => {
  const own = await Router.start(['--https-port', '0']);
  const trust = await Trust.of(own, [HOSTNAME]);
  // Only the page's clock is ahead: the browser still lets it in, as a service worker would later on.
  const aki = await Phone.start('Aki', { ...trust.options, initScript: FAR_IN_THE_FUTURE });
  await aki.open(await secureUrlOf(own));
  await aki.waitForStatus('Online');
  expect(await aki.text()).not.toContain('certificate');
  const plainAddress = new URL('/', own.url).href;
  // Newcomers trust nothing yet, so they are told the plain address.
  await aki.waitForText(`Code that opens ${new URL(plainAddress).origin}`);
  await own.kill();
  await aki.waitForText('The certificate of this address has ended');
  expect(await aki.evaluate('document.querySelector(".certificate-ended a").href')).toBe(plainAddress);
  await leave(aki);
  await own.stop();
  await trust.remove();
});
