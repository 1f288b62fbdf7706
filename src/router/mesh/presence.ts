/**
 * The place of every device, over all routers. Pure: messages and time come in, changes come out.
 *
 * Presence is a union of maps, one per router, and only its owner writes a map. Each change raises the owner's version.
 * A delta names the version to which it applies, so a gap shows, and a snapshot repairs it. Merging islands is a union,
 * in any order, and nothing is elected.
 *
 * A device that several routers list is at one of them (`candidates.ts`), and every router computes the same one. A
 * router that loses a device to a claim that the device itself has made (`claim.ts`) gives it up.
 */
import type { DeviceId, ToldKind } from '../../protocol/signaling.ts';
import { DEVICES_PER_ROUTER } from './acquaintances.ts';
import type { Departure, Incarnation, RouterId, Self } from './bus.ts';
import { better, type Candidate } from './candidates.ts';
import { type Allowance, Copies } from './copies.ts';
import type { PresenceMessage } from './messages.ts';
import { type Local, OwnDevices } from './own-devices.ts';

/** A device as another router lists it. */
export type Remote = {
  readonly name: string;
  readonly kind: ToldKind;
  readonly away: boolean;
  readonly router: RouterId;
};

/** A device of this router that has appeared at another one; `later`: after it was here. */
export type Loss = { readonly device: DeviceId; readonly later: boolean };

/** What a message, or time, changed. */
export type Outcome = {
  /** Devices whose place, name or absence may have changed. */
  readonly changed: ReadonlySet<DeviceId>;
  readonly lost: readonly Loss[];
  /** True when something was missed: ask the sender for a snapshot. */
  readonly want: boolean;
  /** The sender lists a device of this router that never said hello to it. That cannot happen by mistake. */
  readonly isLie?: boolean;
};

export class Presence {
  readonly #own: OwnDevices;
  readonly #copies: Copies;
  #version = 0;

  constructor(self: Self, graceMs: number, allowance: Allowance = () => DEVICES_PER_ROUTER) {
    this.#own = new OwnDevices(self);
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
  publish(locals: Iterable<Local>): { readonly message?: PresenceMessage; readonly lost: readonly Loss[] } {
    const base = this.#version;
    const { put, gone } = this.#own.update(locals, (id) => this.#copies.candidates(id));
    const lost: Loss[] = [];
    // Its socket is closed now, and another router had the device in the meantime.
    for (const { id, away } of put)
      for (const { router, entry } of this.#copies.candidates(id))
        if (away === true && this.#own.hasLost(router, entry)) lost.push({ device: id, later: false });
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
    const isLie = entries.some((entry) => this.#own.isLie(router, entry));
    const lost = entries
      .filter((entry) => this.#own.hasLost(router, entry))
      .map(({ id, claim }): Loss => {
        // Equal claims come from two routers that did not know of each other's, although linked: within one batch.
        return { device: id, later: message.type === 'delta' && claim > this.#own.claimOf(id) };
      });
    return { changed, lost, want, ...(isLie && { isLie }) };
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
    for (const candidate of this.#copies.candidates(device)) best = better(best, candidate);
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
      for (const candidate of this.#copies.candidates(id)) if (!candidate.isOld) best = better(best, candidate);
      if (best !== undefined) yield `${id} ${best.router} ${best.away ? 'away' : 'here'} ${best.entry.name}`;
    }
  }
}

const outcomeOf = (changed: ReadonlySet<DeviceId>): Outcome => ({ changed, lost: [], want: false });
