/** Files that change, vanish, are empty, huge, or named by a prankster. */
import { appendFile, chmod, mkdir, rm, writeFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { NASTY_NAMES, randomFile, sha256, sparseFile, treeDigests, zipDigests } from '../drive/files.ts';
import type { Phone } from '../drive/phone.ts';
import { MB, Stage, together } from '../drive/stage.ts';

let stage: Stage;
let aki: Phone;
let haru: Phone;

beforeAll(async () => {
  stage = await Stage.set({ browser: 'pages' });
  [aki, haru] = await Promise.all([stage.phone('Aki'), stage.phone('Haru')]);
  await together(aki, haru);
});

afterAll(() => stage.strike());

async function bring(which: string): Promise<void> {
  await haru.accept();
  await haru.waitForState(which, 'Saved');
  await aki.waitForState(which, 'Sent');
}

describe('a file that has changed since it was chosen', () => {
  it.each<[string, string, (path: string) => Promise<void>]>([
    ['deleted', 'Interrupted', (path) => rm(path)],
    ['longer', 'Failed', (path) => appendFile(path, 'more')],
    ['shorter', 'Failed', (path) => writeFile(path, 'less')],
  ])('%s before it was accepted: %s on both sides, with words', async (change, state, make) => {
    const name = `${change}.bin`;
    const file = await randomFile(stage.path(name), 3 * MB);
    await aki.sendFiles([file], ['Haru']);
    await haru.offer();
    await make(file);
    await haru.accept();
    const received = await haru.waitForEnd(name);
    expect(received.state).toBe(state);
    expect(received.text).toMatch(/changed on the other device|can no longer be read on the other device/);
    const sent = await aki.waitForEnd(name);
    expect(sent.state).toBe(state);
    expect(sent.text).toMatch(/changed on your device|can no longer be read/);
  });
});

describe('a choice with files that cannot be sent', () => {
  /** Root can read everything unless this right is taken away. */
  const prefix = process.getuid?.() === 0 ? ['setpriv', '--bounding-set=-dac_override,-dac_read_search'] : [];
  let natsu: Phone;

  beforeAll(async () => {
    natsu = await stage.phone('Natsu', 'plain', { prefix });
    await together(natsu, haru);
  });
  afterAll(() => stage.leave(natsu));

  it('leaves out an unreadable file, says which, and sends the others', async () => {
    for (let n = 0; n < 20; n += 1) await randomFile(stage.path('locked', `${n}.txt`), 100 + n, `locked ${n}`);
    await chmod(stage.path('locked', '7.txt'), 0);
    await natsu.chooseFiles('Choose folder', [stage.path('locked')]);
    await natsu.waitForText('locked/7.txt');
    await natsu.waitForText('cannot be read and is left out');
    await natsu.press({ role: 'button', prefix: 'Haru', in: { role: 'list', name: 'Devices' } });
    await natsu.sendNow(1);
    await haru.accept();
    await haru.waitForState('locked', 'Saved');
    const archive = await zipDigests((await haru.save('locked', stage.path(), 'Save all')).path);
    await rm(stage.path('locked', '7.txt'));
    expect([...archive.values()].sort()).toEqual([...(await treeDigests(stage.path('locked'))).values()].sort());
  });

  it('says that a folder holds nothing', async () => {
    await mkdir(stage.path('hollow'));
    await natsu.chooseFiles('Choose folder', [stage.path('hollow')]);
    await natsu.waitForText('No files were found there');
  });
});

describe('sizes', () => {
  it('brings empty files over', async () => {
    await randomFile(stage.path('empty', 'nothing.txt'), 0);
    await aki.sendFiles([stage.path('empty', 'nothing.txt')], ['Haru']);
    // The app says so, because people mostly do not know: a picture that was never written, or a named pipe, which
    // browsers show so.
    await aki.waitForText('There is nothing in');
    await bring('nothing.txt');
    const copy = await haru.save('nothing.txt', stage.path());
    expect(copy.name).toBe('nothing.txt');
    expect(await sha256(copy.path)).toBe(await sha256(stage.path('empty', 'nothing.txt')));
  });

  it('brings empty files between others over', async () => {
    const sizes = {
      'e-1.bin': 0,
      'e-2.bin': 1,
      'e-3.bin': 0,
      'e-4.bin': 2 ** 20,
      'e-5.bin': 2 ** 20 + 1,
      'e-6.bin': 0,
    };
    const files = await Promise.all(
      Object.entries(sizes).map(([name, size]) => randomFile(stage.path('mixed', name), size)),
    );
    await aki.sendFiles(files, ['Haru']);
    await bring('e-1.bin');
    const archive = await haru.save('e-1.bin', stage.path(), 'Save all');
    expect(await zipDigests(archive.path)).toEqual(await treeDigests(stage.path('mixed')));
  });

  it('shows 5 GB before anything is stored, and accepts a no', async () => {
    const file = await sparseFile(stage.path('five.bin'), 5_000_000_000);
    await aki.sendFiles([file], ['Haru']);
    expect((await haru.offer()).text).toMatch(/5(\.0+)? GB/);
    await haru.decline();
    expect((await aki.waitForEnd('five.bin')).state).toBe('Declined');
  });
});

describe('names', () => {
  it('keeps two files of one name apart', async () => {
    const files = await Promise.all(
      ['one', 'two'].map((folder) => randomFile(stage.path(folder, 'same.bin'), 1 * MB, folder)),
    );
    await aki.sendFiles(files, ['Haru']);
    await bring('same.bin');
    const archive = await zipDigests((await haru.save('same.bin', stage.path(), 'Save all')).path);
    expect([...archive.values()].sort()).toEqual((await Promise.all(files.map(sha256))).sort());
    expect(archive.has('same.bin')).toBe(true);
  });

  it.each([
    'emoji',
    'decomposed',
    '255 bytes',
    'percent',
    'no extension',
    'device',
  ])('keeps %s exactly', async (kind) => {
    const name = NASTY_NAMES[kind] ?? '';
    const file = await randomFile(stage.path('exact', name), 1234);
    await aki.sendFiles([file], ['Haru']);
    await bring(name);
    const copy = await haru.save(name, stage.path());
    expect(copy.name).toBe(name);
    expect(await sha256(copy.path)).toBe(await sha256(file));
  });

  it('brings every odd name over, and obeys nothing in them', async () => {
    const names = Object.values(NASTY_NAMES);
    const files = await Promise.all(names.map((name) => randomFile(stage.path('nasty', name), 100 + name.length)));
    await aki.sendFiles(files, ['Haru']);
    const offer = await haru.offer();
    for (const phone of [aki, haru]) expect(await phone.text()).not.toContain('\u202E');
    expect(offer.text).toContain('<img src=x onerror=alert(1)>.html');
    const first = NASTY_NAMES['emoji'] ?? '';
    await bring(first);
    const archive = await zipDigests((await haru.save(first, stage.path('nasty-saved'), 'Save all')).path);
    const sources = await treeDigests(stage.path('nasty'));
    expect([...archive.values()].sort()).toEqual([...sources.values()].sort());
    for (const name of archive.keys()) {
      expect(name).not.toMatch(/[\u202A-\u202E]|\.\.\//u);
      expect(name.startsWith('/')).toBe(false);
    }
    for (const kind of ['emoji', 'joined emoji', 'decomposed', '255 bytes', 'no extension'])
      expect(archive.get(NASTY_NAMES[kind] ?? '')).toBe(sources.get(NASTY_NAMES[kind] ?? ''));
  });
});

describe('a browser that cannot', () => {
  it('receive because it has no WebRTC: the sender is told', async () => {
    const old = await stage.stranger('Old', {
      initScript: 'delete globalThis.RTCPeerConnection; delete globalThis.webkitRTCPeerConnection;',
    });
    await old.open(stage.url('plain'));
    await old.waitForStatus('Online');
    await old.rename('Old');
    await old.waitForText('This browser cannot exchange files');
    await aki.waitForDevice('Old');
    const file = await randomFile(stage.path('futile.bin'), 1 * MB);
    await aki.sendFiles([file], ['Old']);
    const row = await aki.waitForEnd('futile.bin');
    expect(row.state).toBe('Failed');
    expect(row.text).toContain('cannot receive files');
    await stage.leave(old);
  });
});
