/**
 * What routers tell each other once they are linked: types and parsers. `README.md` beside this file tells the story.
 */
import { isIPv4 } from 'node:net';
import { type Membership, memberships } from '../../protocol/groups.ts';
import type { SignedHello } from '../../protocol/hello-event.ts';
import { base64url, hexadecimal, only, RANDOM_ID, SHA256 } from '../../protocol/ids.ts';
import { publicKey as deviceKey, idOf, signature } from '../../protocol/keys.ts';
import { MAX_WORDS_FRAME_BYTES } from '../../protocol/limits.ts';
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
import { type ClientWords, clientWords, type HolderWords, holderWords } from '../../protocol/words.ts';
import type { Server } from '../relay/ice.ts';
import type { About, Incarnation, RouterId } from './bus.ts';

/**
 * Raised when an old router could misunderstand a new one or the reverse. Routers of other versions do not link.
 * 3: devices sign their claims. 4: words and files.
 */
export const MESH_VERSION = 4;
/** Most devices of one router: its sockets and its away devices (limits.ts), with some room. */
export const MAX_DEVICES_PER_ROUTER = 2048;
/** Longest frame between routers, in bytes: a snapshot of that many devices, at up to 480 bytes each and 640 for its groups. */
export const MAX_LINK_FRAME_BYTES = 2304 * 1024;
/** Most bytes of a file in one frame: half a second on a radio with 1 Mb/s, for which what is more urgent waits. */
export const MAX_PORTION_BYTES = 64 * 1024;
/** What stands around words within a frame, in bytes, with room to spare. */
const AROUND_WORDS_BYTES = 64;
/** Longest text by which a router says what it holds. */
const MAX_SUM_LENGTH = 40;

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

/** What one router says as a client of the other's holder. Neither says who it is: the link has proven that. */
export type Asked = Exclude<ClientWords, readonly ['AUTH' | 'KEY', ...unknown[]]>;

/** Words and files: written and read by `src/router/words/neighbours`. */
export type WordsMessage =
  /** A frame of the protocol of words: of the client of a holder, and of the holder. Each router is both to the other one. */
  | { readonly type: 'ask'; readonly words: Asked }
  | { readonly type: 'tell'; readonly words: HolderWords }
  /** So many more of `ask`, `tell` and `bytes` have been taken care of. */
  | { readonly type: 'took'; readonly count: number }
  /** What the sender holds, summed up: equal where two hold the same. */
  | { readonly type: 'holds'; readonly sum: string }
  /** Asks who has a file. */
  | { readonly type: 'where'; readonly sha256: string }
  /** The answer: how long it is, in bytes. Without `size`: it is not here. */
  | { readonly type: 'here'; readonly sha256: string; readonly size?: number | undefined }
  /**
   * Asks for the bytes of a file from `from` up to and without `to`. `despite`: where the answer to an earlier one led, in vain.
   * The answer has the same `n`.
   */
  | {
      readonly type: 'get';
      readonly n: number;
      readonly sha256: string;
      readonly from: number;
      readonly to: number;
      readonly despite?: RouterId | undefined;
    }
  | { readonly type: 'bytes'; readonly n: number; readonly bytes: Uint8Array }
  /** The file is on its way to the sender: it answers when it is there. Said again while that is so. */
  | { readonly type: 'soon'; readonly n: number }
  /** The sender does not give it. `instead`: that router has it, or will soon. */
  | { readonly type: 'not'; readonly n: number; readonly instead?: RouterId | undefined };

export type MeshMessage =
  | PresenceMessage
  | WordsMessage
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

const sha256 = matching(only(SHA256), 'a digest');
/** Files are bounded by what a router takes (`words`); this only keeps their sizes exact. */
const size = integer();
const questionNumber = integer(0, 2 ** 32 - 1);
const asked: Parser<Asked> = (value, at) => {
  const words = clientWords(value, at);
  if (words[0] === 'AUTH' || words[0] === 'KEY') throw new ParseError(`${at}[0]`, 'what routers ask each other');
  return words;
};

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
  ask: object({ words: asked }),
  tell: object({ words: holderWords }),
  took: object({ count: integer(1) }),
  holds: object({ sum: text(MAX_SUM_LENGTH, 1) }),
  where: object({ sha256 }),
  here: object({ sha256 }, { size }),
  get: object({ n: questionNumber, sha256, from: size, to: size }, { despite: routerId }),
  soon: object({ n: questionNumber }),
  not: object({ n: questionNumber }, { instead: routerId }),
});

/** JSON begins with `{`. Bytes of a file are not written as text: that would cost a third more on the backhaul. */
const BYTES_FORM = 1;
const BYTES_HEADER_BYTES = 5;

/** A frame as it travels. */
export function encode(message: LinkFrame): string | Uint8Array {
  if (message.type !== 'bytes') return JSON.stringify(message);
  const frame = Buffer.allocUnsafe(BYTES_HEADER_BYTES + message.bytes.length);
  frame.writeUInt8(BYTES_FORM);
  frame.writeUInt32BE(message.n, 1);
  frame.set(message.bytes, BYTES_HEADER_BYTES);
  return frame;
}

/** Parses one frame that another router sent. */
export function parseLinkFrame(frame: Buffer): Parsed<LinkFrame> {
  if (frame[0] === BYTES_FORM) return bytesIn(frame);
  const parsed = parseJson(frame.toString(), MAX_LINK_FRAME_BYTES, linkFrame);
  const isWords = parsed.ok && (parsed.value.type === 'ask' || parsed.value.type === 'tell');
  if (isWords && frame.length > MAX_WORDS_FRAME_BYTES + AROUND_WORDS_BYTES)
    return { ok: false, error: `words: longer than ${MAX_WORDS_FRAME_BYTES} bytes` };
  return parsed;
}

function bytesIn(frame: Buffer): Parsed<LinkFrame> {
  const length = frame.length - BYTES_HEADER_BYTES;
  if (length < 1 || length > MAX_PORTION_BYTES)
    return { ok: false, error: `bytes: expected 1 to ${MAX_PORTION_BYTES} of them` };
  return { ok: true, value: { type: 'bytes', n: frame.readUInt32BE(1), bytes: frame.subarray(BYTES_HEADER_BYTES) } };
}
