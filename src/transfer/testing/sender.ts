/** Performs the effects of a sending machine as `engine/outgoing/outgoing.ts` and the engine do, on tokens instead of bytes. */
import { BLOCK_BYTES } from '../../protocol/limits.ts';
import type { ControlMessage, Have, TransferId } from '../../protocol/peer.ts';
import { hasEnded } from '../has-ended.ts';
import { totalBytes } from '../manifest.ts';
import { blocksIn, firstBlocks } from '../plan.ts';
import {
  resumeSending,
  type Sending,
  type SendingEffect,
  type SendingEvent,
  sending,
  startSending,
  waitsForPeer,
} from '../sending.ts';
import { bytesOf, type Disk, digestOf, root, type Token } from './content.ts';
import type { SimulatedLink } from './network.ts';

export const transfer = 'transfer________' as TransferId;

export type SenderWatcher = {
  readonly saw: (before: Sending, event: SendingEvent, after: Sending, effects: readonly SendingEffect[]) => void;
  /** A link over which it can go on; otherwise the world makes one, sooner or later. */
  readonly linkAtHand: () => SimulatedLink | undefined;
};

type Transmit = Extract<SendingEffect, { readonly type: 'transmit' }>;
/** One offer on one link. Blocks requested in an earlier run are not sent in a later one. */
type Run = { readonly link: SimulatedLink; readonly handle: number };

let lastHandle = 0;

export class SimulatedSender {
  state: Sending;
  /** Steps that are done later, one after the other. */
  line: (() => void)[] = [];
  /** The chosen files, as the version of each at the time; `undefined` after a reload. */
  #chosen: readonly number[] | undefined;
  #run: Run | undefined;
  #files: readonly number[] = [];
  #first: readonly number[] = [];
  #digests: (Token | undefined)[] | undefined;
  readonly #disk: Disk;
  readonly #watcher: SenderWatcher;

  constructor(disk: Disk, watcher: SenderWatcher) {
    this.#disk = disk;
    this.#watcher = watcher;
    this.state = startSending(disk.entries);
    this.choose();
  }

  /** The page is reloaded. Only the record in the outbox is left, unless the transfer had ended. */
  reloaded(): SimulatedSender | undefined {
    if (hasEnded(this.state)) return undefined;
    const later = new SimulatedSender(this.#disk, this.#watcher);
    later.state = resumeSending(this.#disk.entries);
    later.#chosen = undefined;
    if (this.#digests) later.#agree(this.#files);
    return later;
  }

  get link(): SimulatedLink | undefined {
    return this.#run?.link;
  }

  get needsFiles(): boolean {
    return this.#chosen === undefined && !hasEnded(this.state);
  }

  get waitsForPeer(): boolean {
    return this.#chosen !== undefined && waitsForPeer(this.state);
  }

  choose(): void {
    this.#chosen ??= this.#disk.entries.map((_, file) => this.#disk.version(file));
  }

  /** True when bytes are under way that the receiver has not reported as stored. */
  get expectsAnswer(): boolean {
    return this.state.phase === 'sending' && this.state.flow.issuedBytes !== this.state.flow.storedBytes;
  }

  /** There is a link over which the transfer may go on. */
  met(link: SimulatedLink): void {
    const { phase } = this.state;
    // The message about its end may have been lost with the link.
    if (phase === 'failed' || (phase === 'cancelled' && this.state.by === 'me')) this.#sayWhyItEnded(link);
    if (!this.waitsForPeer) return;
    lastHandle += 1;
    this.#run = { link, handle: lastHandle };
    this.dispatch({ type: 'link-opened' });
  }

  lost(link: SimulatedLink): void {
    if (this.#run?.link === link) this.dispatch({ type: 'link-lost', cause: 'connection-lost' });
  }

  heard(link: SimulatedLink, message: ControlMessage): void {
    switch (message.type) {
      case 'known':
        this.dispatch({ type: 'known', files: message.files });
        return;
      case 'accept':
        this.dispatch({ type: 'accepted', files: message.files, have: message.have });
        return;
      case 'decline':
        this.dispatch({ type: 'declined' });
        return;
      case 'unknown':
        this.dispatch({ type: 'unknown' });
        return;
      case 'pause':
        this.dispatch({ type: 'peer-paused' });
        return;
      case 'resume':
        if (hasEnded(this.state)) {
          this.#sayWhyItEnded(link);
          return;
        }
        this.dispatch({ type: 'peer-resumed' });
        return;
      case 'stored':
        this.dispatch({ type: 'stored', bytes: message.bytes });
        return;
      case 'complete':
        this.#completed(message.digest);
        return;
      case 'cancel':
        this.dispatch({ type: 'peer-cancelled' });
        return;
      case 'fail':
        this.dispatch({ type: 'peer-failed', reason: message.reason });
        return;
      default:
        throw new Error(`a receiver never says ${message.type}`);
    }
  }

  dispatch(event: SendingEvent): void {
    const before = this.state;
    const [next, effects] = sending(before, event);
    this.state = next;
    this.#watcher.saw(before, event, next, effects);
    for (const effect of effects) this.#perform(effect);
  }

  #sayWhyItEnded(link: SimulatedLink): void {
    if (this.state.phase === 'failed') link.tell('sender', { type: 'fail', transfer, reason: this.state.reason });
    else link.tell('sender', { type: 'cancel', transfer });
  }

  #tell(message: ControlMessage): void {
    this.#run?.link.tell('sender', message);
  }

  #perform(effect: SendingEffect): void {
    switch (effect.type) {
      case 'offer':
        this.#offer(effect.again);
        return;
      case 'check':
        this.#check(effect.files, effect.have);
        return;
      case 'start-from':
        this.#agree(effect.files);
        return;
      case 'transmit':
        this.#inLine((run) => this.#transmit(run, effect));
        return;
      case 'compare':
        this.#inLine((run) => this.#compare(run, effect.at, effect.file, effect.root));
        return;
      case 'tell-paused':
        this.#tell({ type: 'paused', transfer });
        return;
      case 'tell-resumed':
        this.#tell({ type: 'resumed', transfer });
        return;
      case 'tell-cancel':
        this.#tell({ type: 'cancel', transfer });
        return;
      case 'tell-fail':
        this.#tell({ type: 'fail', transfer, reason: effect.reason });
        return;
      case 'relink': {
        const link = this.#watcher.linkAtHand();
        if (link) this.met(link);
        return;
      }
      case 'drop-link':
        this.#run?.link.break();
        return;
      case 'release':
        this.#run = undefined;
        return;
    }
  }

  #offer(again: boolean): void {
    const { entries } = this.#disk;
    const offer = { transfer, handle: this.#run?.handle ?? 0, files: entries.length, bytes: totalBytes(entries) };
    this.#tell({ type: 'offer', ...offer, ...(again && { again }) });
    if (again) return;
    // Two pieces, so that a link can break between them.
    const cut = Math.ceil(entries.length / 2);
    for (const [first, last] of [
      [0, cut],
      [cut, entries.length],
    ] as const) {
      const piece = entries.slice(first, last).map(({ path, size, modified }) => [path, size, modified] as const);
      if (piece.length > 0) this.#tell({ type: 'manifest', transfer, first, entries: piece });
    }
  }

  #inLine(step: (run: Run) => void): void {
    const run = this.#run;
    if (!run) return;
    this.line.push(() => {
      if (this.#run === run) step(run);
    });
  }

  #agree(files: readonly number[]): void {
    if (this.#digests && this.#files.join() === files.join()) return;
    this.#files = files;
    this.#first = firstBlocks(files.map((file) => ({ size: this.#size(file) })));
    this.#digests = [];
  }

  #size(file: number): number {
    return this.#disk.entries[file]?.size ?? 0;
  }

  /** Chosen files that were written to since cannot be read: that is how a browser's `File` works. */
  #read(file: number, block: number): Token | undefined {
    const version = this.#chosen?.[file];
    return version === this.#disk.version(file) ? this.#disk.blocks(file, version)[block] : undefined;
  }

  #learn(at: number, file: number, from = 0, to = blocksIn(this.#size(file))): boolean {
    for (let block = from; block < to; block += 1) {
      const token = this.#read(file, block);
      if (token === undefined || !this.#digests) return false;
      this.#digests[(this.#first[at] ?? 0) + block] = token;
    }
    return true;
  }

  /** Makes the first `count` digests known. */
  #ensure(count: number): boolean {
    for (const [at, file] of this.#files.entries()) {
      for (let block = 0; block < blocksIn(this.#size(file)); block += 1) {
        const number = (this.#first[at] ?? 0) + block;
        if (number >= count) return true;
        if (this.#digests?.[number] === undefined && !this.#learn(at, file, block, block + 1)) return false;
      }
    }
    return true;
  }

  #rootOf(at: number): Token {
    const first = this.#first[at] ?? 0;
    const blocks = this.#digests?.slice(first, first + blocksIn(this.#size(this.#files[at] ?? 0))) ?? [];
    return root(blocks.map((token) => token ?? 'unknown'));
  }

  #check(files: readonly number[], have: Have): void {
    this.#agree(files);
    this.#inLine((run) => {
      if (!this.#ensure(have.blocks)) this.dispatch({ type: 'source-failed', reason: 'source-changed' });
      else {
        const matches = root((this.#digests ?? []).slice(0, have.blocks).map(String)) === have.digest;
        // Digests take time: the link may be lost meanwhile.
        this.line.unshift(() => {
          if (this.#run === run) this.dispatch({ type: 'checked', matches });
        });
      }
    });
  }

  #transmit({ link, handle }: Run, { at, file, offset, length, last }: Transmit): void {
    const frame = { handle, file };
    if (length > 0) {
      const token = this.#read(file, offset / BLOCK_BYTES);
      const number = (this.#first[at] ?? 0) + offset / BLOCK_BYTES;
      const before = this.#digests?.[number];
      if (token === undefined || (before !== undefined && before !== token)) {
        this.dispatch({ type: 'source-failed', reason: 'source-changed' });
        return;
      }
      if (this.#digests) this.#digests[number] = token;
      link.send('sender', { kind: 'block', ...frame, offset, payload: digestOf(token) });
      const half = Math.ceil(length / 2);
      for (let from = 0; from < length; from += half) {
        const payload = bytesOf(token, Math.min(half, length - from));
        link.send('sender', { kind: 'chunk', ...frame, offset: offset + from, payload });
      }
    }
    if (last)
      link.send('sender', { kind: 'end', ...frame, offset: this.#size(file), payload: digestOf(this.#rootOf(at)) });
    this.dispatch({ type: 'block-transmitted' });
  }

  #compare({ link, handle }: Run, at: number, file: number, known: Token): void {
    if (!this.#learn(at, file)) {
      this.dispatch({ type: 'source-failed', reason: 'source-changed' });
      return;
    }
    const own = this.#rootOf(at);
    if (own === known) link.send('sender', { kind: 'same', handle, file, offset: 0, payload: digestOf(own) });
    this.dispatch({ type: 'compared', isSame: own === known });
  }

  #completed(digest: string): void {
    this.#inLine(() => {
      const blocks = this.#files.reduce((sum, file) => sum + blocksIn(this.#size(file)), 0);
      if (!this.#ensure(blocks)) this.dispatch({ type: 'source-failed', reason: 'source-changed' });
      else {
        const matches = root(this.#files.map((_, at) => this.#rootOf(at))) === digest;
        this.line.unshift(() => this.dispatch({ type: 'completed', matches }));
      }
    });
  }
}
