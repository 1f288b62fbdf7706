/** Many small files: they travel, are stored and fail as if each had come by itself. */
import { describe, expect, test } from 'vitest';
import { BLOCK_BYTES, MAX_BUNDLE_BYTES, WINDOW_BYTES } from '../protocol/limits.ts';
import type { LinkId } from './api/api.ts';
import { BlockReader } from './blocks/block-reader.ts';
import { bundleReader } from './blocks/bundle-reader.ts';
import { sha256 } from './blocks/hash.ts';
import { acceptAll, bytes, connect, Device, meet } from './testing/device.ts';
import { channelPair } from './testing/memory-channel.ts';
import { pairWithEnds } from './testing/pair.ts';

const DIGEST = 32;
const SIZE = 3_000;

/** So many files, of which every seventh is empty, and all of them in a row. */
function many(count: number) {
  const files: Record<string, Uint8Array<ArrayBuffer>> = {};
  for (let index = 0; index < count; index += 1)
    files[`file ${index}`] = bytes(index % 7 === 6 ? 0 : SIZE + (index % 5), index % 200);
  return { files, whole: Uint8Array.from(Buffer.concat(Object.values(files))) };
}

/** The lengths of the messages that are sent over `channel`. */
function lengthsOver(channel: ReturnType<typeof channelPair>[0]): readonly number[] {
  const lengths: number[] = [];
  const send = channel.send.bind(channel);
  channel.send = (data) => {
    lengths.push(data.length);
    send(data);
  };
  return lengths;
}

test('arrive byte for byte, in few messages', async () => {
  const { a, b, bulk } = pairWithEnds();
  const { files, whole } = many(500);
  const messages = lengthsOver(bulk[0]);
  a.send(b.id, files);
  const { key } = await acceptAll(b);
  expect(await b.ended()).toMatchObject({ phase: 'saved', verified: true, files: 500 });
  expect(await a.ended()).toMatchObject({ phase: 'sent', verified: true });
  expect(await b.holds(key, 0, whole)).toBe(true);
  expect(messages.length).toBeLessThan(2 + (whole.length + 500 * DIGEST) / (MAX_BUNDLE_BYTES - SIZE - DIGEST));
});

test('are sent one by one where the other browser takes no long messages, and a large one in more pieces', async () => {
  const [a, b] = [new Device('a'), new Device('b')];
  const [control, bulk] = [channelPair(), channelPair()];
  const longest = 16 * 1024;
  a.link(1, b.id, control[0], bulk[0], undefined, longest);
  b.link(1, a.id, control[1], bulk[1]);
  const { files, whole } = many(50);
  const large = bytes(BLOCK_BYTES + 1, 3);
  const messages = lengthsOver(bulk[0]);
  a.send(b.id, { ...files, large });
  const { key } = await acceptAll(b);
  expect(await b.ended()).toMatchObject({ phase: 'saved', verified: true });
  expect(await b.holds(key, 0, whole)).toBe(true);
  expect(await b.holds(key, whole.length, large)).toBe(true);
  expect(messages.length).toBeGreaterThan(100);
  expect(Math.max(...messages)).toBe(longest);
});

test('go on after an interruption from the first that is missing', async () => {
  const { a, b, bulk } = pairWithEnds();
  const { files, whole } = many(2_500);
  // The sender is never further ahead than its window, so that much is stored by then.
  bulk[0].at = {
    bytes: WINDOW_BYTES + 500_000,
    call: () => a.engine.receive({ type: 'link-lost', link: 1 as LinkId, cause: 'connection-lost' }),
  };
  a.send(b.id, files);
  const { key } = await acceptAll(b);
  const [{ storedBytes }] = await Promise.all([b.phase('interrupted'), a.phase('interrupted')]);
  expect(storedBytes).toBeGreaterThan(400_000);
  const later = new Device('b', b);
  await b.leave();
  await later.restore();
  const { sentBytes } = connect(a, later, 2);
  expect(await later.ended()).toMatchObject({ phase: 'saved', verified: true });
  expect(await a.ended()).toMatchObject({ phase: 'sent' });
  expect(await later.holds(key, 0, whole)).toBe(true);
  expect(sentBytes()).toBeLessThan(whole.length - storedBytes + 2_500 * DIGEST + 10_000);
});

test('that the receiver has from an earlier transfer are copied, and the others sent', async () => {
  const { a, b, bulk } = pairWithEnds();
  const { files } = many(20);
  a.send(b.id, files);
  await acceptAll(b);
  await b.ended();
  const before = bulk[0].sentBytes;
  const { 'file 3': _, ...rest } = files;
  a.send(b.id, { ...rest, 'file 3': bytes(100, 9), new: bytes(200, 1) });
  const { key } = await b.until(() => b.offers[0]);
  b.engine.receive({ type: 'accept', key, files: [[0, 20]] });
  await b.until(() => b.views.get(key)?.phase === 'saved' || undefined);
  expect(bulk[0].sentBytes - before).toBeLessThan(300 + 22 * 60);
});

describe('a file among them that cannot be sent', () => {
  /** A device whose file number `bad` fails as a browser would let it. */
  function failing(bad: string, reason: 'source-changed' | 'source-unreadable') {
    const { files, whole } = many(100);
    const isBad = (file: Blob) => file instanceof File && file.name === bad;
    const ports = { hash: sha256, schedule: () => () => {} };
    const reader = new BlockReader(ports);
    const readBundle = bundleReader(ports);
    const a = new Device('a', undefined, 0, {
      readBundle: async (place) => (place.files.some(isBad) ? undefined : readBundle(place)),
      read: async (blob, place) => (isBad(blob) ? reason : reader.read(blob, place)),
    });
    const b = new Device('b');
    connect(a, b, 1);
    return { a, b, files, whole };
  }

  test('because it has changed: it is named, on both sides', async () => {
    const { a, b, files } = failing('file 40', 'source-changed');
    a.send(b.id, files);
    await acceptAll(b);
    expect(await b.ended()).toMatchObject({ phase: 'failed', reason: 'source-changed', failedOn: 'file 40' });
    expect(await a.ended()).toMatchObject({ phase: 'failed', reason: 'source-changed', failedOn: 'file 40' });
  });

  test('because its drive is out: what comes before it is kept, and it goes on when it is chosen again', async () => {
    const { a, b, files, whole } = failing('file 40', 'source-unreadable');
    a.send(b.id, files);
    const { key } = await acceptAll(b);
    expect(await b.phase('interrupted')).toMatchObject({ cause: 'source-unreadable', failedOn: 'file 40' });
    const view = await a.phase('interrupted');
    expect(view).toMatchObject({ cause: 'source-unreadable', missing: { count: 1 } });
    a.engine.receive({ type: 'link-lost', link: 1 as LinkId, cause: 'connection-lost' });
    const later = new Device('a', a);
    await later.restore();
    connect(later, b, 2);
    meet(later, b);
    expect(await later.choose(view.key, files)).toBe(true);
    expect(await b.ended()).toMatchObject({ phase: 'saved', verified: true });
    expect(await b.holds(key, 0, whole)).toBe(true);
  });
});
