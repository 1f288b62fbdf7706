/** A link in use: the transfer of each bulk frame, the path of the link, and how long it may be idle. */
import type { Frame } from '../protocol/frame.ts';
import type { Path, TransferKey } from '../transfer/view.ts';
import type { Incoming } from './incoming/incoming.ts';
import type { Link } from './link/link.ts';

export type OpenLinkPorts = {
  readonly schedule: (task: () => void, ms: number) => () => void;
  /** Milliseconds without a transfer after which the link counts as idle. */
  readonly idleMs: () => number;
  /** That time has passed. */
  readonly rested: () => void;
};

export class OpenLink {
  readonly link: Link;
  path: Path | undefined;
  readonly #ports: OpenLinkPorts;
  /** The transfer of each handle on this link; `undefined` for one that was removed from the table. */
  readonly #byHandle = new Map<number, Incoming | undefined>();
  #cancelIdle: (() => void) | undefined;

  constructor(link: Link, ports: OpenLinkPorts) {
    this.link = link;
    this.#ports = ports;
  }

  /** The transfer to which frames with `handle` belong, if any. */
  named(handle: number): Incoming | undefined {
    return this.#byHandle.get(handle);
  }

  /** True if `handle` names a transfer on this link, or named one that is gone. */
  isTaken(handle: number): boolean {
    return this.#byHandle.has(handle);
  }

  name(handle: number, incoming: Incoming): void {
    this.#byHandle.set(handle, incoming);
  }

  /** Passes the frame to its transfer; true when that can use it. */
  frame(frame: Frame): boolean {
    const incoming = this.#byHandle.get(frame.handle);
    // Frames of a transfer that has just ended here may still arrive; frames of no transfer at all may not.
    if (incoming?.wasAgreed) return incoming.frame(this.link, frame);
    if (incoming || !this.#byHandle.has(frame.handle)) {
      incoming?.dispatch({ type: 'violated' });
      this.link.lose('protocol-violation');
    }
    return false;
  }

  /** Frames that still arrive for the transfer `key` belong to nothing now, and are not the sender's fault. */
  forget(key: TransferKey): void {
    for (const [handle, incoming] of this.#byHandle) {
      if (incoming?.key !== key) continue;
      if (incoming.wasAgreed) this.#byHandle.set(handle, undefined);
      else this.#byHandle.delete(handle); // no frame can be under way for a transfer that was never agreed
    }
  }

  /** From now on the link becomes idle if nothing runs over it for that time. */
  watchIdle(): void {
    this.stopWatch();
    this.#cancelIdle = this.#ports.schedule(this.#ports.rested, this.#ports.idleMs());
  }

  stopWatch(): void {
    this.#cancelIdle?.();
    this.#cancelIdle = undefined;
  }
}
