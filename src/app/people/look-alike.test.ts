import unhomoglyph from 'unhomoglyph';
import { beforeAll, describe, expect, test } from 'vitest';
import { alike, learn, skeleton, type Table } from './look-alike.ts';

const none: Table = (text) => text;

describe.each([
  ['the own table', none],
  ['the own table and UTS #39', unhomoglyph],
])('by %s', (_, table) => {
  beforeAll(() => learn(table));

  describe('alike', () => {
    test.each([
      ['Hana', 'HANA'],
      ['Hana', 'H ana.'],
      ['Hana', 'Наnа'], // Cyrillic Н, а, а
      ['Hana', 'Hána'],
      ['Alice', 'A1ice'],
      ['Bob', 'B0b'],
      ['Marn', 'Mam'],
      ['さとう', 'サトウ'],
      ['きっと', 'キツト'],
      ['ニコニコ', '二コ二コ'],
      ['ロビー', '口ビ一'],
      ['受付', '受 付'],
      ['ﾊﾅ', 'はな'],
      ['🌻', '🌻 '],
    ])('%s and %s', (one, other) => {
      expect(skeleton(one)).toBe(skeleton(other));
    });
  });

  describe('not alike', () => {
    test.each([
      ['Hana', 'Hanae'],
      ['はな', 'ばな'],
      ['はな', 'ぱな'],
      ['佐藤', '斎藤'],
      ['Brave Owl', 'Brave Fox'],
      ['🌻', '🌷'],
      ['!', '?'],
      ['Team 3', 'Team 4'],
    ])('%s and %s', (one, other) => {
      expect(skeleton(one)).not.toBe(skeleton(other));
    });
  });
});

test('only the table of UTS #39 knows rare scripts', () => {
  const rare = [
    ['Hana', 'ꓧɑո𝔞'], // Lisu, IPA, Armenian, mathematical
    ['Aki', 'Ꭺkі'], // Cherokee, Cyrillic
    ['Leo', 'ꓡe੦'], // Lisu, Gurmukhi
  ] as const;
  const found = () => rare.filter(([one, other]) => skeleton(one) === skeleton(other)).length;
  learn(none);
  expect(found()).toBe(0);
  learn(unhomoglyph);
  expect(found()).toBe(rare.length);
});

test('finds exactly those whose name is like that of another', () => {
  const people = ['Hana', 'Aki', 'hana', 'AKI', 'Haru'].map((name, id) => ({ id, name }));
  expect([...alike(people)].sort()).toEqual([0, 1, 2, 3]);
  expect(alike([]).size).toBe(0);
});
