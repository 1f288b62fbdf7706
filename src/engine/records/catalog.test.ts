import { expect, test } from 'vitest';
import { BLOCK_BYTES } from '../../protocol/limits.ts';
import type { TransferId } from '../../protocol/peer.ts';
import type { DeviceId } from '../../protocol/signaling.ts';
import type { Kept, Keyval } from '../../store/keyval.ts';
import type { BatchId, TransferKey } from '../../transfer/view.ts';
import { type ReceivedRecord, receivedCatalog, type SentRecord, sentCatalog } from './catalog.ts';

const done: Kept<void> = { ok: true, value: undefined };

/** The part of a keyval store that the catalog uses. */
function memoryKeyval(): Keyval & { readonly content: Map<IDBValidKey, unknown> } {
  const content = new Map<IDBValidKey, unknown>();
  const unused = () => Promise.reject(new Error('not used here'));
  return {
    content,
    get: unused,
    getMany: unused,
    keys: unused,
    update: unused,
    entries: async () => ({ ok: true, value: [...content] }),
    set: async (key, value) => {
      try {
        content.set(key, structuredClone(value));
        return done;
      } catch (cause) {
        return { ok: false, failure: 'refused', cause };
      }
    },
    delete: async (key) => {
      content.delete(key);
      return done;
    },
    change: async (change) => {
      for (const key of change.delete ?? []) content.delete(key as IDBValidKey);
      return done;
    },
  };
}

const receiving: ReceivedRecord = {
  key: 'r-abcdefghijklmnop-0123456789abcdef' as TransferKey,
  id: '0123456789abcdef' as TransferId,
  peer: 'abcdefghijklmnop' as DeviceId,
  peerName: 'りんご',
  at: 1_700_000_000_000,
  entries: [{ path: '避難所/名簿.csv', size: 0, modified: -1 }],
  ranges: [[3, 3]],
  state: 'receiving',
};
const saved: ReceivedRecord = {
  ...receiving,
  key: 'r-abcdefghijklmnop-fedcba9876543210' as TransferKey,
  id: 'fedcba9876543210' as TransferId,
  state: 'saved',
  digest: 'ab'.repeat(32),
};

test('returns what was put, and forgets what was deleted', async () => {
  const list = receivedCatalog(memoryKeyval());
  await list.put(receiving);
  await list.put(saved);
  expect(await list.all()).toEqual([receiving, saved]);
  await list.put({ ...saved, key: receiving.key, handedOver: [[0, 0]] });
  await list.delete(saved.key);
  expect(await list.all()).toEqual([{ ...saved, key: receiving.key, handedOver: [[0, 0]] }]);
});

test('returns what a device of before there were keys has sent, whose id was shorter', async () => {
  const keyval = memoryKeyval();
  const old = { ...saved, key: 'r-abcdefghijkl-fedcba9876543210', peer: 'abcdefghijkl' };
  keyval.content.set(old.key, { ...old, fingerprint: 'cd'.repeat(32) });
  expect(await receivedCatalog(keyval).all()).toEqual([old]);
});

test('returns what such a device has begun to send, and forgets what was to be sent to it: its files are still here', async () => {
  const keyval = memoryKeyval();
  const old = { peer: 'abcdefghijkl', key: 'r-abcdefghijkl-0123456789abcdef' };
  keyval.content.set(old.key, { ...receiving, ...old });
  expect(await receivedCatalog(keyval).all()).toEqual([{ ...receiving, ...old }]);
  keyval.content.clear();
  const { state, ...rest } = receiving;
  const key = 's-abcdefghijkl-0123456789abcdef';
  keyval.content.set(key, { ...rest, ...old, key });
  expect(await sentCatalog(keyval).all()).toEqual([]);
  expect([state, keyval.content.size]).toEqual(['receiving', 0]);
});

test.each<[string, unknown]>([
  ['nothing', undefined],
  ['no object', 'record'],
  ['no state', { ...receiving, state: undefined }],
  ['a state of another version', { ...receiving, state: 'paused' }],
  ['saved without a digest', { ...receiving, state: 'saved' }],
  ['a size that is no size', { ...receiving, entries: [{ path: 'a', size: -1, modified: 0 }] }],
  ['the key of another transfer', { ...receiving, key: saved.key }],
  [
    'ranges out of order',
    {
      ...receiving,
      ranges: [
        [3, 3],
        [1, 1],
      ],
    },
  ],
  ['a key that is none', { ...receiving, key: '../../x' }],
])('drops an unreadable record: %s', async (_, record) => {
  const store = memoryKeyval();
  const list = receivedCatalog(store);
  await list.put(saved);
  store.content.set(receiving.key, record);
  expect(await list.all()).toEqual([saved]);
  expect([...store.content.keys()]).toEqual([saved.key]);
});

test('keeps the marks of a person; unreadable marks cost the marks, not the files', async () => {
  const store = memoryKeyval();
  const list = receivedCatalog(store);
  const marks = { handedOver: [[0, 0]], elsewhere: [[0, 0]], isHidden: true, deleted: { ms: 5, seenAt: 9 } } as const;
  await list.put({ ...saved, ...marks });
  expect(await list.all()).toEqual([{ ...saved, ...marks }]);
  store.content.set(saved.key, { ...saved, ...marks, deleted: 'yesterday' });
  expect(await list.all()).toEqual([saved]);
});

test('keeps that nobody was asked, while it comes and when it is here', async () => {
  for (const record of [receiving, saved]) {
    const list = receivedCatalog(memoryKeyval());
    await list.put({ ...record, isUnasked: true });
    expect(await list.all()).toEqual([{ ...record, isUnasked: true }]);
  }
});

test('does not report an unreadable catalog as empty', async () => {
  const list = receivedCatalog({
    ...memoryKeyval(),
    entries: async () => ({ ok: false, failure: 'refused', cause: undefined }),
  });
  expect(await list.all()).toBeUndefined();
});

test('keeps unfinished sends, with and without an answer', async () => {
  const { state: _, ranges, ...rest } = receiving;
  const unanswered: SentRecord = { ...rest, key: 's-abcdefghijklmnop-0123456789abcdef' as TransferKey };
  const list = sentCatalog(memoryKeyval());
  await list.put(unanswered);
  expect(await list.all()).toEqual([unanswered]);
  const toSeveral = { ...unanswered, batch: 'b'.repeat(16) as BatchId };
  await list.put(toSeveral);
  expect(await list.all()).toEqual([toSeveral]);
  await list.put({ ...unanswered, ranges, heads: ['', 'ab'.repeat(32)] });
  expect(await list.all()).toEqual([{ ...unanswered, ranges, heads: ['', 'ab'.repeat(32)] }]);
});

test.each([
  ['of another length', { blockBytes: 2 * BLOCK_BYTES }],
  ['of unknown length', {}],
])('forgets heads of files that were read in blocks %s', async (_, length) => {
  const { state: _state, ...rest } = receiving;
  const record: SentRecord = { ...rest, key: 's-abcdefghijklmnop-0123456789abcdef' as TransferKey };
  const store = memoryKeyval();
  store.content.set(record.key, { ...record, heads: ['ab'.repeat(32)], ...length });
  const list = sentCatalog(store);
  expect(await list.all()).toEqual([record]);
  await list.put({ ...record, heads: ['cd'.repeat(32)] });
  expect(await list.all()).toEqual([{ ...record, heads: ['cd'.repeat(32)] }]);
});

test('keeps unfinished sends even where a browser cannot store handles', async () => {
  const { state: _, ...rest } = receiving;
  const record: SentRecord = { ...rest, key: 's-abcdefghijklmnop-0123456789abcdef' as TransferKey };
  // Like a handle in a browser that does not store handles, a function cannot be cloned.
  const handle = (() => {}) as unknown as FileSystemHandle;
  const list = sentCatalog(memoryKeyval());
  expect(await list.put({ ...record, origins: { handles: [handle], of: [0] } })).toEqual(done);
  expect(await list.all()).toEqual([record]);
});
