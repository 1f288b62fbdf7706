import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Keyval } from '../../store/keyval.ts';
import type { TransferKey } from '../../transfer/view.ts';
import { recordStore } from './records.ts';
import { CONTRACT } from './testing/contract.ts';

const KEY = 'r-contract-key-0123456789abcdef' as TransferKey;
const MIB = 1024 * 1024;
const FORMS = ['blob', 'buffer'] as const;
const ONLY = 'of this pack';

/** A store in memory that knows the one kind of range that is used here. */
function memoryKeyval(): Keyval {
  const kept = new Map<string, unknown>();
  const ok = <T>(value: T) => ({ ok: true, value }) as const;
  const keyOf = (text: string): IDBValidKey => JSON.parse(text);
  const isIn = (range: IDBKeyRange | undefined, text: string) => {
    const [pack, position] = JSON.parse(text);
    return range === undefined || (pack === Object(range)[ONLY] && typeof position === 'number');
  };
  const position = (text: string): number => JSON.parse(text)[1];
  const inOrder = () => [...kept.keys()].sort((a, b) => position(a) - position(b));
  const keyval: Keyval = {
    get: async (key) => ok(kept.get(JSON.stringify(key))),
    getMany: async (keys) => ok(keys.map((key) => kept.get(JSON.stringify(key)))),
    entries: async () => ok(inOrder().map((text) => [keyOf(text), kept.get(text)] as const)),
    keys: async (range) => ok(inOrder().flatMap((text) => (isIn(range, text) ? [keyOf(text)] : []))),
    set: (key, value) => keyval.change({ put: [[key, value]] }),
    update: async (key, next) => keyval.set(key, next(kept.get(JSON.stringify(key)))),
    delete: (key) => keyval.change({ delete: [key] }),
    async change({ put = [], delete: gone = [] }) {
      for (const one of gone) {
        const isRange = ONLY in Object(one);
        for (const text of [...kept.keys()])
          if (isRange ? isIn(Object(one), text) : text === JSON.stringify(one)) kept.delete(text);
      }
      for (const [key, value] of put) kept.set(JSON.stringify(key), value);
      return ok(undefined);
    },
  };
  return keyval;
}

beforeEach(() => vi.stubGlobal('IDBKeyRange', { bound: ([pack]: readonly string[]) => ({ [ONLY]: pack }) }));
afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

for (const form of FORMS)
  for (const { title, run } of CONTRACT) test(`${form}: ${title}`, () => run(recordStore(form, memoryKeyval())));

/** From now on Blobs that are made of Blobs lack the first of them. */
function loseParts(): void {
  const Real = Blob;
  class Losing extends Real {
    static override [Symbol.hasInstance](value: unknown): boolean {
      return Real[Symbol.hasInstance](value);
    }
    constructor(parts: readonly BlobPart[] = [], options?: BlobPropertyBag) {
      const at = parts.findIndex((part) => part instanceof Real);
      super(
        parts.filter((_, index) => index !== at),
        options,
      );
    }
  }
  vi.stubGlobal('Blob', Losing);
}

test('hands over nothing of which the browser has lost a part', async () => {
  const store = recordStore('blob', memoryKeyval());
  const pack = await store.open(KEY, 2 * MIB);
  await pack.write(0, new Uint8Array(2 * MIB));
  await pack.seal();
  loseParts();
  await expect(store.read(KEY, 0, 2 * MIB)).rejects.toMatchObject({ failure: 'storage-failed' });
});
