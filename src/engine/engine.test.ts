import { describe, expect, test, vi } from 'vitest';
import { encodeFrame, stampSequence } from '../protocol/frame.ts';
import { BLOCK_BYTES, TRANSFER_VERSION, WINDOW_BYTES } from '../protocol/limits.ts';
import type { ControlMessage, TransferId } from '../protocol/peer.ts';
import type { DeviceId } from '../protocol/signaling.ts';
import { TRASH_LIFE_MS } from '../transfer/keeping.ts';
import type { TransferKey } from '../transfer/view.ts';
import type { LinkId } from './api/api.ts';
import { type Channel, HIGH_WATER_BYTES } from './api/channel.ts';
import { HashError } from './blocks/hash.ts';
import { readBlock } from './blocks/source.ts';
import type { EnginePorts } from './engine.ts';
import { storeAcross } from './store/across.ts';
import { MemoryStore } from './store/memory.ts';
import { acceptAll, bytes, connect, Device, meet } from './testing/device.ts';
import { channelPair } from './testing/memory-channel.ts';

function pairWithEnds() {
  const a = new Device('a');
  const b = new Device('b');
  const control = channelPair();
  const bulk = channelPair();
  a.link(1, b.id, control[0], bulk[0]);
  b.link(1, a.id, control[1], bulk[1]);
  return { a, b, control, bulk };
}

function pair(): { a: Device; b: Device } {
  const { a, b } = pairWithEnds();
  return { a, b };
}

describe('two engines on one link', () => {
  test('a file of several blocks, a small one and an empty one arrive byte for byte', async () => {
    const { a, b } = pair();
    const files = { 'big.bin': bytes(2.5 * BLOCK_BYTES, 1), 'empty.txt': bytes(0, 0), 'small.txt': bytes(99, 2) };
    a.send(b.id, files);
    const offer = await acceptAll(b);
    expect(offer.entries.map(({ path, size }) => [path, size])).toEqual([
      ['big.bin', 2.5 * BLOCK_BYTES],
      ['empty.txt', 0],
      ['small.txt', 99],
    ]);
    expect(await b.ended()).toMatchObject({ phase: 'saved', verified: true, storedBytes: 2.5 * BLOCK_BYTES + 99 });
    expect(await a.ended()).toMatchObject({ phase: 'sent', verified: true, storedBytes: 2.5 * BLOCK_BYTES + 99 });
    expect(await b.holds(offer.key, 0, files['big.bin'])).toBe(true);
    expect(await b.holds(offer.key, 2.5 * BLOCK_BYTES, files['small.txt'])).toBe(true);
  });

  test('only the accepted files travel', async () => {
    const { a, b } = pair();
    a.send(b.id, { one: bytes(10, 1), two: bytes(20, 2), three: bytes(30, 3) });
    const offer = await b.until(() => b.offers[0]);
    b.engine.receive({
      type: 'accept',
      key: offer.key,
      files: [
        [0, 0],
        [2, 2],
      ],
    });
    expect(await a.ended()).toMatchObject({ phase: 'sent', totalBytes: 40 });
    expect(await b.ended()).toMatchObject({ phase: 'saved', totalBytes: 40, files: 2 });
    expect(await b.holds(offer.key, 10, bytes(30, 3))).toBe(true);
  });

  test('both directions at once', async () => {
    const { a, b } = pair();
    a.send(b.id, { 'from-a': bytes(BLOCK_BYTES + 5, 1) });
    b.send(a.id, { 'from-b': bytes(BLOCK_BYTES + 7, 2) });
    const [atB, atA] = await Promise.all([acceptAll(b), acceptAll(a)]);
    await Promise.all(
      [a, b].map((device) =>
        device.until(() => [...device.views.values()].every(({ verified }) => verified) || undefined),
      ),
    );
    expect(await b.holds(atB.key, 0, bytes(BLOCK_BYTES + 5, 1))).toBe(true);
    expect(await a.holds(atA.key, 0, bytes(BLOCK_BYTES + 7, 2))).toBe(true);
  });

  test('declined: nothing is stored, the sender is told', async () => {
    const { a, b } = pair();
    a.send(b.id, { file: bytes(10, 1) });
    const offer = await b.until(() => b.offers[0]);
    b.engine.receive({ type: 'decline', key: offer.key });
    expect(await a.ended()).toMatchObject({ phase: 'declined' });
    expect(await b.store.keys()).toEqual([]);
  });

  test.each(['a', 'b'] as const)('cancelled by %s in the middle: both say so, the storage is freed', async (by) => {
    const { a, b } = pair();
    a.send(b.id, { file: new Uint8Array(30 * BLOCK_BYTES) });
    const offer = await acceptAll(b);
    const device = by === 'a' ? a : b;
    const { key } = await device.until(() => [...device.views.values()].find(({ phase }) => phase !== 'waiting'));
    device.engine.receive({ type: 'cancel', key });
    expect(await a.ended()).toMatchObject({ phase: 'cancelled', by: by === 'a' ? 'me' : 'peer' });
    expect(await b.ended()).toMatchObject({ phase: 'cancelled', by: by === 'b' ? 'me' : 'peer' });
    await expect.poll(() => b.store.keys()).toEqual([]);
    expect(b.views.get(offer.key)?.verified).toBe(false);
  });

  test('the link breaks in the middle: both sides are interrupted, and nothing counts as saved', async () => {
    const { a, b } = pair();
    a.send(b.id, { file: new Uint8Array(30 * BLOCK_BYTES) });
    await acceptAll(b);
    await b.phase('receiving');
    a.engine.receive({ type: 'link-lost', link: 1 as LinkId, cause: 'connection-lost' });
    expect(await a.phase('interrupted')).toMatchObject({ cause: 'connection-lost' });
    expect(await b.phase('interrupted')).toMatchObject({ cause: 'connection-lost', verified: false });
  });

  test('the receiver has no room: both sides say so', async () => {
    const { a, b } = pair();
    b.store.capacityBytes = 2 * BLOCK_BYTES;
    a.send(b.id, { file: bytes(5 * BLOCK_BYTES, 1) });
    await acceptAll(b);
    expect(await b.phase('interrupted')).toMatchObject({ cause: 'storage-full', verified: false });
    expect(await a.phase('interrupted')).toMatchObject({ cause: 'storage-full' });
  });

  test('the file is shorter than when it was chosen: failed on both sides', async () => {
    const { a, b } = pair();
    const entry = { path: 'shrunk', size: 100, modified: 0 };
    a.engine.receive({
      type: 'send',
      to: b.id,
      peerName: 'b',
      sources: [{ file: new File(['short'], 'shrunk'), entry }],
    });
    await acceptAll(b);
    expect(await a.ended()).toMatchObject({ phase: 'failed', reason: 'source-changed' });
    expect(await b.ended()).toMatchObject({ phase: 'failed', reason: 'source-changed', verified: false });
  });

  test('one of several files has changed: both sides name it', async () => {
    const { a, b } = pair();
    const entry = (path: string) => ({ path, size: 5, modified: 0 });
    const file = (path: string, content: string) => ({ file: new File([content], path), entry: entry(path) });
    const sources = [file('refused', 'first'), file('first', 'first'), file('shrunk', 'x'), file('last', 'lasts')];
    a.engine.receive({ type: 'send', to: b.id, peerName: 'b', sources });
    const { key } = await b.until(() => b.offers[0]);
    b.engine.receive({ type: 'accept', key, files: [[1, 3]] });
    expect(await a.ended()).toMatchObject({ phase: 'failed', reason: 'source-changed', failedOn: 'shrunk' });
    expect(await b.ended()).toMatchObject({ phase: 'failed', reason: 'source-changed', failedOn: 'shrunk' });
  });

  test('saved files are there on the next visit, and left-overs are freed', async () => {
    const { a, b } = pair();
    a.send(b.id, { file: bytes(10, 1) });
    const offer = await acceptAll(b);
    await b.ended();
    const orphan = await b.store.open('r-orphan' as TransferKey, 5);
    await orphan.write(0, bytes(5, 0));
    await orphan.close();
    const later = new Device('b', b);
    await later.restore();
    expect(later.views.get(offer.key)).toMatchObject({ phase: 'saved', verified: true, title: 'file' });
    expect(await b.store.keys()).toEqual([offer.key]);
  });

  test('saved files are read and freed where they are when this visit uses another store', async () => {
    const { a, b } = pair();
    a.send(b.id, { file: bytes(10, 1) });
    const offer = await acceptAll(b);
    await b.ended();
    const later = new Device('b', b, 0, { store: storeAcross(new MemoryStore(), [], [async () => b.store]) });
    await later.restore();
    later.engine.receive({ type: 'read', request: 1, key: offer.key, what: 0, isGlance: true });
    const { blob } = await later.until(() => later.posted.find((message) => message.type === 'blob'));
    expect(blob).toBeInstanceOf(Blob);
    later.engine.receive({ type: 'delete', key: offer.key });
    later.engine.receive({ type: 'purge', key: offer.key });
    await expect.poll(() => b.store.keys()).toEqual([]);
  });
});

describe('failures that are not the fault of a file or a storage', () => {
  const refuse = (error: Error) => () => Promise.reject(error);
  test.each<[string, 'a' | 'b', Partial<EnginePorts>, string]>([
    ['the sender has no hash', 'a', { read: refuse(new HashError()) }, 'hash-failed'],
    ['the receiver has no hash', 'b', { hash: refuse(new HashError()) }, 'hash-failed'],
    ['a fault of ours at the sender', 'a', { read: refuse(new TypeError()) }, 'page-failed'],
    ['a fault of ours at the receiver', 'b', { hash: refuse(new TypeError()) }, 'page-failed'],
  ])('%s: both sides say so, and try nothing by themselves', async (_, at, ports, cause) => {
    const a = new Device('a', undefined, 0, at === 'a' ? ports : {});
    const b = new Device('b', undefined, 0, at === 'b' ? ports : {});
    connect(a, b, 1);
    a.send(b.id, { file: bytes(10, 1) });
    await acceptAll(b);
    expect(await b.phase('interrupted')).toMatchObject({ cause });
    expect(await a.phase('interrupted')).toMatchObject({ cause });
    a.engine.receive({ type: 'link-lost', link: 1 as LinkId, cause: 'connection-lost' });
    a.posted.length = 0;
    meet(a, b);
    expect(a.posted.find(({ type }) => type === 'want-link')).toBeUndefined();
  });
});

test('a browser without storage receives what fits into memory, and says beforehand that it will not last', async () => {
  const a = new Device('a');
  const b = new Device('b', undefined, 0, { isFleeting: true, store: new MemoryStore(BLOCK_BYTES, 'storage-refused') });
  connect(a, b, 1);
  a.send(b.id, { photo: bytes(1_000, 1) });
  expect(await acceptAll(b)).toMatchObject({ isFleeting: true });
  expect(await b.ended()).toMatchObject({ phase: 'saved', kept: { isFleeting: true } });
  a.send(b.id, { film: bytes(BLOCK_BYTES, 1) });
  const film = await b.until(() => b.offers[0]);
  b.engine.receive({ type: 'accept', key: film.key, files: [[0, 0]] });
  await b.until(() => (b.views.get(film.key)?.phase === 'failed' ? true : undefined));
  expect(b.views.get(film.key)).toMatchObject({ reason: 'storage-refused' });
  expect(await a.phase('failed')).toMatchObject({ reason: 'storage-refused' });
});

test('a choice of more separate files than one message can name arrives whole', async () => {
  const { a, b } = pair();
  a.send(b.id, Object.fromEntries(Array.from({ length: 9_000 }, (_, n) => [`${n}.txt`, bytes(n < 9 ? n : 0, 1)])));
  const { key } = await b.until(() => b.offers[0]);
  const everyOther = Array.from({ length: 4_500 }, (_, n) => [2 * n, 2 * n] as const);
  b.engine.receive({ type: 'accept', key, files: everyOther });
  expect(await b.ended()).toMatchObject({ phase: 'saved', files: 4_500, verified: true });
  expect(await a.ended()).toMatchObject({ phase: 'sent' });
});

test('phones that accept no data do not hold up the others, whichever were served first', async () => {
  const a = new Device('a');
  /** A phone too far from the router: its channel is open, but no byte leaves for it. */
  const stuck: Channel = {
    bufferedAmount: HIGH_WATER_BYTES + 1,
    send: () => {},
    listen: ({ opened }) => queueMicrotask(opened),
    close: () => {},
  };
  const phones = Array.from({ length: 8 }, (_, n) => new Device(`b${n}`));
  for (const [n, phone] of phones.entries()) {
    const control = channelPair();
    const bulk = channelPair();
    a.link(n + 1, phone.id, control[0], n < 3 ? stuck : bulk[0]);
    phone.link(1, a.id, control[1], bulk[1]);
    a.send(phone.id, { big: bytes(6 * BLOCK_BYTES, n), small: bytes(5, n) });
    await acceptAll(phone);
    await phone.phase('waiting');
  }
  for (const phone of phones.slice(3)) expect(await phone.ended()).toMatchObject({ phase: 'saved', verified: true });
  expect(phones.slice(0, 3).map(({ views }) => [...views.values()].map(({ storedBytes }) => storedBytes))).toEqual([
    [0],
    [0],
    [0],
  ]);
});

test('does not count as saved before the record is written, or the next visit would not know of it', async () => {
  const { a, b } = pair();
  const { put } = b.catalog;
  let refuses = true;
  b.catalog.put = async (record) =>
    refuses && record.state === 'saved' ? { ok: false, failure: 'refused', cause: undefined } : put(record);
  a.send(b.id, { big: bytes(2 * BLOCK_BYTES, 1) });
  const { key } = await acceptAll(b);
  await b.until(() => [...b.views.values()].find(({ phase }) => phase === 'interrupted'));
  expect([...a.views.values()]).not.toContainEqual(expect.objectContaining({ phase: 'sent' }));
  refuses = false;
  const { sentBytes } = connect(a, b, 2);
  meet(a, b);
  b.engine.receive({ type: 'resume', key });
  expect(await b.ended()).toMatchObject({ phase: 'saved', verified: true });
  expect(await a.ended()).toMatchObject({ phase: 'sent' });
  expect(sentBytes()).toBeLessThan(BLOCK_BYTES);
});

test('a path too slow for one block in the time of silence does not make a receiver silent; a dead path does', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date', 'performance'] });
  try {
    const [a, b] = [new Device('a'), new Device('b')];
    const control = channelPair();
    let queued = 0;
    const bulk: Channel = {
      get bufferedAmount() {
        return queued;
      },
      send: (data) => {
        queued += data.length;
      },
      listen: ({ opened }) => queueMicrotask(opened),
      close: () => {},
    };
    a.link(1, b.id, control[0], bulk);
    b.link(1, a.id, control[1], channelPair()[1]);
    a.send(b.id, { big: bytes(3 * BLOCK_BYTES, 1) });
    await acceptAll(b);
    await a.phase('sending');
    const isDropped = () => a.posted.some(({ type }) => type === 'drop-link');
    for (let second = 0; second < 60; second += 1) {
      queued -= 10_000;
      await vi.advanceTimersByTimeAsync(1_000);
    }
    expect(isDropped()).toBe(false);
    vi.setSystemTime(Date.now() - HOUR_MS); // the wall clock is corrected meanwhile, which must not matter
    await vi.advanceTimersByTimeAsync(30_000);
    expect(isDropped()).toBe(true);
  } finally {
    vi.useRealTimers();
  }
});

/** Sends 12 blocks from `a` to `b` and breaks the link after some of them were stored. */
async function halfSent(): Promise<{ a: Device; b: Device; key: TransferKey; big: Uint8Array<ArrayBuffer> }> {
  const { a, b, bulk } = pairWithEnds();
  const big = bytes(12 * BLOCK_BYTES, 5);
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
const LEFT = 12 * BLOCK_BYTES + 30 - 3 * BLOCK_BYTES;

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
    const files = { 'stick/small': bytes(10, 1), 'stick/big': bytes(12 * BLOCK_BYTES, 5) };
    let isOut = false;
    const a = new Device('a', undefined, 0, {
      read: async (file, place) => {
        if (place.offset >= 6 * BLOCK_BYTES) isOut = true;
        return isOut ? 'source-unreadable' : readBlock(file, place);
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
    expect(sentBytes()).toBeLessThan(12 * BLOCK_BYTES);
  });

  test('chosen again in the same visit, a file that could not be read goes on from where it was', async () => {
    const big = bytes(6 * BLOCK_BYTES, 5);
    let isOut = false;
    const read: EnginePorts['read'] = async (file, place) => {
      if (place.offset === 3 * BLOCK_BYTES && !isOut) {
        isOut = true;
        return 'source-unreadable';
      }
      return readBlock(file, place);
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
    const changed = { small: bytes(10, 1), empty: bytes(0, 0), big: bytes(12 * BLOCK_BYTES, 6), last: bytes(20, 2) };
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

function deleteForGood({ engine }: Device, key: TransferKey): void {
  engine.receive({ type: 'delete', key });
  engine.receive({ type: 'purge', key });
}

/** A device whose peer is this test. */
function hostile() {
  const b = new Device('b');
  const [control, controlOfB] = channelPair();
  const [bulk, bulkOfB] = channelPair();
  const heard: ControlMessage[] = [];
  const ignore = { opened() {}, closed() {}, drained() {}, binary() {} };
  control.listen({ ...ignore, text: (data) => heard.push(JSON.parse(data)) });
  bulk.listen({ ...ignore, text() {} });
  const peer = 'mallory_____' as DeviceId;
  b.link(1, peer, controlOfB, bulkOfB);
  const tell = (message: ControlMessage) => control.send(JSON.stringify(message));
  tell({ type: 'hello', version: TRANSFER_VERSION });
  const transfer = 'transfer________' as TransferId;
  const offer = async (size: number) => {
    tell({ type: 'offer', transfer, handle: 7, files: 1, bytes: size });
    tell({ type: 'manifest', transfer, first: 0, entries: [['file', size, 0]] });
    await acceptAll(b);
    await expect.poll(() => heard.at(-1)?.type).toBe('accept');
  };
  let frames = 0;
  const frame = (kind: 'block' | 'chunk' | 'end', offset: number, payload: Uint8Array) => {
    const whole = encodeFrame({ kind, handle: 7, file: 0, offset, payload });
    stampSequence(whole, frames);
    frames += 1;
    bulk.send(whole);
  };
  return { b, control, bulk, heard, tell, transfer, offer, frame };
}

test('frames that are still under way for a cancelled and hidden transfer harm no other', async () => {
  const [a, b] = [new Device('a'), new Device('b')];
  const [control, bulk] = [channelPair(), channelPair(4)];
  a.link(1, b.id, control[0], bulk[0]);
  b.link(1, a.id, control[1], bulk[1]);
  const other = bytes(6 * BLOCK_BYTES, 2);
  a.send(b.id, { first: bytes(6 * BLOCK_BYTES, 1) });
  const first = await acceptAll(b);
  a.send(b.id, { second: other });
  const second = await b.until(() => b.offers.find(({ key }) => key !== first.key));
  b.engine.receive({ type: 'accept', key: second.key, files: [[0, 0]] });
  await new Promise<void>((call) => {
    bulk[0].at = { bytes: 3 * BLOCK_BYTES, call };
  });
  b.engine.receive({ type: 'cancel', key: first.key });
  b.engine.receive({ type: 'hide', key: first.key });
  expect(bulk[0].bufferedAmount).toBeGreaterThan(0);
  await b.until(() => b.views.get(second.key)?.phase === 'saved' || undefined);
  expect(await b.holds(second.key, 0, other)).toBe(true);
  expect([...b.views.keys()]).toEqual([second.key]);
});

test('a file of a transfer that was deleted meanwhile is an error and not an empty file', async () => {
  const [a, b] = [new Device('a'), new Device('b')];
  connect(a, b, 1);
  a.send(b.id, { file: bytes(10, 1) });
  const { key } = await acceptAll(b);
  await b.ended();
  deleteForGood(b, key);
  for (const [request, what] of [
    [1, 0],
    [2, 'zip'],
  ] as const) {
    b.engine.receive({ type: 'read', request, key, what });
    const answer = await b.until(() => b.posted.find((one) => one.type === 'blob' && one.request === request));
    expect(answer).toMatchObject({ blob: 'storage-failed' });
  }
});

describe('lanes', () => {
  /** Two devices and a link whose second lane is slower than the first. */
  function twoLanes() {
    const [a, b] = [new Device('a'), new Device('b')];
    connect(a, b, 1);
    const [lane, laneOfB] = channelPair(3);
    a.lane(1, lane);
    b.lane(1, laneOfB);
    return { a, b, lane };
  }

  test('a file arrives whole over lanes of different speeds', async () => {
    const { a, b, lane } = twoLanes();
    const file = bytes(9 * BLOCK_BYTES + 5, 3);
    a.send(b.id, { file });
    const { key } = await acceptAll(b);
    expect(await b.ended()).toMatchObject({ phase: 'saved', verified: true });
    expect(await b.holds(key, 0, file)).toBe(true);
    expect(lane.sentBytes).toBeGreaterThan(BLOCK_BYTES);
  });

  test('a lane that breaks interrupts the transfer; the rest comes over the next link', async () => {
    const { a, b, lane } = twoLanes();
    const file = bytes(9 * BLOCK_BYTES, 3);
    a.send(b.id, { file });
    lane.at = { bytes: BLOCK_BYTES, call: () => lane.close() };
    const { key } = await acceptAll(b);
    await b.phase('interrupted');
    connect(a, b, 2);
    expect(await b.ended()).toMatchObject({ phase: 'saved', verified: true });
    expect(await b.holds(key, 0, file)).toBe(true);
  });

  test('the transfer does without a lane that never opens', async () => {
    const [a, b] = [new Device('a'), new Device('b')];
    connect(a, b, 1);
    // ICE finds no path: the lane is closed without ever having been open.
    const lane: Channel = { bufferedAmount: 0, send() {}, close() {}, listen: ({ closed }) => queueMicrotask(closed) };
    a.lane(1, lane);
    a.send(b.id, { file: bytes(10, 1) });
    await acceptAll(b);
    expect(await b.ended()).toMatchObject({ phase: 'saved' });
  });

  test('the page is told once that lanes may help, and passes on their signals', async () => {
    const { a, b } = twoLanes();
    a.send(b.id, { file: bytes(3 * BLOCK_BYTES, 1) });
    await acceptAll(b);
    await b.ended();
    expect(a.posted.filter(({ type }) => type === 'busy-link')).toEqual([{ type: 'busy-link', link: 1 }]);
    const signal = { type: 'offer', sdp: 'v=0' } as const;
    a.engine.receive({ type: 'lane-signal', link: 1 as LinkId, lane: 1, signal });
    const told = await b.until(() => b.posted.find(({ type }) => type === 'lane-signal'));
    expect(told).toEqual({ type: 'lane-signal', link: 1, lane: 1, signal });
  });

  test('a repeated frame ends the link', async () => {
    const { b, bulk, offer } = hostile();
    await offer(10);
    const frame = encodeFrame({ kind: 'block', handle: 7, file: 0, offset: 0, payload: new Uint8Array(32) });
    bulk.send(frame);
    bulk.send(frame);
    await b.until(() => b.posted.find(({ type }) => type === 'drop-link'));
  });
});

describe('a device that breaks the protocol', () => {
  const digest = new Uint8Array(32);

  test('a chunk at the wrong offset', async () => {
    const { b, offer, frame } = hostile();
    await offer(10);
    frame('block', 0, digest);
    frame('chunk', 1, bytes(5, 0));
    expect(await b.ended()).toMatchObject({ phase: 'failed', reason: 'protocol-violation' });
  });

  test('more bytes than declared', async () => {
    const { b, offer, frame } = hostile();
    await offer(10);
    frame('block', 0, digest);
    frame('chunk', 0, bytes(11, 0));
    expect(await b.ended()).toMatchObject({ phase: 'failed', reason: 'protocol-violation' });
  });

  test('bytes that do not match their digest', async () => {
    const { b, offer, frame } = hostile();
    await offer(10);
    frame('block', 0, digest);
    frame('chunk', 0, bytes(10, 0));
    expect(await b.ended()).toMatchObject({ phase: 'failed', reason: 'digest-mismatch' });
    await expect.poll(() => b.store.keys()).toEqual([]);
  });

  test('an end before the last byte', async () => {
    const { b, offer, frame } = hostile();
    await offer(10);
    frame('end', 10, digest);
    expect(await b.ended()).toMatchObject({ phase: 'failed', reason: 'protocol-violation' });
  });

  test('bytes before consent', async () => {
    const { b, tell, transfer, frame, heard } = hostile();
    tell({ type: 'offer', transfer, handle: 7, files: 1, bytes: 10 });
    tell({ type: 'manifest', transfer, first: 0, entries: [['file', 10, 0]] });
    await b.until(() => b.offers[0]);
    frame('block', 0, digest);
    await expect.poll(() => heard.at(-1)).toEqual({ type: 'fail', transfer, reason: 'protocol-violation' });
    expect(b.offers).toEqual([]);
    // Nothing else would end them: a connection brings 20 MB a second.
    await b.until(() => b.posted.find(({ type }) => type === 'drop-link'));
  });

  test('frames without end of a transfer that was cancelled', async () => {
    const { b, tell, transfer, offer, frame } = hostile();
    await offer(10);
    tell({ type: 'cancel', transfer });
    await b.ended();
    const isCut = () => b.posted.some(({ type }) => type === 'drop-link');
    const payload = new Uint8Array(60 * 1024);
    // As much as a sender and the network may hold is ignored.
    for (let sent = 0; sent < WINDOW_BYTES + HIGH_WATER_BYTES; sent += payload.length) frame('chunk', 0, payload);
    for (let turn = 0; turn < 400; turn += 1) await new Promise(setImmediate);
    expect(isCut()).toBe(false);
    for (let sent = 0; sent < 5 * (WINDOW_BYTES + HIGH_WATER_BYTES); sent += payload.length) frame('chunk', 0, payload);
    await b.until(isCut);
  });

  test('a manifest that does not add up', async () => {
    const { tell, transfer, heard } = hostile();
    tell({ type: 'offer', transfer, handle: 7, files: 1, bytes: 10 });
    tell({ type: 'manifest', transfer, first: 0, entries: [['file', 11, 0]] });
    await expect.poll(() => heard.at(-1)).toEqual({ type: 'fail', transfer, reason: 'protocol-violation' });
  });

  test.each([
    '{"type":"offer"',
    '[]',
    '"x"',
    '{"type":"nonsense"}',
  ])('control message %s ends the link', async (text) => {
    const { b, control } = hostile();
    control.send(text);
    await b.until(() => b.posted.find(({ type }) => type === 'drop-link'));
  });

  test('another version of the protocol: transfers that wait for the link are told', async () => {
    const b = new Device('b');
    const peer = 'older_______' as DeviceId;
    const [control, controlOfB] = channelPair();
    b.send(peer, { file: bytes(1, 1) });
    b.link(1, peer, controlOfB, channelPair()[1]);
    control.send(JSON.stringify({ type: 'hello', version: TRANSFER_VERSION + 1 }));
    expect(await b.ended()).toMatchObject({ phase: 'failed', reason: 'version-mismatch' });
  });
});

describe('actions of a person on received files', () => {
  const files = { one: bytes(10, 1), two: bytes(20, 2), three: bytes(30, 3) };
  async function saved() {
    const { a, b } = pair();
    a.send(b.id, files);
    const { key } = await acceptAll(b);
    await b.phase('saved');
    return { b, key };
  }
  const handedOver = (device: Device, key: TransferKey) => device.views.get(key)?.kept?.handedOver;

  test('are remembered by the next visit, file by file, and so is the time of arrival', async () => {
    const { b, key } = await saved();
    const at = b.views.get(key)?.kept?.at;
    b.engine.receive({ type: 'handed-over', key, files: [[2, 2]] });
    b.engine.receive({ type: 'handed-over', key, files: [[0, 0]] });
    expect(handedOver(b, key)).toHaveLength(2);
    await expect.poll(async () => (await b.catalog.all())?.[0]).toMatchObject({ handedOver: [{}, {}] });
    await b.leave();
    const later = new Device('b', b, 1000);
    await later.restore();
    expect(later.views.get(key)).toMatchObject({
      phase: 'saved',
      kept: {
        at,
        handedOver: [
          [0, 0],
          [2, 2],
        ],
      },
    });
  });

  test('hiding removes a transfer from the list and deletes nothing, now and on the next visit', async () => {
    const { b, key } = await saved();
    b.engine.receive({ type: 'hide', key });
    expect(b.views.get(key)?.kept?.isHidden).toBe(true);
    await expect.poll(async () => (await b.catalog.all())?.[0]).toMatchObject({ isHidden: true });
    await b.leave();
    const later = new Device('b', b);
    await later.restore();
    expect(later.views.get(key)).toMatchObject({ phase: 'saved', kept: { isHidden: true } });
    expect(await later.holds(key, 10, files.two)).toBe(true);
  });

  test('deleting can be undone, also on the next visit, and then everything is as before', async () => {
    const { b, key } = await saved();
    b.engine.receive({ type: 'delete', key });
    await expect.poll(async () => (await b.catalog.all())?.[0]).toHaveProperty('deleted');
    await b.leave();
    const later = new Device('b', b, 1000);
    await later.restore();
    expect(later.views.get(key)?.kept?.deleted?.ms).toBeGreaterThanOrEqual(1000);
    later.engine.receive({ type: 'restore', key });
    expect(later.views.get(key)?.kept).not.toHaveProperty('deleted');
    expect(await later.holds(key, 0, files.one)).toBe(true);
    await expect.poll(async () => (await b.catalog.all())?.[0]).not.toHaveProperty('deleted');
  });

  test('a deleted transfer goes for good after a day, while the page stays open', async () => {
    const { b, key } = await saved();
    vi.useFakeTimers({ toFake: ['Date', 'performance', 'setTimeout', 'clearTimeout'] });
    try {
      b.engine.receive({ type: 'delete', key });
      await vi.advanceTimersByTimeAsync(TRASH_LIFE_MS - 1000);
      expect(await b.store.keys()).toEqual([key]);
      await vi.advanceTimersByTimeAsync(1000);
      expect(b.views.has(key)).toBe(false);
      expect(await b.store.keys()).toEqual([]);
      expect(await b.catalog.all()).toEqual([]);
    } finally {
      vi.useRealTimers();
    }
  });

  test('a clock set forward by a year does not free what was deleted a moment before', async () => {
    const { b, key } = await saved();
    b.engine.receive({ type: 'delete', key });
    await expect.poll(async () => (await b.catalog.all())?.[0]).toHaveProperty('deleted');
    await b.leave();
    const later = new Device('b', b, 365 * TRASH_LIFE_MS);
    await later.restore();
    expect(later.views.get(key)?.kept).toHaveProperty('deleted');
    later.engine.receive({ type: 'restore', key });
    expect(await later.holds(key, 10, files.two)).toBe(true);
  });

  test('only what is in the trash can be freed for good', async () => {
    const { b, key } = await saved();
    b.engine.receive({ type: 'purge', key });
    expect(b.views.get(key)?.phase).toBe('saved');
    expect(await b.holds(key, 0, files.one)).toBe(true);
  });

  test('never refer to a missing file', async () => {
    const { b, key } = await saved();
    b.engine.receive({ type: 'handed-over', key, files: [[1, 70]] });
    await expect.poll(() => handedOver(b, key)).toEqual([[1, 2]]);
  });

  test('a late mark does not bring back a deleted transfer', async () => {
    const { b, key } = await saved();
    b.engine.receive({ type: 'handed-over', key, files: [[0, 2]] });
    deleteForGood(b, key);
    b.engine.receive({ type: 'handed-over', key, files: [[0, 2]] });
    await expect.poll(() => b.store.keys()).toEqual([]);
    expect(await b.catalog.all()).toEqual([]);
  });

  test('files that were only viewed are freed at once', async () => {
    const { b, key } = await saved();
    b.engine.receive({ type: 'read', request: 1, key, what: 0, isGlance: true });
    await b.until(() => b.posted.find(({ type }) => type === 'blob'));
    deleteForGood(b, key);
    await expect.poll(() => b.store.keys()).toEqual([]);
  });

  test('small files that are being downloaded stay for a minute, not longer', async () => {
    const { b, key } = await saved();
    vi.useFakeTimers({ toFake: ['Date', 'performance', 'setTimeout', 'clearTimeout'] });
    try {
      b.engine.receive({ type: 'read', request: 1, key, what: 0 });
      await b.until(() => b.posted.find(({ type }) => type === 'blob'));
      deleteForGood(b, key);
      await vi.advanceTimersByTimeAsync(50_000);
      expect(await b.catalog.all()).toEqual([]);
      expect(await b.store.keys()).toEqual([key]);
      await vi.advanceTimersByTimeAsync(20_000);
      expect(await b.store.keys()).toEqual([]);
    } finally {
      vi.useRealTimers();
    }
  });
});
