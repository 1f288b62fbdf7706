/**
 * Who is here, and what goes to whom. Pure: no socket, no timer, no clock. `S` is whatever stands for a client's socket;
 * time is passed in, in milliseconds of any monotonic clock; what is to be done comes out as effects.
 *
 * Presence is a version number. Every change raises it and stamps the device; a client is a device plus the version it
 * was told last, so one frame carries whatever changed since, however much that was, and nothing is queued per client.
 */
import { SIGNALING_VERSION } from '../../protocol/limits.ts';
import {
  CLOSE,
  type ClientMessage,
  type ConnectionId,
  type Device,
  type DeviceId,
  type Hindrance,
  inFirstWords,
  type RouterIdentity,
  type RouterMessage,
  type Signal,
  type ToldKind,
} from '../../protocol/signaling.ts';
import { type CallLimits, Calls } from '../limits/calls.ts';
import { placesOf } from '../limits/places.ts';
import type { Apart } from '../mesh/apart.ts';
import type { RouterId } from '../mesh/bus.ts';
import type { ClaimKey } from '../mesh/claim.ts';
import type { MeshMessage } from '../mesh/messages.ts';
import type { Local, Remote } from '../mesh/presence.ts';
import type { FarParty, IceServersFor, Party, Server } from '../relay/ice.ts';
import { AwayDevices, type AwayLimits } from './away.ts';
import { farPlacesOf } from './far-places.ts';
import { Listing } from './listing.ts';

/** What devices of two routers tell each other through them. */
export type Passed = Extract<MeshMessage, { type: 'signal' | 'unreachable' }>;

export type Effect<S> =
  | { readonly type: 'send'; readonly to: readonly S[]; readonly message: RouterMessage }
  | { readonly type: 'close'; readonly socket: S; readonly code: number; readonly reason: string }
  /** To another router, and through no third one. */
  | { readonly type: 'pass'; readonly router: RouterId; readonly message: Passed };

/** What a client may say once the hub knows it. */
export type PresentMessage = Exclude<ClientMessage, { type: 'hello' }>;

export type HubOptions = AwayLimits & {
  readonly router: RouterIdentity;
  readonly iceServersFor: IceServersFor;
  readonly graceMs: number;
  readonly deltaIntervalMs: number;
  /** How long a device must have been listed to be kept as away. */
  readonly settledMs: number;
  readonly calls: CallLimits;
  /** Most devices that a page is told of; of those behind other routers the rest is counted (`listing.ts`). */
  readonly listedDevices: number;
  /** The STUN server that another router offers. */
  readonly stunOf?: (router: RouterId) => Server | undefined;
  /** What keeps the devices of another router and those here apart. */
  readonly apartFrom?: (router: RouterId) => Apart | undefined;
};

/** A device as it says hello. */
export type Arrival = Party & {
  readonly name: string;
  readonly kind: ToldKind;
  readonly key: ClaimKey;
  /** Whether its page takes a refusal for any reason. */
  readonly anyRefusal?: boolean | undefined;
};

/** A device behind another router. */
export type Far = Remote & { readonly routerName: string };

type Place<S> =
  | { readonly at: 'here'; readonly socket: S }
  | { readonly at: 'away'; readonly until: number }
  | { readonly at: 'far'; readonly away: boolean; readonly router: RouterId; readonly routerName: string };
type Entry<S> = {
  readonly id: DeviceId;
  name: string;
  kind: ToldKind;
  /** Where its socket comes from, which decides the ICE servers it is given. */
  address: string;
  /** When it was first listed; of one that came from another router that is not known, and long ago. */
  readonly since: number;
  /** How often it said hello at this router, and what proves it to others. */
  hellos: number;
  key?: ClaimKey;
  anyRefusal?: boolean | undefined;
  place: Place<S>;
  /** Version at which it was listed: a client told less has never heard of it. */
  readonly born: number;
  changed: number;
};
type ToDevice = Extract<PresentMessage, { type: 'signal' }>;
/** What a client has not been told yet. */
type News<S> = { readonly put: readonly Entry<S>[]; readonly gone: readonly DeviceId[]; readonly more?: number };
type Client = { readonly id: DeviceId; told: number };
type Tombstone = { readonly born: number; readonly died: number };

export class Hub<S> {
  readonly #options: HubOptions;
  #router: RouterIdentity;
  readonly #devices = new Map<DeviceId, Entry<S>>();
  readonly #clients = new Map<S, Client>();
  readonly #away: AwayDevices;
  readonly #calls: Calls;
  /**
   * Devices that left for good since the last delta, with each time that they were listed before: one may come and leave
   * several times between two deltas, and who knew it from the first time has to hear that it is gone.
   */
  readonly #gone = new Map<DeviceId, Tombstone[]>();
  /** Where devices are apart from this router. One that is here as well is shown as here. */
  readonly #far = new Map<DeviceId, Far>();
  /** Which of those that are not here are listed. */
  readonly #listing = new Listing();
  /** How many of them are not, and since which version. */
  #more = { count: 0, changed: 0 };
  #version = 0;
  #toldVersion = 0;
  #toldAt = Number.NEGATIVE_INFINITY;

  constructor(options: HubOptions) {
    this.#options = options;
    this.#away = new AwayDevices(options);
    this.#calls = new Calls(options.calls);
    this.#router = options.router;
  }

  /** Who this router is to those who say hello from now on. */
  rename(router: RouterIdentity): void {
    this.#router = router;
  }

  /** Devices with an open socket. */
  get clients(): number {
    return this.#clients.size;
  }

  /** Whether `socket` has said hello and was not dismissed since. */
  has(socket: S): boolean {
    return this.#clients.has(socket);
  }

  /** A socket proved to be the device `id`. */
  hello(socket: S, device: Arrival, now: number): readonly Effect<S>[] {
    const effects: Effect<S>[] = [];
    const known = this.#devices.get(device.id);
    if (known?.place.at === 'here') {
      this.#clients.delete(known.place.socket);
      effects.push({
        type: 'close',
        socket: known.place.socket,
        code: CLOSE.replaced,
        reason: 'this device said hello elsewhere',
      });
    }
    this.#put(socket, device, known, now);
    this.#clients.set(socket, { id: device.id, told: this.#version });
    // Nearest first.
    const near = [...this.#devices.values()].filter(({ id, place }) => id !== device.id && place.at !== 'far');
    const far = [...this.#devices.values()].filter(({ place }) => place.at === 'far');
    effects.push({
      type: 'send',
      to: [socket],
      message: {
        type: 'welcome',
        version: SIGNALING_VERSION,
        self: device.id,
        router: this.#router,
        devices: [...near, ...far].map(describe),
        ...(this.#more.count > 0 && { more: this.#more.count }),
        answers: true,
      },
    });
    return effects;
  }

  /** A device that said hello says something else. */
  receive(socket: S, message: PresentMessage, now: number): readonly Effect<S>[] {
    const entry = this.#entryOf(socket);
    if (entry === undefined) return [];
    switch (message.type) {
      case 'pong':
        return message.asks ? [{ type: 'send', to: [socket], message: { type: 'ping' } }] : [];
      case 'rename':
        if (entry.name !== message.name) {
          entry.name = message.name;
          entry.changed = ++this.#version;
        }
        return [];
      case 'bye':
        this.#clients.delete(socket);
        this.#remove(entry);
        return [{ type: 'close', socket, code: 1000, reason: 'bye' }];
      case 'connect':
        return this.#connect(socket, entry, message.to, message.connection, now);
      case 'signal':
        return this.#relay(socket, entry, message, now);
    }
  }

  /** A socket closed without bye. Its device stays for the time of grace, unless it has only just come. */
  leave(socket: S, now: number): void {
    const entry = this.#entryOf(socket);
    this.#clients.delete(socket);
    if (entry === undefined) return;
    if (now - entry.since < this.#options.settledMs) {
      this.#remove(entry);
      return;
    }
    const until = now + this.#options.graceMs;
    entry.place = { at: 'away', until };
    entry.changed = ++this.#version;
    this.#removeAway(this.#away.add(entry.id, entry.address, until));
  }

  /** Devices of this router, for others to know. */
  *locals(): Generator<Local> {
    for (const { id, name, kind, hellos, key, place } of this.#devices.values())
      if (place.at !== 'far' && key !== undefined) yield { id, name, kind, away: place.at === 'away', hellos, key };
  }

  /** What other routers say of where a device is has changed. */
  place(id: DeviceId, far: Far | undefined): void {
    if (far === undefined) this.#far.delete(id);
    else this.#far.set(id, far);
    const entry = this.#devices.get(id);
    if (entry === undefined || entry.place.at === 'far') this.#moveOut(id, entry);
  }

  /** A device of this router has said hello at another one. */
  surrender(id: DeviceId, code: number): readonly Effect<S>[] {
    const entry = this.#devices.get(id);
    if (entry === undefined || entry.place.at === 'far') return [];
    const { place } = entry;
    this.#away.delete(id);
    this.#moveOut(id, entry);
    if (place.at !== 'here') return [];
    this.#clients.delete(place.socket);
    return [{ type: 'close', socket: place.socket, code, reason: 'this device said hello at another router' }];
  }

  /** Another router passes on what one of its devices says to one of ours, or that it could not. */
  take(router: RouterId, message: Passed, now: number): readonly Effect<S>[] {
    const { from, to, connection } = message;
    if (message.type === 'unreachable') {
      const sender = this.#present(from);
      return sender === undefined ? [] : [unreachable(sender.socket, to, connection, message.reason)];
    }
    // Whom this router lists no longer, for want of room, must be known to whom it calls.
    if (this.#far.get(from)?.router === router && this.#listing.favour(from)) this.#settle(from);
    const caller = this.#devices.get(from);
    if (caller?.place.at !== 'far' || caller.place.router !== router || this.#present(to) === undefined)
      return [{ type: 'pass', router, message: { type: 'unreachable', from, to, connection } }];
    const reason = message.signal.type === 'offer' ? this.#hindranceFrom(router, from, to, now) : undefined;
    if (reason !== undefined)
      return [{ type: 'pass', router, message: { type: 'unreachable', from, to, connection, reason } }];
    return this.#deliver(caller, to, connection, message.signal);
  }

  /** Does what time brings: ends grace, tells what changed. To be called after every event and at `nextDue`. */
  tick(now: number): readonly Effect<S>[] {
    for (const id of this.#away.endedAt(now)) this.#removeAway(id);
    if (this.#version === this.#toldVersion || now < this.#toldAt + this.#options.deltaIntervalMs) return [];
    this.#toldVersion = this.#version;
    this.#toldAt = now;
    return this.#deltas();
  }

  /** When `tick` has something to do next, `undefined` if nothing is ahead. */
  nextDue(): number | undefined {
    const graceEnds = this.#away.firstEnd;
    const delta = this.#version === this.#toldVersion ? undefined : this.#toldAt + this.#options.deltaIntervalMs;
    if (graceEnds === undefined || delta === undefined) return graceEnds ?? delta;
    return Math.min(graceEnds, delta);
  }

  #put(socket: S, device: Arrival, known: Entry<S> | undefined, now: number): void {
    if (known === undefined) {
      const version = ++this.#version;
      const place = { at: 'here', socket } as const;
      this.#devices.set(device.id, { ...device, since: now, hellos: 1, place, born: version, changed: version });
      this.#listing.delete(device.id);
      this.#settle();
      return;
    }
    // A second tab or a returning socket that changes nothing is not news.
    if (known.place.at !== 'here' || known.name !== device.name || known.kind !== device.kind)
      known.changed = ++this.#version;
    this.#away.delete(device.id);
    known.name = device.name;
    known.kind = device.kind;
    known.address = device.address;
    known.key = device.key;
    known.anyRefusal = device.anyRefusal;
    known.hellos += 1;
    known.place = { at: 'here', socket };
    this.#listing.delete(device.id);
    this.#settle();
  }

  #connect(socket: S, from: Entry<S>, to: DeviceId, connection: ConnectionId, now: number): readonly Effect<S>[] {
    const peer = this.#devices.get(to);
    if (peer === undefined || peer === from || !isReachable(peer)) return [unreachable(socket, to, connection)];
    const hindrance = this.#hindranceOf(from, peer, 'connect', now);
    if (hindrance !== undefined) return [unreachable(socket, to, connection, hindrance)];
    const iceServers = this.#options.iceServersFor(from, this.#partyOf(peer));
    return [{ type: 'send', to: [socket], message: { type: 'ice', to, connection, iceServers } }];
  }

  #relay(socket: S, from: Entry<S>, message: ToDevice, now: number): readonly Effect<S>[] {
    const { to, connection, signal } = message;
    const peer = this.#devices.get(to);
    if (peer === undefined || peer === from || !isReachable(peer)) return this.#answerUnlisted(socket, from, message);
    const hindrance = signal.type === 'offer' ? this.#hindranceOf(from, peer, 'offer', now) : undefined;
    if (hindrance !== undefined) return [unreachable(socket, to, connection, hindrance)];
    if (peer.place.at !== 'far') return this.#deliver(from, to, connection, signal);
    const passed = { type: 'signal', from: from.id, to, connection, signal } as const;
    return [{ type: 'pass', router: peer.place.router, message: passed }];
  }

  /** A caller may be listed no longer when it is answered. */
  #answerUnlisted(socket: S, { id: from }: Entry<S>, { to, connection, signal }: ToDevice): readonly Effect<S>[] {
    const far = this.#devices.has(to) ? undefined : this.#far.get(to);
    if (far === undefined || far.away || signal.type === 'offer') return [unreachable(socket, to, connection)];
    return [{ type: 'pass', router: far.router, message: { type: 'signal', from, to, connection, signal } }];
  }

  /** Why `from`, of this router, may not call `to` now, though it is there. */
  #hindranceOf(
    from: Entry<S>,
    { id: to, place }: Entry<S>,
    what: 'connect' | 'offer',
    now: number,
  ): Hindrance | undefined {
    const apart = place.at === 'far' ? this.#options.apartFrom?.(place.router) : undefined;
    return apart ?? (this.#calls.allow(placesOf(from.address), to, what, now) ? undefined : 'too-many-calls');
  }

  /** Why a device of another router may not call one here. */
  #hindranceFrom(router: RouterId, from: DeviceId, to: DeviceId, now: number): Hindrance | undefined {
    const apart = this.#options.apartFrom?.(router);
    return apart ?? (this.#calls.allow(farPlacesOf(router, from), to, 'offer', now) ? undefined : 'too-many-calls');
  }

  /** To a device of this router. */
  #deliver(from: Entry<S>, to: DeviceId, connection: ConnectionId, signal: Signal): readonly Effect<S>[] {
    const peer = this.#present(to);
    if (peer === undefined) return [];
    const said = peer.device.anyRefusal ? signal : inFirstWords(signal);
    const message: RouterMessage = { type: 'signal', from: from.id, connection, signal: said };
    if (signal.type !== 'offer') return [{ type: 'send', to: [peer.socket], message }];
    const iceServers = this.#options.iceServersFor(peer.device, this.#partyOf(from));
    return [
      ...this.#introduce(from, peer.socket),
      { type: 'send', to: [peer.socket], message: { ...message, iceServers } },
    ];
  }

  #partyOf({ id, address, place }: Entry<S>): Party | FarParty {
    if (place.at !== 'far') return { id, address };
    const stun = this.#options.stunOf?.(place.router);
    return { id, ...(stun && { stun }) };
  }

  /** Nobody is called by a stranger: a caller who joined or changed since the last delta is told first. */
  #introduce(caller: Entry<S>, socket: S): readonly Effect<S>[] {
    const client = this.#clients.get(socket);
    if (client === undefined || caller.changed <= client.told) return [];
    const { put, ...rest } = this.#since(client.told);
    client.told = this.#version;
    const others = put.filter((entry) => entry.id !== client.id);
    return delta([socket], { ...rest, put: others });
  }

  #entryOf(socket: S): Entry<S> | undefined {
    const client = this.#clients.get(socket);
    return client && this.#devices.get(client.id);
  }

  #present(id: DeviceId): { readonly device: Entry<S>; readonly socket: S } | undefined {
    const device = this.#devices.get(id);
    return device?.place.at === 'here' ? { device, socket: device.place.socket } : undefined;
  }

  #removeAway(id: DeviceId | undefined): void {
    const entry = id && this.#devices.get(id);
    if (entry) this.#remove(entry);
  }

  /** This router has a device no longer; another one may. */
  #remove(entry: Entry<S>): void {
    this.#away.delete(entry.id);
    this.#moveOut(entry.id, entry);
  }

  /** To where other routers say that it is. */
  #moveOut(id: DeviceId, entry: Entry<S> | undefined): void {
    const far = this.#far.get(id);
    if (far === undefined) {
      this.#listing.delete(id);
      this.#unlist(id);
    } else {
      this.#listing.put(id, far.router, entry !== undefined);
      if (entry !== undefined) this.#putFar(id, far, entry);
    }
    this.#settle();
  }

  /** Lists as many of those that are elsewhere as there is room for. `caller` is listed already, for what it is about to say. */
  #settle(caller?: DeviceId): void {
    const near = this.#devices.size - this.#listing.listed + (caller === undefined ? 0 : 1);
    const { show, hide } = this.#listing.settle(this.#options.listedDevices - near);
    for (const id of hide) this.#unlist(id);
    for (const id of caller === undefined || hide.includes(caller) ? show : [caller, ...show]) {
      const far = this.#far.get(id);
      if (far !== undefined) this.#putFar(id, far, undefined);
    }
    if (this.#listing.more !== this.#more.count) this.#more = { count: this.#listing.more, changed: ++this.#version };
  }

  #unlist(id: DeviceId): void {
    const entry = this.#devices.get(id);
    if (entry === undefined) return;
    this.#devices.delete(id);
    const before = this.#gone.get(id) ?? [];
    this.#gone.set(id, [...before, { born: entry.born, died: ++this.#version }]);
  }

  #putFar(id: DeviceId, { name, kind, away, router, routerName }: Far, known: Entry<S> | undefined): void {
    const place = { at: 'far', away, router, routerName } as const;
    if (known === undefined) {
      const version = ++this.#version;
      this.#devices.set(id, {
        id,
        name,
        kind,
        address: '',
        since: Number.NEGATIVE_INFINITY,
        hellos: 0,
        place,
        born: version,
        changed: version,
      });
      return;
    }
    const before = JSON.stringify(describe(known));
    known.name = name;
    known.kind = kind;
    known.place = place;
    if (JSON.stringify(describe(known)) !== before) known.changed = ++this.#version;
  }

  /** One frame for each client that missed something. Clients that missed the same share one message. */
  #deltas(): readonly Effect<S>[] {
    const byTold = new Map<number, News<S> & { to: S[] }>();
    const effects: Effect<S>[] = [];
    for (const [socket, client] of this.#clients) {
      let missed = byTold.get(client.told);
      if (missed === undefined) {
        missed = { ...this.#since(client.told), to: [] };
        byTold.set(client.told, missed);
      }
      client.told = this.#version;
      if (missed.put.some((entry) => entry.id === client.id)) {
        const put = missed.put.filter((entry) => entry.id !== client.id);
        effects.push(...delta([socket], { ...missed, put }));
      } else {
        missed.to.push(socket);
      }
    }
    for (const missed of byTold.values()) effects.push(...delta(missed.to, missed));
    this.#gone.clear();
    return effects;
  }

  #since(told: number): News<S> {
    const put = [...this.#devices.values()].filter((entry) => entry.changed > told);
    // Who came and went unheard of is not mentioned, and who is back is put.
    const wasKnown = ({ born, died }: Tombstone): boolean => born <= told && died > told;
    const gone = [...this.#gone].filter(([id, lives]) => !this.#devices.has(id) && lives.some(wasKnown));
    return { put, gone: gone.map(([id]) => id), ...(this.#more.changed > told && { more: this.#more.count }) };
  }
}

function describe<S>({ id, name, kind, place }: Entry<S>): Device {
  switch (place.at) {
    case 'here':
      return { id, name, kind };
    case 'away':
      return { id, name, kind, away: true };
    case 'far':
      return { id, name, kind, ...(place.away && { away: true }), router: place.routerName };
  }
}

function isReachable<S>({ place }: Entry<S>): boolean {
  return place.at === 'here' || (place.at === 'far' && !place.away);
}

function delta<S>(to: readonly S[], { put, gone, more }: News<S>): readonly Effect<S>[] {
  if (to.length === 0 || (put.length === 0 && gone.length === 0 && more === undefined)) return [];
  const message: RouterMessage = {
    type: 'delta',
    ...(put.length > 0 && { put: put.map(describe) }),
    ...(gone.length > 0 && { gone }),
    ...(more !== undefined && { more }),
  };
  return [{ type: 'send', to, message }];
}

function unreachable<S>(socket: S, to: DeviceId, connection: ConnectionId, reason?: Hindrance): Effect<S> {
  return { type: 'send', to: [socket], message: { type: 'unreachable', to, connection, ...(reason && { reason }) } };
}
