/** A link while it stands: to which transfer each bulk frame belongs, which way the link goes, and how long it may rest. */
import type { Frame } from '../protocol/frame.ts';
import type { Path, TransferKey } from '../transfer/view.ts';
import type { Incoming } from './incoming/incoming.ts';
import type { Link } from './link/link.ts';

export type OpenLinkPorts = {
  readonly schedule: (task: () => void, ms: number) => () => void;
  /** After how many milliseconds without a transfer the link counts as idle. */
  readonly idleMs: () => number;
  /** That time is over. */
  readonly rested: () => void;
};

export class OpenLink {
  readonly link: Link;
  path: Path | undefined;
  readonly #ports: OpenLinkPorts;
  /** What bulk frames on this link belong to; `undefined` for a transfer that was taken off the table. */
  readonly #byHandle = new Map<number, Incoming | undefined>();
  #cancelIdle: (() => void) | undefined;

  constructor(link: Link, ports: OpenLinkPorts) {
    this.link = link;
    this.#ports = ports;
  }

  /** The transfer that frames with `handle` belong to, if there is one. */
  named(handle: number): Incoming | undefined {
    return this.#byHandle.get(handle);
  }

  /** True if `handle` names a transfer on this link, or has named one that is gone. */
  isTaken(handle: number): boolean {
    return this.#byHandle.has(handle);
  }

  name(handle: number, incoming: Incoming): void {
    this.#byHandle.set(handle, incoming);
  }

  /** Gives the frame to its transfer; whether that has use for it. */
  frame(frame: Frame): boolean {
    const incoming = this.#byHandle.get(frame.handle);
    // Frames of a transfer that has just ended here may still be under way; frames of none at all may not.
    if (incoming?.wasAgreed) return incoming.frame(this.link, frame);
    if (incoming || !this.#byHandle.has(frame.handle)) {
      incoming?.dispatch({ type: 'violated' });
      this.link.lose('protocol-violation');
    }
    return false;
  }

  /** Frames that are still under way for the transfer `key` belong to nothing any more, and are no fault of their sender. */
  forget(key: TransferKey): void {
    for (const [handle, incoming] of this.#byHandle) {
      if (incoming?.key !== key) continue;
      if (incoming.wasAgreed) this.#byHandle.set(handle, undefined);
      else this.#byHandle.delete(handle); // of what nobody agreed to no frame can be under way
    }
  }

  /** From now on the time runs after which the link is idle, should nothing run over it. */
  watchIdle(): void {
    this.stopWatch();
    this.#cancelIdle = this.#ports.schedule(this.#ports.rested, this.#ports.idleMs());
  }

  stopWatch(): void {
    this.#cancelIdle?.();
    this.#cancelIdle = undefined;
  }
}
