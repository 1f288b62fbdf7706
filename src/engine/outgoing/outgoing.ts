/** Performs the effects of one sending machine: talks to its receiver, keeps its line moving and its record true. */
import type { TransferId } from '../../protocol/peer.ts';
import type { DeviceId } from '../../protocol/signaling.ts';
import { contentsOf, datesOf, title } from '../../transfer/contents.ts';
import { hasEnded } from '../../transfer/has-ended.ts';
import { totalBytes } from '../../transfer/manifest.ts';
import { expand } from '../../transfer/ranges.ts';
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
import { type BatchId, type Path, type TransferKey, type TransferView, transferKey } from '../../transfer/view.ts';
import type { EngineMessage, SourceFile } from '../api/api.ts';
import type { Link } from '../link/link.ts';
import type { SentRecord } from '../records/catalog.ts';
import type { OpenAgain } from '../records/origins.ts';
import { Farewell } from './farewell.ts';
import { Heed } from './heed.ts';
import { OutgoingFiles, type OutgoingFilesPorts } from './outgoing-files.ts';
import { OutgoingLine, type Run } from './outgoing-line.ts';
import { OutgoingRecord, type OutgoingRecordPorts } from './outgoing-record.ts';
import { outgoingView, type Shown, stepSeen } from './outgoing-view.ts';
import { failWord, manifestWords, offerWord } from './sender-words.ts';
import { Showing } from './showing.ts';
import { SilenceThere } from './silence-there.ts';

export type OutgoingPorts = OutgoingFilesPorts &
  OutgoingRecordPorts & {
    readonly openAgain: OpenAgain;
    /** Milliseconds on a monotonic clock. */
    readonly elapsed: () => number;
    /** Called after each change that a screen may show, except for: */
    readonly changed: (transfer: Outgoing) => void;
    /** The receiver has stored more bytes, and nothing else has changed. */
    readonly progressed: (transfer: Outgoing) => void;
    /** The transfer is to go on: the engine calls `opened` with the existing link, or gets one. */
    readonly relink: (transfer: Outgoing) => void;
    readonly dropLink: (link: Link) => void;
    /** Tells the page. */
    readonly post: (message: EngineMessage) => void;
    /** It has ended, and the other side must be told: the engine calls `met` when the two meet. */
    readonly tellLater: (transfer: Outgoing) => void;
  };

type Identity = {
  readonly id: TransferId;
  readonly peer: DeviceId;
  readonly peerName: string;
  readonly batch?: BatchId | undefined;
  /** A line to the receiver. */
  readonly note?: string | undefined;
};

export class Outgoing {
  readonly key: TransferKey;
  readonly id: TransferId;
  readonly peer: DeviceId;
  readonly peerName: string;
  readonly batch: BatchId | undefined;
  readonly note: string | undefined;
  readonly #ports: OutgoingPorts;
  readonly #files: OutgoingFiles;
  readonly #line: OutgoingLine;
  readonly #shown: Shown;
  #state: Sending;
  #run: Run | undefined;
  readonly #silence: SilenceThere;
  readonly #farewell: Farewell;
  readonly #record: OutgoingRecord;
  readonly #heed: Heed;
  readonly #showing: Showing;

  private constructor(
    identity: Identity,
    files: OutgoingFiles,
    from: SentRecord | undefined,
    state: Sending,
    ports: OutgoingPorts,
  ) {
    const { id, peer, peerName, batch, note } = identity;
    this.note = note;
    this.id = id;
    this.peer = peer;
    this.peerName = peerName;
    this.batch = batch;
    this.key = transferKey('sending', peer, id);
    this.#files = files;
    this.#ports = ports;
    this.#line = new OutgoingLine({
      files,
      budget: ports.budget,
      run: () => this.#run,
      dispatch: (event) => this.dispatch(event),
    });
    this.#state = state;
    this.#silence = new SilenceThere(ports.elapsed);
    this.#record = new OutgoingRecord(
      { key: this.key, id, peer, peerName, ...(batch && { batch }), ...(note && { note }) },
      files,
      from,
      ports,
    );
    this.#heed = new Heed(ports.schedule, () => this.dispatch({ type: 'went-unheeded' }));
    this.#showing = new Showing(this, ports.post);
    const { entries } = files;
    this.#farewell = new Farewell(id, files, from !== undefined, { tellLater: () => ports.tellLater(this) });
    this.#shown = {
      title: title(entries),
      contents: contentsOf(entries),
      dates: datesOf(entries),
      begunAt: from?.at ?? ports.now(),
      totalBytes: totalBytes(entries),
      storedBytes: 0,
      path: undefined,
      canReopen: false,
    };
  }

  static started(identity: Identity, sources: readonly SourceFile[], ports: OutgoingPorts): Outgoing {
    const entries = sources.map(({ entry }) => entry);
    const files = new OutgoingFiles(entries, sources, ports);
    const outgoing = new Outgoing(identity, files, undefined, startSending(entries), ports);
    outgoing.#record.write();
    outgoing.#watchHeed();
    return outgoing;
  }

  /** A transfer of an earlier visit to this page. Its files must be opened or chosen again. */
  static restored(record: SentRecord, ports: OutgoingPorts): Outgoing {
    const files = new OutgoingFiles(record.entries, record.origins, ports, record.heads);
    if (record.ranges) files.agree(expand(record.ranges));
    return new Outgoing(record, files, record, resumeSending(record.entries), ports);
  }

  get hasEnded(): boolean {
    return hasEnded(this.#state);
  }

  get sources(): readonly SourceFile[] | undefined {
    return this.#files.sources;
  }

  /** The link of the transfer; `undefined` while it waits for one and after its end. */
  get link(): Link | undefined {
    return this.#run?.link;
  }

  /** True if the person at the other device is being asked. */
  get asksPerson(): boolean {
    return this.#state.phase === 'waiting' && !isUnmet(this.#state.step);
  }

  /** True if only a link to the other device is missing. */
  get waitsForPeer(): boolean {
    return this.sources !== undefined && waitsForPeer(this.#state);
  }

  /** True if the person at the other device has ever agreed to it. */
  get wasAgreed(): boolean {
    return this.#files.accepted !== undefined;
  }

  /** Handles through which the missing files could be opened. */
  get handles(): readonly FileSystemHandle[] {
    return (this.#files.lacking && this.#files.origins?.handles) ?? [];
  }

  /** Takes the needed files from those that a person chose again; true if there were any. */
  async attach(sources: readonly SourceFile[]): Promise<boolean> {
    const isNews = await this.#files.attach(sources, () => this.hasEnded);
    this.#learnHeads();
    this.#ports.changed(this);
    return isNews;
  }

  /** Opens the missing files through their handles, as far as the browser allows; true if there were any. */
  async reopen(): Promise<boolean> {
    const { entries, origins, lacking } = this.#files;
    if (!lacking || !origins) return false;
    const { files, isRefused } = await this.#ports.openAgain(entries, origins);
    if (this.hasEnded) return false; // cancelled meanwhile
    this.#shown.canReopen = isRefused;
    return this.attach(files);
  }

  /** `handle` has not been used on `link` before. */
  opened(link: Link, path: Path | undefined, handle: number): void {
    this.#run = { link, handle };
    this.#shown.path = path;
    this.heard();
    this.dispatch({ type: 'link-opened' });
  }

  /** True if it has ended here, and the other side knows of the transfer but could not be told. */
  get isUntold(): boolean {
    return this.#farewell.isUntold;
  }

  /**
   * There is a link to the other device. The message that told it of the end may have been lost with an earlier link.
   */
  met(link: Link): void {
    this.#farewell.met(link, this.#state);
  }

  /** The receiver wants it to go on; true if that is news. */
  askedToResume(link: Link): boolean {
    if (!this.hasEnded) return this.dispatch({ type: 'peer-resumed' });
    this.#farewell.sayAgain(link, this.#state);
    return false;
  }

  /** Its receiver asks for small pictures; true if it had not yet. */
  look(): boolean {
    return this.link && this.sources && this.asksPerson ? this.#showing.asked(this.link, this.sources) : false;
  }

  /** The page has made one of them. */
  picture(file: number, jpeg: Uint8Array): void {
    if (this.link && this.asksPerson) this.#showing.made(this.link, file, jpeg);
  }

  took(path: Path): void {
    this.#shown.path = path;
    this.#ports.changed(this);
  }

  /** The receiver says that it has everything. */
  completed(digest: string): void {
    this.#line.complete(digest);
  }

  heard(): void {
    this.#silence.heard();
  }

  /** Call it every few seconds; `now` is on the monotonic clock. */
  checkSilence(now: number, silentMs: number): void {
    if (this.#state.phase !== 'sending') return;
    if (this.#silence.isSilent(this.#state.flow, this.link, now, silentMs)) this.dispatch({ type: 'fell-silent' });
  }

  /** True if the event has changed anything. */
  dispatch(event: SendingEvent): boolean {
    const before = this.#state;
    const [next, effects] = sending(before, event);
    this.#state = next;
    if (next.phase === 'sending') {
      this.#shown.totalBytes = next.flow.totalBytes;
      this.#shown.storedBytes = next.flow.storedBytes;
    }
    for (const effect of effects) this.#perform(effect);
    this.#watchHeed();
    this.#learnHeads();
    if (this.hasEnded) this.#record.delete();
    else this.#record.noteHeads();
    const step = stepSeen(before, next);
    if (step !== 'nothing') this.#ports[step](this);
    return next !== before;
  }

  /** Once the offer should be on the other screen, a time runs after which the person here is told that it is not. */
  #watchHeed(): void {
    const isWanted = this.#state.phase === 'waiting' && !this.#state.isUnheeded && !isOnScreen(this.#state.step);
    this.#heed.watch(isWanted);
  }

  /** True if neither the offer nor blocks are under way, so that reading delays nothing. */
  get #isCalm(): boolean {
    const state = this.#state;
    return state.phase === 'waiting' ? state.step !== 'connecting' || state.isUnheeded : state.phase === 'interrupted';
  }

  /** Heads identify the files if they must be chosen again. */
  #learnHeads(): void {
    if (!this.#isCalm) return;
    const learning = this.#files.learnHeads(
      () => this.#isCalm,
      () => this.#record.noteHeads(),
    );
    void learning.then(() => this.#record.noteHeads(0));
  }

  view(): TransferView {
    return outgoingView(this.#state, this, this.#files, this.#shown);
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
        this.#record.write();
        return;
      case 'transmit':
        this.#line.transmit(effect);
        return;
      case 'transmit-bundle':
        this.#line.transmitBundle(effect);
        return;
      case 'compare':
        this.#line.compare(effect);
        return;
      case 'tell-paused':
        this.link?.tell({ type: 'paused', transfer });
        return;
      case 'tell-resumed':
        this.heard(); // no answer was due while it was paused
        this.link?.tell({ type: 'resumed', transfer });
        return;
      case 'tell-cancel':
        this.#farewell.tell(this.link, { type: 'cancel', transfer });
        return;
      case 'tell-fail':
        this.#farewell.tell(this.link, failWord(transfer, effect.reason, this.#files.failedOn(effect.reason)));
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

  #offer(again: boolean): void {
    if (!this.#run) return;
    this.#farewell.offered();
    const { link, handle } = this.#run;
    const { entries } = this.#files;
    link.tell(offerWord({ transfer: this.id, handle, note: this.note }, entries, again));
    if (!again) link.tellAll(this.id, manifestWords(this.id, entries));
  }
}
