/** Limits and times that only the router knows, with their defaults in one place. Those both ends share are in `protocol/limits.ts`. */
import { DELTA_INTERVAL_MS, GRACE_MS, HEARTBEAT_MS, MAX_SIGNALING_FRAME_BYTES } from '../../protocol/limits.ts';
import type { CallLimits } from './calls.ts';

export type Limits = {
  /** Longest frame a client may send, in bytes, after inflating. */
  readonly frameBytes: number;
  /** Messages a socket may send at once after a quiet time: connecting to 20 devices is about 25 messages each. */
  readonly burstMessages: number;
  /** Messages per second a socket may go on sending. */
  readonly messagesPerSecond: number;
  /** Open sockets from one address. Not one per phone: a home router behind ours hides its whole network behind one. */
  readonly socketsPerAddress: number;
  /**
   * Open sockets from one IPv6 /64. A device gives itself as many addresses of its /64 as it likes, so that only this
   * holds it back; but all phones of a LAN share one, so it is far above the limit for an address. A proxy on this machine,
   * which many share as well, has this limit and no other, here and wherever there is one for a network (`places.ts`).
   */
  readonly socketsPerNetwork: number;
  /** Open sockets on this router, about 190 kB of memory each: 100 MB when full. No access point carries as many phones. */
  readonly sockets: number;
  /**
   * Open connections from one address that are no sockets (`connections.ts`): a browser opens six, phones behind a
   * home router share an address, and idle ones make room. Four times this number was enough to keep everybody else out.
   */
  readonly connectionsPerAddress: number;
  /** The same for one IPv6 /64, for the reason of `socketsPerNetwork`. */
  readonly connectionsPerNetwork: number;
  /**
   * Time in which a connection beyond those is left alone while the router has room, in milliseconds: as long as a first
   * request takes over a radio that many want at once, with its TLS handshake.
   */
  readonly youngMs: number;
  /** Open connections on this router that are no sockets, each with a descriptor and some 20 kB of memory. */
  readonly connections: number;
  /** Requests of one connection that may wait for the answer to the one before. No browser sends any so. */
  readonly waitingRequests: number;
  /** Time after which a connection is closed on which an answer is under way and nobody reads, in milliseconds. */
  readonly unreadMs: number;
  /** Time that an idle connection is kept for the next request, in milliseconds. */
  readonly keepAliveMs: number;
  /**
   * Of `sockets`, the last ones, for addresses that have `fewSockets` at most: a few addresses, whatever they do, leave seats for
   * who comes alone. A quarter: whoever wants all seats needs twenty addresses, and a NAT with many phones behind it finds
   * three quarters as before. Not asked of a proxy on this machine: who comes through it may be alone as well.
   */
  readonly reservedSockets: number;
  readonly fewSockets: number;
  /**
   * Sockets that may not stay and are told why, at a time: each waits for the other side to close, which a client that means
   * harm never does. Further ones get a plain HTTP answer, and a page that gets it comes again.
   */
  readonly farewells: number;
  /** Of one address, or of one IPv6 /64: so that a flood from one place leaves others theirs. */
  readonly farewellsPerAddress: number;
  /**
   * Devices kept as away. Beyond it the one that left first goes, of the address that has most of them: so that no flood of
   * visits fills the list, or pushes a phone out of it that is in its file picker.
   */
  readonly awayDevices: number;
  /** Of one address. Phones behind one NAT share them: more of them in their file pickers at once are seen to leave, and to return. */
  readonly awayPerAddress: number;
  /** Of one IPv6 /64, which all phones of a LAN share, and in which one phone makes up its addresses. */
  readonly awayPerNetwork: number;
  /** How long a device must have been listed to be kept as away, in milliseconds. Who only looks in leaves no ghost. */
  readonly settledMs: number;
  /** Unsent bytes at which a client that does not read is cut off; it comes back to a fresh snapshot. */
  readonly unsentBytes: number;
  /** Time a new socket has for its hello, in milliseconds. */
  readonly helloMs: number;
  readonly heartbeatMs: number;
  readonly graceMs: number;
  readonly deltaIntervalMs: number;
  /** Time sockets get for an orderly end when the router stops, in milliseconds. The whole stop must take less than 2 s. */
  readonly stopMs: number;
  readonly calls: CallLimits;
  /**
   * Devices that a page is told of, own ones first. A list of a thousand names takes 90 kB and fills no wish of anybody's; one
   * of sixty thousand, which a machine in an open mesh can make up, is longer than a page takes (`MAX_SNAPSHOT_BYTES`).
   */
  readonly listedDevices: number;
};

/**
 * What this router's own coturn gives. It counts by the part of the username behind the colon, whatever the expiry in front
 * of it (measured on 4.6.1), and the router puts an address there (credentials.ts): ids cost nothing, addresses do. A
 * browser makes an allocation for each server on each of its interfaces, for every connection, and keeps it with that.
 */
export type RelayLimits = {
  /** 20 devices that connect each to each hold 380 over UDP and as many over TCP. About 100 kB each in coturn. */
  readonly inAll: number;
  /**
   * Allocations of one address, an eighth of all: a person who sends to 40 others at once needs 80. Phones behind one NAT
   * share them, for 50 connections at a time; one that gets none still connects wherever there is a direct way.
   */
  readonly perAddress: number;
  /**
   * Shares of `perAddress` that all have together who come over IPv6 or through a proxy on this machine: each phone has one of
   * them. One that makes up addresses or ids gets all; so they are half of `inAll`, and half is for IPv4 addresses.
   */
  readonly crowdShares: number;
  /**
   * Seconds for which coturn keeps an allocation that nobody refreshes, at most: one whose browser was killed counts until
   * then. What a client that means well asks for (RFC 8656 section 7.2); without this bound it may ask for an hour.
   */
  readonly lifetimeS: number;
  /** Seconds for which a client may be connected over TCP without an allocation. A browser makes one within two round trips. */
  readonly idleS: number;
};

export const RELAY_LIMITS: RelayLimits = {
  inAll: 800,
  perAddress: 100,
  crowdShares: 4,
  lifetimeS: 600,
  idleS: 15,
};

export const LIMITS: Limits = {
  frameBytes: MAX_SIGNALING_FRAME_BYTES,
  burstMessages: 600,
  messagesPerSecond: 60,
  socketsPerAddress: 64,
  socketsPerNetwork: 256,
  sockets: 512,
  connectionsPerAddress: 32,
  connectionsPerNetwork: 128,
  youngMs: 1_500,
  connections: 768,
  waitingRequests: 8,
  unreadMs: 30_000,
  keepAliveMs: 5_000,
  reservedSockets: 128,
  fewSockets: 8,
  farewells: 16,
  farewellsPerAddress: 4,
  awayDevices: 256,
  awayPerAddress: 8,
  awayPerNetwork: 64,
  settledMs: 10_000,
  unsentBytes: 4 * 1024 * 1024,
  helloMs: 10_000,
  heartbeatMs: HEARTBEAT_MS,
  graceMs: GRACE_MS,
  deltaIntervalMs: DELTA_INTERVAL_MS,
  stopMs: 1_000,
  /**
   * Per address. A person who sends to everybody in a room of 40 calls each once, and most of them once more after an
   * interruption: 64 and 128 at once. As many phones as may be behind one NAT address can each call somebody at once, and in the
   * long run every one of them once in six minutes; whoever is beyond it waits for seconds, and the page says so. One phone
   * with a thousand ids makes 128 offers, then one in three seconds (before: 28 a second for as long as it liked).
   */
  calls: {
    callees: 64,
    calleesPerMinute: 10,
    offers: 128,
    offersPerMinute: 20,
    sameCallMs: 60_000,
    crowd: 8,
    places: 2_048,
  },
  listedDevices: 1_000,
};
