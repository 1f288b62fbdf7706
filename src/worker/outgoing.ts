/** Performs the effects of one sending machine: reads and hashes blocks, hands them to the link, keeps the digests. */
import { encodeFrame } from '../protocol/frame.ts';
import { BLOCK_BYTES } from '../protocol/limits.ts';
import type { Have, ManifestEntry, TransferId } from '../protocol/peer.ts';
import type { DeviceId } from '../protocol/signaling.ts';
import { type Hash, sameDigest, toHex } from '../transfer/digest.ts';
import { manifestPieces, title, totalBytes } from '../transfer/manifest.ts';
import { blockLength, blocksIn } from '../transfer/plan.ts';
import { expand, toRanges } from '../transfer/ranges.ts';
import {
  hasEnded,
  resumeSending,
  type Sending,
  type SendingEffect,
  type SendingEvent,
  sending,
  startSending,
  waitsForPeer,
} from '../transfer/sending.ts';
import { type Path, type TransferKey, type TransferView, transferKey } from '../transfer/view.ts';
import type { SourceFile } from './api.ts';
import { Blocks } from './blocks.ts';
import type { Budget } from './budget.ts';
import type { Catalog, SentRecord } from './catalog.ts';
import type { Link } from './link.ts';
import type { ReadBlock, SourceFailure } from './source.ts';

export type OutgoingPorts = {
  readonly read: ReadBlock;
  readonly hash: Hash;
  readonly outbox: Catalog<SentRecord>;
  /** Room for blocks in memory, shared by all transfers. */
  readonly budget: Budget;
  readonly now: () => number;
  /** Called after each change that a screen may show. */
  readonly changed: (transfer: Outgoing) => void;
  /** The transfer shall go on: the engine calls `opened` with the link there is, or gets one. */
  readonly relink: (transfer: Outgoing) => void;
  readonly dropLink: (link: Link) => void;
};

type Identity = {
  readonly id: TransferId;
  readonly handle: number;
  readonly peer: DeviceId;
  readonly peerName: string;
};

export class Outgoing {
  readonly key: TransferKey;
  readonly id: TransferId;
  readonly peer: DeviceId;
  readonly peerName: string;
  readonly entries: readonly ManifestEntry[];
  /** Names this transfer in bulk frames; unique among this engine's transfers. */
  readonly handle: number;
  readonly #ports: OutgoingPorts;
  /** The files to read; none after a reload, until the person chooses them again. */
  #sources: readonly SourceFile[] | undefined;
  #state: Sending;
  #link: Link | undefined;
  #path: Path | undefined;
  /** Kept beside the state, because a screen shows them after the end too. */
  #totalBytes: number;
  #storedBytes = 0;
  #heardAt: number;
  /** Indices of the accepted files, and the digests of their blocks. */
  #files: readonly number[] = [];
  #blocks: Blocks | undefined;
  /** The other side has not heard yet that the transfer was cancelled here. */
  #owesCancel = false;
  /** Blocks leave in the order they were asked for, however long each takes to read. */
  #line: Promise<void> = Promise.resolve();

  private constructor(identity: Identity, entries: readonly ManifestEntry[], state: Sending, ports: OutgoingPorts) {
    this.id = identity.id;
    this.handle = identity.handle;
    this.peer = identity.peer;
    this.peerName = identity.peerName;
    this.key = transferKey('sending', identity.peer, identity.id);
    this.entries = entries;
    this.#ports = ports;
    this.#state = state;
    this.#heardAt = ports.now();
    this.#totalBytes = totalBytes(entries);
  }

  static started(identity: Identity, sources: readonly SourceFile[], ports: OutgoingPorts): Outgoing {
    const entries = sources.map(({ entry }) => entry);
    const outgoing = new Outgoing(identity, entries, startSending(entries), ports);
    outgoing.#sources = sources;
    outgoing.#record();
    return outgoing;
  }

  /** A transfer of an earlier visit to this page. Its files have to be chosen again. */
  static restored(record: SentRecord, handle: number, ports: OutgoingPorts): Outgoing {
    const outgoing = new Outgoing({ ...record, handle }, record.entries, resumeSending(record.entries), ports);
    if (record.ranges) outgoing.#agree(expand(record.ranges));
    return outgoing;
  }

  get hasEnded(): boolean {
    return hasEnded(this.#state);
  }

  get sources(): readonly SourceFile[] | undefined {
    return this.#sources;
  }

  /** The link the transfer runs over; none while it waits for one, none after its end. */
  get link(): Link | undefined {
    return this.#link;
  }

  /** Whether nothing but a link to the other device is missing. */
  get waitsForPeer(): boolean {
    return this.#sources !== undefined && waitsForPeer(this.#state);
  }

  /** Takes the files that a person chose again. False when not all are among them, unchanged. */
  attach(sources: readonly SourceFile[]): boolean {
    const nameOf = ({ path, size, modified }: ManifestEntry) => JSON.stringify([path, size, modified]);
    const chosen = new Map(sources.map((source) => [nameOf(source.entry), source]));
    const found = this.entries.flatMap((entry) => chosen.get(nameOf(entry)) ?? []);
    if (found.length !== this.entries.length) return false;
    this.#sources = found;
    this.#ports.changed(this);
    return true;
  }

  opened(link: Link, path: Path | undefined): void {
    this.#link = link;
    this.#path = path;
    this.#heardAt = this.#ports.now();
    this.dispatch({ type: 'link-opened' });
  }

  /** There is a link to the other device. Says what could not be said before. */
  met(link: Link): void {
    if (this.#owesCancel) link.tell({ type: 'cancel', transfer: this.id });
    this.#owesCancel = false;
  }

  took(path: Path): void {
    this.#path = path;
    this.#ports.changed(this);
  }

  /** The receiver says it has everything. */
  completed(digest: string): void {
    this.#inLine(async () => {
      const failure = await this.#ensure(this.#files.reduce((sum, file) => sum + blocksIn(this.#size(file)), 0));
      if (failure) this.dispatch({ type: 'source-failed', reason: failure });
      else this.dispatch({ type: 'completed', matches: (await this.#blocks?.transferRoot()) === digest });
    });
  }

  heard(): void {
    this.#heardAt = this.#ports.now();
  }

  /** To be called every few seconds while `now` runs on. */
  checkSilence(now: number, silentMs: number): void {
    if (this.#state.phase !== 'sending' || this.#state.flow.issuedBytes === this.#state.flow.storedBytes) return;
    if (now - this.#heardAt > silentMs) this.dispatch({ type: 'fell-silent' });
  }

  dispatch(event: SendingEvent): void {
    const [next, effects] = sending(this.#state, event);
    this.#state = next;
    if (next.phase === 'sending') {
      this.#totalBytes = next.flow.totalBytes;
      this.#storedBytes = next.flow.storedBytes;
    }
    for (const effect of effects) this.#perform(effect);
    if (this.hasEnded) void this.#ports.outbox.delete(this.key);
    this.#ports.changed(this);
  }

  view(): TransferView {
    return {
      ...phaseOf(this.#state),
      key: this.key,
      direction: 'sending',
      peer: this.peer,
      peerName: this.peerName,
      title: title(this.entries),
      files: this.entries.length,
      totalBytes: this.#totalBytes,
      storedBytes: this.#storedBytes,
      verified: this.#state.phase === 'sent',
      ...(this.#path && { path: this.#path }),
      ...(this.#sources === undefined && !this.hasEnded && { needsFiles: needed(this.entries) }),
    };
  }

  #perform(effect: SendingEffect): void {
    const transfer = this.id;
    switch (effect.type) {
      case 'offer':
        this.#offer(effect.again);
        return;
      case 'check':
        this.#check(effect.files, effect.have);
        return;
      case 'start-from':
        this.#agree(effect.files);
        this.#record();
        return;
      case 'transmit':
        this.#transmit(effect);
        return;
      case 'compare':
        this.#compare(effect);
        return;
      case 'tell-paused':
        this.#link?.tell({ type: 'paused', transfer });
        return;
      case 'tell-resumed':
        this.heard(); // nobody had to answer while it was paused
        this.#link?.tell({ type: 'resumed', transfer });
        return;
      case 'tell-cancel':
        if (this.#link) this.#link.tell({ type: 'cancel', transfer });
        else this.#owesCancel = true;
        return;
      case 'tell-fail':
        this.#link?.tell({ type: 'fail', transfer, reason: effect.reason });
        return;
      case 'relink':
        this.#ports.relink(this);
        return;
      case 'drop-link':
        if (this.#link) this.#ports.dropLink(this.#link);
        return;
      case 'release':
        this.#link = undefined;
        return;
    }
  }

  #offer(again: boolean): void {
    const transfer = this.id;
    const offer = { transfer, handle: this.handle, files: this.entries.length, bytes: totalBytes(this.entries) };
    this.#link?.tell({ type: 'offer', ...offer, ...(again && { again }) });
    if (again) return;
    for (const piece of manifestPieces(this.entries)) this.#link?.tell({ type: 'manifest', transfer, ...piece });
  }

  #agree(files: readonly number[]): void {
    if (this.#blocks && this.#files.join() === files.join()) return;
    this.#files = files;
    this.#blocks = new Blocks(
      this.#ports.hash,
      files.map((file) => ({ size: this.#size(file) })),
    );
  }

  #size(file: number): number {
    return this.entries[file]?.size ?? 0;
  }

  /** Runs `step` after all earlier ones, unless the link it was meant for is gone by then. */
  #inLine(step: (link: Link) => Promise<void>): void {
    const link = this.#link;
    if (!link) return;
    this.#line = this.#line.then(() => (this.#link === link ? step(link) : undefined));
  }

  #check(files: readonly number[], have: Have): void {
    this.#agree(files);
    this.#inLine(async () => {
      const failure = await this.#ensure(have.blocks);
      if (failure) this.dispatch({ type: 'source-failed', reason: failure });
      else this.dispatch({ type: 'checked', matches: (await this.#blocks?.prefix(have.blocks)) === have.digest });
    });
  }

  /** Makes the digests of the first `count` blocks known: after a reload the files are read and hashed again. */
  async #ensure(count: number): Promise<SourceFailure | undefined> {
    for (const [at, file] of this.#files.entries()) {
      for (let index = 0; index < blocksIn(this.#size(file)); index += 1) {
        const number = this.#blocks?.number(at, index) ?? 0;
        if (number >= count) return undefined;
        if (this.#blocks?.get(number)) continue;
        const failure = await this.#learn(at, file, index);
        if (failure) return failure;
      }
    }
    return undefined;
  }

  /** Reads one block only for its digest. */
  async #learn(at: number, file: number, index: number): Promise<SourceFailure | undefined> {
    const offset = index * BLOCK_BYTES;
    const read = await this.#read({ file, offset, length: blockLength(this.#size(file), offset) }, BLOCK_BYTES);
    if (typeof read === 'string') return read;
    this.#blocks?.set(this.#blocks.number(at, index), read.digest);
    return undefined;
  }

  #transmit(block: Extract<SendingEffect, { readonly type: 'transmit' }>): void {
    const link = this.#link;
    if (!link) return;
    // Reading starts now, so that it overlaps with the sending of the blocks before this one.
    const reading = this.#ports.budget.take().then(async (giveBack) => {
      const read = block.length > 0 ? await this.#read(block, link.chunkBytes) : undefined;
      return { read, giveBack };
    });
    this.#line = this.#line.then(async () => {
      const { read, giveBack } = await reading;
      if (this.#link === link) await this.#send(link, block, read);
      giveBack();
      if (this.#link === link) this.dispatch({ type: 'block-transmitted' });
    });
  }

  async #send(
    link: Link,
    block: Extract<SendingEffect, { readonly type: 'transmit' }>,
    read: Awaited<ReturnType<ReadBlock>> | undefined,
  ): Promise<void> {
    if (typeof read === 'string') {
      this.dispatch({ type: 'source-failed', reason: read });
      return;
    }
    if (read) {
      const number = this.#blocks?.number(block.at, block.offset / BLOCK_BYTES) ?? 0;
      const before = this.#blocks?.get(number);
      if (before && !sameDigest(before, read.digest)) {
        this.dispatch({ type: 'source-failed', reason: 'source-changed' });
        return;
      }
      this.#blocks?.set(number, read.digest);
      await link.sendFrames(read.frames);
    }
    if (block.last && this.#link === link) await this.#endFile(link, block.at, block.file, 'end');
  }

  #compare({ at, file, root }: Extract<SendingEffect, { readonly type: 'compare' }>): void {
    this.#inLine(async (link) => {
      for (let index = 0; index < blocksIn(this.#size(file)); index += 1) {
        const failure = await this.#learn(at, file, index);
        if (failure) {
          this.dispatch({ type: 'source-failed', reason: failure });
          return;
        }
      }
      const isSame = this.#blocks !== undefined && toHex(await this.#blocks.root(at)) === root;
      if (isSame) await this.#endFile(link, at, file, 'same');
      if (this.#link === link) this.dispatch({ type: 'compared', isSame });
    });
  }

  #read(
    { file, offset, length }: { readonly file: number; readonly offset: number; readonly length: number },
    chunkBytes: number,
  ): ReturnType<ReadBlock> {
    const source = this.#sources?.[file];
    if (!source) return Promise.resolve('source-unreadable');
    return this.#ports.read(source.file, { handle: this.handle, file, offset, length, chunkBytes });
  }

  async #endFile(link: Link, at: number, file: number, kind: 'end' | 'same'): Promise<void> {
    const payload = await this.#blocks?.root(at);
    if (!payload) return;
    const offset = kind === 'end' ? this.#size(file) : 0;
    await link.sendFrames([encodeFrame({ kind, handle: this.handle, file, offset, payload })]);
  }

  /** Writes the transfer down, so that the next visit can go on with it. Where nothing can be kept, it just cannot. */
  #record(): void {
    const { key, id, peer, peerName, entries } = this;
    const ranges = this.#blocks ? { ranges: toRanges(this.#files) } : {};
    void this.#ports.outbox.put({ key, id, peer, peerName, at: this.#ports.now(), entries, ...ranges });
  }
}

/** How the person gets the same paths again: by choosing the folder, or just the files. */
function needed(entries: readonly ManifestEntry[]): 'files' | 'folder' {
  return entries.some(({ path }) => path.includes('/')) ? 'folder' : 'files';
}

function phaseOf(state: Sending) {
  switch (state.phase) {
    case 'checking':
      return { phase: 'waiting' as const };
    case 'sending':
      if (state.isPaused) return { phase: 'paused' as const };
      return state.isSilent ? { phase: 'interrupted' as const, cause: 'no-answer' as const } : { phase: state.phase };
    case 'interrupted':
      if (state.isPaused) return { phase: 'paused' as const };
      return { phase: state.phase, cause: state.cause };
    case 'failed':
      return { phase: state.phase, reason: state.reason };
    case 'cancelled':
      return { phase: state.phase, by: state.by };
    default:
      return { phase: state.phase };
  }
}
