/** Files between routers: fetched when somebody here wants one, each once at a time (`fetching.ts`), and given (`giving.ts`). */
import { MAX_BLOB_BYTES } from '../../../protocol/limits.ts';
import type { RouterId } from '../../mesh/bus.ts';
import type { Blobs } from '../api.ts';
import { Fetching } from './fetching.ts';
import { type Bytes, FETCHED_AT_ONCE, type FileMessage, type SendFile } from './file-messages.ts';
import { Giving } from './giving.ts';

/** Most files that are waited for at a time: twelve of each of five people, who scroll. */
const MAX_WANTED = 64;
/** So often a file is fetched anew, without those who gave other bytes. */
const ATTEMPTS = 2;

export type FilesOptions = {
  readonly blobs: Pick<Blobs, 'has' | 'size' | 'receive' | 'read'>;
  /** True when something that is held names these bytes. Nobody makes this router fetch others. */
  isNamed(sha256: string): boolean;
  routers(): readonly RouterId[];
  readonly send: SendFile;
  /** In its turn. */
  give(to: RouterId, message: Bytes): void;
  shun(id: RouterId, why: string): void;
  /** In bytes. */
  readonly maxBytes?: number;
};

export class Files {
  readonly #options: FilesOptions;
  readonly #giving: Giving;
  readonly #wanted = new Map<string, Promise<boolean>>();
  readonly #fetching = new Map<string, Fetching>();
  /** Those who wait for one of the places. */
  readonly #waiting: (() => void)[] = [];
  #places = FETCHED_AT_ONCE;
  #count = 0;
  #isStopped = false;

  constructor(options: FilesOptions) {
    this.#options = options;
    this.#giving = new Giving({
      ...options,
      isLinked: (router) => options.routers().includes(router),
      coming: (sha256) => {
        const ended = this.#wanted.get(sha256);
        return ended && { ended, from: this.#fetching.get(sha256)?.from };
      },
    });
  }

  /** See `Neighbours.fetch`. */
  fetch(sha256: string): Promise<boolean> {
    const { blobs, isNamed } = this.#options;
    if (blobs.has(sha256)) return Promise.resolve(true);
    const known = this.#wanted.get(sha256);
    if (known !== undefined) return known;
    if (this.#isStopped || !isNamed(sha256) || this.#wanted.size >= MAX_WANTED) return Promise.resolve(false);
    const wanted = this.#fetch(sha256).finally(() => this.#wanted.delete(sha256));
    this.#wanted.set(sha256, wanted);
    return wanted;
  }

  received(from: RouterId, message: FileMessage): void {
    const { blobs, send } = this.#options;
    switch (message.type) {
      case 'where':
        send(from, { type: 'here', sha256: message.sha256, size: blobs.size(message.sha256) });
        break;
      case 'here':
        this.#fetching.get(message.sha256)?.here(from, message.size);
        break;
      case 'get':
        void this.#giving.asked(from, message);
        break;
      default: // bytes, soon, not: of the one that asked with this number; nobody may wait for it any more
        for (const fetching of this.#fetching.values()) if (fetching.answered(from, message)) return;
    }
  }

  left(router: RouterId): void {
    this.#giving.left(router);
    for (const fetching of this.#fetching.values()) fetching.left(router);
  }

  stop(): void {
    this.#isStopped = true;
    this.#giving.stop();
    for (const next of this.#waiting.splice(0)) next();
  }

  async #fetch(sha256: string): Promise<boolean> {
    await this.#place();
    const without = new Set<RouterId>();
    let isHere = false;
    for (let attempt = 0; attempt < ATTEMPTS && !isHere && !this.#isStopped; attempt++) {
      const newNumber = (): number => (this.#count = (this.#count + 1) % 2 ** 32);
      const fetching = new Fetching(
        { ...this.#options, sha256, newNumber, maxBytes: this.#options.maxBytes ?? MAX_BLOB_BYTES },
        without,
      );
      this.#fetching.set(sha256, fetching);
      isHere = await fetching.ended;
      this.#fetching.delete(sha256);
      if (fetching.givers.size === 0) break; // nobody has it: so it would be again
      for (const giver of fetching.givers) without.add(giver);
    }
    this.#places += 1;
    this.#waiting.shift()?.();
    return isHere;
  }

  async #place(): Promise<void> {
    while (this.#places === 0 && !this.#isStopped)
      await new Promise<void>((resolve) => {
        this.#waiting.push(resolve);
      });
    this.#places -= 1;
  }
}
