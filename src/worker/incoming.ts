/** Performs the effects of one receiving machine: collects blocks, checks and stores them, keeps catalog and ledger true. */
import { type Failure, isInterruption } from '../protocol/failure.ts';
import type { Frame } from '../protocol/frame.ts';
import { BLOCK_BYTES } from '../protocol/limits.ts';
import type { KnownFile, ManifestEntry, Ranges, TransferId } from '../protocol/peer.ts';
import type { DeviceId } from '../protocol/signaling.ts';
import { type Hash, sameDigest, toHex } from '../transfer/digest.ts';
import { knownPieces, packPositions, title, totalBytes } from '../transfer/manifest.ts';
import { blockLength, blocksIn, countBlocks, seek } from '../transfer/plan.ts';
import { expand, toRanges } from '../transfer/ranges.ts';
import {
  type Agreement,
  type Announcement,
  agreementOn,
  type Receiving,
  type ReceivingEffect,
  type ReceivingEvent,
  receiving,
  resumeReceiving,
  startReceiving,
} from '../transfer/receiving.ts';
import { hasEnded } from '../transfer/sending.ts';
import { type OfferView, type Path, type TransferKey, type TransferView, transferKey } from '../transfer/view.ts';
import type { Assembler } from './assembler.ts';
import { Blocks } from './blocks.ts';
import type { Catalog, ReceivedRecord } from './catalog.ts';
import type { Ledger } from './ledger.ts';
import type { Link } from './link.ts';
import { type Pack, type Store, StoreError, zipKey } from './store/store.ts';

/** A file from the earlier transfer `key` that may be the one on offer: its root digest, and where its bytes are. */
export type KnownCopy = {
  readonly key: TransferKey;
  readonly root: string;
  read(start: number, end: number): Promise<Blob>;
};

export type IncomingPorts = {
  readonly store: Store;
  readonly catalog: Catalog<ReceivedRecord>;
  readonly ledger: Ledger;
  readonly hash: Hash;
  readonly assembler: () => Assembler;
  /** Unix time in milliseconds. */
  readonly now: () => number;
  readonly changed: (transfer: Incoming) => void;
  /** Finds, among what was received from `peer` before, a file with the same path, size and date. */
  readonly knownCopies: (peer: DeviceId) => (entry: ManifestEntry) => Promise<KnownCopy | undefined>;
  /** The person wants the transfer to go on: the engine gets a link, and calls `askResume` when there is one. */
  readonly wantResume: (transfer: Incoming) => void;
};

type Identity = {
  readonly key: TransferKey;
  readonly id: TransferId;
  readonly peer: DeviceId;
  readonly peerName: string;
};
type RecordedState = { readonly state: 'receiving' } | { readonly state: 'saved'; readonly digest: string };
type Block = { readonly at: number; readonly offset: number; readonly digest: Uint8Array };

export class Incoming {
  readonly key: TransferKey;
  readonly id: TransferId;
  readonly peer: DeviceId;
  readonly peerName: string;
  readonly #ports: IncomingPorts;
  #state: Receiving;
  #link: Link | undefined;
  /** What the last offer calls the transfer in bulk frames. */
  #handle = -1;
  #path: Path | undefined;
  /** What the screen shows of the files; the accepted ones once there are such. */
  #entries: readonly ManifestEntry[] = [];
  /** Kept, because a screen wants it again with every step, and it takes a look at every entry. */
  #title = '';
  #totalBytes: number;
  #storedBytes = 0;
  #heardAt: number;
  /** When the catalog was last told of stored bytes, and which files a person has elsewhere by now. */
  #recordedAt: number;
  #handedOver: Ranges = [];
  #pack: Pack | undefined;
  #positions: readonly number[] = [];
  #block: Block | undefined;
  readonly #assembler: Assembler;
  /** The stored blocks; `undefined` until the storage was opened. */
  #blocks: Blocks | undefined;
  #known = new Map<number, KnownCopy>();
  /** Storage and checks run one after the other, in the order of arrival. */
  #line: Promise<void> = Promise.resolve();

  private constructor(identity: Identity, state: Receiving, ports: IncomingPorts) {
    this.key = identity.key;
    this.id = identity.id;
    this.peer = identity.peer;
    this.peerName = identity.peerName;
    this.#state = state;
    this.#totalBytes = state.phase === 'announced' ? state.announcement.bytes : 0;
    this.#ports = ports;
    this.#heardAt = ports.now();
    this.#recordedAt = this.#heardAt;
    this.#assembler = ports.assembler();
  }

  /** A transfer that is being offered on `link`. */
  static announced(
    link: Link,
    path: Path | undefined,
    offer: Announcement & { readonly transfer: TransferId; readonly handle: number },
    ports: IncomingPorts,
  ): Incoming {
    const key = transferKey('receiving', link.peer, offer.transfer);
    const identity = { key, id: offer.transfer, peer: link.peer, peerName: link.peerName };
    const incoming = new Incoming(identity, startReceiving(offer), ports);
    incoming.#link = link;
    incoming.#handle = offer.handle;
    incoming.#path = path;
    return incoming;
  }

  /** A transfer of an earlier visit to this page, as the catalog knows it. */
  static restored(record: ReceivedRecord, ports: IncomingPorts): Incoming {
    const agreement = agreementOn(record.entries, record.ranges);
    const state: Receiving =
      record.state === 'saved' ? { phase: 'saved', agreement, digest: record.digest } : resumeReceiving(agreement);
    const incoming = new Incoming(record, state, ports);
    incoming.#show(agreement.entries);
    incoming.#recordedAt = record.at;
    if (record.state === 'saved') {
      incoming.#storedBytes = agreement.totalBytes;
      incoming.#handedOver = record.handedOver ?? [];
    }
    return incoming;
  }

  get hasEnded(): boolean {
    return hasEnded(this.#state);
  }

  /** Whether the sender may offer it anew as if it had never been here. */
  get isForgettable(): boolean {
    if (this.#state.phase === 'announced') return true; // the rest of its manifest was lost with a link
    return this.#state.phase === 'failed' && isInterruption(this.#state.reason);
  }

  /** The link the transfer comes over; none while it is interrupted, none after its end. */
  get link(): Link | undefined {
    return this.#link;
  }

  get isAnswered(): boolean {
    return this.#state.phase !== 'announced' && this.#state.phase !== 'offered';
  }

  /** Whether a person here has ever agreed to it. */
  get wasAgreed(): boolean {
    return this.#blocks !== undefined || 'agreement' in this.#state;
  }

  /** The files that can be read back, once all are saved. */
  get savedEntries(): readonly ManifestEntry[] {
    return this.#state.phase === 'saved' ? this.#entries : [];
  }

  offer(): OfferView | undefined {
    if (this.#state.phase !== 'offered') return undefined;
    const { key, peer, peerName } = this;
    return { key, peer, peerName, totalBytes: this.#totalBytes, entries: this.#state.entries };
  }

  took(path: Path): void {
    this.#path = path;
    this.#ports.changed(this);
  }

  offeredAgain(link: Link, handle: number, path: Path | undefined): void {
    this.#link = link;
    this.#handle = handle;
    this.#path = path;
    this.dispatch({ type: 'offered-again' });
  }

  /** Tells the sender over `link` that the person here wants it to go on. */
  askResume(link: Link): void {
    link.tell({ type: 'resume', transfer: this.id });
  }

  /** Frames of an earlier offer may still be under way; they are of no use any more. */
  frame(link: Link, { kind, handle, file, offset, payload }: Frame): void {
    if (this.#link !== link || this.#handle !== handle) return;
    if (kind === 'chunk') this.dispatch({ type: 'chunk', file, offset, payload });
    else this.dispatch({ type: kind, file, offset, digest: payload });
    this.#heardAt = this.#ports.now();
  }

  heard(): void {
    this.#heardAt = this.#ports.now();
  }

  /** To be called every few seconds while `now` runs on. */
  checkSilence(now: number, silentMs: number): void {
    if (this.#state.phase !== 'receiving' || this.#state.flow.pending > 0) return;
    if (now - this.#heardAt > silentMs) this.dispatch({ type: 'fell-silent' });
  }

  dispatch(event: ReceivingEvent): void {
    const [next, effects] = receiving(this.#state, event);
    this.#state = next;
    if (next.phase === 'offered') this.#show(next.entries);
    if (next.phase === 'opening') this.#show(next.agreement.entries);
    if (next.phase === 'receiving') this.#storedBytes = next.flow.storedBytes;
    if (next.phase === 'verifying') this.#storedBytes = next.agreement.totalBytes;
    for (const effect of effects) this.#perform(effect);
    this.#ports.changed(this);
  }

  /** Writes down that a person has these saved files elsewhere. A note that is lost costs a question, no file. */
  handOver(files: Ranges): void {
    if (this.#state.phase !== 'saved') return;
    const { agreement, digest } = this.#state;
    const known = expand(this.#handedOver);
    const added = expand(files).filter((index) => index < this.#entries.length);
    this.#handedOver = toRanges([...known, ...added]);
    this.#inLine(async () => {
      await this.#ports.catalog.put(this.#asRecord(agreement, { state: 'saved', digest }));
    });
    this.#ports.changed(this);
  }

  /** Whether bytes of the transfer `key` may still be copied into this one. */
  needs(key: TransferKey): boolean {
    return !this.hasEnded && [...this.#known.values()].some((copy) => copy.key === key);
  }

  /** Forgets the transfer: from now on what is stored of it belongs to nobody. */
  async forget(): Promise<void> {
    this.#link = undefined;
    await this.#line;
    await this.#ports.catalog.delete(this.key);
    await this.#ports.ledger.delete(this.key);
  }

  /** Frees what is stored. */
  async free(): Promise<void> {
    this.#blocks = undefined;
    await this.#ports.store.delete(this.key);
    await this.#ports.store.delete(zipKey(this.key));
  }

  #show(entries: readonly ManifestEntry[]): void {
    if (entries === this.#entries) return;
    this.#entries = entries;
    this.#totalBytes = totalBytes(entries);
    this.#title = title(entries);
  }

  /** Root digest of the saved file number `at`, in hexadecimal. */
  async savedRoot(at: number): Promise<string> {
    this.#blocks ??= await this.#load(this.#entries);
    return toHex(await this.#blocks.root(at));
  }

  view(): TransferView | undefined {
    const phase = phaseOf(this.#state);
    if (phase === undefined || this.#entries.length === 0) return undefined;
    return {
      ...phase,
      key: this.key,
      direction: 'receiving',
      peer: this.peer,
      peerName: this.peerName,
      title: this.#title,
      files: this.#entries.length,
      totalBytes: this.#totalBytes,
      storedBytes: this.#storedBytes,
      verified: this.#state.phase === 'saved',
      kept: { at: this.#recordedAt, handedOver: this.#handedOver },
      ...(this.#path && { path: this.#path }),
    };
  }

  #perform(effect: ReceivingEffect): void {
    switch (effect.type) {
      case 'open-store':
        this.#inLine(() => this.#open(effect.agreement));
        return;
      case 'begin-block':
        this.#block = effect;
        this.#assembler.begin(effect.length);
        return;
      case 'append':
        this.#assembler.append(effect.payload);
        return;
      case 'store-block':
        this.#storeBlock();
        return;
      case 'check-file':
        this.#inLine(() => this.#checkFile(effect.at, effect.digest));
        return;
      case 'copy-file':
        this.#inLine(() => this.#copyFile(effect.at, effect.digest));
        return;
      case 'seal':
        this.#inLine(() => this.#seal());
        return;
      case 'ask-resume':
        this.#ports.wantResume(this);
        return;
      case 'release':
        this.#link = undefined;
        this.#inLine(() => this.#closePack());
        return;
      case 'discard':
        this.#inLine(async () => {
          await this.free();
          await this.#ports.ledger.delete(this.key);
          await this.#ports.catalog.delete(this.key);
        });
        return;
      default:
        this.#tell(effect);
    }
  }

  #tell(effect: Extract<ReceivingEffect, { readonly type: `tell-${string}` }>): void {
    const transfer = this.id;
    switch (effect.type) {
      case 'tell-accept':
        this.#heardAt = this.#ports.now();
        for (const files of knownPieces([...this.#known].map(([at, { root }]) => this.#asKnown(at, root))))
          this.#link?.tell({ type: 'known', transfer, files });
        this.#link?.tell({ type: 'accept', transfer, files: effect.files, have: effect.have });
        return;
      case 'tell-stored':
        this.#link?.tell({ type: 'stored', transfer, bytes: effect.bytes });
        return;
      case 'tell-complete':
        this.#link?.tell({ type: 'complete', transfer, digest: effect.digest });
        return;
      case 'tell-fail':
        this.#link?.tell({ type: 'fail', transfer, reason: effect.reason });
        return;
      case 'tell-decline':
        this.#link?.tell({ type: 'decline', transfer });
        return;
      case 'tell-pause':
        this.#link?.tell({ type: 'pause', transfer });
        return;
      case 'tell-cancel':
        this.#link?.tell({ type: 'cancel', transfer });
        return;
    }
  }

  /** Runs `step` after all earlier ones. A storage that fails is an event of the machine; anything else is a bug. */
  #inLine(step: () => Promise<void>): void {
    this.#line = this.#line.then(step).catch(async (error: unknown) => {
      // What is still in line was meant to go behind what has just failed: without the pack it does nothing.
      await this.#closePack();
      const failure: Failure = error instanceof StoreError ? error.failure : 'storage-failed';
      this.dispatch({ type: 'store-failed', failure });
    });
  }

  async #open(agreement: Agreement): Promise<void> {
    this.#positions = packPositions(agreement.entries);
    if (this.#blocks === undefined) {
      this.#blocks = await this.#load(agreement.entries);
      await this.#checkStored(this.#blocks, agreement);
    }
    // Recorded first: a pack without a record would be taken for a left-over and deleted.
    await this.#record(agreement, { state: 'receiving' });
    this.#pack ??= await this.#ports.store.open(this.key, agreement.totalBytes);
    const { count } = this.#blocks;
    await this.#findKnown(agreement, seek(agreement.entries, count).at);
    this.dispatch({ type: 'store-opened', have: { blocks: count, digest: await this.#blocks.prefix(count) } });
  }

  /** Shows how far an interrupted transfer had come. What counts is checked when it goes on. */
  async showStored(): Promise<void> {
    const entries = this.#entries;
    const { count } = await this.#load(entries);
    if (this.#state.phase !== 'interrupted') return;
    this.#storedBytes = seek(entries, count).bytes;
    this.#ports.changed(this);
  }

  /** What the ledger says of the stored blocks. */
  async #load(files: readonly ManifestEntry[]): Promise<Blocks> {
    const blocks = new Blocks(this.#ports.hash, files);
    blocks.reset((await this.#ports.ledger.load(this.key)).slice(0, countBlocks(files)));
    return blocks;
  }

  /** The ledger may know of blocks that a crash took from the storage: only those that still match count. */
  async #checkStored(blocks: Blocks, { entries }: Agreement): Promise<void> {
    const found = [];
    for (const [at, { size }] of entries.entries()) {
      for (let offset = 0; offset < size; offset += BLOCK_BYTES) {
        const expected = blocks.get(found.length);
        const start = (this.#positions[at] ?? 0) + offset;
        const stored = expected && (await this.#tryRead(start, start + blockLength(size, offset)));
        const digest = stored && (await this.#ports.hash(stored));
        if (!digest || !expected || !sameDigest(digest, expected)) {
          blocks.reset(found);
          return;
        }
        found.push(digest);
      }
    }
  }

  async #tryRead(start: number, end: number): Promise<Uint8Array<ArrayBuffer> | undefined> {
    try {
      return new Uint8Array(await (await this.#ports.store.read(this.key, start, end)).arrayBuffer());
    } catch {
      return undefined; // not there, which is what is being asked
    }
  }

  async #findKnown({ entries }: Agreement, from: number): Promise<void> {
    this.#known = new Map();
    const find = this.#ports.knownCopies(this.peer);
    for (let at = from; at < entries.length; at += 1) {
      const entry = entries[at];
      const copy = entry && (await find(entry));
      if (copy) this.#known.set(at, copy);
    }
  }

  #asKnown(at: number, root: string): KnownFile {
    const files = 'agreement' in this.#state ? this.#state.agreement.files : [];
    return [files[at] ?? 0, root];
  }

  #storeBlock(): void {
    const block = this.#block;
    const bytes = this.#assembler.take();
    if (!block) return;
    this.#block = undefined;
    const hashing = this.#ports.hash(bytes);
    this.#inLine(async () => {
      const digest = await hashing;
      if (this.#pack === undefined) return; // released meanwhile
      if (!sameDigest(digest, block.digest)) {
        this.dispatch({ type: 'digest-mismatched' });
        return;
      }
      await this.#write(block.at, block.offset, bytes, digest);
      this.#assembler.recycle(bytes);
      this.dispatch({ type: 'block-stored', bytes: bytes.length });
    });
  }

  /** Stores a block whose digest is known to be right, and then writes down that it is there. */
  async #write(at: number, offset: number, bytes: Uint8Array<ArrayBuffer>, digest: Uint8Array<ArrayBuffer>) {
    await this.#pack?.write((this.#positions[at] ?? 0) + offset, bytes);
    const number = this.#blocks?.number(at, offset / BLOCK_BYTES) ?? 0;
    this.#blocks?.set(number, digest);
    this.#ports.ledger.note(this.key, number, digest);
  }

  async #checkFile(at: number, expected: Uint8Array): Promise<void> {
    if (this.#pack === undefined || !this.#blocks) return;
    const root = await this.#blocks.root(at);
    this.dispatch({ type: sameDigest(root, expected) ? 'file-matched' : 'digest-mismatched' });
  }

  async #copyFile(at: number, expected: Uint8Array): Promise<void> {
    const copy = this.#known.get(at);
    const size = this.#entries[at]?.size ?? 0;
    if (this.#pack === undefined || !this.#blocks) return;
    if (!copy || copy.root !== toHex(expected)) {
      this.dispatch({ type: 'violated' });
      return;
    }
    for (let index = 0; index < blocksIn(size); index += 1) {
      const offset = index * BLOCK_BYTES;
      const blob = await copy.read(offset, offset + blockLength(size, offset));
      const bytes = new Uint8Array(await blob.arrayBuffer());
      await this.#write(at, offset, bytes, await this.#ports.hash(bytes));
      if (this.#pack === undefined) return; // released meanwhile
      this.dispatch({ type: 'part-copied', bytes: bytes.length });
    }
    await this.#checkFile(at, expected);
  }

  async #seal(): Promise<void> {
    await this.#pack?.seal();
    this.#pack = undefined;
    // The last proof before the word "Saved": every byte can be read back from where it belongs.
    await this.#ports.store.read(this.key, 0, this.#totalBytes);
    const digest = (await this.#blocks?.transferRoot()) ?? '';
    if ('agreement' in this.#state) await this.#record(this.#state.agreement, { state: 'saved', digest });
    this.dispatch({ type: 'sealed', digest });
  }

  /** A browser that keeps no records at all still receives; the files are then there until the page is closed. */
  async #record(agreement: Agreement, state: RecordedState): Promise<void> {
    this.#recordedAt = this.#ports.now();
    const kept = await this.#ports.catalog.put(this.#asRecord(agreement, state));
    if (!kept.ok && kept.failure === 'full') throw new StoreError('storage-full', kept.cause);
  }

  #asRecord({ entries, ranges }: Agreement, state: RecordedState): ReceivedRecord {
    const { key, id, peer, peerName } = this;
    const record = { key, id, peer, peerName, at: this.#recordedAt, entries, ranges };
    if (state.state === 'receiving' || this.#handedOver.length === 0) return { ...record, ...state };
    return { ...record, ...state, handedOver: this.#handedOver };
  }

  async #closePack(): Promise<void> {
    const pack = this.#pack;
    this.#pack = undefined;
    try {
      await pack?.close();
    } catch {
      this.#blocks = undefined; // not all is there that was believed to be: the next opening looks
    }
  }
}

/** How the state is called on screen; an offer is a dialog, not yet a line in the list. */
function phaseOf(state: Receiving) {
  switch (state.phase) {
    case 'announced':
    case 'offered':
      return undefined;
    case 'opening':
    case 'verifying':
      return { phase: 'receiving' as const };
    case 'receiving':
      if (state.isPaused) return { phase: 'paused' as const };
      return state.isSilent ? { phase: 'interrupted' as const, cause: 'no-answer' as const } : { phase: state.phase };
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
