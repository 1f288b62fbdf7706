/** Somebody answers in the place of a device: without its key nothing is told to them, and nothing that they say counts. */
import { expect, test } from 'vitest';
import { newSecret, type PublicKey, publicKeyOf, type Signature } from '../protocol/keys.ts';
import { BLOCK_BYTES } from '../protocol/limits.ts';
import type { ControlMessage, TransferId } from '../protocol/peer.ts';
import type { ConnectionId } from '../protocol/signaling.ts';
import type { TransferKey } from '../transfer/view.ts';
import type { LinkId } from './api/api.ts';
import { byHand } from './testing/by-hand.ts';
import { acceptAll, bytes, certificateOf, connect, Device, meet } from './testing/device.ts';
import { channelPair } from './testing/memory-channel.ts';

const FILE = bytes(12 * BLOCK_BYTES, 1);
const THEIRS = certificateOf('somebody else');

/** A link to `device` whose other end is this test, which answers as the device `as`. */
const impostor = (device: Device, as: Device, link = 2) => byHand(device, as, link, THEIRS);

const warned = (device: Device) => device.until(() => device.posted.find((message) => message.type === 'not-proven'));
const said = (heard: readonly ControlMessage[]) => heard.map(({ type }) => type);
const proven = (heard: readonly ControlMessage[]) => expect.poll(() => said(heard)).toContain('proof');

test('who has the key is the device, with whatever certificate', async () => {
  const [a, b] = [new Device('a'), new Device('b')];
  const { heard, hello, prove } = impostor(a, b);
  a.send(b.id, { file: bytes(10, 1) });
  hello();
  prove();
  await expect.poll(() => said(heard)).toContain('offer');
  expect(said(heard).slice(0, 3)).toEqual(['hello', 'proof', 'offer']);
});

test.each<[string, (as: ReturnType<typeof impostor>) => Promise<void> | void]>([
  ['another key', ({ hello }) => hello(newSecret())],
  [
    'the right key, and a proof by another one',
    async ({ hello, heard, prove }) => {
      hello();
      await proven(heard);
      prove({ by: newSecret() });
    },
  ],
  [
    'the proof of a connection that ends in another certificate here',
    async ({ hello, heard, prove }) => {
      hello();
      await proven(heard);
      prove({ other: THEIRS });
    },
  ],
  [
    'the proof of a connection that ends in another certificate there',
    async ({ hello, heard, prove }) => {
      hello();
      await proven(heard);
      prove({ own: certificateOf('b') });
    },
  ],
  [
    'the proof of another connection',
    async ({ hello, heard, prove }) => {
      hello();
      await proven(heard);
      prove({ connection: 'an-earlier-one-_' as ConnectionId });
    },
  ],
  [
    "this device's own proof",
    async ({ hello, heard, tell }) => {
      hello();
      await proven(heard);
      tell(heard.find((message) => message.type === 'proof') as ControlMessage);
    },
  ],
  [
    'no signature at all',
    async ({ hello, heard, tell }) => {
      hello();
      await proven(heard);
      tell({ type: 'proof', signature: 'A'.repeat(86) as Signature });
    },
  ],
])('who shows %s is told nothing, and both the screen and the transfer say so', async (_, answer) => {
  const [a, b] = [new Device('a'), new Device('b')];
  a.send(b.id, { file: bytes(10, 1) });
  const other = impostor(a, b);
  await answer(other);
  expect(await warned(a)).toMatchObject({ peer: b.id, cause: 'unproven' });
  expect(await a.phase('failed')).toMatchObject({ reason: 'unproven' });
  other.tell({ type: 'ping' });
  await new Promise((resolve) => setImmediate(resolve));
  expect(said(other.heard)).not.toContain('offer');
  expect(other.sentBytes()).toBe(0);
});

test('who has another key than the one that two people made sure of is not that person, though the id is the same', async () => {
  const [a, b] = [new Device('a'), new Device('b')];
  const made = publicKeyOf(b.secret);
  // Two keys of one id cannot be made here: so the one that was made sure of is another one.
  const sure = `${made.slice(0, -2)}${made.endsWith('AA') ? 'BA' : 'AA'}` as PublicKey;
  a.engine.receive({ type: 'regard', known: [sure], blocked: [], isClosed: false });
  a.send(b.id, { file: bytes(10, 1) });
  const { hello, heard } = impostor(a, b);
  hello();
  expect(await warned(a)).toMatchObject({ peer: b.id, cause: 'unproven' });
  expect(said(heard)).not.toContain('proof');
});

test('this device is at no other end of its connections', async () => {
  const a = new Device('a');
  const { hello, heard } = impostor(a, a);
  hello();
  expect(await warned(a)).toMatchObject({ peer: a.id, cause: 'unproven' });
  expect(said(heard)).not.toContain('proof');
});

test('somebody between two devices, who passes everything on, gets nothing from either', async () => {
  const [a, b] = [new Device('a'), new Device('b')];
  const [control, bulk] = [channelPair(), channelPair()];
  a.send(b.id, { file: bytes(10, 1) });
  // DTLS ends at the one between, whose certificate each of the two sees in place of the other's.
  a.link(1, b.id, control[0], bulk[0], { own: certificateOf(a.id), other: THEIRS });
  b.link(1, a.id, control[1], bulk[1], { own: certificateOf(b.id), other: THEIRS });
  expect(await warned(a)).toMatchObject({ peer: b.id, cause: 'unproven' });
  expect(await warned(b)).toMatchObject({ peer: a.id, cause: 'unproven' });
  expect(b.offers).toEqual([]);
  expect([bulk[0].sentBytes, bulk[1].sentBytes]).toEqual([0, 0]);
});

test.each<[string, string[], (as: ReturnType<typeof impostor>) => Promise<void> | void]>([
  [
    'hello and proves nothing',
    ['hello', 'proof'],
    async ({ hello, heard }) => {
      hello();
      await proven(heard);
    },
  ],
  ['nothing at all, though there is a connection', ['hello'], () => {}],
])('who says %s is given up in the end, and the screen says that nobody knows who it was', async (_, told, answer) => {
  const late: (() => void)[] = [];
  const schedule = (task: () => void) => {
    late.push(task);
    return () => {};
  };
  const [a, b] = [new Device('a', undefined, 0, { schedule }), new Device('b')];
  a.send(b.id, { file: bytes(10, 1) });
  const other = impostor(a, b);
  await answer(other);
  await expect.poll(() => said(other.heard)).toEqual(told);
  for (const task of late.splice(0)) task();
  expect(await warned(a)).toMatchObject({ peer: b.id, cause: 'no-proof' });
  expect(said(other.heard)).toEqual(told);
});

test('who has not proved to be the device is not told how to set up a lane either', async () => {
  const [a, b] = [new Device('a'), new Device('b')];
  const { heard, hello, prove } = impostor(a, b);
  const signal = { type: 'answer', sdp: '' } as const;
  const lane = (number: number) => a.engine.receive({ type: 'lane-signal', link: 2 as LinkId, lane: number, signal });
  lane(1);
  hello();
  await proven(heard);
  lane(2);
  prove();
  await a.until(() => a.posted.find(({ type }) => type === 'members')); // proven
  lane(3);
  await expect.poll(() => said(heard)).toContain('lane');
  expect(heard.flatMap((message) => (message.type === 'lane' ? message.lane : []))).toEqual([3]);
});

test('a call in the name of somebody with whom a transfer runs ends neither that nor its connection', async () => {
  const [a, b] = [new Device('a'), new Device('b')];
  const [control, bulk] = [channelPair(), channelPair()];
  a.link(1, b.id, control[0], bulk[0]);
  b.link(1, a.id, control[1], bulk[1]);
  a.send(b.id, { file: FILE });
  await acceptAll(b);
  const half = new Promise<void>((call) => {
    bulk[0].at = { bytes: 5 * BLOCK_BYTES, call };
  });
  await half;
  const { hello, heard, prove } = impostor(a, b);
  hello();
  await proven(heard);
  prove({ by: newSecret() });
  expect(await warned(a)).toMatchObject({ peer: b.id, cause: 'unproven' });
  expect(await b.ended()).toMatchObject({ phase: 'saved', verified: true });
  await a.phase('sent');
  const dropped = a.posted.flatMap((message) => (message.type === 'drop-link' ? message.link : []));
  expect(dropped).toEqual([2]);
});

test('who proves to be the device is there by the later connection: the earlier one ends, and a transfer goes on', async () => {
  const [a, b] = [new Device('a'), new Device('b')];
  const [control, bulk] = [channelPair(), channelPair()];
  a.link(1, b.id, control[0], bulk[0]);
  b.link(1, a.id, control[1], bulk[1]);
  a.send(b.id, { file: FILE });
  await acceptAll(b);
  await new Promise<void>((call) => {
    bulk[0].at = { bytes: 5 * BLOCK_BYTES, call };
  });
  await b.leave(); // its page was closed, which `a` does not notice
  const later = new Device('b', b);
  await later.restore();
  connect(a, later, 2);
  const dropped = () => a.posted.flatMap((message) => (message.type === 'drop-link' ? message.link : []));
  await expect.poll(dropped).toEqual([1]);
  expect(await later.ended()).toMatchObject({ phase: 'saved', verified: true });
  await a.phase('sent');
});

test('an offer before the proof is never shown', async () => {
  const [a, b] = [new Device('a'), new Device('b')];
  const { tell, hello } = impostor(b, a);
  hello();
  tell({ type: 'offer', transfer: 'transfer________' as TransferId, handle: 7, files: 1, bytes: 10 });
  await b.until(() => b.posted.find((message) => message.type === 'drop-link'));
  expect(b.offers).toEqual([]);
});

test('a transfer goes on with the same key, whatever became of certificates and pages', async () => {
  const [a, b] = [new Device('a'), new Device('b')];
  const [control, bulk] = [channelPair(), channelPair()];
  a.link(1, b.id, control[0], bulk[0]);
  b.link(1, a.id, control[1], bulk[1]);
  a.send(b.id, { file: FILE });
  const { key } = await acceptAll(b);
  await new Promise<void>((call) => {
    bulk[0].at = { bytes: 5 * BLOCK_BYTES, call };
  });
  for (const device of [a, b])
    device.engine.receive({ type: 'link-lost', link: 1 as LinkId, cause: 'connection-lost' });
  await Promise.all([a.phase('interrupted'), b.phase('interrupted')]);
  // Meanwhile somebody else tries, at both.
  for (const [device, other] of [
    [a, b],
    [b, a],
  ] as const) {
    const { heard, hello, prove } = impostor(device, other);
    hello();
    await proven(heard);
    prove({ by: newSecret() });
    await device.until(() => [...device.views.values()].find((view) => 'cause' in view && view.cause === 'unproven'));
    expect(said(heard)).toEqual(['hello', 'proof']);
  }

  await Promise.all([a.leave(), b.leave()]);
  const [laterA, laterB] = [new Device('a', a), new Device('b', b)];
  await Promise.all([laterA.restore(), laterB.restore()]);
  const [sending] = [...laterA.views.keys()];
  expect(await laterA.choose(sending as TransferKey, { file: FILE })).toBe(true);
  connect(laterA, laterB, 3);
  meet(laterA, laterB);
  expect(await laterB.ended()).toMatchObject({ phase: 'saved', verified: true });
  expect(await laterB.holds(key, 0, FILE)).toBe(true);
});
