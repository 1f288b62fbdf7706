/** What the parts of the evil router tell each other: the lab, the process, and the page that stands in the middle. */
import type { PublicKey } from '../../src/protocol/keys.ts';
import type { ConnectionId, DeviceId, Signal } from '../../src/protocol/signaling.ts';

/**
 * What the page in the middle does with the two ends of a connection.
 *
 * - `exchanges`: passes on every word between two connections of its own, each with its own certificate.
 * - `invents`: answers and calls under the name and id of somebody who has left.
 * - `own-keys`: says that its own key is the other's, and proves that key.
 * - `others-keys`: says the other's key, and proves its own.
 * - `drops`: passes on all but proofs.
 * - `repeats`: passes on what both ends said in an earlier connection.
 * - `reflects`: gives each end its own proof back.
 */
export const HOWS = ['exchanges', 'invents', 'own-keys', 'others-keys', 'drops', 'repeats', 'reflects'] as const;
export type How = (typeof HOWS)[number];

/** Where the page in the middle is, and its socket. */
export const MIDDLE_PATH = '/middle';

/** What anybody learns who owns the router. */
export type Person = { readonly id: DeviceId; readonly name: string; readonly key: PublicKey };

/** Lab to process, one JSON object a line. Before it the router is honest. */
export type Order = {
  readonly do: 'turn';
  /** Name of somebody who stays listed, whatever becomes of them. */
  readonly keeps?: string;
};

/** Process to lab. */
export type Said = 'listening' | 'turned';

/** Process to the page in the middle. */
export type ToMiddle =
  | { readonly type: 'people'; readonly people: readonly Person[] }
  /** What `from` says to `to`. */
  | {
      readonly type: 'signal';
      readonly from: DeviceId;
      readonly to: DeviceId;
      readonly connection: ConnectionId;
      readonly signal: Signal;
    };

/** What the page in the middle says to `to` in the name of `from`. */
export type FromMiddle = Extract<ToMiddle, { readonly type: 'signal' }>;

/** Everything that has reached the page in the middle. */
export type Tally = {
  /** Connections that opened. */
  readonly connections: number;
  readonly hellos: number;
  readonly proofs: number;
  /** Types of the other control messages. */
  readonly words: readonly string[];
  readonly frames: number;
  /** Of files: payload of bulk frames. */
  readonly bytes: number;
};
