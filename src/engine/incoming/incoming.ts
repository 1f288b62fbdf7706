/** Performs the effects of one receiving machine: talks to its sender, moves its storage, keeps the catalog true. */
import { type Failure, isInterruption } from '../../protocol/failure.ts';
import type { Frame } from '../../protocol/frame.ts';
import { MAX_PICTURES } from '../../protocol/limits.ts';
import type { KnownFile, ManifestEntry, TransferId } from '../../protocol/peer.ts';
import type { DeviceId } from '../../protocol/signaling.ts';
import { hasEnded } from '../../transfer/has-ended.ts';
import type { Age } from '../../transfer/keeping.ts';
import type { Mark } from '../../transfer/marks.ts';
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
import { type OfferView, type Path, type TransferKey, type TransferView, transferKey } from '../../transfer/view.ts';
import type { EngineMessage } from '../api/api.ts';
import type { Link } from '../link/link.ts';
import type { Named, ReceivedRecord } from '../records/catalog.ts';
import { IncomingLine } from './incoming-line.ts';
import { IncomingRecord, type IncomingRecordPorts } from './incoming-record.ts';
import { IncomingStorage, type IncomingStoragePorts } from './incoming-storage.ts';
import { incomingView, offerView, stepSeen } from './incoming-view.ts';
import { receiverWords, type Told } from './receiver-words.ts';
import { SenderLink } from './sender-link.ts';
import { Shown } from './shown.ts';

export type IncomingPorts = IncomingStoragePorts &
  IncomingRecordPorts & {
    /** Milliseconds on a monotonic clock. */
    readonly elapsed: () => number;
    /** Called after each change that a screen may show, except for: */
    readonly changed: (transfer: Incoming) => void;
    /** More bytes are stored, and nothing else has changed. */
    readonly progressed: (transfer: Incoming) => void;
    /** Tells the page. */
    readonly post: (message: EngineMessage) => void;
    /** The person wants the transfer to go on: the engine gets a link, and then calls `askResume`. */
    readonly wantResume: (transfer: Incoming) => void;
  };

export class Incoming {
  readonly key: TransferKey;
  readonly id: TransferId;
  readonly peer: DeviceId;
  readonly peerName: string;
  readonly #ports: IncomingPorts;
  #state: Receiving;
  readonly #sender: SenderLink;
  readonly #shown: Shown;
  readonly #record: IncomingRecord;
  #wasAgreed = false;
  /** How many more small pictures its sender may tell on this link, because they were asked for. */
  #picturesDue = 0;
  readonly #storage: IncomingStorage;
  readonly #line: IncomingLine;

  private constructor(named: Named, from: ReceivedRecord | undefined, state: Receiving, ports: IncomingPorts) {
    this.key = named.key;
    this.id = named.id;
    this.peer = named.peer;
    this.peerName = named.peerName;
    this.#state = state;
    this.#shown = new Shown(state.phase === 'announced' ? state.announcement.bytes : 0);
    this.#ports = ports;
    this.#sender = new SenderLink(named.id, ports.elapsed);
    const { key, id, peer, peerName } = named;
    this.#record = new IncomingRecord({ key, id, peer, peerName }, from, ports);
    const dispatch = (event: ReceivingEvent) => {
      this.dispatch(event);
    };
    this.#storage = new IncomingStorage(this.key, ports, dispatch);
    const { ledger } = ports;
    this.#line = new IncomingLine({
      key,
      storage: this.#storage,
      record: this.#record,
      ledger,
      from: named.peer,
      bytes: () => this.#shown.totalBytes,
      agreement: () => this.#agreement,
      dispatch,
    });
  }

  /** A transfer that is being offered on `link`. */
  static announced(
    link: Link,
    path: Path | undefined,
    offer: Announcement & { readonly transfer: TransferId; readonly handle: number },
    ports: IncomingPorts,
  ): Incoming {
    const { peer, peerName } = link;
    const named = { key: transferKey('receiving', peer, offer.transfer), id: offer.transfer, peer, peerName };
    const incoming = new Incoming(named, undefined, startReceiving(offer), ports);
    incoming.#sender.offered(link, offer.handle);
    incoming.#shown.path = path;
    return incoming;
  }

  /** A transfer of an earlier visit to this page, from its record. */
  static restored(record: ReceivedRecord, ports: IncomingPorts): Incoming {
    const agreement = agreementOn(record.entries, record.ranges);
    const state: Receiving =
      record.state === 'saved' ? { phase: 'saved', agreement, digest: record.digest } : resumeReceiving(agreement);
    const incoming = new Incoming(record, record, state, ports);
    incoming.#shown.show(agreement.entries);
    if (record.state === 'saved') incoming.#shown.storedBytes = agreement.totalBytes;
    return incoming;
  }

  get hasEnded(): boolean {
    return hasEnded(this.#state);
  }

  /** True if the sender may offer it again like a new transfer. */
  get isForgettable(): boolean {
    if (this.#state.phase === 'announced') return true; // the rest of its manifest was lost with a link
    return this.#state.phase === 'failed' && isInterruption(this.#state.reason);
  }

  get #agreement(): Agreement | undefined {
    return 'agreement' in this.#state ? this.#state.agreement : undefined;
  }

  /** The link of the transfer; `undefined` while it is interrupted and after its end. */
  get link(): Link | undefined {
    return this.#sender.link;
  }

  /** True if its manifest is still under way. */
  get isAnnounced(): boolean {
    return this.#state.phase === 'announced';
  }

  get isAnswered(): boolean {
    return this.#state.phase !== 'announced' && this.#state.phase !== 'offered';
  }

  /**
   * True if the person here is being asked, or has answered and the sender has not begun: the sender should be there.
   */
  get asksPerson(): boolean {
    return this.#state.phase === 'offered' || (this.#state.phase === 'receiving' && this.#state.sender === 'due');
  }

  /** True if a person here has ever agreed to it. */
  get wasAgreed(): boolean {
    return this.#wasAgreed || 'agreement' in this.#state;
  }

  /** True if all of it is here. */
  get isSaved(): boolean {
    return this.#state.phase === 'saved';
  }

  /** The files that can be read back, once all are saved. */
  get savedEntries(): readonly ManifestEntry[] {
    return this.#state.phase === 'saved' ? this.#shown.entries : [];
  }

  offer(): Omit<OfferView, 'isKnown' | 'standsAside'> | undefined {
    return offerView(this.#state, this, this.#shown.totalBytes, this.#ports.isFleeting);
  }

  took(path: Path): void {
    this.#shown.path = path;
    this.#ports.changed(this);
  }

  offeredAgain(link: Link, handle: number, path: Path | undefined): void {
    const isNewLink = this.#sender.offered(link, handle);
    this.#shown.path = path;
    this.dispatch({ type: 'offered-again', isNewLink });
  }

  /** Tells the sender over `link` that the person here wants it to go on. */
  askResume(link: Link): void {
    link.tell({ type: 'resume', transfer: this.id });
  }

  /** Frames of an earlier offer may still arrive; true when this one is of use. */
  frame(link: Link, { kind, handle, file, offset, payload }: Frame): boolean {
    if (!this.#sender.carries(link, handle) || this.hasEnded) return false;
    if (kind === 'chunk') this.dispatch({ type: 'chunk', file, offset, payload });
    else if (kind === 'files') this.dispatch({ type: 'files', file, count: offset, payload });
    else this.dispatch({ type: kind, file, offset, digest: payload });
    this.#sender.heard();
    return true;
  }

  heard(): void {
    this.#sender.heard();
  }

  /** Call it every few seconds; `now` is on the monotonic clock. */
  checkSilence(now: number, silentMs: number): void {
    if (this.#state.phase !== 'receiving' || this.#state.flow.pending > 0) return;
    if (this.#sender.isSilent(now, silentMs)) this.dispatch({ type: 'fell-silent' });
  }

  /**
   * A small picture has come; true when it is of use, or was under way when the person here answered: an honest sender shall
   * not lose its link over those.
   */
  picture(link: Link, file: number, jpeg: Uint8Array<ArrayBuffer> | undefined): boolean {
    const isDue = this.#picturesDue > 0;
    if (isDue) this.#picturesDue -= 1;
    return (this.link === link && this.dispatch({ type: 'picture', file, jpeg })) || (isDue && this.isAnswered);
  }

  /** Its sender has failed, at the file with this index if it names one. */
  failedThere(reason: Failure, file: number | undefined): void {
    const agreement = this.#agreement;
    const at = file === undefined ? -1 : (agreement?.files.indexOf(file) ?? -1);
    this.#shown.failedOn = agreement?.entries[at]?.path;
    this.dispatch({ type: 'peer-failed', reason });
  }

  /** True if the event has changed anything. */
  dispatch(event: ReceivingEvent): boolean {
    const before = this.#state;
    const [next, effects] = receiving(before, event);
    this.#state = next;
    if (next.phase === 'offered') this.#shown.show(next.entries);
    if (next.phase === 'opening') {
      this.#wasAgreed = true;
      this.#shown.show(next.agreement.entries);
    }
    if (next.phase === 'receiving') this.#shown.storedBytes = next.flow.storedBytes;
    if (next.phase === 'verifying') this.#shown.storedBytes = next.agreement.totalBytes;
    for (const effect of effects) this.#perform(effect);
    if (this.hasEnded && !this.wasAgreed) this.#shown.dropList();
    const step = stepSeen(before, next);
    if (step !== 'nothing') this.#ports[step](this);
    return next !== before;
  }

  /** It is about to be accepted, and the person here was not asked. */
  markUnasked(): void {
    if (!this.isAnswered) this.#record.markUnasked();
  }

  /** Records a person's action on saved files. */
  mark(mark: Mark): void {
    if (this.#state.phase !== 'saved') return;
    const { agreement, digest } = this.#state;
    if (!this.#record.mark(mark, this.#shown.count)) return;
    this.#line.append(() => this.#record.writeMarks(agreement, digest));
    this.#ports.changed(this);
  }

  /** How long it has been in the trash; `undefined` when it is not there. */
  get deleted(): Age | undefined {
    return this.#record.deleted;
  }

  /** True if bytes of the transfer `key` may still be copied into this one. */
  needs(key: TransferKey): boolean {
    return !this.hasEnded && this.#storage.needs(key);
  }

  /** Forgets the transfer: from now on its stored bytes belong to nobody. */
  forget(): Promise<void> {
    this.#sender.letGo();
    return this.#line.forget();
  }

  /** Frees the stored bytes. */
  free(): Promise<void> {
    return this.#storage.free();
  }

  /** Root digest of the saved file number `at`, in hexadecimal. */
  savedRoot(at: number): Promise<string> {
    return this.#storage.savedRoot(this.#shown.entries, at);
  }

  view(): TransferView | undefined {
    return incomingView(this.#state, this, this.#shown, this.#record.kept);
  }

  #perform(effect: ReceivingEffect): void {
    switch (effect.type) {
      case 'begin-block':
        this.#storage.beginBlock(effect);
        return;
      case 'append':
        this.#storage.append(effect.payload);
        return;
      case 'open-store':
      case 'store-block':
      case 'store-bundle':
      case 'check-file':
      case 'copy-file':
      case 'seal':
      case 'discard':
        this.#line.perform(effect);
        return;
      case 'ask-resume':
        this.#ports.wantResume(this);
        return;
      case 'release':
        this.#sender.letGo();
        this.#line.close();
        return;
      case 'show-picture':
        this.#ports.post({ ...effect, type: 'picture', key: this.key });
        return;
      default:
        this.#tell(effect);
    }
  }

  #tell(effect: Told): void {
    if (effect.type === 'tell-look') this.#picturesDue = MAX_PICTURES;
    if (effect.type === 'tell-accept') this.heard(); // the sender's first block is due from now on
    const known = effect.type === 'tell-accept' ? this.#knownFiles() : [];
    this.#sender.tell(receiverWords(this.id, effect, known));
  }

  /** Shows how far an interrupted transfer had come. The blocks are checked when it goes on. */
  async showStored(): Promise<void> {
    if (this.#state.phase !== 'interrupted') return;
    const bytes = await this.#storage.claimedBytes(this.#shown.entries);
    if (this.#state.phase !== 'interrupted') return; // it has resumed meanwhile, and knows better
    this.#shown.storedBytes = bytes;
    this.#ports.changed(this);
  }

  #knownFiles(): readonly KnownFile[] {
    const files = this.#agreement?.files ?? [];
    return this.#storage.known.map(([at, root]) => [files[at] ?? 0, root]);
  }
}
