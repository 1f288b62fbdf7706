/**
 * The bytes of files that this device has: of what its owner says until a router has them, of messages to its owner for as long as
 * those are here, and of what else was opened here, which travels with it. Which there are is in memory, the bytes are not, unless the browser stores nothing.
 */
import type { Keyval } from '../../store/keyval.ts';
import type { Journal } from '../store/journal.ts';
import type { Life } from '../store/life.ts';

/** What was opened of others', in bytes: thirty photos as they are shown on a board, or one film. The one that was opened longest ago goes. */
export const MOST_BYTES = 30_000_000;
/** What waits for a router, in bytes: four of the largest. More is not taken. */
export const MOST_WAITING_BYTES = 100_000_000;

type About = {
  readonly size: number;
  /** When it was opened last, in the count of `Life`. */
  readonly lived: number;
  /** One's own, that no router has yet. */
  readonly waits?: true;
  /** Of a letter that is carried for somebody else: its bytes count with that letter. */
  readonly theirs?: true;
  /** Of a message to the owner of this device: it may be the only copy there is. */
  readonly mine?: true;
};

const INDEX = 'i';
const BYTES = 'b';

export type BlobStorePorts = {
  readonly store: Pick<Keyval, 'get'>;
  readonly journal: Pick<Journal, 'write'>;
  readonly life: Life;
  /** The browser does not store messages: they go with the page, which says so. */
  readonly areMessagesFleeting: boolean;
  /** Files have come or gone. */
  readonly changed: () => void;
};

export class BlobStore {
  readonly #ports: BlobStorePorts;
  readonly #all = new Map<string, About>();
  /** Bytes that the browser does not store. */
  readonly #inMemory = new Map<string, Uint8Array<ArrayBuffer>>();

  /** `index`: what is stored, without the bytes. */
  constructor(ports: BlobStorePorts, index: readonly (readonly [key: IDBValidKey, value: unknown])[]) {
    this.#ports = ports;
    for (const [key, value] of index) {
      const about = aboutIn(value);
      if (typeof key === 'string' && about) this.#all.set(key.slice(INDEX.length), about);
    }
  }

  /** The keys under which `index` stands, of all that are stored. */
  static indexKeys(keys: readonly IDBValidKey[]): readonly IDBValidKey[] {
    return keys.filter((key) => typeof key === 'string' && key.startsWith(INDEX));
  }

  /** Of those that others may want: the files of messages to the owner of this device are brought to nobody. */
  get count(): number {
    return [...this.#all.values()].filter(({ mine }) => !mine).length;
  }

  /** Of the same, in bytes. */
  get bytes(): number {
    return this.#sum(({ mine }) => !mine);
  }

  get bytesOfTheirs(): number {
    return this.#sum(({ theirs }) => theirs === true);
  }

  has(sha256: string): boolean {
    return this.#all.has(sha256);
  }

  /** True for one's own that no router has yet. */
  waits(sha256: string): boolean {
    return this.#all.get(sha256)?.waits === true;
  }

  /** The bytes; a person opens them. */
  async open(sha256: string): Promise<Uint8Array<ArrayBuffer> | undefined> {
    const bytes = await this.read(sha256);
    const about = this.#all.get(sha256);
    if (about === undefined) return undefined;
    const next = { ...about, lived: this.#ports.life.now };
    this.#all.set(sha256, next);
    void this.#ports.journal.write({ put: [[INDEX + sha256, next]] });
    return bytes;
  }

  /** The bytes, to be brought somewhere. */
  async read(sha256: string): Promise<Uint8Array<ArrayBuffer> | undefined> {
    if (!this.#all.has(sha256)) return undefined;
    const here = this.#inMemory.get(sha256);
    if (here) return here;
    const read = await this.#ports.store.get(BYTES + sha256);
    if (!read.ok) return undefined; // now: it may be read later
    if (read.value instanceof Uint8Array) return Uint8Array.from(read.value);
    // What a damaged disk has lost is not here; of one's own, nobody shall believe that a router has it.
    if (!this.waits(sha256)) this.#all.delete(sha256);
    return undefined;
  }

  /**
   * Keeps one's own until it `isHeld` by a router. False when there is no room, here or in the browser: then it is not kept. Where messages
   * live in memory, so does what belongs to them.
   */
  async keepOwn(sha256: string, bytes: Uint8Array<ArrayBuffer>): Promise<boolean> {
    if (this.#sum(({ waits }) => waits === true) + bytes.length > MOST_WAITING_BYTES) return false;
    const isWritten = await this.#keep(sha256, bytes, { size: bytes.length, lived: this.#ports.life.now, waits: true });
    if (isWritten || this.#ports.areMessagesFleeting) return true;
    this.#remove(sha256);
    return false;
  }

  /**
   * Keeps the file of a message to the owner of this device, however much else is opened, until it is deleted. Resolves to whether it
   * is written: what is not, is one of those that were opened.
   */
  async keepMine(sha256: string, bytes: Uint8Array<ArrayBuffer>): Promise<boolean> {
    const about = this.#all.get(sha256);
    if (about?.mine) return true;
    const opened = { size: bytes.length, lived: this.#ports.life.now, ...(about?.waits && { waits: true as const }) };
    if (await this.#keep(sha256, bytes, { ...opened, mine: true })) return true;
    if (bytes.length > MOST_BYTES) this.#remove(sha256);
    else this.#all.set(sha256, opened);
    return false;
  }

  /** Keeps what was opened here. */
  async keep(sha256: string, bytes: Uint8Array<ArrayBuffer>): Promise<void> {
    if (bytes.length > MOST_BYTES || this.#all.has(sha256)) return;
    await this.#keep(sha256, bytes, { size: bytes.length, lived: this.#ports.life.now });
  }

  /** Keeps what belongs to a letter that is carried for somebody else. */
  async keepTheirs(sha256: string, bytes: Uint8Array<ArrayBuffer>): Promise<void> {
    if (this.#all.has(sha256)) return;
    await this.#keep(sha256, bytes, { size: bytes.length, lived: this.#ports.life.now, theirs: true });
  }

  async deleteTheirs(those: (sha256: string) => boolean): Promise<void> {
    await this.delete((sha256) => this.#all.get(sha256)?.theirs === true && those(sha256));
  }

  /** Deletes those that wait for a router, or belong to messages to the owner of this device. */
  async deleteOwn(those: (sha256: string) => boolean): Promise<void> {
    await this.delete((sha256) => {
      const { waits, mine } = this.#all.get(sha256) ?? {};
      return (waits || mine) === true && those(sha256);
    });
  }

  /** A router has it: it is one of those that were opened. */
  async isHeld(sha256: string): Promise<void> {
    const about = this.#all.get(sha256);
    if (!about?.waits) return;
    const { waits, ...next } = about;
    this.#all.set(sha256, next);
    await this.#ports.journal.write({ put: [[INDEX + sha256, next]], delete: this.#makeRoom() });
  }

  async delete(those: (sha256: string) => boolean): Promise<void> {
    const going = [...this.#all.keys()].filter((sha256) => those(sha256));
    if (going.length === 0) return;
    await this.#ports.journal.write({ delete: going.flatMap((sha256) => this.#remove(sha256)) });
  }

  /** All but what no router has yet, and the files of messages to the owner of this device. */
  async throwAway(): Promise<void> {
    await this.delete((sha256) => {
      const { waits, mine } = this.#all.get(sha256) ?? {};
      return !waits && !mine;
    });
  }

  /** Resolves to whether it is written; what is not, lives in memory. */
  async #keep(sha256: string, bytes: Uint8Array<ArrayBuffer>, about: About): Promise<boolean> {
    this.#all.set(sha256, about);
    this.#inMemory.set(sha256, bytes);
    const put = [
      [INDEX + sha256, about],
      [BYTES + sha256, bytes],
    ] as const;
    const isWritten = await this.#ports.journal.write({ put, delete: this.#makeRoom(sha256) });
    if (isWritten) this.#inMemory.delete(sha256);
    this.#ports.changed();
    return isWritten;
  }

  /** Keys of what goes. */
  #makeRoom(newest?: string): readonly string[] {
    const isOpened = ({ waits, theirs, mine }: About): boolean => !waits && !theirs && !mine;
    let over = this.#sum(isOpened) - MOST_BYTES;
    const opened = [...this.#all].filter(([sha256, about]) => isOpened(about) && sha256 !== newest);
    const going: string[] = [];
    for (const [sha256, { size }] of opened.sort(([, a], [, b]) => a.lived - b.lived)) {
      if (over <= 0) break;
      over -= size;
      going.push(...this.#remove(sha256));
    }
    return going;
  }

  #remove(sha256: string): readonly string[] {
    this.#all.delete(sha256);
    this.#inMemory.delete(sha256);
    this.#ports.changed();
    return [INDEX + sha256, BYTES + sha256];
  }

  #sum(which: (about: About) => boolean): number {
    return [...this.#all.values()].reduce((sum, about) => sum + (which(about) ? about.size : 0), 0);
  }
}

function aboutIn(value: unknown): About | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { size, lived, waits, theirs, mine } = value as Readonly<Record<string, unknown>>;
  if (!Number.isSafeInteger(size) || typeof lived !== 'number' || !Number.isFinite(lived)) return undefined;
  return {
    size: Number(size),
    lived,
    ...(waits === true && { waits }),
    ...(theirs === true && { theirs }),
    ...(mine === true && { mine }),
  };
}
