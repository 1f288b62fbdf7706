/** A sample of what `e2e/router/hello-fuzz.test.ts` tries completely: signatures cost milliseconds. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { CLOSE } from '../../protocol/signaling.ts';
import { answerTo, flips, honest, mutated, wrongAnswerTo } from './testing/mutated-hellos.ts';

const scene = honest();
/** Of the bits; a prime, so that it falls on every place within a byte. */
const EVERY = 29;

it('what somebody else could have said is dismissed with a code, whatever it is, and nothing throws', () => {
  const property = fc.property(mutated(scene), (frame) => {
    expect(wrongAnswerTo(frame, scene)).toBeUndefined();
  });
  fc.assert(property, { numRuns: 600 });
});

it('no bit of what is signed can be turned over', () => {
  expect(answerTo(scene).do).toBe('admit');
  let tried = 0;
  for (const { what, scene: flipped } of flips(scene))
    if (tried++ % EVERY === 0)
      expect({ what, ...answerTo(flipped) }).toMatchObject({ what, do: 'dismiss', code: CLOSE.notProven });
});
