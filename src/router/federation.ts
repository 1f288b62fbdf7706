/**
 * Makes one of many routers: tells the others which devices are here, tells the hub which are there, and hands signals
 * across. The hub and the mesh meet only here, and know nothing of each other's work.
 *
 *   hub: changed  --> publish: a delta to all routers     hub: pass --> send: to one router, or false
 *   bus: received --> presence --> hub.place              bus: signal --> hub.take
 */
import type { DeviceId } from '../protocol/signaling.ts';
import { Acquaintances } from './mesh/acquaintances.ts';
import type { Apart, BackhaulAddress } from './mesh/apart.ts';
import type { Bus, BusStatus, Departure, Member, MemberStatus, RouterId } from './mesh/bus.ts';
import { type Census, Censuses } from './mesh/census.ts';
import { Claims } from './mesh/claims.ts';
import type { Departed } from './mesh/departed.ts';
import { Fellow } from './mesh/fellow.ts';
import type { MeshMessage, PresenceMessage, WordsMessage } from './mesh/messages.ts';
import type { OtherRouters } from './mesh/other-routers.ts';
import { type Outcome, Presence } from './mesh/presence.ts';
import { type Looks, SelfPortrait } from './mesh/self-portrait.ts';
import type { Passed } from './signaling/effects.ts';
import type { Far } from './signaling/entry.ts';
import type { RunningHub } from './signaling/running-hub.ts';

/** Changes within this time become one delta. The first after a quiet time goes at once. */
export const PUBLISH_INTERVAL_MS = 100;
/** How often the router checks if STUN still answers. */
const LOOK_AT_STUN_MS = 250;
/**
 * How often it checks what no message reports: if more devices of another router may be accepted, where devices are of which
 * too many were in dispute, and the route to each router.
 */
const LOOK_AT_OTHERS_MS = 1_000;

/** What is held here for people, and is exchanged with other routers. */
type Words = {
  joined(router: RouterId): void;
  left(router: RouterId): void;
  received(from: RouterId, message: WordsMessage): void;
};

type FederationOptions<S> = Looks & {
  readonly bus: Bus;
  /** `key`: routers must know a key to belong to this mesh. */
  readonly trust: 'key' | 'open';
  readonly hub: RunningHub<S>;
  readonly others: OtherRouters;
  readonly graceMs: number;
  /** Absent: nothing is held here. */
  readonly words?: Words;
  readonly now?: () => number;
};

export type RouterSeen = MemberStatus & {
  readonly name: string;
  readonly clients: number;
  /** What separates its devices from those here. */
  readonly apart?: Apart;
  /** As it states it itself. */
  readonly backhaul?: BackhaulAddress;
};
export type FederationStatus = Omit<BusStatus, 'members'> &
  Census & {
    readonly routers: readonly RouterSeen[];
    /** Routers that were here and left. */
    readonly departed: readonly Departed[];
    /** Signals of neighbours that were not passed on, because there were too many or their sender was not listed. */
    readonly dropped: number;
  };

export class Federation<S> {
  readonly #options: FederationOptions<S>;
  readonly #now: () => number;
  readonly #presence: Presence;
  readonly #acquaintances: Acquaintances;
  readonly #portrait: SelfPortrait;
  readonly #censuses: Censuses;
  readonly #fellows = new Map<RouterId, Fellow>();
  #timers: readonly NodeJS.Timeout[] = [];
  #publishing: NodeJS.Timeout | undefined;
  #alarm: NodeJS.Timeout | undefined;
  #publishedAt = Number.NEGATIVE_INFINITY;
  #dropped = 0;
  /** Raised whenever `places()` of presence may have changed. */
  #changes = 0;
  #running = false;

  constructor(options: FederationOptions<S>) {
    this.#options = options;
    this.#now = options.now ?? (() => performance.now());
    this.#acquaintances = new Acquaintances(options.trust);
    this.#portrait = new SelfPortrait(options);
    this.#presence = new Presence(
      options.bus.self,
      options.graceMs,
      (router, now) => this.#acquaintances.allowance(router, now),
      new Claims(this.#now),
    );
    this.#censuses = new Censuses(() => this.#presence.places());
  }

  async start(): Promise<void> {
    const { bus, hub, name } = this.#options;
    this.#running = true;
    this.#portrait.look();
    await bus.start({
      joined: (member) => this.#joined(member),
      left: (id, how) => this.#left(id, how),
      received: (from, message) => this.#received(from, message),
      advertised: (from, version) => this.#advertised(from, version),
      renamed: (id) => {
        this.#presence.rename(bus.self);
        this.#changes += 1;
        hub.happen((running, now) => running.renamed({ id, name }, now));
      },
    });
    this.#timers = [
      setInterval(() => this.#lookAtSelf(), LOOK_AT_STUN_MS),
      setInterval(() => this.#lookAtOthers(), LOOK_AT_OTHERS_MS),
    ];
    this.changed();
  }

  async stop(): Promise<void> {
    this.#running = false;
    for (const timer of this.#timers) clearInterval(timer);
    clearTimeout(this.#publishing);
    clearTimeout(this.#alarm);
    await this.#options.bus.stop();
  }

  /** Devices of this router have changed. */
  changed(): void {
    if (!this.#running || this.#publishing !== undefined) return;
    const wait = Math.max(0, this.#publishedAt + PUBLISH_INTERVAL_MS - this.#now());
    this.#publishing = setTimeout(() => this.#publish(), wait);
  }

  /**
   * Passes a message from one of our devices to a device behind another router. False when there is no link to that
   * router, or the device is not there.
   */
  pass(router: RouterId, message: Passed): boolean {
    if (message.type === 'signal') {
      const isProven = this.#presence.isProvenAt(router, message.to);
      if (isProven === false) this.#shun(router);
      if (isProven !== true) return false;
      // A device is never called by one it does not know: the caller is announced before the call.
      this.#publish();
    }
    return this.#options.bus.send(router, message);
  }

  status(): FederationStatus {
    const { bus, others } = this.#options;
    const { members, ...rest } = bus.status();
    const routers = members.map((member) => ({
      ...member,
      name: others.nameOf(member.id),
      clients: this.#presence.clientsOf(member.id),
      // Of a machine on the backhaul alone: a phone that plays a router could name any, and this one would leave its own.
      ...wayTo(others.apartFrom(member.id), bus.isOnBackhaul(member.id) ? others.backhaulOf(member.id) : undefined),
    }));
    const departed = others.departed(this.#now());
    return { ...rest, routers, departed, ...this.#censuses.at(this.#changes), dropped: this.#dropped };
  }

  /** A text that changes whenever `status` would show other devices or routers. Does not look at the devices. */
  standing(): string {
    const { bus, others } = this.#options;
    const { members, strangers, problem } = bus.status();
    return JSON.stringify([
      this.#changes,
      problem,
      members.map(({ id, linked }) => [id, linked, others.nameOf(id), others.apartFrom(id)]),
      strangers.map(({ address, reason }) => [address, reason]),
    ]);
  }

  #joined({ id, incarnation, address }: Member): void {
    const now = this.#now();
    const { bus, others } = this.#options;
    others.joined(id, address);
    this.#acquaintances.joined(id, address, now);
    this.#fellows.set(id, new Fellow(now));
    this.#lookAtSelf();
    bus.send(id, { type: 'about', about: this.#portrait.about });
    bus.send(id, this.#presence.snapshot());
    this.#apply(this.#presence.joined(id, incarnation, now));
    this.#options.words?.joined(id); // after the devices: whoever is called is known first
  }

  #left(id: RouterId, how: Departure): void {
    const now = this.#now();
    const { others } = this.#options;
    others.left(id, now);
    this.#options.words?.left(id);
    this.#fellows.delete(id);
    this.#acquaintances.left(id, now);
    this.#apply(this.#presence.left(id, how, now));
    others.forgetUnless((router) => this.#presence.knows(router));
  }

  #received(from: RouterId, message: MeshMessage): void {
    const fellow = this.#fellows.get(from);
    if (fellow === undefined) return;
    const now = this.#now();
    const { bus, hub, others } = this.#options;
    switch (message.type) {
      case 'snapshot':
      case 'delta':
        this.#heardOfDevices(from, message);
        return;
      case 'want':
        if (fellow.mayHaveSnapshot(now)) bus.send(from, this.#presence.snapshot());
        return;
      case 'about':
        others.told(from, message.about);
        this.#acquaintances.told(from, message.about.backhaul?.address, now);
        others.lookAtWay(from, this.#portrait.about.backhaul);
        return;
      case 'signal':
      case 'unreachable':
        if (fellow.maySignal(now) && this.#isCaller(from, message))
          hub.happen((running, at) => running.take(from, message, at));
        else this.#dropped += 1;
        return;
      default:
        this.#options.words?.received(from, message);
    }
  }

  /** False for a call in the name of a device that never said hello to the router which passes it on. */
  #isCaller(from: RouterId, message: Passed): boolean {
    if (message.type !== 'signal' || message.signal.type !== 'offer') return true;
    if (this.#presence.isProvenAt(from, message.from) !== false) return true;
    this.#shun(from);
    return false;
  }

  #heardOfDevices(from: RouterId, message: PresenceMessage): void {
    const { bus } = this.#options;
    this.#publish(); // claims are compared with the current state here
    const outcome = this.#presence.receive(from, message, this.#now());
    if (outcome.want) bus.send(from, { type: 'want' });
    this.#believe(outcome);
  }

  #believe(outcome: Outcome): void {
    this.#apply(outcome);
    for (const router of outcome.liars) this.#shun(router);
  }

  #shun(router: RouterId): void {
    this.#options.bus.shun(router, 'it lists a device that never said hello to it');
  }

  #advertised(from: RouterId, version: number): void {
    const fellow = this.#fellows.get(from);
    if (fellow === undefined) return;
    if (fellow.isMissed(this.#presence.isBehind(from, version), this.#now()))
      this.#options.bus.send(from, { type: 'want' });
  }

  #publish(): void {
    clearTimeout(this.#publishing);
    this.#publishing = undefined;
    this.#publishedAt = this.#now();
    // When a device is announced, all that a call to it needs must be known: STUN may be seconds younger than the link.
    this.#lookAtSelf();
    const { bus, hub } = this.#options;
    const message = this.#presence.publish(hub.hub.locals());
    if (message !== undefined) {
      this.#changes += 1;
      bus.publish(message);
      bus.advertise(this.#presence.version);
    }
  }

  #apply({ changed, lost }: Outcome): void {
    if (changed.size > 0) this.#changes += 1;
    this.#tellHub(changed, lost);
    clearTimeout(this.#alarm);
    const due = this.#presence.nextDue();
    if (due === undefined || !this.#running) return;
    this.#alarm = setTimeout(() => this.#apply(this.#presence.tick(this.#now())), Math.max(1, due - this.#now()));
  }

  #tellHub(changed: Iterable<DeviceId>, lost: readonly DeviceId[]): void {
    const moved = [...changed].map((id) => [id, this.#find(id)] as const);
    if (moved.length > 0 || lost.length > 0) this.#options.hub.happen((hub, now) => hub.place(moved, lost, now));
  }

  #find(id: DeviceId): Far | undefined {
    const far = this.#presence.find(id);
    return far && { ...far, routerName: this.#options.others.nameOf(far.router) };
  }

  /** Tells the others when something about this router has changed. */
  #lookAtSelf(): void {
    if (!this.#portrait.look()) return;
    const { about } = this.#portrait;
    this.#options.bus.publish({ type: 'about', about });
    this.#options.others.lookAtAllWays(about.backhaul);
  }

  /** Accepts the rest from a router that has become known, or whose list is now shorter; routes come and go unheard. */
  #lookAtOthers(): void {
    const { bus, others } = this.#options;
    for (const id of this.#presence.wanting(this.#now())) bus.send(id, { type: 'want' });
    this.#believe(this.#presence.lookAgain());
    others.lookAtAllWays(this.#portrait.about.backhaul);
  }
}

function wayTo(
  apart: Apart | undefined,
  backhaul: BackhaulAddress | undefined,
): Pick<RouterSeen, 'apart' | 'backhaul'> {
  return { ...(apart && { apart }), ...(backhaul && { backhaul }) };
}
