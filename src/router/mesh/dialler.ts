/** Decides which routers to dial, and when again. One dial at a time to each, and not too many at once. */
import type { TLSSocket } from 'node:tls';
import type { Server } from '../relay/ice.ts';
import type { RouterId, Self } from './bus.ts';
import type { MeshKeys } from './keys.ts';
import type { Link } from './link.ts';
import { dial } from './listener.ts';
import { type Neighbours, placeToDial } from './neighbours.ts';

/** A handshake costs a small processor some 10 ms, and after a power cut twenty neighbours come at once. */
const MAX_DIALS = 8;
/** The greater id waits for the smaller one to dial, and then dials itself. */
const LET_OTHER_DIAL_MS = 1_500;
/** Doubles after each failure. The maximum is short, because a neighbour is dialled only while it is heard. */
const RETRY_MS = 250;
const RETRY_AT_MOST_MS = 2_000;
/** Peers that the operator named are dialled without being heard. */
const RETRY_PEER_MS = 2_000;
/** Time from the connection to the hello, in which a neighbour counts as being dialled. */
const HELLO_MS = 1_500;
/** Routers that show our own id are looked at this often at most, however many beacons say so. */
const LOOK_EVERY_MS = 1_000;

type DiallerOptions = {
  readonly keys: MeshKeys;
  readonly peers: readonly Server[];
  readonly neighbours: Neighbours;
  readonly isWanted: (id: RouterId) => boolean;
  /** The router at this address is of no use for now. */
  readonly isAvoided: (address: string) => boolean;
  readonly self: () => Self;
  readonly linked: (socket: TLSSocket) => void;
  readonly failed: (address: string, error: Error) => void;
  readonly now: () => number;
};

type Attempt = { busyUntil: number; failures: number; nextAt: number; wantedSince: number };
type Peer = Server & { id: RouterId | undefined; isSelf: boolean; attempt: Attempt };

export class Dialler {
  readonly #options: DiallerOptions;
  readonly #attempts = new Map<RouterId, Attempt>();
  readonly #peers: readonly Peer[];
  #dials = 0;
  #lookedAt = Number.NEGATIVE_INFINITY;
  #stopped = false;

  constructor(options: DiallerOptions) {
    this.#options = options;
    this.#peers = options.peers.map((peer) => ({ ...peer, id: undefined, isSelf: false, attempt: fresh(0) }));
  }

  /** Dials routers that should be linked and are not. */
  consider(): void {
    if (this.#stopped) return;
    const { neighbours, isWanted, self, now } = this.#options;
    const time = now();
    for (const neighbour of neighbours.all) {
      const { id } = neighbour;
      if (!isWanted(id)) {
        this.#attempts.delete(id);
        continue;
      }
      const attempt = this.#attempts.get(id) ?? fresh(time);
      const place = placeToDial(neighbour, attempt.failures, time);
      if (place === undefined) {
        this.#attempts.delete(id);
        continue;
      }
      this.#attempts.set(id, attempt);
      const myTurn = self().id < id || time - attempt.wantedSince >= LET_OTHER_DIAL_MS;
      if (myTurn) this.#try(place, attempt, RETRY_AT_MOST_MS);
    }
    for (const peer of this.#peers)
      if (!peer.isSelf && (peer.id === undefined || isWanted(peer.id))) this.#try(peer, peer.attempt, RETRY_PEER_MS);
  }

  /** Finds out who is there: the answer is a hello like any other. */
  look(place: Server): void {
    const time = this.#options.now();
    if (time - this.#lookedAt < LOOK_EVERY_MS) return;
    this.#lookedAt = time;
    this.#try(place, fresh(time), RETRY_AT_MOST_MS);
  }

  /** A link showed which router is at its other end. */
  met(link: Link, other: Self): void {
    this.#attempts.delete(other.id);
    for (const peer of this.#peers) {
      if (!link.dialled || peer.address !== link.address) continue;
      const { id, incarnation } = this.#options.self();
      peer.id = other.id;
      peer.isSelf = other.id === id && other.incarnation === incarnation;
      peer.attempt.busyUntil = 0;
    }
  }

  stop(): void {
    this.#stopped = true;
  }

  #try({ address, port }: Server, attempt: Attempt, atMostMs: number): void {
    const { keys, linked, failed, isAvoided, now } = this.#options;
    const time = now();
    if (isAvoided(address)) return;
    if (attempt.busyUntil > time || attempt.nextAt > time || this.#dials >= MAX_DIALS) return;
    this.#dials += 1;
    attempt.busyUntil = Number.POSITIVE_INFINITY;
    const back = (failures: number): void => {
      this.#dials -= 1;
      attempt.failures = failures;
      attempt.nextAt = now() + Math.min(atMostMs, RETRY_MS * 2 ** Math.min(failures, 10));
    };
    dial(address, port, keys).then(
      (socket) => {
        back(0);
        attempt.busyUntil = now() + HELLO_MS;
        if (this.#stopped) socket.destroy();
        else linked(socket);
      },
      (error: Error) => {
        back(attempt.failures + 1);
        attempt.busyUntil = 0;
        failed(address, error);
      },
    );
  }
}

const fresh = (now: number): Attempt => ({ busyUntil: 0, failures: 0, nextAt: 0, wantedSince: now });
