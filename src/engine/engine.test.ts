import { describe, expect, test, vi } from 'vitest';
import { BLOCK_BYTES } from '../protocol/limits.ts';
import type { TransferKey } from '../transfer/view.ts';
import type { LinkId } from './api/api.ts';
import { type Channel, HIGH_WATER_BYTES } from './api/channel.ts';
import { BlockReader } from './blocks/block-reader.ts';
import { HashError, sha256 } from './blocks/hash.ts';
import type { EnginePorts } from './engine.ts';
import { storeAcross } from './store/across.ts';
import { MemoryStore } from './store/memory.ts';
import { acceptAll, bytes, connect, Device, meet } from './testing/device.ts';
import { channelPair } from './testing/memory-channel.ts';
import { deleteForGood, pair } from './testing/pair.ts';

const HOUR_MS = 60 * 60 * 1000;

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
      to: [{ peer: b.id, peerName: 'b' }],
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
    a.engine.receive({ type: 'send', to: [{ peer: b.id, peerName: 'b' }], sources });
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
    ['the sender has no hash for small files', 'a', { readBundle: refuse(new HashError()) }, 'hash-failed'],
    ['the receiver has no hash', 'b', { hash: refuse(new HashError()) }, 'hash-failed'],
    ['a fault of ours at the sender', 'a', { read: refuse(new TypeError()) }, 'page-failed'],
    ['a fault of ours at the receiver', 'b', { hash: refuse(new TypeError()) }, 'page-failed'],
  ])('%s: both sides say so, and try nothing by themselves', async (_, at, ports, cause) => {
    const a = new Device('a', undefined, 0, at === 'a' ? ports : {});
    const b = new Device('b', undefined, 0, at === 'b' ? ports : {});
    connect(a, b, 1);
    a.send(b.id, { large: bytes(BLOCK_BYTES, 1), small: bytes(10, 1) });
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

test('a file for three at once is read and hashed once, and each gets all of it', async () => {
  const hash = vi.fn(sha256);
  const reader = new BlockReader({ hash, schedule: () => () => {} });
  // Nothing is read to be sent before all three have asked for the first block: they begin together.
  let allAsked = () => {};
  const together = new Promise<void>((resolve) => {
    allAsked = resolve;
  });
  let asked = 0;
  const a = new Device('a', undefined, 0, {
    read: async (file, place) => {
      if (place.handle !== 0 && place.offset === 0) asked += 1;
      if (asked === 3) allAsked();
      if (place.handle !== 0) await together;
      return reader.read(file, place);
    },
  });
  const others = ['b', 'c', 'd'].map((id) => new Device(id));
  for (const [index, other] of others.entries()) connect(a, other, 2 * index + 1);
  const film = bytes(20 * BLOCK_BYTES + 7, 1);
  const sources = [{ file: new File([film], 'film'), entry: { path: 'film', size: film.length, modified: 0 } }];
  a.engine.receive({ type: 'send', to: others.map(({ id }) => ({ peer: id, peerName: id })), sources });
  const offers = await Promise.all(others.map(acceptAll));
  for (const [index, other] of others.entries()) {
    expect(await other.ended()).toMatchObject({ phase: 'saved', verified: true });
    expect(await other.holds(offers[index]?.key ?? ('' as TransferKey), 0, film)).toBe(true);
  }
  expect(hash).toHaveBeenCalledTimes(21);
});
