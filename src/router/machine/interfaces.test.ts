import { expect, it } from 'vitest';
import type { Interfaces } from './addresses.ts';
import { interfacesNow } from './interfaces.ts';

it('when the system refuses, the last known interfaces are returned', () => {
  const told: Interfaces = { lan0: [] };
  expect(interfacesNow(() => told)).toBe(told);
  const refuse = () => {
    throw Object.assign(new Error('uv_interface_addresses returned EMFILE'), { code: 'ERR_SYSTEM_ERROR' });
  };
  expect(interfacesNow(refuse)).toBe(told);
});
