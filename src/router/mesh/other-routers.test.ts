import { expect, it } from 'vitest';
import type { RouterId } from './bus.ts';
import { OtherRouters } from './other-routers.ts';

const ID = 'r2--------------' as RouterId;

function lab() {
  const others = new OtherRouters(
    async () => false,
    ({ address }) => address.startsWith('192.168.'),
  );
  return others;
}

it('go by their id until they state their name', () => {
  const others = lab();
  others.joined(ID, 'fe80::2');
  expect(others.nameOf(ID)).toBe(ID);
  others.told(ID, { name: 'R2' });
  expect(others.nameOf(ID)).toBe('R2');
});

it('offer a STUN server only where clients may be sent', () => {
  const others = lab();
  others.joined(ID, 'fe80::2');
  others.told(ID, { name: 'R2', stun: { address: '203.0.113.1', port: 3478 } });
  expect(others.stunOf(ID)).toBeUndefined();
  others.told(ID, { name: 'R2', stun: { address: '192.168.1.2', port: 3478 } });
  expect(others.stunOf(ID)).toEqual({ address: '192.168.1.2', port: 3478 });
});

it('keep their names as long as something is known of their devices', () => {
  const others = lab();
  others.joined(ID, 'fe80::2');
  others.told(ID, { name: 'R2' });
  others.forgetUnless(() => false);
  expect(others.nameOf(ID)).toBe('R2');
  others.left(ID, 0);
  others.forgetUnless(() => true);
  expect(others.nameOf(ID)).toBe('R2');
  others.forgetUnless(() => false);
  expect(others.nameOf(ID)).toBe(ID);
});

it('are missing when they left, if they ever stated their name', () => {
  const others = lab();
  others.joined(ID, 'fe80::2');
  others.left(ID, 0);
  expect(others.departed(1_000)).toEqual([]);
  others.joined(ID, 'fe80::2');
  others.told(ID, { name: 'R2' });
  others.left(ID, 2_000);
  expect(others.departed(3_000)).toEqual([{ id: ID, name: 'R2', address: 'fe80::2', goneForMs: 1_000 }]);
});

it('are apart when both have one address, until they leave', () => {
  const others = lab();
  const backhaul = { address: '192.168.1.1', prefix: 24 };
  others.joined(ID, 'fe80::2');
  others.told(ID, { name: 'R2', backhaul });
  others.lookAtAllWays(backhaul);
  expect(others.apartFrom(ID)).toBe('same-address');
  others.left(ID, 0);
  expect(others.apartFrom(ID)).toBeUndefined();
});
