/**
 * What routers tell each other once they are linked: types and parsers. `README.md` beside this file tells the story.
 */
import { isIPv4 } from 'node:net';
import { type Membership, memberships } from '../../protocol/groups.ts';
import type { SignedHello } from '../../protocol/hello-event.ts';
import { base64url, hexadecimal, only, RANDOM_ID } from '../../protocol/ids.ts';
import { publicKey as deviceKey, idOf, signature } from '../../protocol/keys.ts';
import {
  array,
  boolean,
  integer,
  matching,
  object,
  type Parsed,
  ParseError,
  type Parser,
  parseJson,
  tagged,
  text,
} from '../../protocol/parse.ts';
import {
  type ConnectionId,
  challenge,
  claim,
  connectionId,
  type DeviceId,
  deviceId,
  type Hindrance,
  hindrance,
  type Signal,
  signal,
  type ToldKind,
  toldKind,
  toldName,
} from '../../protocol/signaling.ts';
import type { Server } from '../relay/ice.ts';
import type { About, Incarnation, RouterId } from './bus.ts';

/**
 * Raised when an old router could misunderstand a new one or the reverse. Routers of other versions do not link.
 * 3: devices sign their claims.
 */
export const MESH_VERSION = 3;
/** Most devices of one router: its sockets and its away devices (limits.ts), with some room. */
export const MAX_DEVICES_PER_ROUTER = 2048;
/** Longest frame between routers, in bytes: a snapshot of that many devices, at up to 480 bytes each and 640 for its groups. */
export const MAX_LINK_FRAME_BYTES = 2304 * 1024;

/**
 * A device as its router lists it, with the hello that it signed for this router: the router with the highest claim has
 * the device.
 */
export type Listed = SignedHello & {
  readonly id: DeviceId;
  readonly name: string;
  readonly kind: ToldKind;
  readonly away?: boolean;
  /** Its groups. Whoever lets it in because of one has to check that. */
  readonly groups?: readonly Membership[];
  /** Other routers hide it from all but its groups, and those that it calls. */
  readonly onlyGroups?: boolean;
};

/** The parts of presence. Written only by the owner of the entries. */
export type PresenceMessage =
  | {
      readonly type: 'snapshot';
      readonly incarnation: Incarnation;
      readonly version: number;
      readonly devices: readonly Listed[];
    }
  | {
      readonly type: 'delta';
      readonly incarnation: Incarnation;
      /** The version that this changes; a router that has another one missed something. */
      readonly base: number;
      readonly version: number;
      readonly put: readonly Listed[];
      readonly gone: readonly DeviceId[];
    };

export type MeshMessage =
  | PresenceMessage
  /** Asks for a snapshot. */
  | { readonly type: 'want' }
  | { readonly type: 'about'; readonly about: About }
  /** From a device of the sender to one of the receiver. */
  | {
      readonly type: 'signal';
      readonly from: DeviceId;
      readonly to: DeviceId;
      readonly connection: ConnectionId;
      readonly signal: Signal;
    }
  /** The signal from `from` to `to` got nowhere; `reason` as in `protocol/signaling.ts`. */
  | {
      readonly type: 'unreachable';
      readonly from: DeviceId;
      readonly to: DeviceId;
      readonly connection: ConnectionId;
      readonly reason?: Hindrance | undefined;
    };

export type LinkFrame =
  | MeshMessage
  /** First frame in either direction. `proof` shows that the id is the sender's own (passport.ts). */
  | {
      readonly type: 'hello';
      readonly version: number;
      readonly id: RouterId;
      readonly incarnation: Incarnation;
      readonly key: string;
      readonly proof: string;
    }
  /** The answer repeats `n`. */
  | { readonly type: 'ping'; readonly n?: number }
  /** `clock`: the wall clock of the sender, in milliseconds since 1970. For people to see; nothing is decided by it. */
  | { readonly type: 'pong'; readonly n?: number; readonly clock?: number }
  /** The process ends in an orderly way. */
  | { readonly type: 'bye' };

const routerId = matching(only(RANDOM_ID), 'a router id') as Parser<RouterId>;
const incarnation = matching(only(hexadecimal(8)), 'an incarnation') as Parser<Incarnation>;
const publicKey = matching(only(base64url(32)), 'a public key');
const pingNumber = integer(0, 2 ** 32);
/** The range of a `Date` (ECMA-262, time values and time range). */
const clock = integer(0, 8_640_000_000_000_000);

const said = object(
  { id: deviceId, name: toldName, kind: toldKind, key: deviceKey, challenge, claim, signature },
  { away: boolean, groups: memberships, onlyGroups: boolean },
);
const listed: Parser<Listed> = (value, at) => {
  const one = said(value, at);
  if (idOf(one.key) !== one.id) throw new ParseError(`${at}.key`, 'the key of that id');
  return one;
};
const ipv4: Parser<string> = (value, at) => {
  const address = text(15, 7)(value, at);
  if (!isIPv4(address)) throw new ParseError(at, 'an IPv4 address');
  return address;
};
const server: Parser<Server> = object({ address: ipv4, port: integer(1, 65_535) });
const about: Parser<About> = object(
  { name: toldName },
  { stun: server, backhaul: object({ address: ipv4, prefix: integer(0, 32) }) },
);

const linkFrame: Parser<LinkFrame> = tagged({
  hello: object({ version: integer(0, 1_000_000), id: routerId, incarnation, key: publicKey, proof: signature }),
  ping: object({}, { n: pingNumber }),
  pong: object({}, { n: pingNumber, clock }),
  bye: object({}),
  want: object({}),
  about: object({ about }),
  snapshot: object({ incarnation, version: integer(), devices: array(listed, MAX_DEVICES_PER_ROUTER) }),
  delta: object({
    incarnation,
    base: integer(),
    version: integer(),
    put: array(listed, MAX_DEVICES_PER_ROUTER),
    gone: array(deviceId, 2 * MAX_DEVICES_PER_ROUTER),
  }),
  signal: object({ from: deviceId, to: deviceId, connection: connectionId, signal }),
  unreachable: object({ from: deviceId, to: deviceId, connection: connectionId }, { reason: hindrance }),
});

/** Parses one frame that another router sent. */
export function parseLinkFrame(json: string): Parsed<LinkFrame> {
  return parseJson(json, MAX_LINK_FRAME_BYTES, linkFrame);
}
