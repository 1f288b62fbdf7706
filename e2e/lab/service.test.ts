/** A router under systemd dies, while two browsers on its LAN send each other a file. `npm run lab -- service` does more, and measures. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Checks } from './checks.ts';
import { Service } from './service.ts';
import { expectAllMet, needsTheLab } from './setting.ts';

/** Large enough to be still under way after the blow. */
const FILE_BYTES = 100_000_000;

const lab = needsTheLab();
let service: Service;
beforeAll(async () => {
  if (lab.runs) service = await Service.start();
});
afterAll(() => service?.close());

test('it is back without anybody, and the file does not notice', async () => {
  const checks = new Checks();
  const { restarts } = await service.strike('is killed', FILE_BYTES, checks);
  expectAllMet(checks.all);
  expect(restarts).toBe(1);
});
