/** The sender's page is reloaded: files dropped on it are read through their handles, without being chosen again. */
import { appendFile, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { ASK_PERSON, allowReading, drop } from '../drive/drop.ts';
import { randomFile, sha256 } from '../drive/files.ts';
import { KeptProfile } from '../drive/kept-profile.ts';
import { AGAIN_BYTES, PayloadCounter } from '../drive/payload.ts';
import type { Phone } from '../drive/phone.ts';
import { type Context, MB, Stage, together } from '../drive/stage.ts';

const FILE_BYTES = 60 * MB;
const CHOOSE_AGAIN = 'Choose the same files again';
/** What a person sets once in Chromium: this page may always read the files that it was given. */
const ALWAYS_ALLOWED = { profile: { default_content_setting_values: { file_system_read_guard: 1 } } };

let stage: Stage;
let haru: Phone;

beforeAll(async () => {
  stage = await Stage.set();
  haru = await stage.phone('Haru', 'secure');
});

afterAll(() => stage.strike());

const press = (phone: Phone, name: string, which: string) =>
  phone.press({ role: 'button', name, transfer: { texts: [which] } });

/** Drops `paths` for Haru, who accepts; resolves when `which` has made some progress. */
async function underWay(aki: Phone, paths: readonly string[], which: string): Promise<void> {
  await together(aki, haru);
  await drop(aki, paths, haru.name);
  await haru.accept();
  await haru.waitForState(which, 'Receiving', { progress: 30 });
}

async function reload(phone: Phone, context: Context, which: string): Promise<void> {
  // At the same time: without a question, the transfer resumes before the page has loaded completely.
  await Promise.all([haru.waitForState(which, 'Interrupted'), phone.open(stage.url(context))]);
}

async function arrives(aki: Phone, which: string): Promise<void> {
  expect(await haru.waitForState(which, 'Saved')).toMatchObject({ verified: true });
  await aki.waitForState(which, 'Sent');
}

describe('where the browser asks for permission to read', () => {
  let aki: Phone;

  beforeEach(async () => {
    aki = await stage.phone('Aki', 'secure', { initScript: ASK_PERSON });
  });
  afterEach(() => stage.leave(aki));

  it('goes on after one press and a yes, with a folder and a file, and hardly anything is sent twice', async () => {
    const folder = stage.path('Lists');
    await mkdir(join(folder, 'floor 2'), { recursive: true });
    await writeFile(join(folder, 'small.txt'), 'read me');
    const big = await randomFile(join(folder, 'floor 2', 'big.bin'), FILE_BYTES);
    const single = await randomFile(stage.path('single.bin'), MB);
    const received = await PayloadCounter.start(haru);
    await underWay(aki, [folder, single], 'small.txt');
    await reload(aki, 'secure', 'small.txt');
    await aki.waitForText('Press “Continue” and allow the files to be read');
    await press(aki, 'Continue', 'Interrupted');
    await allowReading(aki, [folder, single]);
    await arrives(aki, 'small.txt');
    const again = (await received.read()).received - FILE_BYTES - MB - 'read me'.length;
    process.stdout.write(`sent again, sender reloaded, files dropped: ${(again / MB).toFixed(2)} MB\n`);
    expect(again).toBeLessThan(AGAIN_BYTES);
    await haru.press({ role: 'button', name: 'Show the files', transfer: { texts: ['small.txt'] } });
    const saved = await haru.save('small.txt', stage.path('saved'), 'Save to device: Lists/floor 2/big.bin');
    expect(await sha256(saved.path)).toBe(await sha256(big));
  });
});

describe('where the browser may always read', () => {
  let aki: Phone;
  let profile: KeptProfile;

  beforeAll(async () => {
    profile = await KeptProfile.make();
    await mkdir(join(profile.folder, 'Default'));
    await writeFile(join(profile.folder, 'Default', 'Preferences'), JSON.stringify(ALWAYS_ALLOWED));
    aki = await stage.phone('Aki', 'secure', profile.options);
  });

  afterAll(async () => {
    await stage.leave(aki);
    await profile.remove();
  });

  it('goes on by itself', async () => {
    const file = await randomFile(stage.path('by itself.bin'), FILE_BYTES);
    const received = await PayloadCounter.start(haru);
    await underWay(aki, [file], 'by itself.bin');
    await reload(aki, 'secure', 'by itself.bin');
    await arrives(aki, 'by itself.bin');
    const again = (await received.read()).received - FILE_BYTES;
    process.stdout.write(`sent again, sender reloaded, reading allowed: ${(again / MB).toFixed(2)} MB\n`);
    expect(again).toBeLessThan(AGAIN_BYTES);
    expect(await sha256((await haru.save('by itself.bin', stage.path('saved'))).path)).toBe(await sha256(file));
  });

  it('says which file has changed, and does not go on with it', async () => {
    const file = await randomFile(stage.path('changed.bin'), FILE_BYTES);
    await underWay(aki, [file], 'changed.bin');
    await aki.open('about:blank');
    await appendFile(file, 'one more line');
    await reload(aki, 'secure', 'changed.bin');
    await aki.waitForText('Changed since it was offered: \u2068changed.bin\u2069');
    expect((await aki.transfer('changed.bin')).state).toBe('Interrupted');
    await aki.cancel('changed.bin');
    await haru.waitForState('changed.bin', 'Cancelled');
  });
});

it('takes several folders one by one where there are no handles, and says what is still missing', async () => {
  const aki = await stage.phone('Aki', 'plain');
  const [one, two] = [stage.path('North'), stage.path('South')];
  for (const folder of [one, two]) await mkdir(folder);
  await writeFile(join(one, 'list.csv'), 'a,b');
  await randomFile(join(two, 'photo.jpg'), FILE_BYTES);
  const alone = await randomFile(stage.path('alone.pdf'), MB);
  await underWay(aki, [one, two, alone], 'list.csv');
  await reload(aki, 'plain', 'list.csv');
  await aki.chooseFiles(CHOOSE_AGAIN, [two]);
  await aki.waitForText('2 files are still missing, among them: \u2068North\u2069');
  await aki.chooseFiles(CHOOSE_AGAIN, [one]);
  await aki.waitForText('1 file is still missing: \u2068alone.pdf\u2069');
  await aki.chooseFiles(CHOOSE_AGAIN, [alone]);
  await arrives(aki, 'list.csv');
  await stage.leave(aki);
});
