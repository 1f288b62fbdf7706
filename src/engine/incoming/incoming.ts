/** Performs the effects of one receiving machine: talks to its sender, moves its storage, keeps the catalog true. */
import { type Failure, isInterruption } from '../../protocol/failure.ts';
import type { Fingerprint } from '../../protocol/fingerprint.ts';
import type { Frame } from '../../protocol/frame.ts';
import type { KnownFile, ManifestEntry, TransferId } from '../../protocol/peer.ts';
import type { DeviceId } from '../../protocol/signaling.ts';
import { type Contents, contentsOf, title } from '../../transfer/contents.ts';
import { hasEnded } from '../../transfer/has-ended.ts';
import { type Age, leftUnfinished, newAge } from '../../transfer/keeping.ts';
import { totalBytes } from '../../transfer/manifest.ts';
import { type Mark, type Marks, marked, UNMARKED } from '../../transfer/marks.ts';
import { failsForAFile, receivingPhase } from '../../transfer/phase.ts';
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
} from '../../transfer/receiving.ts';
import {
  type Kept,
  type OfferView,
  type Path,
  type TransferKey,
  type TransferView,
  transferKey,
} from '../../transfer/view.ts';
import { failureIn } from '../blocks/failing.ts';
import type { Link } from '../link/link.ts';
import type { Catalog, ReceivedRecord } from '../records/catalog.ts';
import { StoreError } from '../store/store.ts';
import { IncomingStorage, type IncomingStoragePorts } from './incoming-storage.ts';
import { receiverWords, type Told } from './receiver-words.ts';

export type IncomingPorts = IncomingStoragePorts & {
  readonly catalog: Catalog<ReceivedRecord>;
  /** Whether what is stored goes when the page is closed. */
  readonly isFleeting: boolean;
  /** Unix time in milliseconds. */
  readonly now: () => number;
  /** Milliseconds on a clock that nobody sets. */
  readonly elapsed: () => number;
  readonly changed: (transfer: Incoming) => void;
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
  /** How many there are: of an offer that came to nothing only the number is kept. */
  #files = 0;
  /** Kept, because a screen wants it again with every step, and it takes a look at every entry. */
  #title = '';
  #contents: Contents = 'named';
  #totalBytes: number;
  #storedBytes = 0;
  #heardAt: number;
  /** When the catalog was last told of stored bytes, and what the person here has done with them. Replaced as a whole. */
  #kept: Kept;
  /** Whether the catalog, as far as is known, has a record of it. */
  #isRecorded = false;
  /** The file at which its sender failed last, by its path. */
  #failedOn: string | undefined;
  /** Of the certificate of the device that offered it. */
  #fingerprint: Fingerprint | undefined;
  #wasAgreed = false;
  readonly #storage: IncomingStorage;
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
    this.#heardAt = ports.elapsed();
    this.#kept = { at: ports.now(), ...UNMARKED, ...this.#fleeting };
    this.#storage = new IncomingStorage(this.key, ports, (event) => this.dispatch(event));
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
    incoming.#fingerprint = link.fingerprint;
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
    incoming.#kept = { ...incoming.#kept, at: record.at };
    if (record.age) incoming.#kept = { ...incoming.#kept, goesAt: record.age.seenAt + leftUnfinished(record.age) };
    incoming.#isRecorded = true;
    incoming.#fingerprint = record.fingerprint;
    if (record.state === 'saved') {
      const { at, handedOver = [], elsewhere = [], isHidden, deleted } = record;
      incoming.#storedBytes = agreement.totalBytes;
      const marks = { handedOver, elsewhere, ...(isHidden && { isHidden }), ...(deleted && { deleted }) };
      incoming.#kept = { ...incoming.#kept, at, ...marks };
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

  get fingerprint(): Fingerprint | undefined {
    return this.#fingerprint;
  }

  /** Whether the device at the other end of `link` is the one that offered the transfer, as far as that is known. */
  isWith(link: Link): boolean {
    return this.#fingerprint === undefined || this.#fingerprint === link.fingerprint;
  }

  /** The link the transfer comes over; none while it is interrupted, none after its end. */
  get link(): Link | undefined {
    return this.#link;
  }

  /** Whether its manifest is still under way. */
  get isAnnounced(): boolean {
    return this.#state.phase === 'announced';
  }

  get isAnswered(): boolean {
    return this.#state.phase !== 'announced' && this.#state.phase !== 'offered';
  }

  /** Whether the person here is being asked, or has answered and its sender has not begun: it should be there. */
  get asksPerson(): boolean {
    return this.#state.phase === 'offered' || (this.#state.phase === 'receiving' && this.#state.sender === 'due');
  }

  /** Whether a person here has ever agreed to it. */
  get wasAgreed(): boolean {
    return this.#wasAgreed || 'agreement' in this.#state;
  }

  /** Whether all of it is here. */
  get isSaved(): boolean {
    return this.#state.phase === 'saved';
  }

  /** The files that can be read back, once all are saved. */
  get savedEntries(): readonly ManifestEntry[] {
    return this.#state.phase === 'saved' ? this.#entries : [];
  }

  offer(): Omit<OfferView, 'isKnown' | 'standsAside'> | undefined {
    if (this.#state.phase !== 'offered') return undefined;
    const { key, peer, peerName } = this;
    const { entries, isSilent } = this.#state;
    return { key, peer, peerName, totalBytes: this.#totalBytes, entries, isSilent, ...this.#fleeting };
  }

  get #fleeting(): { readonly isFleeting?: true } {
    return this.#ports.isFleeting ? { isFleeting: true } : {};
  }

  took(path: Path): void {
    this.#path = path;
    this.#ports.changed(this);
  }

  offeredAgain(link: Link, handle: number, path: Path | undefined): void {
    this.#fingerprint ??= link.fingerprint;
    this.#link = link;
    this.#handle = handle;
    this.#path = path;
    this.dispatch({ type: 'offered-again' });
  }

  /** Tells the sender over `link` that the person here wants it to go on. */
  askResume(link: Link): void {
    link.tell({ type: 'resume', transfer: this.id });
  }

  /** Frames of an earlier offer may still be under way. Whether this one is of use. */
  frame(link: Link, { kind, handle, file, offset, payload }: Frame): boolean {
    if (this.#link !== link || this.#handle !== handle || this.hasEnded) return false;
    if (kind === 'chunk') this.dispatch({ type: 'chunk', file, offset, payload });
    else this.dispatch({ type: kind, file, offset, digest: payload });
    this.#heardAt = this.#ports.elapsed();
    return true;
  }

  heard(): void {
    this.#heardAt = this.#ports.elapsed();
  }

  /** To be called every few seconds; `now` on the clock that nobody sets. */
  checkSilence(now: number, silentMs: number): void {
    if (this.#state.phase !== 'receiving' || this.#state.flow.pending > 0) return;
    if (now - this.#heardAt > silentMs) this.dispatch({ type: 'fell-silent' });
  }

  /** Its sender has failed; at the file with this index, where it says so. */
  failedThere(reason: Failure, file: number | undefined): void {
    const agreement = 'agreement' in this.#state ? this.#state.agreement : undefined;
    const at = file === undefined ? -1 : (agreement?.files.indexOf(file) ?? -1);
    this.#failedOn = agreement?.entries[at]?.path;
    this.dispatch({ type: 'peer-failed', reason });
  }

  /** Whether the event has changed anything. */
  dispatch(event: ReceivingEvent): boolean {
    const before = this.#state;
    const [next, effects] = receiving(before, event);
    this.#state = next;
    if (next.phase === 'offered') this.#show(next.entries);
    if (next.phase === 'opening') {
      this.#wasAgreed = true;
      this.#show(next.agreement.entries);
    }
    if (next.phase === 'receiving') this.#storedBytes = next.flow.storedBytes;
    if (next.phase === 'verifying') this.#storedBytes = next.agreement.totalBytes;
    for (const effect of effects) this.#perform(effect);
    // The list of what nobody wanted may be long, and the line that says so stays for a while.
    if (this.hasEnded && !this.wasAgreed) this.#entries = [];
    this.#ports.changed(this);
    return next !== before;
  }

  /** Writes down what a person has done with what was saved. A mark that is lost costs a question, no file. */
  mark(mark: Mark): void {
    if (this.#state.phase !== 'saved') return;
    const { agreement, digest } = this.#state;
    const next: Marks = marked(this.#kept, mark, this.#entries.length);
    if (next === this.#kept) return;
    this.#kept = { ...next, ...this.#fleeting, at: this.#kept.at };
    this.#inLine(async () => {
      await this.#ports.catalog.put(this.#asRecord(agreement, { state: 'saved', digest }));
    });
    this.#ports.changed(this);
  }

  /** For how long it has been in the trash; nothing when it is not there. */
  get deleted(): Age | undefined {
    return this.#kept.deleted;
  }

  /** Whether bytes of the transfer `key` may still be copied into this one. */
  needs(key: TransferKey): boolean {
    return !this.hasEnded && this.#storage.needs(key);
  }

  /** Forgets the transfer: from now on what is stored of it belongs to nobody. */
  async forget(): Promise<void> {
    this.#link = undefined;
    await this.#line;
    await this.#ports.catalog.delete(this.key);
    await this.#ports.ledger.delete(this.key);
  }

  /** Frees what is stored. */
  free(): Promise<void> {
    return this.#storage.free();
  }

  #show(entries: readonly ManifestEntry[]): void {
    if (entries === this.#entries) return;
    this.#entries = entries;
    this.#files = entries.length;
    this.#totalBytes = totalBytes(entries);
    this.#title = title(entries);
    this.#contents = contentsOf(entries);
  }

  /** Root digest of the saved file number `at`, in hexadecimal. */
  savedRoot(at: number): Promise<string> {
    return this.#storage.savedRoot(this.#entries, at);
  }

  view(): TransferView | undefined {
    const phase = receivingPhase(this.#state);
    if (phase === undefined || this.#files === 0) return undefined;
    return {
      ...phase,
      key: this.key,
      direction: 'receiving',
      peer: this.peer,
      peerName: this.peerName,
      title: this.#title,
      contents: this.#contents,
      files: this.#files,
      totalBytes: this.#totalBytes,
      storedBytes: this.#storedBytes,
      verified: this.#state.phase === 'saved',
      kept: this.#kept,
      ...(this.#path && { path: this.#path }),
      ...(this.#failedOn !== undefined && failsForAFile(phase) && { failedOn: this.#failedOn }),
    };
  }

  #perform(effect: ReceivingEffect): void {
    switch (effect.type) {
      case 'open-store':
        this.#inLine(() => this.#open(effect.agreement));
        return;
      case 'begin-block':
        this.#storage.beginBlock(effect);
        return;
      case 'append':
        this.#storage.append(effect.payload);
        return;
      case 'store-block':
        this.#inLine(this.#storage.completeBlock());
        return;
      case 'check-file':
        this.#inLine(() => this.#storage.checkFile(effect.at, effect.digest));
        return;
      case 'copy-file':
        this.#inLine(() => this.#storage.copyFile(effect.at, effect.digest));
        return;
      case 'seal':
        this.#inLine(() => this.#seal());
        return;
      case 'ask-resume':
        this.#ports.wantResume(this);
        return;
      case 'release':
        this.#link = undefined;
        this.#inLine(() => this.#storage.close());
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

  #tell(effect: Told): void {
    if (effect.type === 'tell-accept') this.heard(); // the sender's first block is due from now on
    const known = effect.type === 'tell-accept' ? this.#knownFiles() : [];
    const words = receiverWords(this.id, effect, known);
    const [only] = words;
    if (only && words.length === 1) this.#link?.tell(only);
    else this.#link?.tellAll(this.id, words);
  }

  /** Runs `step` after all earlier ones. One that fails is an event of the machine. */
  #inLine(step: () => Promise<void>): void {
    this.#line = this.#line.then(step).catch(async (error: unknown) => {
      // What is still in line was meant to go behind what has just failed: without the pack it does nothing.
      await this.#storage.close();
      this.dispatch({ type: 'store-failed', failure: failureIn(error) });
    });
  }

  async #open(agreement: Agreement): Promise<void> {
    await this.#storage.inspect(agreement);
    // Recorded first: a pack without a record would be taken for a left-over and deleted.
    await this.#record(agreement, { state: 'receiving' });
    this.dispatch({ type: 'store-opened', have: await this.#storage.open(agreement, this) });
  }

  /** Shows how far an interrupted transfer had come. What counts is checked when it goes on. */
  async showStored(): Promise<void> {
    if (this.#state.phase !== 'interrupted') return;
    const bytes = await this.#storage.claimedBytes(this.#entries);
    if (this.#state.phase !== 'interrupted') return; // it goes on meanwhile, and knows better
    this.#storedBytes = bytes;
    this.#ports.changed(this);
  }

  #knownFiles(): readonly KnownFile[] {
    const files = 'agreement' in this.#state ? this.#state.agreement.files : [];
    return this.#storage.known.map(([at, root]) => [files[at] ?? 0, root]);
  }

  async #seal(): Promise<void> {
    const digest = await this.#storage.seal(this.#totalBytes);
    if ('agreement' in this.#state) await this.#record(this.#state.agreement, { state: 'saved', digest });
    this.dispatch({ type: 'sealed', digest });
  }

  /** A browser that keeps no records at all still receives; the files are then there until the page is closed. */
  async #record(agreement: Agreement, state: RecordedState): Promise<void> {
    const at = this.#ports.now();
    const { goesAt: _, ...marks } = this.#kept;
    this.#kept = { ...marks, at, ...(state.state === 'receiving' && { goesAt: at + leftUnfinished(newAge(at)) }) };
    const kept = await this.#ports.catalog.put(this.#asRecord(agreement, state));
    if (kept.ok) this.#isRecorded = true;
    else if (kept.failure === 'full') throw new StoreError('storage-full', kept.cause);
    // The next visit would take it for unfinished, although its sender was told that it is here.
    else if (state.state === 'saved' && this.#isRecorded) throw new StoreError('storage-failed', kept.cause);
  }

  #asRecord({ entries, ranges }: Agreement, state: RecordedState): ReceivedRecord {
    const { key, id, peer, peerName, fingerprint } = this;
    const known = fingerprint && { fingerprint };
    const record = { key, id, peer, peerName, ...known, at: this.#kept.at, entries, ranges };
    return state.state === 'receiving'
      ? { ...record, age: newAge(record.at), ...state }
      : { ...record, ...this.#kept, ...state };
  }
}
