/**
 * What a listener could make of hellos, at the router's entry: other ones in each run, 2,500, or as many as
 * `HIKYAKU_HELLOS` says. Bits turned over are tried completely; a sample of both runs with the units.
 */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { CLOSE } from '../../src/protocol/signaling.ts';
import { answerTo, flips, honest, mutated, wrongAnswerTo } from '../../src/router/signaling/testing/mutated-hellos.ts';

const MUTATIONS = Number(process.env['HIKYAKU_HELLOS'] ?? 2_500);
const scene = honest();

it(`${MUTATIONS} mutated hellos are dismissed with a code, and none throws`, { timeout: 900_000 }, () => {
  const property = fc.property(mutated(scene), (frame) => {
    expect(wrongAnswerTo(frame, scene)).toBeUndefined();
  });
  // The entry is pure: a frame that comes again, such as the same bit turned over, would get the same answer.
  fc.assert(property, { numRuns: MUTATIONS, ignoreEqualValues: true });
});

it('each bit of what is signed, turned over by itself, is dismissed', { timeout: 60_000 }, () => {
  let tried = 0;
  for (const { what, scene: flipped } of flips(scene)) {
    expect({ what, ...answerTo(flipped) }).toMatchObject({ what, do: 'dismiss', code: CLOSE.notProven });
    tried += 1;
  }
  expect(tried).toBe(256 + 512 + 53 + 128 + 96);
});
