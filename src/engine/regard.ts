/**
 * Who is heard here: what the person at this device has said of other people (the page tells it), joined with the devices
 * that are no strangers because something was agreed with them before, and with those in the groups of this device.
 */
import { idOf, type PublicKey } from '../protocol/keys.ts';
import type { DeviceId } from '../protocol/signaling.ts';
import type { RegardMessage } from './api/api.ts';
import type { Groups } from './link/groups.ts';

export class Regard {
  readonly #hasAgreed: (peer: DeviceId) => boolean;
  readonly #groups: Pick<Groups, 'letsIn' | 'isMember'>;
  #known: ReadonlyMap<DeviceId, PublicKey> = new Map();
  #blocked: ReadonlySet<DeviceId> = new Set();
  #isClosed = false;

  /** `hasAgreed`: true if a transfer with this device was agreed before. */
  constructor(hasAgreed: (peer: DeviceId) => boolean, groups: Pick<Groups, 'letsIn' | 'isMember'>) {
    this.#hasAgreed = hasAgreed;
    this.#groups = groups;
  }

  told({ known, blocked, isClosed }: RegardMessage): void {
    this.#known = new Map(known.map((key) => [idOf(key), key]));
    this.#blocked = new Set(blocked);
    this.#isClosed = isClosed;
  }

  /**
   * True for those who are no strangers: a person who was made sure of, a device with which a transfer was agreed before, and
   * one that has shown to be in a group of this device.
   */
  isKnown(peer: DeviceId): boolean {
    if (this.#blocked.has(peer)) return false;
    return this.#known.has(peer) || this.#hasAgreed(peer) || this.#groups.isMember(peer);
  }

  /** The key of a person who was made sure of: no other key is theirs, whatever id it has. */
  keyOf(peer: DeviceId): PublicKey | undefined {
    return this.#known.get(peer);
  }

  /**
   * False if what this device wants to send is answered as by somebody who is not there. `isInvited`: something is being
   * sent to it from here.
   */
  hears(peer: DeviceId, isInvited: boolean): boolean {
    if (this.#blocked.has(peer)) return false;
    return isInvited || (this.#groups.letsIn(peer) && (!this.#isClosed || this.isKnown(peer)));
  }
}
