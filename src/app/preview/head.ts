/** The beginning of a file, by which it is decided how it is shown. */
import { HEAD_BYTES } from './preview.ts';

/** An older WebKit cannot read a Blob for some 50 ms after its worker has handed it over; in milliseconds. */
const HANDED_OVER_MS = 200;

/** `HEAD_BYTES` of it, or all. Rejects when the storage does. */
export async function headOf(blob: Blob): Promise<Uint8Array> {
  const read = async () => new Uint8Array(await blob.slice(0, HEAD_BYTES).arrayBuffer());
  try {
    return await read();
  } catch {
    await new Promise((resolve) => setTimeout(resolve, HANDED_OVER_MS));
    return read();
  }
}
