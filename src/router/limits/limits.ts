/**
 * Limits and times that only the router knows, with their defaults in one place. Limits that both ends share are in
 * `protocol/limits.ts`; all of them stand in `docs/limits.md`, which a test holds to this.
 */
import { DELTA_INTERVAL_MS, GRACE_MS, HEARTBEAT_MS, MAX_SIGNALING_FRAME_BYTES } from '../../protocol/limits.ts';
import type { CallLimits } from './calls.ts';
import type { HelloLimits } from './hellos.ts';

export type Limits = {
  /** Longest frame a client may send, in bytes, after inflating. */
  readonly frameBytes: number;
  /** Messages a socket may send at once after a quiet time: connecting to 20 devices is about 25 messages each. */
  readonly burstMessages: number;
  /** Messages per second that a socket may send in the long run. */
  readonly messagesPerSecond: number;
  /**
   * Open sockets from one address. Not one per phone: a home router behind ours hides its whole network behind one
   * address.
   */
  readonly socketsPerAddress: number;
  /**
   * Open sockets from one IPv6 /64. A device can give itself any number of addresses in its /64, so only this limit
   * stops it; but all phones of a LAN share one /64, so it is far above the limit for an address. A proxy on this
   * machine, which many people share as well, has this limit alone, here and for every other limit on a network
   * (`places.ts`).
   */
  readonly socketsPerNetwork: number;
  /** Open sockets on this router, about 190 kB of memory each: 100 MB when full. No access point carries as many phones. */
  readonly sockets: number;
  /**
   * Open connections from one address that are not sockets (`connections.ts`): a browser opens six, phones behind a
   * home router share an address, and idle ones make room. Four times this number was enough to keep everybody else
   * out.
   */
  readonly connectionsPerAddress: number;
  /** The same for one IPv6 /64, for the reason of `socketsPerNetwork`. */
  readonly connectionsPerNetwork: number;
  /**
   * Time in which a connection beyond the share is left alone while the router has room, in milliseconds: what a first
   * request with its TLS handshake takes over a crowded radio.
   */
  readonly youngMs: number;
  /** Open connections on this router that are not sockets, each with a descriptor and some 20 kB of memory. */
  readonly connections: number;
  /** Requests of one connection that may wait for the previous answer. No browser sends any that way. */
  readonly waitingRequests: number;
  /** A connection whose answer nobody reads is closed after this time, in milliseconds. */
  readonly unreadMs: number;
  /** How long an idle connection is kept for the next request, in milliseconds. */
  readonly keepAliveMs: number;
  /**
   * The last of `sockets`, for addresses that have at most `fewSockets`: a few greedy addresses always leave seats for
   * a phone that comes alone. A quarter: taking all seats then needs twenty addresses, and a NAT with many phones
   * behind it finds three quarters as before. Does not apply to a proxy on this machine: each of its clients may have
   * come alone.
   */
  readonly reservedSockets: number;
  readonly fewSockets: number;
  /**
   * Refused sockets that are being told why, at a time: each waits for the other side to close, which a hostile client
   * never does. Further ones get a plain HTTP answer, and a page that gets it comes again.
   */
  readonly farewells: number;
  /** The same for one address, or one IPv6 /64, so that a flood from one place does not take all farewells. */
  readonly farewellsPerAddress: number;
  /**
   * Devices kept as away. Beyond this, the address with most of them loses the one that left first, so no flood of
   * visits fills the list, or drives out a phone that is in its file picker.
   */
  readonly awayDevices: number;
  /**
   * The same for one address. Phones behind one NAT share it: when more of them are in their file pickers at once, the
   * rest is seen to leave and return.
   */
  readonly awayPerAddress: number;
  /** The same for one IPv6 /64, which all phones of a LAN share, and in which one phone can make up addresses. */
  readonly awayPerNetwork: number;
  /** How long a device must have been listed to be kept as away, in milliseconds. A short visit leaves no ghost. */
  readonly settledMs: number;
  /** Unsent bytes at which a client that does not read is cut off; it comes back to a fresh snapshot. */
  readonly unsentBytes: number;
  /** How long a new socket may wait before its hello, in milliseconds. */
  readonly helloMs: number;
  readonly heartbeatMs: number;
  readonly graceMs: number;
  readonly deltaIntervalMs: number;
  /** Time sockets get for an orderly end when the router stops, in milliseconds. The whole stop must take less than 2 s. */
  readonly stopMs: number;
  readonly calls: CallLimits;
  readonly hellos: HelloLimits;
  /**
   * Most devices that a page is told of, those of its own router first. A list of a thousand names takes 90 kB and is
   * longer than anybody reads; one of sixty thousand, which a machine in an open mesh can make up, is longer than a
   * page accepts (`MAX_SNAPSHOT_BYTES`).
   */
  readonly listedDevices: number;
  readonly words: WordsLimits;
};

/** Of what phones bring to the shelf, and fetch. How much is held of whom is the shelf's business. */
export type WordsLimits = {
  /** Frames that a socket of words may send at once after a quiet time: a phone that has carried a whole board brings it in a go. */
  readonly burstFrames: number;
  /** The same for each second in the long run. */
  readonly framesPerSecond: number;
  /** Signatures of events, and of permits to upload. */
  readonly checks: HelloLimits;
  /** Looks at what is held, in thousands of events, and one for each question (`counter/words-socket.ts`). */
  readonly looks: HelloLimits;
  /** Uploads under way, from one address and in all: each holds a file open, and writes. */
  readonly uploadsPerAddress: number;
  readonly uploads: number;
  /** An upload of which nothing comes for this time, in milliseconds, is given up: the phone walked away. */
  readonly uploadSilenceMs: number;
  /**
   * And one that brings less than so many bytes a second, from `uploadSilenceMs` on: a byte now and then would hold a place, and room,
   * for ever.
   */
  readonly uploadBytesPerSecond: number;
};

/**
 * What this router's own coturn gives. It counts by the part of the username behind the colon, whatever the expiry in
 * front of it (measured on 4.6.1), and the router puts an address there (credentials.ts): ids cost nothing, addresses
 * do. A browser makes an allocation for each server on each of its interfaces, for every connection, and keeps it as
 * long as the connection.
 */
export type RelayLimits = {
  /** 20 devices that all connect to each other hold 380 over UDP and as many over TCP. About 100 kB each in coturn. */
  readonly inAll: number;
  /**
   * Allocations of one address, an eighth of all: a person who sends to 40 others at once needs 80. Phones behind one
   * NAT share them, enough for 50 connections at a time; a phone that gets none still connects wherever there is a
   * direct path.
   */
  readonly perAddress: number;
  /**
   * How many shares of `perAddress` all clients over IPv6 or through a proxy on this machine have together; each phone
   * belongs to one of them. A phone that makes up addresses or ids gets them all, so they are half of `inAll`, and the
   * other half is for IPv4 addresses.
   */
  readonly crowdShares: number;
  /**
   * Most seconds that coturn keeps an allocation that nobody refreshes: that of a killed browser counts until then.
   * Honest clients ask for this time (RFC 8656 section 7.2); without the bound a client may ask for an hour.
   */
  readonly lifetimeS: number;
  /**
   * Seconds that a client may be connected over TCP without an allocation. A browser makes one within two round trips.
   */
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
   * interruption: 64 and 128 at once. All phones that may be behind one NAT address can each call somebody at once, and
   * in the long run each of them once in six minutes; callers beyond that wait for seconds, and the page says so. One
   * phone with a thousand ids makes 128 offers, then one in three seconds (without the limit: 28 a second without end).
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
  /**
   * Per address. After a restart of the router all phones that may be behind one NAT address come back at once, each with
   * up to five signatures: its own and four of groups. In the long run eight a second, 2 % of a processor; without the
   * bound one phone had 200 checked a second. In all, whoever sends them: two hundred phones that come back at once, with
   * one group each, and a quarter of a processor in the long run.
   */
  hellos: {
    signatures: 512,
    signaturesPerMinute: 480,
    inAll: 1_024,
    inAllPerMinute: 6_000,
    crowd: 8,
    places: 2_048,
  },
  listedDevices: 1_000,
  /**
   * Checks: a phone that has carried the board and the letters of another shelter brings some thousand events, and may do so at
   * once; in the long run 20 a second from one address and 100 in all, a quarter of a processor. A post a minute from each of 300
   * phones is five a second.
   */
  words: {
    burstFrames: 3_000,
    framesPerSecond: 100,
    checks: {
      signatures: 3_000,
      signaturesPerMinute: 1_200,
      inAll: 6_000,
      inAllPerMinute: 6_000,
      crowd: 8,
      places: 2_048,
    },
    // A phone that comes to a shelf of 20,000 events takes 45, and 250 where it is the first to compare for two seconds.
    looks: {
      signatures: 1_500,
      signaturesPerMinute: 600,
      inAll: 12_000,
      inAllPerMinute: 12_000,
      crowd: 8,
      places: 2_048,
    },
    uploadsPerAddress: 4,
    uploads: 32,
    uploadSilenceMs: 10_000,
    uploadBytesPerSecond: 8_192,
  },
};
