import { describe, expect, it } from 'vitest';
import { pathOf, sheetOf, toggled } from './sheet.ts';

const sheet = (query: string) => sheetOf(new URLSearchParams(query));

it.each([
  ['', 'a4', ['ja', 'ja-x-easy', 'en']],
  ['size=a6', 'a6', ['ja', 'ja-x-easy', 'en']],
  ['size=a5', 'a4', ['ja', 'ja-x-easy', 'en']],
  ['lang=en', 'a4', ['ja', 'en']],
  ['lang=ja', 'a4', ['ja', 'ja-x-easy', 'en']],
  ['lang=EN,%20en,tlh', 'a4', ['ja', 'en']],
  ['lang=constructor', 'a4', ['ja', 'ja-x-easy', 'en']],
  ['lang=en&size=a6&lang=ja-x-easy', 'a6', ['ja', 'en', 'ja-x-easy']],
] as const)('?%s is paper %s with %j', (query, size, languages) => {
  expect(sheet(query)).toEqual({ size, languages });
});

describe('a link', () => {
  it.each(['', 'size=a6', 'lang=en', 'size=a6&lang=en,ja-x-easy'])('to ?%s leads to that sheet', (query) => {
    expect(sheet(pathOf(sheet(query)).split('?')[1] ?? '')).toEqual(sheet(query));
  });

  it('puts a language onto the sheet, or takes it away; the usual ones when none is left', () => {
    expect(pathOf(toggled(sheet(''), 'en'))).toBe('/poster?lang=ja-x-easy');
    expect(pathOf(toggled(sheet('lang=ja-x-easy'), 'en'))).toBe('/poster');
    expect(pathOf(toggled(sheet('lang=en'), 'en'))).toBe('/poster');
  });
});
