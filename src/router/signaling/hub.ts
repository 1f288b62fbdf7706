/**
 * The events of clients and other routers, and the resulting effects. Pure: no socket, no timer, no clock. `S` is
 * anything that stands for a client's socket; time is passed in, in milliseconds of any monotonic clock.
 *
 * Each event returns all effects that are due now: messages to clients, messages to other routers, and that those must
 * be told of changes. A client is a device and the version that it was last told (`roster.ts`), so one frame carries
 * all later changes.
 */

import { idOf, type PublicKey } from '../../protocol/keys.ts';
import { SIGNALING_VERSION } from '../../protocol/limits.ts';
import { CLOSE, type ClientMessage, type DeviceId, type RouterIdentity } from '../../protocol/signaling.ts';
import type { RouterId } from '../mesh/bus.ts';
import type { Local } from '../mesh/own-devices.ts';
import { Calling, type CallOptions } from './calling.ts';
import { Clients } from './clients.ts';
import type { Effect, Passed } from './effects.ts';
import type { Arrival, Entry, Far } from './entry.ts';
import { Roster, type RosterLimits } from './roster.ts';
import { sees, viewerOf } from './sight.ts';

/** Messages that a client may send after its hello. */
export type PresentMessage = Exclude<ClientMessage, { type: 'hello' }>;

export type HubOptions = RosterLimits &
  CallOptions & {
    readonly router: RouterIdentity;
    readonly graceMs: number;
    readonly deltaIntervalMs: number;
    /** How long a device must have been listed to be kept as away. */
    readonly settledMs: number;
  };

export class Hub<S> {
  readonly #options: HubOptions;
  #router: RouterIdentity;
  readonly #roster: Roster<S>;
  readonly #clients: Clients<S>;
  readonly #calling: Calling<S>;
  /** The `Roster.version` that clients were last told, and when. */
  #told = { version: 0, at: Number.NEGATIVE_INFINITY };
  /** The `Roster.ownVersion` that other routers were last told. */
  #toldRouters = 0;

  constructor(options: HubOptions) {
    this.#options = options;
    this.#router = options.router;
    this.#roster = new Roster(options);
    this.#clients = new Clients(this.#roster);
    this.#calling = new Calling(options, this.#roster, this.#clients);
  }

  get router(): RouterIdentity {
    return this.#router;
  }

  /** This router has a new id, to which no device has said hello: all are asked to. */
  renamed(router: RouterIdentity, now: number): readonly Effect<S>[] {
    this.#router = router;
    const sockets = [...this.#clients.sockets()];
    for (const socket of sockets) this.#leave(socket, now);
    return [
      ...sockets.map((socket): Effect<S> => ({ type: 'close', socket, code: 1001, reason: 'the router has a new id' })),
      ...this.tick(now),
    ];
  }

  /** Devices with an open socket. */
  get clients(): number {
    return this.#clients.size;
  }

  /** True when `socket` has said hello and was not dismissed since. */
  has(socket: S): boolean {
    return this.#clients.has(socket);
  }

  /** Devices of this router, for others to know. */
  locals(): Iterable<Local> {
    return this.#roster.locals();
  }

  /** The whole key of the device `id`, as far as the device with the key `by` may know that it is there. */
  keyOf(id: DeviceId, by: PublicKey): PublicKey | undefined {
    const [device, asks] = [this.#roster.get(id), this.#roster.get(idOf(by))];
    if (device === undefined || asks === undefined || !sees(viewerOf(asks), device.audience)) return undefined;
    return device.place.at === 'far' ? this.#roster.farOf(id)?.key : device.hello?.key;
  }

  /** A socket has proved to be the device `id`. */
  hello(socket: S, device: Arrival, now: number): readonly Effect<S>[] {
    const replaced = this.#dismiss(device.id, CLOSE.replaced, 'this device said hello elsewhere');
    this.#roster.arrive(socket, device, now);
    const viewer = viewerOf(device);
    this.#clients.add(socket, viewer);
    const { more } = this.#roster;
    const welcome: Effect<S> = {
      type: 'send',
      to: [socket],
      message: {
        type: 'welcome',
        version: SIGNALING_VERSION,
        self: device.id,
        router: this.#router,
        devices: this.#roster.listFor(viewer),
        ...(more > 0 && { more }),
      },
    };
    return [...replaced, welcome, ...this.tick(now)];
  }

  /** A message after hello. */
  receive(socket: S, message: PresentMessage, now: number): readonly Effect<S>[] {
    const device = this.#clients.deviceAt(socket);
    return device === undefined ? [] : [...this.#heard(socket, device, message, now), ...this.tick(now)];
  }

  /** A socket closed without bye. Its device stays for its grace, unless it has only just come. */
  leave(socket: S, now: number): readonly Effect<S>[] {
    return this.#leave(socket, now) ? this.tick(now) : [];
  }

  /** Other routers have reported new places of devices; those that are `lost` have said hello at another router since. */
  place(
    moved: Iterable<readonly [DeviceId, Far | undefined]>,
    lost: readonly DeviceId[],
    now: number,
  ): readonly Effect<S>[] {
    for (const [id, far] of moved) this.#roster.place(id, far);
    const closed = lost.flatMap((device) => this.#surrender(device));
    return [...closed, ...this.tick(now)];
  }

  /** Another router passes on a message from its device to ours, or reports that it could not pass one. */
  take(router: RouterId, message: Passed, now: number): readonly Effect<S>[] {
    return [...this.#calling.take(router, message, now), ...this.tick(now)];
  }

  /** A message could not be passed to its router: there is no link to it now. */
  unpassed(message: Passed, now: number): readonly Effect<S>[] {
    return [...this.#calling.unpassed(message), ...this.tick(now)];
  }

  /** Does what is due: ends grace, reports changes. Call it at `nextDue`; every event also ends with it. */
  tick(now: number): readonly Effect<S>[] {
    this.#roster.endGrace(now);
    const { version, ownVersion } = this.#roster;
    const effects: Effect<S>[] = ownVersion === this.#toldRouters ? [] : [{ type: 'changed' }];
    this.#toldRouters = ownVersion;
    if (version === this.#told.version || now < this.#told.at + this.#options.deltaIntervalMs) return effects;
    this.#told = { version, at: now };
    return [...effects, ...this.#clients.tellAll()];
  }

  /** When `tick` has something to do next; `undefined` if never. */
  nextDue(): number | undefined {
    const { graceEnds, version } = this.#roster;
    const delta = version === this.#told.version ? undefined : this.#told.at + this.#options.deltaIntervalMs;
    if (graceEnds === undefined || delta === undefined) return graceEnds ?? delta;
    return Math.min(graceEnds, delta);
  }

  #heard(socket: S, device: Entry<S>, message: PresentMessage, now: number): readonly Effect<S>[] {
    switch (message.type) {
      case 'pong':
        return message.asks ? [{ type: 'send', to: [socket], message: { type: 'ping' } }] : [];
      case 'rename':
        this.#roster.rename(device, message.name);
        return [];
      case 'bye':
        this.#clients.delete(socket);
        this.#roster.depart(device);
        return [{ type: 'close', socket, code: 1000, reason: 'bye' }];
      case 'connect':
        return this.#calling.connect({ device, socket }, message.to, message.connection, now);
      case 'signal': {
        const { to, connection, signal } = message;
        return this.#calling.signal({ device, socket }, { to, connection, signal }, now);
      }
    }
  }

  /** True when the socket was a device's. */
  #leave(socket: S, now: number): boolean {
    const device = this.#clients.deviceAt(socket);
    this.#clients.delete(socket);
    if (device === undefined) return false;
    if (now - device.since < this.#options.settledMs) this.#roster.depart(device);
    else this.#roster.leave(device, now + this.#options.graceMs);
    return true;
  }

  #surrender(id: DeviceId): readonly Effect<S>[] {
    const device = this.#roster.get(id);
    if (device === undefined || device.place.at === 'far') return [];
    const closed = this.#dismiss(id, CLOSE.replaced, 'this device said hello at another router');
    this.#roster.depart(device);
    return closed;
  }

  /** Closes a device's socket, if it has one; it no longer belongs to the device. */
  #dismiss(id: DeviceId, code: number, reason: string): readonly Effect<S>[] {
    const present = this.#roster.present(id);
    if (present === undefined) return [];
    this.#clients.delete(present.socket);
    return [{ type: 'close', socket: present.socket, code, reason }];
  }
}
