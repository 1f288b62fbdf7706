import { expect, test } from 'vitest';
import { foreignPage } from './shared.ts';

const OWN = 'https://hikyaku.internal';

test.each([
  ['http://192.168.42.7/trap.html?x', 'http://192.168.42.7'],
  ['https://hikyaku.internal.example.org/', 'https://hikyaku.internal.example.org'],
  ['http://hikyaku.internal/', 'http://hikyaku.internal'],
  ['https://hikyaku.internal/', ''],
  ['', ''],
  ['about:client', ''],
  ['about:blank', ''],
  ['nonsense', ''],
])('a form that came from %j was sent by the page %j', (referrer, page) => {
  expect(foreignPage(referrer, OWN)).toBe(page);
});
