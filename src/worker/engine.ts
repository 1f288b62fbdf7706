/**
 * The transfer engine: which transfers there are, over which links they run, and what the page is told. It performs
 * nothing itself; `Outgoing` and `Incoming` do, through the ports given here.
 */
import type { Failure } from '../protocol/failure.ts';
import type { Frame } from '../protocol/frame.ts';
import type { ManifestEntry, TransferId } from '../protocol/peer.ts';
import type { DeviceId } from '../protocol/signaling.ts';
import { fromWire } from '../transfer/manifest.ts';
import type { Path, TransferKey } from '../transfer/view.ts';
import type { ChannelEnd, EngineMessage, LinkId, PageMessage } from './api.ts';
import type { Channel } from './channel.ts';
import { Incoming, type IncomingPorts } from './incoming.ts';
import { Link, type LinkListener, type TransferMessage } from './link.ts';
import { Outgoing, type OutgoingPorts } from './outgoing.ts';
import { Publisher } from './publisher.ts';

/** Offers of one device that wait for an answer; more are declined unseen, so that nobody can bury a screen. */
const MAX_OPEN_OFFERS = 8;
/** A link on which nothing moved for this long is closed, in milliseconds: it costs both phones keep-alives. */
const IDLE_MS = 30_000;

export type EnginePorts = Omit<IncomingPorts, 'changed'> &
  Omit<OutgoingPorts, 'changed'> & {
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
  readonly #links = new Map<LinkId, OpenLink>();
  readonly #outgoing = new Map<TransferKey, Outgoing>();
  readonly #incoming = new Map<TransferKey, Incoming>();
  readonly #publisher: Publisher;
  #lastHandle = 0;

  constructor(ports: EnginePorts) {
    this.#ports = ports;
    this.#publisher = new Publisher(ports);
  }

  /** Brings back what earlier visits received, and frees what no record speaks of. */
  async restore(): Promise<void> {
    const records = await this.#ports.catalog.all();
    if (records === undefined) return; // without the catalog nobody knows what is an orphan
    const kept = new Set(records.map(({ key }) => key));
    for (const record of records) {
      const incoming = Incoming.restored(record, this.#incomingPorts);
      this.#incoming.set(incoming.key, incoming);
      this.#changed(incoming);
    }
    const orphans = (await this.#ports.store.keys()).filter((key) => !kept.has(key) && !this.#incoming.has(key));
    // Another tab may hold one of them open; then it stays.
    await Promise.allSettled(orphans.map((key) => this.#ports.store.delete(key)));
  }

  receive(message: PageMessage): void {
    switch (message.type) {
      case 'send':
        this.#send(message);
        return;
      case 'accept':
        this.#incoming.get(message.key)?.dispatch({ type: 'accept-pressed', files: message.files });
        return;
      case 'decline':
        this.#incoming.get(message.key)?.dispatch({ type: 'decline-pressed' });
        return;
      case 'cancel':
        this.#transfer(message.key)?.dispatch({ type: 'cancel-pressed' });
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
        this.#links.get(message.link)?.link.connected(message.maxMessageBytes);
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

  get #incomingPorts(): IncomingPorts {
    return { ...this.#ports, changed: (transfer) => this.#changed(transfer) };
  }

  get #outgoingPorts(): OutgoingPorts {
    return { ...this.#ports, changed: (transfer) => this.#changed(transfer) };
  }

  #transfer(key: TransferKey): Outgoing | Incoming | undefined {
    return this.#outgoing.get(key) ?? this.#incoming.get(key);
  }

  #changed(transfer: Outgoing | Incoming): void {
    this.#publisher.changed(transfer.key, transfer.view());
    if (transfer instanceof Incoming) this.#publishOffers();
    if (transfer.hasEnded) for (const open of this.#links.values()) this.#watchIdle(open);
  }

  #publishOffers(): void {
    this.#publisher.offers([...this.#incoming.values()].flatMap((incoming) => incoming.offer() ?? []));
  }

  #send({ to, peerName, sources }: Extract<PageMessage, { readonly type: 'send' }>): void {
    this.#lastHandle += 1;
    const identity = { id: this.#ports.newTransferId(), handle: this.#lastHandle, peer: to, peerName };
    const outgoing = new Outgoing(identity, sources, this.#outgoingPorts);
    this.#outgoing.set(outgoing.key, outgoing);
    this.#changed(outgoing);
    const open = [...this.#links.values()].find(({ link }) => link.peer === to && link.isReady);
    if (!open) {
      this.#ports.post({ type: 'want-link', peer: to });
      return;
    }
    this.#watchIdle(open);
    outgoing.opened(open.link, open.path);
  }

  #retry(key: TransferKey): void {
    const outgoing = this.#outgoing.get(key);
    if (!outgoing?.hasEnded) return;
    this.#dismiss(key);
    this.#send({ type: 'send', to: outgoing.peer, peerName: outgoing.peerName, sources: outgoing.sources });
  }

  #dismiss(key: TransferKey): void {
    if (!this.#transfer(key)?.hasEnded) return;
    // A storage that cannot be freed now is found again, as an orphan, on the next visit.
    this.#incoming
      .get(key)
      ?.forget()
      .catch(() => {});
    this.#outgoing.delete(key);
    this.#incoming.delete(key);
    this.#publisher.gone(key);
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

  readonly #listener: LinkListener = {
    ready: (link) => {
      const open = this.#links.get(link.id);
      if (!open) return;
      this.#watchIdle(open);
      for (const outgoing of this.#outgoing.values())
        if (outgoing.peer === link.peer && outgoing.waitsForLink) outgoing.opened(link, open.path);
    },
    control: (link, message) => this.#control(link, message),
    frame: (link, frame) => this.#frame(link, frame),
    lost: (link, cause) => this.#lost(link, cause),
  };

  #lost(link: Link, cause: Failure): void {
    this.#links.get(link.id)?.cancelIdle?.();
    this.#links.delete(link.id);
    for (const transfer of this.#on(link)) transfer.dispatch({ type: 'link-lost', cause });
    if (cause !== 'protocol-violation' && cause !== 'version-mismatch') return;
    this.#ports.post({ type: 'drop-link', link: link.id });
    this.#noLink(link.peer, cause);
  }

  /** Transfers that run over `link`. */
  #on(link: Link): (Outgoing | Incoming)[] {
    return [...this.#outgoing.values(), ...this.#incoming.values()].filter((transfer) => transfer.link === link);
  }

  /** Transfers that wait for a link to `peer` will not get one. */
  #noLink(peer: DeviceId, cause: Failure): void {
    for (const outgoing of this.#outgoing.values())
      if (outgoing.peer === peer && outgoing.waitsForLink) outgoing.dispatch({ type: 'link-lost', cause });
  }

  #control(link: Link, message: TransferMessage): void {
    if (message.type === 'offer') {
      this.#announced(link, message);
      return;
    }
    const outgoing = this.#outgoing.get(`s-${link.peer}-${message.transfer}` as TransferKey);
    const incoming = this.#incoming.get(`r-${link.peer}-${message.transfer}` as TransferKey);
    switch (message.type) {
      case 'manifest':
        incoming?.dispatch({ type: 'manifest', first: message.first, entries: message.entries.map(fromWire) });
        return;
      case 'accept':
        outgoing?.dispatch({ type: 'accepted', files: message.files });
        return;
      case 'decline':
        outgoing?.dispatch({ type: 'declined' });
        return;
      case 'stored':
        outgoing?.dispatch({ type: 'stored', bytes: message.bytes });
        return;
      case 'complete':
        void outgoing?.completed(message.digest);
        return;
      case 'cancel':
        (outgoing ?? incoming)?.dispatch({ type: 'peer-cancelled' });
        return;
      case 'fail':
        (outgoing ?? incoming)?.dispatch({ type: 'peer-failed', reason: message.reason });
        return;
    }
  }

  #announced(link: Link, offer: Extract<TransferMessage, { readonly type: 'offer' }>): void {
    const open = this.#links.get(link.id);
    if (!open) return;
    const waiting = [...this.#incoming.values()].filter(({ peer, isAnswered }) => peer === link.peer && !isAnswered);
    const incoming = Incoming.announced(link, open.path, offer, this.#incomingPorts);
    if (this.#incoming.has(incoming.key) || open.byHandle.has(offer.handle)) {
      link.lose('protocol-violation');
      return;
    }
    if (waiting.length >= MAX_OPEN_OFFERS) {
      link.tell({ type: 'decline', transfer: offer.transfer });
      return;
    }
    this.#incoming.set(incoming.key, incoming);
    open.byHandle.set(offer.handle, incoming);
    this.#watchIdle(open);
  }

  #frame(link: Link, frame: Frame): void {
    const incoming = this.#links.get(link.id)?.byHandle.get(frame.handle);
    // Frames of a transfer that has just ended here may still be under way; frames of none at all may not.
    if (!incoming) link.lose('protocol-violation');
    else if (!incoming.isAnswered) incoming.dispatch({ type: 'violated' });
    else incoming.frame(frame);
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

  async #read({ request, key, what }: Extract<PageMessage, { readonly type: 'read' }>): Promise<void> {
    const entries = this.#incoming.get(key)?.savedEntries ?? [];
    const reply = (blob: Blob | Failure) => this.#ports.post({ type: 'blob', request, blob });
    try {
      reply(what === 'zip' ? await this.#ports.zip(key, entries) : await this.#readFile(key, entries, what));
    } catch (error) {
      reply(error instanceof Error && 'failure' in error ? (error.failure as Failure) : 'storage-failed');
    }
  }

  async #readFile(key: TransferKey, entries: readonly ManifestEntry[], index: number): Promise<Blob> {
    const start = entries.slice(0, index).reduce((sum, { size }) => sum + size, 0);
    return this.#ports.store.read(key, start, start + (entries[index]?.size ?? 0));
  }
}
