/**
 * Frames of the bulk channel, binary, big endian:
 *
 *     0       1               4               8               12                      20
 *     | kind  | sequence      | handle        | file index    | offset in the file    | payload ...
 *
 * `block` comes before the chunks of a block and carries its SHA-256; `chunk` carries bytes of the file; `end` comes
 * after a file's last chunk, its offset is the file's size and its payload the root digest over the block digests.
 * `same` stands for a whole file that the receiver said it has: offset 0, the root digest.
 * `files` is a bundle: whole files that follow each other among the accepted ones, each shorter than a block. Its file is
 * the first of them, its offset their number, its payload of each file that is not empty the digest and then the bytes.
 * Every frame says where it belongs, so that a receiver never has to trust the order of arrival. `sequence` counts the
 * frames of one sender on one connection, modulo 2^24: where they travel over several lanes, it puts them in order again.
 */
import { BLOCK_BYTES, MAX_BUNDLE_BYTES, MAX_BUNDLE_FILES } from './limits.ts';
import type { Parsed } from './parse.ts';

export const FRAME_HEADER_BYTES = 20;
/** Length of a SHA-256 digest in bytes. */
export const DIGEST_BYTES = 32;
/**
 * Most payload of one chunk in bytes. Every message wakes the thread that takes it; beyond this size that costs next to
 * nothing, and on a slow path words wait too long behind a chunk (docs/speed.md).
 */
export const MAX_CHUNK_BYTES = 128 * 1024;

/** Sequence numbers are counted modulo this. */
export const SEQUENCE_MODULUS = 2 ** 24;

const KINDS = ['block', 'chunk', 'end', 'same', 'files'] as const;
export type FrameKind = (typeof KINDS)[number];

/** The first byte of a frame of that kind. */
export const kindNumber = (kind: FrameKind): number => KINDS.indexOf(kind);

export type FrameHeader = {
  readonly kind: FrameKind;
  /** The transfer, as named in its offer on this connection. */
  readonly handle: number;
  /** Index of the file in the manifest. */
  readonly file: number;
  /** Position in the file, in bytes; exact up to 2^53. Of a bundle, the number of its files. */
  readonly offset: number;
};
export type Frame = FrameHeader & { readonly payload: Uint8Array };
/** A frame as it arrives; `sequence` is below `SEQUENCE_MODULUS`. */
export type ArrivedFrame = Frame & { readonly sequence: number };

/** Writes a header at the start of `target`, which must hold at least `FRAME_HEADER_BYTES`. Its sequence is 0. */
export function writeFrameHeader(target: Uint8Array, header: FrameHeader): void {
  const view = new DataView(target.buffer, target.byteOffset, FRAME_HEADER_BYTES);
  view.setUint32(0, kindNumber(header.kind) << 24);
  view.setUint32(4, header.handle);
  view.setUint32(8, header.file);
  view.setUint32(12, Math.floor(header.offset / 2 ** 32));
  view.setUint32(16, header.offset % 2 ** 32);
}

/** Numbers a frame just before it leaves: only then is its place among the frames of other transfers known. */
export function stampSequence(frame: Uint8Array, sequence: number): void {
  frame[1] = sequence >>> 16;
  frame[2] = sequence >>> 8;
  frame[3] = sequence;
}

/** Lays the frame out at the start of `target`, which must be long enough; returns that part of it. */
export function writeFrame(target: Uint8Array<ArrayBuffer>, frame: ArrivedFrame): Uint8Array<ArrayBuffer> {
  writeFrameHeader(target, frame);
  stampSequence(target, frame.sequence);
  target.set(frame.payload, FRAME_HEADER_BYTES);
  return target.subarray(0, FRAME_HEADER_BYTES + frame.payload.length);
}

/** A whole frame in a new buffer. */
export function encodeFrame(frame: Frame): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(FRAME_HEADER_BYTES + frame.payload.length);
  writeFrameHeader(bytes, frame);
  bytes.set(frame.payload, FRAME_HEADER_BYTES);
  return bytes;
}

/** Parses one message of the bulk channel. The payload is a view of `data`, not a copy. */
export function parseFrame(data: ArrayBuffer): Parsed<ArrivedFrame> {
  if (data.byteLength < FRAME_HEADER_BYTES) return { ok: false, error: 'frame: shorter than its header' };
  const view = new DataView(data);
  const first = view.getUint32(0);
  const kind = KINDS[first >>> 24];
  if (kind === undefined) return { ok: false, error: 'frame: unknown kind' };
  const high = view.getUint32(12);
  if (high >= 2 ** 21) return { ok: false, error: 'frame: offset beyond 2^53' };
  const payload = new Uint8Array(data, FRAME_HEADER_BYTES);
  const offset = high * 2 ** 32 + view.getUint32(16);
  const error = faultIn(kind, offset, payload.length);
  if (error) return { ok: false, error };
  const sequence = first % SEQUENCE_MODULUS;
  return { ok: true, value: { kind, sequence, handle: view.getUint32(4), file: view.getUint32(8), offset, payload } };
}

/** What no receiver needs to know more to refuse, if anything. */
function faultIn(kind: FrameKind, offset: number, length: number): string | undefined {
  switch (kind) {
    case 'chunk':
      return length === 0 || length > BLOCK_BYTES ? 'frame: chunk is empty or longer than a block' : undefined;
    case 'files':
      if (offset < 1 || offset > MAX_BUNDLE_FILES) return 'frame: bundle of no or too many files';
      return length > MAX_BUNDLE_BYTES ? 'frame: bundle is too long' : undefined;
    default:
      return length === DIGEST_BYTES ? undefined : 'frame: no digest in it';
  }
}
