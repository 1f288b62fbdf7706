import type { Download } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { japaneseTree, randomFile, sha256, treeDigests, zipDigests } from '../drive/files.ts';
import { PayloadCounter } from '../drive/payload.ts';
import type { Phone } from '../drive/phone.ts';
import { MB, Stage, together } from '../drive/stage.ts';

let stage: Stage;
let aki: Phone;
let haru: Phone;
let natsu: Phone;
/** Bytes of files that reach Haru. */
let reaching: PayloadCounter;
/** Where the phones' people save files. */
let saved: string;

beforeAll(async () => {
  stage = await Stage.set({ browser: 'pages' });
  saved = stage.path('saved');
  [aki, haru, natsu] = await Promise.all([stage.phone('Aki'), stage.phone('Haru'), stage.phone('Natsu')]);
  reaching = await PayloadCounter.start(haru);
  await together(aki, haru, natsu);
});

afterAll(() => stage.strike());

describe('between two Chromium processes on plain HTTP', () => {
  it('brings 100 MB over byte for byte', async () => {
    expect(await haru.evaluate('isSecureContext')).toBe(false);
    const file = await randomFile(stage.path('hundred.bin'), 100 * MB);
    await aki.sendFiles([file], ['Haru']);
    const offer = await haru.offer();
    expect(offer.text).toContain('Aki');
    expect(offer.text).toContain('hundred.bin');
    await aki.waitForText('It is on the screen of the other device.');
    await haru.accept();
    const received = await haru.waitForState('hundred.bin', 'Saved');
    expect(received).toMatchObject({ verified: true, path: 'Direct' });
    expect(await aki.waitForState('hundred.bin', 'Sent')).toMatchObject({ verified: true, path: 'Direct' });
    const copy = await haru.save('hundred.bin', saved);
    expect(copy.name).toBe('hundred.bin');
    expect(await sha256(copy.path)).toBe(await sha256(file));
    expect(await reaching.read()).toEqual({ sent: 0, received: 100 * MB });
  });

  it('brings a folder with Japanese names over as it is (many-files.test.ts has very many)', async () => {
    const root = stage.path('避難所の記録');
    const made = await japaneseTree(root, 300);
    expect(made.size).toBe(300);
    await aki.sendFolder(root, ['Haru']);
    const offer = await haru.offer();
    expect(offer.text).toContain('避難所の記録');
    expect(offer.text).toMatch(/300 files/);
    await haru.accept();
    await haru.waitForState('避難所の記録', 'Saved');
    await aki.waitForState('避難所の記録', 'Sent');
    const archive = await haru.save('避難所の記録', saved, 'Save all');
    const expected = await treeDigests(root, '避難所の記録');
    expect(expected.size).toBe(300);
    expect(await zipDigests(archive.path)).toEqual(expected);
  });
});

describe('thirty photos', () => {
  it('are called thirty photos, and one press saves each as itself', async () => {
    const names = Array.from({ length: 30 }, (_, n) => `IMG_${2041 + n}.JPG`);
    const files = await Promise.all(names.map((name) => randomFile(stage.path('photos', name), 50_000)));
    await aki.sendFiles(files, ['Haru']);
    expect((await haru.offer()).text).toContain('30 photos');
    await haru.accept();
    const row = await haru.waitForState('30 photos', 'Saved');
    expect(row).toMatchObject({ verified: true, path: 'Direct' });
    expect(row.text).toContain('IMG_2041.JPG');
    expect(row.text).toContain('Complete');
    const downloads: Download[] = [];
    const { page } = haru.chromium;
    const all = new Promise<void>((resolve) => {
      page.on('download', (download) => {
        if (downloads.push(download) === names.length) resolve();
      });
    });
    await haru.press({ role: 'button', name: 'Save all', transfer: { texts: ['30 photos'] } });
    await all;
    expect(downloads.map((download) => download.suggestedFilename())).toEqual(names);
    const digests = await Promise.all(downloads.map(async (download) => sha256(await download.path())));
    expect(digests).toEqual(await Promise.all(files.map((file) => sha256(file))));
    await haru.waitForText('Is it there?');
    const archive = await haru.save('30 photos', saved, 'As one zip file');
    expect(archive.name).toMatch(/^Aki \d{4}-\d\d-\d\d\.zip$/);
    expect(await zipDigests(archive.path)).toEqual(await treeDigests(stage.path('photos')));
  });
});

/** Runs before the page: imitates an administrator's policy on WebRTC, and a filter that lets no UDP out. */
const NO_WAY_OUT = `globalThis.RTCPeerConnection = class extends RTCPeerConnection {
  constructor(config) { super({ ...config, iceTransportPolicy: 'relay' }); }
};`;

it('says on both sides what blocks a browser, and does not blame a dark screen', async () => {
  const blocked = await stage.phone('Blocked', 'plain', { initScript: NO_WAY_OUT });
  await together(blocked, haru);
  await blocked.sendFiles([await randomFile(stage.path('nowhere.bin'), 1000)], ['Haru']);
  await haru.sendFiles([await randomFile(stage.path('not-there.bin'), 1000)], ['Blocked']);
  await blocked.waitForState('nowhere.bin', 'Failed');
  await blocked.waitForText('This browser could find no way to another device.');
  await haru.waitForState('not-there.bin', 'Failed');
  await haru.waitForText('Something on the other device prevents a connection');
  await stage.leave(blocked);
});

describe('several at once', () => {
  it('sends the same files to two devices', async () => {
    const file = await randomFile(stage.path('both.bin'), 20 * MB);
    await aki.sendFiles([file], ['Haru', 'Natsu']);
    await Promise.all([haru.accept(), natsu.accept()]);
    for (const phone of [haru, natsu]) {
      await phone.waitForState('both.bin', 'Saved');
      await aki.waitForState(['both.bin', phone.name], 'Sent');
      // Not beside the source: a file written there while the other phone still receives would change what is being
      // sent.
      const copy = await phone.save('both.bin', stage.path(phone.name));
      expect(await sha256(copy.path)).toBe(await sha256(file));
    }
  });

  it('receives from two devices', async () => {
    const fromAki = await randomFile(stage.path('a', 'from-aki.bin'), 20 * MB);
    const fromNatsu = await randomFile(stage.path('n', 'from-natsu.bin'), 20 * MB);
    await Promise.all([aki.sendFiles([fromAki], ['Haru']), natsu.sendFiles([fromNatsu], ['Haru'])]);
    await haru.accept();
    await haru.accept();
    await aki.waitForState('from-aki.bin', 'Sent');
    await natsu.waitForState('from-natsu.bin', 'Sent');
    for (const source of [fromAki, fromNatsu]) {
      const name = source.slice(source.lastIndexOf('/') + 1);
      await haru.waitForState(name, 'Saved');
      const copy = await haru.save(name, saved);
      expect(await sha256(copy.path)).toBe(await sha256(source));
    }
  });

  it('sends and receives on one connection at the same time', async () => {
    const there = await randomFile(stage.path('there', 'there.bin'), 40 * MB);
    const back = await randomFile(stage.path('back', 'back.bin'), 20 * MB);
    await aki.sendFiles([there], ['Haru']);
    await haru.accept();
    await haru.waitForState('there.bin', 'Receiving', { progress: 1 });
    // Paused while people press buttons, so that neither transfer is over before the other begins.
    const transfer = { texts: ['there.bin'] };
    await haru.press({ role: 'button', name: 'Pause', transfer });
    const before = (await haru.waitForState('there.bin', 'Paused')).progress;
    await haru.sendFiles([back], ['Aki']);
    await aki.offer();
    await haru.press({ role: 'button', name: 'Resume', transfer });
    await haru.waitForState('there.bin', 'Receiving');
    await aki.accept();
    await aki.waitForState('back.bin', ['Receiving', 'Saved'], { progress: 1 });
    // Neither waits for the other to end.
    await haru.press({ role: 'button', name: 'Pause', transfer });
    expect((await haru.waitForState('there.bin', 'Paused')).progress).toBeGreaterThan(before ?? 0);
    await haru.press({ role: 'button', name: 'Resume', transfer });
    await Promise.all([haru.waitForState('there.bin', 'Saved'), aki.waitForState('back.bin', 'Saved')]);
    await Promise.all([aki.waitForState('there.bin', 'Sent'), haru.waitForState('back.bin', 'Sent')]);
    expect(await sha256((await haru.save('there.bin', saved)).path)).toBe(await sha256(there));
    expect(await sha256((await aki.save('back.bin', saved)).path)).toBe(await sha256(back));
  });
});

describe('what people decide', () => {
  it('sends nothing that was declined', async () => {
    const file = await randomFile(stage.path('unwanted.bin'), 1 * MB);
    await reaching.reset();
    await aki.sendFiles([file], ['Haru']);
    await aki.waitForState('unwanted.bin', 'Waiting');
    await haru.decline();
    expect((await aki.waitForEnd('unwanted.bin')).state).toBe('Declined');
    expect(await haru.transfers()).toContainEqual(
      expect.objectContaining({ state: 'Declined', text: expect.stringContaining('unwanted.bin') }),
    );
    expect(await reaching.read()).toEqual({ sent: 0, received: 0 });
  });

  it('brings only the accepted files over', async () => {
    const files = await Promise.all(
      ['wanted-1.bin', 'refused-1.bin', 'wanted-2.bin'].map((name) => randomFile(stage.path('some', name), 2 * MB)),
    );
    await aki.sendFiles(files, ['Haru']);
    await haru.accept(['wanted-1.bin', 'wanted-2.bin']);
    await haru.waitForState('wanted-1.bin', 'Saved');
    await aki.waitForState('wanted-1.bin', 'Sent');
    const archive = await haru.save('wanted-1.bin', saved, 'Save all');
    const sources = await treeDigests(stage.path('some'));
    sources.delete('refused-1.bin');
    expect(await zipDigests(archive.path)).toEqual(sources);
  });

  it.each(['sender', 'receiver'] as const)('stops on both sides when the %s cancels', async (side) => {
    const name = `stopped-by-${side}.bin`;
    const file = await randomFile(stage.path(name), 60 * MB);
    await aki.sendFiles([file], ['Haru']);
    await haru.accept();
    await haru.waitForState(name, 'Receiving', { progress: 2 });
    await aki.waitForState(name, 'Sending', { progress: 2 });
    await (side === 'sender' ? aki : haru).cancel(name);
    expect((await aki.waitForEnd(name)).state).toBe('Cancelled');
    expect((await haru.waitForEnd(name)).state).toBe('Cancelled');
  });

  it('withdraws an offer that nobody has answered yet', async () => {
    const file = await randomFile(stage.path('withdrawn.bin'), 1 * MB);
    await aki.sendFiles([file], ['Haru']);
    await haru.offer();
    await aki.cancel('withdrawn.bin');
    await aki.waitForState('withdrawn.bin', 'Cancelled');
    await haru.waitForNoOffer();
    // Nothing is stuck: the next transfer on the same connection works.
    const next = await randomFile(stage.path('after.bin'), 1 * MB);
    await aki.sendFiles([next], ['Haru']);
    await haru.accept();
    await haru.waitForState('after.bin', 'Saved');
    expect(await sha256((await haru.save('after.bin', saved)).path)).toBe(await sha256(next));
  });
});
