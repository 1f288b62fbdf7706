import { expect, it } from 'vitest';
import { leavesFrom } from './route.ts';

it('is by the address that the kernel takes', async () => {
  expect(await Promise.all(['127.0.0.1', '10.1.1.1'].map((own) => leavesFrom(own, '127.0.0.1')))).toEqual([
    true,
    false,
  ]);
});
