/** Four routers, cut in two and joined again, while people and a router come and go. The lab does it with twelve, at random. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Random } from '../drive/random.ts';
import { Crowd } from '../mesh/crowd.ts';
import { playRound } from '../mesh/split-merge.ts';
import { whyNot } from './place.ts';

/** For a busy machine. */
const WITHIN_MS = 20_000;
/** Chosen once, so that a green test does not turn red by chance. */
const SEED = 2025;

const skip = whyNot();
describe.skipIf(skip !== undefined)(`four routers${skip === undefined ? '' : ` (${skip})`}`, () => {
  const random = new Random(SEED);
  let crowd: Crowd;
  beforeAll(async () => {
    crowd = await Crowd.gather({ routers: 4, islands: 2, peoplePerRouter: 3, others: 4 });
  }, 60_000);
  afterAll(() => crowd?.close());

  it('know of everybody', async () => {
    expect(await crowd.right(crowd.routers, WITHIN_MS)).toEqual([]);
  });

  it.each([
    ['while people come and go', 0],
    ['while a router is killed and starts again, too', 1],
  ])('are right on two islands, and as one again, %s', { timeout: 120_000 }, async (_, restarts) => {
    const round = await playRound(crowd, random, { islands: 2, splitMs: 3_000, deeds: 20, restarts });
    expect(round.apartWrong).toEqual([]);
    expect(round.wrong).toEqual([]);
  });
});
