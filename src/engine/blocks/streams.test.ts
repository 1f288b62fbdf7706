import { randomBytes } from 'node:crypto';
import { expect, test, vi } from 'vitest';
import { STREAM_BYTES, Streams } from './streams.ts';

const content = randomBytes(200_000);
const file = () => new Blob([content]);
const part = (offset: number, length: number) => Uint8Array.from(content.subarray(offset, offset + length));
const read = (streams: Streams, blob: Blob, offset: number, length: number) =>
  streams.read({ file: blob, offset, length, until: blob.size }, () => new ArrayBuffer(70_000));

/** Counts the streams that are opened. */
function opening(blob: Blob): () => number {
  const slice = vi.spyOn(blob, 'slice');
  return () => slice.mock.calls.length;
}

test('reads in a row come through one stream, also when they are asked for at once', async () => {
  const blob = file();
  const opened = opening(blob);
  const streams = new Streams();
  const parts = await Promise.all([10, 70_010, 140_010].map((offset) => read(streams, blob, offset, 59_990)));
  expect(opened()).toBe(3);
  expect(parts).toEqual([10, 70_010, 140_010].map((offset) => part(offset, 59_990)));
  const row = await Promise.all([0, 1, 2].map((index) => read(streams, blob, index * 60_000, 60_000)));
  expect(opened()).toBe(4);
  expect(row).toEqual([0, 1, 2].map((index) => part(index * 60_000, 60_000)));
});

test('two who are at different places of one file have a stream each', async () => {
  const blob = file();
  const opened = opening(blob);
  const streams = new Streams();
  for (let step = 0; step < 5; step += 1) {
    expect(await read(streams, blob, step * 20_000, 20_000)).toEqual(part(step * 20_000, 20_000));
    expect(await read(streams, blob, 100_000 + step * 20_000, 20_000)).toEqual(part(100_000 + step * 20_000, 20_000));
  }
  expect(opened()).toBe(2);
});

test('a stream is opened anew from time to time, so that the browser looks at the file again', async () => {
  const long = new Blob([new Uint8Array(STREAM_BYTES + 100_000)]);
  const opened = opening(long);
  const streams = new Streams();
  const step = STREAM_BYTES / 512;
  for (let offset = 0; offset < STREAM_BYTES + 65_536; offset += step)
    expect(
      (await streams.read({ file: long, offset, length: step, until: long.size }, () => new ArrayBuffer(step)))?.length,
    ).toBe(step);
  expect(opened()).toBe(2);
});

test('a file that ends early or fails gives nothing, now and to those who wait behind', async () => {
  const streams = new Streams();
  expect(await read(streams, file(), 190_000, 20_000)).toBeUndefined();
  const broken = file();
  broken.slice = () =>
    Object.assign(new Blob(), {
      stream: () => new ReadableStream({ type: 'bytes', pull: (controller) => controller.error(new Error('gone')) }),
    });
  expect(await Promise.all([0, 1].map((index) => read(streams, broken, index * 10, 10)))).toEqual([
    undefined,
    undefined,
  ]);
});

test('what is under way when all streams are closed gives nothing', async () => {
  const streams = new Streams();
  const slow = file();
  slow.slice = () => Object.assign(new Blob(), { stream: () => new ReadableStream({ type: 'bytes' }) });
  const readings = [0, 60_000].map((offset) => read(streams, slow, offset, 60_000));
  streams.close();
  expect(await Promise.all(readings)).toEqual([undefined, undefined]);
  expect(await read(streams, file(), 60_000, 60_000)).toEqual(part(60_000, 60_000));
});

test('a browser without byte streams is asked once', async () => {
  const streams = new Streams();
  const old = file();
  const getReader = vi.fn(() => {
    throw new TypeError('no byte stream');
  });
  old.slice = () => Object.assign(new Blob(), { stream: () => ({ getReader }) as unknown as ReadableStream<never> });
  expect(await read(streams, old, 10, 10)).toBeUndefined();
  expect(await read(streams, old, 20, 10)).toBeUndefined();
  expect(getReader).toHaveBeenCalledTimes(1);
});
