import { expect, it } from 'vitest';
import { newSecret } from '../../protocol/keys.ts';
import type { Bringer } from '../../words/holding.ts';
import { type Load, ownerOf, Stock } from './stock.ts';
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

it('room is shared by place and router, and between phones here and routers elsewhere', () => {
  const owners = ['10.0.0.1', '::ffff:10.0.0.1', 'fd00::1', 'fd00::2', '::1'].map((address) =>
    ownerOf(phone(newSecret(), address)),
  );
  expect(owners.map(({ key }) => key)).toEqual([
    'place 10.0.0.1',
    'place 10.0.0.1',
    'place fd00:0:0:0::/64',
    'place fd00:0:0:0::/64',
    'place ::1',
  ]);
  expect([ownerOf(router), ownerOf(phone(ann)).side]).toEqual([{ side: 'linked', key: 'router r2' }, 'here']);
  const stock = newStock();
  stock.add(load(phone(ann, 'fd00::1'), 30, 1));
  stock.add(load(phone(ann, 'fd00::2'), 20, 1));
  stock.add(load(router, 10, 1));
  expect(['here', 'place fd00:0:0:0::/64', 'linked', 'router r2', 'router r3'].map((key) => stock.of(key))).toEqual([
    { bytes: 50, events: 2 },
    { bytes: 50, events: 2 },
    { bytes: 10, events: 1 },
    { bytes: 10, events: 1 },
    { bytes: 0, events: 0 },
  ]);
});
