import { expect, test } from 'vitest';
import type { TransferKey } from '../transfer/view.ts';
import { zipKey } from './store/store.ts';
import { Zips } from './zips.ts';

const KEY = 'r-abcdefghijkl-0123456789abcdef' as TransferKey;
const ENTRIES = [{ path: 'a', size: 1, modified: 0 }];

/** Zips that are made when they are told to. `log`: what was begun and what was given up and cleared away. */
function slow() {
  const log: string[] = [];
  const finish: (() => void)[] = [];
  const clear: (() => void)[] = [];
  const zips = new Zips((_, __, signal) => {
    const number = finish.length;
    log.push(`begun ${number}`);
    return new Promise((resolve, reject) => {
      finish.push(() => resolve(new Blob([`${number}`])));
      signal.addEventListener('abort', () => {
        log.push(`stopped ${number}`);
        clear.push(() => reject(new Error('stopped')));
      });
    });
  });
  return { zips, log, finish, clear };
}

test('two who ask share one zip, and it is made to its end as long as one of them waits', async () => {
  const { zips, log, finish } = slow();
  const first = zips.get(KEY, ENTRIES, 1);
  const second = zips.get(KEY, ENTRIES, 2);
  zips.leave(1);
  finish[0]?.();
  expect(await (await second).text()).toBe('0');
  expect(await (await first).text()).toBe('0');
  expect(log).toEqual(['begun 0']);
});

test('it is given up when the last one leaves, and not before', async () => {
  const { zips, log, clear } = slow();
  const asked = [zips.get(KEY, ENTRIES, 1), zips.get(KEY, ENTRIES, 2)];
  zips.leave(1);
  zips.leave(7);
  expect(log).toEqual(['begun 0']);
  zips.leave(2);
  expect(log).toEqual(['begun 0', 'stopped 0']);
  expect(zips.has(zipKey(KEY))).toBe(true); // until what was written is gone
  clear[0]?.();
  expect((await Promise.allSettled(asked)).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  expect(zips.has(zipKey(KEY))).toBe(false);
});

test('asked for again it begins anew, when what was given up has been cleared away', async () => {
  const { zips, log, finish, clear } = slow();
  zips.get(KEY, ENTRIES, 1).catch(() => {});
  zips.leave(1);
  const again = zips.get(KEY, ENTRIES, 2);
  expect(log).toEqual(['begun 0', 'stopped 0']);
  clear[0]?.();
  await new Promise((resolve) => setImmediate(resolve));
  finish[1]?.();
  expect(await (await again).text()).toBe('1');
  expect(log).toEqual(['begun 0', 'stopped 0', 'begun 1']);
});

test('one that is there stays for the next who asks, and goes with its transfer', async () => {
  const { zips, log, finish } = slow();
  const first = zips.get(KEY, ENTRIES, 1);
  finish[0]?.();
  await first;
  zips.leave(1); // too late: it was answered
  expect(await (await zips.get(KEY, ENTRIES, 2)).text()).toBe('0');
  zips.forget(KEY);
  expect(zips.has(zipKey(KEY))).toBe(false);
  expect(log).toEqual(['begun 0', 'stopped 0']); // the signal of what is made already is heard by nobody
});

test('one that could not be made is tried anew by the next who asks', async () => {
  let tries = 0;
  const zips = new Zips(async () => {
    tries += 1;
    if (tries === 1) throw new Error('full');
    return new Blob(['b']);
  });
  await expect(zips.get(KEY, ENTRIES, 1)).rejects.toThrow('full');
  expect(await (await zips.get(KEY, ENTRIES, 2)).text()).toBe('b');
});
