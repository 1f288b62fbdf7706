/** What becomes of a transfer that was broken off, paused, or begun anew. */
import { describe, expect, test, vi } from 'vitest';
import { BLOCK_BYTES, WINDOW_BYTES } from '../protocol/limits.ts';
import type { TransferKey, TransferView } from '../transfer/view.ts';
import type { LinkId } from './api/api.ts';
import { BlockReader } from './blocks/block-reader.ts';
import { sha256 } from './blocks/hash.ts';
import type { EnginePorts } from './engine.ts';
import { acceptAll, bytes, connect, Device, meet } from './testing/device.ts';
import { deleteForGood, pair, pairWithEnds } from './testing/pair.ts';

/** Sends 20 blocks from `a` to `b` and breaks the link after some of them were stored. */
async function halfSent(): Promise<{ a: Device; b: Device; key: TransferKey; big: Uint8Array<ArrayBuffer> }> {
  const { a, b, bulk } = pairWithEnds();
  const big = bytes(20 * BLOCK_BYTES, 5);
  // The sender is never further ahead than its window, so some four blocks are stored by then.
  bulk[0].at = {
    bytes: WINDOW_BYTES + 4 * BLOCK_BYTES,
    call: () => a.engine.receive({ type: 'link-lost', link: 1 as LinkId, cause: 'connection-lost' }),
  };
  a.send(b.id, { small: bytes(10, 1), empty: bytes(0, 0), big, last: bytes(20, 2) });
  const { key } = await acceptAll(b);
  await Promise.all([a, b].map((device) => device.phase('interrupted')));
  return { a, b, key, big };
}

const HOUR_MS = 60 * 60 * 1000;
const DAY_MS = 24 * HOUR_MS;
const LEFT = 20 * BLOCK_BYTES + 30 - 3 * BLOCK_BYTES;

/** As a page reads its files. */
const reader = new BlockReader({ hash: sha256, schedule: () => () => {} });

describe('after an interruption', () => {
  test('it goes on by itself on the next link, and what is stored is not sent again', async () => {
    const { a, b, key, big } = await halfSent();
    expect(b.views.get(key)?.kept?.goesAt).toBeGreaterThan(Date.now());
    const { sentBytes } = connect(a, b, 2);
    expect(await b.ended()).toMatchObject({ phase: 'saved', verified: true });
    expect(await a.ended()).toMatchObject({ phase: 'sent', verified: true });
    expect(await b.holds(key, 10, big)).toBe(true);
    expect(sentBytes()).toBeLessThan(LEFT + 64 * 1024);
    expect(b.views.get(key)?.kept).not.toHaveProperty('goesAt'); // saved files stay
  });

  test("the receiver's page was killed: what is stored is checked, and kept", async () => {
    const { a, b, key, big } = await halfSent();
    const later = new Device('b', b);
    await later.restore();
    expect(later.views.get(key)).toMatchObject({ phase: 'interrupted' });
    const { sentBytes } = connect(a, later, 2);
    expect(await later.ended()).toMatchObject({ phase: 'saved', verified: true });
    expect(await a.ended()).toMatchObject({ phase: 'sent' });
    expect(await later.holds(key, 10, big)).toBe(true);
    expect(sentBytes()).toBeLessThan(LEFT + 64 * 1024);
  });

  test('a block that was damaged in the storage is received again', async () => {
    const { a, b, key, big } = await halfSent();
    const pack = await vi.waitFor(() => b.store.open(key, 0)); // waits until the engine has closed it
    await pack.write(10 + BLOCK_BYTES, bytes(5, 99));
    await pack.close();
    const later = new Device('b', b);
    await later.restore();
    connect(a, later, 2);
    expect(await later.ended()).toMatchObject({ phase: 'saved', verified: true });
    expect(await later.holds(key, 10, big)).toBe(true);
  });

  test('a drive is unplugged: what has arrived is kept, the file is named, and the transfer goes on when it is chosen again', async () => {
    const files = { 'stick/small': bytes(10, 1), 'stick/big': bytes(20 * BLOCK_BYTES, 5) };
    let isOut = false;
    const a = new Device('a', undefined, 0, {
      read: async (file, place) => {
        if (place.offset >= 12 * BLOCK_BYTES) isOut = true;
        return isOut ? 'source-unreadable' : reader.read(file, place);
      },
    });
    const b = new Device('b');
    connect(a, b, 1);
    a.send(b.id, files);
    const { key } = await acceptAll(b);
    expect(await b.phase('interrupted')).toMatchObject({ cause: 'source-unreadable', failedOn: 'stick/big' });
    const view = await a.phase('interrupted');
    expect(view).toMatchObject({ cause: 'source-unreadable', needsFiles: 'folder', missing: { count: 1 } });
    a.engine.receive({ type: 'link-lost', link: 1 as LinkId, cause: 'connection-lost' });
    const later = new Device('a', a);
    await later.restore();
    const { sentBytes } = connect(later, b, 2);
    meet(later, b);
    expect(await later.choose(view.key, files)).toBe(true);
    expect(await b.ended()).toMatchObject({ phase: 'saved', verified: true });
    expect(await b.holds(key, 10, files['stick/big'])).toBe(true);
    expect(sentBytes()).toBeLessThan(17 * BLOCK_BYTES);
  });

  test('chosen again in the same visit, a file that could not be read goes on from where it was', async () => {
    const big = bytes(6 * BLOCK_BYTES, 5);
    let isOut = false;
    const read: EnginePorts['read'] = async (file, place) => {
      if (place.offset === 3 * BLOCK_BYTES && !isOut) {
        isOut = true;
        return 'source-unreadable';
      }
      return reader.read(file, place);
    };
    const a = new Device('a', undefined, 0, { read });
    const b = new Device('b');
    connect(a, b, 1);
    a.send(b.id, { big });
    const { key } = await acceptAll(b);
    const view = await a.phase('interrupted');
    await b.phase('interrupted');
    expect(await a.choose(view.key, { big })).toBe(true);
    meet(a, b);
    connect(a, b, 2);
    expect(await b.ended()).toMatchObject({ phase: 'saved', verified: true });
    expect(await b.holds(key, 0, big)).toBe(true);
  });

  test("the sender's page was reloaded: it goes on with the same files, chosen again", async () => {
    const { a, b, key, big } = await halfSent();
    const later = new Device('a', a);
    await later.restore();
    const view = await later.phase('interrupted');
    expect(view.needsFiles).toBe('files');
    meet(later, b);
    expect(await later.choose(view.key, { big })).toBe(false);
    const same = { small: bytes(10, 1), empty: bytes(0, 0), big, last: bytes(20, 2), other: bytes(3, 3) };
    expect(await later.choose(view.key, same)).toBe(true);
    await later.until(() => later.posted.find(({ type }) => type === 'want-link'));
    const { sentBytes } = connect(later, b, 2);
    expect(await b.ended()).toMatchObject({ phase: 'saved', verified: true });
    expect(await later.ended()).toMatchObject({ phase: 'sent', verified: true });
    expect(await b.holds(key, 10, big)).toBe(true);
    expect(sentBytes()).toBeLessThan(LEFT + 64 * 1024);
    expect(await later.outbox.all()).toEqual([]);
  });

  test('the sender cancels while the two are apart: the receiver hears of it when they meet', async () => {
    const { a, b } = await halfSent();
    const later = new Device('a', a);
    await later.restore();
    const view = await later.phase('interrupted');
    later.engine.receive({ type: 'cancel', key: view.key });
    meet(later, b);
    await later.until(() => later.posted.find(({ type }) => type === 'want-link'));
    connect(later, b, 2);
    expect(await b.ended()).toMatchObject({ phase: 'cancelled', by: 'peer' });
  });

  test('files that are found one after the other are kept, and the rest is named', async () => {
    const { a, b, big } = await halfSent();
    const later = new Device('a', a);
    await later.restore();
    const { key } = await later.phase('interrupted');
    meet(later, b);
    expect(await later.choose(key, { big, last: bytes(21, 2) })).toBe(false);
    const found = await later.until(() => [...later.views.values()].find(({ missing }) => missing));
    expect(found.missing).toEqual({ count: 3, names: ['small', 'empty', 'last'], changed: ['last'] });
    expect(await later.choose(key, { small: bytes(10, 1), empty: bytes(0, 0), last: bytes(20, 2) })).toBe(true);
    connect(later, b, 2);
    expect(await b.ended()).toMatchObject({ phase: 'saved', verified: true });
  });

  test('a file that has changed, but not in name, size or date, is never mixed in', async () => {
    const { a, b } = await halfSent();
    const later = new Device('a', a);
    await later.restore();
    const view = await later.phase('interrupted');
    const changed = { small: bytes(10, 1), empty: bytes(0, 0), big: bytes(20 * BLOCK_BYTES, 6), last: bytes(20, 2) };
    expect(await later.choose(view.key, changed)).toBe(true);
    connect(later, b, 2);
    expect(await later.ended()).toMatchObject({ phase: 'failed', reason: 'source-changed' });
    expect(await b.ended()).toMatchObject({ phase: 'failed', reason: 'source-changed', verified: false });
  });

  test('the last message was lost: the sender learns that all has arrived', async () => {
    const { a, b, bulk, control } = pairWithEnds();
    a.send(b.id, { file: bytes(10, 1) });
    const { key } = await acceptAll(b);
    control[1].mute('complete');
    await b.phase('saved');
    for (const end of [control[0], bulk[0]]) end.close();
    a.engine.receive({ type: 'link-lost', link: 1 as LinkId, cause: 'connection-lost' });
    await a.phase('interrupted');
    connect(a, b, 2);
    expect(await a.ended()).toMatchObject({ phase: 'sent', verified: true });
    expect(b.views.get(key)).toMatchObject({ phase: 'saved' });
  });

  test('the receiver has forgotten the transfer: it is offered anew', async () => {
    const { a, b } = await halfSent();
    const blank = new Device('b');
    connect(a, blank, 2);
    await acceptAll(blank);
    expect(await blank.ended()).toMatchObject({ phase: 'saved' });
    expect(b.views.size).toBe(1);
  });

  test.each(['a', 'b'] as const)('cancelled by %s while apart: the other hears of it when they meet', async (by) => {
    const { a, b } = await halfSent();
    const [here, there] = by === 'a' ? [a, b] : [b, a];
    const { key } = await here.phase('interrupted');
    here.engine.receive({ type: 'cancel', key });
    connect(a, b, 2);
    expect(await there.ended()).toMatchObject({ phase: 'cancelled', by: 'peer' });
    await expect.poll(() => b.store.keys()).toEqual([]);
  });

  test('storage was full: it goes on when the person has made room and says so', async () => {
    const { a, b } = pair();
    b.store.capacityBytes = 2 * BLOCK_BYTES;
    const big = bytes(5 * BLOCK_BYTES, 1);
    a.send(b.id, { big });
    const { key } = await acceptAll(b);
    expect(await b.phase('interrupted')).toMatchObject({ cause: 'storage-full' });
    expect(await a.phase('interrupted')).toMatchObject({ cause: 'storage-full' });
    b.store.capacityBytes = 50 * BLOCK_BYTES;
    b.engine.receive({ type: 'resume', key });
    expect(await b.ended()).toMatchObject({ phase: 'saved', verified: true });
    expect(await a.ended()).toMatchObject({ phase: 'sent' });
    expect(await b.holds(key, 0, big)).toBe(true);
  });

  test('correcting a clock by fifty years ends nothing, on either side', async () => {
    const { a, b, key, big } = await halfSent();
    const years = 50 * 365 * DAY_MS;
    const [sender, later] = [new Device('a', a, years), new Device('b', b, years)];
    await Promise.all([sender, later].map((device) => device.restore()));
    expect(later.views.get(key)).toMatchObject({ phase: 'interrupted', storedBytes: expect.any(Number) });
    const goesAt = later.views.get(key)?.kept?.goesAt ?? 0;
    expect(goesAt).toBeGreaterThan(Date.now() + years + 6 * DAY_MS);
    const [view] = sender.views.values();
    const same = { small: bytes(10, 1), empty: bytes(0, 0), big, last: bytes(20, 2) };
    expect(view && (await sender.choose(view.key, same))).toBe(true);
  });

  test('a transfer that has waited through a week of visits is freed', async () => {
    const { b, key } = await halfSent();
    let later = b;
    for (let day = 1; day < 14; day += 1) {
      later = new Device('b', later, day * DAY_MS);
      await later.restore();
      expect(later.views.get(key)?.phase).toBe('interrupted');
    }
    later = new Device('b', later, 15 * DAY_MS);
    await later.restore();
    expect(later.views.size).toBe(0);
    expect(await later.store.keys()).toEqual([]);
    expect(await later.catalog.all()).toEqual([]);
  });
});

describe('silence', () => {
  test('at the receiver: a path that is cut without a word is an interruption, and Resume connects anew', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date', 'performance'] });
    try {
      const { a, b, control, bulk } = pairWithEnds();
      const isCut = new Promise<void>((cut) => {
        bulk[0].at = { bytes: 3 * BLOCK_BYTES, call: cut };
      });
      a.send(b.id, { big: bytes(12 * BLOCK_BYTES, 5) });
      const { key } = await acceptAll(b);
      await isCut;
      for (const end of [control[0], bulk[0]]) end.cut();
      const phases: TransferView['phase'][] = [];
      for (let second = 0; second < 40; second += 1) {
        await vi.advanceTimersByTimeAsync(1_000);
        await new Promise<void>((resolve) => setImmediate(resolve)); // blocks are hashed and stored in real time
        phases.push(b.views.get(key)?.phase ?? 'waiting');
      }
      expect(phases[10]).toBe('receiving');
      expect(b.views.get(key)).toMatchObject({ phase: 'interrupted', cause: 'no-answer' });
      b.engine.receive({ type: 'resume', key });
      expect(b.posted).toContainEqual({ type: 'drop-link', link: 1 });
      expect(b.posted.at(-1)).toEqual({ type: 'want-link', peer: a.id });
      expect(b.views.get(key)).toMatchObject({ phase: 'interrupted', cause: 'connection-lost' });
    } finally {
      vi.useRealTimers();
    }
  });
});

describe('pause', () => {
  test.each([
    ['a', 'a'],
    ['a', 'b'],
    ['b', 'a'],
    ['b', 'b'],
  ] as const)('pressed at %s, resumed at %s: both agree', async (pauses, resumes) => {
    const { a, b } = pair();
    const devices = { a, b };
    a.send(b.id, { big: new Uint8Array(20 * BLOCK_BYTES) });
    const { key } = await acceptAll(b);
    const sent = await a.phase('sending');
    const keys = { a: sent.key, b: key };
    devices[pauses].engine.receive({ type: 'pause', key: keys[pauses] });
    await Promise.all([a.phase('paused'), b.phase('paused')]);
    devices[resumes].engine.receive({ type: 'resume', key: keys[resumes] });
    expect(await b.ended()).toMatchObject({ phase: 'saved', verified: true });
    expect(await a.ended()).toMatchObject({ phase: 'sent' });
  });

  test('survives a lost link, and does not end by itself', async () => {
    const { a, b } = pair();
    a.send(b.id, { big: new Uint8Array(20 * BLOCK_BYTES) });
    await acceptAll(b);
    const { key } = await a.phase('sending');
    a.engine.receive({ type: 'pause', key });
    await Promise.all([a.phase('paused'), b.phase('paused')]);
    a.engine.receive({ type: 'link-lost', link: 1 as LinkId, cause: 'connection-lost' });
    await b.phase('interrupted');
    a.posted.length = 0;
    meet(a, b);
    expect(a.views.get(key)?.phase).toBe('paused');
    expect(a.posted.find(({ type }) => type === 'want-link')).toBeUndefined();
    a.engine.receive({ type: 'resume', key });
    expect(a.posted.find(({ type }) => type === 'want-link')).toBeDefined();
    connect(a, b, 2);
    expect(await b.ended()).toMatchObject({ phase: 'saved', verified: true });
  });
});

test('files that the receiver already has are not sent again', async () => {
  const { a, b } = pair();
  const big = bytes(3 * BLOCK_BYTES + 7, 1);
  a.send(b.id, { 'folder/big': big, 'folder/old': bytes(100, 1) });
  const first = await acceptAll(b);
  await b.phase('saved');
  a.engine.receive({ type: 'link-lost', link: 1 as LinkId, cause: 'connection-lost' });
  const { sentBytes } = connect(a, b, 2);
  // Same name, size and date, but other bytes: it must be sent.
  a.send(b.id, { 'folder/big': big, 'folder/old': bytes(100, 9), 'folder/new': bytes(50, 3) });
  const second = await b.until(() => b.offers[0]);
  b.engine.receive({ type: 'accept', key: second.key, files: [[0, 2]] });
  await b.until(() => (b.views.get(second.key)?.phase === 'saved' ? true : undefined));
  expect(await b.holds(second.key, 0, big)).toBe(true);
  expect(await b.holds(second.key, big.length, bytes(100, 9))).toBe(true);
  expect(await b.holds(second.key, big.length + 100, bytes(50, 3))).toBe(true);
  expect(sentBytes()).toBeLessThan(2_000);
  deleteForGood(b, first.key);
  await expect.poll(() => b.store.keys()).toEqual([second.key]);
});
