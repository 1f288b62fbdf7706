/** Performs the effects of a receiving machine as `engine/incoming/incoming.ts` and the engine do, on tokens instead of bytes. */
import { isInterruption } from '../../protocol/failure.ts';
import type { Frame } from '../../protocol/frame.ts';
import { BLOCK_BYTES } from '../../protocol/limits.ts';
import type { ControlMessage } from '../../protocol/peer.ts';
import { fromWire } from '../manifest.ts';
import { blockLength, blocksIn, countBlocks, firstBlocks, seek } from '../plan.ts';
import {
  type Agreement,
  type Receiving,
  type ReceivingEffect,
  type ReceivingEvent,
  receiving,
  resumeReceiving,
  startReceiving,
} from '../receiving.ts';
import { root, type Token, tokenOf } from './content.ts';
import type { SimulatedLink } from './network.ts';
import { transfer } from './sender.ts';

/** What survives a reload. Blocks are numbered through the accepted files. */
export type Disk = {
  readonly pack: Map<number, Token>;
  ledger: Token[];
  record?: { readonly agreement: Agreement; readonly savedAs?: string };
  state: 'good' | 'full' | 'failing';
};

export type ReceiverWatcher = {
  readonly saw: (
    before: Receiving,
    event: ReceivingEvent,
    after: Receiving,
    effects: readonly ReceivingEffect[],
  ) => void;
  /** `token` is about to be stored as block `number`, while `counted` blocks are known to be stored. */
  readonly wrote: (number: number, counted: number, token: Token, agreement: Agreement) => void;
  /** A link over which it can go on; otherwise the world makes one, sooner or later. */
  readonly linkAtHand: () => SimulatedLink | undefined;
};

/** Files from an earlier transfer: the blocks of each. */
export type Known = ReadonlyMap<number, readonly Token[]>;
type Run = { readonly link: SimulatedLink; readonly handle: number };

export class SimulatedReceiver {
  state: Receiving;
  line: (() => void)[] = [];
  /** The person wants it to go on; sent as soon as there is a link. */
  asksToResume = false;
  #run: Run | undefined;
  #blocks: Token[] | undefined;
  #isPackOpen = false;
  #block: { readonly at: number; readonly offset: number; readonly length: number; readonly token: Token } | undefined;
  #collected: { readonly token: Token; readonly length: number }[] = [];
  readonly #disk: Disk;
  readonly #known: Known;
  readonly #watcher: ReceiverWatcher;

  private constructor(state: Receiving, disk: Disk, known: Known, watcher: ReceiverWatcher) {
    this.state = state;
    this.#disk = disk;
    this.#known = known;
    this.#watcher = watcher;
  }

  static announced(
    run: Run,
    offer: { files: number; bytes: number },
    disk: Disk,
    known: Known,
    watcher: ReceiverWatcher,
  ) {
    const receiver = new SimulatedReceiver(startReceiving(offer), disk, known, watcher);
    receiver.#run = run;
    return receiver;
  }

  /** The page is reloaded: what the catalog knows comes back. */
  static restored(disk: Disk, known: Known, watcher: ReceiverWatcher): SimulatedReceiver | undefined {
    if (!disk.record) return undefined;
    const { agreement, savedAs } = disk.record;
    const state: Receiving =
      savedAs === undefined ? resumeReceiving(agreement) : { phase: 'saved', agreement, digest: savedAs };
    return new SimulatedReceiver(state, disk, known, watcher);
  }

  get link(): SimulatedLink | undefined {
    return this.#run?.link;
  }

  /** True when the sender may offer it anew: nothing was agreed, or only a lost link kept it from being agreed. */
  get isForgettable(): boolean {
    if (this.state.phase === 'announced') return true;
    return this.state.phase === 'failed' && isInterruption(this.state.reason);
  }

  get shouldBeSent(): boolean {
    return this.state.phase === 'receiving' && this.state.flow.pending === 0;
  }

  met(link: SimulatedLink): void {
    if (this.asksToResume) link.tell('receiver', { type: 'resume', transfer });
    this.asksToResume = false;
  }

  lost(link: SimulatedLink): void {
    if (this.#run?.link === link) this.dispatch({ type: 'link-lost', cause: 'connection-lost' });
  }

  offeredAgain(run: Run): void {
    this.#run = run;
    this.dispatch({ type: 'offered-again' });
  }

  heard(link: SimulatedLink, message: ControlMessage): void {
    // The end of a transfer counts on any link; all other messages only on the link of the last offer.
    if (message.type === 'cancel') this.dispatch({ type: 'peer-cancelled' });
    else if (message.type === 'fail') this.dispatch({ type: 'peer-failed', reason: message.reason });
    else if (this.#run?.link !== link) return;
    else if (message.type === 'manifest')
      this.dispatch({ type: 'manifest', first: message.first, entries: message.entries.map(fromWire) });
    else if (message.type === 'paused' || message.type === 'resumed') this.dispatch({ type: `peer-${message.type}` });
    else throw new Error(`a sender never says ${message.type}`);
  }

  frame(link: SimulatedLink, { kind, handle, file, offset, payload }: Frame): void {
    if (this.#run?.link !== link || this.#run.handle !== handle) return; // still under way when its run ended
    if (kind === 'chunk') this.dispatch({ type: 'chunk', file, offset, payload });
    else this.dispatch({ type: kind, file, offset, digest: payload });
  }

  dispatch(event: ReceivingEvent): void {
    const before = this.state;
    const [next, effects] = receiving(before, event);
    this.state = next;
    this.#watcher.saw(before, event, next, effects);
    for (const effect of effects) this.#perform(effect);
  }

  #tell(message: ControlMessage): void {
    this.#run?.link.tell('receiver', message);
  }

  #perform(effect: ReceivingEffect): void {
    switch (effect.type) {
      case 'open-store':
        this.#inLine(() => this.#open(effect.agreement));
        return;
      case 'tell-accept': {
        const files = [...this.#offerKnown(effect.have.blocks)];
        for (const known of files) this.#tell({ type: 'known', transfer, files: [known] });
        this.#tell({ type: 'accept', transfer, files: effect.files, have: effect.have });
        return;
      }
      case 'tell-stored':
        this.#tell({ type: 'stored', transfer, bytes: effect.bytes });
        return;
      case 'tell-complete':
        this.#tell({ type: 'complete', transfer, digest: effect.digest });
        return;
      case 'tell-decline':
        this.#tell({ type: 'decline', transfer });
        return;
      case 'tell-pause':
        this.#tell({ type: 'pause', transfer });
        return;
      case 'tell-cancel':
        this.#tell({ type: 'cancel', transfer });
        return;
      case 'tell-fail':
        this.#tell({ type: 'fail', transfer, reason: effect.reason });
        return;
      case 'ask-resume': {
        this.asksToResume = true;
        const link = this.#watcher.linkAtHand();
        if (link) this.met(link);
        return;
      }
      case 'begin-block':
        this.#block = { ...effect, token: tokenOf(effect.digest) };
        this.#collected = [];
        return;
      case 'append':
        this.#collected.push({ token: tokenOf(effect.payload), length: effect.payload.length });
        return;
      case 'store-block':
        this.#storeBlock();
        return;
      case 'check-file':
        this.#inLine(() => {
          if (!this.#isPackOpen) return;
          const matches = this.#rootOf(effect.at) === tokenOf(effect.digest);
          this.dispatch({ type: matches ? 'file-matched' : 'digest-mismatched' });
        });
        return;
      case 'copy-file':
        this.#inLine(() => this.#copy(effect.at, 0, tokenOf(effect.digest)));
        return;
      case 'seal':
        this.#inLine(() => this.#seal());
        return;
      case 'release':
        this.#run = undefined;
        this.#inLine(() => {
          this.#isPackOpen = false;
        });
        return;
      case 'discard':
        this.#inLine(() => {
          this.#blocks = undefined;
          this.#disk.pack.clear();
          this.#disk.ledger = [];
          delete this.#disk.record;
        });
        return;
    }
  }

  #inLine(step: () => void): void {
    this.line.push(step);
  }

  /** True when the storage works; otherwise the machine has been told. */
  #storageServes(): boolean {
    const { state } = this.#disk;
    // Later steps in the line were meant to follow the one that just failed.
    if (state !== 'good') this.#isPackOpen = false;
    if (state !== 'good')
      this.dispatch({ type: 'store-failed', failure: `storage-${state === 'full' ? 'full' : 'failed'}` });
    return state === 'good';
  }

  #open(agreement: Agreement): void {
    if (!this.#blocks) {
      const { ledger, pack } = this.#disk;
      const wrong = ledger.findIndex((token, number) => pack.get(number) !== token);
      this.#blocks = ledger.slice(0, wrong < 0 ? countBlocks(agreement.entries) : wrong);
      this.#disk.ledger = [...this.#blocks];
    }
    if (!this.#storageServes()) return;
    this.#disk.record = { agreement };
    this.#isPackOpen = true;
    const blocks = this.#blocks.length;
    this.dispatch({ type: 'store-opened', have: { blocks, digest: root(this.#blocks) } });
  }

  get #agreement(): Agreement {
    if ('agreement' in this.state) return this.state.agreement;
    throw new Error(`nothing is agreed in ${this.state.phase}`);
  }

  *#offerKnown(have: number) {
    const { entries, files } = this.#agreement;
    for (let at = seek(entries, have).at; at < files.length; at += 1) {
      const known = this.#known.get(files[at] ?? 0);
      if (known && known.length > 0) yield [files[at] ?? 0, root(known)] as const;
    }
  }

  #storeBlock(): void {
    const block = this.#block;
    this.#block = undefined;
    const collected = this.#collected;
    this.#inLine(() => {
      if (!this.#isPackOpen || !block) return;
      const isWhole = collected.reduce((sum, { length }) => sum + length, 0) === block.length;
      if (!isWhole || collected.some(({ token }) => token !== block.token)) {
        this.dispatch({ type: 'digest-mismatched' });
        return;
      }
      if (!this.#write(block.at, block.offset / BLOCK_BYTES, block.token)) return;
      this.dispatch({ type: 'block-stored', bytes: block.length });
    });
  }

  #write(at: number, index: number, token: Token): boolean {
    if (!this.#storageServes()) return false;
    const agreement = this.#disk.record?.agreement;
    if (!agreement || !this.#blocks) throw new Error('written before the storage was opened');
    const number = (firstBlocks(agreement.entries)[at] ?? 0) + index;
    this.#watcher.wrote(number, this.#blocks.length, token, agreement);
    this.#disk.pack.set(number, token);
    this.#disk.ledger[number] = token;
    this.#blocks[number] = token;
    return true;
  }

  #rootOf(at: number): Token {
    const entries = this.#disk.record?.agreement.entries ?? [];
    const first = firstBlocks(entries)[at] ?? 0;
    return root(this.#blocks?.slice(first, first + blocksIn(entries[at]?.size ?? 0)) ?? []);
  }

  /** Copies a known file block by block; a reload may come between any two. */
  #copy(at: number, index: number, expected: Token): void {
    const agreement = this.#disk.record?.agreement;
    if (!this.#isPackOpen || !agreement) return;
    const known = this.#known.get(agreement.files[at] ?? 0);
    const size = agreement.entries[at]?.size ?? 0;
    if (!known || root(known) !== expected) {
      this.dispatch({ type: 'violated' });
      return;
    }
    if (index < known.length) {
      if (!this.#write(at, index, known[index] ?? '')) return;
      this.dispatch({ type: 'part-copied', bytes: blockLength(size, index * BLOCK_BYTES) });
      this.line.unshift(() => this.#copy(at, index + 1, expected));
      return;
    }
    if (this.#rootOf(at) === expected) this.dispatch({ type: 'file-matched' });
    else this.dispatch({ type: 'digest-mismatched' });
  }

  #seal(): void {
    if (!this.#storageServes()) return;
    this.#isPackOpen = false;
    const agreement = this.#agreement;
    const digest = root(agreement.files.map((_, at) => this.#rootOf(at)));
    this.#disk.record = { agreement, savedAs: digest };
    this.dispatch({ type: 'sealed', digest });
  }
}
