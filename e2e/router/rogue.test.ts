/** A hostile machine on the backhaul: nothing changes for people. The lab attacks for longer and measures the costs. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fromInside, fromOutside, type Victims } from '../mesh/attacks.ts';
import { Ambush } from '../mesh/rogue.ts';
import { whyNot } from './place.ts';

const KEY = 'the key of this mesh';
const FOR_MS = 400;

const skip = whyNot();
describe.skipIf(skip !== undefined)(`a rogue${skip === undefined ? '' : ` (${skip})`}`, () => {
  let ambush: Ambush;
  let victims: Victims;
  beforeAll(async () => {
    ambush = await Ambush.lay('--mesh-key', KEY);
    victims = await ambush.victims(KEY);
  }, 60_000);
  afterAll(() => ambush?.close());

  it.each([
    ['outside', fromOutside],
    ['inside', fromInside],
  ] as const)(
    '%s of the mesh changes nothing for two people who call each other',
    { timeout: 120_000 },
    async (_, attacks) => {
      for (const { what, attack, told, shown, heard } of attacks(victims, FOR_MS)) {
        const watched = await ambush.watch(attack, told);
        expect({ what, news: watched.news }).toEqual({ what, news: [] });
        if (heard !== undefined) expect(watched.aftermath?.heard, what).toContain(heard);
        // One flood hides another: a sender of too much is no longer read.
        if (shown.length > 0) expect([...shown, 'too-many'], what).toContain(watched.shown[0]);
        await ambush.calm();
      }
    },
  );
});
