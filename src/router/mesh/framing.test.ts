import fc from 'fast-check';
import { expect, it } from 'vitest';
import { Deframer, frame } from './framing.ts';

it('returns the frames, however the bytes arrive', () => {
  fc.assert(
    fc.property(
      fc.array(fc.string({ minLength: 1, maxLength: 200, unit: 'grapheme' }), { minLength: 1, maxLength: 20 }),
      fc.array(fc.integer({ min: 1, max: 90 }), { minLength: 1 }),
      (texts, cuts) => {
        const bytes = Buffer.concat(texts.map((text, index) => frame(index % 2 ? text : Buffer.from(text))));
        const deframer = new Deframer(4_000);
        const got: string[] = [];
        for (let at = 0, turn = 0; at < bytes.length; turn += 1) {
          const next = at + (cuts[turn % cuts.length] ?? 1);
          got.push(...(deframer.push(bytes.subarray(at, next))?.map(String) ?? ['broken']));
          at = next;
        }
        expect(got).toEqual(texts);
      },
    ),
  );
});

it.each([
  ['too long', Buffer.from([0, 0, 4, 1])],
  ['empty', Buffer.from([0, 0, 0, 0])],
])('says at once that a frame is %s, before it comes', (_, header) => {
  expect(new Deframer(1_024).push(header)).toBeUndefined();
});
