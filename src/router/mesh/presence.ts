/**
 * The place of every device, over all routers. Pure: messages and time come in, changes come out.
 *
 * Presence is a union of maps, one per router, and only its owner writes a map. Each change raises the owner's version.
 * A delta names the version to which it applies, so a gap shows, and a snapshot repairs it. Merging islands is a union,
 * in any order, and nothing is elected.
 *
 * A device that several routers list is at one of them (`candidates.ts`), and every router computes the same one, from
 * hellos that the device itself has signed (`claims.ts`).
 */
import type { Member } from '../../protocol/groups.ts';
import type { PublicKey } from '../../protocol/keys.ts';
import type { DeviceId, ToldKind } from '../../protocol/signaling.ts';
import type { Departure, Incarnation, RouterId, Self } from './bus.ts';
import { bestFirst, better, type Candidate } from './candidates.ts';
import type { Claims } from './claims.ts';
import { type Allowance, Copies } from './copies.ts';
import type { PresenceMessage } from './messages.ts';
import { type Local, OwnDevices } from './own-devices.ts';

/** A device as another router lists it. */
export type Remote = {
  readonly name: string;
  readonly kind: ToldKind;
  /** As that router says; it begins with the device's id. */
  readonly key: PublicKey;
  readonly away: boolean;
  readonly router: RouterId;
  /** Its groups, as it says: nobody has checked them yet. */
  readonly member?: Member;
  /** Only devices of its groups may see it, and those that it calls. */
  readonly onlyGroups?: boolean;
};

/** What a message, or time, changed. */
export type Outcome = {
  /** Devices whose place, name or absence may have changed. */
  readonly changed: ReadonlySet<DeviceId>;
  /** Devices of this router that have said hello to another one since. */
  readonly lost: readonly DeviceId[];
  /** True when something was missed: ask the sender for a snapshot. */
  readonly want: boolean;
  /** Routers that list a device that never said hello to them. That cannot happen by mistake. */
  readonly liars: ReadonlySet<RouterId>;
};

type Place = { readonly best?: Candidate; readonly isProven: boolean; readonly liars: readonly RouterId[] };

export class Presence {
  readonly #own: OwnDevices;
  readonly #copies: Copies;
  readonly #claims: Pick<Claims, 'isProven' | 'look'>;
  /** Devices in dispute whose claims could not all be checked yet. */
  readonly #unchecked = new Set<DeviceId>();
  #version = 0;

  constructor(self: Self, graceMs: number, allowance: Allowance, claims: Pick<Claims, 'isProven' | 'look'>) {
    this.#own = new OwnDevices(self);
    this.#claims = claims;
    this.#copies = new Copies(graceMs, allowance, (id) => this.#own.has(id));
  }

  /** The number of published changes. */
  get version(): number {
    return this.#version;
  }

  /** This router has a new id. */
  rename(self: Self): void {
    this.#own.rename(self);
  }

  /** Brings this router's map up to date. Returns the message for the others, if anything has changed. */
  publish(locals: Iterable<Local>): PresenceMessage | undefined {
    const base = this.#version;
    const { put, gone } = this.#own.update(locals);
    if (put.length === 0 && gone.length === 0) return undefined;
    this.#version += 1;
    const { incarnation } = this.#own.self;
    return { type: 'delta', incarnation, base, version: this.#version, put, gone };
  }

  snapshot(): PresenceMessage {
    const { incarnation } = this.#own.self;
    return { type: 'snapshot', incarnation, version: this.#version, devices: this.#own.list() };
  }

  /** Another router can be talked to. Its snapshot is expected. */
  joined(router: RouterId, incarnation: Incarnation, now: number): Outcome {
    return outcomeOf(this.#copies.joined(router, incarnation, now));
  }

  /** Another router can no longer be talked to. */
  left(router: RouterId, how: Departure, now: number): Outcome {
    return outcomeOf(this.#copies.left(router, how, now));
  }

  receive(router: RouterId, message: PresenceMessage, now: number): Outcome {
    const { changed, entries, want } = this.#copies.receive(router, message, now);
    return { changed, want, ...this.#judge(entries.map(({ id }) => id)) };
  }

  /** Looks at the devices again of which too many were in dispute at once. */
  lookAgain(): Outcome {
    const changed = new Set(this.#unchecked);
    this.#unchecked.clear();
    return { changed, want: false, ...this.#judge(changed) };
  }

  /** If the device has said hello to a router that lists it; `undefined` when that router does not. */
  isProvenAt(router: RouterId, device: DeviceId): boolean | undefined {
    for (const candidate of this.#copies.candidates(device))
      if (candidate.router === router) return this.#claims.isProven(router, candidate.entry);
    return undefined;
  }

  /** True when fewer of a router's changes are known than it has published. `version` has 32 bits. */
  isBehind(router: RouterId, version: number): boolean {
    return this.#copies.isBehind(router, version);
  }

  /** Routers whose allowance has grown beyond what was accepted: each is to be asked for a snapshot. */
  wanting(now: number): readonly RouterId[] {
    return this.#copies.wanting(now);
  }

  /** Removes what has expired. */
  tick(now: number): Outcome {
    return outcomeOf(this.#copies.tick(now));
  }

  nextDue(): number | undefined {
    return this.#copies.nextDue();
  }

  /** The place of a device at another router. */
  find(device: DeviceId): Remote | undefined {
    const { best } = this.#elsewhere(device);
    if (best === undefined) return undefined;
    const { name, kind, key, groups: of, onlyGroups } = best.entry;
    const { away, router } = best;
    return { name, kind, key, away, router, ...(of && { member: { key, of } }), ...(onlyGroups && { onlyGroups }) };
  }

  /** True when anything is known of that router's devices. */
  knows(router: RouterId): boolean {
    return this.#copies.has(router);
  }

  /** Connected devices of another router. */
  clientsOf(router: RouterId): number {
    return this.#copies.clientsOf(router);
  }

  /**
   * Every device, including own ones, and its place as its router states it now: the same text on all routers with the
   * same knowledge. Leftovers of a router's previous life are left out, because a router that came later has never
   * heard of them.
   */
  *places(): Generator<string> {
    for (const id of new Set([...this.#own.ids(), ...this.#copies.ids()])) {
      const best = better(this.#own.candidateOf(id), this.#elsewhere(id, ({ isOld }) => isOld !== true).best);
      if (best !== undefined) yield `${id} ${best.router} ${best.away ? 'away' : 'here'} ${best.entry.name}`;
    }
  }

  /** Its best place at another router that is no lie as far as is known. `liars`: those that would have been better. */
  #elsewhere(device: DeviceId, counts: (candidate: Candidate) => boolean = () => true): Place {
    const candidates = [...this.#copies.candidates(device)];
    const isDisputed = candidates.length + Number(this.#own.has(device)) > 1;
    const liars: RouterId[] = [];
    for (const candidate of candidates.filter(counts).sort(bestFirst)) {
      const isProven = !isDisputed || this.#claims.look(candidate.router, candidate.entry);
      if (isProven === undefined) this.#unchecked.add(device);
      if (isProven !== false) return { best: candidate, isProven: isProven === true, liars };
      liars.push(candidate.router);
    }
    return { isProven: false, liars };
  }

  /** A device of this router that is elsewhere now. */
  #isLost(device: DeviceId): boolean {
    const own = this.#own.candidateOf(device);
    const { best, isProven } = this.#elsewhere(device);
    return own !== undefined && best !== undefined && isProven && !best.away && better(own, best) === best;
  }

  #judge(devices: Iterable<DeviceId>): Pick<Outcome, 'lost' | 'liars'> {
    const all = [...devices];
    return {
      lost: all.filter((device) => this.#isLost(device)),
      liars: new Set(all.flatMap((device) => this.#elsewhere(device).liars)),
    };
  }
}

const NOBODY: ReadonlySet<RouterId> = new Set();
const outcomeOf = (changed: ReadonlySet<DeviceId>): Outcome => ({ changed, lost: [], want: false, liars: NOBODY });
