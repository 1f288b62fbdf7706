import { createHash } from 'node:crypto';
import { expect, test, vi } from 'vitest';
import { packBundle } from '../../transfer/bundle.ts';
import { bundleReader } from './bundle-reader.ts';
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
  expect(await start().read(files, 1)).toEqual({
    payload: packBundle([part('ab'), part('cde')]),
    digests: [digestOf('ab'), undefined, digestOf('cde')],
  });
});

test('a file that cannot be read, or is shorter than it was, leaves all of them to be read one by one', async () => {
  const { read } = start();
  const good = new Blob(['ab']);
  const short = new Blob(['ab']);
  Object.defineProperty(short, 'size', { value: 3 });
  expect(await read([good, short], 1)).toBeUndefined();
  vi.spyOn(Blob.prototype, 'arrayBuffer').mockRejectedValueOnce(new DOMException('', 'NotReadableError'));
  expect(await read([good], 1)).toBeUndefined();
  expect(await read([good], 1)).toMatchObject({ digests: [digestOf('ab')] }); // no failure is remembered
});

test('receivers who keep step share each bundle', async () => {
  const { read, hashed, rest } = start();
  const [one, two, three] = ['1', '2', '3'].map((text) => new Blob([text])) as [Blob, Blob, Blob];
  const [first, second] = await Promise.all([read([one, two], 1), read([one, two], 2)]);
  expect(second).toBe(first);
  expect(hashed()).toBe(2);
  // Another receiver may want others of the same files.
  expect(await read([one, three], 3)).toMatchObject({ digests: [digestOf('1'), digestOf('3')] });
  expect(hashed()).toBe(4);
  rest();
  await read([one, two], 1);
  expect(hashed()).toBe(6);
});

test('a digest that cannot be computed is the fault of no file', async () => {
  const { read } = start(vi.fn(() => Promise.reject(new HashError())));
  await expect(read([new Blob(['a'])], 1)).rejects.toBeInstanceOf(HashError);
});
