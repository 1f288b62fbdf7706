/** What a person does with received files. */
import { describe, expect, test, vi } from 'vitest';
import { TRASH_LIFE_MS } from '../transfer/keeping.ts';
import type { TransferKey } from '../transfer/view.ts';
import type { ReceivedRecord } from './records/catalog.ts';
import { acceptAll, bytes, Device } from './testing/device.ts';
import { deleteForGood, pair } from './testing/pair.ts';

describe('actions of a person on received files', () => {
  const files = { one: bytes(10, 1), two: bytes(20, 2), three: bytes(30, 3) };
  async function saved() {
    const { a, b } = pair();
    a.send(b.id, files);
    const { key } = await acceptAll(b);
    await b.phase('saved');
    return { b, key };
  }
  const handedOver = (device: Device, key: TransferKey) => device.views.get(key)?.kept?.handedOver;

  test('are remembered by the next visit, file by file, and so is the time of arrival', async () => {
    const { b, key } = await saved();
    const at = b.views.get(key)?.kept?.at;
    b.engine.receive({ type: 'handed-over', key, files: [[2, 2]] });
    b.engine.receive({ type: 'handed-over', key, files: [[0, 0]] });
    expect(handedOver(b, key)).toHaveLength(2);
    await expect.poll(async () => (await b.catalog.all())?.[0]).toMatchObject({ handedOver: [{}, {}] });
    await b.leave();
    const later = new Device('b', b, 1000);
    await later.restore();
    expect(later.views.get(key)).toMatchObject({
      phase: 'saved',
      kept: {
        at,
        handedOver: [
          [0, 0],
          [2, 2],
        ],
      },
    });
  });

  test('hiding removes a transfer from the list and deletes nothing, now and on the next visit', async () => {
    const { b, key } = await saved();
    b.engine.receive({ type: 'hide', key });
    expect(b.views.get(key)?.kept?.isHidden).toBe(true);
    await expect.poll(async () => (await b.catalog.all())?.[0]).toMatchObject({ isHidden: true });
    await b.leave();
    const later = new Device('b', b);
    await later.restore();
    expect(later.views.get(key)).toMatchObject({ phase: 'saved', kept: { isHidden: true } });
    expect(await later.holds(key, 10, files.two)).toBe(true);
  });

  test('deleting can be undone, also on the next visit, and then everything is as before', async () => {
    const { b, key } = await saved();
    b.engine.receive({ type: 'delete', key });
    await expect.poll(async () => (await b.catalog.all())?.[0]).toHaveProperty('deleted');
    await b.leave();
    const later = new Device('b', b, 1000);
    await later.restore();
    expect(later.views.get(key)?.kept?.deleted?.ms).toBeGreaterThanOrEqual(1000);
    later.engine.receive({ type: 'restore', key });
    expect(later.views.get(key)?.kept).not.toHaveProperty('deleted');
    expect(await later.holds(key, 0, files.one)).toBe(true);
    await expect.poll(async () => (await b.catalog.all())?.[0]).not.toHaveProperty('deleted');
  });

  test('a deleted transfer goes for good after a day, while the page stays open', async () => {
    const { b, key } = await saved();
    vi.useFakeTimers({ toFake: ['Date', 'performance', 'setTimeout', 'clearTimeout'] });
    try {
      b.engine.receive({ type: 'delete', key });
      await vi.advanceTimersByTimeAsync(TRASH_LIFE_MS - 1000);
      expect(await b.store.keys()).toEqual([key]);
      await vi.advanceTimersByTimeAsync(1000);
      expect(b.views.has(key)).toBe(false);
      expect(await b.store.keys()).toEqual([]);
      expect(await b.catalog.all()).toEqual([]);
    } finally {
      vi.useRealTimers();
    }
  });

  test('a clock set forward by a year does not free what was deleted a moment before', async () => {
    const { b, key } = await saved();
    b.engine.receive({ type: 'delete', key });
    await expect.poll(async () => (await b.catalog.all())?.[0]).toHaveProperty('deleted');
    await b.leave();
    const later = new Device('b', b, 365 * TRASH_LIFE_MS);
    await later.restore();
    expect(later.views.get(key)?.kept).toHaveProperty('deleted');
    later.engine.receive({ type: 'restore', key });
    expect(await later.holds(key, 10, files.two)).toBe(true);
  });

  test('only what is in the trash can be freed for good', async () => {
    const { b, key } = await saved();
    b.engine.receive({ type: 'purge', key });
    expect(b.views.get(key)?.phase).toBe('saved');
    expect(await b.holds(key, 0, files.one)).toBe(true);
  });

  test('never refer to a missing file', async () => {
    const { b, key } = await saved();
    b.engine.receive({ type: 'handed-over', key, files: [[1, 70]] });
    await expect.poll(() => handedOver(b, key)).toEqual([[1, 2]]);
  });

  test('a late mark does not bring back a deleted transfer', async () => {
    const { b, key } = await saved();
    b.engine.receive({ type: 'handed-over', key, files: [[0, 2]] });
    deleteForGood(b, key);
    b.engine.receive({ type: 'handed-over', key, files: [[0, 2]] });
    await expect.poll(() => b.store.keys()).toEqual([]);
    expect(await b.catalog.all()).toEqual([]);
  });

  test('files that were only viewed are freed at once', async () => {
    const { b, key } = await saved();
    b.engine.receive({ type: 'read', request: 1, key, what: 0, isGlance: true });
    await b.until(() => b.posted.find(({ type }) => type === 'blob'));
    deleteForGood(b, key);
    await expect.poll(() => b.store.keys()).toEqual([]);
  });

  test('small files that are being downloaded stay for a minute, not longer', async () => {
    const { b, key } = await saved();
    vi.useFakeTimers({ toFake: ['Date', 'performance', 'setTimeout', 'clearTimeout'] });
    try {
      b.engine.receive({ type: 'read', request: 1, key, what: 0 });
      await b.until(() => b.posted.find(({ type }) => type === 'blob'));
      deleteForGood(b, key);
      await vi.advanceTimersByTimeAsync(50_000);
      expect(await b.catalog.all()).toEqual([]);
      expect(await b.store.keys()).toEqual([key]);
      await vi.advanceTimersByTimeAsync(20_000);
      expect(await b.store.keys()).toEqual([]);
    } finally {
      vi.useRealTimers();
    }
  });
});

test('that nobody was asked is remembered with the files, while they come and at later visits', async () => {
  const { a, b } = pair();
  a.send(b.id, { one: bytes(10, 1) });
  const { key, entries } = await b.until(() => b.offers[0]);
  const { put } = b.catalog;
  const written: unknown[] = [];
  Object.assign(b.catalog, {
    put: (record: ReceivedRecord) => {
      written.push([record.state, record.isUnasked]);
      return put(record);
    },
  });
  b.engine.receive({ type: 'accept', key, files: [[0, entries.length - 1]], isUnasked: true });
  expect(b.views.get(key)).toMatchObject({ kept: { isUnasked: true } });
  await b.phase('saved');
  expect(written).toEqual([
    ['receiving', true],
    ['saved', true],
  ]);
  b.engine.receive({ type: 'elsewhere', key, files: [[0, 0]] });
  await expect.poll(async () => (await b.catalog.all())?.[0]).toMatchObject({ elsewhere: [{}], isUnasked: true });
  await b.leave();
  const later = new Device('b', b);
  await later.restore();
  expect(later.views.get(key)).toMatchObject({ phase: 'saved', kept: { isUnasked: true } });
});
