import { expect, test } from 'vitest';
import { formFor } from './forms.ts';
import { withoutReadings } from './readings.ts';
import { partsOf, placesOf } from './template.ts';

test('a text comes apart at its places', () => {
  expect(partsOf('{a} of {b}')).toEqual([{ text: '' }, { place: 'a' }, { text: ' of ' }, { place: 'b' }, { text: '' }]);
  expect(partsOf('{} {a b} none')).toEqual([{ text: '{} {a b} none' }]);
  expect(placesOf('{b} {a} {b}')).toEqual(['a', 'b', 'b']);
});

test('a form is chosen by its category, and every # is the number', () => {
  expect(formFor({ one: '# file', other: '# files' }, 'one', '1')).toBe('1 file');
  expect(formFor({ other: '# of #' }, 'many', '7')).toBe('7 of 7');
});

test('readings go where no ruby can stand; brackets behind anything but kanji stay', () => {
  expect(withoutReadings('送[おく]る 人[ひと] a[b]')).toBe('送る 人 a[b]');
});
