/** The events of a run, from outside the machines: written so that a counterexample reads like a story. */
import type { Side } from './network.ts';

export type Step =
  /** `steps` pending things happen: arrivals, reads, writes. `order` decides which of them. */
  | readonly ['run', steps: number, order: number]
  | readonly ['connect']
  /** The path of the newest link breaks: messages under way are lost, and nobody knows yet. */
  | readonly ['break']
  /** One side closes its end of its link: its messages may still arrive, even after those on the next link. */
  | readonly ['close', Side]
  /** No link can be made. */
  | readonly ['no-link']
  | readonly ['freeze' | 'thaw' | 'reload', Side]
  /** The receiver's browser dies: the last `lost` notes of its ledger are gone, and one stored block is damaged. */
  | readonly ['kill', lost: number, damaged: number]
  /** The sender's person chooses the files again. */
  | readonly ['choose']
  | readonly ['accept', everyNth: number]
  | readonly ['decline']
  | readonly ['pause' | 'resume' | 'cancel', Side]
  | readonly ['storage', 'good' | 'full' | 'failing']
  | readonly ['change', file: number, block: number]
  /** Nothing was heard for so long that the side gives up the link. */
  | readonly ['silence', Side]
  /** It is time to try again to reach the other side. */
  | readonly ['try', Side];

export type Scenario = {
  readonly sizes: readonly number[];
  /** Files that the receiver has from before. */
  readonly known: readonly number[];
  readonly script: readonly Step[];
};
