/**
 * A router with a faulty disk, and what somebody knows of it who remembers every answer that it gave: what must be there, what may be,
 * and what must not.
 */
import { createHash } from 'node:crypto';
import { expect } from 'vitest';
import type { EventId, SignedEvent } from '../../../protocol/event.ts';
import { newSecret } from '../../../protocol/keys.ts';
import type { Outcome } from '../../../words/holding.ts';
import { all, letterTo, phone, type Shelter, says, shelter, takesBack } from './bench.ts';
import { type Chance, type Fate, MemoryDisk } from './memory-disk.ts';

const PEOPLE = [newSecret(), newSecret(), newSecret()] as const;
const digestOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
const cycle = <T>(values: readonly T[], index: number): T => values[index % values.length] as T;

/** Signing takes milliseconds, so all runs say the same. */
const FILES = [1, 2, 3, 4].map((seed) => Buffer.alloc(300 * seed, seed));
const EVENTS: readonly SignedEvent[] = [
  ...Array.from({ length: 12 }, (_, index) => says(cycle(PEOPLE, index))),
  ...FILES.map((file, index) => says(cycle(PEOPLE, index), { tags: [['x', digestOf(file)]] })),
  ...Array.from({ length: 4 }, (_, index) => letterTo(cycle(PEOPLE, index))),
];
/** By their authors, or, of letters, by those for whom they are. */
const DELETIONS: readonly SignedEvent[] = EVENTS.map((event, index) => {
  const own = index < 12 + FILES.length ? index % 12 : index - 12 - FILES.length;
  return takesBack(cycle(PEOPLE, index < 12 ? index : own), event);
});
const FORGED = EVENTS.slice(0, 4).map((event) => ({ ...event, content: `${event.content}!` }));

export type Step =
  | readonly [
      what: 'put' | 'take back' | 'forge' | 'upload' | 'upload other' | 'hide' | 'show',
      which: number,
      who: number,
    ]
  | readonly [what: 'together', which: number, count: number]
  | readonly [what: 'wait', seconds: number, _: number]
  | readonly [what: 'tick' | 'restart' | 'kill' | 'power cut', _: number, __: number]
  | readonly [what: 'fault', after: number, fate: number];

const FATES: readonly Fate[] = ['fails', 'fails after', 'power cut', 'power cut'];
const TOLD: ReadonlySet<Outcome> = new Set(['held', 'known']);

/** What is known of one event. */
type Known = 'must' | 'may' | 'gone' | 'may be gone';

export class Island {
  #at: Shelter;
  readonly #chance: Chance;
  readonly #known = new Map<EventId, Known>();
  readonly #hidden = new Map<EventId, 'must' | 'may' | 'shown'>();
  readonly #files = new Map<string, 'must' | 'may'>();
  #faultIn = Number.POSITIVE_INFINITY;
  #fate: Fate = 'ok';
  #cut: Promise<'cut'>;
  /** While it is opened again. */
  #coming: Promise<void> | undefined;
  /** It was opened again, and nobody has looked since. */
  #isNew = false;

  private constructor(at: Shelter, chance: Chance) {
    this.#at = at;
    this.#chance = chance;
    this.#cut = this.#wire();
  }

  static async open(chance: Chance, bytesAtMost = 1e6): Promise<Island> {
    const disks = { words: new MemoryDisk(chance), blobs: new MemoryDisk(chance) };
    return new Island(await shelter({ bytesAtMost }, disks), chance);
  }

  async run(step: Step): Promise<void> {
    await this.#do(step);
    if (this.#isNew) await this.#look();
    this.#isNew = false;
  }

  async #do(step: Step): Promise<void> {
    const [what, which, more] = step;
    switch (what) {
      case 'put':
        return this.#put(cycle(EVENTS, which), more);
      case 'take back':
        return this.#takeBack(which, more);
      case 'forge':
        expect(await this.#ask(this.#at.shelf.put(cycle(FORGED, which), 0, this.#phone(more)))).not.toBe('held');
        return;
      case 'together':
        await Promise.all(
          Array.from({ length: 1 + (more % 6) }, (_, index) => this.#put(cycle(EVENTS, which + index), index)),
        );
        return;
      case 'upload':
        return this.#upload(cycle(FILES, which), digestOf(cycle(FILES, which)), more);
      case 'upload other':
        return this.#upload(cycle(FILES, which), digestOf(Buffer.from(`other ${which}`)), more);
      case 'hide':
      case 'show':
        return this.#label(what, cycle(EVENTS, which).id);
      case 'wait':
        this.#at.clock.now += which % 100;
        return;
      case 'tick':
        await this.#ask(this.#at.tick());
        return;
      case 'fault':
        this.#faultIn = which % 12;
        this.#fate = cycle(FATES, more);
        return;
      case 'restart':
      case 'kill':
      case 'power cut':
        return this.#again(what);
    }
  }

  /** Everything is as it was told, also after one more power cut. */
  async check(): Promise<void> {
    this.#faultIn = Number.POSITIVE_INFINITY;
    if (this.#at.disks.words.isOff || this.#at.disks.blobs.isOff) await this.#again('power cut');
    await this.#look();
    await this.#again('power cut');
    await this.#look();
    const { bytes, events } = this.#at.shelf.counts();
    await this.#again('restart');
    expect(this.#at.shelf.counts()).toMatchObject({ bytes, events }); // what is counted is what is there
  }

  async #look(): Promise<void> {
    const { shelf, blobs } = this.#at;
    const held = new Map((await all(shelf.query({}))).map(({ event }) => [event.id, event]));
    const ours = new Map([...EVENTS, ...DELETIONS].map((event) => [event.id, event]));
    for (const [id, event] of held) {
      if (event.kind === 1985 || !ours.has(id)) continue; // the operator's
      expect(event).toEqual(ours.get(id)); // byte for byte
      expect(['must', 'may', 'may be gone']).toContain(this.#known.get(id));
    }
    for (const [id, known] of this.#known) {
      if (known === 'must' && this.#hidden.get(id) !== 'may')
        expect([id, shelf.has(id)]).toEqual([id, this.#hidden.get(id) !== 'must']);
      if (known === 'gone') expect([id, shelf.has(id), shelf.isGone(id)]).toEqual([id, false, true]);
    }
    for (const [sha256, known] of this.#files) {
      const isNamed = EVENTS.some(
        ({ id, tags }) => tags[0]?.[1] === sha256 && this.#known.get(id) === 'must' && !this.#hidden.has(id),
      );
      if (known === 'must' && isNamed) expect([sha256, blobs.has(sha256)]).toEqual([sha256, true]);
    }
    for (const file of FILES)
      if (blobs.has(digestOf(file))) expect(Buffer.concat(await all(blobs.read(digestOf(file))))).toEqual(file);
    expect(blobs.counts().blobs).toBeGreaterThanOrEqual(FILES.filter((file) => blobs.has(digestOf(file))).length);
    expect(shelf.counts().bytes).toBeLessThanOrEqual(shelf.counts().bytesAtMost);
  }

  #phone(who: number) {
    return phone(cycle(PEOPLE, who), `192.168.42.${who % 3}`);
  }

  async #put(event: SignedEvent, who: number): Promise<void> {
    const before = this.#known.get(event.id);
    const outcome = await this.#ask(this.#at.shelf.put(event, 0, this.#phone(who)));
    const now = this.#known.get(event.id);
    if (now === 'gone' || now === 'may be gone' || now !== before) return; // something came in between
    if (typeof outcome === 'string' && TOLD.has(outcome as Outcome)) this.#known.set(event.id, 'must');
    else if (outcome === 'disk' || outcome === 'cut') this.#known.set(event.id, before ?? 'may');
  }

  async #takeBack(which: number, who: number): Promise<void> {
    const [event, deletion] = [cycle(EVENTS, which), cycle(DELETIONS, which)];
    if (!this.#known.has(event.id)) return;
    const outcome = await this.#ask(this.#at.shelf.put(deletion, 0, this.#phone(who)));
    const isTold = TOLD.has(outcome as Outcome);
    this.#known.set(deletion.id, isTold || this.#known.get(deletion.id) === 'must' ? 'must' : 'may');
    // Of what may never have been written nobody knows whether it was true.
    const isKnown = this.#known.get(event.id);
    if (isTold && (isKnown === 'must' || isKnown === 'gone')) this.#known.set(event.id, 'gone');
    else if (isKnown !== 'gone') this.#known.set(event.id, 'may be gone');
  }

  async #upload(file: Buffer, sha256: string, who: number): Promise<void> {
    const chunks = (async function* () {
      yield file.subarray(0, 100);
      yield file.subarray(100);
    })();
    const outcome = await this.#ask(this.#at.blobs.receive(sha256, file.length, chunks, this.#phone(who)));
    if (sha256 !== digestOf(file)) expect(['not-genuine', 'disk', 'cut']).toContain(outcome);
    else if (outcome === 'held' || outcome === 'known') this.#files.set(sha256, 'must');
    else if (!this.#files.has(sha256)) this.#files.set(sha256, 'may');
  }

  async #label(what: 'hide' | 'show', id: EventId): Promise<void> {
    if (this.#known.get(id) !== 'must') return;
    const { shelf } = this.#at;
    const outcome = await this.#ask(what === 'hide' ? shelf.label('hide', id) : shelf.unlabel('hide', id));
    const isTold = TOLD.has(outcome as Outcome);
    if (isTold) this.#hidden.set(id, what === 'hide' ? 'must' : 'shown');
    else if (this.#hidden.get(id) !== 'may') this.#hidden.set(id, 'may');
  }

  /** The answer, or `cut` when the power went before it came. */
  async #ask<T>(asked: Promise<T>): Promise<T | 'cut'> {
    const answer = await Promise.race([asked, this.#cut]);
    if (answer === 'cut') await this.#again('power cut');
    return answer;
  }

  async #again(how: 'restart' | 'kill' | 'power cut'): Promise<void> {
    const { disks, clock } = this.#at;
    // Several that were asked together find the power gone: the first of them puts it on again.
    if (how === 'power cut' && this.#coming !== undefined) return this.#coming;
    this.#faultIn = Number.POSITIVE_INFINITY;
    this.#coming = (async () => {
      if (how === 'restart') {
        await this.#at.blobs.stop();
        await this.#at.shelf.stop();
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
      this.#at = await shelter({ bytesAtMost: this.#at.shelf.counts().bytesAtMost }, found, clock);
      this.#cut = this.#wire();
    })();
    await this.#coming;
    this.#coming = undefined;
    this.#isNew = true;
  }

  #wire(): Promise<'cut'> {
    const { words, blobs } = this.#at.disks;
    const fate = (): Fate => {
      this.#faultIn -= 1;
      if (this.#faultIn >= 0) return 'ok';
      this.#faultIn = Number.POSITIVE_INFINITY;
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
