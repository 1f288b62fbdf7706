import { describe, expect, test } from 'vitest';
import { alike, skeleton } from './look-alike.ts';

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

test('finds exactly those whose name is like that of another', () => {
  const people = ['Hana', 'Aki', 'hana', 'AKI', 'Haru'].map((name, id) => ({ id, name }));
  expect([...alike(people)].sort()).toEqual([0, 1, 2, 3]);
  expect(alike([]).size).toBe(0);
});
