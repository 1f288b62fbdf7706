import { describe, expect, it } from 'vitest';
import { median, show, spread } from './figures.ts';

describe('a spread', () => {
  it('has the least, the quartiles and the most, in whatever order the figures came', () => {
    expect(spread([5, 1, 4, 2, 3])).toEqual({ least: 1, lower: 2, median: 3, upper: 4, most: 5 });
  });

  it('lies between two figures where none is in the middle', () => {
    expect(spread([1, 2, 3, 5])).toEqual({ least: 1, lower: 1.75, median: 2.5, upper: 3.5, most: 5 });
  });

  it('is one figure when there is one', () => {
    expect(spread([0.7])).toEqual({ least: 0.7, lower: 0.7, median: 0.7, upper: 0.7, most: 0.7 });
  });

  it('sorts by size and not by letters, and leaves the list alone', () => {
    const figures = [10, 9, 100];
    expect(median(figures)).toBe(10);
    expect(figures).toEqual([10, 9, 100]);
  });

  it('is no number without figures', () => {
    expect(Object.values(spread([])).every(Number.isNaN)).toBe(true);
  });

  it('is said in a few words', () => {
    expect(show(spread([0.9, 0.95, 1]))).toBe('0.95 (0.93 to 0.97; 0.90 to 1.00)');
    expect(show(spread([19.44]), 1)).toBe('19.4 (19.4 to 19.4; 19.4 to 19.4)');
  });
});
