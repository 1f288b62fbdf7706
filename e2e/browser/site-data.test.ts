/**
 * Browsers that keep nothing, do not answer, reach nobody, or share a device's identity: the page comes up and says so.
 */
import { chmod, writeFile } from 'node:fs/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Phone } from '../drive/phone.ts';
import { Stage, together } from '../drive/stage.ts';

let stage: Stage;

beforeAll(async () => {
  stage = await Stage.set();
});

afterAll(() => stage?.strike());

/** A program that writes a line into a file below the browser's profile, then becomes the browser. */
async function launcher(name: string, folder: string, file: string, line: string): Promise<string> {
  const path = stage.path(name);
  const script = `#!/bin/sh
for word in "$@"; do
  case $word in --user-data-dir=*) profile=\${word#*=} ;; esac
  [ "$last" = --profile ] && profile=$word
  last=$word
done
mkdir -p "$profile/${folder}" && echo '${line}' >> "$profile/${folder}/${file}"
exec "$@"
`;
  await writeFile(path, script);
  await chmod(path, 0o755);
  return path;
}

const KEY = (work: string) => `new Promise((resolve) => {
  const open = indexedDB.open('hikyaku-settings');
  open.onsuccess = () => {
    const store = open.result.transaction('settings', 'readwrite').objectStore('settings');
    ${work}
  };
})`;
const READ = KEY("const got = store.get('key'); got.onsuccess = () => resolve(got.result);");
const write = (key: unknown) =>
  KEY(`store.put(${JSON.stringify(key)}, 'key').transaction.oncomplete = () => resolve(true);`);

test('a copied profile: each press on “Use here” moves the device to that browser', async () => {
  const aki = await stage.phone('Aki');
  const copy = await stage.phone('Aki’s copy');
  await copy.evaluate(write(await aki.evaluate(READ)));
  await copy.open(stage.url('plain'));
  await copy.waitForStatus('Online');
  const change = async (from: Phone, to: Phone) => {
    await to.waitForText('Hikyaku is open somewhere else');
    await to.press({ role: 'button', name: 'Use here' });
    await to.waitForStatus('Online');
    await from.waitForText('on a device with a copy');
  };
  await change(copy, aki);
  await change(aki, copy);
  await change(copy, aki);
  await Promise.all([stage.leave(aki), stage.leave(copy)]);
});

test.each([
  ['chromium', 'Default', 'Preferences', '{"profile":{"default_content_setting_values":{"cookies":2}}}'],
  ['firefox', '.', 'user.js', 'user_pref("network.cookie.cookieBehavior", 2);'],
] as const)('%s that keeps no site data says so, and sends', async (browser, folder, file, line) => {
  const aki = await stage.phone(`Aki with ${browser}`, 'plain', {
    browser,
    launcher: await launcher(browser, folder, file, line),
  });
  await aki.waitForText('This browser keeps nothing for this page');
  const haru = await stage.phone(`Haru for ${browser}`, 'plain');
  await together(aki, haru);
  const path = stage.path(`list-${browser}.csv`);
  await writeFile(path, 'name,age\n');
  await aki.sendFiles([path], [haru.name]);
  await haru.accept();
  await haru.waitForState(`list-${browser}.csv`, 'Saved');
  await Promise.all([stage.leave(aki), stage.leave(haru)]);
});

test('a storage that never answers does not block the first screen', async () => {
  // As Safari's did on some days after an update (idb-keyval#120).
  const initScript = 'IDBFactory.prototype.open = () => new EventTarget();';
  const aki = await stage.phone('Aki', 'plain', { initScript });
  await aki.waitForText('The storage of this browser does not answer');
  await stage.leave(aki);
});

test('a browser that cannot be reached says so, and so does the other side', async () => {
  // As under a policy or a VPN that allows only the proxy.
  const initScript = `const Real = RTCPeerConnection;
    RTCPeerConnection = class extends Real {
      constructor(config) { super({ ...config, iceServers: [], iceTransportPolicy: 'relay' }); }
    };`;
  const [aki, haru] = await Promise.all([stage.phone('Aki', 'plain', { initScript }), stage.phone('Haru')]);
  await together(aki, haru);
  const path = stage.path('nowhere.csv');
  await writeFile(path, 'name,age\n');
  await aki.sendFiles([path], ['Haru']);
  expect((await aki.waitForEnd('nowhere.csv')).text).toContain('could find no way to another device');
  await haru.sendFiles([path], ['Aki']);
  expect((await haru.waitForEnd('nowhere.csv')).text).toContain('Something on the other device');
  await Promise.all([stage.leave(aki), stage.leave(haru)]);
});

test('when the router answers but the socket is blocked, the Wi-Fi is not blamed', async () => {
  // Refused at the address, as by a proxy without Upgrade.
  const initScript =
    'const Real = WebSocket; WebSocket = class extends Real { constructor(url) { super(url + "-not"); } };';
  const aki = await Phone.start('Aki', { initScript });
  await aki.open(stage.url('plain'));
  await aki.waitForText('The router answers, but does not let this page in');
  expect(await aki.text()).not.toContain('Turn Wi-Fi on');
  await aki.close();
});

test('a page that cannot start shows words at once', async () => {
  const aki = await Phone.start('Aki', {
    initScript: 'document.addEventListener = () => { throw new Error("odd"); };',
  });
  await aki.open(stage.url('plain'));
  const seen = 'getComputedStyle(document.querySelector(".before") ?? document.body).visibility';
  await expect
    .poll(() => aki.evaluate(`document.documentElement.className + " " + ${seen}`))
    .toBe('cannot-start visible');
  expect(await aki.text()).toContain('If nothing else appears here, open this address in another browser');
  await aki.close();
});
