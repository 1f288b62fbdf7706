/** Links of a simulated network: ordered within a channel, unordered between channels and between links. */
import type { Frame } from '../../protocol/frame.ts';
import type { ControlMessage } from '../../protocol/peer.ts';

export type Side = 'sender' | 'receiver';
export const otherSide = { sender: 'receiver', receiver: 'sender' } as const;

/** Messages that wait to be delivered to one side. */
type Inbox = { readonly control: (ControlMessage | 'closed')[]; readonly bulk: (Frame | 'closed')[] };

export class SimulatedLink {
  readonly number: number;
  readonly inbox: Readonly<Record<Side, Inbox>> = {
    sender: { control: [], bulk: [] },
    receiver: { control: [], bulk: [] },
  };
  /** True while the side believes that the link is open. */
  readonly #isOpen: Record<Side, boolean> = { sender: true, receiver: true };
  /** Sides that have received the other's hello. */
  readonly isReady: Record<Side, boolean> = { sender: false, receiver: false };
  #isBroken = false;

  constructor(number: number) {
    this.number = number;
    this.tell('sender', { type: 'hello', version: 1 });
    this.tell('receiver', { type: 'hello', version: 1 });
  }

  isOpen(side: Side): boolean {
    return this.#isOpen[side];
  }

  tell(from: Side, message: ControlMessage): void {
    if (this.#carries(from)) this.inbox[otherSide[from]].control.push(message);
  }

  send(from: Side, frame: Frame): void {
    if (this.#carries(from)) this.inbox[otherSide[from]].bulk.push(frame);
  }

  /**
   * One side closes its end: its earlier messages may still arrive, then the other side notices. Only offers do not:
   * nothing could tell their order from that of the next link, and no connection is set up faster than a message
   * arrives.
   */
  close(side: Side): void {
    if (!this.#isOpen[side]) return;
    this.#isOpen[side] = false;
    this.isReady[side] = false;
    this.#empty(side);
    const { control, bulk } = this.inbox[otherSide[side]];
    if (this.#isBroken || !this.#isOpen[otherSide[side]]) return;
    const offer = control.findIndex((message) => message !== 'closed' && message.type === 'offer');
    if (offer >= 0) control.splice(offer);
    control.push('closed');
    bulk.push('closed');
  }

  /** The path breaks: all messages under way are lost. Each side notices some time later. */
  break(): void {
    this.#isBroken = true;
    for (const side of ['sender', 'receiver'] as const) {
      this.#empty(side);
      if (this.#isOpen[side]) this.inbox[side].control.push('closed');
    }
  }

  #carries(from: Side): boolean {
    return this.#isOpen[from] && !this.#isBroken && this.#isOpen[otherSide[from]];
  }

  #empty(side: Side): void {
    this.inbox[side].control.length = 0;
    this.inbox[side].bulk.length = 0;
  }
}
