import { describe, expect, it } from 'vitest';
import { createLog } from '../machine/log.ts';
import { DiskError } from './disk.ts';
import { Journal, type Keeper, type Place } from './journal.ts';
import { type Chance, MemoryDisk } from './testing/memory-disk.ts';

const said: string[] = [];
const log = createLog('debug', (line) => said.push(line));
const open = async (disk: MemoryDisk) => {
  const found = new Map<string, Place>();
  const journal = await Journal.open(disk, log, (text, place) => found.set(text, place));
  return { journal, found };
};
/** Keeps the records of these texts, and knows where they stand. */
const keeperOf = (kept: Map<string, Place>): Keeper => ({
  needs: (text, { offset, generation }) =>
    kept.get(text)?.offset === offset && kept.get(text)?.generation === generation,
  moved: (text, _, to) => kept.has(text) && kept.set(text, to) !== undefined,
  keeps: () => false,
});
const LONG = 'x'.repeat(1_500_000);

it('records are read again, in their order, after a power cut', async () => {
  const disk = new MemoryDisk(() => 0);
  const { journal } = await open(disk);
  const places = await Promise.all(['a', 'b', 'c'].map((text) => journal.append(text)));
  const found = disk.afterPowerCut();
  const again = await open(found);
  expect([...again.found]).toEqual(['a', 'b', 'c'].map((text, index) => [text, places[index]]));
  for (const [index, place] of places.entries()) expect(await again.journal.read(place)).toBe(['a', 'b', 'c'][index]);
  await again.journal.append('d');
  expect([...(await open(found.afterPowerCut())).found.keys()]).toEqual(['a', 'b', 'c', 'd']);
});

it('many that come at a time wait for the disk once', async () => {
  const disk = new MemoryDisk();
  const { journal } = await open(disk);
  await journal.append('first'); // the file is there
  const before = disk.calls;
  await Promise.all(Array.from({ length: 300 }, (_, index) => journal.append(`${index}`)));
  expect(disk.calls - before).toBe(2); // one write, one sync
});

describe('a disk that fails', () => {
  it('refuses what was under way, and nothing after it; what is in that file is not written to any more', async () => {
    const disk = new MemoryDisk(() => 0.5);
    const { journal } = await open(disk);
    const kept = new Map([['a', await journal.append('a')]]);
    disk.fate = () => 'fails';
    await expect(journal.append('b')).rejects.toBeInstanceOf(DiskError);
    disk.fate = () => 'ok';
    kept.set('c', await journal.append('c'));
    expect(disk.files.size).toBe(2);
    expect([...(await open(disk.afterPowerCut(() => 1))).found.keys()]).toEqual(['a', 'c']);
    await journal.tidy(keeperOf(kept)); // the file with the remains is written anew
    expect([...disk.files.keys()].sort()).toEqual(['00000001.1', '00000002.0']);
    expect(await journal.read(kept.get('a') as Place)).toBe('a');
  });

  it('leaves no file behind in which nothing stands, and tries again to remove what it could not', async () => {
    const disk = new MemoryDisk();
    const { journal } = await open(disk);
    for (const failing of ['create', 'sync', 'write', 'remove']) {
      let calls = 0;
      // A file is made, the folder synced, the record written, and the file closed and removed.
      const at = { create: [1], sync: [2], write: [3], remove: [3, 5] }[failing] ?? [];
      disk.fate = () => {
        calls += 1;
        return at.includes(calls) ? 'fails after' : 'ok';
      };
      await expect(journal.append('a')).rejects.toBeInstanceOf(DiskError);
      if (failing === 'remove') disk.fate = () => 'ok';
      await journal.tidy(keeperOf(new Map()));
      expect([failing, [...disk.files.keys()]]).toEqual([failing, []]);
    }
  });

  it.each([
    ['its new file cannot be made', 4],
    ['it cannot be written', 5],
    ['it cannot be synced', 6],
    ['it cannot have its name', 8],
    ['its name cannot be synced', 9],
  ])('writes a file anew later where %s, and nothing is found then that was let go', async (_, failing) => {
    const disk = new MemoryDisk();
    const { journal } = await open(disk);
    const kept = new Map([['a', await journal.append('a')]]);
    disk.fate = () => 'fails';
    await expect(journal.append('b')).rejects.toBeInstanceOf(DiskError);
    let calls = 0;
    disk.fate = () => {
      calls += 1;
      return calls === failing ? 'fails after' : 'ok'; // before that the file is opened, read and closed
    };
    await journal.tidy(keeperOf(kept));
    expect([calls >= failing, [...disk.files.keys()], await journal.read(kept.get('a') as Place)]).toEqual([
      true,
      ['00000001.0'],
      'a',
    ]);
    kept.clear();
    await journal.tidy(keeperOf(kept));
    expect([[...disk.files.keys()], (await open(disk)).found.size]).toEqual([[], 0]);
  });

  it('that is full is said to be so, and what needs no room goes all the same', async () => {
    const disk = new MemoryDisk();
    const { journal } = await open(disk);
    const kept = new Map<string, Place>();
    for (const text of ['a', LONG, `${LONG}2`, `${LONG}3`]) kept.set(text, await journal.append(text));
    for (const text of ['b', `${LONG}4`, `${LONG}5`, `${LONG}6`]) kept.set(text, await journal.append(text));
    for (const text of [LONG, `${LONG}2`, `${LONG}3`, 'b', `${LONG}4`, `${LONG}5`, `${LONG}6`]) {
      journal.release(kept.get(text) as Place);
      kept.delete(text);
    }
    disk.room = disk.bytes;
    expect([await journal.tidy(keeperOf(kept), false), [...disk.files.keys()]]).toEqual([false, ['00000001.0']]);
    disk.room = disk.bytes;
    expect([await journal.tidy(keeperOf(kept)), [...disk.files.keys()]]).toEqual([true, ['00000001.0']]);
    disk.room += 100;
    expect([await journal.tidy(keeperOf(kept)), [...disk.files.keys()]]).toEqual([false, ['00000001.1']]);
  });

  it('that cannot be read loses the file that cannot, and says so', async () => {
    const disk = new MemoryDisk();
    const { journal } = await open(disk);
    await journal.append(LONG.repeat(3));
    await journal.append('b');
    let calls = 0;
    disk.fate = () => {
      calls += 1;
      return calls === 2 ? 'fails' : 'ok'; // the first is the list
    };
    const again = await open(disk);
    expect([...again.found.keys()]).toEqual(['b']);
    expect(said.join()).toContain('cannot be read (EIO)');
    expect((await again.journal.append('c')).segment).toBe(3);
  });

  it('that has changed a byte loses that record, and says so', async () => {
    const disk = new MemoryDisk();
    const { journal } = await open(disk);
    const places = await Promise.all(['a', 'b', 'c'].map((text) => journal.append(text)));
    disk.damage('00000001.0', (places[1]?.offset ?? 0) + 16);
    expect(await Promise.all(places.map((place) => journal.read(place)))).toEqual(['a', undefined, 'c']);
    expect([...(await open(disk)).found.keys()]).toEqual(['a', 'c']);
    expect(said.join()).toContain('1 stretches of a file were damaged');
  });
});

describe('tidying up', () => {
  const begin = async (disk: MemoryDisk) => {
    const { journal } = await open(disk);
    const kept = new Map<string, Place>();
    for (const text of ['a', 'b', LONG, `${LONG}2`, `${LONG}3`, 'last']) kept.set(text, await journal.append(text));
    const let_go = (text: string) => {
      journal.release(kept.get(text) as Place);
      kept.delete(text);
    };
    return { journal, kept, let_go };
  };

  it('writes a file anew in which half is not needed, and gives the room back', async () => {
    const disk = new MemoryDisk(() => 0);
    const { journal, kept, let_go } = await begin(disk);
    let_go(LONG);
    await journal.tidy(keeperOf(kept));
    expect([...disk.files.keys()]).toContain('00000001.0'); // a third is not worth it
    let_go(`${LONG}2`);
    await journal.tidy(keeperOf(kept));
    expect([...disk.files.keys()].sort()).toEqual(['00000001.1', '00000002.0']);
    expect(journal.bytes).toBeLessThan(1_600_000);
    for (const [text, place] of kept) expect(await journal.read(place)).toBe(text);
    expect(new Map((await open(disk.afterPowerCut())).found)).toEqual(kept);
  });

  it('takes a file away in which nothing is needed', async () => {
    const disk = new MemoryDisk();
    const { journal, kept, let_go } = await begin(disk);
    for (const text of ['a', 'b', LONG, `${LONG}2`, `${LONG}3`]) let_go(text);
    await journal.tidy(keeperOf(kept));
    expect([...disk.files.keys()]).toEqual(['00000002.0']);
  });

  it.each<[string, Chance]>([
    ['nothing of what was not synced', () => 0],
    ['all of it', () => 1],
    [
      'every other change of names',
      (
        (turn) => () =>
          turn++ % 2 ? 1 : 0
      )(0),
    ],
    [
      'the others',
      (
        (turn) => () =>
          turn++ % 2 ? 0 : 1
      )(0),
    ],
  ])('loses nothing when the power goes at any step of it, and %s is left', async (_, chance) => {
    for (let step = 0, isDone = false; !isDone; step += 1) {
      const disk = new MemoryDisk(chance);
      const { journal, kept, let_go } = await begin(disk);
      for (const text of [LONG, `${LONG}2`]) let_go(text);
      const cut = new Promise<'cut'>((resolve) => {
        disk.onPowerCut = () => resolve('cut');
      });
      let calls = 0;
      disk.fate = () => {
        calls += 1;
        return calls > step ? 'power cut' : 'ok';
      };
      isDone = (await Promise.race([journal.tidy(keeperOf(kept)), cut])) !== 'cut';
      const { found } = await open(disk.afterPowerCut());
      for (const text of ['a', 'b', `${LONG}3`, 'last']) expect([step, found.has(text)]).toEqual([step, true]);
      expect(step).toBeLessThan(40);
    }
  });
});
