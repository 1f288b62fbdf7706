import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { TransferKey, TransferView } from '../../transfer/view.ts';
import {
  type Effects,
  isOwnCache,
  KEEPING_PLACES,
  type KeepingPlace,
  LONGEST_MS,
  lossOf,
  ownDatabases,
  ownTexts,
  PATIENCE_MS,
  placesIn,
  removeAll,
} from './plan.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** All places, of which those in `odd` behave differently; `asked` records the order. */
function places(odd: Partial<Effects> = {}): { readonly effects: Effects; readonly asked: KeepingPlace[] } {
  const asked: KeepingPlace[] = [];
  const effects = Object.fromEntries(
    KEEPING_PLACES.map((place) => [
      place,
      () => {
        asked.push(place);
        return (odd[place] ?? (async () => {}))();
      },
    ]),
  ) as Effects;
  return { effects, asked };
}

const never = () => new Promise<void>(() => {});
const fails = async () => {
  throw new Error('no');
};
const throws = (): Promise<void> => {
  throw new DOMException('refused at the mere touch', 'SecurityError');
};

describe('removing everything', () => {
  test('empties every place, and leaves nothing', async () => {
    const { effects, asked } = places();
    expect(await removeAll(effects)).toEqual([]);
    expect([...asked].sort()).toEqual([...KEEPING_PLACES].sort());
  });

  test('touches caches and files only when nothing can fill them again', async () => {
    let unregister = (): void => {};
    const { effects, asked } = places({
      worker: () =>
        new Promise((resolve) => {
          unregister = resolve;
        }),
    });
    const removed = removeAll(effects);
    await vi.advanceTimersByTimeAsync(PATIENCE_MS - 1);
    expect(asked).not.toContain('caches');
    expect(asked).not.toContain('files');
    unregister();
    expect(await removed).toEqual([]);
    expect(asked).toContain('caches');
  });

  test.each([
    ['fails', fails],
    ['throws at once', throws],
  ])('a place that %s is named as left, and hinders no other', async (_, odd) => {
    for (const place of KEEPING_PLACES) {
      const { effects, asked } = places({ [place]: odd });
      expect(await removeAll(effects)).toEqual([place]);
      expect(asked).toHaveLength(KEEPING_PLACES.length);
    }
  });

  test('a place that never answers counts as left after a while, and the rest is removed', async () => {
    const { effects, asked } = places({ databases: never, files: never });
    const removed = removeAll(effects);
    await vi.advanceTimersByTimeAsync(LONGEST_MS);
    expect(await removed).toEqual(['databases', 'files']);
    expect(asked).toHaveLength(KEEPING_PLACES.length);
  });

  test('a place that fails after it was given up does no harm', async () => {
    const { effects } = places({
      texts: () => new Promise((_, reject) => setTimeout(reject, PATIENCE_MS + 1, new Error('late'))),
    });
    const removed = removeAll(effects);
    await vi.advanceTimersByTimeAsync(PATIENCE_MS + 1);
    expect(await removed).toEqual(['texts']);
  });
});

describe('only our own data', () => {
  test('databases: all with our prefix, also of older versions; all known ones when the browser does not list them', () => {
    expect(ownDatabases([{ name: 'hikyaku-sent' }, { name: 'hikyaku-of-old' }, { name: 'hikyakusen' }, {}])).toEqual([
      'hikyaku-sent',
      'hikyaku-of-old',
    ]);
    expect(ownDatabases(undefined)).toEqual(
      ['settings', 'shared', 'received', 'sent', 'packs', 'ledger', 'people', 'past', 'words', 'messages', 'blobs'].map(
        (store) => `hikyaku-${store}`,
      ),
    );
  });

  test('texts and caches', () => {
    expect(ownTexts(['hikyaku-language', 'language', 'x-hikyaku-language'])).toEqual(['hikyaku-language']);
    const own = 'https://hikyaku.internal:8443';
    expect(isOwnCache(`workbox-precache-v2-${own}/`, own)).toBe(true);
    expect(isOwnCache(`workbox-precache-v2-${own}/other-app/`, own)).toBe(false);
    expect(isOwnCache(`hikyaku-words-${own}/`, own)).toBe(true);
    expect(isOwnCache(`hikyaku-words-${own}/other-app/`, own)).toBe(false);
    expect(isOwnCache(`pictures-${own}/`, own)).toBe(false);
  });

  test('unknown places from another page are ignored', () => {
    expect(placesIn(['files', 'attic', 7, null, 'databases'])).toEqual(['databases', 'files']);
  });
});

describe('what is lost', () => {
  const view = (of: object): TransferView =>
    ({ key: 'k' as TransferKey, files: 3, totalBytes: 3, storedBytes: 3, ...of }) as TransferView;
  const kept = { at: 1, handedOver: [], elsewhere: [] };

  test('received files by number, and of these the ones that may be nowhere else', () => {
    const transfers = [
      view({ phase: 'saved', direction: 'receiving', kept }),
      view({ phase: 'saved', direction: 'receiving', kept: { ...kept, elsewhere: [[0, 1]] } }),
      view({ phase: 'sent', direction: 'sending' }),
    ];
    expect(lossOf(transfers, true)).toEqual({ received: { files: 6, unsaved: 4 }, underWay: 0 });
  });

  test('transfers under way count, whatever they wait for', () => {
    const phases = ['waiting', 'sending', 'receiving', 'paused', 'interrupted', 'sent', 'failed', 'cancelled'];
    expect(
      lossOf(
        phases.map((phase) => view({ phase })),
        true,
      ).underWay,
    ).toBe(5);
  });

  test('received files are not counted before they are known, or when another page has them', () => {
    expect(lossOf([], false).received).toBeUndefined();
  });
});
