/** A device that the test plays by hand: its lanes, and what it may not say. */
import { describe, expect, test } from 'vitest';
import { encodeFrame, stampSequence } from '../protocol/frame.ts';
import { BLOCK_BYTES, TRANSFER_VERSION, WINDOW_BYTES } from '../protocol/limits.ts';
import type { TransferId } from '../protocol/peer.ts';
import type { DeviceId } from '../protocol/signaling.ts';
import { fileRoot, toHex, transferRoot } from '../transfer/digest.ts';
import type { LinkId } from './api/api.ts';
import { type Channel, HIGH_WATER_BYTES } from './api/channel.ts';
import { sha256 } from './blocks/hash.ts';
import { byHand, selfOf } from './testing/by-hand.ts';
import { acceptAll, bytes, connect, Device } from './testing/device.ts';
import { channelPair } from './testing/memory-channel.ts';

/** A device whose peer is this test. */
function hostile() {
  const b = new Device('b');
  const { control, bulk, heard, tell, hello, prove } = byHand(b, selfOf('mallory'), 1);
  hello();
  prove();
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
  const bundle = (file: number, count: number, payload: Uint8Array) => {
    const whole = encodeFrame({ kind: 'files', handle: 7, file, offset: count, payload });
    stampSequence(whole, frames);
    frames += 1;
    bulk.send(whole);
  };
  return { b, control, bulk, heard, tell, transfer, offer, frame, bundle };
}

const rootOf = async (file: Uint8Array<ArrayBuffer>) => fileRoot(sha256, file.length > 0 ? [await sha256(file)] : []);
const hexOver = async (roots: readonly Uint8Array[]) => toHex(await transferRoot(sha256, roots));

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

describe('a bundle of small files', () => {
  const digest = new Uint8Array(32);
  const [one, two] = [bytes(5, 1), bytes(3, 2)];
  const payloadOf = async (...files: Uint8Array<ArrayBuffer>[]) =>
    Buffer.concat((await Promise.all(files.map(async (file) => [await sha256(file), file]))).flat());

  test('is stored in one piece, and saved without a word about each file', async () => {
    const { b, transfer, tell, heard, bundle } = hostile();
    tell({ type: 'offer', transfer, handle: 7, files: 4, bytes: 8 });
    const sizes = [5, 0, 3, 0];
    tell({ type: 'manifest', transfer, first: 0, entries: sizes.map((size, index) => [`${index}`, size, 0]) });
    const { key } = await acceptAll(b);
    await expect.poll(() => heard.at(-1)?.type).toBe('accept');
    bundle(0, 3, await payloadOf(one, two));
    bundle(3, 1, new Uint8Array(0));
    expect(await b.ended()).toMatchObject({ phase: 'saved', verified: true, storedBytes: 8 });
    expect(await b.holds(key, 0, Uint8Array.from([...one, ...two]))).toBe(true);
    const roots = await Promise.all([one, new Uint8Array(0), two, new Uint8Array(0)].map(rootOf));
    await expect.poll(() => heard.at(-1)).toMatchObject({ type: 'complete', digest: await hexOver(roots) });
  });

  test.each<[string, (real: Uint8Array) => Uint8Array, number, object]>([
    ['whose digest is another', (real) => Buffer.concat([digest, real.subarray(32)]), 1, { reason: 'digest-mismatch' }],
    ['with a byte too many', (real) => Buffer.concat([real, digest.subarray(31)]), 1, { reason: 'protocol-violation' }],
    ['with a byte too few', (real) => real.subarray(1), 1, { reason: 'protocol-violation' }],
    ['of more files than there are', (real) => real, 2, { reason: 'protocol-violation' }],
  ])('%s: nothing is kept', async (_, change, count, outcome) => {
    const { b, offer, bundle } = hostile();
    await offer(5);
    bundle(0, count, change(await payloadOf(one)));
    expect(await b.ended()).toMatchObject({ phase: 'failed', ...outcome });
    await expect.poll(() => b.store.keys()).toEqual([]);
  });

  test('before consent ends the connection', async () => {
    const { b, tell, transfer, bundle, heard } = hostile();
    tell({ type: 'offer', transfer, handle: 7, files: 1, bytes: 5 });
    tell({ type: 'manifest', transfer, first: 0, entries: [['file', 5, 0]] });
    await b.until(() => b.offers[0]);
    bundle(0, 1, await payloadOf(one));
    await expect.poll(() => heard.at(-1)).toEqual({ type: 'fail', transfer, reason: 'protocol-violation' });
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

  test('a whole file that is not the one its end names', async () => {
    const { b, offer, frame } = hostile();
    await offer(10);
    frame('block', 0, await sha256(bytes(10, 0)));
    frame('chunk', 0, bytes(10, 0));
    frame('end', 10, digest);
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
