/**
 * The port between presence and what carries it from router to router. Three implementations: nobody there
 * (`alone.ts`, the embedded default), all in one process (`testing/in-process.ts`), and links over the backhaul (`engine.ts`). One
 * contract suite runs against the last two (`e2e/router/mesh-bus.test.ts`).
 *
 * Promises: every member is announced by `joined` before anything of it is `received`, and by `left` after everything; what
 * one member publishes or sends to one other arrives in order and at most once, or not at all when the member leaves
 * meanwhile; nothing that arrives was meant for another router. `joined` for a member that has not left means that it was
 * reached anew, and that what was under way may be lost. Nothing is forwarded: a message takes one hop.
 */
import type { Server } from '../relay/ice.ts';
import type { BackhaulAddress } from './apart.ts';
import type { ClockDifference } from './clock.ts';
import type { MeshMessage } from './messages.ts';

/** 16 base64url characters, kept in the data directory. */
export type RouterId = string & { readonly __brand: 'RouterId' };
/** One life of a router process: 16 hexadecimal digits, a boot counter and a random part. Later lives compare greater. */
export type Incarnation = string & { readonly __brand: 'Incarnation' };

export type Self = { readonly id: RouterId; readonly incarnation: Incarnation };

/** Another router that this one can talk to now. */
export type Member = Self & {
  /** Where it was found: an address on the backhaul. */
  readonly address: string;
};

/**
 * `closed`: its process ended or said so; it may be back in a moment. `silent`: nothing comes any more, not even an end:
 * the cable is out or the power is gone.
 */
export type Departure = 'closed' | 'silent';

export type BusEvents = {
  joined(member: Member): void;
  left(id: RouterId, how: Departure): void;
  received(from: RouterId, message: MeshMessage): void;
  /** A member says by the way how many changes it has published: a router that has fewer missed some. */
  advertised(from: RouterId, version: number): void;
  /** Another living router had this router's id. From now on it has this one. All members have left before. */
  renamed(id: RouterId): void;
};

/** What operators are told about routers that are in reach but do not belong to this mesh. */
export type Stranger = { readonly address: string; readonly reason: StrangerReason; readonly lastSeenMs: number };
export type StrangerReason =
  | 'other-key'
  | 'no-key'
  | 'has-key'
  | 'other-version'
  | 'forged'
  | 'too-many'
  | 'misbehaves';

/** What operators are told about a member. */
export type MemberStatus = Member & {
  readonly lastSeenMs: number;
  /** Whether there is a link to it now. Without one for more than a moment it is no member any more. */
  readonly linked: boolean;
  /** `undefined` until the first answer, and when the other router does not tell. */
  readonly clock?: ClockDifference;
};

export type BusStatus = {
  readonly members: readonly MemberStatus[];
  readonly strangers: readonly Stranger[];
  /** Why nobody can be found now, if so. */
  readonly problem?: string;
};

export type Bus = {
  readonly self: Self;
  start(events: BusEvents): Promise<void>;
  /** To every member. */
  publish(message: MeshMessage): void;
  /** To one member; false when it is none now. A snapshot is requested with `want`. */
  send(to: RouterId, message: MeshMessage): boolean;
  /** This member lies. It is none any more, `silent`, and is left alone for a while; operators are told. */
  shun(id: RouterId, why: string): void;
  /** The version that members are told by the way. */
  advertise(version: number): void;
  status(): BusStatus;
  /** Says good-bye. */
  stop(): Promise<void>;
};

/** What a router tells the others about itself. */
export type About = {
  readonly name: string;
  /** Its STUN server on the backhaul, while one answers. */
  readonly stun?: Server;
  /** Its IPv4 address on the backhaul, which devices behind it come from. */
  readonly backhaul?: BackhaulAddress;
  /** It takes a `refuse` for any reason. An older one ends the link over a reason that it does not know. */
  readonly anyRefusal?: boolean;
};
