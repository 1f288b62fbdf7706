/** The files that a device sends. They may change in the meantime; every version is remembered. */

import { BLOCK_BYTES } from '../../../protocol/limits.ts';
import type { ManifestEntry } from '../../../protocol/peer.ts';
import { packBundle } from '../../../transfer/bundle.ts';
import { blocksIn } from '../../../transfer/plan.ts';
import type { SourceFile } from '../../api/api.ts';
import type { ReadBlock, SourceBlock } from '../../blocks/block-reader.ts';
import type { ReadBundle } from '../../blocks/bundle-reader.ts';
import { bytes } from '../device.ts';
import { digestOf } from './digest.ts';

export class DiskFile {
  readonly entry: ManifestEntry;
  readonly versions: Uint8Array<ArrayBuffer>[];

  constructor(path: string, size: number, seed: number) {
    this.entry = { path, size, modified: 0 };
    this.versions = [bytes(size, seed)];
  }

  get newest(): Uint8Array<ArrayBuffer> {
    return this.versions.at(-1) ?? new Uint8Array(0);
  }

  /** Writes a new version in which one block and the last one differ; neither size nor date show it. */
  change(block: number): void {
    const count = blocksIn(this.entry.size);
    if (count === 0) return;
    const next = this.newest.slice();
    for (const index of [block % count, count - 1]) next[index * BLOCK_BYTES] = (next[index * BLOCK_BYTES] ?? 0) ^ 0xff;
    this.versions.push(next);
  }

  /** The numbers of the versions that have `part` at `offset`. */
  versionsWith(part: Uint8Array, offset: number): number[] {
    return this.versions.flatMap((version, number) =>
      Buffer.compare(version.subarray(offset, offset + part.length), part) === 0 ? number : [],
    );
  }

  /** The file as a person chooses it. Only its name and size are real: its bytes are read from here. */
  chosen(): SourceFile {
    const file = new File([], this.entry.path);
    Object.defineProperty(file, 'size', { value: this.entry.size });
    contents.set(file, { disk: this, version: this.versions.length - 1 });
    return { file, entry: this.entry };
  }
}

/** What was read of a file. */
export type Part = Omit<SourceBlock, 'release'>;

const contents = new WeakMap<Blob, { readonly disk: DiskFile; readonly version: number }>();

/**
 * A part of a file, within the same turn. A file that was written to since it was chosen cannot be read: that is how a
 * browser's `File` works.
 */
function part(blob: Blob, offset: number, length: number): Part | 'source-changed' {
  const chosen = contents.get(blob);
  if (!chosen || chosen.version !== chosen.disk.versions.length - 1) return 'source-changed';
  const bytes = chosen.disk.newest.slice(offset, offset + length);
  return { bytes, digest: digestOf(bytes) };
}

/** Reads and hashes blocks as the engine's own reader does. Each is in `held` until it is released. */
export const chosenReader =
  (held: Set<Part>): ReadBlock =>
  async (blob, { offset, length }) => {
    const read = part(blob, offset, length);
    if (typeof read === 'string') return read;
    held.add(read);
    return { ...read, release: () => held.delete(read) };
  };

/** Reads and hashes whole files together, as the engine's own reader does. */
export const readChosenTogether: ReadBundle = async ({ files: blobs }) => {
  const read = blobs.map((blob) => part(blob, 0, blob.size));
  const whole = read.flatMap((one) => (typeof one === 'string' ? [] : one));
  if (whole.length < blobs.length) return undefined;
  const payload = packBundle(whole.filter(({ bytes: { length } }) => length > 0));
  return { payload, digests: whole.map(({ bytes: { length }, digest }) => (length > 0 ? digest : undefined)) };
};
