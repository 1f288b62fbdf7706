/** The links to other devices: which exist, what runs over them, and when they are no longer needed. */
import { type Failure, isProofFailure } from '../protocol/failure.ts';
import type { SecretKey } from '../protocol/keys.ts';
import type { DeviceId } from '../protocol/signaling.ts';
import type { Path, TransferKey } from '../transfer/view.ts';
import type { ChannelEnd, EngineMessage, LinkId, LinkMessage } from './api/api.ts';
import { type Channel, CONTROL_LOW_WATER_BYTES, LOW_WATER_BYTES } from './api/channel.ts';
import type { Comparing } from './compare/comparing.ts';
import type { Incoming } from './incoming/incoming.ts';
import type { Groups } from './link/groups.ts';
import { Link, type LinkListener, type TransferMessage } from './link/link.ts';
import { Meetings } from './meetings.ts';
import { OpenLink, type OpenLinkPorts } from './open-link.ts';
import type { Outgoing } from './outgoing/outgoing.ts';
import type { Regard } from './regard.ts';
import type { Transfers } from './transfers.ts';
import type { Passing } from './words/passing.ts';

/** A link on which nothing moved for this long is closed, in milliseconds: it costs both phones keep-alives. */
const IDLE_MS = 30_000;
/**
 * A stranger's link is closed sooner, in milliseconds: an honest caller has something to offer, and says so at once.
 */
const STRANGER_IDLE_MS = 10_000;
/** From the connection to the hello, in milliseconds: one round trip, and time for a slow phone to start. */
const GREETING_MS = 20_000;
const STRANGER_GREETING_MS = 10_000;

/** After these another link now would fare no better. */
const ENDS_A_TRY: readonly Failure[] = ['protocol-violation', 'version-mismatch', 'no-path', 'unproven', 'no-proof'];

export type ConnectionsPorts = {
  readonly openChannel: (end: ChannelEnd, lowWaterBytes: number) => Channel;
  readonly post: (message: EngineMessage) => void;
  readonly schedule: (task: () => void, ms: number) => () => void;
  /** Handles a message about a transfer; true when a transfer here can use it. */
  readonly control: (open: OpenLink, message: TransferMessage) => boolean;
  /** Milliseconds on a monotonic clock. */
  readonly elapsed: () => number;
  readonly regard: Pick<Regard, 'isKnown' | 'keyOf'>;
  readonly groups: Groups;
  readonly comparing: Pick<Comparing, 'isOn' | 'waitsFor' | 'met' | 'told' | 'parted' | 'noLink'>;
  readonly passing: Pick<Passing, 'waitsFor' | 'met' | 'noLink' | 'told'>;
};

export class Connections {
  readonly #ports: ConnectionsPorts;
  readonly #transfers: Transfers;
  readonly #links = new Map<LinkId, OpenLink>();
  readonly #meetings: Meetings;
  /** Transfers whose senders are to be asked to go on, once there is a link to them. */
  readonly #toAsk = new Set<Incoming>();
  #lastHandle = 0;
  #secret: SecretKey | undefined;

  constructor(transfers: Transfers, ports: ConnectionsPorts) {
    this.#transfers = transfers;
    this.#ports = ports;
    this.#meetings = new Meetings({ schedule: ports.schedule, tryNow: (peer) => this.meet(peer) });
  }

  get all(): readonly OpenLink[] {
    return [...this.#links.values()];
  }

  /**
   * A transfer with `peer` has released its link, or never had one: links to that device may now become idle. Not those
   * that are still being made: the page decides how long it waits for an answer.
   */
  watchIdle(peer: DeviceId): void {
    for (const open of this.#links.values()) if (open.link.peer === peer && open.link.isReady) open.watchIdle();
  }

  /** With this key the device proves itself on all links from now on. */
  own(secret: SecretKey): void {
    this.#secret = secret;
  }

  /** This device may be there for others than before: a link to somebody who is shut out ends, unless it is in use. */
  groupsChanged(): void {
    for (const { link } of this.all) if (link.isReady && !this.#isLetIn(link.peer)) link.lose('connection-lost');
  }

  /** Handles the page's news of links. */
  receive(message: LinkMessage): void {
    switch (message.type) {
      case 'present':
        this.#meetings.setPresent(message.peers);
        return;
      case 'link':
        this.#open(message);
        return;
      case 'lane':
        this.#addLane(message);
        return;
      case 'lane-signal':
        this.#links.get(message.link)?.link.tell({ type: 'lane', lane: message.lane, signal: message.signal });
        return;
      case 'link-connected':
        this.#connected(message);
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
      case 'link-held':
        this.#held(message.peer);
        return;
    }
  }

  /** Continues with everything that waits for `peer`, over the existing link or one that the page makes. */
  wantLink(peer: DeviceId): void {
    const open = this.#readyLink(peer);
    if (open) this.#greet(open);
    else this.#ports.post({ type: 'want-link', peer });
  }

  #readyLink(peer: DeviceId): OpenLink | undefined {
    return this.all.find(({ link }) => link.peer === peer && link.isReady);
  }

  /** Like `wantLink`, if there is a reason and the device is present. */
  meet(peer: DeviceId): void {
    const waits = this.#transfers.to(peer).some((outgoing) => outgoing.waitsForPeer || outgoing.isUntold);
    const asks = [...this.#toAsk].some((incoming) => incoming.peer === peer && !incoming.hasEnded);
    if ((waits || asks || this.#ports.comparing.waitsFor(peer)) && this.#meetings.isPresent(peer)) this.wantLink(peer);
  }

  /** Over a link that no answer comes through anything is asked in vain: the devices connect anew. */
  resume(transfer: Incoming | Outgoing | undefined): void {
    const view = transfer?.view();
    if (view?.phase === 'interrupted' && view.cause === 'no-answer') transfer?.link?.lose('connection-lost');
    transfer?.dispatch({ type: 'resume-pressed' });
  }

  /** Asks the sender of `transfer` to go on, as soon as there is a link. */
  wantResume(transfer: Incoming): void {
    this.#toAsk.add(transfer);
    this.wantLink(transfer.peer);
  }

  #greet({ link, path }: OpenLink): void {
    this.#ports.comparing.met(link);
    this.#ports.passing.met(link);
    for (const incoming of this.#toAsk) {
      if (incoming.peer !== link.peer) continue;
      if (incoming.hasEnded) {
        this.#toAsk.delete(incoming); // cancelled before there was anybody to ask
        continue;
      }
      this.#toAsk.delete(incoming);
      incoming.askResume(link);
    }
    for (const outgoing of this.#transfers.to(link.peer)) {
      outgoing.met(link);
      if (!outgoing.waitsForPeer) continue;
      this.#lastHandle += 1;
      outgoing.opened(link, path, this.#lastHandle);
    }
  }

  #open(message: Extract<LinkMessage, { readonly type: 'link' }>): void {
    const channels = {
      control: this.#ports.openChannel(message.control, CONTROL_LOW_WATER_BYTES),
      bulk: this.#ports.openChannel(message.bulk, LOW_WATER_BYTES),
    };
    const { link: id, peer, peerName, connection } = message;
    const secret = this.#secret;
    if (secret === undefined) throw new Error('this device has no key');
    const { groups, elapsed, regard } = this.#ports;
    const identity = { id, peer, peerName, knownKey: regard.keyOf(peer), connection, secret, groups };
    const link = new Link(identity, channels, this.#listener, elapsed);
    this.#links.set(id, new OpenLink(link, this.#idlePorts(link)));
  }

  #addLane({ link: id, bulk }: Extract<LinkMessage, { readonly type: 'lane' }>): void {
    const channel = this.#ports.openChannel(bulk, LOW_WATER_BYTES);
    const link = this.#links.get(id)?.link;
    if (link) link.addLane(channel);
    else channel.close(); // the link was lost meanwhile
  }

  #connected(message: Extract<LinkMessage, { readonly type: 'link-connected' }>): void {
    const link = this.#links.get(message.link)?.link;
    if (!link) return;
    link.connected(message.maxMessageBytes, message.fingerprints);
    // A page that connects and then says nothing must not hold up what waits for the device.
    const patienceMs = this.#isStranger(link.peer) ? STRANGER_GREETING_MS : GREETING_MS;
    this.#ports.schedule(() => link.giveUp(), patienceMs);
  }

  readonly #listener: LinkListener = {
    ready: (link) => {
      const open = this.#links.get(link.id);
      if (!open) return;
      if (!this.#isLetIn(link.peer)) {
        link.lose('connection-lost'); // as by somebody who has gone
        return;
      }
      // The device has made it because it no longer has the earlier one, of which that was not noticed here yet.
      for (const { link: before } of this.all)
        if (before.peer === link.peer && before.id < link.id) before.lose('connection-lost');
      this.#ports.post({ type: 'members', peer: link.peer, groups: this.#ports.groups.sharedWith(link.peer) });
      this.#meetings.met(link.peer);
      open.watchIdle();
      this.#greet(open);
    },
    control: ({ id }, message) => {
      const open = this.#links.get(id);
      if (open === undefined) return false;
      if (message.type !== 'word' && message.type !== 'heard') return this.#ports.control(open, message);
      open.watchIdle(); // who talks goes on talking
      return this.#ports.passing.told(open.link, message);
    },
    compare: (link, message) => this.#ports.comparing.told(link, message),
    frame: ({ id }, frame) => this.#links.get(id)?.frame(frame) ?? false,
    isStranger: ({ peer }) => this.#isStranger(peer),
    busy: ({ id: link }) => this.#ports.post({ type: 'busy-link', link }),
    laneSignal: ({ id: link }, lane, signal) => this.#ports.post({ type: 'lane-signal', link, lane, signal }),
    lost: (link, cause) => this.#lost(link, cause),
  };

  #lost(link: Link, cause: Failure): void {
    this.#links.get(link.id)?.stopWatch();
    this.#links.delete(link.id);
    for (const transfer of this.#transfers.on(link)) transfer.dispatch({ type: 'link-lost', cause });
    this.#ports.comparing.parted(link);
    // The page may still think that the link works: then it would not make a new one.
    this.#ports.post({ type: 'drop-link', link: link.id });
    if (isProofFailure(cause)) {
      const { peer, peerName } = link;
      this.#ports.post({ type: 'not-proven', peer, peerName, cause });
    }
    // Somebody else called in its name, or it is there by a later link: what runs there hears nothing of this one.
    if (this.#readyLink(link.peer)) return;
    this.#ports.passing.noLink(link.peer);
    // A device that fell silent in the midst of it is no news to what waits for it anyway.
    if (cause === 'unproven')
      for (const transfer of [...this.#transfers.to(link.peer), ...this.#transfers.from(link.peer)])
        transfer.dispatch({ type: 'met-another' });
    if (ENDS_A_TRY.includes(cause)) this.#noLink(link.peer, cause);
    else this.#meetings.parted(link.peer);
  }

  /** Transfers that wait for a link to `peer` get none this time. */
  #noLink(peer: DeviceId, cause: Failure): void {
    for (const outgoing of this.#transfers.to(peer))
      if (outgoing.waitsForPeer) outgoing.dispatch({ type: 'link-lost', cause });
    this.#ports.comparing.noLink(peer, cause);
    this.#ports.passing.noLink(peer);
    this.#meetings.parted(peer);
  }

  #held(peer: DeviceId): void {
    for (const outgoing of this.#transfers.to(peer)) if (outgoing.waitsForPeer) outgoing.dispatch({ type: 'held' });
  }

  #setPath(id: LinkId, path: Path): void {
    const open = this.#links.get(id);
    if (!open) return;
    open.path = path;
    for (const transfer of this.#transfers.on(open.link)) transfer.took(path);
  }

  #idlePorts(link: Link): OpenLinkPorts {
    return {
      schedule: this.#ports.schedule,
      idleMs: () => (this.#isStranger(link.peer) ? STRANGER_IDLE_MS : IDLE_MS),
      rested: () => {
        const isInUse = this.#transfers.on(link).length > 0 || this.#ports.comparing.isOn(link);
        if (!isInUse) this.#ports.post({ type: 'idle-link', link: link.id });
      },
    };
  }

  /** True if this device is there for `peer`, or has something under way with it. */
  #isLetIn(peer: DeviceId): boolean {
    const { groups, comparing, passing } = this.#ports;
    if (groups.letsIn(peer) || comparing.waitsFor(peer) || passing.waitsFor(peer)) return true;
    const isUnderWay = this.#transfers.from(peer).some(({ wasAgreed, hasEnded }) => wasAgreed && !hasEnded);
    return isUnderWay || this.#transfers.to(peer).some(({ hasEnded }) => !hasEnded);
  }

  /** True if nobody here knows `peer`, and nobody here sends to it. */
  #isStranger(peer: DeviceId): boolean {
    return !this.#ports.regard.isKnown(peer) && !this.#transfers.to(peer).some(({ hasEnded }) => !hasEnded);
  }

  /** The transfer `key` has been removed from the table. */
  forget(key: TransferKey): void {
    for (const incoming of this.#toAsk) if (incoming.key === key) this.#toAsk.delete(incoming);
    for (const open of this.#links.values()) open.forget(key);
  }
}
