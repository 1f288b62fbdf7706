/** The installed app: it opens without the router, takes a newer version when asked to, and receives shares. */
import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Deployment } from '../drive/deployment.ts';
import { randomFile, sha256 } from '../drive/files.ts';
import { FIREFOX } from '../drive/firefox.ts';
import type { Phone } from '../drive/phone.ts';
import { MB, Stage, together } from '../drive/stage.ts';

/** More than the service worker needs to fetch the whole app, in milliseconds. */
const PATIENCE_MS = 60_000;
/** Resolves when the service worker is complete and controls the page. */
const CONTROLLED = `(async () => {
  const late = new Promise((_, fail) => setTimeout(() => fail(new Error('no service worker')), ${PATIENCE_MS}));
  await Promise.race([navigator.serviceWorker.ready, late]);
  const controlled = new Promise((done) =>
    navigator.serviceWorker.addEventListener('controllerchange', done, { once: true }),
  );
  if (navigator.serviceWorker.controller === null) await Promise.race([controlled, late]);
  return navigator.serviceWorker.controller.scriptURL;
})()`;
/** Resolves when a newer version is complete and waits for the page's permission. */
const WAITING = `navigator.serviceWorker.ready.then((registration) => new Promise((done) => {
  const look = () => {
    if (registration.waiting !== null) done(true);
    registration.installing?.addEventListener('statechange', look);
  };
  registration.addEventListener('updatefound', look);
  look();
}))`;
const VERSION = 'document.documentElement.dataset.version ?? "1"';
/** Paths of everything that the service worker keeps. */
const KEPT = `(async () => {
  const paths = [];
  for (const name of await caches.keys())
    for (const request of await (await caches.open(name)).keys()) paths.push(new URL(request.url).pathname);
  return paths;
})()`;

const keeps = async (phone: Phone): Promise<string[]> => (await phone.evaluate(KEPT)) as string[];

/** Of the words, those of the language that was shown. */
const isKept = (name: string): boolean => !name.startsWith('words-') || name.startsWith('words-en-');

async function speak(phone: Phone, language: string): Promise<void> {
  await phone.evaluate(`{
    const select = document.querySelector('select');
    select.value = '${language}';
    select.dispatchEvent(new Event('change', { bubbles: true }));
  } 0`);
}

describe.each(['chromium', 'firefox'] as const)('%s', (browser) => {
  const isMissing = browser === 'firefox' && !existsSync(FIREFOX);
  let stage: Stage;
  let phone: Phone;
  let other: Phone;

  beforeAll(async () => {
    if (isMissing) return;
    stage = await Stage.set();
    [phone, other] = await Promise.all([stage.phone('Aki', 'secure', { browser }), stage.phone('Haru', 'secure')]);
  });
  afterAll(() => stage?.strike());

  it('keeps the whole app, and nothing of the router’s', async ({ skip }) => {
    if (isMissing) skip('firefox-esr is not installed');
    expect(await phone.evaluate(CONTROLLED)).toBe(`${stage.router.url}sw.js`);
    const kept = await keeps(phone);
    const parts = (await readdir('dist/app/assets')).filter((name) => !/\.(?:br|gz)$/.test(name));
    expect(parts.some((name) => name.startsWith('create-peer'))).toBe(true);
    const whole = ['/index.html', '/manifest.webmanifest', ...parts.filter(isKept).map((name) => `/assets/${name}`)];
    expect(whole.filter((path) => !kept.includes(path))).toEqual([]);
    expect(kept.filter((path) => path.includes('/words-') && !path.includes('/words-en-'))).toEqual([]);
    expect(kept.filter((path) => /^\/(?:status|healthz|signal)|\.br$|\.gz$|sw\.js/.test(path))).toEqual([]);
  });

  it('opens without the router, with what was received; and finds the router again', async ({ skip }) => {
    if (isMissing) skip('firefox-esr is not installed');
    await together(phone, other);
    const file = await randomFile(stage.path('名簿.xlsx'), 3 * MB);
    await other.sendFiles([file], [phone.name]);
    await phone.accept();
    await phone.waitForState('名簿.xlsx', 'Saved');
    const { name } = (await stage.router.status()).router;
    await stage.router.kill();

    await phone.open(stage.router.url);
    await phone.waitForStatus('Offline');
    await phone.waitForText('No router in reach');
    await phone.waitForText('Hikyaku sends files from phone to phone');
    await phone.waitForText(`Join the Wi-Fi of ${name}`);
    expect(await phone.waitForState('名簿.xlsx', 'Saved')).toMatchObject({ verified: true });
    expect(await sha256((await phone.save('名簿.xlsx', stage.path('saved'))).path)).toBe(await sha256(file));
    // All later parts are there as well; answers of the router are not.
    await expect(phone.evaluate(`fetch('/status.json')`)).rejects.toThrow();
    await expect(phone.evaluate(`fetch('/healthz')`)).rejects.toThrow();

    await stage.router.restart();
    await phone.waitForStatus('Online');
    await together(phone, other);
  });
});

describe('another language', () => {
  let stage: Stage;
  let phone: Phone;

  beforeAll(async () => {
    stage = await Stage.set();
    phone = await stage.phone('Aki', 'secure');
    await phone.evaluate(CONTROLLED);
  });
  afterAll(() => stage?.strike());

  it('is kept from the moment on in which it was shown', async () => {
    await speak(phone, 'ja');
    await expect.poll(() => phone.evaluate('document.documentElement.lang')).toBe('ja');
    await stage.router.kill();
    await phone.open(stage.router.url);
    await phone.waitForText('ルーターが見つかりません');
    expect(await phone.evaluate('document.documentElement.lang')).toBe('ja');
    expect((await keeps(phone)).filter((path) => path.includes('/words-')).length).toBe(4);
  });
});

describe('a newer version', () => {
  let stage: Stage;
  let deployment: Deployment;
  let phone: Phone;
  let other: Phone;

  beforeAll(async () => {
    deployment = await Deployment.make();
    stage = await Stage.set({ program: deployment.program });
    [phone, other] = await Promise.all([stage.phone('Aki', 'secure'), stage.phone('Haru')]);
    await phone.evaluate(CONTROLLED);
    await together(phone, other);
  });
  afterAll(async () => {
    await stage.strike();
    await deployment.remove();
  });

  it('that comes during a transfer does not disturb it, is offered afterwards, and is loaded when a person agrees', async () => {
    const deploy = await deployment.prepare('2');
    const file = await randomFile(stage.path('film.mov'), 40 * MB);
    await phone.sendFiles([file], [other.name]);
    await other.accept();
    await phone.waitForState('film.mov', 'Sending', { progress: 1 });
    // Paused, so that it cannot end before the newer version is there, however fast the machine.
    const transfer = { texts: ['film.mov'] };
    await phone.press({ role: 'button', name: 'Pause', transfer });
    await phone.waitForState('film.mov', 'Paused');
    await phone.evaluate(`globalThis.waits = ${WAITING}; 0`);
    await deploy();
    await stage.router.restart();
    expect(await phone.evaluate('globalThis.waits')).toBe(true);

    await phone.waitForStatus('Online');
    expect((await phone.transfer('film.mov')).state).toBe('Paused');
    expect(await phone.text()).not.toContain('A new version');
    // The page still gets parts of the old version that the router no longer has.
    const parts = (await keeps(phone)).filter((path) => /^\/assets\/(?!v2-)/.test(path));
    expect(parts.length).toBeGreaterThan(5);
    const fetched = `Promise.all(${JSON.stringify(parts)}.map(async (part) => (await fetch(part)).status))`;
    expect(new Set((await phone.evaluate(fetched)) as number[])).toEqual(new Set([200]));

    await phone.press({ role: 'button', name: 'Resume', transfer });
    await phone.waitForState('film.mov', 'Sent');
    await other.waitForState('film.mov', 'Saved');
    expect(await sha256((await other.save('film.mov', stage.path('saved'))).path)).toBe(await sha256(file));
    await phone.waitForText('A new version is here.');
    expect(await phone.evaluate(VERSION)).toBe('1');
    // A reload would lose the chosen files.
    await phone.chromium.page.locator('input[type=file][multiple]').first().setInputFiles(file);
    await expect.poll(() => phone.text()).not.toContain('A new version');
    await phone.press({ role: 'button', prefix: 'film.mov' });
    await phone.press({ role: 'button', name: 'Remove film.mov' });
    await phone.waitForText('A new version is here.');
    const loaded = phone.chromium.page.waitForEvent('load');
    await phone.press({ role: 'button', name: 'Reload' });
    await loaded;
    expect(await phone.evaluate(VERSION)).toBe('2');
    await phone.waitForStatus('Online');
    const assets = (await keeps(phone)).filter((path) => path.startsWith('/assets/'));
    expect(assets.filter((path) => !path.startsWith('/assets/v2-'))).toEqual([]);
    expect(assets.length).toBeGreaterThan(5);
  });

  it('with another signaling version is what a reload brings after the router has refused the old one', async () => {
    const deploy = await deployment.prepare('3', 999);
    await deploy();
    await stage.router.restart();
    await phone.waitForText('This page is older than the router');
    const loaded = phone.chromium.page.waitForEvent('load');
    await phone.press({ role: 'button', name: 'Reload' });
    await loaded;
    expect(await phone.evaluate(VERSION)).toBe('3');
    await phone.waitForStatus('Online');
  });

  it('that another page has loaded is what a page that was set aside gets when it is used again', async () => {
    const deploy = await deployment.prepare('4', 999);
    const { context, page: first } = phone.chromium;
    const second = await context.newPage();
    await second.goto(stage.router.url);
    await phone.waitForText('open somewhere else');
    await second.getByRole('status').getByText('Online').waitFor();
    await deploy();
    await stage.router.restart();
    await second.getByRole('button', { name: 'Reload' }).click({ timeout: PATIENCE_MS });
    await second.locator('[data-version="4"]').waitFor();
    // The page that was set aside must not take over the app in the middle of the other page's work.
    expect(await phone.evaluate(VERSION)).toBe('3');
    expect(await phone.text()).not.toContain('A new version');
    const loaded = first.waitForEvent('load');
    await phone.press({ role: 'button', name: 'Use here' });
    await loaded;
    expect(await phone.evaluate(VERSION)).toBe('4');
    await phone.waitForStatus('Online');
    await second.close();
  });
});
