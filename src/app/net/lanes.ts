/**
 * Lanes of one connection: further connections to the same device that also carry bulk frames, because one SCTP
 * association moves little in a long round trip (`protocol/README.md`). They are set up over the existing connection.
 */
import { MAX_LANES } from '../../protocol/limits.ts';
import type { Signal } from '../../protocol/signaling.ts';
import type { LaneListener, LanePeer } from './peer.ts';

/**
 * About what one association moves in a round trip, in bytes: the size of a browser's UDP receive buffer. Measured: 50
 * to 130 kB.
 */
const FLIGHT_BYTES = 80_000;
/** The aim of lanes: about one phone's share of a good access point, in bytes per millisecond (16 MB/s). */
const AIM_BYTES_PER_MS = 16_000;

/** How many lanes are worth opening beside the existing one, for a round trip of `roundTripMs`. */
export function furtherLanes(roundTripMs: number): number {
  const worthwhile = Math.ceil((roundTripMs * AIM_BYTES_PER_MS) / FLIGHT_BYTES) - 1;
  return Math.max(0, Math.min(MAX_LANES, worthwhile));
}

type LanesPorts = {
  /** `undefined`: the browser makes no more connections. */
  readonly make: (initiator: boolean, listener: LaneListener) => LanePeer | undefined;
  /** Gives the engine the channel of a lane. */
  readonly hand: (bulk: RTCDataChannel) => void;
  /** Sends a signal of the lane to the other side. */
  readonly tell: (lane: number, signal: Signal) => void;
  /**
   * A lane that had been open is gone, and the frames lost with it are unknown. Not every browser then closes its
   * channel.
   */
  readonly broken: () => void;
  /** True when this side called for the connection: then its own lanes have odd numbers. */
  readonly calls: boolean;
};

export class Lanes {
  readonly #ports: LanesPorts;
  /** By number; `undefined` for a lane that has ended, because its number is not used again. */
  readonly #lanes = new Map<number, LanePeer | undefined>();

  constructor(ports: LanesPorts) {
    this.#ports = ports;
  }

  /** Opens `count` lanes, once. */
  open(count: number): void {
    const first = this.#ports.calls ? 1 : 2;
    for (let index = 0; index < count; index += 1) {
      const lane = first + 2 * index;
      if (!this.#lanes.has(lane)) this.#begin(lane, true);
    }
  }

  signalled(lane: number, signal: Signal): void {
    const isTheirs = lane % 2 === (this.#ports.calls ? 0 : 1);
    if (!this.#lanes.has(lane) && isTheirs && signal.type === 'offer') this.#begin(lane, false);
    this.#lanes.get(lane)?.signal(signal);
  }

  close(): void {
    for (const lane of this.#lanes.values()) lane?.close();
    this.#lanes.clear();
  }

  #begin(lane: number, initiator: boolean): void {
    let isOpen = false;
    const peer = this.#ports.make(initiator, {
      signal: (signal) => this.#ports.tell(lane, signal),
      connected: () => {
        isOpen = true;
      },
      lost: () => {
        this.#lanes.set(lane, undefined);
        if (isOpen) this.#ports.broken();
      },
    });
    this.#lanes.set(lane, peer);
    if (peer) this.#ports.hand(peer.bulk);
  }
}
