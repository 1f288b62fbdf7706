/**
 * Gives files to other routers, each file once: who asks for one that somebody has taken is sent on to the one who asked last, and
 * waits there if need be. So a photo that a hundred phones want crosses the backhaul once for each router, however few links there
 * are to the one who had it first. Who comes back, because the other one failed, is given it here.
 */
import type { RouterId } from '../../mesh/bus.ts';
import { MAX_PORTION_BYTES } from '../../mesh/messages.ts';
import type { Blobs } from '../api.ts';
import {
  type Bytes,
  FETCHED_AT_ONCE,
  type Get,
  PORTIONS_AT_ONCE,
  type SendFile,
  SOON_EVERY_MS,
} from './file-messages.ts';

/** Files of which it is remembered who took them. The one not asked for longest is forgotten first, and would be given again. */
const REMEMBERED_FILES = 1_024;
/** Most questions of one router that wait here. */
const MAX_WAITING = 2 * PORTIONS_AT_ONCE * FETCHED_AT_ONCE;

export type GivingOptions = {
  readonly blobs: Pick<Blobs, 'size' | 'read'>;
  isLinked(router: RouterId): boolean;
  /** The file that is being fetched: resolves when that has ended, in whichever way. `from`: where from. */
  coming(sha256: string): { readonly ended: Promise<unknown>; readonly from: RouterId | undefined } | undefined;
  readonly send: SendFile;
  give(to: RouterId, message: Bytes): void;
  shun(id: RouterId, why: string): void;
};

type Taken = { readonly by: Set<RouterId>; last: RouterId };

export class Giving {
  readonly #options: GivingOptions;
  readonly #taken = new Map<string, Taken>();
  /** How many questions of each router are open. */
  readonly #open = new Map<RouterId, number>();

  constructor(options: GivingOptions) {
    this.#options = options;
  }

  async asked(from: RouterId, get: Get): Promise<void> {
    const { send, shun } = this.#options;
    const open = this.#open.get(from) ?? 0;
    if (open >= MAX_WAITING || get.to <= get.from || get.to - get.from > MAX_PORTION_BYTES) {
      shun(from, 'it asks for more of a file than it may');
      return;
    }
    this.#open.set(from, open + 1);
    const bytes = await this.#bytes(from, get).catch(() => undefined);
    if (!this.#open.has(from)) return; // it has left
    this.#open.set(from, Math.max(0, (this.#open.get(from) ?? 0) - 1));
    if (typeof bytes === 'string') send(from, { type: 'not', n: get.n, instead: bytes });
    else if (bytes === undefined) send(from, { type: 'not', n: get.n });
    else this.#options.give(from, { type: 'bytes', n: get.n, bytes });
  }

  left(router: RouterId): void {
    this.#open.delete(router);
  }

  stop(): void {
    this.#open.clear();
  }

  /** The bytes, or who has them instead; `undefined` when they are not here. */
  async #bytes(from: RouterId, get: Get): Promise<Uint8Array | RouterId | undefined> {
    const { blobs } = this.#options;
    const { sha256 } = get;
    if (blobs.size(sha256) === undefined) await this.#wait(from, get);
    const size = blobs.size(sha256);
    if (size === undefined || get.to > size) return undefined;
    const instead = this.#instead(from, get);
    if (instead !== undefined) return instead;
    const pieces: Uint8Array[] = [];
    for await (const piece of blobs.read(sha256, get.from, get.to) ?? []) pieces.push(piece);
    const bytes = Buffer.concat(pieces);
    return bytes.length === get.to - get.from ? bytes : undefined;
  }

  /** Until the file is here, if it is on its way. Not when it comes from the one who asks. */
  async #wait(from: RouterId, { sha256, n }: Get): Promise<void> {
    const coming = this.#options.coming(sha256);
    if (coming === undefined || coming.from === from) return;
    const say = (): void => void this.#options.send(from, { type: 'soon', n });
    say();
    const timer = setInterval(say, SOON_EVERY_MS);
    await coming.ended;
    clearInterval(timer);
  }

  #instead(from: RouterId, { sha256, despite }: Get): RouterId | undefined {
    const taken = this.#taken.get(sha256) ?? { by: new Set(), last: from };
    const { last, by } = taken;
    if (by.has(from)) return undefined;
    taken.last = from;
    this.#remember(sha256, taken);
    if (last !== from && last !== despite && this.#options.isLinked(last)) return last;
    by.add(from);
    return undefined;
  }

  #remember(sha256: string, taken: Taken): void {
    this.#taken.delete(sha256);
    this.#taken.set(sha256, taken);
    const [oldest] = this.#taken.keys();
    if (this.#taken.size > REMEMBERED_FILES && oldest !== undefined) this.#taken.delete(oldest);
  }
}
