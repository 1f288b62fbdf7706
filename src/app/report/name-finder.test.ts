import { describe, expect, test, vi } from 'vitest';
import { nameFinder } from './name-finder.ts';

describe('names are found', () => {
  test.each<[string, readonly string[], string, string]>([
    [
      'that are plain words, longer ones first',
      ['Brave', 'Brave Crane', ''],
      'Brave Crane and Brave left',
      '* and * left',
    ],
    ['that overlap', ['Brave Crane', 'Crane Hall'], 'the Brave Crane Hall here', 'the * here'],
    ['that stand side by side', ['a', 'bc'], 'abc', '**'],
    ['that begin alike', ['DCIM/100APPLE/1.jpg', 'DCIM/100APPLE/12.jpg'], 'DCIM/100APPLE/12.jpg', '*'],
    ['that are as short or as long as can be', ['鶴', 'x'.repeat(300)], `${'x'.repeat(300)}鶴`, '**'],
    ['and nothing else', ['Brave Crane'], 'Brave Cran', 'Brave Cran'],
  ])('%s', (_, names, text, shown) => {
    expect(nameFinder(names)(text, '*')).toBe(shown);
  });
});

/** How often the finder looks something up in a text that nearly names one of `count` files of a folder, again and again. */
function lookUps(count: number): number {
  const find = nameFinder(Array.from({ length: count }, (_, index) => `DCIM/100APPLE/IMG_${index}.jpg`));
  const looked = vi.spyOn(Map.prototype, 'get');
  find('DCIM/100APPLE/IMG_ '.repeat(25), '*');
  const calls = looked.mock.calls.length;
  looked.mockRestore();
  return calls;
}

test('a text costs as much among 10,000 names as among ten', () => {
  expect(lookUps(10)).toBeGreaterThan(100);
  expect(lookUps(10_000)).toBeLessThanOrEqual(lookUps(10));
});
