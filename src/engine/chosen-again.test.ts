import { describe, expect, test } from 'vitest';
import { BLOCK_BYTES, WINDOW_BYTES } from '../protocol/limits.ts';
import type { LinkId } from './api/api.ts';
import { acceptAll, bytes, connect, Device, type Files, meet } from './testing/device.ts';
import { channelPair } from './testing/memory-channel.ts';

/** The date that a picker gives a photo that is picked again: now. */
const NOW = 1_700_000_000_000;

const photo = bytes(20 * BLOCK_BYTES, 7);
const other = bytes(20 * BLOCK_BYTES, 8);

/** A file that begins like `whole` but differs later. */
function endingOtherwise(whole: Uint8Array): Uint8Array<ArrayBuffer> {
  const made = Uint8Array.from(whole);
  made[BLOCK_BYTES + 5] = 255;
  return made;
}

/**
 * The sender's page was reloaded after some four blocks of the first file had arrived: it is never further ahead than
 * its window.
 */
async function reloaded(files: Files) {
  const [a, b] = [new Device('a'), new Device('b')];
  const control = channelPair();
  const bulk = channelPair();
  const broken = new Promise<void>((resolve) => {
    const call = () => {
      for (const device of [a, b])
        device.engine.receive({ type: 'link-lost', link: 1 as LinkId, cause: 'connection-lost' });
      resolve();
    };
    bulk[0].at = { bytes: WINDOW_BYTES + 4 * BLOCK_BYTES, call };
  });
  a.link(1, b.id, control[0], bulk[0]);
  b.link(1, a.id, control[1], bulk[1]);
  a.send(b.id, files);
  const { key: there } = await acceptAll(b);
  await broken;
  await b.phase('interrupted');
  // Nothing is read between two blocks, so the heads of the files are read now, and recorded.
  const isKnown = async () => (await a.outbox.all())?.[0]?.heads?.every((head) => head !== '') === true;
  await expect.poll(isKnown).toBe(true);
  await a.leave();
  const later = new Device('a', a);
  await later.restore();
  const { key } = await later.phase('interrupted');
  meet(later, b);
  return { b, later, key, there };
}

describe('a file is chosen again', () => {
  test('under another name and date: the transfer goes on, and the file arrives under the offered name', async () => {
    const { b, later, key, there } = await reloaded({ 'IMG_0001.HEIC': photo });
    expect(await later.choose(key, { 'image.jpg': photo }, NOW)).toBe(true);
    const { sentBytes } = connect(later, b, 2);
    expect(await b.ended()).toMatchObject({ phase: 'saved', verified: true, title: 'IMG_0001.HEIC' });
    expect(await b.holds(there, 0, photo)).toBe(true);
    expect(sentBytes()).toBeLessThan(18 * BLOCK_BYTES);
  });

  test('but it is a different file of the same size or name: it is refused', async () => {
    const { later, key } = await reloaded({ 'IMG_0001.HEIC': photo });
    expect(await later.choose(key, { 'image.jpg': other }, NOW)).toBe(false);
    expect(await later.choose(key, { 'IMG_0001.HEIC': other }, NOW)).toBe(false);
    await later.until(() => later.views.get(key)?.missing?.changed[0]);
    expect(later.views.get(key)).toMatchObject({ phase: 'interrupted', missing: { changed: ['IMG_0001.HEIC'] } });
  });

  test('but only its beginning is the same: the file is asked for once more, and what has arrived is kept', async () => {
    const { b, later, key, there } = await reloaded({ 'IMG_0001.HEIC': photo });
    expect(await later.choose(key, { 'image.jpg': endingOtherwise(photo) }, NOW)).toBe(true);
    connect(later, b, 2);
    const asks = () => [...later.views.values()].find((view) => 'cause' in view && view.cause === 'source-unreadable');
    expect(await later.until(asks)).toMatchObject({
      phase: 'interrupted',
      needsFiles: 'files',
      missing: { changed: ['IMG_0001.HEIC'] },
    });
    expect(await later.choose(key, { 'image.jpg': photo }, NOW)).toBe(true);
    const { sentBytes } = connect(later, b, 3);
    expect(await b.ended()).toMatchObject({ phase: 'saved', verified: true });
    expect(await b.holds(there, 0, photo)).toBe(true);
    expect(sentBytes()).toBeLessThan(18 * BLOCK_BYTES);
  });

  test('and serves only once, even in two simultaneous choices', async () => {
    const { later, key } = await reloaded({ 'IMG_0001.HEIC': photo, 'IMG_0002.HEIC': photo, 'IMG_0003.HEIC': photo });
    const choose = () => later.choose(key, { 'image.jpg': photo }, NOW);
    expect(await choose()).toBe(false);
    await later.until(() => later.views.get(key)?.missing?.count === 2 || undefined);
    expect(await Promise.all([choose(), choose()])).toContain(true);
  });

  test('before it was accepted: its head was read while the other person thought', async () => {
    const [a, b] = [new Device('a'), new Device('b')];
    connect(a, b, 1);
    a.send(b.id, { one: photo, two: other, none: bytes(0, 0) });
    await b.until(() => b.offers[0]);
    const heads = async () => (await a.outbox.all())?.[0]?.heads?.filter((head) => head !== '').length;
    await expect.poll(heads).toBe(2);
    const later = new Device('a', a);
    await later.restore();
    const { key } = await later.phase('interrupted');
    expect(await later.choose(key, { 1: other, 2: photo, 3: bytes(0, 0) }, NOW)).toBe(true);
  });

  test('of a record that an older version of the app wrote: by path, size and date alone', async () => {
    const { later, key } = await reloaded({ 'IMG_0001.HEIC': photo });
    const [record] = (await later.outbox.all()) ?? [];
    if (!record) throw new Error('nothing was recorded');
    const { heads: _, ...old } = record;
    await later.leave();
    await later.outbox.put(old);
    const visit = new Device('a', later);
    await visit.restore();
    expect(await visit.choose(key, { 'image.jpg': photo }, NOW)).toBe(false);
    expect(await visit.choose(key, { 'IMG_0001.HEIC': photo })).toBe(true);
  });
});
