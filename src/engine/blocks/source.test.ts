import { createHash, randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { FRAME_HEADER_BYTES, parseFrame } from '../../protocol/frame.ts';
import { BLOCK_BYTES } from '../../protocol/limits.ts';
import { type BlockPlace, readBlock } from './source.ts';

const place: BlockPlace = { handle: 7, file: 3, offset: 0, length: 0, chunkBytes: 65_516 };

async function read(file: Blob, wanted: Partial<BlockPlace>) {
  const result = await readBlock(file, { ...place, ...wanted });
  if (typeof result === 'string') throw new Error(result);
  const frames = result.frames.map((bytes) => parseFrame(bytes.slice().buffer));
  return { ...result, parsed: frames.map((frame) => (frame.ok ? frame.value : frame.error)) };
}

test.each([1, 65_515, 65_516, 65_517, BLOCK_BYTES])('lays out a block of %i bytes', async (length) => {
  const offset = 2 ** 20;
  const bytes = randomBytes(offset + length + 5);
  const { parsed, digest } = await read(new Blob([bytes]), { offset, length });
  const block = bytes.subarray(offset, offset + length);
  const expected = createHash('sha256').update(block).digest();
  expect(Buffer.from(digest)).toEqual(expected);
  const [head, ...chunks] = parsed;
  expect(head).toEqual({ kind: 'block', sequence: 0, handle: 7, file: 3, offset, payload: Uint8Array.from(expected) });
  let at = offset;
  for (const chunk of chunks) {
    if (typeof chunk === 'string') throw new Error(chunk);
    expect(chunk).toMatchObject({ kind: 'chunk', handle: 7, file: 3, offset: at });
    expect(chunk.payload.length).toBeLessThanOrEqual(65_516);
    expect(Buffer.compare(chunk.payload, bytes.subarray(at, at + chunk.payload.length))).toBe(0);
    at += chunk.payload.length;
  }
  expect(at).toBe(offset + length);
});

test('all frames share one buffer without gaps', async () => {
  const { frames } = await read(new Blob([randomBytes(200)]), { length: 200, chunkBytes: 64 });
  const [first] = frames;
  expect(frames.length).toBe(5);
  expect(new Set(frames.map((frame) => frame.buffer)).size).toBe(1);
  const total = frames.reduce((sum, frame) => sum + frame.length, 0);
  expect(total).toBe(first?.buffer.byteLength);
  expect(total).toBe(5 * FRAME_HEADER_BYTES + 32 + 200);
});

test('a file that is shorter than declared counts as changed', async () => {
  expect(await readBlock(new Blob(['abc']), { ...place, length: 4 })).toBe('source-changed');
  expect(await readBlock(new Blob(['abc']), { ...place, offset: 10, length: 4 })).toBe('source-changed');
});

test('an unreadable empty file does not count as changed', async () => {
  const gone = new Blob([]);
  gone.arrayBuffer = () => Promise.reject(new DOMException('', 'NotFoundError'));
  expect(await readBlock(new Blob([]), { ...place, length: 3 })).toBe('source-changed');
  expect(await readBlock(gone, { ...place, length: 3 })).toBe('source-unreadable');
});

test.each([
  ['AbortError', 'source-unreadable'],
  ['NotReadableError', 'source-changed'],
  ['NotFoundError', 'source-unreadable'],
  ['NotAllowedError', 'source-unreadable'],
  ['SecurityError', 'source-unreadable'],
])('%s while reading means %s', async (name, failure) => {
  const broken = new Blob(['abc']);
  broken.slice = () => {
    throw new DOMException('', name);
  };
  expect(await readBlock(broken, { ...place, length: 3 })).toBe(failure);
});
