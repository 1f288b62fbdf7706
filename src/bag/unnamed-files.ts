/**
 * Bytes that wait for a router, and the files of messages to the owner of this device, are there for an event or a message that names
 * them. Where that was not said in the end, was taken back, or has gone, they would take the room of the next ones for good.
 */
import type { HexKey } from '../protocol/event.ts';
import { blobsOf } from '../words/admission.ts';
import type { BlobStore } from './blobs/blob-store.ts';
import type { Carried } from './carried/carried.ts';
import type { Messages } from './letters/messages.ts';
import { fileOf } from './letters/record.ts';

export type UnnamedFilesPorts = {
  readonly carried: Pick<Carried, 'all'>;
  readonly messages: Pick<Messages, 'all'>;
  readonly blobs: Pick<BlobStore, 'deleteOwn'>;
  readonly self: HexKey;
  /** False when something of that could not be read: nobody knows then what is named. */
  readonly isWhole: boolean;
};

export class UnnamedFiles {
  readonly #ports: UnnamedFilesPorts;
  /** Files are kept before what names them: meanwhile none goes. */
  #underWay = 0;

  constructor(ports: UnnamedFilesPorts) {
    this.#ports = ports;
  }

  /** Runs what keeps files and then what names them, or nothing. */
  async after<T>(saying: () => Promise<T>): Promise<T> {
    this.#underWay += 1;
    try {
      return await saying();
    } finally {
      this.#underWay -= 1;
      await this.sweep();
    }
  }

  async sweep(): Promise<void> {
    const { carried, messages, blobs, self, isWhole } = this.#ports;
    if (!isWhole || this.#underWay > 0) return;
    const named = new Set([...carried.all].flatMap(({ event, own }) => (own ? blobsOf(event) : [])));
    for (const record of messages.all) {
      // What was sent has no letter yet, or a person may try it again.
      const file = record.hasArrived ? undefined : fileOf(record, self);
      if (file) named.add(file.sha256);
    }
    await blobs.deleteOwn((sha256) => !named.has(sha256));
  }
}
