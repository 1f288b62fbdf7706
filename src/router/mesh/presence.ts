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
import type { DeviceId, ToldKind } from '../../protocol/signaling.ts';
import { DEVICES_PER_ROUTER } from './acquaintances.ts';
import type { Departure, Incarnation, RouterId, Self } from './bus.ts';
import { better, type Candidate } from './candidates.ts';
import { Claims } from './claims.ts';
import { type Allowance, Copies } from './copies.ts';
import type { Listed, PresenceMessage } from './messages.ts';
import { type Local, OwnDevices } from './own-devices.ts';

/** A device as another router lists it. */
export type Remote = {
  readonly name: string;
  readonly kind: ToldKind;
  readonly away: boolean;
  readonly router: RouterId;
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

type IsProven = (router: RouterId, entry: Listed) => boolean;

const provenBy =
  (claims: Claims): IsProven =>
  (router, entry) =>
    claims.isProven(router, entry);

export class Presence {
  readonly #own: OwnDevices;
  readonly #copies: Copies;
  readonly #isProven: IsProven;
  #version = 0;

  constructor(
    self: Self,
    graceMs: number,
    allowance: Allowance = () => DEVICES_PER_ROUTER,
    isProven: IsProven = provenBy(new Claims()),
  ) {
    this.#own = new OwnDevices(self);
    this.#isProven = isProven;
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

  /**
   * Brings this router's map up to date. Returns the message for the others, if any, and devices that turn out to be
   * elsewhere.
   */
  publish(locals: Iterable<Local>): { readonly message?: PresenceMessage; readonly lost: readonly DeviceId[] } {
    const base = this.#version;
    const { put, gone } = this.#own.update(locals);
    // Its socket is closed now, and another router had the device in the meantime.
    const lost = put.flatMap(({ id, away }) =>
      away === true && [...this.#copies.candidates(id)].some(({ router, entry }) => this.#hasLost(router, entry))
        ? [id]
        : [],
    );
    if (put.length === 0 && gone.length === 0) return { lost };
    this.#version += 1;
    const { incarnation } = this.#own.self;
    return { message: { type: 'delta', incarnation, base, version: this.#version, put, gone }, lost };
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
    const liars = new Set(entries.flatMap(({ id }) => this.#liarsAbout(id)));
    const lost = entries.filter((entry) => this.#hasLost(router, entry)).map(({ id }) => id);
    return { changed, lost, want, liars };
  }

  /** If the device has said hello to a router that lists it; `undefined` when that router does not. */
  isProvenAt(router: RouterId, device: DeviceId): boolean | undefined {
    for (const candidate of this.#copies.candidates(device))
      if (candidate.router === router) return this.#isProven(router, candidate.entry);
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
    let best: Candidate | undefined;
    for (const candidate of this.#believed(device)) best = better(best, candidate);
    if (best === undefined) return undefined;
    const { name, kind } = best.entry;
    return { name, kind, away: best.away, router: best.router };
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
      let best = this.#own.candidateOf(id);
      for (const candidate of this.#believed(id)) if (!candidate.isOld) best = better(best, candidate);
      if (best !== undefined) yield `${id} ${best.router} ${best.away ? 'away' : 'here'} ${best.entry.name}`;
    }
  }

  /** The places of a device at other routers; where several routers list it, only those to which it said hello. */
  #believed(device: DeviceId): readonly Candidate[] {
    const candidates = [...this.#copies.candidates(device)];
    if (candidates.length + Number(this.#own.has(device)) < 2) return candidates;
    return candidates.filter(({ router, entry }) => this.#isProven(router, entry));
  }

  #liarsAbout(device: DeviceId): readonly RouterId[] {
    const believed = new Set(this.#believed(device).map(({ router }) => router));
    return [...this.#copies.candidates(device)].map(({ router }) => router).filter((router) => !believed.has(router));
  }

  #hasLost(router: RouterId, theirs: Listed): boolean {
    return this.#own.hasLost(router, theirs) && this.#isProven(router, theirs);
  }
}

const NOBODY: ReadonlySet<RouterId> = new Set();
const outcomeOf = (changed: ReadonlySet<DeviceId>): Outcome => ({ changed, lost: [], want: false, liars: NOBODY });
