import { randomBytes } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { signedBy } from '../../../protocol/event.ts';
import { newSecret } from '../../../protocol/keys.ts';
import { MAX_BLOB_BYTES } from '../../../protocol/limits.ts';
import { POST } from '../../../words/kinds.ts';
import type { MeshMessage } from '../../mesh/messages.ts';
import { digestOf, Island, type Place } from './testing/island.ts';

const PHOTO = randomBytes(1_000_000);
const DIGEST = digestOf(PHOTO);

let island: Island | undefined;
beforeEach(() => void vi.useFakeTimers());
afterEach(async () => {
  await island?.stop();
  island = undefined;
  vi.useRealTimers();
});

/** Routers in a full mesh, or as it is said, of which the first has the photo. */
async function begun(size: number, isLinked?: (a: number, b: number) => boolean): Promise<readonly Place[]> {
  island = new Island(['a', 'b', 'c', 'd', 'e'].slice(0, size), isLinked);
  await island.start();
  await pass(1_000);
  island.places[0]?.blobs.kept.set(DIGEST, PHOTO);
  return island.places;
}
const pass = (ms: number): Promise<unknown> => vi.advanceTimersByTimeAsync(ms);
const givenBy = ({ given }: Place): number => [...given.values()].reduce((sum, bytes) => sum + bytes, 0);
/** Comparing a million bytes one by one, as `toEqual` does, takes seconds. */
const hasPhoto = ({ blobs }: Place): boolean => PHOTO.equals(blobs.kept.get(DIGEST) ?? Buffer.alloc(0));
const fetchAt = (place: Place): Promise<boolean> => place.neighbours.fetch(DIGEST);
/** Calls back when `place` says something of that sort. */
function when(place: Place, type: MeshMessage['type'], then: () => void): void {
  const { says } = place;
  place.says = (to, message) => {
    if (message.type === type) then();
    return says(to, message);
  };
}

describe('a file', () => {
  test('comes from the router that has it, whole', async () => {
    const [, b] = (await begun(2)) as [Place, Place];
    const fetched = fetchAt(b);
    await pass(5_000);
    expect(await fetched).toBe(true);
    expect(hasPhoto(b)).toBe(true);
  });

  test('that is wanted at five routers leaves each of them once at most', async () => {
    const places = await begun(5);
    const fetched = Promise.all(places.map(fetchAt));
    await pass(30_000);
    expect(await fetched).toEqual([true, true, true, true, true]);
    expect(places.map(givenBy).reduce((sum, bytes) => sum + bytes)).toBe(4 * PHOTO.length);
    for (const place of places) expect(givenBy(place)).toBeLessThanOrEqual(PHOTO.length);
  });

  test('leaves each router once also when one after the other wants it', async () => {
    const places = await begun(5);
    for (const place of places) {
      const fetched = fetchAt(place);
      await pass(5_000);
      expect(await fetched).toBe(true);
    }
    for (const place of places) expect(givenBy(place)).toBeLessThanOrEqual(PHOTO.length);
  });

  test('is fetched once, however many ask', async () => {
    const [a, b] = (await begun(2)) as [Place, Place];
    const fetched = Promise.all([fetchAt(b), fetchAt(b), fetchAt(b)]);
    await pass(5_000);
    expect(await fetched).toEqual([true, true, true]);
    expect(givenBy(a)).toBe(PHOTO.length);
  });

  test('goes on at the same byte with another router when one leaves', async () => {
    const [a, b, c] = (await begun(3)) as [Place, Place, Place];
    b.blobs.kept.set(DIGEST, PHOTO);
    let portions = 0;
    for (const giver of [a, b])
      when(giver, 'bytes', () => {
        portions += 1;
        if (portions === 5) queueMicrotask(() => island?.net.cut(giver.id, c.id));
      });
    const fetched = fetchAt(c);
    await pass(20_000);
    expect(await fetched).toBe(true);
    expect(hasPhoto(c)).toBe(true);
    // What was under way when the first one left was lost, and is all that came twice.
    expect(Math.min(givenBy(a), givenBy(b))).toBeGreaterThan(0);
    expect(givenBy(a) + givenBy(b)).toBeLessThanOrEqual(PHOTO.length + 3 * 64 * 1024);
  });

  test('comes from the first one after all when the one that took it leaves, or never gets it', async () => {
    const [a, b, c] = (await begun(3)) as [Place, Place, Place];
    let portions = 0;
    when(a, 'bytes', () => {
      portions += 1;
      if (portions === 3) queueMicrotask(() => void b.stop());
    });
    const fetched = [fetchAt(b), fetchAt(c)];
    await pass(30_000);
    expect(await Promise.all(fetched)).toEqual([false, true]);
  });

  test('comes although the one who is said to have it is not linked', async () => {
    const [, b, c] = (await begun(3, (one, other) => one + other !== 3)) as [Place, Place, Place];
    const fetched = Promise.all([fetchAt(b), fetchAt(c)]);
    await pass(20_000);
    expect(await fetched).toEqual([true, true]);
  });

  test('that nobody has is found to be so at once', async () => {
    const [a, b] = (await begun(3)) as [Place, Place, Place];
    a.blobs.kept.clear();
    const fetched = fetchAt(b);
    await pass(0);
    expect(await fetched).toBe(false);
  });

  test('is not asked of a router that holds nothing: it would not answer', async () => {
    island = new Island(['a', 'b']);
    const [a, b] = island.places as [Place, Place];
    a.says = () => undefined;
    await island.start();
    await pass(1_000);
    const fetched = fetchAt(b);
    await pass(0);
    expect(await Promise.race([fetched, Promise.resolve('waits')])).toBe(false);
  });

  test('of other bytes than its digest says is kept by nobody, and is asked of another one', async () => {
    const [a, b, c] = (await begun(3)) as [Place, Place, Place];
    a.blobs.kept.set(DIGEST, Buffer.from(PHOTO).fill(0, 500_000, 500_001));
    const alone = fetchAt(b);
    await pass(10_000);
    expect(await alone).toBe(false);
    expect(b.blobs.kept.size).toBe(0);
    c.blobs.kept.set(DIGEST, PHOTO);
    const fetched = fetchAt(b);
    await pass(20_000);
    expect(await fetched).toBe(true);
    expect(hasPhoto(b)).toBe(true);
  });

  test.each<[string, Place['says']]>([
    ['says nothing', (_, message) => (message.type === 'bytes' ? undefined : message)],
    [
      'gives less than was asked for',
      (_, message) => (message.type === 'bytes' ? { ...message, bytes: Buffer.from('x') } : message),
    ],
    [
      'always sends on',
      (_, message) =>
        message.type === 'bytes' ? { type: 'not', n: message.n, instead: 'c'.padEnd(16, '-') as never } : message,
    ],
    [
      'says for ever that it comes',
      (_, message) => (message.type === 'bytes' ? { type: 'soon', n: message.n } : message),
    ],
    ['says another length', (_, message) => (message.type === 'here' ? { ...message, size: 7 } : message)],
    [
      'says that it is too long',
      (_, message) => (message.type === 'here' ? { ...message, size: MAX_BLOB_BYTES + 1 } : message),
    ],
  ])('of a router that %s is fetched from nobody for ever', async (_, says) => {
    const [a, b] = (await begun(3)) as [Place, Place, Place];
    a.says = says;
    const fetched = fetchAt(b);
    await pass(6 * 60_000);
    expect(await fetched).toBe(false);
    a.says = (_to, message) => message;
    // What it has not sent is still under way for the one that it was: with a new link nothing is.
    island?.net.cut(a.id, b.id);
    island?.net.mend(a.id, b.id);
    await pass(1_000);
    const again = fetchAt(b);
    await pass(30_000);
    expect(await again).toBe(true);
  });

  test('is no reason for words to wait', async () => {
    const [a, b] = (await begun(2)) as [Place, Place];
    const order: string[] = [];
    for (const type of ['bytes', 'tell'] as const) when(a, type, () => order.push(type));
    const film = Buffer.alloc(6_000_000);
    a.blobs.kept.set(digestOf(film), film);
    const fetched = b.neighbours.fetch(digestOf(film));
    await pass(300);
    const sent = order.length;
    await a.bring(signedBy(newSecret(), { kind: POST, created_at: 0, tags: [], content: 'The gym is open' }));
    await pass(10_000);
    await fetched;
    expect(order.slice(sent, sent + 2)).toContain('tell');
    expect(order.slice(sent).filter((each) => each === 'bytes').length).toBeGreaterThan(2);
  });
});
