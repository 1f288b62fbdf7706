import { expect, it } from 'vitest';
import { leavesFrom } from './route.ts';

it('leaves from the address that the kernel chooses', async () => {
  expect(await Promise.all(['127.0.0.1', '10.1.1.1'].map((own) => leavesFrom(own, '127.0.0.1')))).toEqual([
    true,
    false,
  ]);
});

/** The address of a socket for which the kernel has found none. */
const NONE = '0.0.0.0';

it('leaves from none where the kernel has no route', async () => {
  expect(await leavesFrom(NONE, '255.255.255.255')).toBe(false);
});

it('is unknown when the kernel refuses for another reason', async () => {
  expect(await leavesFrom(NONE, '::1')).toBeUndefined(); // EINVAL on a socket for IPv4
});
