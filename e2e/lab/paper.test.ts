/** The paper's experiment, both halves (`npm run lab -- paper` prints them side by side). */
import { test } from 'vitest';
import { play } from './case.ts';
import { AS_PUBLISHED, checkOurs, checkPublished, WITH_OUR_RULES } from './scenarios/paper.ts';
import { expectAllMet, needsTheLab } from './setting.ts';

needsTheLab();

test('as published: STUN tells Client 1 its private address, and the pair is a relay', async () => {
  expectAllMet(checkPublished(await play(AS_PUBLISHED)));
});

test('with our rules: the pair is direct, and nothing of the file passes coturn', async () => {
  expectAllMet(checkOurs(await play(WITH_OUR_RULES)));
});
