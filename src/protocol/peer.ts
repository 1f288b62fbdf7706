/**
 * Control messages between two devices, JSON on the control channel. They flow both ways on one connection; a transfer
 * is named by its id, chosen by its sender. Bulk data has frames of its own (`frame.ts`).
 */
import { type CompareMessage, compareMessages } from './compare.ts';
import { FAILURES, type Failure } from './failure.ts';
import { type GroupProof, groupProof } from './group-proof.ts';
import { MAX_GROUPS } from './groups.ts';
import { digest, only, RANDOM_ID } from './ids.ts';
import { type PublicKey, publicKey, type Signature, signature } from './keys.ts';
import {
  MAX_CONTROL_BYTES,
  MAX_DATE_MS,
  MAX_FILES,
  MAX_LANES,
  MAX_NOTE_LENGTH,
  MAX_PATH_LENGTH,
  MAX_PICTURE_BYTES,
  TRANSFER_VERSION,
} from './limits.ts';
import {
  array,
  boolean,
  integer,
  matching,
  object,
  oneOf,
  type Parsed,
  type Parser,
  parseJson,
  tagged,
  text,
  tuple,
} from './parse.ts';
import { type WordMessage, wordMessages } from './passed-words.ts';
import { type Signal, signal } from './signaling.ts';

/** A transfer, named by its sender: 16 base64url characters (96 bit). Unique for one sending device. */
export type TransferId = string & { readonly __brand: 'TransferId' };

/** One file of a manifest: path within the transfer (`/` between folders), size in bytes, last change in Unix milliseconds. */
export type ManifestEntry = { readonly path: string; readonly size: number; readonly modified: number };

/** Indices of files, as ascending ranges that do not touch, both ends included. */
export type Ranges = readonly (readonly [first: number, last: number])[];

/** `ManifestEntry` as it travels: path, size, modified. An array, because ten thousand of them are sent. */
export type WireEntry = readonly [path: string, size: number, modified: number];

/**
 * What a receiver has of a transfer: its first `blocks` blocks, counted through the accepted files in order, and the
 * SHA-256 over their digests in hexadecimal, so that the sender can tell whether its files are still the same.
 */
export type Have = { readonly blocks: number; readonly digest: string };

/** A file that the receiver has from an earlier transfer: its index, and its root digest in hexadecimal. */
export type KnownFile = readonly [file: number, root: string];

/**
 * How far an offer has come with the person at the receiver. `delivered`: it is there, but on no lit screen. `ringing`:
 * on a visible page. `seen`: the person has touched that page since.
 */
export const ATTENTION = ['delivered', 'ringing', 'seen'] as const;
export type Attention = (typeof ATTENTION)[number];

export type ControlMessage =
  /** First message of both sides: who says to be here. `words`: it understands `WordMessage`, which older ones do not. */
  | { readonly type: 'hello'; readonly version: number; readonly key: PublicKey; readonly words?: boolean }
  /**
   * Second message of both sides, in answer to the hello: that this is so (`connection-proof.ts`), and, in any order, that the
   * device belongs to groups (`group-proof.ts`).
   */
  | { readonly type: 'proof'; readonly signature: Signature; readonly groups?: readonly GroupProof[] }
  /** Either side, while a person is asked: are you there? The engine answers `pong` at once, without the page. */
  | { readonly type: 'ping' | 'pong' }
  /**
   * Either side: sets up lane number `lane`, one more connection whose bulk channel carries frames as well. The caller of
   * the connection opens lanes with odd numbers, the called side those with even ones.
   */
  | { readonly type: 'lane'; readonly lane: number; readonly signal: Signal }
  /** Two people make sure of each other (`compare.ts`). */
  | CompareMessage
  /** Somebody says something to the other one (`passed-words.ts`). */
  | WordMessage
  /**
   * Sender: announces a transfer; `handle` names it in bulk frames on this connection. The manifest follows in pieces,
   * unless `again` says that the receiver had it before an interruption. `pictures`: it has small ones of its first photos,
   * for a receiver that asks; `note`: a line from its person.
   */
  | {
      readonly type: 'offer';
      readonly transfer: TransferId;
      readonly handle: number;
      readonly files: number;
      readonly bytes: number;
      readonly again?: boolean;
      readonly pictures?: boolean;
      readonly note?: string;
    }
  /** Sender: the entries from index `first` on. Pieces come in order; the last one completes `offer.files`. */
  | {
      readonly type: 'manifest';
      readonly transfer: TransferId;
      readonly first: number;
      readonly entries: readonly WireEntry[];
    }
  /** Receiver, before its accept and whenever it changes: how far the offer has come with its person. */
  | { readonly type: 'attention'; readonly transfer: TransferId; readonly attention: Attention }
  /** Receiver, once before its answer: wants the small pictures that the offer spoke of. */
  | { readonly type: 'look'; readonly transfer: TransferId }
  /** Sender, in answer to that: a small picture of one file, a JPEG as base64url. */
  | { readonly type: 'picture'; readonly transfer: TransferId; readonly file: number; readonly jpeg: string }
  /** Receiver, before its accept and in pieces: it has these files already, if they are the same. */
  | { readonly type: 'known'; readonly transfer: TransferId; readonly files: readonly KnownFile[] }
  /** Receiver, before its accept and in pieces: wants these files as well, where one message cannot hold all ranges. */
  | { readonly type: 'wanted'; readonly transfer: TransferId; readonly files: Ranges }
  /** Receiver: wants these files, and has this much of all that it wants. */
  | { readonly type: 'accept'; readonly transfer: TransferId; readonly files: Ranges; readonly have: Have }
  | { readonly type: 'decline'; readonly transfer: TransferId }
  /** Receiver: does not know a transfer that was offered again. */
  | { readonly type: 'unknown'; readonly transfer: TransferId }
  /** Receiver: asks the sender to pause, or to go on (also after an interruption). */
  | { readonly type: 'pause'; readonly transfer: TransferId }
  | { readonly type: 'resume'; readonly transfer: TransferId }
  /** Sender: has paused, or goes on. The sender decides for both sides. */
  | { readonly type: 'paused' | 'resumed'; readonly transfer: TransferId }
  /** Receiver: this many bytes of the transfer are stored and verified. Opens the sender's window. */
  | { readonly type: 'stored'; readonly transfer: TransferId; readonly bytes: number }
  /** Receiver: everything is stored; `digest` is the transfer's root digest in hexadecimal. */
  | { readonly type: 'complete'; readonly transfer: TransferId; readonly digest: string }
  /** Either side: a person pressed Cancel. */
  | { readonly type: 'cancel'; readonly transfer: TransferId }
  /** Either side: the transfer ended without success; a sender says at which file, where it was one. */
  | { readonly type: 'fail'; readonly transfer: TransferId; readonly reason: Failure; readonly file?: number };

export const transferId = matching(only(RANDOM_ID), 'a transfer id') as Parser<TransferId>;
const transfer = transferId;
/** Highest value of a `u32` field. */
const MAX_U32 = 0xffff_ffff;
const index = integer(0, MAX_FILES - 1);
/** An unknown reason, from a newer page, ends the transfer and not the connection. What is stored stays good. */
const failure: Parser<Failure> = (value) => FAILURES.find((known) => known === value) ?? 'page-failed';

/** Parses what travels as `Ranges`: ascending, not touching. */
export const ranges: Parser<Ranges> = (value, at) => {
  const list = array(tuple(index, index), MAX_FILES)(value, at);
  let previous = -2;
  for (const [first, last] of list) {
    integer(previous + 2)(first, `${at}: range start`);
    integer(first)(last, `${at}: range end`);
    previous = last;
  }
  return list;
};

/** Its letters are looked at when it is decoded. */
const jpeg = text(Math.ceil((MAX_PICTURE_BYTES * 4) / 3), 1);

const controlMessage: Parser<ControlMessage> = tagged({
  hello: object({ version: integer(0, 1_000_000), key: publicKey }, { words: boolean }),
  proof: object({ signature }, { groups: array(groupProof, MAX_GROUPS) }),
  ping: object({}),
  pong: object({}),
  lane: object({ lane: integer(1, 2 * MAX_LANES), signal }),
  ...compareMessages,
  ...wordMessages,
  offer: object(
    { transfer, handle: integer(0, MAX_U32), files: integer(1, MAX_FILES), bytes: integer() },
    { again: boolean, pictures: boolean, note: text(MAX_NOTE_LENGTH) },
  ),
  manifest: object({
    transfer,
    first: index,
    entries: array(tuple(text(MAX_PATH_LENGTH, 1), integer(), integer(-MAX_DATE_MS, MAX_DATE_MS)), MAX_FILES),
  }),
  attention: object({ transfer, attention: oneOf(...ATTENTION) }),
  look: object({ transfer }),
  picture: object({ transfer, file: index, jpeg }),
  known: object({ transfer, files: array(tuple(index, digest), MAX_FILES) }),
  wanted: object({ transfer, files: ranges }),
  accept: object({ transfer, files: ranges, have: object({ blocks: integer(), digest }) }),
  decline: object({ transfer }),
  unknown: object({ transfer }),
  pause: object({ transfer }),
  resume: object({ transfer }),
  paused: object({ transfer }),
  resumed: object({ transfer }),
  stored: object({ transfer, bytes: integer() }),
  complete: object({ transfer, digest }),
  cancel: object({ transfer }),
  fail: object({ transfer, reason: failure }, { file: index }),
});

/**
 * Why a message that cannot be parsed ends the connection. The hello of another version may have other fields, and its device
 * is told to reload.
 */
export function faultIn(json: string): 'version-mismatch' | 'protocol-violation' {
  const hello = parseJson(json, MAX_CONTROL_BYTES, tagged({ hello: object({ version: integer(0, 1_000_000) }) }));
  return hello.ok && hello.value.version !== TRANSFER_VERSION ? 'version-mismatch' : 'protocol-violation';
}

/** Parses one message of the control channel. */
export function parseControlMessage(json: string): Parsed<ControlMessage> {
  return parseJson(json, MAX_CONTROL_BYTES, controlMessage);
}
