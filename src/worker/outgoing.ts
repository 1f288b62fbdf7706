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
import type { BlockPlace, ReadBlock, SourceFailure } from './source.ts';

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
  readonly peer: DeviceId;
  readonly peerName: string;
};

type Transmit = Extract<SendingEffect, { readonly type: 'transmit' }>;

/**
 * One offer on one link, and what follows it. `handle` names it in bulk frames: what is still under way of an earlier
 * offer, perhaps on this same link, is then told apart.
 */
type Run = { readonly link: Link; readonly handle: number };

export class Outgoing {
  readonly key: TransferKey;
  readonly id: TransferId;
  readonly peer: DeviceId;
  readonly peerName: string;
  readonly entries: readonly ManifestEntry[];
  readonly #ports: OutgoingPorts;
  readonly #title: string;
  /** The files to read; none after a reload, until the person chooses them again. */
  #sources: readonly SourceFile[] | undefined;
  #state: Sending;
  #run: Run | undefined;
  #path: Path | undefined;
  /** Kept beside the state, because a screen shows them after the end too. */
  #totalBytes: number;
  #storedBytes = 0;
  #heardAt: number;
  /** Indices of the accepted files, and the digests of their blocks. */
  #files: readonly number[] = [];
  #blocks: Blocks | undefined;
  /** Blocks leave in the order they were asked for, however long each takes to read. */
  #line: Promise<void> = Promise.resolve();

  private constructor(identity: Identity, entries: readonly ManifestEntry[], state: Sending, ports: OutgoingPorts) {
    this.id = identity.id;
    this.peer = identity.peer;
    this.peerName = identity.peerName;
    this.key = transferKey('sending', identity.peer, identity.id);
    this.entries = entries;
    this.#ports = ports;
    this.#state = state;
    this.#heardAt = ports.now();
    this.#totalBytes = totalBytes(entries);
    this.#title = title(entries);
  }

  static started(identity: Identity, sources: readonly SourceFile[], ports: OutgoingPorts): Outgoing {
    const entries = sources.map(({ entry }) => entry);
    const outgoing = new Outgoing(identity, entries, startSending(entries), ports);
    outgoing.#sources = sources;
    outgoing.#record();
    return outgoing;
  }

  /** A transfer of an earlier visit to this page. Its files have to be chosen again. */
  static restored(record: SentRecord, ports: OutgoingPorts): Outgoing {
    const outgoing = new Outgoing(record, record.entries, resumeSending(record.entries), ports);
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
    return this.#run?.link;
  }

  /** Whether nothing but a link to the other device is missing. */
  get waitsForPeer(): boolean {
    return this.#sources !== undefined && waitsForPeer(this.#state);
  }

  /** Takes the files that a person chose again, if some are needed. False when not all are among them, unchanged. */
  attach(sources: readonly SourceFile[]): boolean {
    const nameOf = ({ path, size, modified }: ManifestEntry) => JSON.stringify([path, size, modified]);
    const chosen = new Map(sources.map((source) => [nameOf(source.entry), source]));
    const found = this.entries.flatMap((entry) => chosen.get(nameOf(entry)) ?? []);
    if (found.length !== this.entries.length) return false;
    this.#sources ??= found;
    this.#ports.changed(this);
    return true;
  }

  /** `handle` has named nothing on `link` before. */
  opened(link: Link, path: Path | undefined, handle: number): void {
    this.#run = { link, handle };
    this.#path = path;
    this.#heardAt = this.#ports.now();
    this.dispatch({ type: 'link-opened' });
  }

  /** There is a link to the other device. What was said when the transfer ended here may have been lost with another. */
  met(link: Link): void {
    const { phase } = this.#state;
    if (phase === 'failed' || (phase === 'cancelled' && this.#state.by === 'me')) this.#sayWhyItEnded(link);
  }

  /** The receiver wants it to go on. */
  askedToResume(link: Link): void {
    if (this.hasEnded) this.#sayWhyItEnded(link);
    else this.dispatch({ type: 'peer-resumed' });
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
    if (this.#state.phase !== 'sending') return;
    const { flow } = this.#state;
    // Between two blocks of ours nobody owes an answer; after the last one the receiver's last word is due.
    if (flow.issuedBytes === flow.storedBytes && flow.at < flow.files.length) return;
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
      title: this.#title,
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
        this.link?.tell({ type: 'paused', transfer });
        return;
      case 'tell-resumed':
        this.heard(); // nobody had to answer while it was paused
        this.link?.tell({ type: 'resumed', transfer });
        return;
      case 'tell-cancel':
        this.link?.tell({ type: 'cancel', transfer });
        return;
      case 'tell-fail':
        this.link?.tell({ type: 'fail', transfer, reason: effect.reason });
        return;
      case 'relink':
        this.#ports.relink(this);
        return;
      case 'drop-link':
        if (this.link) this.#ports.dropLink(this.link);
        return;
      case 'release':
        this.#run = undefined;
        return;
    }
  }

  #sayWhyItEnded(link: Link): void {
    const transfer = this.id;
    if (this.#state.phase === 'failed') link.tell({ type: 'fail', transfer, reason: this.#state.reason });
    else link.tell({ type: 'cancel', transfer });
  }

  #offer(again: boolean): void {
    if (!this.#run) return;
    const { link, handle } = this.#run;
    const transfer = this.id;
    const offer = { transfer, handle, files: this.entries.length, bytes: totalBytes(this.entries) };
    link.tell({ type: 'offer', ...offer, ...(again && { again }) });
    if (again) return;
    for (const piece of manifestPieces(this.entries)) link.tell({ type: 'manifest', transfer, ...piece });
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

  /** Runs `step` after all earlier ones, unless the run it was meant for is over by then. */
  #inLine(step: (run: Run) => Promise<void>): void {
    const run = this.#run;
    if (!run) return;
    this.#line = this.#line.then(() => (this.#run === run ? step(run) : undefined)).catch(() => this.#cannotRead(run));
  }

  /** Reading or hashing failed in a way that has no name. Later runs must not be stuck behind it. */
  #cannotRead(run: Run): void {
    if (this.#run === run) this.dispatch({ type: 'source-failed', reason: 'source-unreadable' });
  }

  #check(files: readonly number[], have: Have): void {
    this.#agree(files);
    this.#inLine(async (run) => {
      const failure = await this.#ensure(have.blocks);
      const matches = !failure && (await this.#blocks?.prefix(have.blocks)) === have.digest;
      if (failure) this.dispatch({ type: 'source-failed', reason: failure });
      else if (this.#run === run) this.dispatch({ type: 'checked', matches });
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
    const place = { handle: 0, file, offset, length: blockLength(this.#size(file), offset), chunkBytes: BLOCK_BYTES };
    const read = await this.#read(place);
    return typeof read === 'string' ? read : this.#noteDigest(at, index, read.digest);
  }

  /** Every block has one digest for as long as the transfer lasts. */
  #noteDigest(at: number, index: number, digest: Uint8Array<ArrayBuffer>): SourceFailure | undefined {
    const number = this.#blocks?.number(at, index) ?? 0;
    const before = this.#blocks?.get(number);
    if (before && !sameDigest(before, digest)) return 'source-changed';
    this.#blocks?.set(number, digest);
    return undefined;
  }

  #transmit(block: Transmit): void {
    const run = this.#run;
    if (!run) return;
    // Reading starts now, so that it overlaps with the sending of the blocks before this one.
    const { handle, link } = run;
    const room = this.#ports.budget.take();
    const reading = room.then(() =>
      block.length > 0 ? this.#read({ ...block, handle, chunkBytes: link.chunkBytes }) : undefined,
    );
    reading.catch(() => {}); // heard in line, where its turn comes
    this.#line = this.#line.then(async () => {
      const giveBack = await room;
      try {
        const read = await reading;
        if (this.#run === run) await this.#send(run, block, read);
        if (this.#run === run) this.dispatch({ type: 'block-transmitted' });
      } catch {
        this.#cannotRead(run);
      } finally {
        giveBack();
      }
    });
  }

  async #send(run: Run, block: Transmit, read: Awaited<ReturnType<ReadBlock>> | undefined): Promise<void> {
    if (read) {
      const failure =
        typeof read === 'string' ? read : this.#noteDigest(block.at, block.offset / BLOCK_BYTES, read.digest);
      if (failure) this.dispatch({ type: 'source-failed', reason: failure });
      else if (typeof read !== 'string') await run.link.sendFrames(read.frames);
    }
    if (block.last && this.#run === run) await this.#endFile(run, block.at, block.file, 'end');
  }

  #compare({ at, file, root }: Extract<SendingEffect, { readonly type: 'compare' }>): void {
    this.#inLine(async (run) => {
      for (let index = 0; index < blocksIn(this.#size(file)); index += 1) {
        const failure = await this.#learn(at, file, index);
        if (failure) {
          this.dispatch({ type: 'source-failed', reason: failure });
          return;
        }
      }
      const isSame = this.#blocks !== undefined && toHex(await this.#blocks.root(at)) === root;
      if (isSame) await this.#endFile(run, at, file, 'same');
      if (this.#run === run) this.dispatch({ type: 'compared', isSame });
    });
  }

  #read({ handle, file, offset, length, chunkBytes }: BlockPlace): ReturnType<ReadBlock> {
    const source = this.#sources?.[file];
    if (!source) return Promise.resolve('source-unreadable');
    return this.#ports.read(source.file, { handle, file, offset, length, chunkBytes });
  }

  async #endFile({ link, handle }: Run, at: number, file: number, kind: 'end' | 'same'): Promise<void> {
    const payload = await this.#blocks?.root(at);
    if (!payload) return;
    const offset = kind === 'end' ? this.#size(file) : 0;
    await link.sendFrames([encodeFrame({ kind, handle, file, offset, payload })]);
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
