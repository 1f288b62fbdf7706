/** A file that is given: what is read whole is hashed, and its last bytes come only when it is what it was. */
import { createHash } from 'node:crypto';
import { type Disk, DiskError } from './disk.ts';
import { ignoring } from './journal.ts';

/** So much is read at a time. */
const READ_BYTES = 64 * 1024;

/** The bytes are not those that were written, or fewer: reading on is of no use. */
export class Damaged extends DiskError {
  constructor() {
    super('changed');
  }
}

type There = { readonly name: string; readonly sha256: string; readonly bytes: number };

/** From byte `from` on, up to and without byte `to`. Throws `Damaged`, or another `DiskError`. */
export async function* readBlob(
  disk: Disk,
  { name, sha256, bytes: size }: There,
  from: number,
  to: number,
): AsyncGenerator<Uint8Array> {
  const hash = from === 0 && to === size ? createHash('sha256') : undefined;
  const reading = await disk.open(name);
  try {
    let last: Uint8Array | undefined;
    for (let at = from; at < to; ) {
      const bytes = await reading.read(at, Math.min(READ_BYTES, to - at));
      if (bytes.length === 0) throw new Damaged();
      at += bytes.length;
      hash?.update(bytes);
      if (last !== undefined) yield last;
      last = bytes;
    }
    if (hash !== undefined && hash.digest('hex') !== sha256) throw new Damaged();
    if (last !== undefined) yield last;
  } finally {
    await ignoring(reading.close());
  }
}
