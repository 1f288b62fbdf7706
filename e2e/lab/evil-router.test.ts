/** A router that sits in the middle with two connections, in short. `npm run lab -- evil-router` plays all that it may try. */
import { expect, test } from 'vitest';
import { play } from '../evil-router/play.ts';
import { VARIANTS } from '../evil-router/variants.ts';
import { Checks } from './checks.ts';
import { expectAllMet, needsTheLab } from './setting.ts';

needsTheLab();

test('a router that exchanges fingerprints reads nothing of a file, and both screens say so', async () => {
  const checks = new Checks();
  const exchanges = VARIANTS.find(({ name }) => name === 'exchanges');
  expect(exchanges).toBeDefined();
  if (exchanges !== undefined) await play(exchanges, {}, checks);
  expectAllMet(checks.all);
});
