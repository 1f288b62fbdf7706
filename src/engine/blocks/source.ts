/** Reads a chosen file block by block and lays each block out as frames, ready for the bulk channel. */
import type { Failure } from '../../protocol/failure.ts';
import { DIGEST_BYTES, FRAME_HEADER_BYTES, writeFrameHeader } from '../../protocol/frame.ts';
import { sha256 } from './hash.ts';

export type SourceFailure = Extract<Failure, 'source-changed' | 'source-unreadable'>;

/** The block to read (`length` of 1 to `BLOCK_BYTES`), and the fields of its frames. */
export type BlockPlace = {
  readonly handle: number;
  readonly file: number;
  readonly offset: number;
  readonly length: number;
  /** Most payload of one chunk, in bytes. */
  readonly chunkBytes: number;
};

/** The block frame and then its chunks, all views of one buffer; and the block's digest. */
type BlockRead = {
  readonly frames: readonly Uint8Array<ArrayBuffer>[];
  readonly digest: Uint8Array<ArrayBuffer>;
};
export type ReadBlock = (file: Blob, place: BlockPlace) => Promise<BlockRead | SourceFailure>;

/** For a moment the bytes are in memory twice: as read (and hashed), and between their headers. */
export const readBlock: ReadBlock = async (file, place) => {
  const { offset, length } = place;
  let bytes: Uint8Array<ArrayBuffer>;
  try {
    bytes = new Uint8Array(await file.slice(offset, offset + length).arrayBuffer());
  } catch (error) {
    return failureOf(error);
  }
  if (bytes.length !== length) return file.size === 0 ? whyEmpty(file) : 'source-changed';
  const digest = await sha256(bytes);
  return { frames: layOut(bytes, digest, place), digest };
};

function layOut(bytes: Uint8Array, digest: Uint8Array, place: BlockPlace): Uint8Array<ArrayBuffer>[] {
  const { handle, file, offset, chunkBytes } = place;
  const chunks = Math.ceil(bytes.length / chunkBytes);
  const buffer = new ArrayBuffer((chunks + 1) * FRAME_HEADER_BYTES + DIGEST_BYTES + bytes.length);
  let end = 0;
  const frame = (kind: 'block' | 'chunk', at: number, payload: Uint8Array) => {
    const whole = new Uint8Array(buffer, end, FRAME_HEADER_BYTES + payload.length);
    writeFrameHeader(whole, { kind, handle, file, offset: at });
    whole.set(payload, FRAME_HEADER_BYTES);
    end += whole.length;
    return whole;
  };
  const frames = [frame('block', offset, digest)];
  for (let from = 0; from < bytes.length; from += chunkBytes)
    frames.push(frame('chunk', offset + from, bytes.subarray(from, from + chunkBytes)));
  return frames;
}

/** Chromium reports a file as empty that was deleted before its first use; only reading all of it shows that. */
async function whyEmpty(file: Blob): Promise<SourceFailure> {
  try {
    await file.arrayBuffer();
    return 'source-changed';
  } catch (error) {
    return failureOf(error);
  }
}

/**
 * Errors of browsers (tried with Chromium 156 and Firefox 153). Chromium: NotReadableError when size or date have
 * changed since the choice, NotFoundError when the file is gone. Firefox: AbortError when it is gone; it silently reads
 * what was written into the file since the choice, and a file that became shorter ends early. NotAllowedError and
 * SecurityError: permission was withdrawn.
 */
function failureOf(error: unknown): SourceFailure {
  return error instanceof DOMException && error.name === 'NotReadableError' ? 'source-changed' : 'source-unreadable';
}
