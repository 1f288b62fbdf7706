import { expect, test } from 'vitest';
import type { Contents } from '../../transfer/contents.ts';
import type { TransferView } from '../../transfer/view.ts';
import { zipName } from './zip-name.ts';

const NOON = new Date(2026, 10, 29, 12).getTime();
const name = (from: string, at = NOON, contents: Contents = 'photos', title = 'IMG_2041.JPG') =>
  zipName(
    { contents, title, peerName: 'Fox', kept: { at, handedOver: [], elsewhere: [] } } as unknown as TransferView,
    from,
  );

test('says who sent it and when', () => {
  expect(name('Hanako')).toBe('Hanako 2026-11-29.zip');
  expect(name('受付 1')).toBe('受付 1 2026-11-29.zip');
});

test('a folder keeps its name', () => {
  expect(name('Hanako', NOON, 'named', '避難所の記録')).toBe('避難所の記録.zip');
});

test.each([0, -1, Number.NaN, 8.64e15])('a clock that says %d gives no date', (at) => {
  expect(name('Hanako', at)).toBe('Hanako.zip');
});

test('a name from outside is no path and holds nothing that a file system refuses', () => {
  expect(name('../a/b')).toBe('.._a_b 2026-11-29.zip');
  expect(name('a:b|c\u202e?\n')).toBe('a_b_c__ 2026-11-29.zip');
  expect(name('CON', 0)).toBe('CON_.zip');
  expect(name('   ')).toBe('IMG_2041.JPG 2026-11-29.zip');
  expect(new TextEncoder().encode(name('長'.repeat(200))).length).toBeLessThanOrEqual(255);
});
