/** Messages between a browser and its router: types, parsers, close codes. `README.md` beside this file tells the story. */
import { type Member, type Membership, member, memberships } from './groups.ts';
import { base64url, DEVICE_ID, only, RANDOM_ID } from './ids.ts';
import { type PublicKey, publicKey, type Signature, signature } from './keys.ts';
import {
  MAX_CANDIDATE_LENGTH,
  MAX_NAME_LENGTH,
  MAX_SDP_LENGTH,
  MAX_SIGNALING_FRAME_BYTES,
  MAX_SNAPSHOT_BYTES,
} from './limits.ts';
import { cleanName } from './name.ts';
import {
  array,
  boolean,
  integer,
  matching,
  object,
  type Parsed,
  type Parser,
  parseJson,
  tagged,
  text,
} from './parse.ts';

/** A device as others see it: the first 16 base64url characters of its public key (`keys.ts`). */
export type DeviceId = string & { readonly __brand: 'DeviceId' };
/** One attempt of two devices to connect, named by the side that starts it: 16 base64url characters. */
export type ConnectionId = string & { readonly __brand: 'ConnectionId' };
/** Drawn by a router for one socket: 22 base64url characters (128 bit). A hello that answers it is good there only. */
export type Challenge = string & { readonly __brand: 'Challenge' };

export const DEVICE_KINDS = ['phone', 'tablet', 'computer'] as const;
export type DeviceKind = (typeof DEVICE_KINDS)[number];
/** The kind of a device as others are told: `device` stands for a kind that only a newer router knows. */
export type ToldKind = DeviceKind | 'device';

/** A device in reach. `away`: its socket is closed, but it may be back in a moment (a phone in its file picker). */
export type Device = {
  readonly id: DeviceId;
  readonly name: string;
  readonly kind: ToldKind;
  readonly away?: boolean;
  /** Name of the router the device is behind, when that is not the receiver's own router. */
  readonly router?: string;
  /** Its groups among those of the receiver. The router may not have checked it. */
  readonly member?: Member;
};

export type RouterIdentity = { readonly id: string; readonly name: string };

/** RTCIceServer, narrowed to what the router sends: IP literals only, never a name, nothing public. */
export type IceServer = { readonly urls: string; readonly username?: string; readonly credential?: string };

/**
 * Why a device refuses a connection. `busy`: too many ask for one at once. `blocked`: something on the device lets its
 * browser connect to nobody.
 */
export const REFUSALS = ['no-webrtc', 'not-here', 'busy', 'blocked'] as const;
export type Refusal = (typeof REFUSALS)[number];
/**
 * Why the router makes no connection although both devices are there. `too-many-calls`: too many calls at once from the
 * caller's address; it may ask again in a while. The other two are faults between the routers, until their operator
 * gives them other addresses: both have the `same-address`, or the other's is in an `other-network` that no route leads
 * to.
 */
export const HINDRANCES = ['too-many-calls', 'same-address', 'other-network'] as const;
export type Hindrance = (typeof HINDRANCES)[number];

/** What two browsers tell each other through the router to get connected (RFC 8829, RFC 8838). */
export type Signal =
  | { readonly type: 'offer' | 'answer'; readonly sdp: string }
  | {
      readonly type: 'candidate';
      readonly candidate: string;
      readonly sdpMid?: string;
      readonly sdpMLineIndex?: number;
    }
  | { readonly type: 'refuse'; readonly reason: Refusal };

export type ClientMessage =
  | {
      readonly type: 'hello';
      readonly version: number;
      readonly key: PublicKey;
      /** Of `hello-event.ts`, with the challenge of this socket. */
      readonly claim: number;
      readonly signature: Signature;
      readonly name: string;
      /** A page says a `DeviceKind`; one that only a newer page knows comes out as `device`. */
      readonly kind: ToldKind;
      /** The device belongs to these. */
      readonly groups?: readonly Membership[];
      /** Nobody shall see it but devices of these groups, and those that it calls. */
      readonly onlyGroups?: boolean;
    }
  | { readonly type: 'rename'; readonly name: string }
  | { readonly type: 'connect'; readonly to: DeviceId; readonly connection: ConnectionId }
  | { readonly type: 'signal'; readonly to: DeviceId; readonly connection: ConnectionId; readonly signal: Signal }
  /** With `asks`: the router shall send something at once, as a sign of life for the page. */
  | { readonly type: 'pong'; readonly asks?: boolean }
  | { readonly type: 'bye' };

export type RouterMessage =
  /** First frame of every socket: what a device has to sign. */
  | { readonly type: 'challenge'; readonly challenge: Challenge; readonly router: string }
  | {
      readonly type: 'welcome';
      readonly version: number;
      readonly self: DeviceId;
      readonly router: RouterIdentity;
      readonly devices: readonly Device[];
      /** How many more devices are in reach and not listed. Absent: none. */
      readonly more?: number;
    }
  | {
      readonly type: 'delta';
      readonly put?: readonly Device[];
      readonly gone?: readonly DeviceId[];
      /** As in `welcome`; present when the number has changed. */
      readonly more?: number;
    }
  | {
      readonly type: 'ice';
      readonly to: DeviceId;
      readonly connection: ConnectionId;
      readonly iceServers: readonly IceServer[];
    }
  | {
      readonly type: 'signal';
      readonly from: DeviceId;
      readonly connection: ConnectionId;
      readonly signal: Signal;
      /** Present with an offer: the servers the called side shall use for this pair. */
      readonly iceServers?: readonly IceServer[];
    }
  | {
      readonly type: 'unreachable';
      readonly to: DeviceId;
      readonly connection: ConnectionId;
      /** Absent: the device is gone or away. */
      readonly reason?: Hindrance | undefined;
    }
  | { readonly type: 'ping' };

/**
 * WebSocket close codes of `/signal` (4000-4999 are free for applications, RFC 6455 section 7.4.2).
 * A client reconnects after every code but `versionMismatch` (it says "reload") and `replaced` (it says "open elsewhere").
 */
export const CLOSE = {
  /** The first frame was no hello, or a later one could not be parsed. The reason names the field. */
  badMessage: 4400,
  /** Too many messages in a short time, or too many hellos from one address. */
  tooFast: 4429,
  /** Too many sockets from one address, or on this router. */
  tooMany: 4430,
  /** App and router speak different versions. The reason is the router's version. */
  versionMismatch: 4426,
  /** A hello whose signature does not fit its key, this socket's challenge and this router. */
  notProven: 4403,
  /** The same device said hello on a newer socket (a second tab). */
  replaced: 4409,
  /** No sign of life since the last ping. */
  silent: 4408,
} as const;

const ID = only(DEVICE_ID);
export const deviceId = matching(ID, 'a device id') as Parser<DeviceId>;
/** `undefined` unless `text` is written like the id of a device. */
export const deviceIdFrom = (text: string): DeviceId | undefined => (ID.test(text) ? (text as DeviceId) : undefined);
export const connectionId = matching(only(RANDOM_ID), 'a connection id') as Parser<ConnectionId>;
/** Bytes of a challenge: as often as one is drawn, none comes twice. */
export const CHALLENGE_BYTES = 16;
export const challenge = matching(only(base64url(CHALLENGE_BYTES)), 'a challenge') as Parser<Challenge>;
/** `hello-event.ts`: milliseconds of a clock that nobody believes. */
export const claim = integer(1);

/** The kind that a page states or a router passes on. An unknown kind must not cost the frame it is in. */
export const toldKind: Parser<ToldKind> = (value) => DEVICE_KINDS.find((known) => known === value) ?? 'device';

const MAX_RAW_NAME_LENGTH = 400;

/**
 * A device's name for itself, in its clean form, 1 to `MAX_NAME_LENGTH` code units. A name that shows nothing is
 * refused.
 */
const ownName: Parser<string> = (value, at) =>
  text(MAX_NAME_LENGTH, 1)(cleanName(text(MAX_RAW_NAME_LENGTH)(value, at)), at);

/**
 * A name that a router passes on, in its clean form. An older or newer router may have cleaned it by other rules, so
 * nothing may be left of it here: then it is `NO_NAME`, because one name must not cost a whole list.
 */
export const toldName: Parser<string> = (value) =>
  (typeof value === 'string' && cleanName(value.slice(0, MAX_RAW_NAME_LENGTH))) || NO_NAME;
/** Stands for a name of which nothing can be shown. Clean itself. */
export const NO_NAME = '?';

/** An unknown reason, from a newer page, is still a refusal: an error would cost a socket or a link. */
const refusal: Parser<Refusal> = (value) => REFUSALS.find((known) => known === value) ?? 'not-here';

export const signal: Parser<Signal> = tagged({
  offer: object({ sdp: text(MAX_SDP_LENGTH) }),
  answer: object({ sdp: text(MAX_SDP_LENGTH) }),
  candidate: object({ candidate: text(MAX_CANDIDATE_LENGTH) }, { sdpMid: text(64), sdpMLineIndex: integer(0, 65_535) }),
  refuse: object({ reason: refusal }),
});

/** An unknown reason, from a newer router, is no error: the device is unreachable in any case. */
export const hindrance: Parser<Hindrance | undefined> = (value) => HINDRANCES.find((known) => known === value);

const iceServers = array(
  object({ urls: text(200, 1) }, { username: text(200), credential: text(200) }) satisfies Parser<IceServer>,
  8,
);

const device: Parser<Device> = object(
  { id: deviceId, name: toldName, kind: toldKind },
  { away: boolean, router: toldName, member },
);
const MAX_DEVICES = 100_000;

const clientMessage: Parser<ClientMessage> = tagged({
  hello: object(
    { version: integer(0, 1_000_000), key: publicKey, claim, signature, name: ownName, kind: toldKind },
    { groups: memberships, onlyGroups: boolean },
  ),
  rename: object({ name: ownName }),
  connect: object({ to: deviceId, connection: connectionId }),
  signal: object({ to: deviceId, connection: connectionId, signal }),
  pong: object({}, { asks: boolean }),
  bye: object({}),
});

const routerMessage: Parser<RouterMessage> = tagged({
  challenge: object({ challenge, router: text(64, 1) }),
  welcome: object(
    {
      version: integer(0, 1_000_000),
      self: deviceId,
      router: object({ id: text(64, 1), name: toldName }),
      devices: array(device, MAX_DEVICES),
    },
    { more: integer(0, 1_000_000_000) },
  ),
  delta: object(
    {},
    { put: array(device, MAX_DEVICES), gone: array(deviceId, MAX_DEVICES), more: integer(0, 1_000_000_000) },
  ),
  ice: object({ to: deviceId, connection: connectionId, iceServers }),
  signal: object({ from: deviceId, connection: connectionId, signal }, { iceServers }),
  unreachable: object({ to: deviceId, connection: connectionId }, { reason: hindrance }),
  ping: object({}),
});

/**
 * The version of a hello, read before anything else, so that an app of another version gets `CLOSE.versionMismatch` and
 * not a parse error. `undefined` when the frame is no hello.
 */
export function helloVersion(json: string): number | undefined {
  const parsed = parseJson(
    json,
    MAX_SIGNALING_FRAME_BYTES,
    tagged({ hello: object({ version: integer(0, 1_000_000) }) }),
  );
  return parsed.ok ? parsed.value.version : undefined;
}

/** Parses one frame that a browser sent. */
export function parseClientMessage(json: string): Parsed<ClientMessage> {
  return parseJson(json, MAX_SIGNALING_FRAME_BYTES, clientMessage);
}

/** Parses one frame that the router sent. */
export function parseRouterMessage(json: string): Parsed<RouterMessage> {
  return parseJson(json, MAX_SNAPSHOT_BYTES, routerMessage);
}
