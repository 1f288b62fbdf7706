import { createHash } from 'node:crypto';
import { expect, test, vi } from 'vitest';
import { packBundle } from '../../transfer/bundle.ts';
import { BATCH_FILES, bundleReader } from './bundle-reader.ts';
import { HashError, sha256 } from './hash.ts';

const digestOf = (text: string) => Uint8Array.from(createHash('sha256').update(text).digest());
const part = (text: string) => ({ bytes: Uint8Array.from(Buffer.from(text)), digest: digestOf(text) });

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
  expect(await start().read({ files, next: [], handle: 1 })).toEqual({
    payload: packBundle([part('ab'), part('cde')]),
    digests: [digestOf('ab'), undefined, digestOf('cde')],
  });
});

test('a file that cannot be read, or is shorter than it was, leaves all of them to be read one by one', async () => {
  const { read } = start();
  const good = new Blob(['ab']);
  const short = new Blob(['ab']);
  Object.defineProperty(short, 'size', { value: 3 });
  expect(await read({ files: [good, short], next: [], handle: 1 })).toBeUndefined();
  vi.spyOn(Blob.prototype, 'arrayBuffer').mockRejectedValueOnce(new DOMException('', 'NotReadableError'));
  expect(await read({ files: [good], next: [], handle: 1 })).toBeUndefined();
  expect(await read({ files: [good], next: [], handle: 1 })).toMatchObject({ digests: [digestOf('ab')] }); // no failure is remembered
});

test('receivers who keep step share each bundle', async () => {
  const { read, hashed, rest } = start();
  const [one, two, three] = ['1', '2', '3'].map((text) => new Blob([text])) as [Blob, Blob, Blob];
  const [first, second] = await Promise.all([
    read({ files: [one, two], next: [], handle: 1 }),
    read({ files: [one, two], next: [], handle: 2 }),
  ]);
  expect(second).toEqual(first);
  expect(hashed()).toBe(2);
  // Another receiver may want others of the same files.
  expect(await read({ files: [one, three], next: [], handle: 3 })).toMatchObject({
    digests: [digestOf('1'), digestOf('3')],
  });
  expect(hashed()).toBe(4);
  rest();
  await read({ files: [one, two], next: [], handle: 1 });
  expect(hashed()).toBe(6);
});

test('what is likely to follow is read with it, and only what is asked for is hashed', async () => {
  const { read, hashed } = start();
  const files = Array.from({ length: BATCH_FILES + 50 }, (_, index) => new Blob([String(index)]));
  const reading = vi.spyOn(Blob.prototype, 'arrayBuffer').mockClear();
  for (let at = 0; at < files.length; at += 10) {
    const { digests } = (await read({ files: files.slice(at, at + 10), next: files.slice(at + 10), handle: 1 })) ?? {};
    expect(digests?.[3]).toEqual(digestOf(String(at + 3)));
    expect(hashed()).toBe(Math.min(files.length, at + 10));
  }
  // The last bundle of a batch that does not end with it begins another one.
  expect(reading).toHaveBeenCalledTimes(2);
  reading.mockRestore();
});

test('a file further on that cannot be read harms none before it', async () => {
  const { read } = start();
  const [one, two] = [new Blob(['1']), new Blob(['2'])];
  const short = new Blob(['ab']);
  Object.defineProperty(short, 'size', { value: 3 });
  expect(await read({ files: [one], next: [two, short], handle: 1 })).toMatchObject({ digests: [digestOf('1')] });
  expect(await read({ files: [two], next: [short], handle: 1 })).toMatchObject({ digests: [digestOf('2')] });
  expect(await read({ files: [short], next: [], handle: 1 })).toBeUndefined();
});

test('a digest that cannot be computed is the fault of no file', async () => {
  const { read } = start(vi.fn(() => Promise.reject(new HashError())));
  await expect(read({ files: [new Blob(['a'])], next: [], handle: 1 })).rejects.toBeInstanceOf(HashError);
});
