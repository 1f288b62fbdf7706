/**
 * The reading and sending of an outgoing transfer, one step after the other. Blocks leave in the order of requests,
 * however long each takes to read; a step whose run has ended before its turn does nothing.
 */
import type { Frame } from '../../protocol/frame.ts';
import type { Have } from '../../protocol/peer.ts';
import { bundleBytes } from '../../transfer/bundle.ts';
import type { SendingEffect, SendingEvent } from '../../transfer/sending.ts';
import type { SourceBlock } from '../blocks/block-reader.ts';
import type { Budget } from '../blocks/budget.ts';
import type { SourceBundle } from '../blocks/bundle-reader.ts';
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
type TransmitBundle = Extract<SendingEffect, { readonly type: 'transmit-bundle' }>;
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
    this.#ahead(
      block.length,
      (run) => this.#read(run, block),
      (run, read) => this.#send(run, block, read),
    );
  }

  transmitBundle(bundle: TransmitBundle): void {
    const { files } = this.#ports;
    const length = bundleBytes(bundle.files.map((file) => ({ size: files.size(file) })));
    this.#ahead(
      length,
      async ({ link, handle }) =>
        length <= link.chunkBytes ? files.readBundle(bundle.at, bundle.files.length, handle) : undefined,
      (run, read) => (read ? this.#sendBundle(run, bundle, read) : this.#sendSingly(run, bundle)),
    );
  }

  /** Reads at once, so that it overlaps with sending what is before it in the line; sends in the line. */
  #ahead<T>(bytes: number, read: (run: Run) => Promise<T>, send: (run: Run, read: T) => Promise<void>): void {
    const { budget, dispatch } = this.#ports;
    const run = this.#ports.run();
    if (!run) return;
    const room = budget.take(bytes);
    const reading = room.then(() => read(run));
    reading.catch(() => {}); // handled in the line, at its turn
    this.#line = this.#line.then(async () => {
      const giveBack = await room;
      try {
        await send(run, await reading);
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

  /** `undefined` for a block of no bytes. */
  async #read({ handle }: Run, block: Transmit): Promise<SourceBlock | SourceFailure | undefined> {
    return block.length > 0 ? this.#ports.files.read(block.file, { ...block, handle }) : undefined;
  }

  /** Sends the block, unless its run has ended, and lets go of it. */
  async #send(run: Run, block: Transmit, read: SourceBlock | SourceFailure | undefined): Promise<void> {
    const { files } = this.#ports;
    if (typeof read === 'string') this.#failed(run, read);
    else if (read) {
      try {
        const isSame = this.#holds(run) && !this.#failed(run, files.note(block.at, block.offset, read.digest));
        if (isSame) await run.link.sendFrames(framesOf(run, block, read));
      } finally {
        read.release();
      }
    }
    if (block.last && this.#holds(run)) await this.#endFile(run, block.at, block.file, 'end');
  }

  async #sendBundle(run: Run, { at, files }: TransmitBundle, { payload, digests }: SourceBundle): Promise<void> {
    if (!this.#holds(run)) return;
    for (const [index, digest] of digests.entries())
      if (digest && this.#failed(run, this.#ports.files.note(at + index, 0, digest))) return;
    const { link, handle } = run;
    await link.sendFrames([{ kind: 'files', handle, file: files[0] ?? 0, offset: files.length, payload }]);
  }

  /** Each file by itself, where the other browser takes no message of this length, or one file cannot be read. */
  async #sendSingly(run: Run, { at, files }: TransmitBundle): Promise<void> {
    for (const [index, file] of files.entries()) {
      if (!this.#holds(run)) return;
      const length = this.#ports.files.size(file);
      const block = { type: 'transmit', at: at + index, file, offset: 0, length, last: true } as const;
      await this.#send(run, block, await this.#read(run, block));
    }
  }

  /** Reports the failure, if it is one and still matters; true if it is one. */
  #failed(run: Run, reason: SourceFailure | undefined): boolean {
    if (reason && this.#holds(run)) this.#ports.dispatch({ type: 'source-failed', reason });
    return reason !== undefined;
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
