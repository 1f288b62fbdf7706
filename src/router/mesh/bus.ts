/**
 * The port between presence and its transport from router to router. Three implementations: no other router
 * (`alone.ts`, the embedded default), all in one process (`testing/in-process.ts`), and links over the backhaul
 * (`engine.ts`). One contract suite runs against the last two (`e2e/router/mesh-bus.test.ts`).
 *
 * Promises: every member is announced by `joined` before anything from it is `received`, and by `left` after
 * everything. What one member publishes or sends to another arrives in order and at most once, or not at all when the
 * member leaves in between. Nothing arrives that was meant for another router. `joined` for a member that has not left
 * means that it was linked anew, and that messages under way may be lost. Nothing is forwarded: a message takes one
 * hop.
 */
import type { Server } from '../relay/ice.ts';
import type { BackhaulAddress } from './apart.ts';
import type { ClockDifference } from './clock.ts';
import type { MeshMessage } from './messages.ts';

/** 16 base64url characters, kept in the data directory. */
export type RouterId = string & { readonly __brand: 'RouterId' };
/**
 * One life of a router process: 16 hexadecimal digits, a boot counter and a random part. Later lives compare greater.
 */
export type Incarnation = string & { readonly __brand: 'Incarnation' };

export type Self = { readonly id: RouterId; readonly incarnation: Incarnation };

/** Another router that this one can talk to now. */
export type Member = Self & {
  /** Its address on the backhaul. */
  readonly address: string;
};

/**
 * `closed`: its process ended or said goodbye; it may be back in a moment. `silent`: nothing arrives any more, not even
 * an end: the cable is out or the power is gone.
 */
export type Departure = 'closed' | 'silent';

export type BusEvents = {
  joined(member: Member): void;
  left(id: RouterId, how: Departure): void;
  received(from: RouterId, message: MeshMessage): void;
  /** A beacon or ping of a member states how many changes it has published: a router that has fewer missed some. */
  advertised(from: RouterId, version: number): void;
  /** Another living router had this router's id, so this router now has the given one. All members have left before. */
  renamed(id: RouterId): void;
};

/** For operators: routers in reach that do not belong to this mesh. */
export type Stranger = { readonly address: string; readonly reason: StrangerReason; readonly lastSeenMs: number };
export type StrangerReason =
  | 'other-key'
  | 'no-key'
  | 'has-key'
  | 'other-version'
  | 'forged'
  | 'too-many'
  | 'misbehaves';

/** For operators: the state of a member. */
export type MemberStatus = Member & {
  readonly lastSeenMs: number;
  /** True while there is a link to it. Without one for more than a moment it is no longer a member. */
  readonly linked: boolean;
  /** `undefined` until the first answer, and when the other router does not state its clock. */
  readonly clock?: ClockDifference;
};

export type BusStatus = {
  readonly members: readonly MemberStatus[];
  readonly strangers: readonly Stranger[];
  /** Why no router can be found now; `undefined` when there is no problem. */
  readonly problem?: string;
};

export type Bus = {
  readonly self: Self;
  start(events: BusEvents): Promise<void>;
  /** To every member. */
  publish(message: MeshMessage): void;
  /** To one member; false when it is no longer one. A snapshot is requested with `want`. */
  send(to: RouterId, message: MeshMessage): boolean;
  /** Ends the membership of a router that lies, as `silent`, and ignores it for a while; operators are told why. */
  shun(id: RouterId, why: string): void;
  /**
   * True for a member that is known to be a machine on the backhaul: it was heard, or is linked, over link-local IPv6, which no
   * NAT passes on. A phone behind a router is none, whatever it says.
   */
  isOnBackhaul(id: RouterId): boolean;
  /** Sets the version that beacons and pings state. */
  advertise(version: number): void;
  status(): BusStatus;
  /** Says goodbye to all members. */
  stop(): Promise<void>;
};

/** What a router tells the others about itself. */
export type About = {
  readonly name: string;
  /** Its STUN server on the backhaul, while one answers. */
  readonly stun?: Server;
  /** Its IPv4 address on the backhaul, from which its devices' packets come. */
  readonly backhaul?: BackhaulAddress;
};
