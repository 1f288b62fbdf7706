import { expect, it } from 'vitest';
import type { DeviceId } from '../../protocol/signaling.ts';
import { Calls } from '../limits/calls.ts';
import { LIMITS } from '../limits/limits.ts';
import type { RouterId } from '../mesh/bus.ts';
import { farPlacesOf } from './far-places.ts';

const id = (number: number): DeviceId => `device-${number}`.padEnd(12, '-') as DeviceId;

it('devices of another router have a limit each, and one together', () => {
  const calls = new Calls({ ...LIMITS.calls, callees: 1, crowd: 2 });
  const router = 'r'.repeat(16) as RouterId;
  const from = (device: number, callee: number) =>
    calls.allow(farPlacesOf(router, id(device)), id(callee), 'connect', 0);
  expect([from(1, 1), from(1, 2), from(2, 3), from(3, 4)]).toEqual([true, false, true, false]);
});
