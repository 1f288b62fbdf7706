import { expect, test } from 'vitest';
import type { TransferKey } from '../../transfer/view.ts';
import { CLOSED, closed, opened, waiting } from './sheet.ts';

/** Newest first, as the model lists them. */
const arrived = (...keys: string[]) => keys.map((key) => ({ key: key as TransferKey }));
const keys = (list: readonly { key: TransferKey }[]) => list.map(({ key }) => key);

test('the one that has waited longest is shown first, and nothing takes its place while it is shown', () => {
  const sheet = opened(CLOSED, arrived('b', 'a'));
  expect(sheet.shown).toBe('a');
  expect(opened(sheet, arrived('c', 'b', 'a'))).toBe(sheet);
  expect(keys(waiting(sheet, arrived('c', 'b', 'a')))).toEqual(['b', 'c']);
});

test('it stays when it is saved, until the person is done; then the next one comes', () => {
  const sheet = opened(opened(CLOSED, arrived('b', 'a')), arrived('b'));
  expect(sheet.shown).toBe('a');
  const after = closed(sheet, arrived('b'), 'done');
  expect(after.shown).toBeUndefined();
  expect(opened(after, arrived('b')).shown).toBe('b');
});

test('"Later" means all that have come so far, and not what comes after', () => {
  const later = closed(opened(CLOSED, arrived('b', 'a')), arrived('b', 'a'), 'later');
  expect(opened(later, arrived('b', 'a')).shown).toBeUndefined();
  expect(waiting(later, arrived('b', 'a'))).toEqual([]);
  expect(opened(later, arrived('c', 'b', 'a')).shown).toBe('c');
});

test('one that was never saved does not come back when it is closed', () => {
  const after = closed(opened(CLOSED, arrived('a')), arrived('a'), 'done');
  expect(opened(after, arrived('a')).shown).toBeUndefined();
});

test('the person can ask for any of them', () => {
  expect(opened(CLOSED, arrived('b', 'a'), 'b' as TransferKey).shown).toBe('b');
});
