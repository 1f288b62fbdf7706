/**
 * Finds routers on the backhaul and is found: sends beacons, checks those that come, keeps the neighbours. A router
 * that was heard once is also asked directly from time to time, for networks that lose or filter multicast.
 */
import { readFileSync } from 'node:fs';
import { TokenBucket } from '../../transfer/token-bucket.ts';
import { MESH_PORT } from '../config/ports.ts';
import type { Log } from '../machine/log.ts';
import type { Backhaul } from './backhaul.ts';
import { type Beacon, readBeacon, writeBeacon } from './beacon.ts';
import type { Departure, RouterId, Self } from './bus.ts';
import { type Datagrams, openDatagrams } from './datagrams.ts';
import type { MeshKeys } from './keys.ts';
import type { Neighbours } from './neighbours.ts';
import { BEACON_MS, Pace } from './pace.ts';
import type { Strangers } from './strangers.ts';

/** Share of the time between two beacons by which it is longer or shorter, so that routers do not send in step. */
const JITTER = 0.15;
/** Sent after the start, and whenever the interface changes: the first may be lost while the other side wakes up. */
const BURST_MS = [0, 200, 400, 700];
/** A newcomer gets an answer before the next beacon is due, from each router at a slightly different moment. */
const ANSWER_WITHIN_MS = 80;
/** Neighbours without a link are asked at their last addresses. Seldom, because most are switched off. */
const ASK_OLD_MS = 10_000;
/** Most beacons per address. A router sends 1 or 2 a second, and a few more when a newcomer arrives. */
const BEACONS_PER_SECOND = 10;
const BURST_BEACONS = 30;
/** Addresses that are counted. The limit for all stops a flood from more of them. */
const MAX_SOURCES = 512;
/** Of all addresses together: so many hashes take a few percent of a small processor. */
const CHECKS_PER_SECOND = 3_000;
/**
 * Looks for a cable that is in, or an interface that was made anew (a radio plugged in again) and has lost its
 * memberships.
 */
const LOOK_MS = 500;

type DiscoveryOptions = {
  readonly self: () => Self;
  readonly keys: MeshKeys;
  readonly look: () => Backhaul | undefined;
  /** The port that accepts links. */
  readonly port: () => number;
  readonly version: () => number;
  readonly isLinked: (id: RouterId) => boolean;
  /** A router that is left alone for a while is no reason to speak more often. */
  readonly isWanted: (id: RouterId) => boolean;
  readonly links: () => number;
  /** Called for a beacon of another router that is no replay. */
  readonly heard: (beacon: Beacon, from: string) => void;
  /** Called for a beacon with this router's own id: from a copy of it, or a recording. */
  readonly double: (beacon: Beacon, from: string) => void;
  readonly neighbours: Neighbours;
  readonly strangers: Strangers;
  readonly log: Log;
  readonly now: () => number;
  /** Opens what carries the beacons. */
  readonly open?: typeof openDatagrams;
};

export class Discovery {
  readonly #options: DiscoveryOptions;
  readonly #sources = new Map<string, TokenBucket>();
  readonly #checks: TokenBucket;
  readonly #timers = new Set<NodeJS.Timeout>();
  readonly #pace = new Pace();
  /** When the last beacon went out that was due, in milliseconds. */
  #beatAt = Number.NEGATIVE_INFINITY;
  #backhaul: Backhaul | undefined;
  #signature = '';
  #datagrams: Datagrams | undefined;
  #sequence = 0;
  #answer: NodeJS.Timeout | undefined;

  constructor(options: DiscoveryOptions) {
    this.#options = options;
    this.#checks = new TokenBucket(CHECKS_PER_SECOND, CHECKS_PER_SECOND, options.now());
  }

  get backhaul(): Backhaul | undefined {
    return this.#backhaul;
  }

  start(): void {
    this.#look();
    this.#every(LOOK_MS, () => this.#look());
    this.#every(ASK_OLD_MS, () => this.#askOld());
    this.#after(BEACON_MS, () => this.#beat());
  }

  /** Sends several beacons in a row, over all that there is: this router is new here, or has another id. */
  burst(): void {
    this.#pace.changed(this.#options.now());
    for (const ms of BURST_MS) this.#after(ms, () => this.#datagrams?.broadcast(() => this.#make(), false));
  }

  joined(id: RouterId): void {
    this.#pace.joined(id, this.#options.now());
  }

  /** The link to a member broke; it may still be there. */
  unlinked(): void {
    this.#pace.changed(this.#options.now());
  }

  left(id: RouterId, how: Departure): void {
    this.#pace.left(id, how, this.#options.now());
  }

  /** Tells one router alone that this one is alive, at the addresses where it was heard. */
  reach(id: RouterId): void {
    for (const { address } of this.#options.neighbours.get(id)?.places.values() ?? [])
      this.#datagrams?.send(this.#make(), address, MESH_PORT);
  }

  stop(): void {
    for (const timer of this.#timers) clearTimeout(timer);
    this.#timers.clear();
    this.#datagrams?.close();
  }

  #look(): void {
    this.#backhaul = this.#options.look();
    const signature = JSON.stringify([this.#backhaul, indexOf(this.#backhaul?.interface)]);
    if (signature === this.#signature) return;
    this.#signature = signature;
    this.#datagrams?.close();
    const { open = openDatagrams, log } = this.#options;
    this.#datagrams = this.#backhaul && open(this.#backhaul, MESH_PORT, (bytes, from) => this.#hear(bytes, from), log);
    if (this.#datagrams !== undefined) this.burst();
  }

  /** Looks each second, more or less, if a beacon is due. */
  #beat(): void {
    const { links, now } = this.#options;
    const time = now();
    // Half a second early rather than half a second late: the looks are not in step with what is due.
    if (time - this.#beatAt >= this.#pace.interval(links(), time) - BEACON_MS / 2) {
      this.#beatAt = time;
      this.#beacon();
    }
    this.#after(BEACON_MS * (1 + JITTER * (2 * Math.random() - 1)), () => this.#beat());
  }

  #beacon(): void {
    const { neighbours, isLinked, now } = this.#options;
    this.#datagrams?.broadcast(() => this.#make(), neighbours.areAllOverIpv6(isLinked, now()));
  }

  #make(): Buffer {
    const { self, port, version, keys } = this.#options;
    this.#sequence += 1;
    const { id, incarnation } = self();
    return writeBeacon({ id, incarnation, sequence: this.#sequence, port: port(), version: version() }, keys);
  }

  #askOld(): void {
    const { neighbours, isLinked } = this.#options;
    for (const { id } of neighbours.all) if (!isLinked(id)) this.reach(id);
  }

  #hear(bytes: Uint8Array, from: string): void {
    const { self, keys, heard, double, neighbours, strangers, isLinked, isWanted, now } = this.#options;
    const time = now();
    if (!this.#allows(from, time)) {
      strangers.met(from, 'too-many', time);
      return;
    }
    const read = readBeacon(bytes, keys);
    if (!read.ok) {
      if (read.reason !== 'not-a-beacon') strangers.met(from, read.reason, time);
      return;
    }
    const { beacon } = read;
    const { id, incarnation } = self();
    if (beacon.id === id) {
      if (beacon.incarnation !== incarnation) double(beacon, from);
      return;
    }
    const news = neighbours.heard(beacon, from, time, isLinked(beacon.id));
    if (news === 'replay') return;
    if (isWanted(beacon.id)) this.#pace.heardUnlinked(beacon.id, beacon.incarnation, time);
    if (news === 'back') this.#answerSoon();
    heard(beacon, from);
  }

  #allows(from: string, now: number): boolean {
    let bucket = this.#sources.get(from);
    if (bucket === undefined) {
      bucket = new TokenBucket(BURST_BEACONS, BEACONS_PER_SECOND, now);
      this.#sources.set(from, bucket);
      if (this.#sources.size > MAX_SOURCES) {
        const [oldest] = this.#sources.keys();
        if (oldest !== undefined) this.#sources.delete(oldest);
      }
    }
    return bucket.take(now) && this.#checks.take(now);
  }

  #answerSoon(): void {
    if (this.#answer !== undefined) return;
    this.#answer = this.#after(20 + Math.random() * ANSWER_WITHIN_MS, () => {
      this.#answer = undefined;
      this.#beacon();
    });
  }

  #after(ms: number, act: () => void): NodeJS.Timeout {
    const timer = setTimeout(() => {
      this.#timers.delete(timer);
      act();
    }, ms);
    this.#timers.add(timer);
    return timer;
  }

  #every(ms: number, act: () => void): void {
    this.#after(ms, () => {
      act();
      this.#every(ms, act);
    });
  }
}

/** The kernel's number of an interface, which changes when it is made anew, even with the same name and address. */
function indexOf(name: string | undefined): string {
  try {
    return readFileSync(`/sys/class/net/${name}/ifindex`, 'utf8').trim();
  } catch {
    return '';
  }
}
