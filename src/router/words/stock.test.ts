import { expect, it } from 'vitest';
import { newSecret } from '../../protocol/keys.ts';
import type { Bringer } from '../../words/holding.ts';
import { type Load, Stock } from './stock.ts';
import { phone } from './testing/bench.ts';

const MB = 1024 * 1024;
const ann = newSecret();
const router: Bringer = { is: 'router', id: 'r2' };
const load = (by: Bringer, bytes: number, events = 0, isOwn = false): Load => ({ by, bytes, events, isOwn });
const newStock = (bytes = 1_000 * MB, events = 20_000) => new Stock({ bytes, events });

it('a device has a share, whatever address it comes from', () => {
  const stock = newStock();
  stock.add(load(phone(ann, '10.0.0.1'), 30 * MB));
  expect(stock.mayAdd(load(phone(ann, '10.0.0.2'), 2 * MB))).toBe(true);
  expect(stock.mayAdd(load(phone(ann, '10.0.0.2'), 2 * MB + 1))).toBe(false);
  stock.subtract(load(phone(ann, '10.0.0.1'), 30 * MB));
  expect(stock.mayAdd(load(phone(ann, '10.0.0.2'), 32 * MB))).toBe(true);
});

it('a device writes so many posts, and carries many more for others', () => {
  const stock = newStock();
  stock.add(load(phone(ann), 500, 500, true));
  expect(stock.mayAdd(load(phone(ann), 1, 1, true))).toBe(false);
  expect(stock.mayAdd(load(phone(ann), 1, 1, false))).toBe(true);
  expect(stock.mayAdd(load(phone(newSecret()), 1, 1, true))).toBe(true);
});

it.each([
  ['10.0.0.1', 0.25],
  ['fd00::1', 0.25],
  ['127.0.0.1', 0.5],
])('address %s has a share, whatever keys it makes up: %d', (address, part) => {
  const stock = newStock(100 * MB);
  for (let count = 0; count < part * 10; count += 1) {
    const isLast = count + 1 > part * 10;
    stock.add(load(phone(newSecret(), address), isLast ? 5 * MB : 10 * MB));
  }
  expect(stock.mayAdd(load(phone(newSecret(), address), 1))).toBe(false);
  expect(stock.mayAdd(load(phone(newSecret(), '10.0.0.9'), 1))).toBe(true);
});

it('so has a network in which somebody makes up addresses, and another router', () => {
  const stock = newStock(100 * MB);
  for (let count = 0; count < 5; count += 1) stock.add(load(phone(newSecret(), `fd00::${count + 1}`), 10 * MB));
  expect(stock.mayAdd(load(phone(newSecret(), 'fd00::9'), 1))).toBe(false);
  stock.add(load(router, 49 * MB, 9_999));
  expect(stock.mayAdd(load(router, 1 * MB, 1))).toBe(true);
  expect(stock.mayAdd(load(router, 1 * MB, 2))).toBe(false);
});

it('is short by what does not fit', () => {
  const stock = newStock(100, 10);
  stock.add(load(phone(ann), 90, 10));
  expect(stock.short(load(phone(ann), 5, 0))).toEqual({ bytes: 0, events: 0 });
  expect(stock.short(load(phone(ann), 15, 2))).toEqual({ bytes: 5, events: 2 });
});

it('only those who have more than a fair part make room for others', () => {
  const stock = newStock(90, 90);
  const [greedy, modest, comer] = ['10.0.0.1', '10.0.0.2', '10.0.0.3'].map((address) => phone(newSecret(), address));
  if (!greedy || !modest || !comer) throw new Error('three');
  stock.add(load(greedy, 60, 1));
  stock.add(load(modest, 30, 1));
  expect([stock.yields(greedy, comer), stock.yields(modest, comer)]).toEqual([true, false]); // each has a third of it
  expect([stock.yields(modest, greedy), stock.yields(greedy, greedy)]).toEqual([false, true]);
  stock.add(load(modest, 0, 30)); // and of the events
  expect(stock.yields(modest, comer)).toBe(true);
});
