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

/** So many are asked for at one router in one look, the newest letters first, a request each; and so many at once. */
const ASKED = { most: 100, atOnce: 4 };
/** Until a router that does not have a file is asked for it again, in milliseconds: somebody may have brought it. */
const AGAIN_MS = 10 * 60 * 1000;
/** The pace, in bytes a second: what is somebody else's shall not be felt by the owner of this device. */
const BYTES_PER_SECOND = 100_000;

export type TakingPorts = {
  readonly carried: Pick<Carried, 'all' | 'lettersBytes'>;
  readonly blobs: Pick<BlobStore, 'has' | 'keepTheirs' | 'bytesOfTheirs' | 'deleteTheirs'>;
  readonly files: Pick<HeldFiles, 'sizeOf' | 'get'>;
  readonly line: { readonly router: OwnRouter | undefined };
  readonly takesLetters: () => boolean;
  readonly elapsed: () => number;
};

/** How long it is, in bytes; or that it cannot be had, and since when. */
type Answer = { readonly size: number } | { readonly lackedAt: number };

export class TakingAlong {
  readonly #ports: TakingPorts;
  /** What the router that was asked last has said of the files that are named now. */
  readonly #answers = new Map<string, Answer>();
  #asked: string | undefined;

  constructor(ports: TakingPorts) {
    this.#ports = ports;
  }

  /** One look, at the router of this moment. `pause`: resolves after so many milliseconds. */
  async look(pause: (ms: number) => Promise<void>): Promise<void> {
    const { carried, blobs, files, line } = this.#ports;
    const { router } = line;
    const letters = [...carried.all].filter(({ event, own }) => event.kind === WRAP && own === undefined);
    const newest = letters.sort((a, b) => b.first - a.first).flatMap(({ event }) => blobsOf(event));
    const named = new Set(newest);
    await blobs.deleteTheirs((sha256) => !named.has(sha256));
    if (router?.id !== this.#asked) this.#answers.clear();
    this.#asked = router?.id;
    for (const sha256 of this.#answers.keys()) if (!named.has(sha256)) this.#answers.delete(sha256);
    if (router === undefined || !this.#mayGoOn(router)) return;
    const lacking = [...named].filter((sha256) => !blobs.has(sha256));
    await this.#ask(router, lacking.filter((sha256) => !this.#isKnown(sha256)).slice(0, ASKED.most));
    for (const { sha256, size } of this.#smallestOf(lacking)) {
      if (size > this.#room || !this.#mayGoOn(router)) return;
      const bytes = await files.get(router.base, sha256, size);
      if (bytes === undefined) this.#answers.set(sha256, { lackedAt: this.#ports.elapsed() });
      else {
        await blobs.keepTheirs(sha256, bytes);
        await pause((bytes.length / BYTES_PER_SECOND) * 1000);
      }
    }
  }

  get #room(): number {
    const { carried, blobs } = this.#ports;
    return MOST_BYTES.letters - carried.lettersBytes - blobs.bytesOfTheirs;
  }

  #mayGoOn(router: OwnRouter): boolean {
    const { line, takesLetters } = this.#ports;
    return line.router === router && takesLetters() && this.#room > 0;
  }

  async #ask(router: OwnRouter, those: readonly string[]): Promise<void> {
    const { files, elapsed } = this.#ports;
    for (let at = 0; at < those.length && this.#mayGoOn(router); at += ASKED.atOnce)
      await Promise.all(
        those.slice(at, at + ASKED.atOnce).map(async (sha256) => {
          const size = await files.sizeOf(router.base, sha256);
          this.#answers.set(sha256, size === undefined ? { lackedAt: elapsed() } : { size });
        }),
      );
  }

  #isKnown(sha256: string): boolean {
    const answer = this.#answers.get(sha256);
    if (answer === undefined) return false;
    return 'size' in answer || this.#ports.elapsed() - answer.lackedAt < AGAIN_MS;
  }

  #smallestOf(those: readonly string[]): readonly { readonly sha256: string; readonly size: number }[] {
    const sized = those.flatMap((sha256) => {
      const answer = this.#answers.get(sha256);
      return answer !== undefined && 'size' in answer ? [{ sha256, size: answer.size }] : [];
    });
    return sized.sort((a, b) => a.size - b.size);
  }
}
