/** Performs the effects of one receiving machine: collects blocks, checks and stores them, keeps the catalog true. */
import type { Failure } from '../protocol/failure.ts';
import type { Frame } from '../protocol/frame.ts';
import type { ManifestEntry, TransferId } from '../protocol/peer.ts';
import type { DeviceId } from '../protocol/signaling.ts';
import { fileRoot, type Hash, sameDigest, toHex, transferRoot } from '../transfer/digest.ts';
import { packPositions, title, totalBytes } from '../transfer/manifest.ts';
import {
  type Agreement,
  type Announcement,
  type Receiving,
  type ReceivingEffect,
  type ReceivingEvent,
  receiving,
  startReceiving,
} from '../transfer/receiving.ts';
import { hasEnded } from '../transfer/sending.ts';
import { type OfferView, type Path, type TransferKey, type TransferView, transferKey } from '../transfer/view.ts';
import type { Assembler } from './assembler.ts';
import type { Catalog, CatalogRecord } from './catalog.ts';
import type { Link } from './link.ts';
import { type Pack, type Store, StoreError } from './store/store.ts';

export type IncomingPorts = {
  readonly store: Store;
  readonly catalog: Catalog;
  readonly hash: Hash;
  readonly assembler: () => Assembler;
  /** Unix time in milliseconds. */
  readonly now: () => number;
  readonly changed: (transfer: Incoming) => void;
};

type Identity = { readonly key: TransferKey; readonly peer: DeviceId; readonly peerName: string };
type Block = { readonly at: number; readonly position: number; readonly digest: Uint8Array };

export class Incoming {
  readonly key: TransferKey;
  readonly peer: DeviceId;
  readonly peerName: string;
  readonly #id: TransferId | undefined;
  readonly #ports: IncomingPorts;
  #state: Receiving;
  #link: Link | undefined;
  #path: Path | undefined;
  /** What the screen shows of the files; the accepted ones once there are such. */
  #entries: readonly ManifestEntry[] = [];
  #totalBytes: number;
  #storedBytes = 0;
  #pack: Pack | undefined;
  #positions: readonly number[] = [];
  #block: Block | undefined;
  readonly #assembler: Assembler;
  /** Digests of the stored blocks of each accepted file. */
  #digests: Uint8Array[][] = [];
  readonly #roots: Uint8Array[] = [];
  /** Storage and checks run one after the other, in the order of arrival. */
  #line: Promise<void> = Promise.resolve();

  private constructor(identity: Identity, id: TransferId | undefined, state: Receiving, ports: IncomingPorts) {
    this.key = identity.key;
    this.peer = identity.peer;
    this.peerName = identity.peerName;
    this.#id = id;
    this.#state = state;
    this.#totalBytes = state.phase === 'announced' ? state.announcement.bytes : 0;
    this.#ports = ports;
    this.#assembler = ports.assembler();
  }

  /** A transfer that is being offered on `link`. */
  static announced(
    link: Link,
    path: Path | undefined,
    offer: Announcement & { readonly transfer: TransferId },
    ports: IncomingPorts,
  ): Incoming {
    const key = transferKey('receiving', link.peer, offer.transfer);
    const identity = { key, peer: link.peer, peerName: link.peerName };
    const incoming = new Incoming(identity, offer.transfer, startReceiving(offer), ports);
    incoming.#link = link;
    incoming.#path = path;
    return incoming;
  }

  /** A transfer of an earlier visit to this page, as the catalog knows it. */
  static restored(record: CatalogRecord, ports: IncomingPorts): Incoming {
    const agreement: Agreement = {
      files: record.entries.map((_, index) => index),
      entries: record.entries,
      totalBytes: totalBytes(record.entries),
    };
    const state: Receiving =
      record.state === 'saved'
        ? { phase: 'saved', agreement, digest: record.digest }
        : { phase: 'interrupted', cause: 'connection-lost' };
    const incoming = new Incoming(record, undefined, state, ports);
    incoming.#entries = record.entries;
    incoming.#totalBytes = agreement.totalBytes;
    incoming.#storedBytes = record.state === 'saved' ? agreement.totalBytes : 0;
    return incoming;
  }

  get hasEnded(): boolean {
    return hasEnded(this.#state);
  }

  /** The link the transfer comes over; none after its end. */
  get link(): Link | undefined {
    return this.#link;
  }

  get isAnswered(): boolean {
    return this.#state.phase !== 'announced' && this.#state.phase !== 'offered';
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

  frame({ kind, file, offset, payload }: Frame): void {
    if (kind === 'chunk') this.dispatch({ type: 'chunk', file, offset, payload });
    else this.dispatch({ type: kind, file, offset, digest: payload });
  }

  dispatch(event: ReceivingEvent): void {
    const before = this.#state;
    const [next, effects] = receiving(before, event);
    this.#state = next;
    if (next.phase === 'offered') this.#entries = next.entries;
    if (next.phase === 'opening') {
      this.#entries = next.agreement.entries;
      this.#totalBytes = next.agreement.totalBytes;
    }
    if (next.phase === 'receiving') this.#storedBytes = next.flow.storedBytes;
    if (next.phase === 'verifying') this.#storedBytes = next.agreement.totalBytes;
    for (const effect of effects) this.#perform(effect);
    this.#ports.changed(this);
  }

  /** Frees what is stored, and forgets the transfer. */
  async forget(): Promise<void> {
    this.#link = undefined;
    await this.#line;
    await this.#ports.store.delete(this.key);
    await this.#ports.catalog.delete(this.key);
  }

  view(): TransferView | undefined {
    const phase = phaseOf(this.#state);
    if (phase === undefined) return undefined;
    return {
      ...phase,
      key: this.key,
      direction: 'receiving',
      peer: this.peer,
      peerName: this.peerName,
      title: title(this.#entries),
      files: this.#entries.length,
      totalBytes: this.#totalBytes,
      storedBytes: this.#storedBytes,
      verified: this.#state.phase === 'saved',
      ...(this.#path && { path: this.#path }),
    };
  }

  #perform(effect: ReceivingEffect): void {
    switch (effect.type) {
      case 'open-store':
        this.#inLine(() => this.#open(effect.agreement));
        return;
      case 'begin-block': {
        const { at, offset, length, digest } = effect;
        this.#block = { at, position: (this.#positions[at] ?? 0) + offset, digest };
        this.#assembler.begin(length);
        return;
      }
      case 'append':
        this.#assembler.append(effect.payload);
        return;
      case 'store-block':
        this.#storeBlock();
        return;
      case 'check-file':
        this.#inLine(() => this.#checkFile(effect.at, effect.digest));
        return;
      case 'seal':
        this.#inLine(() => this.#seal());
        return;
      case 'release':
        this.#link = undefined;
        this.#inLine(() => this.#closePack());
        return;
      case 'discard':
        this.#inLine(async () => {
          await this.#ports.store.delete(this.key);
          await this.#ports.catalog.delete(this.key);
        });
        return;
      default:
        this.#tell(effect);
    }
  }

  #tell(effect: Extract<ReceivingEffect, { readonly type: `tell-${string}` }>): void {
    const transfer = this.#id;
    if (transfer === undefined) return;
    switch (effect.type) {
      case 'tell-accept':
        this.#link?.tell({ type: 'accept', transfer, files: effect.files });
        return;
      case 'tell-decline':
        this.#link?.tell({ type: 'decline', transfer });
        return;
      case 'tell-stored':
        this.#link?.tell({ type: 'stored', transfer, bytes: effect.bytes });
        return;
      case 'tell-complete':
        this.#link?.tell({ type: 'complete', transfer, digest: effect.digest });
        return;
      case 'tell-cancel':
        this.#link?.tell({ type: 'cancel', transfer });
        return;
      case 'tell-fail':
        this.#link?.tell({ type: 'fail', transfer, reason: effect.reason });
        return;
    }
  }

  /** Runs `step` after all earlier ones. A storage that fails is an event of the machine; anything else is a bug. */
  #inLine(step: () => Promise<void>): void {
    this.#line = this.#line.then(step).catch((error: unknown) => {
      const failure: Failure = error instanceof StoreError ? error.failure : 'storage-failed';
      this.dispatch({ type: 'store-failed', failure });
    });
  }

  async #open(agreement: Agreement): Promise<void> {
    this.#positions = packPositions(agreement.entries);
    this.#digests = agreement.entries.map(() => []);
    // Recorded first: a pack without a record would be taken for a left-over and deleted.
    await this.#record({ state: 'receiving' });
    this.#pack = await this.#ports.store.open(this.key, agreement.totalBytes);
    this.dispatch({ type: 'store-opened' });
  }

  #storeBlock(): void {
    const block = this.#block;
    const bytes = this.#assembler.take();
    if (!block) return;
    this.#block = undefined;
    const hashing = this.#ports.hash(bytes);
    this.#inLine(async () => {
      const digest = await hashing;
      if (this.hasEnded) return;
      if (!sameDigest(digest, block.digest)) {
        this.dispatch({ type: 'digest-mismatched' });
        return;
      }
      await this.#pack?.write(block.position, bytes);
      this.#digests[block.at]?.push(digest);
      this.#assembler.recycle(bytes);
      this.dispatch({ type: 'block-stored', bytes: bytes.length });
    });
  }

  async #checkFile(at: number, expected: Uint8Array): Promise<void> {
    const root = await fileRoot(this.#ports.hash, this.#digests[at] ?? []);
    this.#roots[at] = root;
    this.#digests[at] = [];
    this.dispatch({ type: sameDigest(root, expected) ? 'file-matched' : 'digest-mismatched' });
  }

  async #seal(): Promise<void> {
    await this.#pack?.seal();
    this.#pack = undefined;
    const digest = toHex(await transferRoot(this.#ports.hash, this.#roots));
    await this.#record({ state: 'saved', digest });
    this.dispatch({ type: 'sealed', digest });
  }

  /** A browser that keeps no records at all still receives; the files are then there until the page is closed. */
  async #record(state: { readonly state: 'receiving' } | { readonly state: 'saved'; readonly digest: string }) {
    const { key, peer, peerName } = this;
    const record = { key, peer, peerName, at: this.#ports.now(), entries: this.#entries, ...state };
    const kept = await this.#ports.catalog.put(record);
    if (!kept.ok && kept.failure === 'full') throw new StoreError('storage-full', kept.cause);
  }

  async #closePack(): Promise<void> {
    const pack = this.#pack;
    this.#pack = undefined;
    await pack?.close();
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
