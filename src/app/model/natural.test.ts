import { describe, expect, test } from 'vitest';
import { compareNames, inNaturalOrder } from './natural.ts';

const sorted = (names: readonly string[], locale = 'en') => inNaturalOrder(names, (name) => name, locale);

describe('names in the order in which people count', () => {
  test.each<[string, readonly string[]]>([
    ['numbers by their value', ['img1.jpg', 'img2.jpg', 'img10.jpg', 'img11.jpg']],
    ['more than one number', ['2026-1-9', '2026-1-10', '2026-11-1']],
    ['letters of both sizes together', ['a1', 'A2', 'a3', 'B1']],
    ['Japanese', ['写真2.jpg', '写真10.jpg']],
    ['full-width digits', ['名簿２.xlsx', '名簿１０.xlsx']],
    ['folder by folder', ['a/1', 'a/2', 'a/b/1', 'a b/1']],
    ['numbers in folders', ['2/1.jpg', '10/1.jpg', '10/2.jpg', '10/10.jpg']],
    ['what differs only in zeros', ['img01', 'img1']],
  ])('%s', (_, names) => {
    expect(sorted([...names].reverse())).toEqual(names);
    expect(sorted(names)).toEqual(names);
  });

  test('by the language of the person', () => {
    expect(sorted(['ä', 'z', 'a'], 'de')).toEqual(['a', 'ä', 'z']);
    expect(sorted(['ä', 'z', 'a'], 'sv')).toEqual(['a', 'z', 'ä']);
  });

  test('equal names keep their places, and only they are equal', () => {
    const two = [
      { name: 'a', n: 1 },
      { name: 'a', n: 2 },
    ];
    expect(inNaturalOrder(two, ({ name }) => name, 'en')).toEqual(two);
    expect(compareNames('a', 'a', 'en')).toBe(0);
    expect(compareNames('01', '1', 'en')).not.toBe(0);
  });

  test('folders deeper than anybody makes them stay as they came', () => {
    const deep = '/'.repeat(100);
    expect(sorted([`${deep}2`, `${deep}1`, 'a'])).toEqual([`${deep}2`, `${deep}1`, 'a']);
  });

  test('what is too much to sort stays as it came', () => {
    const many = Array.from({ length: 20_001 }, (_, n) => `${20_001 - n}`);
    expect(sorted(many)).toBe(many);
  });
});
