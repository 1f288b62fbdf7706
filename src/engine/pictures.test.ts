/** Small pictures of what is on offer, and the line that goes with it: who asks, who answers, and what nobody may do. */
import { expect, test } from 'vitest';
import { toBase64url } from '../protocol/base64url.ts';
import { MAX_PICTURE_BYTES } from '../protocol/limits.ts';
import type { EngineMessage } from './api/api.ts';
import { bytes, connect, Device } from './testing/device.ts';
import { stranger, transferOf } from './testing/stranger.ts';

const PHOTOS = { 'a.jpg': bytes(3, 1), 'b.txt': bytes(3, 2), 'c.png': bytes(3, 3) };
const turns = async (count = 30): Promise<void> => {
  for (let turn = 0; turn < count; turn += 1) await new Promise(setImmediate);
};
const posted = <T extends EngineMessage['type']>(device: Device, type: T) =>
  device.posted.filter((message): message is Extract<EngineMessage, { type: T }> => message.type === type);
const pictures = (device: Device) => posted(device, 'picture').map(({ file, jpeg }) => [file, jpeg.length]);

async function offered(note?: string) {
  const [a, b] = [new Device('a'), new Device('b')];
  connect(a, b, 1);
  const sources = Object.entries(PHOTOS).map(([path, content]) => ({
    file: new File([content], path),
    entry: { path, size: content.length, modified: 0 },
  }));
  a.engine.receive({ type: 'send', to: [{ peer: b.id, peerName: 'b' }], sources, ...(note && { note }) });
  const offer = await b.until(() => b.offers[0]);
  const made = (file: number, length = 100) =>
    posted(a, 'want-pictures').map(({ key }) =>
      a.engine.receive({ type: 'picture', key, file, jpeg: new Uint8Array(length) }),
    );
  return { a, b, offer, made };
}

test('nothing is made or sent before the receiver asks; then each picture as it is made', async () => {
  const { a, b, offer, made } = await offered();
  expect(offer).toMatchObject({ pictures: true });
  await turns();
  expect(posted(a, 'want-pictures')).toEqual([]);
  b.engine.receive({ type: 'look', key: offer.key });
  const { files } = await a.until(() => posted(a, 'want-pictures')[0]);
  expect(files.map(({ file, blob }) => [file, blob.name])).toEqual([
    [0, 'a.jpg'],
    [2, 'c.png'],
  ]);
  made(2);
  made(0, MAX_PICTURE_BYTES);
  await b.until(() => posted(b, 'picture')[1]);
  expect(pictures(b)).toEqual([
    [2, 100],
    [0, MAX_PICTURE_BYTES],
  ]);
});

test('a sender tells no picture that is too large, that was not asked for, or twice', async () => {
  const { b, offer, made, a } = await offered();
  b.engine.receive({ type: 'look', key: offer.key });
  await a.until(() => posted(a, 'want-pictures')[0]);
  made(0, MAX_PICTURE_BYTES + 1);
  made(1);
  made(2);
  made(2);
  await turns();
  expect(pictures(b)).toEqual([[2, 100]]);
  expect(b.offers).toHaveLength(1);
});

test('once the receiver has answered, no more are told', async () => {
  const { a, b, offer, made } = await offered();
  b.engine.receive({ type: 'look', key: offer.key });
  await a.until(() => posted(a, 'want-pictures')[0]);
  b.engine.receive({ type: 'decline', key: offer.key });
  await a.phase('declined');
  made(0);
  await turns();
  expect(pictures(b)).toEqual([]);
});

test('a receiver that asks without end makes the sender work once', async () => {
  const a = new Device('a');
  const b = stranger(a, 1);
  a.send(b.peer, PHOTOS);
  const offer = await a.until(() => b.heard.find((message) => message.type === 'offer'));
  if (offer.type !== 'offer') throw new Error('no offer');
  for (let time = 0; time < 20; time += 1) b.tell({ type: 'look', transfer: offer.transfer });
  await turns();
  expect(posted(a, 'want-pictures')).toHaveLength(1);
});

test('pictures that nobody asked for end the offer, and what follows ends the link', async () => {
  const victim = new Device('victim');
  const mallory = stranger(victim, 1);
  mallory.tell({ type: 'offer', transfer: transferOf(1), handle: 1, files: 1, bytes: 1, pictures: true });
  mallory.piece(1, 0, 'a.jpg');
  await victim.until(() => victim.offers[0]);
  const picture = () =>
    mallory.tell({ type: 'picture', transfer: transferOf(1), file: 0, jpeg: toBase64url(new Uint8Array(6_000)) });
  picture();
  await victim.until(() => (victim.offers.length === 0 ? true : undefined));
  await turns();
  expect(mallory.answer(1)).toBe('protocol-violation');
  for (let time = 0; time < 100; time += 1) picture();
  await victim.until(() => posted(victim, 'drop-link')[0]);
  expect(posted(victim, 'picture')).toEqual([]);
});

test('the line of a sender arrives as names do: in one line, and without what deceives', async () => {
  const { offer } = await offered('Trip\n\n photos \u202e ✓');
  expect(offer.note).toBe('Trip photos');
});

test('a line in which nothing can be seen is none', async () => {
  const { offer } = await offered('\u200b');
  expect(offer).not.toHaveProperty('note');
});

async function lookedAt(files: number) {
  const victim = new Device('victim');
  const mallory = stranger(victim, 1);
  const transfer = transferOf(1);
  mallory.tell({ type: 'offer', transfer, handle: 1, files, bytes: files, pictures: true });
  for (let file = 0; file < files; file += 1) mallory.piece(1, file, `${file}.jpg`);
  const { key } = await victim.until(() => victim.offers[0]);
  victim.engine.receive({ type: 'look', key });
  const jpeg = toBase64url(new Uint8Array(6_000));
  return {
    victim,
    mallory,
    transfer,
    key,
    picture: (file: number) => mallory.tell({ type: 'picture', transfer, file, jpeg }),
  };
}

test('twelve are shown on one link, however often its sender offers again', async () => {
  const { victim, mallory, transfer, picture } = await lookedAt(12);
  for (let round = 0; round < 20; round += 1) {
    for (let file = 0; file < 12; file += 1) picture(file);
    mallory.tell({ type: 'offer', transfer, handle: 2 + round, files: 12, bytes: 12, pictures: true, again: true });
    await turns();
  }
  expect(posted(victim, 'picture')).toHaveLength(12);
  expect(mallory.answer(1)).toBe('protocol-violation');
});

test('those that were under way when a stranger was declined do not cost it its link, and more of them do', async () => {
  const { victim, key, picture } = await lookedAt(12);
  victim.engine.receive({ type: 'decline', key });
  for (let file = 0; file < 12; file += 1) picture(file);
  await turns();
  expect(posted(victim, 'drop-link')).toEqual([]);
  for (let file = 0; file < 12; file += 1) picture(file);
  await victim.until(() => posted(victim, 'drop-link')[0]);
});
