/** Files of strangers' letters: a router is asked for each once, not each minute, and for none where there is no room. */
import { expect, test } from 'vitest';
import { hexOf, signedBy } from '../protocol/event.ts';
import { newSecret, publicKeyOf } from '../protocol/keys.ts';
import { WRAP } from '../words/kinds.ts';
import { MOST_BYTES } from './carried/room.ts';
import { TakingAlong } from './taking-along.ts';
import { carrying, ROUTER } from './testing/carrying.ts';

const digest = (number: number): string => String(number).padStart(64, '0');
const somebody = hexOf(publicKeyOf(newSecret()));

/** Beside a router that has files of these sizes, by their number. */
async function beside(named: number, sizes: Record<number, number>) {
  const { carried } = carrying();
  const secret = newSecret();
  for (let number = 0; number < named; number += 1) {
    const tags = [
      ['p', somebody],
      ['x', digest(number)],
    ];
    await carried.put(signedBy(secret, { kind: WRAP, created_at: number, tags, content: 'x' }), 0, ROUTER);
  }
  const now = { elapsed: 0, theirs: 0, underWay: 0, mostUnderWay: 0 };
  const asked: string[] = [];
  const kept: string[] = [];
  const line = { router: { id: 'r1', name: 'Gym', base: 'http://r1.test/' } };
  const taking = new TakingAlong({
    carried,
    blobs: {
      has: (sha256) => kept.includes(sha256),
      keepTheirs: async (sha256) => void kept.push(sha256),
      get bytesOfTheirs() {
        return now.theirs;
      },
      deleteTheirs: async () => {},
    },
    files: {
      sizeOf: async (_, sha256) => {
        asked.push(sha256);
        now.underWay += 1;
        now.mostUnderWay = Math.max(now.mostUnderWay, now.underWay);
        await new Promise(setImmediate);
        now.underWay -= 1;
        return sizes[Number(sha256)];
      },
      get: async (_, sha256) => new Uint8Array(sizes[Number(sha256)] ?? expect.fail('it is not there')),
    },
    line,
    takesLetters: () => true,
    elapsed: () => now.elapsed,
  });
  const look = async (): Promise<void> => {
    now.elapsed += 60_000;
    await taking.look(async () => {});
  };
  return { look, asked, kept, now, line, sizes };
}

test('the smallest are taken, and what does not fit or is not there is not asked for each minute', async () => {
  const { look, asked, kept, now, line, sizes } = await beside(9, { 1: 5_000, 2: 1_000, 3: MOST_BYTES.letters });
  for (let count = 0; count < 5; count += 1) await look();
  expect(asked).toHaveLength(9);
  expect(now.mostUnderWay).toBe(4);
  expect(kept).toEqual([digest(2), digest(1)]);
  // Somebody has brought one meanwhile.
  sizes[5] = 10;
  for (let count = 0; count < 8; count += 1) await look();
  expect(asked).toHaveLength(9 + 6);
  expect(kept).toContain(digest(5));
  line.router = { ...line.router, id: 'r2' };
  await look();
  expect(asked).toHaveLength(9 + 6 + 6);
});

test('nothing is asked for where there is no room', async () => {
  const { look, asked, now } = await beside(3, { 1: 5_000 });
  now.theirs = MOST_BYTES.letters;
  await look();
  expect(asked).toEqual([]);
});
