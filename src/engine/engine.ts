/**
 * The transfer engine: which transfers there are, and what the page is told. It performs nothing itself: `Outgoing` and
 * `Incoming` do, over the links of `Connections`, through the ports given here.
 */
import type { TransferId } from '../protocol/peer.ts';
import type { DeviceId } from '../protocol/signaling.ts';
import { type Age, leftUnfinished, newAge, older } from '../transfer/keeping.ts';
import type { OfferView, TransferKey } from '../transfer/view.ts';
import { Acquaintances } from './acquaintances.ts';
import { Antechamber } from './antechamber.ts';
import type { EngineMessage, PageMessage } from './api/api.ts';
import { Budget } from './blocks/budget.ts';
import { Connections, type ConnectionsPorts } from './connections.ts';
import { Incoming, type IncomingPorts } from './incoming/incoming.ts';
import { Outgoing, type OutgoingPorts } from './outgoing/outgoing.ts';
import { PeerMessages } from './peer-messages.ts';
import { Publisher } from './publisher.ts';
import { Pulse } from './pulse.ts';
import type { SentRecord } from './records/catalog.ts';
import { SavedFiles, type SavedFilesPorts } from './saved-files.ts';
import { Silence } from './silence.ts';
import { Transfers } from './transfers.ts';
import { Trash } from './trash.ts';

/** Blocks of all outgoing transfers that may be in memory between file and channel: 32 MiB. */
const READ_BUDGET_BLOCKS = 32;

type EngineMade = 'changed' | 'knownCopies' | 'wantResume' | 'relink' | 'dropLink' | 'tellLater' | 'budget';
export type EnginePorts = Omit<IncomingPorts, EngineMade> &
  Omit<OutgoingPorts, EngineMade> &
  Omit<ConnectionsPorts, 'control' | 'frame' | 'isKnown'> &
  Pick<SavedFilesPorts, 'zip'> & {
    readonly post: (message: EngineMessage) => void;
    readonly newTransferId: () => TransferId;
    /** Runs `task` after `ms` milliseconds; the result cancels it. */
    readonly schedule: (task: () => void, ms: number) => () => void;
  };

type Question = { readonly request: number; readonly key: TransferKey };

export class Engine {
  readonly #ports: EnginePorts;
  readonly #outgoingPorts: OutgoingPorts;
  readonly #incomingPorts: IncomingPorts;
  readonly #transfers = new Transfers();
  readonly #connections: Connections;
  readonly #files: SavedFiles;
  readonly #trash: Trash;
  readonly #silence: Silence;
  readonly #pulse: Pulse;
  readonly #publisher: Publisher;
  readonly #acquaintances: Acquaintances;
  readonly #antechamber: Antechamber;
  /** Whether a transfer that is not here was not left by an earlier visit either. */
  #knowsOutbox = false;
  #knowsCatalog = false;

  constructor(ports: EnginePorts) {
    this.#ports = ports;
    this.#publisher = new Publisher(ports);
    this.#acquaintances = new Acquaintances((peers) => ports.post({ type: 'known', peers }));
    this.#files = new SavedFiles(this.#transfers, ports);
    this.#trash = new Trash(this.#transfers, { ...ports, purge: (transfer) => this.#forget(transfer) });
    const isKnown = (peer: DeviceId) => this.#acquaintances.has(peer);
    this.#antechamber = new Antechamber({ ...ports, isKnown });
    this.#connections = new Connections(this.#transfers, {
      ...ports,
      isKnown,
      control: (link, message) => said.control(link, message),
      frame: (link, frame) => said.frame(link, frame),
    });
    this.#silence = new Silence({
      ...ports,
      running: () => this.#connections.all.flatMap(({ link }) => this.#transfers.on(link)),
    });
    this.#pulse = new Pulse({ ...ports, all: () => this.#transfers.all });
    const changed = (transfer: Outgoing | Incoming) => this.#changed(transfer);
    this.#outgoingPorts = {
      ...ports,
      changed,
      budget: new Budget(READ_BUDGET_BLOCKS),
      relink: (transfer) => this.#connections.wantLink(transfer.peer),
      dropLink: (link) => ports.post({ type: 'drop-link', link: link.id }),
      tellLater: (transfer) => this.#connections.meet(transfer.peer),
    };
    this.#incomingPorts = {
      ...ports,
      changed,
      knownCopies: (of) => this.#files.knownCopies(of),
      wantResume: (transfer) => this.#connections.wantResume(transfer),
    };
    const said = new PeerMessages({
      transfers: this.#transfers,
      connections: this.#connections,
      antechamber: this.#antechamber,
      incoming: this.#incomingPorts,
      knowsOutbox: () => this.#knowsOutbox,
      remove: (key) => this.#remove(key),
    });
  }

  /** Brings back what earlier visits left, and forgets what has waited too long. */
  async restore(): Promise<void> {
    const { catalog, outbox, now } = this.#ports;
    // Counted by visits: by the clock alone, one that is put right would end everything that is unfinished.
    const ageOf = (record: { readonly age?: Age }) => (record.age ? older(record.age, now()) : newAge(now()));
    const [sent, received] = await Promise.all([outbox.all(), catalog.all()]);
    for (const record of sent ?? []) {
      if (this.#transfers.outgoing.has(record.key)) continue;
      const aged = { ...record, age: ageOf(record) };
      void (leftUnfinished(aged.age) === 0 ? outbox.delete(record.key) : outbox.put(aged));
      if (leftUnfinished(aged.age) > 0) this.#restoreSent(aged);
    }
    this.#knowsOutbox = sent !== undefined;
    for (const record of received ?? []) {
      if (this.#transfers.incoming.has(record.key)) continue;
      const aged = record.state === 'receiving' ? { ...record, age: ageOf(record) } : record;
      const incoming = Incoming.restored(aged, this.#incomingPorts);
      if (aged.state === 'receiving' && leftUnfinished(aged.age) === 0) {
        void this.#files.forget(incoming);
        continue;
      }
      this.#add(incoming);
      if (aged.state === 'receiving') void catalog.put(aged);
    }
    this.#knowsCatalog = received !== undefined;
    this.#trash.look();
  }

  /** Frees what no record speaks of, and shows how far interrupted transfers had come. Good to do when nobody waits. */
  async tidy(): Promise<void> {
    const { store } = this.#ports;
    const { incoming } = this.#transfers;
    await Promise.allSettled([...incoming.values()].map((transfer) => transfer.showStored()));
    if (!this.#knowsCatalog) return; // without the catalog nobody knows what is an orphan
    const orphans = (await store.keys()).filter((key) => !incoming.has(key) && !this.#files.isZip(key));
    // Another tab may hold one of them open; then it stays.
    await Promise.allSettled(orphans.map((key) => store.delete(key)));
  }

  receive(message: PageMessage): void {
    switch (message.type) {
      case 'send':
        this.#send(message);
        return;
      case 'attach':
        void this.#attach(message);
        return;
      case 'handles':
        this.#tellHandles(message);
        return;
      case 'reopen':
        void this.#reopen(message);
        return;
      case 'present':
        this.#connections.setPresent(message.peers);
        return;
      case 'noticed':
        this.#transfers.incoming.get(message.key)?.dispatch({ type: 'noticed', attention: message.attention });
        return;
      case 'accept':
        this.#transfers.incoming.get(message.key)?.dispatch({ type: 'accept-pressed', files: message.files });
        return;
      case 'decline':
        this.#transfers.incoming.get(message.key)?.dispatch({ type: 'decline-pressed' });
        return;
      case 'pause':
      case 'resume':
      case 'cancel':
        this.#transfers.get(message.key)?.dispatch({ type: `${message.type}-pressed` });
        return;
      case 'hide':
        this.#hide(message.key);
        return;
      case 'delete':
        this.#transfers.incoming.get(message.key)?.mark({ type: 'deleted', now: this.#ports.now() });
        this.#trash.look();
        return;
      case 'restore':
        this.#transfers.incoming.get(message.key)?.mark({ type: 'restored' });
        return;
      case 'purge':
        this.#purge(message.key);
        return;
      case 'retry':
        this.#retry(message.key);
        return;
      case 'link':
        this.#connections.open(message);
        return;
      case 'lane':
        this.#connections.addLane(message);
        return;
      case 'lane-signal':
        this.#connections.get(message.link)?.link.tell({ type: 'lane', lane: message.lane, signal: message.signal });
        return;
      case 'link-connected':
        this.#connections.connected(message);
        return;
      case 'link-path':
        this.#connections.setPath(message.link, message.path);
        return;
      case 'link-lost':
        this.#connections.get(message.link)?.link.lose(message.cause);
        return;
      case 'no-link':
        this.#connections.noLink(message.peer, message.cause);
        return;
      case 'link-held':
        this.#connections.held(message.peer);
        return;
      case 'handed-over':
      case 'elsewhere':
        this.#transfers.incoming.get(message.key)?.mark({ type: message.type, files: message.files });
        return;
      case 'read':
        void this.#files.read(message);
        return;
      case 'list':
        this.#files.list(message);
        return;
    }
  }

  #add(transfer: Outgoing | Incoming): void {
    if (transfer instanceof Outgoing) this.#transfers.outgoing.set(transfer.key, transfer);
    else this.#transfers.incoming.set(transfer.key, transfer);
    this.#changed(transfer);
  }

  #changed(transfer: Outgoing | Incoming): void {
    this.#acquaintances.note(transfer);
    // What still ends behind one that was taken off the table must not bring it back.
    const isListed = this.#transfers.get(transfer.key) === transfer;
    if (isListed) this.#publisher.changed(transfer.key, transfer.view());
    if (transfer instanceof Incoming) {
      this.#antechamber.note(transfer);
      this.#publisher.offers([...this.#transfers.incoming.values()].flatMap((incoming) => this.#offerOf(incoming)));
    }
    if (transfer.asksPerson) this.#pulse.watch();
    if (transfer.link) this.#silence.listen();
    else
      for (const open of this.#connections.all) if (open.link.peer === transfer.peer) this.#connections.watchIdle(open);
  }

  #offerOf(incoming: Incoming): readonly OfferView[] {
    const offer = incoming.offer();
    if (offer === undefined) return [];
    const isKnown = this.#acquaintances.has(offer.peer);
    return [{ ...offer, isKnown, ...(this.#antechamber.standsAside(offer.peer) && { standsAside: true }) }];
  }

  #send({ to, peerName, sources }: Extract<PageMessage, { readonly type: 'send' }>): void {
    const identity = { id: this.#ports.newTransferId(), peer: to, peerName };
    this.#add(Outgoing.started(identity, sources, this.#outgoingPorts));
    this.#connections.wantLink(to);
  }

  async #attach({ request, key, sources }: Extract<PageMessage, { readonly type: 'attach' }>): Promise<void> {
    const outgoing = this.#transfers.outgoing.get(key);
    this.#attached(request, outgoing, (await outgoing?.attach(sources)) ?? false);
  }

  async #reopen({ request, key }: Question): Promise<void> {
    const outgoing = this.#transfers.outgoing.get(key);
    this.#attached(request, outgoing, (await outgoing?.reopen()) ?? false);
  }

  #attached(request: number, outgoing: Outgoing | undefined, isNews: boolean): void {
    const isSame = outgoing?.sources !== undefined;
    this.#ports.post({ type: 'attached', request, isSame, isNews });
    if (outgoing && isSame) this.#connections.meet(outgoing.peer);
  }

  #tellHandles({ request, key }: Question): void {
    this.#ports.post({ type: 'handles', request, handles: this.#transfers.outgoing.get(key)?.handles ?? [] });
  }

  /** A transfer of an earlier visit goes on by itself where the browser still lets us read its files. */
  #restoreSent(record: SentRecord): void {
    const outgoing = Outgoing.restored(record, this.#outgoingPorts);
    this.#add(outgoing);
    void outgoing.reopen().then(() => outgoing.sources && this.#connections.meet(outgoing.peer));
  }

  #retry(key: TransferKey): void {
    const outgoing = this.#transfers.outgoing.get(key);
    if (!outgoing?.hasEnded || !outgoing.sources) return;
    const { peer, peerName, sources } = outgoing;
    this.#hide(key);
    this.#send({ type: 'send', to: peer, peerName, sources });
  }

  /** Takes what has ended off the list. What was saved stays: hiding loses nothing. */
  #hide(key: TransferKey): void {
    const transfer = this.#transfers.get(key);
    if (!transfer?.hasEnded) return;
    if (!(transfer instanceof Incoming)) this.#remove(key);
    else if (transfer.isSaved) transfer.mark({ type: 'hidden' });
    else this.#forget(transfer);
  }

  /** Only out of the trash. */
  #purge(key: TransferKey): void {
    const incoming = this.#transfers.incoming.get(key);
    if (incoming?.deleted) this.#forget(incoming);
  }

  #forget(incoming: Incoming): void {
    void this.#files.forget(incoming);
    this.#remove(incoming.key);
  }

  #remove(key: TransferKey): void {
    this.#connections.forget(key);
    this.#transfers.delete(key);
    this.#publisher.gone(key);
  }
}
