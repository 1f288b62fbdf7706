import fc from 'fast-check';
import { expect, test } from 'vitest';
import { covered, overlapping, replaceSpans, type Span } from './spans.ts';

const spans: readonly Span[] = [
  { position: 0, length: 10 },
  { position: 10, length: 5 },
  { position: 20, length: 1 },
];

test('finds exactly the spans that share bytes with a range', () => {
  expect(overlapping(spans, 10, 20)).toEqual([{ position: 10, length: 5 }]);
  expect(overlapping(spans, 15, 20)).toEqual([]);
  expect(overlapping(spans, 9, 21)).toEqual(spans);
  expect(overlapping(spans, 21, 99)).toEqual([]);
});

test('notices gaps and missing ends', () => {
  expect(covered(spans, 0, 15)).toBe(true);
  expect(covered(spans, 3, 16)).toBe(false);
  expect(covered(spans, 14, 21)).toBe(false);
  expect(covered(spans, 20, 22)).toBe(false);
  expect(covered(spans, 7, 7)).toBe(true);
});

test('replacing keeps the spans sorted, apart, and equal to the set of bytes written', () => {
  const write = fc.record({ position: fc.nat(60), length: fc.integer({ min: 1, max: 20 }) });
  fc.assert(
    fc.property(fc.array(write, { maxLength: 20 }), (writes) => {
      const list: Span[] = [];
      const model = new Set<number>();
      for (const { position, length } of writes) {
        const end = position + length;
        const added: Span[] = [{ position, length }];
        for (const old of overlapping(list, position, end)) {
          const oldEnd = old.position + old.length;
          if (old.position < position) added.unshift({ position: old.position, length: position - old.position });
          if (oldEnd > end) added.push({ position: end, length: oldEnd - end });
        }
        replaceSpans(list, added);
        for (let at = position; at < end; at++) model.add(at);
      }
      const bytes = list.flatMap((span) => Array.from({ length: span.length }, (_, at) => span.position + at));
      expect(bytes).toEqual([...model].sort((a, b) => a - b));
    }),
  );
});
