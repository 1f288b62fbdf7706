/** The events of a story, from outside the engines: written so that a counterexample can be read. */
import type { ControlMessage } from '../../../protocol/peer.ts';
import type { Side } from './clock.ts';

export type Step =
  /** `steps` pending things happen: arrivals, calls, answers of persons. `order` decides which of them. */
  | readonly ['run', steps: number, order: number]
  /** This many milliseconds pass in which nothing arrives. */
  | readonly ['wait', ms: number]
  /** One more transfer: the files of `set`, which may be there already. */
  | readonly ['send', Side, set: number]
  /** The path breaks: messages under way are lost. `first` notices at once, the other side later. */
  | readonly ['cut', first: Side]
  /** One side gives the connection up; its messages may still arrive. */
  | readonly ['hang-up', Side]
  /** One channel of the connection ends at one side: the control channel, or a lane. */
  | readonly ['close', Side, channel: number]
  /** The two devices leave each other's reach, and come back. */
  | readonly ['apart' | 'together']
  | readonly ['freeze' | 'thaw' | 'reload', Side]
  /**
   * A browser dies: the last `lost` notes of each ledger are gone, and block number `damaged` of each pack is
   * corrupted.
   */
  | readonly ['kill', Side, lost: number, damaged: number]
  /** The person chooses the files again. */
  | readonly ['choose', Side]
  | readonly ['pause' | 'resume' | 'cancel', Side, which: number]
  /** The next offer at this side is declined. */
  | readonly ['decline', Side]
  | readonly ['storage', Side, 'good' | 'full' | 'failing']
  /** A file that was sent is written to. */
  | readonly ['change', set: number, file: number, block: number]
  /** A device repeats a message. */
  | readonly ['echo', Side, which: number]
  /** A device sends a message without a reason, about transfer number `which` or an unknown one. */
  | readonly ['forge', Side, ForgedWord, which: number]
  /** A byte of the next chunk or bundle that arrives here is changed. */
  | readonly ['spoil', Side];

/** Disturbances of the current connection. */
export type Disturbance = Extract<Step, { readonly 0: 'cut' | 'hang-up' | 'close' | 'echo' | 'forge' | 'spoil' }>;

export const FORGED_WORDS = [
  'attention',
  'decline',
  'unknown',
  'pause',
  'resume',
  'paused',
  'resumed',
  'stored',
  'complete',
  'cancel',
  'accept',
  'known',
  'wanted',
  'manifest',
  'look',
  'picture',
] as const satisfies readonly ControlMessage['type'][];
export type ForgedWord = (typeof FORGED_WORDS)[number];

/** `sets`: the sizes of the files that can be sent, in bytes. `lanes`: how many each side opens beside the first where much is sent. */
export type Story = {
  readonly sets: readonly (readonly number[])[];
  readonly lanes: number;
  /** A person accepts every first, or every second, of the offered files. */
  readonly everyNth: number;
  readonly script: readonly Step[];
};
