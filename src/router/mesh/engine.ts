/**
 * The bus between routers: beacons find them, one link per pair carries everything, silence ends it.
 *
 *   beacon of a stranger -> dial (the smaller id at once, the greater one only when nothing comes) -> TLS with the mesh key
 *   -> hello both ways -> member -> frames -> silence for 4 s, or an end
 *
 * Liveness is not left to TCP, whose own idea of a dead peer takes minutes: whatever is heard of a member counts, beacon or
 * frame; one that is silent is asked over the link; one that stays silent is gone.
 */
import type { TLSSocket } from 'node:tls';
import type { Log } from '../machine/log.ts';
import type { Server } from '../relay/ice.ts';
import { type Backhaul, isFromBackhaul } from './backhaul.ts';
import type { Beacon } from './beacon.ts';
import type { Bus, BusEvents, BusStatus, Departure, Incarnation, Member, RouterId, Self } from './bus.ts';
import { differenceOf } from './clock.ts';
import { Dialler } from './dialler.ts';
import { Discovery } from './discovery.ts';
import { frame } from './framing.ts';
import type { MeshKeys } from './keys.ts';
import { Link, type LinkEnd, type LinkEvents } from './link.ts';
import { isKeyError, type Listener, listen } from './listener.ts';
import type { LinkFrame, MeshMessage } from './messages.ts';
import { Neighbours } from './neighbours.ts';
import type { Passport } from './passport.ts';
import { Strangers } from './strangers.ts';

/** How often silence is looked at. */
const TICK_MS = 200;
/** Two beacons are missing: ask over the link, which repeats what is lost. */
const ASK_AFTER_MS = 2_200;
const ASK_EVERY_MS = 500;
/** Gone. Whoever lost a cable shall know within 5 s, other delays included. */
const SILENT_MS = 4_000;
/** A link whose router is heard by beacons alone is asked as well: the connection may be dead. */
export const ASK_IDLE_LINK_MS = 10_000;
const LINK_ANSWER_MS = 3_000;
/** Clocks are compared at once, and then this often: somebody who has set one sees it on the other router's page. */
const COMPARE_CLOCKS_MS = 30_000;
/** A closed link may be one of two that were made at once: the other one follows. */
const LINGER_MS = 300;
/** Links made within this time of each other were made at once. */
const AT_ONCE_MS = 3_000;
/** A full mesh of more routers needs a hierarchy (README). */
export const MAX_MEMBERS = 128;
/** A router that said what no router says is left alone for this time. */
const SHUNNED_MS = 30_000;
/** Somebody who takes this router's id on purpose makes it change its id this often at most. */
const RENEW_EVERY_MS = 30_000;
/** Time that good-byes get. The whole stop must take less than 2 s. */
const BYE_MS = 500;

export type EngineOptions = {
  readonly passport: Passport;
  readonly incarnation: Incarnation;
  /** Makes, keeps and gives another passport, and with it another id. */
  readonly renew: () => Passport;
  readonly keys: MeshKeys;
  readonly look: () => Backhaul | undefined;
  /** Routers that the operator names, for backhauls that are routed. */
  readonly peers: readonly Server[];
  /** The port to take links at; any other one when it is taken. */
  readonly port: number;
  readonly log: Log;
  /** Monotonic, in milliseconds. */
  readonly now?: () => number;
  /** The clock that people read, in milliseconds since 1970. */
  readonly wall?: () => number;
};

type Fellow = Self & {
  address: string;
  heardAt: number;
  link: Link | undefined;
  /** Closed, and to be announced as such then, unless another link comes. */
  closesAt: number | undefined;
  /** Asked so many milliseconds ago at last. */
  askedAt: number;
  comparedAt: number;
};

export class Engine implements Bus {
  readonly #options: EngineOptions;
  readonly #now: () => number;
  readonly #wall: () => number;
  readonly #fellows = new Map<RouterId, Fellow>();
  readonly #pending = new Set<Link>();
  readonly #shunned = new Map<RouterId, number>();
  /** Addresses at which somebody answered who did not prove an id: until when they are not dialled. */
  readonly #avoided = new Map<string, number>();
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
    const isLinked = (id: RouterId): boolean => this.#fellows.get(id)?.link !== undefined;
    this.#dialler = new Dialler({
      keys,
      peers,
      neighbours,
      isWanted: (id) => !isLinked(id) && !this.#isShunned(id),
      isAvoided: (address) => (this.#avoided.get(address) ?? 0) > now(),
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
    const bytes = frame(JSON.stringify(message));
    for (const { link } of [...this.#fellows.values()]) link?.write(bytes);
  }

  send(to: RouterId, message: MeshMessage): boolean {
    return this.#fellows.get(to)?.link?.send(message) === true;
  }

  shun(id: RouterId, why: string): void {
    this.#fellows.get(id)?.link?.end('misbehaved', why);
  }

  advertise(version: number): void {
    this.#version = version;
  }

  status(): BusStatus {
    const now = this.#now();
    const wall = this.#wall();
    const members = [...this.#fellows.values()].map((fellow) => ({
      ...memberOf(fellow),
      lastSeenMs: Math.max(0, Math.round(now - fellow.heardAt)),
      linked: fellow.link !== undefined,
      ...(fellow.link?.clock && { clock: differenceOf(fellow.link.clock, now, wall) }),
    }));
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
    const links = [...this.#fellows.values()].flatMap(({ link }) => link ?? []);
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<void>((resolve) => (timer = setTimeout(resolve, BYE_MS)));
    await Promise.race([late, Promise.all(links.map((link) => link.bye()))]);
    clearTimeout(timer);
    for (const link of [...links, ...this.#pending]) link.end('broken', 'this router stops');
  }

  /** From the backhaul, or from a peer that the operator named. Who has the key, which phones have not, may be anywhere. */
  #allows(address: string): boolean {
    const { peers, keys } = this.#options;
    const { backhaul } = this.#discovery;
    if (backhaul !== undefined && isFromBackhaul(address, backhaul)) return true;
    return !keys.open || peers.some((peer) => peer.address === address);
  }

  #heard(beacon: Beacon): void {
    const { id, incarnation, version } = beacon;
    const fellow = this.#fellows.get(id);
    if (fellow?.incarnation === incarnation) {
      fellow.heardAt = this.#now();
      this.#events?.advertised(id, version);
      if (fellow.link !== undefined) return;
    }
    this.#dialler.consider();
  }

  #linked(socket: TLSSocket, dialled: boolean): void {
    // It may have ended in the very moment in which it was made.
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
    const known = this.#fellows.get(other.id);
    if (known === undefined && this.#fellows.size >= MAX_MEMBERS) {
      this.#strangers.met(link.address, 'too-many', this.#now());
      return void link.bye();
    }
    if (this.#isShunned(other.id)) return void link.bye();
    if (known?.link !== undefined && !this.#replaces(link, known.link, known, other)) return void link.bye();
    this.#adopt(link, other, known);
  }

  #adopt(link: Link, other: Self, known: Fellow | undefined): void {
    const now = this.#now();
    const before = known?.link;
    if (known !== undefined) known.link = undefined;
    before?.end('broken', 'another link takes its place');
    if (known !== undefined && known.incarnation !== other.incarnation) this.#part(known, 'closed');
    this.#neighbours.met(other.id, other.incarnation, now);
    const fellow = {
      ...other,
      address: link.address,
      heardAt: now,
      link,
      closesAt: undefined,
      askedAt: now,
      comparedAt: Number.NEGATIVE_INFINITY,
    };
    this.#fellows.set(other.id, fellow);
    this.#options.log.debug(`linked to router ${other.id} at ${link.address}`);
    this.#events?.joined(memberOf(fellow));
  }

  /**
   * Of two links between the same two routers both ends must keep the same one: of two that were made at once the one that
   * the smaller id dialled; else the new one, for whoever dialled it had none.
   */
  #replaces(link: Link, old: Link, known: Fellow, other: Self): boolean {
    if (known.incarnation !== other.incarnation) return other.incarnation > known.incarnation || this.#isQuiet(old);
    if (link.since - old.since > AT_ONCE_MS || link.dialled === old.dialled) return true;
    const isSmaller = this.self.id < other.id;
    return link.dialled === isSmaller;
  }

  #isQuiet(link: Link): boolean {
    return this.#now() - link.heardAt > ASK_AFTER_MS;
  }

  /**
   * A living router with our id and passport: copied from one disk image. Both ends know both incarnations here, so the one
   * with the greater incarnation takes another id, and the other one keeps it.
   */
  #double(link: Link, incarnation: Incarnation): void {
    const { self } = this;
    // In order: the other side must get our hello to come to the same result.
    void link.bye();
    if (incarnation >= self.incarnation || this.#now() - this.#renewedAt < RENEW_EVERY_MS) return;
    this.#renewedAt = this.#now();
    for (const fellow of [...this.#fellows.values()]) {
      void fellow.link?.bye();
      fellow.link = undefined;
      this.#part(fellow, 'closed');
    }
    for (const pending of this.#pending) pending.end('broken', 'this router takes another id');
    this.#passport = this.#options.renew();
    this.#options.log.warn(`another router has the id ${self.id}: this one is ${this.self.id} from now on`);
    this.#events?.renamed(this.self.id);
    this.#discovery.burst();
  }

  #take(link: Link, message: Exclude<LinkFrame, { type: 'hello' }>): void {
    const fellow = link.other && this.#fellows.get(link.other.id);
    if (fellow?.link !== link) return;
    if (message.type !== 'ping' && message.type !== 'pong' && message.type !== 'bye')
      this.#events?.received(fellow.id, message);
  }

  #ended(link: Link, how: LinkEnd, why: string): void {
    this.#pending.delete(link);
    const fellow = link.other && this.#fellows.get(link.other.id);
    if (how === 'misbehaved' || how === 'other-version') {
      const isNews = this.#strangers.met(link.address, how === 'misbehaved' ? 'misbehaves' : how, this.#now());
      const until = this.#now() + SHUNNED_MS;
      if (link.other !== undefined) this.#shunned.set(link.other.id, until);
      // Only where this side dialled: what dials us may be a phone behind a router's NAT, which is no fault of that router.
      else if (link.dialled) this.#avoided.set(link.address, until);
      this.#options.log[isNews ? 'warn' : 'debug'](`a router at ${link.address} is left alone for a while: ${why}`);
    }
    if (fellow?.link !== link) return;
    this.#options.log.debug(`the link to router ${fellow.id} ended: ${why}`);
    fellow.link = undefined;
    fellow.heardAt = Math.max(fellow.heardAt, link.heardAt);
    if (how === 'bye') this.#part(fellow, 'closed');
    // Nothing that it said stays.
    else if (how === 'misbehaved') this.#part(fellow, 'silent');
    // Broken, but perhaps alive: beacons and silence decide.
    else if (how === 'closed') fellow.closesAt = this.#now() + LINGER_MS;
    this.#dialler.consider();
  }

  #part(fellow: Fellow, how: Departure): void {
    this.#fellows.delete(fellow.id);
    this.#events?.left(fellow.id, how);
  }

  #isShunned(id: RouterId): boolean {
    return (this.#shunned.get(id) ?? 0) > this.#now();
  }

  #tick(): void {
    const now = this.#now();
    // While this process did not run, it did not listen.
    const unheard = Math.max(0, now - this.#ticked - 2 * TICK_MS);
    this.#ticked = now;
    for (const fellow of [...this.#fellows.values()]) {
      fellow.heardAt += unheard;
      if (fellow.link !== undefined) fellow.heardAt = Math.max(fellow.heardAt, fellow.link.heardAt);
      this.#watch(fellow, now);
    }
    for (const [id, until] of this.#shunned) if (until <= now) this.#shunned.delete(id);
    for (const [address, until] of this.#avoided) if (until <= now) this.#avoided.delete(address);
    this.#dialler.consider();
  }

  #watch(fellow: Fellow, now: number): void {
    const { link, closesAt } = fellow;
    const silence = now - fellow.heardAt;
    if (closesAt !== undefined && closesAt <= now) {
      this.#part(fellow, 'closed');
      return;
    }
    if (silence > SILENT_MS) {
      fellow.link = undefined;
      link?.end('broken', 'silence');
      this.#part(fellow, 'silent');
      return;
    }
    if (link === undefined) return;
    if (link.askedAt !== undefined && now - link.askedAt > LINK_ANSWER_MS && silence < ASK_AFTER_MS) {
      link.end('broken', 'it is heard, but the link is dead');
      return;
    }
    const due = silence > ASK_AFTER_MS || now - link.heardAt > ASK_IDLE_LINK_MS;
    if (due && now - fellow.askedAt >= ASK_EVERY_MS) {
      fellow.askedAt = now;
      fellow.comparedAt = now;
      link.ask(now);
    } else if (!due && now - fellow.comparedAt >= COMPARE_CLOCKS_MS) {
      fellow.comparedAt = now;
      link.compareClocks(now);
    }
  }
}

const memberOf = ({ id, incarnation, address }: Fellow): Member => ({ id, incarnation, address });
