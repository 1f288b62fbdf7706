import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { newSecret } from '../../protocol/keys.ts';
import { blobName, blobNamed } from './blob-name.ts';
import { all, phone, type Shelter, says, shelter, takesBack } from './testing/bench.ts';

const [ann, ben] = [newSecret(), newSecret()];
const digestOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
const file = (size: number, seed = 1): Buffer =>
  Buffer.from(Array.from({ length: size }, (_, at) => (at * 31 + seed) % 256));
const naming = (secret: typeof ann, ...files: readonly Buffer[]) =>
  says(secret, { tags: files.map((one) => ['x', digestOf(one)]) });

async function* inPieces(bytes: Buffer, size = 20_000): AsyncGenerator<Buffer> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}
const upload = ({ blobs }: Shelter, bytes: Buffer, by = phone(ann), sha256 = digestOf(bytes)) =>
  blobs.receive(sha256, bytes.length, inPieces(bytes), by);
const read = async ({ blobs }: Shelter, bytes: Buffer, from?: number, to?: number) => {
  const stream = blobs.read(digestOf(bytes), from, to);
  return stream && Buffer.concat(await all(stream));
};
/** Looks at the bytes that lie there at each call of the disk; returns how many there were at most. */
const mostOn = ({ disks }: Shelter) => {
  let most = 0;
  disks.blobs.fate = () => {
    most = Math.max(
      most,
      [...disks.blobs.files.values()].reduce((sum, { length }) => sum + length, 0),
    );
    return 'ok';
  };
  return () => most;
};
const filesIn = ({ disks }: Shelter) => [...disks.blobs.files.keys()];

describe('a file', () => {
  it('is held under its digest, given whole or in part, and there after a power cut', async () => {
    const at = await shelter();
    const bytes = file(200_000);
    expect(await upload(at, bytes)).toBe('held');
    expect(await upload(at, bytes, phone(ben))).toBe('known');
    for (const one of [at, await at.again('power cut')]) {
      expect([one.blobs.has(digestOf(bytes)), one.blobs.size(digestOf(bytes))]).toEqual([true, 200_000]);
      const isSame = async (from: number, to: number) =>
        (await read(one, bytes, from, to))?.equals(bytes.subarray(from, to)); // `toEqual` takes seconds for it
      expect([await isSame(0, 200_000), await isSame(65_535, 131_073)]).toEqual([true, true]);
      expect(await read(one, bytes, 199_999, 300_000)).toEqual(bytes.subarray(199_999));
      expect(one.blobs.counts()).toEqual({ blobs: 1, bytes: 200_000 });
    }
  });

  it('that comes twice at the same time is held once', async () => {
    const at = await shelter();
    const bytes = file(5_000);
    expect((await Promise.all([upload(at, bytes), upload(at, bytes, phone(ben))])).sort()).toEqual(['held', 'known']);
    expect(filesIn(at)).toHaveLength(1);
    expect(at.shelf.counts().bytes).toBe(5_000);
  });

  it('that comes twice at the same time from one phone is held with its bytes', async () => {
    const at = await shelter();
    const bytes = file(5_000);
    expect((await Promise.all([upload(at, bytes), upload(at, bytes), upload(at, bytes)])).sort()).toEqual([
      'held',
      'known',
      'known',
    ]);
    expect([filesIn(at).length, await read(at, bytes)]).toEqual([1, bytes]);
    expect(await read(await at.again('power cut'), bytes)).toEqual(bytes);
  });

  it('has another name when it comes again: removing the one does not remove the other', async () => {
    const at = await shelter();
    const bytes = file(100);
    const names: (string | undefined)[] = [];
    for (let twice = 0; twice < 2; twice += 1) {
      await upload(at, bytes);
      names.push(filesIn(at)[0]);
      await at.blobs.delete(digestOf(bytes));
    }
    expect(new Set(names).size).toBe(2);
  });

  it('that is not what was said leaves nothing', async () => {
    const at = await shelter({ blobBytesAtMost: 10_000 });
    const bytes = file(5_000);
    const sha256 = digestOf(bytes);
    const receive = (size: number | undefined, stream: AsyncIterable<Uint8Array>) =>
      at.blobs.receive(sha256, size, stream, phone(ann));
    async function* cutOff(): AsyncGenerator<Buffer> {
      yield bytes.subarray(0, 3_000);
      throw new Error('gone');
    }
    expect(await receive(5_000, inPieces(file(5_000, 2)))).toBe('not-genuine');
    expect(await receive(undefined, inPieces(file(5_000, 2)))).toBe('not-genuine');
    expect(await receive(5_000, inPieces(bytes.subarray(0, 4_000)))).toBe('malformed');
    expect(await receive(4_999, inPieces(bytes))).toBe('malformed');
    expect(await receive(5_000, cutOff())).toBe('malformed');
    expect(await receive(10_001, inPieces(bytes))).toBe('too-large');
    expect(await receive(undefined, inPieces(file(10_001)))).toBe('too-large');
    expect([at.blobs.has(sha256), filesIn(at), at.shelf.counts().bytes]).toEqual([false, [], 0]);
    expect(await receive(undefined, inPieces(bytes))).toBe('held');
  });

  it('that no event names goes after ten minutes, and so long after the last one that named it', async () => {
    const at = await shelter();
    const [unnamed, named, shared] = [file(100, 1), file(100, 2), file(100, 3)];
    const [post, other] = [naming(ann, named, shared), naming(ben, shared)];
    for (const bytes of [unnamed, named, shared]) await upload(at, bytes);
    for (const one of [post, other]) await at.shelf.put(one, 0, phone(ann));
    const held = () => [unnamed, named, shared].map((bytes) => at.blobs.has(digestOf(bytes)));
    await at.tick();
    at.clock.now += 599;
    await at.tick();
    expect(held()).toEqual([true, true, true]);
    at.clock.now += 1;
    await at.tick();
    expect(held()).toEqual([false, true, true]);
    await at.shelf.put(takesBack(ann, post), 0, phone(ann));
    const heldIn = async (seconds: number) => {
      at.clock.now += seconds;
      await at.tick();
      return held();
    };
    expect(await heldIn(599)).toEqual([false, true, true]);
    expect(await heldIn(1)).toEqual([false, false, true]);
    await at.shelf.put(takesBack(ben, other), 0, phone(ben));
    expect(await heldIn(599)).toEqual([false, false, true]);
    expect(await heldIn(1)).toEqual([false, false, false]);
    await at.blobs.stop();
    expect(filesIn(at)).toEqual([]);
  });

  it('is not taken from whoever left it by a stranger who names it and takes that back', async () => {
    const at = await shelter();
    const [bytes, late] = [file(100, 1), file(100, 2)];
    for (const one of [bytes, late]) await upload(at, one);
    await at.tick();
    at.clock.now += 500;
    const post = naming(ben, bytes);
    await at.shelf.put(post, 0, phone(ben));
    await at.shelf.put(takesBack(ben, post), 0, phone(ben));
    expect(await upload(at, late)).toBe('known'); // its time begins anew
    at.clock.now += 400;
    await at.tick();
    expect([bytes, late].map((one) => at.blobs.has(digestOf(one)))).toEqual([true, true]);
    await at.shelf.put(naming(ann, bytes, late), 0, phone(ann));
    at.clock.now += 10_000;
    await at.tick();
    expect([bytes, late].map((one) => at.blobs.has(digestOf(one)))).toEqual([true, true]);
  });

  it('of a post that is hidden is given to nobody, and kept', async () => {
    const at = await shelter();
    const bytes = file(100);
    const post = naming(ann, bytes);
    await upload(at, bytes);
    await at.shelf.put(post, 0, phone(ann));
    await at.shelf.label('hide', post.id);
    at.clock.now += 10_000;
    await at.tick();
    expect([at.blobs.has(digestOf(bytes)), at.blobs.size(digestOf(bytes)), await read(at, bytes)]).toEqual([
      false,
      undefined,
      undefined,
    ]);
    expect(await upload(at, bytes)).toBe('known');
    await at.shelf.unlabel('hide', post.id);
    expect(await read(at, bytes)).toEqual(bytes);
  });

  it('what was not finished is swept away at the next start', async () => {
    const at = await shelter();
    const stuck = new Promise<never>(() => {});
    async function* slow(): AsyncGenerator<Buffer> {
      yield file(100);
      await stuck;
    }
    void at.blobs.receive('a'.repeat(64), 200, slow(), phone(ann));
    await upload(at, file(100, 2)); // by then the other one has begun
    expect(filesIn(at).some((name) => name.endsWith('.part'))).toBe(true);
    const { disks } = await shelter({}, { words: at.disks.words.afterKill(), blobs: at.disks.blobs.afterKill() });
    expect([...disks.blobs.files.keys()].map((name) => name.slice(0, 64))).toEqual([digestOf(file(100, 2))]);
  });
});

describe('when room is short', () => {
  it('each device has its share, also after a restart', async () => {
    const at = await shelter({ bytesAtMost: 1e9, blobBytesAtMost: 40e6 });
    const large = Buffer.alloc(20e6);
    expect(await at.blobs.receive(digestOf(large), large.length, inPieces(large, 1e6), phone(ann))).toBe('held');
    const { blobs } = await at.again('power cut');
    const other = Buffer.alloc(15e6);
    expect(blobs.wouldTake(other.length, phone(ann, '10.9.9.9'))).toBe('quota');
    expect(await blobs.receive(digestOf(other), other.length, inPieces(other, 1e6), phone(ann, '10.9.9.9'))).toBe(
      'quota',
    );
    // To ask takes no room.
    for (let times = 0; times < 3; times++) expect(blobs.wouldTake(other.length, phone(ben))).toBe('held');
    expect(await blobs.receive(digestOf(other), other.length, inPieces(other, 1e6), phone(ben))).toBe('held');
  });

  it('the oldest of those go who have more than a fair part; a post sends files away, and a file no post', async () => {
    const at = await shelter({ bytesAtMost: 10_000 });
    const files = [1, 2, 3, 4].map((seed) => file(2_400, seed));
    for (const [index, bytes] of files.entries()) {
      at.clock.now += 1;
      expect(await upload(at, bytes, phone(newSecret(), `10.0.1.${index}`))).toBe('held');
    }
    // Each of the four has more than a fifth.
    at.clock.now += 1;
    const post = says(ann, { content: 'x'.repeat(1_800) });
    expect(await at.shelf.put(post, 0, phone(ann, '10.0.0.3'))).toBe('held');
    expect(files.map((bytes) => at.blobs.has(digestOf(bytes)))).toEqual([false, true, true, true]);
    expect(await upload(at, file(2_400, 9), phone(ben, '10.0.0.4'))).toBe('held');
    expect(at.shelf.has(post.id)).toBe(true);
    expect(at.shelf.counts().bytes).toBeLessThanOrEqual(10_000);
  });

  it('a file stays when what would have needed its room finds none, or the disk does not take it', async () => {
    const at = await shelter({ bytesAtMost: 10_000, eventsAtMost: 8 });
    const files = [1, 2, 3, 4].map((seed) => file(2_400, seed));
    for (const [index, bytes] of files.entries()) await upload(at, bytes, phone(newSecret(), `10.0.1.${index}`));
    const long = says(ann, { content: 'x'.repeat(1_000) });
    const held = () => [at.blobs.counts(), at.shelf.counts().bytes];
    const before = held();
    at.disks.words.fate = () => 'fails';
    expect(await at.shelf.put(long, 0, phone(ann, '10.0.0.3'))).toBe('disk');
    expect(held()).toEqual(before);
    at.disks.words.fate = () => 'ok';
    at.clock.now += 10;
    for (const who of [3, 4, 5, 6, 7, 8, 9, 10])
      expect(await at.shelf.put(says(ben), 0, phone(ben, `10.0.0.${who}`))).toBe('held');
    const full = held();
    expect(await at.shelf.put(long, 500, phone(ann, '10.0.0.3'))).toBe('full'); // of events: it would be the next to go
    expect(held()).toEqual(full);
  });

  it('many that come at a time do not have more than there is, and little more while they come', async () => {
    const at = await shelter({ bytesAtMost: 10_000 });
    const most = mostOn(at);
    const outcomes = await Promise.all(
      [1, 2, 3, 4, 5, 6].map((seed) => upload(at, file(2_400, seed), phone(newSecret(), `10.0.0.${seed}`))),
    );
    expect(outcomes.sort()).toEqual(['held', 'held', 'held', 'held', 'pace', 'pace']);
    expect(at.blobs.counts().bytes).toBeLessThanOrEqual(10_000);
    expect(most()).toBeLessThanOrEqual(11_000);
  });

  it('nothing goes for a file before all of it is here, and is what was said', async () => {
    const at = await shelter({ bytesAtMost: 10_000 });
    const files = [1, 2, 3, 4].map((seed) => file(2_400, seed));
    for (const [index, bytes] of files.entries()) await upload(at, bytes, phone(newSecret(), `10.0.1.${index}`));
    const held = () => files.filter((bytes) => at.blobs.has(digestOf(bytes))).length;
    const [begun, other] = [file(2_400, 9), file(2_400, 8)];
    let [more, isAsked] = [() => {}, () => {}];
    const asked = new Promise<void>((resolve) => {
      isAsked = resolve;
    });
    async function* slow(): AsyncGenerator<Buffer> {
      yield begun.subarray(0, 1);
      isAsked();
      await new Promise<void>((resolve) => {
        more = resolve;
      });
      yield begun.subarray(1);
    }
    const coming = at.blobs.receive(digestOf(begun), 2_400, slow(), phone(ann, '10.0.0.1'));
    await asked;
    expect(held()).toBe(4);
    expect(await upload(at, other, phone(ben, '10.0.0.2'), 'a'.repeat(64))).toBe('pace'); // another one is under way
    more();
    expect([await coming, held()]).toEqual(['held', 3]);
    expect(await upload(at, other, phone(ben, '10.0.0.2'), 'a'.repeat(64))).toBe('not-genuine');
    expect(await at.blobs.receive(digestOf(other), 2_400, inPieces(other, 100), phone(ben, '10.0.0.2'))).toBe('held');
    expect([held(), filesIn(at).length, at.shelf.counts().bytes]).toEqual([2, 4, 9_600]);
  });

  it('nothing goes for a file that the disk does not take', async () => {
    const at = await shelter({ bytesAtMost: 10_000 });
    for (const seed of [1, 2, 3, 4]) await upload(at, file(2_400, seed), phone(newSecret(), `10.0.1.${seed}`));
    const before = [at.blobs.counts(), at.shelf.counts().bytes];
    for (const [calls, fate] of [5, 6, 5, 6].entries()) {
      let left = fate;
      at.disks.blobs.fate = () => {
        left -= 1;
        return left === 0 ? (calls < 2 ? 'fails' : 'fails after') : 'ok'; // giving it its name, and that to the disk
      };
      expect(await upload(at, file(2_400, 9), phone(ann, '10.0.0.1'))).toBe('disk');
      expect([at.blobs.counts(), at.shelf.counts().bytes]).toEqual(before);
      expect(filesIn(at)).toHaveLength(4);
    }
  });

  it('less room than before is what there is', async () => {
    const at = await shelter({ bytesAtMost: 10_000 });
    for (const seed of [1, 2, 3, 4]) {
      at.clock.now += 1;
      await upload(at, file(2_000, seed), phone(newSecret(), `10.0.0.${seed}`));
    }
    const less = await at.again('orderly', { bytesAtMost: 5_000 });
    expect(less.blobs.counts()).toEqual({ blobs: 2, bytes: 4_000 });
  });
});

it('a disk that is full is said, and costs nothing else', async () => {
  const at = await shelter();
  const bytes = file(3_000);
  let isFull = true;
  at.disks.blobs.fate = () => (isFull ? 'fails' : 'ok');
  expect(await upload(at, bytes)).toBe('disk');
  isFull = false;
  expect([filesIn(at), at.shelf.counts().bytes]).toEqual([[], 0]);
  expect(await upload(at, bytes)).toBe('held');
});

describe('a file that somebody else names as well, once whoever left it takes that back', () => {
  const [atAnn, atBen] = [phone(ann, '10.0.0.1'), phone(ben, '10.0.0.2')];
  /** A quarter of all is 250,000 bytes: one such file is in a share, and no second one. */
  const begin = async () => {
    const at = await shelter({ bytesAtMost: 1e6 });
    const bytes = file(200_000);
    const post = naming(ann, bytes);
    await upload(at, bytes, atAnn);
    await at.shelf.put(post, 0, atAnn);
    await at.shelf.put(naming(ben, bytes), 0, atBen);
    expect(await upload(at, file(200_000, 2), atAnn)).toBe('quota');
    return { at, bytes, takeBack: () => at.shelf.put(takesBack(ann, post), 0, atAnn) };
  };

  it('is in the share of the other one, also after a power cut', async () => {
    const { at, bytes, takeBack } = await begin();
    expect(await takeBack()).toBe('held');
    expect((await read(at, bytes))?.equals(bytes)).toBe(true);
    for (const one of [at, await at.again('power cut')]) {
      expect(await upload(one, file(200_000, 3), atBen)).toBe('quota');
      expect(await upload(one, file(100_000, 4), atAnn)).toBe('held');
      expect((await read(one, bytes))?.equals(bytes)).toBe(true);
      expect(one.blobs.counts()).toEqual({ blobs: 2, bytes: 300_000 });
    }
  });

  it('goes when the other one has no room for it', async () => {
    const { at, bytes, takeBack } = await begin();
    expect(await upload(at, file(200_000, 2), atBen)).toBe('held');
    await takeBack();
    expect([at.blobs.has(digestOf(bytes)), at.blobs.counts().blobs]).toEqual([false, 1]);
  });

  it('stays where it is while another event of the first one names it', async () => {
    const { at, bytes, takeBack } = await begin();
    await at.shelf.put(naming(ann, bytes), 0, atAnn);
    await takeBack();
    expect(await upload(at, file(200_000, 3), atBen)).toBe('held');
    expect(await upload(at, file(200_000, 2), atAnn)).toBe('quota');
  });

  it('is not the first one’s again when the other takes it back', async () => {
    const at = await shelter({ bytesAtMost: 1e6 });
    const bytes = file(200_000);
    const post = naming(ben, bytes);
    await upload(at, bytes, atAnn);
    await at.shelf.put(naming(ann, bytes), 0, atAnn);
    await at.shelf.put(post, 0, atBen);
    await at.shelf.put(takesBack(ben, post), 0, atBen);
    expect(await upload(at, file(200_000, 3), atBen)).toBe('held');
    expect(await upload(at, file(200_000, 2), atAnn)).toBe('quota');
  });

  it.each(['fails', 'fails after'] as const)('is given, and moves, when giving it another name %s', async (fate) => {
    const { at, bytes, takeBack } = await begin();
    let isFirst = true;
    at.disks.blobs.fate = () => {
      const now = isFirst ? fate : 'ok';
      isFirst = false;
      return now;
    };
    await takeBack();
    expect(isFirst).toBe(false);
    for (const one of [at, await at.again('power cut')]) {
      expect(await upload(one, file(200_000, 3), atBen)).toBe('quota');
      expect((await read(one, bytes))?.equals(bytes)).toBe(true);
      expect(filesIn(one)).toHaveLength(1);
    }
  });
});

describe('a file that has changed on the disk', () => {
  const begin = async () => {
    const at = await shelter();
    const bytes = file(200_000);
    await upload(at, bytes);
    await at.shelf.put(naming(ann, bytes), 0, phone(ann));
    return { at, bytes, name: filesIn(at)[0] ?? '' };
  };
  /** What is given of it before that fails. */
  const readUntil = async ({ blobs }: Shelter, bytes: Buffer, from?: number) => {
    const given: Uint8Array[] = [];
    const reading = async () => {
      for await (const piece of blobs.read(digestOf(bytes), from) ?? []) given.push(piece);
    };
    await expect(reading()).rejects.toMatchObject({ code: 'changed' });
    return Buffer.concat(given).length;
  };
  const isMended = async (at: Shelter, bytes: Buffer) => {
    expect([at.blobs.has(digestOf(bytes)), filesIn(at), at.blobs.counts().bytes]).toEqual([false, [], 0]);
    expect(at.said.join()).toMatch(/a file (has changed on the disk|of 200000 bytes has 150000 now), and is let go/);
    expect(await upload(at, bytes)).toBe('held'); // or it is fetched from another router, as what is not there
    expect((await read(at, bytes))?.equals(bytes)).toBe(true);
  };

  it.each([0, 100_000, 199_999])('in byte %d is given to nobody as a whole, and may come again', async (where) => {
    const { at, bytes, name } = await begin();
    at.disks.blobs.damage(name, where);
    expect(await readUntil(at, bytes)).toBeLessThan(200_000);
    await isMended(at, bytes);
  });

  it('and is shorter now is let go also when only a part is asked for', async () => {
    const { at, bytes, name } = await begin();
    at.disks.blobs.tear(name, 150_000);
    expect(await read(at, bytes, 0, 150_000)).toHaveLength(150_000);
    expect(await readUntil(at, bytes, 140_000)).toBeLessThan(10_001);
    await isMended(at, bytes);
  });

  it('and is shorter at a start is not there', async () => {
    const { at, bytes, name } = await begin();
    at.disks.blobs.tear(name, 150_000);
    await isMended(await at.again('power cut'), bytes);
  });

  it('is let go once, also when many read it', async () => {
    const { at, bytes, name } = await begin();
    at.disks.blobs.damage(name, 7);
    await Promise.all([readUntil(at, bytes), readUntil(at, bytes)]);
    await isMended(at, bytes);
  });
});

it.each([
  { is: 'router', id: 'CaJnJDPpIm_BgPv9' },
  phone(ann, 'fe80:1234:5678:9abc:def0:1234:5678:9abc%wlan0'),
] as const)('who brought it stands in the name of its file: $is', (by) => {
  const named = { sha256: 'b'.repeat(64), bytes: 26_214_400, seen: 1_234_567, by };
  expect(blobNamed(blobName(named, '0a1b2c3d'))).toEqual(named);
  expect(blobName(named, '0a1b2c3d')).toMatch(/^[\w.-]{1,255}$/);
});

it.each([
  '',
  'README',
  `${'b'.repeat(64)}.1.`,
  `${'b'.repeat(64)}.1.${Buffer.from('r a').toString('base64url')}`,
  `${'b'.repeat(64)}.1.x.${Buffer.from('r a').toString('base64url')}.0a1b2c3d`,
  `${'b'.repeat(64)}.1.${Buffer.from('r a').toString('base64url')}.0a1b2c3d`,
])('%j is no file of ours', (name) => expect(blobNamed(name)).toBeUndefined());
