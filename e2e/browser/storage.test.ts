/** The same bytes on every rung of the ladder of storage, and what happens when it is full. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { randomFile, sha256 } from '../files.ts';
import type { Phone } from '../phone.ts';
import { type Context, MB, Stage, together } from './stage.ts';

const QUOTA_BYTES = 20 * MB;

let stage: Stage;

beforeAll(async () => {
  stage = await Stage.set();
});

afterAll(() => stage.strike());

/** Leaves the pages of this address no more room than `bytes`. */
async function limitStorage(phone: Phone, origin: string, bytes: number): Promise<void> {
  const { context, page } = phone.chromium;
  const session = await context.newCDPSession(page);
  await session.send('Storage.overrideQuotaForOrigin', { origin: new URL(origin).origin, quotaSize: bytes });
}

describe.each<[Context, string]>([
  ['plain', 'IndexedDB, on plain HTTP'],
  ['secure', 'OPFS, in a secure context'],
])('%s: %s', (context) => {
  let aki: Phone;
  let haru: Phone;

  beforeAll(async () => {
    [aki, haru] = await Promise.all([stage.phone('Aki', context), stage.phone('Haru', context)]);
    await together(aki, haru);
  });

  afterAll(async () => {
    await stage.leave(aki);
    await stage.leave(haru);
  });

  it('keeps a file byte for byte', async () => {
    expect(await haru.evaluate('isSecureContext')).toBe(context === 'secure');
    const file = await randomFile(stage.path(`${context}.bin`), 30 * MB + 17);
    await aki.sendFiles([file], ['Haru']);
    await haru.accept();
    await haru.waitForState(`${context}.bin`, 'Saved');
    await aki.waitForState(`${context}.bin`, 'Sent');
    expect(await sha256((await haru.save(`${context}.bin`, stage.path())).path)).toBe(await sha256(file));
  });

  it('says on both screens that the receiver is full, and works again when there is room', async () => {
    const name = `${context}-large.bin`;
    const file = await randomFile(stage.path(name), 100 * MB);
    await limitStorage(haru, stage.url(context), QUOTA_BYTES + 30 * MB);
    await aki.sendFiles([file], ['Haru']);
    await haru.accept();
    const received = await haru.waitForEnd(name);
    expect(received.state).toMatch(/Interrupted|Failed/);
    expect(received.text).toContain('Your device is full');
    const sent = await aki.waitForEnd(name);
    expect(sent.state).toMatch(/Interrupted|Failed/);
    expect(sent.text).toContain('The other device is full');

    const small = await randomFile(stage.path(`${context}-small.bin`), 1 * MB);
    await limitStorage(haru, stage.url(context), 1000 * MB);
    await aki.sendFiles([small], ['Haru']);
    await haru.accept();
    await haru.waitForState(`${context}-small.bin`, 'Saved');
    expect(await sha256((await haru.save(`${context}-small.bin`, stage.path('s'))).path)).toBe(await sha256(small));
  });
});
