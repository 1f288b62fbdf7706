import fc from 'fast-check';
import { expect, it } from 'vitest';
import { shorten } from './shorten.ts';

it('leaves what has room and cuts the rest at a whole character', () => {
  expect(shorten('東体育館', 60, 14)).toBe('東体育館');
  expect(shorten('第三小学校 体育館（受付）', 94, 14)).toBe('第三小学校…');
  expect(shorten('Riverside Community Centre', 94, 14)).toBe('Riverside…');
  expect(shorten('👩‍👩‍👧‍👦👩‍👩‍👧‍👦👩‍👩‍👧‍👦', 140, 14)).toBe('👩‍👩‍👧‍👦👩‍👩‍👧‍👦…');
  expect(shorten('W'.repeat(40), 5, 14)).toBe('…');
});

it('is never longer than the room, whatever it is given', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 80 }), fc.integer({ min: 20, max: 300 }), (text, width) => {
      const cut = shorten(text, width, 14);
      expect(shorten(cut, width, 14)).toBe(cut);
      expect(text.startsWith(cut.replace(/…$/, ''))).toBe(true);
    }),
  );
});
