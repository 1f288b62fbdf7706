/** The same bytes on each kind of storage, and what happens when it is full. */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { randomFile, sha256 } from '../drive/files.ts';
import { KeptProfile } from '../drive/kept-profile.ts';
import type { Phone } from '../drive/phone.ts';
import { type Context, MB, Stage, together } from '../drive/stage.ts';

const QUOTA_BYTES = 40 * MB;
const ROOM_BYTES = 1000 * MB;

let stage: Stage;

beforeAll(async () => {
  stage = await Stage.set();
});

afterAll(() => stage.strike());

/**
 * Limits the storage of this origin to `bytes`. Call before the first page: Chromium does not ask again for minutes
 * about room that it has granted to IndexedDB.
 */
async function limitStorage(phone: Phone, origin: string, bytes: number): Promise<void> {
  const { context, page } = phone.chromium;
  const session = await context.newCDPSession(page);
  await session.send('Storage.overrideQuotaForOrigin', { origin: new URL(origin).origin, quotaSize: bytes });
}

describe.each<[Context, string]>([
  ['plain', 'IndexedDB, on plain HTTP'],
  ['secure', 'OPFS, in a secure context'],
])('%s: %s', (context) => {
  // New names: a phone that was closed stays listed as away for a while.
  const receiver = `Haru, ${context}`;
  let aki: Phone;
  let haru: Phone;

  beforeAll(async () => {
    [aki, haru] = await Promise.all([stage.phone(`Aki, ${context}`, context), stage.stranger(receiver)]);
    await limitStorage(haru, stage.url(context), QUOTA_BYTES);
    await haru.open(stage.url(context));
    await haru.waitForStatus('Online');
    await haru.rename(receiver);
    await together(aki, haru);
  });

  afterAll(async () => {
    await stage.leave(aki);
    await stage.leave(haru);
  });

  async function arrives(name: string, bytes: number): Promise<void> {
    const file = await randomFile(stage.path(name), bytes);
    await aki.sendFiles([file], [receiver]);
    await haru.accept();
    expect(await haru.waitForState(name, 'Saved')).toMatchObject({ verified: true });
    await aki.waitForState(name, 'Sent');
    expect(await sha256((await haru.save(name, stage.path('saved'))).path)).toBe(await sha256(file));
  }

  it('keeps a file byte for byte', async () => {
    expect(await haru.evaluate('isSecureContext')).toBe(context === 'secure');
    await arrives(`${context}.bin`, 10 * MB + 17);
  });

  it('says on both screens that the receiver is full, and works again when there is room', async () => {
    const name = `${context}-large.bin`;
    const file = await randomFile(stage.path(name), 100 * MB);
    await aki.sendFiles([file], [receiver]);
    await haru.accept();
    const received = await haru.waitForEnd(name);
    expect(received.state).toMatch(/^(Interrupted|Failed)$/);
    expect(received.text).toContain('Your device is full');
    const sent = await aki.waitForEnd(name);
    expect(sent.state).toMatch(/^(Interrupted|Failed)$/);
    expect(sent.text).toContain('The other device is full');

    await limitStorage(haru, stage.url(context), ROOM_BYTES);
    await arrives(`${context}-small.bin`, 5 * MB);
  });
});

describe('a browser that may keep nothing for this site', () => {
  let aki: Phone;
  let haru: Phone;
  let profile: KeptProfile;

  beforeAll(async () => {
    profile = await KeptProfile.make();
    await mkdir(join(profile.folder, 'Default'));
    // "Don't allow sites to save data on your device": IndexedDB, OPFS and all others throw.
    const blocked = { profile: { default_content_setting_values: { cookies: 2 } } };
    await writeFile(join(profile.folder, 'Default', 'Preferences'), JSON.stringify(blocked));
    [aki, haru] = await Promise.all([
      stage.phone('Aki, blocked'),
      stage.phone('Haru, blocked', 'plain', profile.options),
    ]);
    await together(aki, haru);
  });

  afterAll(async () => {
    await stage.leave(aki);
    await stage.leave(haru);
    await profile.remove();
  });

  it('takes a photo into memory, and says before and afterwards that it will not last', async () => {
    const file = await randomFile(stage.path('photo.jpg'), 3 * MB);
    await aki.sendFiles([file], ['Haru, blocked']);
    expect((await haru.offer()).text).toContain('keeps nothing');
    await haru.accept();
    const row = await haru.waitForState('photo.jpg', 'Saved');
    expect(row.verified).toBe(true);
    expect(row.text).toContain('before you close this page');
    expect(await sha256((await haru.save('photo.jpg', stage.path('saved'))).path)).toBe(await sha256(file));
  });

  it('says what can be done with a file too large for its memory, and claims nothing is kept', async () => {
    await aki.sendFiles([await randomFile(stage.path('film.mp4'), 70 * MB)], ['Haru, blocked']);
    await haru.accept();
    const received = await haru.waitForEnd('film.mp4');
    expect(received.state).toBe('Failed');
    expect(received.text).toContain('Allow this site to keep data');
    expect(received.text).not.toMatch(/is kept|Resume/);
    expect((await aki.waitForEnd('film.mp4')).text).toContain('keeps nothing for this page');
  });
});
