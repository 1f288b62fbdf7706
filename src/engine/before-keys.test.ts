/** What was received before devices had keys, from one with a shorter id, which will not come back. */
import { expect, test } from 'vitest';
import type { DeviceId } from '../protocol/signaling.ts';
import type { TransferKey } from '../transfer/view.ts';
import { acceptAll, bytes, connect, Device } from './testing/device.ts';

const FILE = bytes(100_000, 1);

/** The device in its next visit, and what it has received as an earlier version would have written it down. */
async function later() {
  const [a, b] = [new Device('a'), new Device('b')];
  connect(a, b, 1);
  a.send(b.id, { file: FILE });
  const { key } = await acceptAll(b);
  await b.phase('saved');
  const [record] = (await b.catalog.all()) ?? [];
  if (record === undefined) throw new Error('nothing was written down');
  const old = { ...record, key: `r-abcdefghijkl-${record.id}` as TransferKey, peer: 'abcdefghijkl' as DeviceId };
  const pack = await b.store.open(old.key, FILE.length);
  await pack.write(0, FILE.slice());
  await pack.close();
  await b.catalog.put(old);
  await b.catalog.delete(key);
  await b.store.delete(key);
  await b.leave();
  const next = new Device('b', b);
  await next.restore();
  return { next, key: old.key };
}

test('is shown, and its bytes are there to be saved', async () => {
  const { next, key } = await later();
  expect(next.views.get(key)).toMatchObject({ phase: 'saved', verified: true, peer: 'abcdefghijkl' });
  expect(await next.holds(key, 0, FILE)).toBe(true);
});

test('and did not arrive whole says so once, asks nobody to go on, and frees its bytes', async () => {
  const [a, b] = [new Device('a'), new Device('b')];
  connect(a, b, 1);
  a.send(b.id, { file: FILE });
  const { key } = await acceptAll(b);
  await b.phase('saved');
  const [record] = (await b.catalog.all()) ?? [];
  if (record === undefined) throw new Error('nothing was written down');
  const { key: _, peer: __, ...rest } = record;
  const old = { key: `r-abcdefghijkl-${record.id}` as TransferKey, peer: 'abcdefghijkl' as DeviceId };
  const pack = await b.store.open(old.key, FILE.length);
  await pack.write(0, FILE.slice(0, 10));
  await pack.close();
  await b.catalog.put({ ...rest, ...old, state: 'receiving' });
  await b.catalog.delete(key);
  await b.leave();
  const next = new Device('b', b);
  await next.restore();
  expect(next.views.get(old.key)).toMatchObject({ phase: 'failed', reason: 'version-mismatch' });
  next.engine.receive({ type: 'resume', key: old.key });
  await expect.poll(() => next.catalog.all()).toEqual([]);
  await expect.poll(() => next.store.keys()).not.toContain(old.key);
  expect(next.posted.map(({ type }) => type)).not.toContain('want-link');
});
