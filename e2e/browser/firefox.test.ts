import { existsSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { randomFile, sha256 } from '../drive/files.ts';
import { FIREFOX } from '../drive/firefox.ts';
import type { Phone } from '../drive/phone.ts';
import { type Context, MB, Stage, together } from '../drive/stage.ts';

const installed = existsSync(FIREFOX);

describe.each<[Context]>([['plain'], ['secure']])('Chromium and Firefox ESR, %s context', (context) => {
  let stage: Stage;
  let chromium: Phone;
  let firefox: Phone;

  beforeAll(async () => {
    if (!installed) return;
    stage = await Stage.set();
    chromium = await stage.phone('Chromium', context);
    firefox = await stage.phone('Firefox', context, { browser: 'firefox' });
    await together(chromium, firefox);
  });

  afterAll(() => stage?.strike());

  it.for(['there', 'back'] as const)('%s: a file arrives byte for byte', async (way, { skip }) => {
    if (!installed) skip('firefox-esr is not installed');
    const [from, to] = way === 'there' ? [chromium, firefox] : [firefox, chromium];
    const name = `写真-${way}.bin`;
    const file = await randomFile(stage.path(name), 20 * MB + 1);
    await from.sendFiles([file], [to.name]);
    await to.accept();
    expect(await to.waitForState(name, 'Saved')).toMatchObject({ verified: true, path: 'Direct' });
    await from.waitForState(name, 'Sent');
    const copy = await to.save(name, stage.path('saved'));
    expect(copy.name).toBe(name);
    expect(await sha256(copy.path)).toBe(await sha256(file));
  });

  it('forgets everything, and is another device afterwards', async ({ skip }) => {
    if (!installed) skip('firefox-esr is not installed');
    await firefox.goHere();
    await firefox.press({ role: 'button', name: 'Forget everything Hikyaku keeps on this device' });
    await firefox.press({ role: 'button', name: 'Forget everything' });
    await firefox.waitForText('Hikyaku has forgotten everything here');
    await chromium.waitForDeviceToLeave(firefox.name);
    const left = `(async () => {
      const files = [];
      if (isSecureContext) for await (const name of (await navigator.storage.getDirectory()).keys()) files.push(name);
      return { databases: (await indexedDB.databases()).map(({ name }) => name), texts: Object.keys(localStorage), files };
    })()`;
    expect(await firefox.evaluate(left)).toEqual({ databases: [], texts: [], files: [] });
    await firefox.press({ role: 'button', name: 'Start as a new device' });
    await firefox.waitForStatus('Online');
  });
});
