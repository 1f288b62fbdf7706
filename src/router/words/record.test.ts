import fc from 'fast-check';
import { expect, it } from 'vitest';
import { recordOf, scan, textAt } from './record.ts';

const texts = fc.array(fc.string({ unit: 'grapheme', maxLength: 40 }), { minLength: 1, maxLength: 6 });
const fileOf = (all: readonly string[]) => Buffer.concat(all.map(recordOf));

it('records are read as they were written', () => {
  fc.assert(
    fc.property(texts, (all) => {
      const { records, damaged, torn } = scan(fileOf(all));
      expect(records.map(({ text }) => text)).toEqual(all);
      expect([damaged, torn]).toEqual([0, 0]);
      for (const { text, offset } of records) expect(textAt(fileOf(all), offset)).toBe(text);
    }),
  );
});

it('a file that ends anywhere has lost only the record in which it ends', () => {
  fc.assert(
    fc.property(texts, fc.nat(), (all, where) => {
      const file = fileOf(all);
      const end = where % file.length;
      const whole = scan(file).records.filter(({ offset, bytes }) => offset + bytes <= end);
      const cut = scan(file.subarray(0, end));
      expect(cut.records).toEqual(whole);
      expect(cut.torn).toBe(end - whole.reduce((sum, { bytes }) => sum + bytes, 0));
    }),
  );
});

it('a byte that is damaged loses only the record in which it is', () => {
  fc.assert(
    fc.property(texts, fc.nat(), fc.integer({ min: 1, max: 255 }), (all, where, change) => {
      const file = fileOf(all);
      const at = where % file.length;
      const others = scan(file).records.filter(({ offset, bytes }) => at < offset || at >= offset + bytes);
      file[at] = (file[at] ?? 0) ^ change;
      const found = scan(file);
      expect(found.records).toEqual(others);
      expect(found.damaged + Math.min(1, found.torn)).toBe(1);
    }),
  );
});
