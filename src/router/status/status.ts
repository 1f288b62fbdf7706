/**
 * What the router tells its operator: one value, given as JSON and as a page (status/page.ts). It names no files and no people.
 * Its field names are part of the contract (docs/names.md); optional ones may be missing.
 */
import { createHash } from 'node:crypto';
import type { RouterIdentity } from '../../protocol/signaling.ts';
import type { RefusalCounts } from '../limits/refusals.ts';
import type { MachineStatus } from '../machine/load.ts';
import type { RadioStatus } from '../machine/radio.ts';
import type { Apart } from '../mesh/apart.ts';
import type { StrangerReason } from '../mesh/bus.ts';
import type { TurnStatus } from '../relay/turn-status.ts';
import type { TlsStatus } from '../tls/https.ts';
import type { ShelfCounts } from '../words/api.ts';

export type RouterInReach = {
  readonly id: string;
  readonly name: string;
  readonly address: string;
  readonly clients: number;
  readonly last_seen_ms: number;
  /**
   * `direct`: linked, and no router process passes anything on in between; a mesh radio or a switch may, which this one cannot see.
   * `lost`: its link broke, but it is not given up yet.
   * Absent for this router itself.
   */
  readonly link?: 'direct' | 'lost';
  /**
   * Why nothing passes between its devices and those here: both routers have one address, or it and a third one have, or no
   * route leads there.
   */
  readonly apart?: Apart;
  /** Its IPv4 address on the backhaul with the length of the prefix, if it has one and states it. */
  readonly backhaul?: string;
  /**
   * From the last comparison of clocks. Positive: its clock is ahead of this router's. The error is at most half of
   * `rtt_ms`.
   */
  readonly clock_ahead_ms?: number;
  readonly rtt_ms?: number;
};

export type Status = {
  readonly router: RouterIdentity & {
    readonly version: string;
    readonly uptime_s: number;
    readonly rss_bytes: number;
    /** Its wall clock and zone, as ISO 8601. */
    readonly time: string;
  };
  /** Addresses to open, the best one for people first. */
  readonly urls: readonly string[];
  readonly machine?: MachineStatus;
  /** Absent where nobody reports about one. */
  readonly radio?: RadioStatus;
  readonly clients: number;
  /** Devices beyond which this router turns others away. */
  readonly clients_at_most: number;
  /** How many were turned away since the start, by reason. Absent while nobody was. */
  readonly refused?: RefusalCounts;
  readonly turn: TurnStatus;
  readonly tls: TlsStatus;
  readonly mesh: MeshStatus;
  readonly words: WordsStatus;
};

/** What is held for those who are not here: counts and bytes, never contents. */
export type WordsStatus =
  | {
      readonly state: 'off';
      /** `opening`: it is read from the disk. `failed`: the disk cannot be used. */
      readonly cause: 'switched-off' | 'opening' | 'failed';
      /** With `failed`: the system's word. */
      readonly reason?: string;
    }
  | {
      readonly state: 'on';
      readonly events: number;
      readonly posts: number;
      readonly letters: number;
      readonly blobs: number;
      /** Of all together, and how many there may be. */
      readonly bytes: number;
      readonly bytes_at_most: number;
      readonly days: number;
      /** Since the start: what was let go, and what was not taken, by reason. */
      readonly gone: ShelfCounts['gone'];
      readonly refused: ShelfCounts['refused'];
      /** The disk did not take something in the last minutes: the system's word. */
      readonly trouble?: string;
      /** Since the start: what came back from the disk as something else than was written. Absent while nothing did. */
      readonly damaged?: number;
    };

/** Why this router looks for no others. */
export type MeshOffCause = 'switched-off' | 'no-backhaul';

export type MeshStatus = {
  /** `alone`: nobody else is in reach. */
  readonly state: 'off' | 'alone' | 'joined';
  readonly reason?: string;
  /** When it is off: why, for programs. */
  readonly cause?: MeshOffCause;
  /** `key`: routers must know the mesh key. */
  readonly trust?: 'key' | 'open';
  readonly digest: string;
  /** This router first. */
  readonly routers: readonly RouterInReach[];
  /** Routers that were here within the last hour, the one that left last first. */
  readonly missing?: readonly {
    readonly id: string;
    readonly name: string;
    readonly address: string;
    readonly gone_ms: number;
  }[];
  /** Devices behind all of them, and a digest of which device is where: equal on routers that know the same. */
  readonly devices?: number;
  readonly presence?: string;
  /** Routers in reach that do not belong to this mesh, and why. */
  readonly strangers?: readonly Stranger[];
};

type Stranger = {
  readonly address: string;
  readonly reason: StrangerReason;
  readonly last_seen_ms: number;
};

/** The same on all routers that see the same set of routers, whatever the order. */
export function meshDigest(ids: readonly string[]): string {
  return createHash('sha256')
    .update([...ids].sort().join('\n'))
    .digest('hex')
    .slice(0, 16);
}
