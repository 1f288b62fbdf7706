/** The sending of the person here: begins transfers, and gives files back to those that an earlier visit began. */
import type { TransferId } from '../../protocol/peer.ts';
import type { DeviceId } from '../../protocol/signaling.ts';
import type { BatchId, TransferKey } from '../../transfer/view.ts';
import type { EngineMessage, Recipient, SendMessage, SourceFile } from '../api/api.ts';
import type { SentRecord } from '../records/catalog.ts';
import { Outgoing, type OutgoingPorts } from './outgoing.ts';

type SendsPorts = {
  readonly outgoing: OutgoingPorts;
  readonly post: (message: EngineMessage) => void;
  readonly newTransferId: () => TransferId;
  readonly get: (key: TransferKey) => Outgoing | undefined;
  /** Adds a transfer to the table. */
  readonly add: (outgoing: Outgoing) => void;
  /** Removes an ended transfer from it. */
  readonly hide: (key: TransferKey) => void;
  /** A transfer waits for that device from now on: call it. */
  readonly wantLink: (peer: DeviceId) => void;
  /** A transfer may wait for that device: call it if it is present. */
  readonly meet: (peer: DeviceId) => void;
};

type Question = { readonly request: number; readonly key: TransferKey };

export class Sends {
  readonly #ports: SendsPorts;

  constructor(ports: SendsPorts) {
    this.#ports = ports;
  }

  receive(message: SendMessage): void {
    switch (message.type) {
      case 'send':
        this.#sendAll(message);
        return;
      case 'retry':
        this.#retry(message.key);
        return;
      case 'picture':
        this.#ports.get(message.key)?.picture(message.file, message.jpeg);
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
    }
  }

  /** A transfer of an earlier visit goes on by itself where the browser still lets us read its files. */
  restored(record: SentRecord): void {
    const outgoing = Outgoing.restored(record, this.#ports.outgoing);
    this.#ports.add(outgoing);
    void outgoing.reopen().then(() => outgoing.sources && this.#ports.meet(outgoing.peer));
  }

  #sendAll({ to, sources, note }: Extract<SendMessage, { readonly type: 'send' }>): void {
    // An id as random as that of a transfer, which no device is told.
    const batch = to.length > 1 ? (`${this.#ports.newTransferId()}` as BatchId) : undefined;
    for (const recipient of to) this.#send(recipient, sources, { batch, note });
  }

  #send({ peer, peerName }: Recipient, sources: readonly SourceFile[], more: Pick<Outgoing, 'batch' | 'note'>): void {
    const identity = { id: this.#ports.newTransferId(), peer, peerName, ...more };
    this.#ports.add(Outgoing.started(identity, sources, this.#ports.outgoing));
    this.#ports.wantLink(peer);
  }

  #retry(key: TransferKey): void {
    const outgoing = this.#ports.get(key);
    if (!outgoing?.hasEnded || !outgoing.sources) return;
    const { peer, peerName, sources, batch, note } = outgoing;
    this.#ports.hide(key);
    this.#send({ peer, peerName }, sources, { batch, note });
  }

  async #attach({ request, key, sources }: Extract<SendMessage, { readonly type: 'attach' }>): Promise<void> {
    const outgoing = this.#ports.get(key);
    this.#attached(request, outgoing, (await outgoing?.attach(sources)) ?? false);
  }

  async #reopen({ request, key }: Question): Promise<void> {
    const outgoing = this.#ports.get(key);
    this.#attached(request, outgoing, (await outgoing?.reopen()) ?? false);
  }

  #attached(request: number, outgoing: Outgoing | undefined, isNews: boolean): void {
    const isSame = outgoing?.sources !== undefined;
    this.#ports.post({ type: 'attached', request, isSame, isNews });
    if (outgoing && isSame) this.#ports.meet(outgoing.peer);
  }

  #tellHandles({ request, key }: Question): void {
    this.#ports.post({ type: 'handles', request, handles: this.#ports.get(key)?.handles ?? [] });
  }
}
