import { expect, test } from 'vitest';
import { MemoryKeyval, Timers } from '../testing/memory-keyval.ts';
import { Journal, PATIENCE_MS } from './journal.ts';

function begin() {
  const store = new MemoryKeyval();
  const timers = new Timers();
  let refusals = 0;
  const journal = new Journal({
    store,
    schedule: timers.schedule,
    refused: () => {
      refusals += 1;
    },
  });
  return { store, timers, journal, refusals: () => refusals };
}

test('what comes together is written together, and each is told when it is written', async () => {
  const { store, journal } = begin();
  const written = await Promise.all([1, 2, 3].map((n) => journal.write({ put: [[`k${n}`, n]] })));
  expect(written).toEqual([true, true, true]);
  expect(store.writes).toBe(1);
  expect([...store.kept]).toEqual([
    ['k1', 1],
    ['k2', 2],
    ['k3', 3],
  ]);
});

test('the last word on a key counts, whatever it was', async () => {
  const { store, journal } = begin();
  await Promise.all([
    journal.write({ put: [['a', 1]] }),
    journal.write({ delete: ['a', 'b'] }),
    journal.write({ put: [['b', 2]] }),
  ]);
  expect([...store.kept]).toEqual([['b', 2]]);
});

test('what comes while it writes is written next', async () => {
  const { store, journal } = begin();
  const first = journal.write({ put: [['a', 1]] });
  await Promise.resolve();
  await Promise.resolve();
  const second = journal.write({ put: [['a', 2]] });
  expect(await Promise.all([first, second])).toEqual([true, true]);
  expect(store.writes).toBe(2);
  expect(store.kept.get('a')).toBe(2);
});

test('a browser that refuses is a value, and so is one that does not answer', async () => {
  const { store, timers, journal, refusals } = begin();
  store.refuses = 'full';
  expect(await journal.write({ put: [['a', 1]] })).toBe(false);
  store.refuses = undefined;
  store.writesLeft = 0;
  const hanging = journal.write({ put: [['a', 1]] });
  await new Promise(setImmediate);
  timers.ring(PATIENCE_MS);
  expect(await hanging).toBe(false);
  expect(refusals()).toBe(2);
});
