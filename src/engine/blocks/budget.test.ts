import { expect, test } from 'vitest';
import { Budget } from './budget.ts';

/** Takes of these sizes, and the numbers of those that have been given so far. */
function taking(budget: Budget, ...sizes: readonly number[]) {
  const given: number[] = [];
  const takes = sizes.map(async (bytes, index) => {
    const giveBack = await budget.take(bytes);
    given.push(index);
    return giveBack;
  });
  return { given, takes };
}

const settled = () => new Promise((resolve) => setImmediate(resolve));

test('gives out what there is, first come, first served', async () => {
  const { given, takes } = taking(new Budget(10), 4, 4, 4, 1);
  await settled();
  expect(given).toEqual([0, 1]); // the small one waits behind the large one
  (await takes[0])?.();
  await settled();
  expect(given).toEqual([0, 1, 2, 3]);
});

test('what is given back twice counts once', async () => {
  const { given, takes } = taking(new Budget(2), 1, 1, 2);
  const giveBack = await takes[0];
  giveBack?.();
  giveBack?.();
  await settled();
  expect(given).toEqual([0, 1]);
  (await takes[1])?.();
  await settled();
  expect(given).toEqual([0, 1, 2]);
});
