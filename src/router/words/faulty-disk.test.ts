/** Whatever the disk does, and whenever the router dies: what was acknowledged is there, and nothing else is given to anybody. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { Island } from './testing/island.ts';
import type { Step } from './testing/island-words.ts';

const nat = fc.nat(99);
const often = (weight: number, what: Step[0]) => ({
  weight,
  arbitrary: fc.tuple(fc.constant(what), nat, nat) as fc.Arbitrary<Step>,
});
const oneStep = (together: number) =>
  fc.oneof(
    often(6, 'put'),
    often(together, 'together'),
    often(3, 'take back'),
    often(1, 'forge'),
    often(3, 'upload'),
    often(2, 'upload twice'),
    often(1, 'upload other'),
    often(1, 'rot'),
    often(2, 'hide'),
    often(1, 'show'),
    often(1, 'wait'),
    often(2, 'tick'),
    often(together / 2 + 3, 'fault'),
    often(1, 'restart'),
    often(1, 'kill'),
    often(1, 'power cut'),
  );
const ample = { steps: fc.array(oneStep(4), { minLength: 1, maxLength: 40 }), room: fc.constant(1e6) };
const tight = {
  steps: fc.array(oneStep(16), { minLength: 16, maxLength: 40 }),
  room: fc.integer({ min: 4_500, max: 9_000 }),
};
const chances = fc.array(fc.integer({ min: 0, max: 1_000 }), { minLength: 1, maxLength: 16 });

it.each([
  ['ample', ample, 0],
  ['less than what comes', tight, 10],
])(
  'what was acknowledged is there byte for byte, and nothing that was refused, forged or taken back: room is %s',
  async (_, { steps, room }, evictedAtLeast) => {
    let [cuts, evicted] = [0, 0];
    await fc.assert(
      fc.asyncProperty(steps, chances, room, async (all, drawn, bytesAtMost) => {
        let next = 0;
        const island = await Island.open(() => {
          next += 1;
          return (drawn[next % drawn.length] ?? 0) / 1_000;
        }, bytesAtMost);
        for (const step of all) await island.run(step);
        await island.check();
        evicted += island.evicted;
        cuts += all.filter(([what]) => what === 'fault' || what === 'power cut').length;
      }),
      { numRuns: 60 },
    );
    expect(cuts).toBeGreaterThan(25);
    expect([evicted >= evictedAtLeast, evicted > 0]).toEqual([true, evictedAtLeast > 0]);
  },
  120_000,
);
