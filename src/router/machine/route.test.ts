import { expect, it } from 'vitest';
import { leavesFrom } from './route.ts';

it('is by the address that the kernel takes', async () => {
  expect(await Promise.all(['127.0.0.1', '10.1.1.1'].map((own) => leavesFrom(own, '127.0.0.1')))).toEqual([
    true,
    false,
  ]);
});

/** What a socket has for an address as long as the kernel has found it none. */
const NONE = '0.0.0.0';

it('is by none where the kernel knows no way', async () => {
  expect(await leavesFrom(NONE, '255.255.255.255')).toBe(false);
});

it('is not known where the kernel refuses for another reason', async () => {
  expect(await leavesFrom(NONE, '::1')).toBeUndefined(); // EINVAL on a socket for IPv4
});
