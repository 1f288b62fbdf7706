import unhomoglyph from 'unhomoglyph';
import { describe, expect, test } from 'vitest';
import { lookOf, type Table } from './look.ts';

const none: Table = (text) => text;

describe.each([
  ['the own table', none],
  ['the own table and UTS #39', unhomoglyph],
])('by %s', (_, table) => {
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
      ['斎藤', '齋藤'],
      ['斉藤', '齊籐'],
      ['渡辺', '渡邊'],
      ['高橋', '髙橋'],
      ['山崎', '山﨑'],
      ['吉田', '𠮷田'],
      ['山田さん', '山田'],
      ['はなちゃん', 'ハナ'],
      ['伊藤様', '伊藤さん'],
    ])('%s and %s', (one, other) => {
      expect(lookOf(one, table)).toBe(lookOf(other, table));
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
      ['さん', '様'],
      ['高橋', '高島'],
    ])('%s and %s', (one, other) => {
      expect(lookOf(one, table)).not.toBe(lookOf(other, table));
    });
  });
});

test('only the table of UTS #39 knows rare scripts', () => {
  const rare = [
    ['Hana', 'ꓧɑո𝔞'], // Lisu, IPA, Armenian, mathematical
    ['Aki', 'Ꭺkі'], // Cherokee, Cyrillic
    ['Leo', 'ꓡe੦'], // Lisu, Gurmukhi
  ] as const;
  const found = (table: Table) => rare.filter(([one, other]) => lookOf(one, table) === lookOf(other, table)).length;
  expect([found(none), found(unhomoglyph)]).toEqual([0, rare.length]);
});
