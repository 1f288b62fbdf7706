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
import type { Self } from './bus.ts';
import { type Datagrams, openDatagrams } from './datagrams.ts';
import type { MeshKeys } from './keys.ts';
import type { Neighbours } from './neighbours.ts';
import type { Strangers } from './strangers.ts';

/**
 * A beacon a second, 15 % more or less, so that routers do not send in step. Four lost ones in a row count as silence.
 */
export const BEACON_MS = 1_000;
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
  readonly isLinked: (id: Self['id']) => boolean;
  /** Called for a beacon of another router that is no replay. */
  readonly heard: (beacon: Beacon, from: string) => void;
  /** Called for a beacon with this router's own id: from a copy of it, or a recording. */
  readonly double: (beacon: Beacon, from: string) => void;
  readonly neighbours: Neighbours;
  readonly strangers: Strangers;
  readonly log: Log;
  readonly now: () => number;
};

export class Discovery {
  readonly #options: DiscoveryOptions;
  readonly #sources = new Map<string, TokenBucket>();
  readonly #checks: TokenBucket;
  readonly #timers = new Set<NodeJS.Timeout>();
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
    const beat = (): void => {
      this.#beacon();
      this.#after(BEACON_MS * (1 + JITTER * (2 * Math.random() - 1)), beat);
    };
    this.#after(BEACON_MS, beat);
  }

  /** Sends several beacons in a row: this router is new here, or has another id. */
  burst(): void {
    for (const ms of BURST_MS) this.#after(ms, () => this.#beacon());
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
    this.#datagrams =
      this.#backhaul &&
      openDatagrams(this.#backhaul, MESH_PORT, (bytes, from) => this.#hear(bytes, from), this.#options.log);
    if (this.#datagrams !== undefined) this.burst();
  }

  #beacon(): void {
    this.#datagrams?.broadcast(() => this.#make());
  }

  #make(): Buffer {
    const { self, port, version, keys } = this.#options;
    this.#sequence += 1;
    const { id, incarnation } = self();
    return writeBeacon({ id, incarnation, sequence: this.#sequence, port: port(), version: version() }, keys);
  }

  #askOld(): void {
    const { neighbours, isLinked } = this.#options;
    for (const { id, places } of neighbours.all) {
      if (isLinked(id)) continue;
      for (const { address } of places.values()) this.#datagrams?.send(this.#make(), address, MESH_PORT);
    }
  }

  #hear(bytes: Uint8Array, from: string): void {
    const { self, keys, heard, double, neighbours, strangers, now } = this.#options;
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
    const news = neighbours.heard(beacon, from, time);
    if (news === 'replay') return;
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
