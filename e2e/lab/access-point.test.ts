/** Unfriendly access points. */
import { test } from 'vitest';
import { play } from './case.ts';
import { ISOLATION, NO_MULTICAST, NO_UDP } from './cases.ts';
import { expectAllMet, needsTheLab } from './setting.ts';

needsTheLab();

test('multicast is dropped: still direct', async () => {
  expectAllMet((await play(NO_MULTICAST)).checks.all);
});

test('UDP of one phone is dropped: relayed over TCP', async () => {
  expectAllMet((await play(NO_UDP)).checks.all);
});

test('stations are isolated: relayed', async () => {
  expectAllMet((await play(ISOLATION)).checks.all);
});
