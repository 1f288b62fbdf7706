/** A disk that is full, because of others or of what is held: what was acknowledged stays, what goes gives its room back. */
import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SignedEvent } from '../../protocol/event.ts';
import { newSecret } from '../../protocol/keys.ts';
import { all, DAY_S, DAYS, phone, type Shelter, says, shelter, takesBack } from './testing/bench.ts';
import { MemoryDisk } from './testing/memory-disk.ts';

const ann = newSecret();
const RESERVE = 2 * 1024 * 1024;
/** For some twenty events of a kilobyte. */
const ROOM = RESERVE + 24_000;
/** Signing takes milliseconds, so all runs say the same. */
const POSTS = Array.from({ length: 30 }, (_, index) => says(ann, { content: `${index}`.repeat(300) }));
const DELETIONS = POSTS.map((post) => takesBack(ann, post));
const put = ({ shelf }: Shelter, event: SignedEvent) => shelf.put(event, 0, phone(ann));
const filesOf = ({ disks }: Shelter): readonly string[] => [...disks.words.files.keys()].sort();

async function full(): Promise<{ at: Shelter; held: readonly SignedEvent[] }> {
  const words = new MemoryDisk();
  words.room = ROOM;
  const at = await shelter({}, { words, blobs: new MemoryDisk() });
  const held: SignedEvent[] = [];
  for (const post of POSTS) if ((await put(at, post)) === 'held') held.push(post);
  expect([held.length > 10, held.length < POSTS.length]).toEqual([true, true]);
  return { at, held };
}

describe('a disk that is full', () => {
  it('has room again when what is held has ended', async () => {
    const { at } = await full();
    at.clock.now += DAYS * DAY_S;
    await at.tick();
    expect(at.shelf.counts().events).toBe(0);
    const late = says(ann);
    expect(await put(at, late)).toBe('held');
    expect((await at.again('power cut')).shelf.has(late.id)).toBe(true);
  });

  it('takes what takes something back, and has room again then', async () => {
    const { at, held } = await full();
    for (const post of held) expect(await put(at, takesBack(ann, post))).toBe('held');
    for (const one of [at, await at.again('power cut')])
      expect(held.map(({ id }) => [one.shelf.has(id), one.shelf.isGone(id)])).toEqual(held.map(() => [false, true]));
    await at.tick();
    expect(await put(at, says(ann))).toBe('held');
  });

  it('keeps the room in which that is written for that', async () => {
    const { at, held } = await full();
    expect(filesOf(at)).toContain('reserve');
    expect(await put(at, takesBack(ann, ...held.slice(0, 10)))).toBe('held');
    expect(filesOf(at)).not.toContain('reserve');
    expect(await put(at, says(ann))).toBe('disk'); // though there are two megabytes
    const nothing = createHash('sha256').digest('hex');
    expect(await at.blobs.receive(nothing, 0, (async function* () {})(), phone(ann))).toBe('disk');
    expect(await put(at, takesBack(ann, ...held.slice(10)))).toBe('held');
    await at.tick();
    expect(filesOf(at)).toContain('reserve');
    expect(await put(at, says(ann))).toBe('held');
  });

  it('has nothing on it of what it did not take', async () => {
    const { at } = await full();
    const before = filesOf(at);
    for (let count = 0; count < 20; count += 1) expect(await put(at, says(ann))).toBe('disk');
    expect(filesOf(at)).toEqual(before);
  });

  it('that others have filled takes what comes once they have not', async () => {
    const words = new MemoryDisk();
    words.room = 1_000;
    const at = await shelter({}, { words, blobs: new MemoryDisk() });
    expect([await put(at, says(ann)), filesOf(at)]).toEqual(['disk', []]);
    words.room = ROOM;
    at.clock.now += 600;
    await at.tick();
    expect(await put(at, says(ann))).toBe('held');
  });
});

type Step = readonly [what: 'put' | 'take back' | 'tick' | 'end' | 'others' | 'power cut' | 'restart', which: number];
const step = (weight: number, what: Step[0]) => ({
  weight,
  arbitrary: fc.tuple(fc.constant(what), fc.nat(99)) as fc.Arbitrary<Step>,
});
const steps = fc.array(
  fc.oneof(
    step(20, 'put'),
    step(6, 'take back'),
    step(3, 'tick'),
    step(1, 'end'),
    step(3, 'others'),
    step(1, 'power cut'),
    step(1, 'restart'),
  ),
  { minLength: 10, maxLength: 120 },
);

it('whatever comes and goes on it: all that was acknowledged is there, and there is room again when that has ended', async () => {
  let refused = 0;
  await fc.assert(
    fc.asyncProperty(steps, async (taken) => {
      const words = new MemoryDisk();
      words.room = ROOM;
      let at = await shelter({}, { words, blobs: new MemoryDisk() });
      const held = new Set<SignedEvent>();
      const again = async (how: 'orderly' | 'power cut') => {
        const { room } = at.disks.words;
        at = await at.again(how);
        at.disks.words.room = room;
        const found = new Set((await all(at.shelf.query({ kinds: [1] }))).map(({ event }) => event.id));
        expect(found).toEqual(new Set([...held].map(({ id }) => id)));
      };
      const end = async () => {
        at.clock.now += DAYS * DAY_S;
        held.clear();
        await at.tick();
      };
      for (const [what, which] of taken) {
        const post = POSTS[which % POSTS.length] as SignedEvent;
        if (what === 'put') {
          const outcome = await put(at, post);
          if (outcome === 'held' || outcome === 'known') held.add(post);
          refused += Number(outcome === 'disk');
        } else if (what === 'take back' && held.has(post)) {
          const outcome = await put(at, DELETIONS[which % POSTS.length] as SignedEvent);
          if (outcome === 'held') held.delete(post);
        } else if (what === 'others') at.disks.words.room = which % 2 ? ROOM : at.disks.words.bytes + which * 10;
        else if (what === 'tick') await at.tick();
        else if (what === 'end') await end();
        else if (what === 'power cut') await again('power cut');
        else if (what === 'restart') await again('orderly');
      }
      await again('power cut');
      at.disks.words.room = ROOM;
      await end();
      await at.tick();
      const late = says(ann, { content: `late ${taken.length}` });
      expect(await put(at, late)).toBe('held');
      expect(filesOf(at).filter((name) => name !== 'reserve' && !/^\d{8}\.\d+$/.test(name))).toEqual([]);
      held.add(late);
      await again('power cut');
      expect(at.disks.words.bytes).toBeLessThan(ROOM);
    }),
    { numRuns: 40 },
  );
  expect(refused).toBeGreaterThan(20);
}, 120_000);
