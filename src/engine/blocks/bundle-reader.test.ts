import { createHash } from 'node:crypto';
import { expect, test, vi } from 'vitest';
import { packBundle } from '../../transfer/bundle.ts';
import { bundleReader } from './bundle-reader.ts';
import { HashError, sha256 } from './hash.ts';

const digestOf = (text: string) => Uint8Array.from(createHash('sha256').update(text).digest());
const part = (text: string) => ({ bytes: Uint8Array.from(Buffer.from(text)), digest: digestOf(text) });

const none = () => [];

/** A reader, the number of digests that it computed, and the end of its patience. */
function start(hash = vi.fn(sha256)) {
  let rest = () => {};
  const read = bundleReader({
    hash,
    schedule: (task) => {
      rest = task;
      return () => {};
    },
  });
  return { read, hashed: () => hash.mock.calls.length, rest: () => rest() };
}

test('reads whole files as they travel, with their digests', async () => {
  const files = ['ab', '', 'cde'].map((text) => new Blob([text]));
  expect(await start().read({ files, next: none, handle: 1 })).toEqual({
    payload: packBundle([part('ab'), part('cde')]),
    digests: [digestOf('ab'), undefined, digestOf('cde')],
  });
});

test('a file that cannot be read, or is shorter than it was, leaves all of them to be read one by one', async () => {
  const { read } = start();
  const good = new Blob(['ab']);
  const short = new Blob(['ab']);
  Object.defineProperty(short, 'size', { value: 3 });
  expect(await read({ files: [good, short], next: none, handle: 1 })).toBeUndefined();
  const gone = () => {
    throw new DOMException('', 'NotReadableError');
  };
  vi.spyOn(Blob.prototype, 'stream').mockReturnValueOnce(new ReadableStream({ type: 'bytes', pull: gone }));
  vi.spyOn(Blob.prototype, 'arrayBuffer').mockImplementationOnce(gone);
  expect(await read({ files: [good], next: none, handle: 1 })).toBeUndefined();
  expect(await read({ files: [good], next: none, handle: 1 })).toMatchObject({ digests: [digestOf('ab')] }); // no failure is remembered
});

test('receivers who keep step share each bundle', async () => {
  const { read, hashed, rest } = start();
  const [one, two, three] = ['1', '2', '3'].map((text) => new Blob([text])) as [Blob, Blob, Blob];
  const [first, second] = await Promise.all([
    read({ files: [one, two], next: none, handle: 1 }),
    read({ files: [one, two], next: none, handle: 2 }),
  ]);
  expect(second).toEqual(first);
  expect(hashed()).toBe(2);
  // Another receiver may want others of the same files.
  expect(await read({ files: [one, three], next: none, handle: 3 })).toMatchObject({
    digests: [digestOf('1'), digestOf('3')],
  });
  expect(hashed()).toBe(4);
  rest();
  await read({ files: [one, two], next: none, handle: 1 });
  expect(hashed()).toBe(6);
});

test('what follows is read through one stream, and only what is asked for is hashed', async () => {
  const { read, hashed } = start();
  const files = Array.from({ length: 900 }, (_, index) => new Blob([String(index)]));
  const opened = vi.spyOn(Blob.prototype, 'stream').mockClear();
  const asked = (at: number) => ({
    files: files.slice(at, at + 10),
    next: (most: number) => files.slice(at + 10, at + 10 + most),
    handle: 1,
  });
  // Several are asked for at once, as by a transfer that reads ahead.
  for (let at = 0; at < files.length; at += 30) {
    const bundles = await Promise.all([at, at + 10, at + 20].map((from) => read(asked(from))));
    expect(bundles.map((bundle) => bundle?.digests[3])).toEqual([3, 13, 23].map((more) => digestOf(String(at + more))));
    expect(hashed()).toBe(at + 30);
  }
  // A bundle that begins in one row and ends behind it begins the next row.
  expect(opened).toHaveBeenCalledTimes(2);
  opened.mockRestore();
});

test('a file further on that cannot be read harms none before it', async () => {
  const { read } = start();
  const [one, two] = [new Blob(['1']), new Blob(['2'])];
  const short = new Blob(['ab']);
  Object.defineProperty(short, 'size', { value: 3 });
  expect(await read({ files: [one], next: () => [two, short], handle: 1 })).toMatchObject({ digests: [digestOf('1')] });
  expect(await read({ files: [two], next: () => [short], handle: 1 })).toMatchObject({ digests: [digestOf('2')] });
  expect(await read({ files: [short], next: none, handle: 1 })).toBeUndefined();
});

test('one that became shorter and one that became longer are noticed, though the whole is as long as it was', async () => {
  const { read } = start();
  const [short, long] = [new Blob(['ab']), new Blob(['cdef'])];
  Object.defineProperty(short, 'size', { value: 3 });
  Object.defineProperty(long, 'size', { value: 3 });
  expect(await read({ files: [short, new Blob(['x']), long], next: none, handle: 1 })).toBeUndefined();
});

test('a digest that cannot be computed is the fault of no file', async () => {
  const { read } = start(vi.fn(() => Promise.reject(new HashError())));
  await expect(read({ files: [new Blob(['a'])], next: none, handle: 1 })).rejects.toBeInstanceOf(HashError);
});
