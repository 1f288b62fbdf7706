/**
 * Files of strangers' letters: sealed bytes that their letters name, taken along with them as far as there is room, the smallest first:
 * a letter without its photo is still a letter.
 */
import { blobsOf } from '../words/admission.ts';
import { WRAP } from '../words/kinds.ts';
import type { OwnRouter } from './api/api.ts';
import type { BlobStore } from './blobs/blob-store.ts';
import type { HeldFiles } from './blobs/held-files.ts';
import type { Carried } from './carried/carried.ts';
import { MOST_BYTES } from './carried/room.ts';

/** So many are asked for at one router before the next look, the newest letters first: a request each. */
const MOST_ASKED = 100;
/** The pace, in bytes a second: what is somebody else's shall not be felt by the owner of this device. */
const BYTES_PER_SECOND = 100_000;

export type TakingPorts = {
  readonly carried: Pick<Carried, 'all' | 'lettersBytes'>;
  readonly blobs: Pick<BlobStore, 'has' | 'keepTheirs' | 'bytesOfTheirs' | 'deleteTheirs'>;
  readonly files: Pick<HeldFiles, 'sizeOf' | 'get'>;
  readonly line: { readonly router: OwnRouter | undefined };
  readonly takesLetters: () => boolean;
};

/** One look, at the router of this moment. `pause`: resolves after so many milliseconds. */
export async function takeFilesAlong(
  { carried, blobs, files, line, takesLetters }: TakingPorts,
  pause: (ms: number) => Promise<void>,
): Promise<void> {
  const { router } = line;
  const letters = [...carried.all].filter(({ event, own }) => event.kind === WRAP && own === undefined);
  const named = new Set(letters.flatMap(({ event }) => blobsOf(event)));
  await blobs.deleteTheirs((sha256) => !named.has(sha256));
  if (router === undefined || !takesLetters()) return;
  const newest = letters.sort((a, b) => b.first - a.first).flatMap(({ event }) => blobsOf(event));
  const lacking = newest.filter((sha256) => !blobs.has(sha256)).slice(0, MOST_ASKED);
  const sized = await Promise.all(
    lacking.map(async (sha256) => ({ sha256, size: await files.sizeOf(router.base, sha256) })),
  );
  const smallest = sized.flatMap(({ sha256, size }) => (size === undefined ? [] : [{ sha256, size }]));
  for (const { sha256, size } of smallest.sort((a, b) => a.size - b.size)) {
    const room = MOST_BYTES.letters - carried.lettersBytes - blobs.bytesOfTheirs;
    if (size > room || line.router !== router || !takesLetters()) return;
    const bytes = await files.get(router.base, sha256, size);
    if (bytes === undefined) continue;
    await blobs.keepTheirs(sha256, bytes);
    await pause((bytes.length / BYTES_PER_SECOND) * 1000);
  }
}
