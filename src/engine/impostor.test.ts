/** Another device uses a known id: a transfer that began with one certificate goes on with that certificate alone. */
import { expect, test } from 'vitest';
import { BLOCK_BYTES, TRANSFER_VERSION } from '../protocol/limits.ts';
import type { ControlMessage, TransferId } from '../protocol/peer.ts';
import type { TransferKey } from '../transfer/view.ts';
import type { LinkId } from './api/api.ts';
import { acceptAll, bytes, certificateOf, connect, Device, meet } from './testing/device.ts';
import type { MemoryChannel } from './testing/memory-channel.ts';
import { channelPair } from './testing/memory-channel.ts';

const FILE = bytes(12 * BLOCK_BYTES, 1);
const OTHER = certificateOf('somebody else');

/** A transfer from a to b that was interrupted in the middle; `id`: its name between the two. */
async function interrupted() {
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
  return { a, b, key, id: key.slice(-16) as TransferId };
}

/** A link to `device` whose other end is this test, with the id of `as`. */
function impostor(device: Device, as: Device, link = 2) {
  const [control, theirs] = channelPair();
  const [bulk, bulkOfTheirs] = channelPair();
  const heard: ControlMessage[] = [];
  const ignore = { opened() {}, closed() {}, drained() {}, binary() {} };
  control.listen({ ...ignore, text: (data) => heard.push(JSON.parse(data)) });
  bulk.listen({ ...ignore, text() {} });
  device.link(link, as.id, theirs, bulkOfTheirs, OTHER);
  const tell = (message: ControlMessage) => control.send(JSON.stringify(message));
  tell({ type: 'hello', version: TRANSFER_VERSION });
  return { heard, tell, bulk };
}

const otherDevice = (device: Device) =>
  device.until(() =>
    [...device.views.values()].find((view) => view.phase === 'interrupted' && view.cause === 'other-device'),
  );
const answered = (heard: readonly ControlMessage[]) => expect.poll(() => heard.at(-1)?.type).toBe('pong');
const sentBytes = (channel: MemoryChannel) => channel.other?.sentBytes;

test('an impostor as receiver hears nothing of what is under way, and the screen of the sender says so', async () => {
  const { a, b, id } = await interrupted();
  const { heard, tell, bulk } = impostor(a, b);
  a.engine.receive({ type: 'present', peers: [b.id] });
  const view = await otherDevice(a);
  tell({ type: 'resume', transfer: id });
  tell({ type: 'accept', transfer: id, files: [[0, 0]], have: { blocks: 0, digest: '0'.repeat(64) } });
  tell({ type: 'cancel', transfer: id });
  tell({ type: 'ping' });
  await answered(heard);
  expect(heard.map(({ type }) => type)).toEqual(['hello', 'fail', 'pong']);
  expect(heard[1]).toMatchObject({ reason: 'not-recognised' });
  expect(sentBytes(bulk)).toBe(0);
  expect(a.views.get(view.key)).toMatchObject({ phase: 'interrupted', cause: 'other-device' });
});

test('an impostor as sender learns nothing of what is here, and can neither add to it nor delete it', async () => {
  const { a, b, key, id } = await interrupted();
  const { heard, tell } = impostor(b, a);
  b.engine.receive({ type: 'present', peers: [a.id] });
  b.engine.receive({ type: 'resume', key });
  await otherDevice(b);
  tell({ type: 'offer', transfer: id, handle: 7, files: 1, bytes: FILE.length, again: true });
  tell({ type: 'offer', transfer: id, handle: 8, files: 1, bytes: FILE.length });
  tell({ type: 'cancel', transfer: id });
  tell({ type: 'fail', transfer: id, reason: 'source-changed' });
  tell({ type: 'ping' });
  await answered(heard);
  expect(heard.map(({ type }) => type)).toEqual(['hello', 'fail', 'fail', 'pong']);
  expect(b.views.get(key)).toMatchObject({ phase: 'interrupted', cause: 'other-device' });
  expect(await b.store.keys()).toEqual([key]);

  // The right device is back, after both pages were reloaded.
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

test('a resumed transfer that was then cancelled is no longer a reason to look for its sender', async () => {
  const { a, b, key } = await interrupted();
  const comesAndGoes = () => {
    b.engine.receive({ type: 'present', peers: [] });
    b.engine.receive({ type: 'present', peers: [a.id] });
  };
  const looks = () => b.posted.filter(({ type }) => type === 'want-link').length;
  b.engine.receive({ type: 'resume', key });
  impostor(b, a);
  await otherDevice(b);
  b.engine.receive({ type: 'link-lost', link: 2 as LinkId, cause: 'connection-lost' });
  const before = looks();
  comesAndGoes();
  expect(looks()).toBe(before + 1);
  b.engine.receive({ type: 'cancel', key });
  comesAndGoes();
  expect(looks()).toBe(before + 1);
});

test('the certificate is remembered across visits, on both sides', async () => {
  const { a, b } = await interrupted();
  await Promise.all([a.leave(), b.leave()]);
  const [laterA, laterB] = [new Device('a', a), new Device('b', b)];
  await Promise.all([laterA.restore(), laterB.restore()]);
  const [sending] = [...laterA.views.keys()];
  await laterA.choose(sending as TransferKey, { file: FILE });
  connect(laterA, laterB, 3, { b: OTHER });
  meet(laterA, laterB);
  expect(await otherDevice(laterA)).toMatchObject({ direction: 'sending' });
});

test('a device with a new certificate is told by the other side that it is not recognised', async () => {
  const { a, b } = await interrupted();
  connect(a, b, 2, { a: OTHER });
  meet(a, b);
  expect(await otherDevice(b)).toMatchObject({ direction: 'receiving' });
  expect(
    await a.until(() =>
      [...a.views.values()].find((view) => view.phase === 'interrupted' && view.cause === 'not-recognised'),
    ),
  ).toMatchObject({ direction: 'sending' });
});

test('an impostor can neither take over an offer that waits for a person, nor receive one', async () => {
  const [a, b] = [new Device('a'), new Device('b')];
  connect(a, b, 1);
  a.send(b.id, { file: bytes(10, 1) });
  const { key } = await b.until(() => b.offers[0]);
  const { heard, tell } = impostor(b, a);
  tell({ type: 'offer', transfer: key.slice(-16) as TransferId, handle: 7, files: 1, bytes: 10, again: true });
  await expect.poll(() => heard.at(-1)).toMatchObject({ type: 'fail', reason: 'not-recognised' });
  expect(b.offers).toHaveLength(1);
  a.engine.receive({ type: 'link-lost', link: 1 as LinkId, cause: 'connection-lost' });
  const other = impostor(a, b);
  a.engine.receive({ type: 'present', peers: [b.id] });
  await otherDevice(a);
  other.tell({ type: 'ping' });
  await answered(other.heard);
  expect(other.heard.map(({ type }) => type)).toEqual(['hello', 'pong']);
});

test('an impostor under the same id does not learn what was received before', async () => {
  const [a, b] = [new Device('a'), new Device('b')];
  connect(a, b, 1);
  a.send(b.id, { file: bytes(10, 1) });
  await acceptAll(b);
  await b.ended();
  const { heard, tell } = impostor(b, a);
  const transfer = 'transfer________' as TransferId;
  tell({ type: 'offer', transfer, handle: 7, files: 1, bytes: 10 });
  tell({ type: 'manifest', transfer, first: 0, entries: [['file', 10, 0]] });
  await acceptAll(b);
  await expect.poll(() => heard.at(-1)?.type).toBe('accept');
  expect(heard.map(({ type }) => type)).not.toContain('known');
});
