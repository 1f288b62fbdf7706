/** Whatever the disk does, and whenever the router dies: what was acknowledged is there, and nothing else is given to anybody. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { Island, type Step } from './testing/island.ts';

const nat = fc.nat(99);
const often = (weight: number, what: Step[0]) => ({
  weight,
  arbitrary: fc.tuple(fc.constant(what), nat, nat) as fc.Arbitrary<Step>,
});
const steps = fc.array(
  fc.oneof(
    often(6, 'put'),
    often(4, 'together'),
    often(3, 'take back'),
    often(1, 'forge'),
    often(3, 'upload'),
    often(1, 'upload other'),
    often(2, 'hide'),
    often(1, 'show'),
    often(1, 'wait'),
    often(2, 'tick'),
    often(5, 'fault'),
    often(1, 'restart'),
    often(1, 'kill'),
    often(1, 'power cut'),
  ),
  { minLength: 1, maxLength: 24 },
);
const chances = fc.array(fc.integer({ min: 0, max: 1_000 }), { minLength: 1, maxLength: 16 });

it('what was acknowledged is there byte for byte, and nothing that was refused, forged or taken back', async () => {
  let cuts = 0;
  await fc.assert(
    fc.asyncProperty(steps, chances, async (all, drawn) => {
      let next = 0;
      const island = await Island.open(() => {
        next += 1;
        return (drawn[next % drawn.length] ?? 0) / 1_000;
      });
      for (const step of all) await island.run(step);
      await island.check();
      cuts += all.filter(([what]) => what === 'fault' || what === 'power cut').length;
    }),
    { numRuns: 60 },
  );
  expect(cuts).toBeGreaterThan(25);
}, 120_000);
