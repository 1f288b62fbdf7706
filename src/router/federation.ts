/**
 * Makes one of many routers: tells the others who is here, tells the hub who is there, and hands signals across. Joins the
 * hub, presence and a bus, which know nothing of each other.
 */
import { createHash } from 'node:crypto';
import { CLOSE, type DeviceId, inFirstWords } from '../protocol/signaling.ts';
import { TokenBucket } from '../transfer/token-bucket.ts';
import type { Log } from './machine/log.ts';
import { Acquaintances } from './mesh/acquaintances.ts';
import type { Apart, BackhaulAddress } from './mesh/apart.ts';
import type { About, Bus, BusStatus, Member, MemberStatus, RouterId } from './mesh/bus.ts';
import { type Departed, DepartedRouters } from './mesh/departed.ts';
import type { MeshMessage } from './mesh/messages.ts';
import { isPresence, type Loss, type Outcome, Presence } from './mesh/presence.ts';
import { type LeavesFrom, Ways } from './mesh/ways.ts';
import type { Server } from './relay/ice.ts';
import type { Effect, Hub, Passed } from './signaling/hub.ts';

/** Changes of so long a time are one delta. The first after a quiet time goes at once. */
export const PUBLISH_INTERVAL_MS = 100;
/** How often it is looked whether STUN still answers. */
const LOOK_AT_STUN_MS = 250;
/** How often it is looked at what of the others no message tells: whether more of their devices may be taken, and the way to them. */
const LOOK_AT_OTHERS_MS = 1_000;
/** A delta may be on its way while a beacon already tells of it. */
const MISSED_AFTER_MS = 700;
/** Signals of one neighbour's devices: connecting 50 pairs at once is about 1,000. */
const SIGNALS_PER_SECOND = 200;
const BURST_SIGNALS = 2_000;
/** Snapshots that one neighbour gets. */
const SNAPSHOTS_PER_SECOND = 1;
const BURST_SNAPSHOTS = 5;

export type FederationOptions<S> = {
  readonly bus: Bus;
  /** Whether routers must know a key to belong to this mesh. */
  readonly trust: 'key' | 'open';
  readonly hub: Hub<S>;
  readonly perform: (effects: readonly Effect<S>[]) => void;
  readonly name: string;
  /** This router's STUN server on the backhaul, while one answers. */
  readonly stun: () => Server | undefined;
  /** This router's IPv4 address on the backhaul. */
  readonly backhaul: () => BackhaulAddress | undefined;
  readonly leavesFrom: LeavesFrom;
  /** Whether clients may be sent to a server that another router names. */
  readonly isUsable: (server: Server) => boolean;
  readonly graceMs: number;
  readonly log: Log;
  readonly now?: () => number;
};

export type RouterSeen = MemberStatus & {
  readonly name: string;
  readonly clients: number;
  /** What keeps its devices and those here apart. */
  readonly apart?: Apart;
};
export type FederationStatus = Omit<BusStatus, 'members'> & {
  readonly routers: readonly RouterSeen[];
  /** Routers that were here and left. */
  readonly departed: readonly Departed[];
  /** Devices behind all routers. */
  readonly devices: number;
  /** Equal on routers that know of the same devices at the same places. */
  readonly presence: string;
  /** Signals of neighbours that were not passed on, because there were too many or they were nobody's. */
  readonly dropped: number;
};

type Fellow = {
  readonly address: string;
  readonly signals: TokenBucket;
  readonly snapshots: TokenBucket;
  behindSince: number | undefined;
};

export class Federation<S> {
  readonly #options: FederationOptions<S>;
  readonly #now: () => number;
  readonly #presence: Presence;
  readonly #acquaintances: Acquaintances;
  readonly #ways: Ways;
  readonly #fellows = new Map<RouterId, Fellow>();
  /** Of routers whose devices are listed, gone ones included. */
  readonly #abouts = new Map<RouterId, About>();
  readonly #departed = new DepartedRouters();
  #stun: Server | undefined;
  #backhaul: BackhaulAddress | undefined;
  #watch: NodeJS.Timeout | undefined;
  #others: NodeJS.Timeout | undefined;
  #publishing: NodeJS.Timeout | undefined;
  #alarm: NodeJS.Timeout | undefined;
  #publishedAt = Number.NEGATIVE_INFINITY;
  #dropped = 0;
  /** Raised whenever `places()` of presence may be others. */
  #changes = 0;
  #whole: { readonly at: number; readonly devices: number; readonly presence: string } | undefined;
  #running = false;

  constructor(options: FederationOptions<S>) {
    this.#options = options;
    this.#now = options.now ?? (() => performance.now());
    this.#acquaintances = new Acquaintances(options.trust);
    this.#ways = new Ways(options.leavesFrom);
    this.#presence = new Presence(options.bus.self, options.graceMs, (router, now) =>
      this.#acquaintances.allowance(router, now),
    );
  }

  async start(): Promise<void> {
    const { bus, stun, backhaul, hub, name } = this.#options;
    this.#running = true;
    this.#stun = stun();
    this.#backhaul = backhaul();
    await bus.start({
      joined: (member) => this.#joined(member),
      left: (id, how) => {
        this.#remember(id);
        this.#fellows.delete(id);
        this.#ways.forget(id);
        this.#acquaintances.left(id, this.#now());
        this.#apply(this.#presence.left(id, how, this.#now()));
        this.#forgetAbouts();
      },
      received: (from, message) => this.#received(from, message),
      advertised: (from, version) => this.#advertised(from, version),
      renamed: (id) => {
        this.#presence.rename(bus.self);
        this.#changes += 1;
        hub.rename({ id, name });
      },
    });
    this.#watch = setInterval(() => this.#lookAtOurselves(), LOOK_AT_STUN_MS);
    this.#others = setInterval(() => this.#lookAtOthers(), LOOK_AT_OTHERS_MS);
    this.changed();
  }

  async stop(): Promise<void> {
    this.#running = false;
    clearInterval(this.#watch);
    clearInterval(this.#others);
    clearTimeout(this.#publishing);
    clearTimeout(this.#alarm);
    await this.#options.bus.stop();
  }

  /** Something about the devices of this router may have changed. */
  changed(): void {
    if (!this.#running || this.#publishing !== undefined) return;
    const wait = Math.max(0, this.#publishedAt + PUBLISH_INTERVAL_MS - this.#now());
    this.#publishing = setTimeout(() => this.#publish(), wait);
  }

  /** One of our devices says something to one behind another router. */
  pass(router: RouterId, message: Passed): void {
    const { bus, hub, perform } = this.#options;
    // Nobody is called by a stranger: who calls is known there before the call comes.
    if (message.type === 'signal') this.#publish();
    if (
      bus.send(router, this.#abouts.get(router)?.anyRefusal ? message : forOlder(message)) ||
      message.type === 'unreachable'
    )
      return;
    const { from, to, connection } = message;
    perform(hub.take(router, { type: 'unreachable', from, to, connection }, this.#now()));
  }

  stunOf(router: RouterId): Server | undefined {
    const stun = this.#abouts.get(router)?.stun;
    return stun !== undefined && this.#options.isUsable(stun) ? stun : undefined;
  }

  /** What keeps the devices of that router and those here apart. */
  apartFrom(router: RouterId): Apart | undefined {
    return this.#ways.apartFrom(router);
  }

  status(): FederationStatus {
    const { members, ...rest } = this.#options.bus.status();
    const routers = members.map((member) => ({
      ...member,
      name: this.#abouts.get(member.id)?.name ?? member.id,
      clients: this.#presence.clientsOf(member.id),
      ...apartOf(this.apartFrom(member.id)),
    }));
    const { devices, presence } = this.#lookAtWhole();
    const departed = this.#departed.list(this.#now());
    return { ...rest, routers, departed, devices, presence, dropped: this.#dropped };
  }

  /** Another text whenever `status` would tell of other people or routers. No device is looked at for it. */
  standing(): string {
    const { members, strangers, problem } = this.#options.bus.status();
    return JSON.stringify([
      this.#changes,
      problem,
      members.map(({ id, linked }) => [id, linked, this.#abouts.get(id)?.name, this.apartFrom(id)]),
      strangers.map(({ address, reason }) => [address, reason]),
    ]);
  }

  #joined({ id, incarnation, address }: Member): void {
    const now = this.#now();
    this.#departed.joined(id, address);
    this.#acquaintances.joined(id, address, now);
    this.#fellows.set(id, {
      address,
      signals: new TokenBucket(BURST_SIGNALS, SIGNALS_PER_SECOND, now),
      snapshots: new TokenBucket(BURST_SNAPSHOTS, SNAPSHOTS_PER_SECOND, now),
      behindSince: undefined,
    });
    const { bus } = this.#options;
    this.#lookAtOurselves();
    bus.send(id, this.#about());
    bus.send(id, this.#presence.snapshot());
    this.#apply(this.#presence.joined(id, incarnation, now));
  }

  #received(from: RouterId, message: MeshMessage): void {
    const fellow = this.#fellows.get(from);
    if (fellow === undefined) return;
    if (isPresence(message)) {
      this.#publish(); // Claims are compared with what is true here now.
      const outcome = this.#presence.receive(from, message, this.#now());
      if (outcome.want) this.#options.bus.send(from, { type: 'want' });
      this.#apply(outcome);
      if (outcome.isLie) this.#options.bus.shun(from, 'it lists a device that never said hello to it');
      return;
    }
    switch (message.type) {
      case 'want':
        if (fellow.snapshots.take(this.#now())) this.#options.bus.send(from, this.#presence.snapshot());
        return;
      case 'about':
        this.#abouts.set(from, message.about);
        this.#acquaintances.told(from, message.about.backhaul?.address, this.#now());
        this.#lookAtWay(from);
        return;
      case 'signal':
      case 'unreachable':
        if (fellow.signals.take(this.#now())) this.#options.perform(this.#options.hub.take(from, message, this.#now()));
        else this.#dropped += 1;
    }
  }

  #advertised(from: RouterId, version: number): void {
    const fellow = this.#fellows.get(from);
    if (fellow === undefined) return;
    const now = this.#now();
    if (!this.#presence.isBehind(from, version)) fellow.behindSince = undefined;
    else if (fellow.behindSince === undefined) fellow.behindSince = now;
    else if (now - fellow.behindSince >= MISSED_AFTER_MS) {
      fellow.behindSince = now;
      this.#options.bus.send(from, { type: 'want' });
    }
  }

  #publish(): void {
    clearTimeout(this.#publishing);
    this.#publishing = undefined;
    this.#publishedAt = this.#now();
    // Whoever is told of a device knows by then what a call to it needs: STUN may be seconds younger than the link.
    this.#lookAtOurselves();
    const { bus, hub } = this.#options;
    const { message, lost } = this.#presence.publish(hub.locals());
    if (message !== undefined) {
      this.#changes += 1;
      bus.publish(message);
      bus.advertise(this.#presence.version);
    }
    if (lost.length > 0) this.#surrender(lost);
  }

  #apply({ changed, lost }: Outcome): void {
    if (changed.size > 0) this.#changes += 1;
    for (const id of changed) this.#place(id);
    this.#surrender(lost);
    clearTimeout(this.#alarm);
    const due = this.#presence.nextDue();
    if (due === undefined || !this.#running) return;
    this.#alarm = setTimeout(() => this.#apply(this.#presence.tick(this.#now())), Math.max(1, due - this.#now()));
  }

  /**
   * A device that comes to another router while this one can tell has moved on: a page still open here is a second one. A
   * device that turns out to have been elsewhere, when islands meet, may be at either place: it says hello again.
   */
  #surrender(lost: readonly Loss[]): void {
    const { hub, perform } = this.#options;
    perform(lost.flatMap(({ device, later }) => hub.surrender(device, later ? CLOSE.replaced : CLOSE.silent)));
  }

  #place(id: DeviceId): void {
    const far = this.#presence.find(id);
    const routerName = far && (this.#abouts.get(far.router)?.name ?? far.router);
    this.#options.hub.place(id, far && routerName !== undefined ? { ...far, routerName } : undefined);
  }

  #about(): MeshMessage {
    const { name } = this.#options;
    const about = {
      name,
      anyRefusal: true,
      ...(this.#stun && { stun: this.#stun }),
      ...(this.#backhaul && { backhaul: this.#backhaul }),
    };
    return { type: 'about', about };
  }

  /** Others are told when what they know of this router is another now. */
  #lookAtOurselves(): void {
    const before = JSON.stringify(this.#about());
    this.#stun = this.#options.stun();
    this.#backhaul = this.#options.backhaul();
    if (JSON.stringify(this.#about()) === before) return;
    this.#options.bus.publish(this.#about());
    for (const id of this.#fellows.keys()) this.#lookAtWay(id);
  }

  #lookAtWay(id: RouterId): void {
    const link = this.#fellows.get(id)?.address;
    if (link !== undefined) void this.#ways.look(id, this.#backhaul, this.#abouts.get(id)?.backhaul, link);
  }

  /** Of a router that has become known, or whose list is shorter now, the rest is taken; routes come and go unheard. */
  #lookAtOthers(): void {
    for (const id of this.#presence.wanting(this.#now())) this.#options.bus.send(id, { type: 'want' });
    for (const id of this.#fellows.keys()) this.#lookAtWay(id);
  }

  /** All devices, put in order and hashed only when one has changed: 60 ms of a core for 50,000. */
  #lookAtWhole(): { readonly devices: number; readonly presence: string } {
    if (this.#whole?.at === this.#changes) return this.#whole;
    const places = [...this.#presence.places()].sort();
    const presence = createHash('sha256').update(places.join('\n')).digest('hex').slice(0, 16);
    this.#whole = { at: this.#changes, devices: places.length, presence };
    return this.#whole;
  }

  /** Only one that told its name: what said hello and was gone again is nobody to look for. */
  #remember(id: RouterId): void {
    const [fellow, about] = [this.#fellows.get(id), this.#abouts.get(id)];
    if (fellow !== undefined && about !== undefined) this.#departed.left(id, about.name, fellow.address, this.#now());
  }

  #forgetAbouts(): void {
    for (const id of this.#abouts.keys())
      if (!this.#fellows.has(id) && !this.#presence.knows(id)) this.#abouts.delete(id);
  }
}

const forOlder = (message: Passed): Passed =>
  message.type === 'signal' ? { ...message, signal: inFirstWords(message.signal) } : message;

const apartOf = (apart: Apart | undefined): { readonly apart?: Apart } => (apart === undefined ? {} : { apart });
