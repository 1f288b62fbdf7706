/** The members: other routers with one link each, watched until the link or its router is dead. */
import type { Log } from '../machine/log.ts';
import type { Departure, Incarnation, Member, MemberStatus, RouterId, Self } from './bus.ts';
import { differenceOf } from './clock.ts';
import type { Link, LinkEnd } from './link.ts';
import { diagnose } from './liveness.ts';
import { replaces } from './which-link.ts';

/** A closed link may be one of two that were made at once: the other one may still come. */
const LINGER_MS = 300;

type MembersOptions = {
  readonly self: () => Self;
  readonly joined: (member: Member) => void;
  readonly left: (id: RouterId, how: Departure) => void;
  /** It does not answer over its link. */
  readonly unanswered: (id: RouterId) => void;
  readonly log: Log;
  /** Monotonic, in milliseconds. */
  readonly now: () => number;
};

/** Its times are those of `Pulse`. */
type Fellow = Self & {
  readonly address: string;
  heardAt: number;
  link: Link | undefined;
  closesAt: number | undefined;
  askedAt: number;
  comparedAt: number;
};

export class Members {
  readonly #options: MembersOptions;
  readonly #all = new Map<RouterId, Fellow>();

  constructor(options: MembersOptions) {
    this.#options = options;
  }

  get size(): number {
    return this.#all.size;
  }

  has(id: RouterId): boolean {
    return this.#all.has(id);
  }

  linkTo(id: RouterId): Link | undefined {
    return this.#all.get(id)?.link;
  }

  links(): readonly Link[] {
    return [...this.#all.values()].flatMap(({ link }) => link ?? []);
  }

  /** The router that a link belongs to, unless another link took its place. */
  at(link: Link): RouterId | undefined {
    return this.#fellowAt(link)?.id;
  }

  /** A beacon arrived; true when it is from a member. */
  heard(id: RouterId, incarnation: Incarnation): boolean {
    const fellow = this.#all.get(id);
    if (fellow?.incarnation !== incarnation) return false;
    fellow.heardAt = this.#options.now();
    return true;
  }

  /** True when a new link to `other` is the one to keep. */
  takes(link: Link, other: Self): boolean {
    const before = this.#all.get(other.id);
    if (before?.link === undefined) return true;
    return replaces(link, before.link, { self: this.#options.self(), before, other }, this.#options.now());
  }

  /** From now on `link` carries everything to `other`. */
  adopt(link: Link, other: Self): void {
    const { joined, log, now } = this.#options;
    const known = this.#all.get(other.id);
    const before = known?.link;
    if (known !== undefined) known.link = undefined;
    before?.end('broken', 'another link takes its place');
    if (known !== undefined && known.incarnation !== other.incarnation) this.#part(known, 'closed');
    const time = now();
    const fellow: Fellow = {
      ...other,
      address: link.address,
      heardAt: time,
      link,
      closesAt: undefined,
      askedAt: time,
      comparedAt: Number.NEGATIVE_INFINITY,
    };
    this.#all.set(other.id, fellow);
    log.debug(`linked to router ${other.id} at ${link.address}`);
    joined(memberOf(fellow));
  }

  /**
   * A link has ended; true when it was a member's. A router whose link broke may be alive: beacons and silence decide.
   */
  ended(link: Link, how: LinkEnd, why: string): boolean {
    const fellow = this.#fellowAt(link);
    if (fellow === undefined) return false;
    this.#options.log.debug(`the link to router ${fellow.id} ended: ${why}`);
    fellow.link = undefined;
    fellow.heardAt = Math.max(fellow.heardAt, link.heardAt);
    if (how === 'bye') this.#part(fellow, 'closed');
    // Nothing that it said is kept.
    else if (how === 'misbehaved') this.#part(fellow, 'silent');
    else if (how === 'closed') fellow.closesAt = this.#options.now() + LINGER_MS;
    return true;
  }

  /** Says goodbye to all. */
  partAll(): void {
    for (const fellow of [...this.#all.values()]) {
      void fellow.link?.bye();
      fellow.link = undefined;
      this.#part(fellow, 'closed');
    }
  }

  /**
   * Checks which members are alive. `unheard`: how long this process did not run and could not hear, in milliseconds.
   */
  tick(now: number, unheard: number): void {
    for (const fellow of [...this.#all.values()]) {
      fellow.heardAt += unheard;
      if (fellow.link !== undefined) fellow.heardAt = Math.max(fellow.heardAt, fellow.link.heardAt);
      this.#watch(fellow, now);
    }
  }

  /** `wall`: the clock that people read, in milliseconds since 1970. */
  status(now: number, wall: number): readonly MemberStatus[] {
    return [...this.#all.values()].map((fellow) => ({
      ...memberOf(fellow),
      lastSeenMs: Math.max(0, Math.round(now - fellow.heardAt)),
      linked: fellow.link !== undefined,
      ...(fellow.link?.clock && { clock: differenceOf(fellow.link.clock, now, wall) }),
    }));
  }

  #watch(fellow: Fellow, now: number): void {
    const { link } = fellow;
    switch (diagnose(fellow, this.#all.size + 1, now)) {
      case 'fine':
        return;
      case 'closed':
        this.#part(fellow, 'closed');
        return;
      case 'silent':
        fellow.link = undefined;
        link?.end('broken', 'silence');
        this.#part(fellow, 'silent');
        return;
      case 'dead-link':
        link?.end('broken', 'it is heard, but the link is dead');
        return;
      case 'ask':
        fellow.askedAt = now;
        fellow.comparedAt = now;
        if (link?.askedAt !== undefined) this.#options.unanswered(fellow.id);
        link?.ask(now);
        return;
      case 'compare-clocks':
        fellow.comparedAt = now;
        link?.compareClocks(now);
    }
  }

  #fellowAt(link: Link): Fellow | undefined {
    const fellow = link.other && this.#all.get(link.other.id);
    return fellow?.link === link ? fellow : undefined;
  }

  #part(fellow: Fellow, how: Departure): void {
    this.#all.delete(fellow.id);
    this.#options.left(fellow.id, how);
  }
}

const memberOf = ({ id, incarnation, address }: Fellow): Member => ({ id, incarnation, address });
