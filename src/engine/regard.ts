/**
 * Who is heard here: what the person at this device has said of other people (the page tells it), joined with the devices
 * that are no strangers because something was agreed with them before, and with those in the groups of this device.
 */
import type { DeviceId } from '../protocol/signaling.ts';
import type { RegardMessage } from './api/api.ts';

export class Regard {
  readonly #hasAgreed: (peer: DeviceId) => boolean;
  readonly #letsIn: (peer: DeviceId) => boolean;
  #known: ReadonlySet<DeviceId> = new Set();
  #blocked: ReadonlySet<DeviceId> = new Set();
  #isClosed = false;

  /** `hasAgreed`: true if a transfer with this device was agreed before. `letsIn`: as `Groups.letsIn`. */
  constructor(hasAgreed: (peer: DeviceId) => boolean, letsIn: (peer: DeviceId) => boolean) {
    this.#hasAgreed = hasAgreed;
    this.#letsIn = letsIn;
  }

  told({ known, blocked, isClosed }: RegardMessage): void {
    this.#known = new Set(known);
    this.#blocked = new Set(blocked);
    this.#isClosed = isClosed;
  }

  /** True for a person who was made sure of, and for a device with which a transfer was agreed before: no strangers. */
  isKnown(peer: DeviceId): boolean {
    return !this.#blocked.has(peer) && (this.#known.has(peer) || this.#hasAgreed(peer));
  }

  /**
   * False if what this device wants to send is answered as by somebody who is not there. `isInvited`: something is being
   * sent to it from here.
   */
  hears(peer: DeviceId, isInvited: boolean): boolean {
    if (this.#blocked.has(peer)) return false;
    return isInvited || (this.#letsIn(peer) && (!this.#isClosed || this.isKnown(peer)));
  }
}
