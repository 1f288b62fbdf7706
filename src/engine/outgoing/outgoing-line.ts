/**
 * What an outgoing transfer reads and sends, one after the other. Blocks leave in the order in which they were asked
 * for, however long each takes to read; a step whose run is over by the time its turn comes does nothing.
 */
import { encodeFrame } from '../../protocol/frame.ts';
import type { Have } from '../../protocol/peer.ts';
import type { SendingEffect, SendingEvent } from '../../transfer/sending.ts';
import type { Budget } from '../blocks/budget.ts';
import { failureIn } from '../blocks/failing.ts';
import type { ReadBlock } from '../blocks/source.ts';
import type { Link } from '../link/link.ts';
import type { OutgoingFiles } from './outgoing-files.ts';

/**
 * One offer on one link, and what follows it. `handle` names it in bulk frames: what is still under way of an earlier
 * offer, perhaps on this same link, is then told apart.
 */
export type Run = { readonly link: Link; readonly handle: number };

type OutgoingLinePorts = {
  readonly files: OutgoingFiles;
  /** Room for blocks in memory, shared by all transfers. */
  readonly budget: Budget;
  /** The run that holds now; none between two. */
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

  /** The receiver has everything and says that `digest` is the root of it: is it? */
  complete(digest: string): void {
    const { files, dispatch } = this.#ports;
    this.#append(async () => {
      const matches = await files.transferIs(digest);
      dispatch(
        typeof matches === 'string' ? { type: 'source-failed', reason: matches } : { type: 'completed', matches },
      );
    });
  }

  /** Are the blocks that the receiver has those of the files here? */
  check(have: Have): void {
    const { files, dispatch } = this.#ports;
    this.#append(async (run) => {
      const matches = await files.prefixIs(have.digest, have.blocks);
      if (typeof matches === 'string') dispatch({ type: 'source-failed', reason: matches });
      else if (this.#holds(run)) dispatch({ type: 'checked', matches });
    });
  }

  /** Is the file the one that the receiver knows? If so, says it in place of its bytes. */
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
    // Reading starts now, so that it overlaps with the sending of the blocks before this one.
    const { handle, link } = run;
    const room = budget.take();
    const reading = room.then(() =>
      block.length > 0 ? files.read({ ...block, handle, chunkBytes: link.chunkBytes }) : undefined,
    );
    reading.catch(() => {}); // heard in line, where its turn comes
    this.#line = this.#line.then(async () => {
      const giveBack = await room;
      try {
        const read = await reading;
        if (this.#holds(run)) await this.#send(run, block, read);
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

  /** Runs `step` after all earlier ones, unless the run it was meant for is over by then. */
  #append(step: (run: Run) => Promise<void>): void {
    const run = this.#ports.run();
    if (!run) return;
    this.#line = this.#line
      .then(() => (this.#holds(run) ? step(run) : undefined))
      .catch((error: unknown) => this.#cannotGoOn(run, error));
  }

  /** Not the file failed, for which there are values, but something else. Later runs must not be stuck behind it. */
  #cannotGoOn(run: Run, error: unknown): void {
    if (this.#holds(run)) this.#ports.dispatch({ type: 'source-failed', reason: failureIn(error) });
  }

  async #send(run: Run, block: Transmit, read: Awaited<ReturnType<ReadBlock>> | undefined): Promise<void> {
    if (read) {
      const failure = typeof read === 'string' ? read : this.#ports.files.note(block.at, block.offset, read.digest);
      if (failure) this.#ports.dispatch({ type: 'source-failed', reason: failure });
      else if (typeof read !== 'string') await run.link.sendFrames(read.frames);
    }
    if (block.last && this.#holds(run)) await this.#endFile(run, block.at, block.file, 'end');
  }

  async #endFile({ link, handle }: Run, at: number, file: number, kind: 'end' | 'same'): Promise<void> {
    const payload = await this.#ports.files.root(at);
    if (!payload) return;
    const offset = kind === 'end' ? this.#ports.files.size(file) : 0;
    await link.sendFrames([encodeFrame({ kind, handle, file, offset, payload })]);
  }
}
