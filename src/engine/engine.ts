/**
 * The transfer engine: puts its parts together, passes the page's messages to them, and tells the page what changed. It
 * performs nothing itself. `README.md` has a map.
 */
import type { TransferId } from '../protocol/peer.ts';
import type { DeviceId } from '../protocol/signaling.ts';
import type { OfferView, TransferKey } from '../transfer/view.ts';
import { Acquaintances } from './acquaintances.ts';
import { Antechamber } from './antechamber.ts';
import type { EngineMessage, PageMessage, PersonMessage } from './api/api.ts';
import { Budget } from './blocks/budget.ts';
import { Comparing, type ComparingPorts } from './compare/comparing.ts';
import { Connections, type ConnectionsPorts } from './connections.ts';
import { EarlierVisits } from './earlier-visits.ts';
import { Incoming, type IncomingPorts } from './incoming/incoming.ts';
import { Groups } from './link/groups.ts';
import { Outgoing, type OutgoingPorts } from './outgoing/outgoing.ts';
import { Sends } from './outgoing/sends.ts';
import { PeerMessages } from './peer-messages.ts';
import { Publisher } from './publisher.ts';
import { Pulse } from './pulse.ts';
import { Regard } from './regard.ts';
import { SavedFiles, type SavedFilesPorts } from './saved-files.ts';
import { Silence } from './silence.ts';
import { Transfers } from './transfers.ts';
import { Trash } from './trash.ts';
import { Passing } from './words/passing.ts';

/** Bytes of all outgoing transfers that may be in memory between file and channel: enough for ten that read ahead. */
const READ_BUDGET_BYTES = 32 * 1024 * 1024;

type EngineMade =
  | 'changed'
  | 'progressed'
  | 'knownCopies'
  | 'wantResume'
  | 'relink'
  | 'dropLink'
  | 'tellLater'
  | 'budget';
export type EnginePorts = Omit<IncomingPorts, EngineMade> &
  Omit<OutgoingPorts, EngineMade> &
  Omit<ConnectionsPorts, 'control' | 'groups' | 'regard' | 'comparing' | 'passing'> &
  Pick<ComparingPorts, 'newNonce'> &
  Pick<SavedFilesPorts, 'zip'> & {
    readonly post: (message: EngineMessage) => void;
    readonly newTransferId: () => TransferId;
    readonly randomBytes: (count: number) => Uint8Array;
    /** Runs `task` after `ms` milliseconds; call the result to cancel it. */
    readonly schedule: (task: () => void, ms: number) => () => void;
  };

export class Engine {
  readonly #ports: EnginePorts;
  readonly #transfers = new Transfers();
  readonly #publisher: Publisher;
  readonly #acquaintances: Acquaintances;
  readonly #groups: Groups;
  readonly #regard: Regard;
  readonly #antechamber: Antechamber;
  readonly #files: SavedFiles;
  readonly #trash: Trash;
  readonly #comparing: Comparing;
  readonly #passing: Passing;
  readonly #connections: Connections;
  readonly #sends: Sends;
  readonly #earlier: EarlierVisits;
  readonly #silence: Silence;
  readonly #pulse: Pulse;

  /**
   * Each part is made of those before it. What a part needs from a later one it asks of the engine, which is complete
   * by then.
   */
  constructor(ports: EnginePorts) {
    this.#ports = ports;
    const transfers = this.#transfers;
    const remove = (key: TransferKey) => this.#remove(key);
    const isKnown = (peer: DeviceId) => this.#regard.isKnown(peer);
    this.#publisher = new Publisher(ports);
    this.#acquaintances = new Acquaintances((peers) => ports.post({ type: 'known', peers }));
    const groups = new Groups(ports.randomBytes);
    this.#groups = groups;
    this.#regard = new Regard((peer) => this.#acquaintances.has(peer), groups);
    this.#antechamber = new Antechamber({ ...ports, isKnown });
    this.#files = new SavedFiles(transfers, ports);
    this.#trash = new Trash(transfers, { ...ports, purge: (transfer) => this.#forget(transfer) });
    const incoming = this.#incomingPorts();
    this.#earlier = new EarlierVisits({
      ...ports,
      transfers,
      incoming,
      files: this.#files,
      sent: (record) => this.#sends.restored(record),
      received: (transfer) => this.#add(transfer),
    });
    const knowsOutbox = () => this.#earlier.knowsOutbox;
    const antechamber = this.#antechamber;
    const said = new PeerMessages({ transfers, antechamber, regard: this.#regard, incoming, knowsOutbox, remove });
    this.#comparing = new Comparing({
      ...ports,
      isKnown,
      hears: (peer) => this.#regard.hears(peer, false),
      wantLink: (peer) => this.#connections.wantLink(peer),
      ended: (peer) => this.#connections.watchIdle(peer),
    });
    this.#passing = new Passing({
      ...ports,
      wantLink: (peer) => this.#connections.wantLink(peer),
      hears: (peer, isInvited) => this.#regard.hears(peer, isInvited),
    });
    this.#connections = new Connections(transfers, {
      ...ports,
      regard: this.#regard,
      groups,
      comparing: this.#comparing,
      passing: this.#passing,
      control: (open, message) => said.control(open, message),
    });
    this.#sends = new Sends({
      ...ports,
      outgoing: this.#outgoingPorts(),
      get: (key) => transfers.outgoing.get(key),
      add: (transfer) => this.#add(transfer),
      hide: (key) => this.#hide(key),
      wantLink: (peer) => this.#connections.wantLink(peer),
      meet: (peer) => this.#connections.meet(peer),
    });
    this.#silence = new Silence({
      ...ports,
      running: () => this.#connections.all.flatMap(({ link }) => transfers.on(link)),
    });
    this.#pulse = new Pulse({ ...ports, all: () => transfers.all });
  }

  #incomingPorts(): IncomingPorts {
    return {
      ...this.#ports,
      changed: (transfer) => this.#changed(transfer),
      progressed: (transfer) => this.#progressed(transfer),
      knownCopies: (of) => this.#files.knownCopies(of),
      wantResume: (transfer) => this.#connections.wantResume(transfer),
    };
  }

  #outgoingPorts(): OutgoingPorts {
    return {
      ...this.#ports,
      changed: (transfer) => this.#changed(transfer),
      progressed: (transfer) => this.#progressed(transfer),
      budget: new Budget(READ_BUDGET_BYTES),
      relink: (transfer) => this.#connections.wantLink(transfer.peer),
      dropLink: (link) => this.#ports.post({ type: 'drop-link', link: link.id }),
      tellLater: (transfer) => this.#connections.meet(transfer.peer),
    };
  }

  /** Restores what earlier visits left, and forgets what has waited too long. */
  async restore(): Promise<void> {
    await this.#earlier.restore();
    this.#trash.look();
  }

  /** Frees what no record mentions, and shows how far interrupted transfers had come. Best called when nobody waits. */
  tidy(): Promise<void> {
    return this.#earlier.tidy();
  }

  receive(message: PageMessage): void {
    switch (message.type) {
      case 'own':
        this.#connections.own(message.secret);
        return;
      case 'regard':
        this.#regard.told(message);
        this.#showOffers();
        return;
      case 'groups':
        this.#groups.told(message);
        this.#connections.groupsChanged();
        return;
      case 'send':
      case 'retry':
      case 'picture':
      case 'attach':
      case 'handles':
      case 'reopen':
        this.#sends.receive(message);
        return;
      case 'present':
      case 'link':
      case 'lane':
      case 'lane-signal':
      case 'link-connected':
      case 'link-path':
      case 'link-lost':
      case 'no-link':
      case 'link-held':
        this.#connections.receive(message);
        return;
      case 'compare':
        this.#comparing.begin(message.peer, message.peerName);
        return;
      case 'compared':
        this.#comparing.judge(message.peer, message.verdict);
        return;
      case 'pass':
        this.#passing.pass(message.peer, message.message);
        return;
      case 'meet':
        this.#passing.meet(message.peer);
        return;
      case 'read':
      case 'stop-reading':
      case 'list':
        this.#files.receive(message);
        return;
      default:
        this.#pressed(message);
    }
  }

  #pressed(message: PersonMessage): void {
    const { key } = message;
    const incoming = this.#transfers.incoming.get(key);
    switch (message.type) {
      case 'noticed':
        incoming?.dispatch({ type: 'noticed', attention: message.attention });
        return;
      case 'look':
        incoming?.dispatch({ type: 'look-asked' });
        return;
      case 'accept':
        if (message.isUnasked) incoming?.markUnasked();
        incoming?.dispatch({ type: 'accept-pressed', files: message.files });
        return;
      case 'decline':
        incoming?.dispatch({ type: 'decline-pressed' });
        return;
      case 'resume':
        this.#connections.resume(this.#transfers.get(key));
        return;
      case 'pause':
      case 'cancel':
        this.#transfers.get(key)?.dispatch({ type: `${message.type}-pressed` });
        return;
      case 'hide':
        this.#hide(key);
        return;
      case 'delete':
        incoming?.mark({ type: 'deleted', now: this.#ports.now() });
        this.#trash.look();
        return;
      case 'restore':
        incoming?.mark({ type: 'restored' });
        return;
      case 'purge':
        if (incoming?.deleted) this.#forget(incoming); // only out of the trash
        return;
      case 'handed-over':
      case 'elsewhere':
        incoming?.mark({ type: message.type, files: message.files });
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
    if (this.#isListed(transfer)) this.#publisher.changed(transfer);
    if (transfer instanceof Incoming) {
      this.#antechamber.note(transfer);
      if (transfer.hasEnded && !transfer.wasAgreed) this.#clear(transfer.peer);
      this.#showOffers();
    }
    if (transfer.asksPerson) this.#pulse.watch();
    if (transfer.link) this.#silence.listen();
    else this.#connections.watchIdle(transfer.peer);
  }

  #clear(peer: DeviceId): void {
    const { incoming } = this.#transfers;
    for (const { key } of this.#antechamber.surplusOf(peer, incoming.values())) this.#remove(key);
  }

  #showOffers(): void {
    this.#publisher.offers([...this.#transfers.incoming.values()].flatMap((incoming) => this.#offerOf(incoming)));
  }

  #progressed(transfer: Outgoing | Incoming): void {
    if (this.#isListed(transfer)) this.#publisher.progressed(transfer);
  }

  /** A transfer that is still ending after its removal from the table must not come back. */
  #isListed(transfer: Outgoing | Incoming): boolean {
    return this.#transfers.get(transfer.key) === transfer;
  }

  #offerOf(incoming: Incoming): readonly OfferView[] {
    const offer = incoming.offer();
    if (offer === undefined) return [];
    const isKnown = this.#regard.isKnown(offer.peer);
    return [{ ...offer, isKnown, ...(this.#antechamber.standsAside(offer.peer) && { standsAside: true }) }];
  }

  /** Removes an ended transfer from the list. Saved files stay: hiding loses nothing. */
  #hide(key: TransferKey): void {
    const transfer = this.#transfers.get(key);
    if (!transfer?.hasEnded) return;
    if (!(transfer instanceof Incoming)) this.#remove(key);
    else if (transfer.isSaved) transfer.mark({ type: 'hidden' });
    else this.#forget(transfer);
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
