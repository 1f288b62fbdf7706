/**
 * The reading and sending of an outgoing transfer, one step after the other. Blocks leave in the order of requests,
 * however long each takes to read; a step whose run has ended before its turn does nothing.
 */
import type { Frame } from '../../protocol/frame.ts';
import type { Have } from '../../protocol/peer.ts';
import type { SendingEffect, SendingEvent } from '../../transfer/sending.ts';
import type { SourceBlock } from '../blocks/block-reader.ts';
import type { Budget } from '../blocks/budget.ts';
import { failureIn } from '../blocks/failing.ts';
import type { SourceFailure } from '../blocks/source.ts';
import type { Link } from '../link/link.ts';
import type { OutgoingFiles } from './outgoing-files.ts';

/**
 * One offer on one link, and all that follows from it. `handle` names it in bulk frames, so frames that are still under
 * way for an earlier offer, perhaps on this same link, can be told apart.
 */
export type Run = { readonly link: Link; readonly handle: number };

type OutgoingLinePorts = {
  readonly files: OutgoingFiles;
  /** Room for blocks in memory, shared by all transfers. */
  readonly budget: Budget;
  /** The current run; `undefined` between two. */
  readonly run: () => Run | undefined;
  readonly dispatch: (event: SendingEvent) => void;
};

type Transmit = Extract<SendingEffect, { readonly type: 'transmit' }>;
type Compare = Extract<SendingEffect, { readonly type: 'compare' }>;

export class OutgoingLine {
  readonly #ports: OutgoingLinePorts;
  #line: Promise<void> = Promise.resolve();

  constructor(ports: OutgoingLinePorts) {
    this.#ports = ports;
  }

  /** The receiver says that it has everything, with the root `digest`: checks that. */
  complete(digest: string): void {
    const { files, dispatch } = this.#ports;
    this.#append(async () => {
      const matches = await files.transferIs(digest);
      dispatch(
        typeof matches === 'string' ? { type: 'source-failed', reason: matches } : { type: 'completed', matches },
      );
    });
  }

  /** Checks that the receiver's blocks are those of the files here. */
  check(have: Have): void {
    const { files, dispatch } = this.#ports;
    this.#append(async (run) => {
      const matches = await files.prefixIs(have.digest, have.blocks);
      if (typeof matches === 'string') dispatch({ type: 'source-failed', reason: matches });
      else if (this.#holds(run)) dispatch({ type: 'checked', matches });
    });
  }

  /** Checks that the file is the one that the receiver knows. If so, says that instead of sending its bytes. */
  compare({ at, file, root }: Compare): void {
    const { files, dispatch } = this.#ports;
    this.#append(async (run) => {
      const isSame = await files.rootIs(root, at, file);
      if (typeof isSame === 'string') {
        dispatch({ type: 'source-failed', reason: isSame });
        return;
      }
      if (isSame) await this.#endFile(run, at, file, 'same');
      if (this.#holds(run)) dispatch({ type: 'compared', isSame });
    });
  }

  transmit(block: Transmit): void {
    const { files, budget, dispatch } = this.#ports;
    const run = this.#ports.run();
    if (!run) return;
    // Reading starts now, so that it overlaps with sending the previous blocks.
    const { handle } = run;
    const room = budget.take();
    const reading = room.then(() => (block.length > 0 ? files.read(block.file, { ...block, handle }) : undefined));
    reading.catch(() => {}); // handled in the line, at its turn
    this.#line = this.#line.then(async () => {
      const giveBack = await room;
      try {
        const read = await reading;
        if (this.#holds(run)) await this.#send(run, block, read);
        if (typeof read === 'object') read.release();
        if (this.#holds(run)) dispatch({ type: 'block-transmitted' });
      } catch (error) {
        this.#cannotGoOn(run, error);
      } finally {
        giveBack();
      }
    });
  }

  #holds(run: Run): boolean {
    return this.#ports.run() === run;
  }

  /** Runs `step` after all earlier ones, unless its run has ended by then. */
  #append(step: (run: Run) => Promise<void>): void {
    const run = this.#ports.run();
    if (!run) return;
    this.#line = this.#line
      .then(() => (this.#holds(run) ? step(run) : undefined))
      .catch((error: unknown) => this.#cannotGoOn(run, error));
  }

  /** For exceptions other than file failures, which are values. Later runs must not be stuck behind it. */
  #cannotGoOn(run: Run, error: unknown): void {
    if (this.#holds(run)) this.#ports.dispatch({ type: 'source-failed', reason: failureIn(error) });
  }

  async #send(run: Run, block: Transmit, read: SourceBlock | SourceFailure | undefined): Promise<void> {
    if (read) {
      const failure = typeof read === 'string' ? read : this.#ports.files.note(block.at, block.offset, read.digest);
      if (failure) this.#ports.dispatch({ type: 'source-failed', reason: failure });
      else if (typeof read !== 'string') await run.link.sendFrames(framesOf(run, block, read));
    }
    if (block.last && this.#holds(run)) await this.#endFile(run, block.at, block.file, 'end');
  }

  async #endFile({ link, handle }: Run, at: number, file: number, kind: 'end' | 'same'): Promise<void> {
    const payload = await this.#ports.files.root(at);
    if (!payload) return;
    const offset = kind === 'end' ? this.#ports.files.size(file) : 0;
    await link.sendFrames([{ kind, handle, file, offset, payload }]);
  }
}

/** A block's digest, and then its bytes. */
function* framesOf(
  { link, handle }: Run,
  { file, offset }: Transmit,
  { bytes, digest }: SourceBlock,
): Generator<Frame> {
  yield { kind: 'block', handle, file, offset, payload: digest };
  for (let from = 0; from < bytes.length; from += link.chunkBytes)
    yield { kind: 'chunk', handle, file, offset: offset + from, payload: bytes.subarray(from, from + link.chunkBytes) };
}
