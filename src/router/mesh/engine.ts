/**
 * The bus between routers: beacons find them, one link per pair carries everything, silence ends it.
 *
 *   beacon of a stranger -> dial (the smaller id at once, the greater one only when nothing comes) -> TLS with the mesh key
 *   -> hello both ways -> member (members.ts) -> frames -> silence for 4 s (liveness.ts), or an end
 */
import { isIPv4 } from 'node:net';
import type { TLSSocket } from 'node:tls';
import type { Log } from '../machine/log.ts';
import type { Server } from '../relay/ice.ts';
import { type Backhaul, isFromBackhaul } from './backhaul.ts';
import type { Beacon } from './beacon.ts';
import type { Bus, BusEvents, BusStatus, Incarnation, RouterId, Self } from './bus.ts';
import { Dialler } from './dialler.ts';
import { Discovery } from './discovery.ts';
import { frame } from './framing.ts';
import type { MeshKeys } from './keys.ts';
import { LeftAlone } from './left-alone.ts';
import { Link, type LinkEnd, type LinkEvents } from './link.ts';
import { isKeyError, type Listener, listen } from './listener.ts';
import { Members } from './members.ts';
import { encode, type LinkFrame, type MeshMessage } from './messages.ts';
import { Neighbours } from './neighbours.ts';
import type { Passport } from './passport.ts';
import { Strangers } from './strangers.ts';

/** How often members are checked for silence. */
const TICK_MS = 200;
/** A full mesh of more routers needs a hierarchy (README). */
export const MAX_MEMBERS = 128;
/** Somebody who uses this router's id on purpose makes it change its id at most this often. */
const RENEW_EVERY_MS = 30_000;
/** Time for goodbyes. The whole stop must take less than 2 s. */
const BYE_MS = 500;

type EngineOptions = {
  readonly passport: Passport;
  readonly incarnation: Incarnation;
  /** Makes, stores and returns another passport, and with it another id. */
  readonly renew: () => Passport;
  readonly keys: MeshKeys;
  readonly look: () => Backhaul | undefined;
  /** Routers that the operator names, for routed backhauls. */
  readonly peers: readonly Server[];
  /** The port for links; when it is taken, any other. */
  readonly port: number;
  readonly log: Log;
  /** Monotonic, in milliseconds. */
  readonly now?: () => number;
  /** The clock that people read, in milliseconds since 1970. */
  readonly wall?: () => number;
};

export class Engine implements Bus {
  readonly #options: EngineOptions;
  readonly #now: () => number;
  readonly #wall: () => number;
  readonly #members: Members;
  readonly #pending = new Set<Link>();
  readonly #leftAlone = new LeftAlone();
  readonly #neighbours = new Neighbours();
  readonly #strangers = new Strangers();
  readonly #discovery: Discovery;
  readonly #dialler: Dialler;
  #passport: Passport;
  #events: BusEvents | undefined;
  #listener: Listener | undefined;
  #version = 0;
  #ticked: number;
  #timer: NodeJS.Timeout | undefined;
  #renewedAt = Number.NEGATIVE_INFINITY;

  constructor(options: EngineOptions) {
    const { keys, look, peers, log } = options;
    const now = options.now ?? (() => performance.now());
    this.#options = options;
    this.#now = now;
    this.#wall = options.wall ?? Date.now;
    this.#passport = options.passport;
    this.#ticked = now();
    const [neighbours, strangers] = [this.#neighbours, this.#strangers];
    const isLinked = (id: RouterId): boolean => this.#members.linkTo(id) !== undefined;
    this.#members = new Members({
      self: () => this.self,
      joined: (member) => {
        this.#discovery.joined(member.id);
        this.#events?.joined(member);
      },
      left: (id, how) => {
        this.#discovery.left(id, how);
        this.#events?.left(id, how);
      },
      // A link may stand still on a bad radio, where a datagram gets through.
      unanswered: (id) => this.#discovery.reach(id),
      log,
      now,
    });
    const isWanted = (id: RouterId): boolean => !isLinked(id) && !this.#leftAlone.has(id, now());
    this.#dialler = new Dialler({
      keys,
      peers,
      neighbours,
      isWanted,
      isAvoided: (address) => this.#leftAlone.hasAddress(address, now()),
      self: () => this.self,
      linked: (socket) => this.#linked(socket, true),
      failed: (address, error) => {
        if (isKeyError(error)) strangers.met(address, keys.open ? 'has-key' : 'other-key', now());
        log.debug(`no link to ${address}: ${error.message}`);
      },
      now,
    });
    this.#discovery = new Discovery({
      self: () => this.self,
      keys,
      look,
      port: () => this.#listener?.port ?? options.port,
      version: () => this.#version,
      isLinked,
      isWanted,
      links: () => this.#members.links().length,
      heard: (beacon) => this.#heard(beacon),
      double: ({ port }, from) => this.#dialler.look({ address: from, port }),
      neighbours,
      strangers,
      log,
      now,
    });
  }

  get self(): Self {
    return { id: this.#passport.id, incarnation: this.#options.incarnation };
  }

  async start(events: BusEvents): Promise<void> {
    this.#events = events;
    const { keys, port, log } = this.#options;
    this.#listener = await listen({
      keys,
      port,
      allows: (address) => this.#allows(address),
      linked: (socket) => this.#linked(socket, false),
      refused: (address) => this.#strangers.met(address, keys.open ? 'has-key' : 'other-key', this.#now()),
      log,
    });
    this.#discovery.start();
    this.#ticked = this.#now();
    this.#timer = setInterval(() => this.#tick(), TICK_MS);
  }

  publish(message: MeshMessage): void {
    const bytes = frame(encode(message));
    for (const link of this.#members.links()) link.write(bytes);
  }

  send(to: RouterId, message: MeshMessage): boolean {
    return this.#members.linkTo(to)?.send(message) === true;
  }

  shun(id: RouterId, why: string): void {
    this.#members.linkTo(id)?.end('misbehaved', why);
  }

  isOnBackhaul(id: RouterId): boolean {
    const link = this.#members.linkTo(id);
    return link !== undefined && (!isIPv4(link.address) || this.#neighbours.get(id)?.places.has(6) === true);
  }

  advertise(version: number): void {
    this.#version = version;
  }

  status(): BusStatus {
    const now = this.#now();
    const members = this.#members.status(now, this.#wall());
    const strangers = this.#strangers.list(now);
    if (this.#discovery.backhaul !== undefined || this.#options.peers.length > 0) return { members, strangers };
    return { members, strangers, problem: 'the interface of the backhaul has no address now' };
  }

  async stop(): Promise<void> {
    clearInterval(this.#timer);
    this.#events = undefined;
    this.#discovery.stop();
    this.#dialler.stop();
    this.#listener?.stop();
    const links = this.#members.links();
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<void>((resolve) => (timer = setTimeout(resolve, BYE_MS)));
    await Promise.race([late, Promise.all(links.map((link) => link.bye()))]);
    clearTimeout(timer);
    for (const link of [...links, ...this.#pending]) link.end('broken', 'this router stops');
  }

  /**
   * From the backhaul, or from a peer that the operator named; from anywhere when there is a key, which phones do not
   * have.
   */
  #allows(address: string): boolean {
    const { peers, keys } = this.#options;
    const { backhaul } = this.#discovery;
    if (backhaul !== undefined && isFromBackhaul(address, backhaul)) return true;
    return !keys.open || peers.some((peer) => peer.address === address);
  }

  #heard(beacon: Beacon): void {
    const { id, incarnation, version } = beacon;
    if (this.#members.heard(id, incarnation)) {
      this.#events?.advertised(id, version);
      if (this.#members.linkTo(id) !== undefined) return;
    }
    this.#dialler.consider();
  }

  #linked(socket: TLSSocket, dialled: boolean): void {
    // It may have ended in the moment in which it was made.
    if (socket.destroyed) return;
    const events: LinkEvents = {
      hello: (link, other) => this.#hello(link, other),
      frame: (link, message) => this.#take(link, message),
      end: (link, how, why) => this.#ended(link, how, why),
    };
    this.#pending.add(new Link(socket, dialled, this.self, this.#passport, events, this.#now, this.#wall));
  }

  #hello(link: Link, other: Self): void {
    this.#pending.delete(link);
    this.#dialler.met(link, other);
    if (other.id === this.self.id) {
      this.#double(link, other.incarnation);
      return;
    }
    const now = this.#now();
    if (!this.#members.has(other.id) && this.#members.size >= MAX_MEMBERS) {
      this.#strangers.met(link.address, 'too-many', now);
      return void link.bye();
    }
    if (this.#leftAlone.has(other.id, now) || !this.#members.takes(link, other)) return void link.bye();
    this.#neighbours.met(other.id, other.incarnation, now);
    this.#members.adopt(link, other);
  }

  /**
   * A living router with our id and passport: a copy of our disk image. Both ends know both incarnations here, so the
   * router with the greater incarnation takes another id, and the other one keeps it.
   */
  #double(link: Link, incarnation: Incarnation): void {
    const { self } = this;
    // After our hello, which the other side needs to reach the same result.
    void link.bye();
    if (incarnation >= self.incarnation || this.#now() - this.#renewedAt < RENEW_EVERY_MS) return;
    this.#renewedAt = this.#now();
    this.#members.partAll();
    for (const pending of this.#pending) pending.end('broken', 'this router takes another id');
    this.#passport = this.#options.renew();
    this.#options.log.warn(`another router has the id ${self.id}: this one is ${this.self.id} from now on`);
    this.#events?.renamed(this.self.id);
    this.#discovery.burst();
  }

  #take(link: Link, message: Exclude<LinkFrame, { type: 'hello' }>): void {
    const from = this.#members.at(link);
    if (from === undefined || message.type === 'ping' || message.type === 'pong' || message.type === 'bye') return;
    this.#events?.received(from, message);
  }

  #ended(link: Link, how: LinkEnd, why: string): void {
    this.#pending.delete(link);
    if (how === 'misbehaved' || how === 'other-version') {
      const isNews = this.#strangers.met(link.address, how === 'misbehaved' ? 'misbehaves' : how, this.#now());
      if (link.other !== undefined) this.#leftAlone.add(link.other.id, this.#now());
      // Only where this side dialled: a caller may be a phone behind a router's NAT, and that router is not to blame.
      else if (link.dialled) this.#leftAlone.addAddress(link.address, this.#now());
      this.#options.log[isNews ? 'warn' : 'debug'](`a router at ${link.address} is left alone for a while: ${why}`);
    }
    if (!this.#members.ended(link, how, why)) return;
    if (link.other !== undefined) this.#neighbours.wasLinked(link.other.id, link.address, link.heardAt);
    this.#discovery.unlinked();
    this.#dialler.consider();
  }

  #tick(): void {
    const now = this.#now();
    // While this process did not run, it could not hear anything.
    const unheard = Math.max(0, now - this.#ticked - 2 * TICK_MS);
    this.#ticked = now;
    this.#members.tick(now, unheard);
    this.#leftAlone.tick(now);
    this.#dialler.consider();
  }
}
