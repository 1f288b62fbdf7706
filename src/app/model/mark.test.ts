import { expect, test } from 'vitest';
import type { DeviceId } from '../../protocol/signaling.ts';
import { first as en } from '../i18n/en/first.ts';
import { first as ja } from '../i18n/ja/first.ts';
import { markOf, PICTURES } from './mark.ts';

const id = (text: string) => text as DeviceId;

test('a device keeps its mark from visit to visit and from version to version', () => {
  const marks = ['AbCdEfGhIjKl', 'mnopqrstuvwx', '0123456789-_', '------------'].map((it) => markOf(id(it)));
  expect(marks.map(({ picture, digits }) => `${PICTURES[picture]} ${digits}`)).toEqual([
    '🌈 66',
    '🐶 99',
    '🚲 07',
    '🍙 89',
  ]);
});

test('64 different pictures, each with a different name in every language', () => {
  expect(new Set(PICTURES).size).toBe(64);
  for (const { pictures } of [en, ja]) expect(new Set(pictures).size).toBe(64);
});

test('every picture is a single character that is always drawn as a picture', () => {
  for (const picture of PICTURES) expect(picture).toMatch(/^\p{Emoji_Presentation}$/u);
});

test('ids that differ in one character have different marks: all marks occur, none much more often than others', () => {
  const seen = new Map<string, number>();
  const DEVICES = 64_000;
  for (let n = 0; n < DEVICES; n++) {
    const { picture, digits } = markOf(id(n.toString(36).padStart(12, 'A')));
    expect(digits).toMatch(/^\d\d$/u);
    for (const part of [`${picture}`, `:${digits}`]) seen.set(part, (seen.get(part) ?? 0) + 1);
  }
  const counts = (isDigits: boolean) =>
    [...seen].filter(([part]) => part.startsWith(':') === isDigits).map(([, n]) => n);
  for (const [all, expected] of [
    [counts(false), DEVICES / 64],
    [counts(true), DEVICES / 100],
  ] as const) {
    expect(all).toHaveLength(DEVICES / expected);
    expect(Math.min(...all)).toBeGreaterThan(expected * 0.8);
    expect(Math.max(...all)).toBeLessThan(expected * 1.2);
  }
});
