import { expect, test } from 'vitest';
import { BLOCK_BYTES } from '../../protocol/limits.ts';
import type { DeviceId } from '../../protocol/signaling.ts';
import { agreementOn } from '../../transfer/receiving.ts';
import type { TransferKey } from '../../transfer/view.ts';
import { Assembler } from '../blocks/assembler.ts';
import type { Ledger } from '../records/ledger.ts';
import { MemoryStore } from '../store/memory.ts';
import { bytes } from '../testing/device.ts';
import { memoryLedger } from '../testing/memory-records.ts';
import { digestOf } from '../testing/shelter/digest.ts';
import { IncomingStorage } from './incoming-storage.ts';

const KEY = 'some transfer' as TransferKey;
const content = bytes(4 * BLOCK_BYTES, 7);
const digests = [0, 1, 2, 3].map((block) => digestOf(content.slice(block * BLOCK_BYTES, (block + 1) * BLOCK_BYTES)));
const agreement = agreementOn([{ path: 'photo.jpg', size: content.length, modified: 0 }], [[0, 0]]);

function storage(store: MemoryStore, ledger: Ledger) {
  const hash = async (part: Uint8Array) => digestOf(part);
  const ports = { store, ledger, hash, assembler: () => new Assembler(), knownCopies: () => () => undefined };
  return new IncomingStorage(KEY, ports, () => {});
}

/** A visit that stored four blocks, of which the third is damaged. */
async function earlier() {
  const [store, ledger] = [new MemoryStore(), memoryLedger()];
  const pack = await store.open(KEY, content.length);
  await pack.write(0, content.slice());
  await pack.write(2 * BLOCK_BYTES, bytes(BLOCK_BYTES, 8));
  await pack.close();
  ledger.note(KEY, { first: 0, digests, bytes: content.length });
  return { store, ledger };
}

const SENDER = 'abcdefghijklmnop' as DeviceId;

test('what was noted and is not there is noted no longer, once the pack is open', async () => {
  const { store, ledger } = await earlier();
  const next = storage(store, ledger);
  await next.inspect(agreement);
  expect(await ledger.load(KEY)).toHaveLength(4);
  expect((await next.open(agreement, SENDER)).blocks).toBe(2);
  expect(await ledger.load(KEY)).toEqual(digests.slice(0, 2));
});

test('a pack that cannot be opened takes nothing from what was noted', async () => {
  const { store, ledger } = await earlier();
  const next = storage(store, ledger);
  await next.inspect(agreement);
  store.open = () => Promise.reject(new Error('in use elsewhere'));
  await expect(next.open(agreement, SENDER)).rejects.toThrow('in use');
  expect(await ledger.load(KEY)).toEqual(digests);
});
