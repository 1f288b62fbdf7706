/**
 * The steps of an incoming transfer on its storage and its record, one after the other, in the order of frames and a
 * person's actions. A step that fails becomes an event of the machine, and closes the pack before any later step.
 */

import type { DeviceId } from '../../protocol/signaling.ts';
import type { Agreement, ReceivingEffect, ReceivingEvent } from '../../transfer/receiving.ts';
import type { TransferKey } from '../../transfer/view.ts';
import { failureIn } from '../blocks/failing.ts';
import type { Ledger } from '../records/ledger.ts';
import type { IncomingRecord } from './incoming-record.ts';
import type { IncomingStorage } from './incoming-storage.ts';

type IncomingLinePorts = {
  readonly key: TransferKey;
  readonly storage: IncomingStorage;
  readonly record: IncomingRecord;
  readonly ledger: Ledger;
  readonly from: DeviceId;
  /** Size of all accepted files together. */
  readonly bytes: () => number;
  /** `undefined` once the transfer has ended without being saved. */
  readonly agreement: () => Agreement | undefined;
  readonly dispatch: (event: ReceivingEvent) => void;
};

type StorageEffect = Exclude<
  ReceivingEffect,
  { readonly type: `tell-${string}` | 'begin-block' | 'append' | 'ask-resume' | 'release' }
>;

export class IncomingLine {
  readonly #ports: IncomingLinePorts;
  #line: Promise<void> = Promise.resolve();

  constructor(ports: IncomingLinePorts) {
    this.#ports = ports;
  }

  perform(effect: StorageEffect): void {
    const { storage } = this.#ports;
    switch (effect.type) {
      case 'open-store':
        this.append(() => this.#open(effect.agreement));
        return;
      case 'store-block':
        this.append(storage.completeBlock());
        return;
      case 'store-bundle':
        this.append(storage.completeBundle(effect));
        return;
      case 'check-file':
        this.append(() => storage.checkFile(effect.at, effect.digest));
        return;
      case 'copy-file':
        this.append(() => storage.copyFile(effect.at, effect.digest));
        return;
      case 'seal':
        this.append(() => this.#seal());
        return;
      case 'discard':
        this.append(() => this.#discard());
        return;
    }
  }

  async #open(agreement: Agreement): Promise<void> {
    const { storage, record, from, dispatch } = this.#ports;
    await storage.inspect(agreement);
    // The record comes first: a pack without one would be taken for a left-over and deleted.
    await record.write(agreement, { state: 'receiving' });
    dispatch({ type: 'store-opened', have: await storage.open(agreement, from) });
  }

  async #seal(): Promise<void> {
    const { storage, record, bytes, agreement, dispatch } = this.#ports;
    const digest = await storage.seal(bytes());
    const agreed = agreement();
    if (agreed) await record.write(agreed, { state: 'saved', digest });
    dispatch({ type: 'sealed', digest });
  }

  async #discard(): Promise<void> {
    const { key, storage, record, ledger } = this.#ports;
    await storage.free();
    await ledger.delete(key);
    await record.delete();
  }

  close(): void {
    this.append(() => this.#ports.storage.close());
  }

  /** Forgets the transfer, after all earlier steps: from then on its stored bytes belong to nobody. */
  async forget(): Promise<void> {
    const { key, record, ledger } = this.#ports;
    await this.#line;
    await record.delete();
    await ledger.delete(key);
  }

  /** Runs `step` after all earlier ones. */
  append(step: () => Promise<void>): void {
    this.#line = this.#line.then(step).catch(async (error: unknown) => {
      // Later steps in the line were meant to follow the one that just failed: without the pack they do nothing.
      await this.#ports.storage.close();
      this.#ports.dispatch({ type: 'store-failed', failure: failureIn(error) });
    });
  }
}
