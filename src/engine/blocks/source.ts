/** Reads a part of a chosen file, and says why when that fails. */
import type { Failure } from '../../protocol/failure.ts';

export type SourceFailure = Extract<Failure, 'source-changed' | 'source-unreadable'>;

/** The bytes of `file` from `offset` on. The browser checks at each call that the file is still the chosen one. */
export async function readSlice(
  file: Blob,
  offset: number,
  length: number,
): Promise<Uint8Array<ArrayBuffer> | SourceFailure> {
  let bytes: Uint8Array<ArrayBuffer>;
  try {
    bytes = new Uint8Array(await file.slice(offset, offset + length).arrayBuffer());
  } catch (error) {
    return failureOf(error);
  }
  if (bytes.length === length) return bytes;
  return file.size === 0 ? whyEmpty(file) : 'source-changed';
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
