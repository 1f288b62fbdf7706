/** Performs the effects of one sending machine: reads and hashes blocks, hands them to the link, keeps the digests. */
import type { Failure } from '../protocol/failure.ts';
import { encodeFrame } from '../protocol/frame.ts';
import type { TransferId } from '../protocol/peer.ts';
import type { DeviceId } from '../protocol/signaling.ts';
import { fileRoot, type Hash, toHex, transferRoot } from '../transfer/digest.ts';
import { manifestPieces, title, totalBytes } from '../transfer/manifest.ts';
import {
  hasEnded,
  type Sending,
  type SendingEffect,
  type SendingEvent,
  sending,
  startSending,
} from '../transfer/sending.ts';
import { type Path, type TransferKey, type TransferView, transferKey } from '../transfer/view.ts';
import type { SourceFile } from './api.ts';
import type { Link } from './link.ts';
import type { ReadBlock } from './source.ts';

export type OutgoingPorts = {
  readonly read: ReadBlock;
  readonly hash: Hash;
  /** Called after each change that a screen may show. */
  readonly changed: (transfer: Outgoing) => void;
};

export class Outgoing {
  readonly key: TransferKey;
  readonly id: TransferId;
  readonly peer: DeviceId;
  readonly peerName: string;
  readonly sources: readonly SourceFile[];
  /** Names this transfer in bulk frames; unique among this engine's transfers. */
  readonly handle: number;
  #state: Sending;
  #link: Link | undefined;
  #path: Path | undefined;
  /** Kept beside the state, because a screen shows them after the end too. */
  #totalBytes: number;
  #storedBytes = 0;
  #digests: Uint8Array[] = [];
  readonly #roots: Uint8Array[] = [];
  readonly #ports: OutgoingPorts;
  /** Blocks leave in the order they were asked for, however long each takes to read. */
  #line: Promise<void> = Promise.resolve();

  constructor(
    to: { readonly id: TransferId; readonly handle: number; readonly peer: DeviceId; readonly peerName: string },
    sources: readonly SourceFile[],
    ports: OutgoingPorts,
  ) {
    this.id = to.id;
    this.handle = to.handle;
    this.peer = to.peer;
    this.peerName = to.peerName;
    this.key = transferKey('sending', to.peer, to.id);
    this.sources = sources;
    this.#ports = ports;
    const entries = sources.map(({ entry }) => entry);
    this.#totalBytes = totalBytes(entries);
    this.#state = startSending(entries);
  }

  get hasEnded(): boolean {
    return hasEnded(this.#state);
  }

  /** The link the transfer runs over; none while it waits for one, none after its end. */
  get link(): Link | undefined {
    return this.#link;
  }

  get waitsForLink(): boolean {
    return this.#state.phase === 'waiting' && this.#state.step === 'connecting';
  }

  opened(link: Link, path: Path | undefined): void {
    this.#link = link;
    this.#path = path;
    this.dispatch({ type: 'link-opened' });
  }

  took(path: Path): void {
    this.#path = path;
    this.#ports.changed(this);
  }

  /** The receiver says it has everything. */
  async completed(digest: string): Promise<void> {
    const own = toHex(await transferRoot(this.#ports.hash, this.#roots));
    this.dispatch({ type: 'completed', matches: own === digest });
  }

  dispatch(event: SendingEvent): void {
    const [next, effects] = sending(this.#state, event);
    this.#state = next;
    if (next.phase === 'sending') {
      this.#totalBytes = next.flow.totalBytes;
      this.#storedBytes = next.flow.storedBytes;
    }
    for (const effect of effects) this.#perform(effect);
    this.#ports.changed(this);
  }

  view(): TransferView {
    const entries = this.sources.map(({ entry }) => entry);
    return {
      ...phaseOf(this.#state),
      key: this.key,
      direction: 'sending',
      peer: this.peer,
      peerName: this.peerName,
      title: title(entries),
      files: entries.length,
      totalBytes: this.#totalBytes,
      storedBytes: this.#storedBytes,
      verified: this.#state.phase === 'sent',
      ...(this.#path && { path: this.#path }),
    };
  }

  #perform(effect: SendingEffect): void {
    const transfer = this.id;
    switch (effect.type) {
      case 'offer': {
        const entries = this.sources.map(({ entry }) => entry);
        const offer = { transfer, handle: this.handle, files: entries.length, bytes: totalBytes(entries) };
        this.#link?.tell({ type: 'offer', ...offer });
        for (const piece of manifestPieces(entries)) this.#link?.tell({ type: 'manifest', transfer, ...piece });
        return;
      }
      case 'transmit':
        this.#transmit(effect);
        return;
      case 'tell-cancel':
        this.#link?.tell({ type: 'cancel', transfer });
        return;
      case 'tell-fail':
        this.#link?.tell({ type: 'fail', transfer, reason: effect.reason });
        return;
      case 'release':
        this.#link = undefined;
        return;
    }
  }

  #transmit(block: Extract<SendingEffect, { readonly type: 'transmit' }>): void {
    const link = this.#link;
    const source = this.sources[block.file];
    if (!link || !source) return;
    // Reading starts now, so that it overlaps with the sending of the blocks before this one.
    const reading = block.length > 0 ? this.#read(source, block, link.chunkBytes) : undefined;
    this.#line = this.#line.then(async () => {
      const read = await reading;
      if (this.#link !== link) return;
      if (typeof read === 'string') {
        this.dispatch({ type: 'source-failed', reason: read });
        return;
      }
      if (read) {
        this.#digests.push(read.digest);
        await link.sendFrames(read.frames);
      }
      if (block.last) await this.#endFile(link, block.file, block.offset + block.length);
      if (this.#link === link) this.dispatch({ type: 'block-transmitted' });
    });
  }

  #read(
    source: SourceFile,
    block: { readonly file: number; readonly offset: number; readonly length: number },
    chunkBytes: number,
  ): Promise<Awaited<ReturnType<ReadBlock>> | Failure> {
    return this.#ports.read(source.file, { handle: this.handle, ...block, chunkBytes });
  }

  async #endFile(link: Link, file: number, size: number): Promise<void> {
    const root = await fileRoot(this.#ports.hash, this.#digests);
    this.#digests = [];
    this.#roots.push(root);
    await link.sendFrames([encodeFrame({ kind: 'end', handle: this.handle, file, offset: size, payload: root })]);
  }
}

function phaseOf(state: Sending) {
  switch (state.phase) {
    case 'interrupted':
      return { phase: state.phase, cause: state.cause };
    case 'failed':
      return { phase: state.phase, reason: state.reason };
    case 'cancelled':
      return { phase: state.phase, by: state.by };
    default:
      return { phase: state.phase };
  }
}
