import { expect, test } from 'vitest';
import { parseLastRouter } from '../device/last-router.ts';
import { parseOpening } from './arrivals.ts';

test.each([
  ['', { shared: undefined, choose: false }],
  ['?choose', { shared: undefined, choose: true }],
  ['?shared=kept', { shared: 'kept', choose: false }],
  ['?shared=lost&choose', { shared: 'lost', choose: true }],
  ['?shared=<script>', { shared: undefined, choose: false }],
])('%s says how the page begins', (search, opening) => {
  expect(parseOpening(search)).toEqual(opening);
});

test('the last router that was reached is read back, and nothing else', () => {
  const router = { name: 'East Gym', address: 'https://hikyaku.internal' };
  expect(parseLastRouter({ ...router, more: 1 })).toEqual(router);
  for (const value of [undefined, 'East Gym', { ...router, name: '' }, { ...router, address: 1 }, {}])
    expect(parseLastRouter(value)).toBeUndefined();
});
