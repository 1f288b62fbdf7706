/**
 * A router with a faulty disk, and what somebody knows of it who remembers every answer that it gave: what must be there, what may be,
 * and what must not.
 */
import { expect } from 'vitest';
import type { EventId, SignedEvent } from '../../../protocol/event.ts';
import type { Outcome } from '../../../words/holding.ts';
import { DiskError } from '../disk.ts';
import { all, DAY_S, DAYS, type Shelter } from './bench.ts';
import {
  AGES_S,
  cycle,
  DELETIONS,
  DIGESTS,
  digestOf,
  EVENTS,
  FILES,
  FORGED,
  names,
  phoneOf,
  type Step,
  UNNAMED_S,
} from './island-words.ts';
import type { Chance, Fate } from './memory-disk.ts';
import { Powered } from './power.ts';

const FATES: readonly Fate[] = ['fails', 'fails after', 'power cut', 'power cut'];
const TOLD: ReadonlySet<Outcome> = new Set(['held', 'known']);

/** What is known of one event. */
type Known = 'must' | 'may' | 'gone' | 'may be gone';

export class Island {
  readonly #power: Powered;
  readonly #known = new Map<EventId, Known>();
  readonly #hidden = new Map<EventId, 'must' | 'may' | 'shown'>();
  /** First sight, in seconds of the life of the shelf: what it may be, where answers did not come. */
  readonly #seen = new Map<EventId, Set<number>>();
  readonly #files = new Map<string, 'must' | 'may'>();
  /** Until then a file is there though nobody names it. */
  readonly #waitsUntil = new Map<string, number>();
  /** A damaged one may be back after a power cut. */
  readonly #rotten = new Set<string>();
  /** All fits that is said here. Else what is there must be right, and what is refused must change nothing. */
  readonly #isAmple: boolean;

  private constructor(power: Powered, isAmple: boolean) {
    this.#power = power;
    this.#isAmple = isAmple;
  }

  static async open(chance: Chance, bytesAtMost = 1e6): Promise<Island> {
    return new Island(await Powered.open(chance, bytesAtMost), bytesAtMost === 1e6);
  }

  get #at(): Shelter {
    return this.#power.at;
  }

  async run(step: Step): Promise<void> {
    await this.#do(step);
    this.#expectWithin();
    this.#waitForNames();
    if (this.#power.isNew) await this.#look();
    this.#power.isNew = false;
  }

  async #do(step: Step): Promise<void> {
    const [what, which, more] = step;
    switch (what) {
      case 'put':
        return this.#put(cycle(EVENTS, which), more, cycle(AGES_S, more));
      case 'take back':
        return this.#takeBack(which, more);
      case 'forge':
        expect(await this.#power.ask(this.#at.shelf.put(cycle(FORGED, which), 0, phoneOf(more)))).not.toBe('held');
        return;
      case 'together':
        await Promise.all(
          Array.from({ length: 1 + (more % 6) }, (_, index) => this.#put(cycle(EVENTS, which + index), index, 0, true)),
        );
        return;
      case 'upload':
        return this.#upload(cycle(FILES, which), cycle(DIGESTS, which), more);
      case 'upload twice':
        await Promise.all(
          [more, more + 1, more].map((who) => this.#upload(cycle(FILES, which), cycle(DIGESTS, which), who, true)),
        );
        return;
      case 'upload other':
        return this.#upload(cycle(FILES, which), digestOf(Buffer.from(`other ${which}`)), more);
      case 'rot':
        return this.#rot(cycle(DIGESTS, which), more);
      case 'hide':
      case 'show':
        return this.#label(what, cycle(EVENTS, which).id);
      case 'wait':
        this.#at.clock.now += which % 100;
        return;
      case 'tick':
        await this.#power.ask(this.#at.tick());
        return;
      case 'fault':
        return this.#power.fault(which % 12, cycle(FATES, more));
      case 'restart':
      case 'kill':
      case 'power cut':
        return this.#power.again(what);
    }
  }

  /** How often something made room for something else. */
  get evicted(): number {
    return this.#power.evicted;
  }

  /** Everything is as it was told, also after one more power cut. */
  async check(): Promise<void> {
    await this.#power.mend();
    await this.#look();
    await this.#count();
    await this.#power.again('power cut');
    await this.#look();
    await this.#count();
  }

  /** What is counted is what is there: after a restart it is counted anew. Unless something could not be removed, and is there again. */
  async #count(): Promise<void> {
    await this.#at.tick();
    const { bytes, events } = this.#at.shelf.counts();
    const [blobs, hasFailed] = [this.#at.blobs.counts(), this.#power.hasFailed];
    await this.#power.again('restart');
    const found = this.#at.shelf.counts();
    if (!hasFailed) expect([found.bytes, found.events, this.#at.blobs.counts()]).toEqual([bytes, events, blobs]);
  }

  async #look(): Promise<void> {
    const { shelf } = this.#at;
    const ours = new Map([...EVENTS, ...DELETIONS].map((event) => [event.id, event]));
    for (const { event, ageS } of await all(shelf.query({}))) {
      if (!ours.has(event.id)) continue; // the operator's
      expect(event).toEqual(ours.get(event.id)); // byte for byte
      expect(['must', 'may', 'may be gone']).toContain(this.#known.get(event.id));
      const ages = [...(this.#seen.get(event.id) ?? [])].map((seen) => shelf.lived - seen);
      expect([event.id, ages, ageS < DAYS * DAY_S]).toEqual([event.id, expect.arrayContaining([ageS]), true]);
    }
    for (const [id, known] of this.#known) {
      if (known === 'must' && this.#isAmple && this.#hidden.get(id) !== 'may' && !this.#mayBeOver(id))
        expect([id, shelf.has(id)]).toEqual([id, this.#hidden.get(id) !== 'must']);
      if (known === 'gone') expect([id, shelf.has(id), shelf.isGone(id)]).toEqual([id, false, true]);
    }
    await this.#lookAtFiles();
    this.#expectWithin();
  }

  async #lookAtFiles(): Promise<void> {
    const { blobs, disks } = this.#at;
    for (const [sha256, known] of this.#files)
      if (known === 'must' && this.#isAmple && this.#isNamed(sha256) && !this.#rotten.has(sha256))
        expect([sha256, blobs.has(sha256)]).toEqual([sha256, true]);
    if (this.#power.isNew) {
      // Nothing was done yet that could fail: what is on the disk is what is held.
      const files = [...disks.blobs.files];
      const bytes = files.reduce((sum, [, { length }]) => sum + length, 0);
      expect(blobs.counts()).toEqual({ blobs: files.length, bytes });
    }
    for (const file of FILES) await this.#lookAt(file);
  }

  /** It is what it was; when it is not, that is noticed, and it is held no more. */
  async #lookAt(file: Buffer): Promise<void> {
    const { blobs } = this.#at;
    const sha256 = digestOf(file);
    try {
      if (blobs.has(sha256)) expect(Buffer.concat(await all(blobs.read(sha256)))).toEqual(file);
    } catch (error) {
      if (!(error instanceof DiskError) || error.code !== 'changed') throw error;
      expect([sha256, this.#rotten.has(sha256), blobs.has(sha256)]).toEqual([sha256, true, false]);
      this.#files.set(sha256, 'may');
    }
  }

  /** Whatever is under way. */
  #expectWithin(): void {
    const { bytes, bytesAtMost } = this.#at.shelf.counts();
    expect(bytes).toBeLessThanOrEqual(bytesAtMost);
    expect(bytes).toBeGreaterThanOrEqual(this.#at.blobs.counts().bytes);
  }

  #mayBeOver(id: EventId): boolean {
    return [...(this.#seen.get(id) ?? [])].some((seen) => this.#at.shelf.lived - seen >= DAYS * DAY_S);
  }

  /** By something that is given to everybody. */
  #isNamed(sha256: string): boolean {
    return EVENTS.some(
      (event) =>
        names(event, sha256) &&
        this.#known.get(event.id) === 'must' &&
        !this.#hidden.has(event.id) &&
        !this.#mayBeOver(event.id),
    );
  }

  #waitForNames(): void {
    const { lived } = this.#at.shelf;
    for (const sha256 of this.#files.keys()) {
      if (this.#isNamed(sha256)) this.#waitsUntil.set(sha256, lived + UNNAMED_S);
      else if ((this.#waitsUntil.get(sha256) ?? 0) <= lived) this.#files.set(sha256, 'may');
    }
  }

  /** What is there now, of what is given to everybody. */
  #given(): readonly string[] {
    const { shelf, blobs } = this.#at;
    const files = DIGESTS.filter((sha256) => blobs.has(sha256));
    return [...shelf.items({}).map(({ id }) => id), ...files].sort();
  }

  /** `isOneOf`: others are asked at the same time. */
  async #put(event: SignedEvent, who: number, ageS = 0, isOneOf = false): Promise<void> {
    const { id } = event;
    const before = this.#known.get(id);
    const seen = this.#at.shelf.lived - ageS;
    const given = this.#given();
    const seens = this.#seen.get(id) ?? new Set();
    this.#seen.set(id, seens.add(seen));
    const outcome = await this.#power.ask(this.#at.shelf.put(event, ageS, phoneOf(who)));
    if (outcome === 'held') this.#seen.set(id, new Set([seen]));
    // Nothing goes for what is refused, or is there already.
    else if (outcome !== 'cut' && !isOneOf) expect([outcome, this.#given()]).toEqual([outcome, given]);
    const now = this.#known.get(id);
    if (now === 'gone' || now === 'may be gone' || now !== before) return; // something came in between
    if (typeof outcome === 'string' && TOLD.has(outcome as Outcome)) this.#known.set(id, 'must');
    else if (outcome === 'disk' || outcome === 'cut') this.#known.set(id, before ?? 'may');
  }

  async #takeBack(which: number, who: number): Promise<void> {
    const [event, deletion] = [cycle(EVENTS, which), cycle(DELETIONS, which)];
    if (!this.#known.has(event.id)) return;
    const isOver = this.#mayBeOver(event.id);
    const seens = this.#seen.get(deletion.id) ?? new Set();
    this.#seen.set(deletion.id, seens.add(this.#at.shelf.lived));
    const outcome = await this.#power.ask(this.#at.shelf.put(deletion, 0, phoneOf(who)));
    const isTold = TOLD.has(outcome as Outcome);
    this.#known.set(deletion.id, isTold || this.#known.get(deletion.id) === 'must' ? 'must' : 'may');
    // Of what may never have been written, or had ended or made room, nobody knows whether it was true.
    const isKnown = this.#known.get(event.id);
    if (isTold && this.#isAmple && !isOver && (isKnown === 'must' || isKnown === 'gone'))
      this.#known.set(event.id, 'gone');
    else if (isKnown !== 'gone') this.#known.set(event.id, 'may be gone');
  }

  async #upload(file: Buffer, sha256: string, who: number, isOneOf = false): Promise<void> {
    const chunks = (async function* () {
      yield file.subarray(0, 100);
      yield file.subarray(100);
    })();
    const given = this.#given();
    const until = this.#at.shelf.lived + UNNAMED_S;
    const outcome = await this.#power.ask(this.#at.blobs.receive(sha256, file.length, chunks, phoneOf(who)));
    if (outcome !== 'held' && outcome !== 'cut' && !isOneOf) expect([outcome, this.#given()]).toEqual([outcome, given]);
    if (sha256 !== digestOf(file)) expect(['not-genuine', 'disk', 'cut', 'full', 'quota']).toContain(outcome);
    else if (outcome === 'held' || outcome === 'known') {
      this.#files.set(sha256, 'must');
      this.#waitsUntil.set(sha256, until);
    } else if (!this.#files.has(sha256)) this.#files.set(sha256, 'may');
  }

  /** A byte changes, as on old flash memory. */
  #rot(sha256: string, where: number): void {
    const { disks } = this.#at;
    for (const name of disks.blobs.files.keys())
      if (name.startsWith(sha256)) {
        disks.blobs.damage(name, where);
        this.#rotten.add(sha256);
      }
  }

  async #label(what: 'hide' | 'show', id: EventId): Promise<void> {
    if (this.#known.get(id) !== 'must') return;
    const { shelf } = this.#at;
    const outcome = await this.#power.ask(what === 'hide' ? shelf.label('hide', id) : shelf.unlabel('hide', id));
    const isTold = TOLD.has(outcome as Outcome);
    if (isTold) this.#hidden.set(id, what === 'hide' ? 'must' : 'shown');
    else if (this.#hidden.get(id) !== 'may') this.#hidden.set(id, 'may');
  }
}
