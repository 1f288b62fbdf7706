/** Which devices may call each other, with which ICE servers, and where their messages go. Pure; time is passed in. */
import type { belongs } from '../../protocol/groups.ts';
import type { ConnectionId, DeviceId, Hindrance, RouterMessage, Signal } from '../../protocol/signaling.ts';
import { type CallLimits, Calls } from '../limits/calls.ts';
import { placesOf } from '../limits/places.ts';
import type { Apart } from '../mesh/apart.ts';
import type { RouterId } from '../mesh/bus.ts';
import type { FarParty, IceServersFor, Party, Server } from '../relay/ice.ts';
import type { Clients } from './clients.ts';
import { type Effect, type Passed, unreachable } from './effects.ts';
import { type Entry, isReachable, type Present } from './entry.ts';
import { farPlacesOf } from './far-places.ts';
import { Memberships } from './memberships.ts';
import type { Roster } from './roster.ts';
import { sees, viewerOf } from './sight.ts';

export type CallOptions = {
  readonly iceServersFor: IceServersFor;
  readonly calls: CallLimits;
  /** The STUN server that another router offers. */
  readonly stunOf?: (router: RouterId) => Server | undefined;
  /** What separates the devices of another router from those here. */
  readonly apartFrom?: (router: RouterId) => Apart | undefined;
  /** As `belongs` of `protocol/groups.ts`; tests have cheaper ones. */
  readonly belongs?: typeof belongs;
};

/** A message from a device to another one. */
type ToDevice = { readonly to: DeviceId; readonly connection: ConnectionId; readonly signal: Signal };

export class Calling<S> {
  readonly #options: CallOptions;
  readonly #roster: Roster<S>;
  readonly #clients: Clients<S>;
  readonly #calls: Calls;
  readonly #memberships: Memberships;

  constructor(options: CallOptions, roster: Roster<S>, clients: Clients<S>) {
    this.#options = options;
    this.#roster = roster;
    this.#clients = clients;
    this.#calls = new Calls(options.calls);
    this.#memberships = new Memberships(options.belongs);
  }

  /** A device of this router asks for the servers to reach `to`. */
  connect({ device, socket }: Present<S>, to: DeviceId, connection: ConnectionId, now: number): readonly Effect<S>[] {
    const peer = this.#peerOf(device, to);
    if (peer === undefined) return [unreachable(socket, to, connection)];
    const hindrance = this.#hindranceOf(device, peer, 'connect', now);
    if (hindrance !== undefined) return [unreachable(socket, to, connection, hindrance)];
    const iceServers = this.#options.iceServersFor(device, this.#partyOf(peer));
    return [{ type: 'send', to: [socket], message: { type: 'ice', to, connection, iceServers } }];
  }

  /** A device of this router sends a message to another one, here or elsewhere. */
  signal({ device, socket }: Present<S>, said: ToDevice, now: number): readonly Effect<S>[] {
    const { to, connection, signal } = said;
    const peer = this.#peerOf(device, to);
    if (peer === undefined) return this.#answerUnlisted({ device, socket }, said);
    const hindrance = signal.type === 'offer' ? this.#hindranceOf(device, peer, 'offer', now) : undefined;
    if (hindrance !== undefined) return [unreachable(socket, to, connection, hindrance)];
    if (peer.place.at !== 'far') return this.#deliver(device, said);
    // Its answers will come back, and only those of a device that sees this one are let in.
    if (signal.type === 'offer') this.#roster.letSee(device, viewerOf(peer));
    return [{ type: 'pass', router: peer.place.router, message: { type: 'signal', from: device.id, ...said } }];
  }

  /** Another router passes on a message from its device to ours, or reports that it could not pass one. */
  take(router: RouterId, message: Passed, now: number): readonly Effect<S>[] {
    if (message.type === 'unreachable') return this.#tellUnreachable(message);
    const { from, to, connection, signal } = message;
    this.#roster.favour(from, router);
    const caller = this.#roster.get(from);
    if (caller?.place.at !== 'far' || caller.place.router !== router || !this.#isThere(to, caller, now))
      return [{ type: 'pass', router, message: { type: 'unreachable', from, to, connection } }];
    const reason = signal.type === 'offer' ? this.#hindranceFrom(router, from, to, now) : undefined;
    if (reason !== undefined)
      return [{ type: 'pass', router, message: { type: 'unreachable', from, to, connection, reason } }];
    return this.#deliver(caller, { to, connection, signal });
  }

  /**
   * A message from a device of this router reached no router. If it was an `unreachable` it is lost: the caller gives
   * up by itself.
   */
  unpassed(message: Passed): readonly Effect<S>[] {
    return message.type === 'signal' ? this.#tellUnreachable(message) : [];
  }

  #tellUnreachable({ from, to, connection, ...rest }: Passed): readonly Effect<S>[] {
    const sender = this.#roster.present(from);
    const reason = rest.type === 'unreachable' ? rest.reason : undefined;
    return sender === undefined ? [] : [unreachable(sender.socket, to, connection, reason)];
  }

  #peerOf(device: Entry<S>, to: DeviceId): Entry<S> | undefined {
    const peer = this.#roster.get(to);
    if (peer === undefined || peer === device || !isReachable(peer)) return undefined;
    return sees(viewerOf(device), peer.audience) ? peer : undefined;
  }

  /** True when `to` is present, and there for `caller`, a device of another router: that has not proved its groups here. */
  #isThere(to: DeviceId, { id, member }: Entry<S>, now: number): boolean {
    const audience = this.#roster.present(to)?.device.audience;
    return audience !== undefined && sees({ id, groups: this.#memberships.provenFor(audience, member, now) }, audience);
  }

  /** The caller may no longer be listed when it is answered. */
  #answerUnlisted({ device, socket }: Present<S>, said: ToDevice): readonly Effect<S>[] {
    const { to, connection, signal } = said;
    const far = this.#roster.get(to) === undefined ? this.#roster.farOf(to) : undefined;
    if (far === undefined || far.away || signal.type === 'offer') return [unreachable(socket, to, connection)];
    return [{ type: 'pass', router: far.router, message: { type: 'signal', from: device.id, ...said } }];
  }

  /** Why `from`, on this router, may not call `peer` now although it is there. */
  #hindranceOf(from: Entry<S>, peer: Entry<S>, what: 'connect' | 'offer', now: number): Hindrance | undefined {
    const apart = peer.place.at === 'far' ? this.#options.apartFrom?.(peer.place.router) : undefined;
    return (
      saidAs(apart) ?? (this.#calls.allow(placesOf(from.address), peer.id, what, now) ? undefined : 'too-many-calls')
    );
  }

  /** Why a device of another router may not call one here. */
  #hindranceFrom(router: RouterId, from: DeviceId, to: DeviceId, now: number): Hindrance | undefined {
    const apart = this.#options.apartFrom?.(router);
    return (
      saidAs(apart) ?? (this.#calls.allow(farPlacesOf(router, from), to, 'offer', now) ? undefined : 'too-many-calls')
    );
  }

  /** To a device of this router. */
  #deliver(from: Entry<S>, { to, connection, signal }: ToDevice): readonly Effect<S>[] {
    const peer = this.#roster.present(to);
    if (peer === undefined) return [];
    const message: RouterMessage = { type: 'signal', from: from.id, connection, signal };
    if (signal.type !== 'offer') return [{ type: 'send', to: [peer.socket], message }];
    const iceServers = this.#options.iceServersFor(peer.device, this.#partyOf(from));
    return [
      ...this.#clients.introduce(from, peer.socket),
      { type: 'send', to: [peer.socket], message: { ...message, iceServers } },
    ];
  }

  #partyOf({ id, address, place }: Entry<S>): Party | FarParty {
    if (place.at !== 'far') return { id, address };
    const stun = this.#options.stunOf?.(place.router);
    return { id, ...(stun && { stun }) };
  }
}

/** To people it makes no difference which two routers have one address. */
const saidAs = (apart: Apart | undefined): Hindrance | undefined =>
  apart === 'shared-address' ? 'same-address' : apart;
