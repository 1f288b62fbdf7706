import { expect, test } from 'vitest';
import type { DeviceId } from '../../protocol/signaling.ts';
import type { Kept } from '../../store/keyval.ts';
import type { TransferKey, TransferView } from '../../transfer/view.ts';
import { Past } from './past.ts';

const HANA = 'abcdefghijklmnop' as DeviceId;
const DAY_MS = 24 * 60 * 60 * 1000;
const NOW = 1_700_000_000_000;

/** What a browser stores, so that another visit finds it. */
function storage(values = new Map<IDBValidKey, unknown>()) {
  const done: Promise<Kept<void>> = Promise.resolve({ ok: true, value: undefined });
  return {
    values,
    entries: () => Promise.resolve({ ok: true as const, value: [...values] }),
    set: (at: IDBValidKey, value: unknown) => {
      values.set(at, structuredClone(value));
      return done;
    },
    change: ({ delete: gone = [] }: { readonly delete?: readonly (IDBValidKey | IDBKeyRange)[] }) => {
      for (const key of gone) values.delete(key as IDBValidKey);
      return done;
    },
  };
}

const sent = (key: string, begunAt: number, more: Partial<TransferView> = {}): TransferView =>
  ({
    key: key as TransferKey,
    phase: 'sent',
    direction: 'sending',
    peer: HANA,
    peerName: 'Hana',
    title: 'IMG_2041.JPG',
    contents: 'photos',
    dates: { from: 1, to: 2 },
    files: 30,
    totalBytes: 91_000_000,
    storedBytes: 91_000_000,
    verified: true,
    begunAt,
    ...more,
  }) as TransferView;

async function visit(kept: ReturnType<typeof storage>, now = NOW): Promise<Past> {
  const past = new Past(kept, () => now);
  await past.load();
  return past;
}

test('what was sent is told at the next visit, what only waits or came is not', async () => {
  const kept = storage();
  const one = sent('s-1', NOW);
  const waiting = { ...sent('s-2', NOW), phase: 'waiting', step: 'seen' } as TransferView;
  const came = { ...sent('r-3', NOW), phase: 'saved', direction: 'receiving' } as TransferView;
  (await visit(kept)).note([waiting, one, came]);
  expect([...(await visit(kept)).all.value.values()]).toEqual([one]);
});

test('it is kept once, for a month', async () => {
  const kept = storage();
  const past = await visit(kept);
  past.note([sent('s-1', NOW)]);
  past.note([sent('s-1', NOW, { title: 'changed' })]);
  expect((await visit(kept, NOW + 29 * DAY_MS)).all.value.size).toBe(1);
  expect((await visit(kept, NOW + 31 * DAY_MS)).all.value.size).toBe(0);
  expect(kept.values.size).toBe(0);
});

test('of more than three hundred the newest stay', async () => {
  const kept = storage();
  const past = await visit(kept);
  const many = Array.from({ length: 310 }, (_, n) => sent(`s-${n}`, NOW - n));
  past.note(many.slice(100));
  past.note(many);
  expect(past.all.value.size).toBe(300);
  expect(kept.values.size).toBe(300);
  const { all } = await visit(kept);
  expect([all.value.size, all.value.has('s-0' as TransferKey), all.value.has('s-300' as TransferKey)]).toEqual([
    300,
    true,
    false,
  ]);
  expect(kept.values.size).toBe(300);
});

test('a long title is kept in part', async () => {
  const kept = storage();
  (await visit(kept)).note([sent('s-1', NOW, { title: 'x'.repeat(4096) })]);
  expect((await visit(kept)).all.value.get('s-1' as TransferKey)?.title).toBe('x'.repeat(200));
});

test('nothing of one person is told any more, and the rest is', async () => {
  const kept = storage();
  const past = await visit(kept);
  past.note([sent('s-1', NOW), sent('s-2', NOW, { peer: 'ponmlkjihgfedcba' as DeviceId })]);
  past.forget(HANA);
  past.note([sent('s-1', NOW)]); // it is still on the first screen
  expect([...past.all.value.keys()]).toEqual(['s-2']);
  expect([...(await visit(kept)).all.value.keys()]).toEqual(['s-2']);
});

test('what cannot be read is no past, and goes', async () => {
  const kept = storage(
    new Map<IDBValidKey, unknown>([
      ['s-1', { title: 'x' }],
      ['s-2', 'x'],
      [3, {}],
    ]),
  );
  expect((await visit(kept)).all.value.size).toBe(0);
  expect(kept.values.size).toBe(0);
});

test('a storage that refuses has nothing, and what is sent now is told all the same', async () => {
  const refused = Promise.resolve({ ok: false as const, failure: 'refused' as const, cause: undefined });
  const past = new Past({ entries: () => refused, set: () => refused, change: () => refused }, () => NOW);
  await past.load();
  past.note([sent('s-1', NOW)]);
  expect(past.all.value.size).toBe(1);
});
