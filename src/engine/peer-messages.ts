/** Messages from the other side of a link: finds their transfer, and passes them to it. New offers begin here. */
import { fromBase64url } from '../protocol/base64url.ts';
import type { ManifestEntry } from '../protocol/peer.ts';
import { fromWire } from '../transfer/manifest.ts';
import { type TransferKey, transferKey } from '../transfer/view.ts';
import type { Antechamber } from './antechamber.ts';
import { Incoming, type IncomingPorts } from './incoming/incoming.ts';
import type { TransferMessage } from './link/link.ts';
import type { OpenLink } from './open-link.ts';
import type { Outgoing } from './outgoing/outgoing.ts';
import type { Regard } from './regard.ts';
import type { Transfers } from './transfers.ts';

type PeerMessagesPorts = {
  readonly transfers: Transfers;
  readonly antechamber: Antechamber;
  readonly regard: Regard;
  readonly incoming: IncomingPorts;
  /** True if a transfer that is not in the table was not left by an earlier visit either. */
  readonly knowsOutbox: () => boolean;
  /** Removes a transfer from the table and the screen. */
  readonly remove: (key: TransferKey) => void;
};

export class PeerMessages {
  readonly #ports: PeerMessagesPorts;

  constructor(ports: PeerMessagesPorts) {
    this.#ports = ports;
  }

  /** Handles a message; true if a transfer here can use it. */
  control(open: OpenLink, message: TransferMessage): boolean {
    const { link } = open;
    if (message.type === 'offer') {
      this.#announced(open, message);
      return false; // honest ones are few, and each is answered
    }
    const { transfers, knowsOutbox } = this.#ports;
    const outgoing = transfers.outgoing.get(transferKey('sending', link.peer, message.transfer));
    const incoming = transfers.incoming.get(transferKey('receiving', link.peer, message.transfer));
    if (ENDS.includes(message.type)) link.hush(message.transfer);
    switch (message.type) {
      // The end of a transfer and a person's wish count on any link; other messages only on the link of the last offer.
      case 'manifest':
        return incoming?.link === link && this.#collect(incoming, message.first, message.entries.map(fromWire));
      case 'picture': {
        const jpeg = fromBase64url(message.jpeg, Math.floor((message.jpeg.length * 3) / 4));
        return incoming?.picture(link, message.file, jpeg) ?? false;
      }
      case 'paused':
      case 'resumed':
        if (incoming?.link !== link) return false;
        return incoming.dispatch({ type: `peer-${message.type}` }) && incoming.wasAgreed;
      case 'cancel':
        (outgoing ?? incoming)?.dispatch({ type: 'peer-cancelled' });
        return false;
      case 'fail':
        if (outgoing) outgoing.dispatch({ type: 'peer-failed', reason: message.reason });
        else incoming?.failedThere(message.reason, message.file);
        return false;
      case 'resume':
        outgoing?.heard();
        if (outgoing) return outgoing.askedToResume(link);
        // It is gone for good, and the receiver would wait for nothing.
        if (knowsOutbox()) link.tell({ type: 'cancel', transfer: message.transfer });
        return false;
      default:
        return (
          outgoing !== undefined && (outgoing.link === link || message.type === 'pause') && answered(outgoing, message)
        );
    }
  }

  #announced(open: OpenLink, offer: Offer): void {
    const { link } = open;
    const { transfers } = this.#ports;
    const key = transferKey('receiving', link.peer, offer.transfer);
    const before = transfers.incoming.get(key);
    const other = open.named(offer.handle);
    const isKnown = before !== undefined && !before.isForgettable;
    if (isKnown && !offer.again && before.link !== link) return; // overtaken by a later one, on another link
    const isTaken = open.isTaken(offer.handle) && (other === undefined || other !== before);
    if (isTaken || (isKnown && !offer.again)) {
      link.lose('protocol-violation');
      return;
    }
    if (offer.again && !isKnown) {
      if (before) this.#ports.remove(key); // otherwise pieces of its manifest that are still under way would complete it
      link.tell({ type: 'unknown', transfer: offer.transfer });
      return;
    }
    open.watchIdle();
    if (isKnown) {
      open.name(offer.handle, before);
      before.offeredAgain(link, offer.handle, open.path);
      return;
    }
    if (before) this.#ports.remove(key);
    this.#begin(open, offer);
  }

  /** Collects a piece of a manifest; true if more was still to come. */
  #collect(incoming: Incoming, first: number, entries: readonly ManifestEntry[]): boolean {
    const { antechamber } = this.#ports;
    const { isAnnounced } = incoming;
    if (antechamber.takes(incoming, entries)) incoming.dispatch({ type: 'manifest', first, entries });
    else incoming.dispatch({ type: 'refused', reason: 'busy' });
    return isAnnounced;
  }

  #begin(open: OpenLink, offer: Offer): void {
    const { link } = open;
    const { transfers, antechamber, regard } = this.#ports;
    const isInvited = transfers.to(link.peer).some(({ hasEnded }) => !hasEnded);
    if (!regard.hears(link.peer, isInvited)) {
      link.lose('connection-lost'); // as by somebody who has gone: calls of this device are not answered either
      return;
    }
    if (!antechamber.admits(link.peer)) {
      link.tell({ type: 'fail', transfer: offer.transfer, reason: 'busy' });
      return;
    }
    const incoming = Incoming.announced(link, open.path, offer, this.#ports.incoming);
    transfers.incoming.set(incoming.key, incoming);
    open.name(offer.handle, incoming);
    antechamber.enter(incoming);
  }
}

type Offer = Extract<TransferMessage, { readonly type: 'offer' }>;
type Answer = Exclude<
  TransferMessage,
  { readonly type: 'offer' | 'manifest' | 'picture' | 'paused' | 'resume' | 'resumed' | 'cancel' | 'fail' }
>;

/** After these nothing more is said about the transfer. */
const ENDS: readonly TransferMessage['type'][] = ['cancel', 'fail', 'decline'];

/** Handles a receiver's message to the sender; true when it is news. */
function answered(outgoing: Outgoing, message: Answer): boolean {
  outgoing.heard();
  switch (message.type) {
    case 'attention':
      return outgoing.dispatch({ type: 'noticed', attention: message.attention });
    case 'look':
      return outgoing.look();
    case 'known':
      return outgoing.dispatch({ type: 'known', files: message.files });
    case 'wanted':
      return outgoing.dispatch({ type: 'wanted', files: message.files });
    case 'accept':
      return outgoing.dispatch({ type: 'accepted', files: message.files, have: message.have });
    case 'decline':
      return outgoing.dispatch({ type: 'declined' });
    case 'unknown':
      return outgoing.dispatch({ type: 'unknown' });
    case 'pause':
      return outgoing.dispatch({ type: 'peer-paused' });
    case 'stored':
      return outgoing.dispatch({ type: 'stored', bytes: message.bytes });
    case 'complete':
      outgoing.completed(message.digest);
      return false; // said once
  }
}
