import { expect, it } from 'vitest';
import { type Disk, DiskError } from './disk.ts';
import { OpenSegments } from './open-segments.ts';
import { nameOf, type Segment } from './segment.ts';
import { MemoryDisk } from './testing/memory-disk.ts';

const segments: readonly Segment[] = Array.from({ length: 12 }, (_, at) => ({
  number: at + 1,
  generation: 0,
  bytes: 1,
  dead: 0,
}));

/** A disk with a byte in each segment, which counts the files that are open. */
async function countingDisk(): Promise<{ disk: Disk; memory: MemoryDisk; open: { now: number } }> {
  const memory = new MemoryDisk();
  for (const segment of segments) {
    const writing = await memory.create(nameOf(segment));
    await writing.write(Uint8Array.of(segment.number));
    await writing.close();
  }
  const open = { now: 0 };
  const disk: Disk = {
    list: () => memory.list(),
    create: (name) => memory.create(name),
    rename: (from, to) => memory.rename(from, to),
    remove: (name) => memory.remove(name),
    sync: () => memory.sync(),
    open: async (name) => {
      const reading = await memory.open(name);
      open.now += 1;
      let isOpen = true;
      return {
        read: async (offset, length) => {
          if (!isOpen) throw new DiskError('EBADF');
          return reading.read(offset, length);
        },
        close: async () => {
          if (!isOpen) throw new DiskError('EBADF');
          isOpen = false;
          open.now -= 1;
          await reading.close();
        },
      };
    },
  };
  return { disk, memory, open };
}

it('many that read at once from more files than stay open all get what they read', async () => {
  const { disk, open } = await countingDisk();
  const opened = new OpenSegments(disk);
  const readers = segments.map(async (_, first) => {
    for (let step = 0; step < 60; step += 1) {
      const segment = segments[(first * 5 + step) % segments.length];
      if (segment === undefined) throw new Error('twelve');
      expect(await opened.read(segment, 0, 1)).toEqual(Uint8Array.of(segment.number));
    }
  });
  await Promise.all(readers);
  expect(open.now).toBeLessThanOrEqual(8);
  await opened.close();
  expect(open.now).toBe(0);
});

it('what is dropped while it is read is read to its end, and closed then', async () => {
  const { disk, memory, open } = await countingDisk();
  const opened = new OpenSegments(disk);
  const [segment] = segments;
  if (segment === undefined) throw new Error('twelve');
  const reading = [opened.read(segment, 0, 1), opened.read(segment, 0, 1)];
  await opened.drop(segment);
  expect(await Promise.all(reading)).toEqual([Uint8Array.of(1), Uint8Array.of(1)]);
  expect(open.now).toBe(0);
  memory.fate = () => 'fails';
  await expect(opened.read(segment, 0, 1)).rejects.toBeInstanceOf(DiskError);
  memory.fate = () => 'ok';
  expect(await opened.read(segment, 0, 1)).toEqual(Uint8Array.of(1));
});
