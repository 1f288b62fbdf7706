/**
 * The transfer engine: which transfers there are, over which links they run, and what the page is told. It performs
 * nothing itself; `Outgoing` and `Incoming` do, through the ports given here.
 */
import type { Failure } from '../protocol/failure.ts';
import type { Frame } from '../protocol/frame.ts';
import type { ManifestEntry, TransferId } from '../protocol/peer.ts';
import type { DeviceId } from '../protocol/signaling.ts';
import { UNFINISHED_LIFE_MS } from '../transfer/keeping.ts';
import { fromWire, packPositions } from '../transfer/manifest.ts';
import type { Path, TransferKey } from '../transfer/view.ts';
import type { ChannelEnd, EngineMessage, LinkId, PageMessage } from './api.ts';
import { Budget } from './budget.ts';
import type { Channel } from './channel.ts';
import { Incoming, type IncomingPorts, type KnownCopy } from './incoming.ts';
import { Link, type LinkListener, type TransferMessage } from './link.ts';
import { Meetings } from './meetings.ts';
import { Outgoing, type OutgoingPorts } from './outgoing.ts';
import { Publisher } from './publisher.ts';
import { StoreError } from './store/store.ts';

/** Offers of one device that wait for an answer; more are declined unseen, so that nobody can bury a screen. */
const MAX_OPEN_OFFERS = 8;
/** A link on which nothing moved for this long is closed, in milliseconds: it costs both phones keep-alives. */
const IDLE_MS = 30_000;
/** Blocks of all outgoing transfers that may be in memory between file and channel: 32 MiB. */
const READ_BUDGET_BLOCKS = 32;
/** No answer for this long, in milliseconds, is called an interruption. ICE itself needs about as long. */
const SILENT_MS = 15_000;
/** From being connected to having said hello, in milliseconds: one round trip, and time for a slow phone to start. */
const GREETING_MS = 20_000;
/** A download may read from the storage for this long, in milliseconds: a person may be asked first, and cards are slow. */
const DOWNLOAD_ASK_MS = 60_000;
const DOWNLOAD_BYTES_PER_MS = 4_000;
const MAX_DOWNLOAD_MS = 10 * 60 * 1000;
/** How often silence is looked for, in milliseconds. */
const LISTEN_MS = 5_000;

type EngineMade = 'changed' | 'knownCopies' | 'wantResume' | 'relink' | 'dropLink' | 'budget';
export type EnginePorts = Omit<IncomingPorts, EngineMade> &
  Omit<OutgoingPorts, EngineMade> & {
    readonly openChannel: (end: ChannelEnd) => Channel;
    readonly post: (message: EngineMessage) => void;
    readonly newTransferId: () => TransferId;
    /** Runs `task` after `ms` milliseconds; the result cancels it. */
    readonly schedule: (task: () => void, ms: number) => () => void;
    /** One zip with all files of a saved transfer. */
    readonly zip: (key: TransferKey, entries: readonly ManifestEntry[]) => Promise<Blob>;
  };

type OpenLink = { readonly link: Link; path?: Path; cancelIdle?: () => void; readonly byHandle: Map<number, Incoming> };

export class Engine {
  readonly #ports: EnginePorts;
  readonly #outgoingPorts: OutgoingPorts;
  readonly #incomingPorts: IncomingPorts;
  readonly #links = new Map<LinkId, OpenLink>();
  readonly #outgoing = new Map<TransferKey, Outgoing>();
  readonly #incoming = new Map<TransferKey, Incoming>();
  /** Transfers whose senders shall be asked to go on, once there is a link to them. */
  readonly #toAsk = new Set<Incoming>();
  readonly #publisher: Publisher;
  readonly #meetings: Meetings;
  #lastHandle = 0;
  /** Whether a transfer that is not here was not left by an earlier visit either. */
  #knowsOutbox = false;
  #knowsCatalog = false;
  /** When bytes of a received transfer were last handed to the page: a download may still be reading them. */
  readonly #readAt = new Map<TransferKey, number>();
  /** Zips that are there or being made: the one for a second press on "Save all" is that for the first. */
  readonly #zips = new Map<TransferKey, Promise<Blob>>();
  #lastListened: number | undefined;

  constructor(ports: EnginePorts) {
    this.#ports = ports;
    this.#publisher = new Publisher(ports);
    this.#meetings = new Meetings({ schedule: ports.schedule, tryNow: (peer) => this.#meet(peer) });
    const changed = (transfer: Outgoing | Incoming) => this.#changed(transfer);
    this.#outgoingPorts = {
      ...ports,
      changed,
      budget: new Budget(READ_BUDGET_BLOCKS),
      relink: (transfer) => this.#wantLink(transfer.peer),
      dropLink: (link) => ports.post({ type: 'drop-link', link: link.id }),
    };
    this.#incomingPorts = {
      ...ports,
      changed,
      knownCopies: (peer) => this.#knownCopies(peer),
      wantResume: (transfer) => {
        this.#toAsk.add(transfer);
        this.#wantLink(transfer.peer);
      },
    };
  }

  /** Brings back what earlier visits left, and forgets what has waited too long. */
  async restore(): Promise<void> {
    const { catalog, outbox, now } = this.#ports;
    const tooOld = (record: { readonly at: number }) => record.at < now() - UNFINISHED_LIFE_MS;
    const [sent, received] = await Promise.all([outbox.all(), catalog.all()]);
    for (const record of sent ?? []) {
      if (tooOld(record)) void outbox.delete(record.key);
      else if (!this.#outgoing.has(record.key)) this.#add(Outgoing.restored(record, this.#outgoingPorts));
    }
    this.#knowsOutbox = sent !== undefined;
    for (const record of received ?? []) {
      if (this.#incoming.has(record.key)) continue;
      const incoming = Incoming.restored(record, this.#incomingPorts);
      if (record.state === 'receiving' && tooOld(record)) void this.#forget(incoming);
      else this.#add(incoming);
    }
    this.#knowsCatalog = received !== undefined;
  }

  /** Frees what no record speaks of, and shows how far interrupted transfers had come. Good to do when nobody waits. */
  async tidy(): Promise<void> {
    const { store } = this.#ports;
    await Promise.allSettled([...this.#incoming.values()].map((incoming) => incoming.showStored()));
    if (!this.#knowsCatalog) return; // without the catalog nobody knows what is an orphan
    const orphans = (await store.keys()).filter((key) => !this.#incoming.has(key));
    // Another tab may hold one of them open; then it stays.
    await Promise.allSettled(orphans.map((key) => store.delete(key)));
  }

  receive(message: PageMessage): void {
    switch (message.type) {
      case 'send':
        this.#send(message);
        return;
      case 'attach':
        this.#attach(message);
        return;
      case 'present':
        this.#meetings.setPresent(message.peers);
        return;
      case 'accept':
        this.#incoming.get(message.key)?.dispatch({ type: 'accept-pressed', files: message.files });
        return;
      case 'decline':
        this.#incoming.get(message.key)?.dispatch({ type: 'decline-pressed' });
        return;
      case 'pause':
      case 'resume':
      case 'cancel':
        this.#transfer(message.key)?.dispatch({ type: `${message.type}-pressed` });
        return;
      case 'dismiss':
        this.#dismiss(message.key);
        return;
      case 'retry':
        this.#retry(message.key);
        return;
      case 'link':
        this.#openLink(message);
        return;
      case 'link-connected':
        this.#linkConnected(message.link, message.maxMessageBytes);
        return;
      case 'link-path':
        this.#setPath(message.link, message.path);
        return;
      case 'link-lost':
        this.#links.get(message.link)?.link.lose(message.cause);
        return;
      case 'no-link':
        this.#noLink(message.peer, message.cause);
        return;
      case 'handed-over':
        this.#incoming.get(message.key)?.handOver(message.files);
        return;
      case 'read':
        void this.#read(message);
        return;
      case 'list': {
        const entries = this.#incoming.get(message.key)?.savedEntries ?? [];
        this.#ports.post({ type: 'listing', request: message.request, entries });
        return;
      }
    }
  }

  // Transfers

  #transfer(key: TransferKey): Outgoing | Incoming | undefined {
    return this.#outgoing.get(key) ?? this.#incoming.get(key);
  }

  #add(transfer: Outgoing | Incoming): void {
    if (transfer instanceof Outgoing) this.#outgoing.set(transfer.key, transfer);
    else this.#incoming.set(transfer.key, transfer);
    this.#changed(transfer);
  }

  #changed(transfer: Outgoing | Incoming): void {
    this.#publisher.changed(transfer.key, transfer.view());
    if (transfer instanceof Incoming)
      this.#publisher.offers([...this.#incoming.values()].flatMap((incoming) => incoming.offer() ?? []));
    if (transfer.link) this.#listen();
    else for (const open of this.#links.values()) if (open.link.peer === transfer.peer) this.#watchIdle(open);
  }

  #send({ to, peerName, sources }: Extract<PageMessage, { readonly type: 'send' }>): void {
    const identity = { id: this.#ports.newTransferId(), peer: to, peerName };
    this.#add(Outgoing.started(identity, sources, this.#outgoingPorts));
    this.#wantLink(to);
  }

  #attach({ request, key, sources }: Extract<PageMessage, { readonly type: 'attach' }>): void {
    const outgoing = this.#outgoing.get(key);
    const isSame = outgoing?.attach(sources) ?? false;
    this.#ports.post({ type: 'attached', request, isSame });
    if (outgoing && isSame) this.#meet(outgoing.peer);
  }

  #retry(key: TransferKey): void {
    const outgoing = this.#outgoing.get(key);
    if (!outgoing?.hasEnded || !outgoing.sources) return;
    const { peer, peerName, sources } = outgoing;
    this.#dismiss(key);
    this.#send({ type: 'send', to: peer, peerName, sources });
  }

  #dismiss(key: TransferKey): void {
    const transfer = this.#transfer(key);
    if (!transfer?.hasEnded) return;
    if (transfer instanceof Incoming) void this.#forget(transfer);
    this.#remove(key);
  }

  #remove(key: TransferKey): void {
    for (const { byHandle } of this.#links.values())
      for (const [handle, incoming] of byHandle) if (incoming.key === key) byHandle.delete(handle);
    this.#outgoing.delete(key);
    this.#incoming.delete(key);
    this.#publisher.gone(key);
  }

  async #forget(incoming: Incoming): Promise<void> {
    try {
      await incoming.forget();
      this.#freeWhenUnused(incoming);
    } catch {
      // What cannot be freed now is found again, as an orphan, on the next visit.
    }
  }

  /** Frees the storage of a transfer that was forgotten, once no download and no other transfer reads it any more. */
  #freeWhenUnused(incoming: Incoming): void {
    const readAt = this.#readAt.get(incoming.key);
    const bytes = incoming.view()?.totalBytes ?? 0;
    const downloadMs = Math.min(MAX_DOWNLOAD_MS, DOWNLOAD_ASK_MS + bytes / DOWNLOAD_BYTES_PER_MS);
    const isRead = readAt !== undefined && this.#ports.now() - readAt < downloadMs;
    const isNeeded = [...this.#incoming.values()].some((other) => other.needs(incoming.key));
    if (isRead || isNeeded) this.#ports.schedule(() => this.#freeWhenUnused(incoming), LISTEN_MS);
    else {
      this.#zips.delete(incoming.key);
      this.#readAt.delete(incoming.key);
      incoming.free().catch(() => {}); // an orphan on the next visit
    }
  }

  #knownCopies(peer: DeviceId): (entry: ManifestEntry) => Promise<KnownCopy | undefined> {
    const nameOf = ({ path, size, modified }: ManifestEntry) => JSON.stringify([path, size, modified]);
    const found = new Map<string, { readonly incoming: Incoming; readonly at: number; readonly start: number }>();
    for (const incoming of this.#incoming.values()) {
      if (incoming.peer !== peer) continue;
      const positions = packPositions(incoming.savedEntries);
      for (const [at, entry] of incoming.savedEntries.entries())
        if (entry.size > 0) found.set(nameOf(entry), { incoming, at, start: positions[at] ?? 0 });
    }
    return async (entry) => {
      const copy = found.get(nameOf(entry));
      if (!copy) return undefined;
      const { incoming, at, start } = copy;
      const read = (from: number, to: number) => this.#ports.store.read(incoming.key, start + from, start + to);
      try {
        return { key: incoming.key, root: await incoming.savedRoot(at), read };
      } catch {
        return undefined; // its digests were lost; it is received again
      }
    };
  }

  // Links

  /** Goes on with everything that waits for `peer`, over the link there is or one that the page makes. */
  #wantLink(peer: DeviceId): void {
    const open = [...this.#links.values()].find(({ link }) => link.peer === peer && link.isReady);
    if (open) this.#greet(open);
    else this.#ports.post({ type: 'want-link', peer });
  }

  /** Like `#wantLink`, if there is a reason and the device is there. */
  #meet(peer: DeviceId): void {
    const waits = [...this.#outgoing.values()].some((outgoing) => outgoing.peer === peer && outgoing.waitsForPeer);
    const asks = [...this.#toAsk].some((incoming) => incoming.peer === peer);
    if ((waits || asks) && this.#meetings.isPresent(peer)) this.#wantLink(peer);
  }

  #greet({ link, path }: OpenLink): void {
    for (const incoming of this.#toAsk) {
      if (incoming.peer !== link.peer) continue;
      this.#toAsk.delete(incoming);
      incoming.askResume(link);
    }
    for (const outgoing of this.#outgoing.values()) {
      if (outgoing.peer !== link.peer) continue;
      outgoing.met(link);
      if (!outgoing.waitsForPeer) continue;
      this.#lastHandle += 1;
      outgoing.opened(link, path, this.#lastHandle);
    }
  }

  #openLink(message: Extract<PageMessage, { readonly type: 'link' }>): void {
    const channels = {
      control: this.#ports.openChannel(message.control),
      bulk: this.#ports.openChannel(message.bulk),
    };
    const { link: id, peer, peerName } = message;
    const link = new Link({ id, peer, peerName }, channels, this.#listener);
    this.#links.set(id, { link, byHandle: new Map() });
  }

  #linkConnected(id: LinkId, maxMessageBytes: number): void {
    const link = this.#links.get(id)?.link;
    link?.connected(maxMessageBytes);
    // A page that connects and then says nothing must not hold up what waits for it.
    this.#ports.schedule(() => link?.isReady || link?.lose('unreachable'), GREETING_MS);
  }

  readonly #listener: LinkListener = {
    ready: (link) => {
      const open = this.#links.get(link.id);
      if (!open) return;
      this.#meetings.met(link.peer);
      this.#watchIdle(open);
      this.#greet(open);
    },
    control: (link, message) => this.#control(link, message),
    frame: (link, frame) => this.#frame(link, frame),
    lost: (link, cause) => this.#lost(link, cause),
  };

  #lost(link: Link, cause: Failure): void {
    this.#links.get(link.id)?.cancelIdle?.();
    this.#links.delete(link.id);
    for (const transfer of this.#on(link)) transfer.dispatch({ type: 'link-lost', cause });
    // The page may still think that it stands: then it would not make a new one.
    this.#ports.post({ type: 'drop-link', link: link.id });
    if (['protocol-violation', 'version-mismatch', 'unreachable'].includes(cause)) this.#noLink(link.peer, cause);
    else this.#meetings.parted(link.peer);
  }

  /** Transfers that run over `link`. */
  #on(link: Link): (Outgoing | Incoming)[] {
    return [...this.#outgoing.values(), ...this.#incoming.values()].filter((transfer) => transfer.link === link);
  }

  /** Transfers that wait for a link to `peer` do not get one this time. */
  #noLink(peer: DeviceId, cause: Failure): void {
    for (const outgoing of this.#outgoing.values())
      if (outgoing.peer === peer && outgoing.waitsForPeer) outgoing.dispatch({ type: 'link-lost', cause });
    this.#meetings.parted(peer);
  }

  #setPath(id: LinkId, path: Path): void {
    const open = this.#links.get(id);
    if (!open) return;
    open.path = path;
    for (const transfer of this.#on(open.link)) transfer.took(path);
  }

  #watchIdle(open: OpenLink): void {
    open.cancelIdle?.();
    const { link } = open;
    open.cancelIdle = this.#ports.schedule(() => {
      if (this.#on(link).length === 0) this.#ports.post({ type: 'idle-link', link: link.id });
    }, IDLE_MS);
  }

  /** Looks for transfers that should move and do not, as long as there are transfers on links. */
  #listen(): void {
    if (this.#lastListened !== undefined) return;
    this.#lastListened = this.#ports.now();
    this.#ports.schedule(() => {
      const now = this.#ports.now();
      // This device slept itself: the others get the chance to answer before they are called silent.
      const slept = now - (this.#lastListened ?? now) > 2 * LISTEN_MS;
      this.#lastListened = undefined;
      for (const { link } of [...this.#links.values()]) {
        for (const transfer of this.#on(link)) {
          if (slept) transfer.heard();
          transfer.checkSilence(now, SILENT_MS);
          this.#listen();
        }
      }
    }, LISTEN_MS);
  }

  // What the other side says

  #control(link: Link, message: TransferMessage): void {
    if (message.type === 'offer') {
      this.#announced(link, message);
      return;
    }
    const outgoing = this.#outgoing.get(`s-${link.peer}-${message.transfer}` as TransferKey);
    const incoming = this.#incoming.get(`r-${link.peer}-${message.transfer}` as TransferKey);
    switch (message.type) {
      // The end of a transfer and a person's wish hold wherever they are said; else only the last offer's link counts.
      case 'manifest':
        if (incoming?.link === link)
          incoming.dispatch({ type: 'manifest', first: message.first, entries: message.entries.map(fromWire) });
        return;
      case 'paused':
      case 'resumed':
        if (incoming?.link === link) incoming.dispatch({ type: `peer-${message.type}` });
        return;
      case 'cancel':
        (outgoing ?? incoming)?.dispatch({ type: 'peer-cancelled' });
        return;
      case 'fail':
        (outgoing ?? incoming)?.dispatch({ type: 'peer-failed', reason: message.reason });
        return;
      case 'resume':
        outgoing?.heard();
        if (outgoing) outgoing.askedToResume(link);
        // It is gone for good, and the receiver would wait for it in vain.
        else if (this.#knowsOutbox) link.tell({ type: 'cancel', transfer: message.transfer });
        return;
      default:
        if (outgoing && (outgoing.link === link || message.type === 'pause')) answered(outgoing, message);
    }
  }

  #announced(link: Link, offer: Extract<TransferMessage, { readonly type: 'offer' }>): void {
    const open = this.#links.get(link.id);
    if (!open) return;
    const key = `r-${link.peer}-${offer.transfer}` as TransferKey;
    const before = this.#incoming.get(key);
    const other = open.byHandle.get(offer.handle);
    const isKnown = before !== undefined && !before.isForgettable;
    if (isKnown && !offer.again && before.link !== link) return; // overtaken by a later one, on another link
    if ((other && other !== before) || (isKnown && !offer.again)) {
      link.lose('protocol-violation');
      return;
    }
    if (offer.again && !isKnown) {
      if (before) this.#remove(key); // else what is still under way of its manifest would complete it
      link.tell({ type: 'unknown', transfer: offer.transfer });
      return;
    }
    this.#watchIdle(open);
    if (isKnown) {
      open.byHandle.set(offer.handle, before);
      before.offeredAgain(link, offer.handle, open.path);
      return;
    }
    if (before) this.#remove(key);
    const waiting = [...this.#incoming.values()].filter(({ peer, isAnswered }) => peer === link.peer && !isAnswered);
    if (waiting.length >= MAX_OPEN_OFFERS) {
      link.tell({ type: 'decline', transfer: offer.transfer });
      return;
    }
    // Offers that were withdrawn or broken must not bury the screen either.
    const vain = [...this.#incoming.values()].filter((old) => old.peer === link.peer && old.hasEnded && !old.wasAgreed);
    for (const { key: old } of vain.slice(0, -MAX_OPEN_OFFERS)) this.#remove(old);
    const incoming = Incoming.announced(link, open.path, offer, this.#incomingPorts);
    this.#incoming.set(incoming.key, incoming);
    open.byHandle.set(offer.handle, incoming);
  }

  #frame(link: Link, frame: Frame): void {
    const incoming = this.#links.get(link.id)?.byHandle.get(frame.handle);
    // Frames of a transfer that has just ended here may still be under way; frames of none at all may not.
    if (!incoming) link.lose('protocol-violation');
    else if (!incoming.isAnswered) incoming.dispatch({ type: 'violated' });
    else incoming.frame(link, frame);
  }

  // What the page asks for

  async #read({
    request,
    key,
    what,
    isGlance = false,
  }: Extract<PageMessage, { readonly type: 'read' }>): Promise<void> {
    const entries = this.#incoming.get(key)?.savedEntries ?? [];
    const reply = (blob: Blob | Failure) => this.#ports.post({ type: 'blob', request, blob });
    try {
      reply(what === 'zip' ? await this.#zip(key, entries) : await this.#readFile(key, entries, what));
      if (!isGlance) this.#readAt.set(key, this.#ports.now());
    } catch (error) {
      reply(error instanceof StoreError ? error.failure : 'storage-failed');
    }
  }

  #zip(key: TransferKey, entries: readonly ManifestEntry[]): Promise<Blob> {
    const made = this.#zips.get(key) ?? this.#ports.zip(key, entries);
    this.#zips.set(key, made);
    made.catch(() => this.#zips.delete(key));
    return made;
  }

  async #readFile(key: TransferKey, entries: readonly ManifestEntry[], index: number): Promise<Blob> {
    const start = packPositions(entries)[index] ?? 0;
    return this.#ports.store.read(key, start, start + (entries[index]?.size ?? 0));
  }
}

type Answer = Exclude<
  TransferMessage,
  { readonly type: 'offer' | 'manifest' | 'paused' | 'resume' | 'resumed' | 'cancel' | 'fail' }
>;

/** What a receiver says to the sender. */
function answered(outgoing: Outgoing, message: Answer): void {
  outgoing.heard();
  switch (message.type) {
    case 'known':
      outgoing.dispatch({ type: 'known', files: message.files });
      return;
    case 'accept':
      outgoing.dispatch({ type: 'accepted', files: message.files, have: message.have });
      return;
    case 'decline':
      outgoing.dispatch({ type: 'declined' });
      return;
    case 'unknown':
      outgoing.dispatch({ type: 'unknown' });
      return;
    case 'pause':
      outgoing.dispatch({ type: 'peer-paused' });
      return;
    case 'stored':
      outgoing.dispatch({ type: 'stored', bytes: message.bytes });
      return;
    case 'complete':
      outgoing.completed(message.digest);
      return;
  }
}
