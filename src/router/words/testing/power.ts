/** A shelter whose disks fail when they are told to, and whose power goes and comes back. */
import { type Shelter, shelter } from './bench.ts';
import { type Chance, type Fate, MemoryDisk } from './memory-disk.ts';

export type Again = 'restart' | 'kill' | 'power cut';

export class Powered {
  at: Shelter;
  readonly #chance: Chance;
  #faultIn = Number.POSITIVE_INFINITY;
  #fate: Fate = 'ok';
  #cut: Promise<'cut'>;
  /** While it is opened again. */
  #coming: Promise<void> | undefined;
  #evicted = 0;
  /** A call has failed since it was opened. */
  hasFailed = false;
  /** It was opened again, and nobody has looked since. */
  isNew = false;

  private constructor(at: Shelter, chance: Chance) {
    this.at = at;
    this.#chance = chance;
    this.#cut = this.#wire();
  }

  static async open(chance: Chance, bytesAtMost: number): Promise<Powered> {
    const disks = { words: new MemoryDisk(chance), blobs: new MemoryDisk(chance) };
    return new Powered(await shelter({ bytesAtMost }, disks), chance);
  }

  /** What happens to one of the next calls of a disk. */
  fault(after: number, fate: Fate): void {
    this.#faultIn = after;
    this.#fate = fate;
  }

  /** From now on nothing fails any more. */
  async mend(): Promise<void> {
    this.#faultIn = Number.POSITIVE_INFINITY;
    if (this.at.disks.words.isOff || this.at.disks.blobs.isOff) await this.again('power cut');
  }

  /** How often something made room for something else. */
  get evicted(): number {
    return this.#evicted + this.at.shelf.counts().gone.evicted;
  }

  /** The answer, or `cut` when the power went before it came. */
  async ask<T>(asked: Promise<T>): Promise<T | 'cut'> {
    const answer = await Promise.race([asked, this.#cut]);
    if (answer === 'cut') await this.again('power cut');
    return answer;
  }

  async again(asked: Again): Promise<void> {
    const { disks, clock } = this.at;
    // It may have gone in something that nobody waits for: what stops in an orderly way would wait for that for ever.
    const how = disks.words.isOff || disks.blobs.isOff ? 'power cut' : asked;
    // Several that were asked together find the power gone: the first of them puts it on again.
    if (how === 'power cut' && this.#coming !== undefined) return this.#coming;
    this.#faultIn = Number.POSITIVE_INFINITY;
    this.#evicted = this.evicted;
    this.#coming = (async () => {
      if (how === 'restart') {
        await this.at.blobs.stop();
        await this.at.shelf.stop();
      }
      const found = {
        'power cut': () => ({
          words: disks.words.afterPowerCut(this.#chance),
          blobs: disks.blobs.afterPowerCut(this.#chance),
        }),
        kill: () => ({ words: disks.words.afterKill(), blobs: disks.blobs.afterKill() }),
        restart: () => disks,
      }[how]();
      disks.words.isOff = how !== 'restart';
      disks.blobs.isOff = how !== 'restart';
      this.at = await shelter({ bytesAtMost: this.at.shelf.counts().bytesAtMost }, found, clock);
      this.#cut = this.#wire();
    })();
    await this.#coming;
    this.#coming = undefined;
    [this.isNew, this.hasFailed] = [true, false];
  }

  #wire(): Promise<'cut'> {
    const { words, blobs } = this.at.disks;
    const fate = (): Fate => {
      this.#faultIn -= 1;
      if (this.#faultIn >= 0) return 'ok';
      this.#faultIn = Number.POSITIVE_INFINITY;
      this.hasFailed = true;
      return this.#fate;
    };
    words.fate = fate;
    blobs.fate = fate;
    return new Promise((resolve) => {
      const cut = (): void => {
        words.isOff = true;
        blobs.isOff = true;
        resolve('cut');
      };
      words.onPowerCut = cut;
      blobs.onPowerCut = cut;
    });
  }
}
