/** Performs the effects of one sending machine: talks to its receiver, keeps its line moving and its record true. */
import type { Failure } from '../../protocol/failure.ts';
import type { Fingerprint } from '../../protocol/fingerprint.ts';
import type { ControlMessage, ManifestEntry, TransferId } from '../../protocol/peer.ts';
import type { DeviceId } from '../../protocol/signaling.ts';
import { type Contents, contentsOf, title } from '../../transfer/contents.ts';
import { hasEnded } from '../../transfer/has-ended.ts';
import { newAge } from '../../transfer/keeping.ts';
import { manifestPieces, totalBytes } from '../../transfer/manifest.ts';
import { sendingPhase } from '../../transfer/phase.ts';
import { expand, toRanges } from '../../transfer/ranges.ts';
import {
  isOnScreen,
  isUnmet,
  resumeSending,
  type Sending,
  type SendingEffect,
  type SendingEvent,
  sending,
  startSending,
  waitsForPeer,
} from '../../transfer/sending.ts';
import { type Path, type TransferKey, type TransferView, transferKey } from '../../transfer/view.ts';
import type { SourceFile } from '../api/api.ts';
import type { Link } from '../link/link.ts';
import type { Catalog, SentRecord } from '../records/catalog.ts';
import type { OpenAgain } from '../records/origins.ts';
import { OutgoingFiles, type OutgoingFilesPorts } from './outgoing-files.ts';
import { OutgoingLine, type Run } from './outgoing-line.ts';

/** An offer that is on no screen for so long, in milliseconds, is best told by word of mouth. */
const UNHEEDED_MS = 8_000;

/** The record is as large as the manifest: it is not written again for each file that was looked at, but after so many milliseconds. */
const RECORD_HEADS_MS = 2_000;

export type OutgoingPorts = OutgoingFilesPorts & {
  readonly openAgain: OpenAgain;
  readonly outbox: Catalog<SentRecord>;
  /** Unix time in milliseconds. */
  readonly now: () => number;
  /** Milliseconds on a clock that nobody sets. */
  readonly elapsed: () => number;
  readonly schedule: (task: () => void, ms: number) => () => void;
  /** Called after each change that a screen may show. */
  readonly changed: (transfer: Outgoing) => void;
  /** The transfer shall go on: the engine calls `opened` with the link there is, or gets one. */
  readonly relink: (transfer: Outgoing) => void;
  readonly dropLink: (link: Link) => void;
  /** It has ended, and the other side shall hear of it: the engine calls `met` when the two meet. */
  readonly tellLater: (transfer: Outgoing) => void;
};

type Identity = {
  readonly id: TransferId;
  readonly peer: DeviceId;
  readonly peerName: string;
};

export class Outgoing {
  readonly key: TransferKey;
  readonly id: TransferId;
  readonly peer: DeviceId;
  readonly peerName: string;
  readonly #ports: OutgoingPorts;
  readonly #files: OutgoingFiles;
  readonly #line: OutgoingLine;
  readonly #title: string;
  readonly #contents: Contents;
  #state: Sending;
  #run: Run | undefined;
  #path: Path | undefined;
  /** Kept beside the state, because a screen shows them after the end too. */
  #totalBytes: number;
  #storedBytes = 0;
  #heardAt: number;
  /** Of its link, when it was last looked for silence. */
  #leftBytes = 0;
  /** The person has not yet allowed the browser to read through the handles. */
  #canReopen = false;
  /** Whether the other side knows of it. */
  #wasOffered = false;
  /** Of the certificate of the device that it was offered to first. */
  #fingerprint: Fingerprint | undefined;
  #cancelUnheeded: (() => void) | undefined;
  #isUntold = false;
  /** Of the heads of its files, as many as are written down. */
  #recordedHeads = 0;
  #cancelRecord: (() => void) | undefined;

  private constructor(identity: Identity, files: OutgoingFiles, state: Sending, ports: OutgoingPorts) {
    this.id = identity.id;
    this.peer = identity.peer;
    this.peerName = identity.peerName;
    this.key = transferKey('sending', identity.peer, identity.id);
    this.#files = files;
    this.#ports = ports;
    this.#line = new OutgoingLine({
      files,
      budget: ports.budget,
      run: () => this.#run,
      dispatch: (event) => this.dispatch(event),
    });
    this.#state = state;
    this.#heardAt = ports.elapsed();
    this.#totalBytes = totalBytes(files.entries);
    this.#title = title(files.entries);
    this.#contents = contentsOf(files.entries);
  }

  static started(identity: Identity, sources: readonly SourceFile[], ports: OutgoingPorts): Outgoing {
    const entries = sources.map(({ entry }) => entry);
    const files = new OutgoingFiles(entries, sources, ports);
    const outgoing = new Outgoing(identity, files, startSending(entries), ports);
    outgoing.#record();
    outgoing.#watchHeed();
    return outgoing;
  }

  /** A transfer of an earlier visit to this page. Its files have to be opened or chosen again. */
  static restored(record: SentRecord, ports: OutgoingPorts): Outgoing {
    const files = new OutgoingFiles(record.entries, record.origins, ports, record.heads);
    if (record.ranges) files.agree(expand(record.ranges));
    const outgoing = new Outgoing(record, files, resumeSending(record.entries), ports);
    outgoing.#wasOffered = true;
    outgoing.#fingerprint = record.fingerprint;
    outgoing.#recordedHeads = files.heads.count;
    return outgoing;
  }

  get hasEnded(): boolean {
    return hasEnded(this.#state);
  }

  get sources(): readonly SourceFile[] | undefined {
    return this.#files.sources;
  }

  /** The link the transfer runs over; none while it waits for one, none after its end. */
  get link(): Link | undefined {
    return this.#run?.link;
  }

  /** Whether the device at the other end of `link` is the one that it was offered to first, as far as that is known. */
  isWith(link: Link): boolean {
    return this.#fingerprint === undefined || this.#fingerprint === link.fingerprint;
  }

  /** Whether the person at the other device is being asked. */
  get asksPerson(): boolean {
    return this.#state.phase === 'waiting' && !isUnmet(this.#state.step);
  }

  /** Whether nothing but a link to the other device is missing. */
  get waitsForPeer(): boolean {
    return this.sources !== undefined && waitsForPeer(this.#state);
  }

  /** Whether the person at the other device has ever agreed to it. */
  get wasAgreed(): boolean {
    return this.#files.accepted !== undefined;
  }

  /** Handles through which the files that are missing could be opened; none when none are missing. */
  get handles(): readonly FileSystemHandle[] {
    return (this.#files.lacking && this.#files.origins?.handles) ?? [];
  }

  /** Takes what is needed of the files that a person chose again. Whether there was any. */
  async attach(sources: readonly SourceFile[]): Promise<boolean> {
    const isNews = await this.#files.attach(sources, () => this.hasEnded);
    this.#learnHeads();
    this.#ports.changed(this);
    return isNews;
  }

  /** Opens the files that are missing through their handles, as far as the browser lets us. Whether there were any. */
  async reopen(): Promise<boolean> {
    const { entries, origins, lacking } = this.#files;
    if (!lacking || !origins) return false;
    const { files, isRefused } = await this.#ports.openAgain(entries, origins);
    if (this.hasEnded) return false; // cancelled meanwhile
    this.#canReopen = isRefused;
    return this.attach(files);
  }

  /** `handle` has named nothing on `link` before. */
  opened(link: Link, path: Path | undefined, handle: number): void {
    this.#run = { link, handle };
    this.#path = path;
    this.#heardAt = this.#ports.elapsed();
    this.dispatch({ type: 'link-opened' });
  }

  /** Whether it has ended here and the other side, which knows of it, could not be told. */
  get isUntold(): boolean {
    return this.#isUntold;
  }

  /** There is a link to the other device. What was said when the transfer ended here may have been lost with another. */
  met(link: Link): void {
    const { phase } = this.#state;
    this.#isUntold = false;
    if (phase === 'failed' || (phase === 'cancelled' && this.#state.by === 'me')) this.#sayWhyItEnded(link);
  }

  /** The receiver wants it to go on. Whether that is news. */
  askedToResume(link: Link): boolean {
    if (!this.hasEnded) return this.dispatch({ type: 'peer-resumed' });
    this.#sayWhyItEnded(link);
    return false;
  }

  took(path: Path): void {
    this.#path = path;
    this.#ports.changed(this);
  }

  /** The receiver says it has everything. */
  completed(digest: string): void {
    this.#line.complete(digest);
  }

  heard(): void {
    this.#heardAt = this.#ports.elapsed();
  }

  /** To be called every few seconds; `now` on the clock that nobody sets. */
  checkSilence(now: number, silentMs: number): void {
    if (this.#state.phase !== 'sending') return;
    const { flow } = this.#state;
    // Between two blocks of ours nobody owes an answer; after the last one the receiver's last word is due.
    if (flow.issuedBytes === flow.storedBytes && flow.at < flow.files.length) return;
    const { link } = this;
    // On a slow path a block takes longer than anybody waits for an answer: what leaves this device is a sign of life. And
    // the receiver owes nothing for blocks that wait for this device's own reading, or for their turn among many.
    const moves = link !== undefined && link.leftBytes !== this.#leftBytes;
    const isOurTurn = link?.queuedBytes === 0 && flow.queuedBlocks > 0;
    this.#leftBytes = link?.leftBytes ?? 0;
    if (moves || isOurTurn) this.heard();
    if (now - this.#heardAt > silentMs) this.dispatch({ type: 'fell-silent' });
  }

  /** Whether the event has changed anything. */
  dispatch(event: SendingEvent): boolean {
    const before = this.#state;
    const [next, effects] = sending(before, event);
    this.#state = next;
    if (next.phase === 'sending') {
      this.#totalBytes = next.flow.totalBytes;
      this.#storedBytes = next.flow.storedBytes;
    }
    for (const effect of effects) this.#perform(effect);
    this.#watchHeed();
    this.#learnHeads();
    this.#recordHeads();
    if (this.hasEnded) void this.#ports.outbox.delete(this.key);
    this.#ports.changed(this);
    return next !== before;
  }

  /** From when it is wanted on the other screen, the time runs after which the person here should know that it is not. */
  #watchHeed(): void {
    const isWanted = this.#state.phase === 'waiting' && !this.#state.isUnheeded && !isOnScreen(this.#state.step);
    if (isWanted === (this.#cancelUnheeded !== undefined)) return;
    this.#cancelUnheeded?.();
    this.#cancelUnheeded = isWanted
      ? this.#ports.schedule(() => {
          this.#cancelUnheeded = undefined;
          this.dispatch({ type: 'went-unheeded' });
        }, UNHEEDED_MS)
      : undefined;
  }

  /** Whether neither the offer nor blocks are on their way, so that reading holds up nothing. */
  get #isCalm(): boolean {
    const state = this.#state;
    return state.phase === 'waiting' ? state.step !== 'connecting' || state.isUnheeded : state.phase === 'interrupted';
  }

  /** By their heads the files are recognised if they have to be chosen again. */
  #learnHeads(): void {
    if (!this.#isCalm) return;
    const learning = this.#files.learnHeads(
      () => this.#isCalm,
      () => this.#recordHeads(),
    );
    void learning.then(() => this.#recordHeads(0));
  }

  #recordHeads(ms = RECORD_HEADS_MS): void {
    const isNews = this.#files.heads.count > this.#recordedHeads && !this.hasEnded;
    if (isNews && ms > 0 && this.#cancelRecord) return;
    this.#cancelRecord?.();
    this.#cancelRecord = undefined;
    if (!isNews) return;
    if (ms === 0) this.#record();
    else
      this.#cancelRecord = this.#ports.schedule(() => {
        this.#cancelRecord = undefined;
        this.#recordHeads(0);
      }, ms);
  }

  view(): TransferView {
    return {
      ...sendingPhase(this.#state),
      key: this.key,
      direction: 'sending',
      peer: this.peer,
      peerName: this.peerName,
      title: this.#title,
      contents: this.#contents,
      files: this.#files.entries.length,
      totalBytes: this.#totalBytes,
      storedBytes: this.#storedBytes,
      verified: this.#state.phase === 'sent',
      ...(this.#path && { path: this.#path }),
      ...this.#needs(),
      ...this.#failedOn(),
    };
  }

  #needs(): Pick<TransferView, 'needsFiles' | 'missing' | 'canReopen'> {
    const { lacking, entries } = this.#files;
    if (!lacking || this.hasEnded) return {};
    const { needs, missing } = lacking;
    return {
      needsFiles: needs,
      ...((missing.count < entries.length || missing.changed.length > 0) && { missing }),
      ...(this.#canReopen && { canReopen: true }),
    };
  }

  /** While it is only interrupted, what is missing is named. */
  #failedOn(): Pick<TransferView, 'failedOn'> {
    const file = this.#state.phase === 'failed' ? this.#files.failedOn(this.#state.reason) : undefined;
    const path = file === undefined ? undefined : this.#files.entries[file]?.path;
    return path === undefined ? {} : { failedOn: path };
  }

  #perform(effect: SendingEffect): void {
    const transfer = this.id;
    switch (effect.type) {
      case 'offer':
        this.#offer(effect.again);
        return;
      case 'check':
        this.#files.agree(effect.files);
        this.#line.check(effect.have);
        return;
      case 'start-from':
        this.#files.agree(effect.files);
        this.#record();
        return;
      case 'transmit':
        this.#line.transmit(effect);
        return;
      case 'compare':
        this.#line.compare(effect);
        return;
      case 'tell-paused':
        this.link?.tell({ type: 'paused', transfer });
        return;
      case 'tell-resumed':
        this.heard(); // nobody had to answer while it was paused
        this.link?.tell({ type: 'resumed', transfer });
        return;
      case 'tell-cancel':
        this.#tellEnd({ type: 'cancel', transfer });
        return;
      case 'tell-fail':
        this.#tellEnd(this.#failure(effect.reason));
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

  /** Without a link the other side hears of it as soon as there is one: it would wait for the transfer in vain. */
  #tellEnd(message: Extract<ControlMessage, { readonly type: 'cancel' | 'fail' }>): void {
    this.link?.tell(message);
    this.#isUntold = this.link === undefined && this.#wasOffered;
    if (this.#isUntold) this.#ports.tellLater(this);
  }

  #sayWhyItEnded(link: Link): void {
    if (this.#state.phase === 'failed') link.tell(this.#failure(this.#state.reason));
    else link.tell({ type: 'cancel', transfer: this.id });
  }

  #failure(reason: Failure): Extract<ControlMessage, { readonly type: 'fail' }> {
    const file = this.#files.failedOn(reason);
    return { type: 'fail', transfer: this.id, reason, ...(file !== undefined && { file }) };
  }

  #offer(again: boolean): void {
    if (!this.#run) return;
    this.#wasOffered = true;
    const { link, handle } = this.#run;
    this.#keepTo(link);
    const transfer = this.id;
    const { entries } = this.#files;
    const offer = { transfer, handle, files: entries.length, bytes: totalBytes(entries) };
    link.tell({ type: 'offer', ...offer, ...(again && { again }) });
    if (again) return;
    link.tellAll(transfer, manifest(transfer, entries));
  }

  /** From now on it is for this device alone: a name and an id are soon taken, a certificate is not. */
  #keepTo({ fingerprint }: Link): void {
    if (this.#fingerprint !== undefined || fingerprint === undefined) return;
    this.#fingerprint = fingerprint;
    this.#record();
  }

  /** Writes the transfer down, so that the next visit can go on with it. Where nothing can be kept, it just cannot. */
  #record(): void {
    const { key, id, peer, peerName } = this;
    const { entries, accepted, origins, heads } = this.#files;
    this.#recordedHeads = heads.count;
    const begin = heads.record && { heads: heads.record };
    const ranges = accepted && { ranges: toRanges(accepted) };
    const known = this.#fingerprint && { fingerprint: this.#fingerprint };
    const at = this.#ports.now();
    const record = { key, id, peer, peerName, ...known, at, age: newAge(at), entries, ...ranges, ...begin };
    void this.#ports.outbox.put(origins ? { ...record, origins } : record);
  }
}

function* manifest(transfer: TransferId, entries: readonly ManifestEntry[]): Generator<ControlMessage> {
  for (const piece of manifestPieces(entries)) yield { type: 'manifest', transfer, ...piece };
}
