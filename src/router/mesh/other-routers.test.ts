import { describe, expect, it } from 'vitest';
import type { RouterId } from './bus.ts';
import { OtherRouters } from './other-routers.ts';

const ID = 'r2--------------' as RouterId;

/** `phone`: a router that may be a phone behind another one. */
function lab(phone?: RouterId) {
  const others = new OtherRouters(
    async () => false,
    ({ address }) => address.startsWith('192.168.'),
    (id) => id !== phone,
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

describe('two of them that have one address', () => {
  const OTHER = 'r3--------------' as RouterId;
  const own = { address: '192.168.1.1', prefix: 24 };
  const backhaul = { address: '192.168.1.2', prefix: 24 };
  const stun = { address: '192.168.1.2', port: 3478 };

  it('cannot be reached, neither of them, and clients are sent to neither, until one has another address or leaves', () => {
    const others = lab();
    const seen = () => [ID, OTHER].map((id) => [others.apartFrom(id), others.stunOf(id)?.address]);
    others.joined(ID, 'fe80::2');
    others.joined(OTHER, 'fe80::3');
    others.told(ID, { name: 'R2', stun, backhaul });
    others.told(OTHER, { name: 'R3', backhaul });
    others.lookAtAllWays(own);
    expect(seen()).toEqual([
      ['shared-address', undefined],
      ['shared-address', undefined],
    ]);
    others.told(OTHER, { name: 'R3', backhaul: { address: '192.168.1.3', prefix: 24 } });
    expect(seen()).toEqual([
      [undefined, '192.168.1.2'],
      [undefined, undefined],
    ]);
    others.told(OTHER, { name: 'R3', backhaul });
    others.left(OTHER, 0);
    expect(others.apartFrom(ID)).toBeUndefined();
  });

  it('is no reason to avoid the first, when the second may be a phone behind it', () => {
    const others = lab(OTHER);
    others.joined(ID, 'fe80::2');
    others.joined(OTHER, '192.168.1.2');
    others.told(ID, { name: 'R2', backhaul });
    others.told(OTHER, { name: 'a phone', backhaul });
    expect([ID, OTHER].map((id) => others.apartFrom(id))).toEqual([undefined, undefined]);
  });

  it('have the same one as this router: that is said first', () => {
    const others = lab();
    for (const id of [ID, OTHER]) {
      others.joined(id, 'fe80::2');
      others.told(id, { name: id, backhaul });
    }
    others.lookAtAllWays(backhaul);
    expect([ID, OTHER].map((id) => others.apartFrom(id))).toEqual(['same-address', 'same-address']);
  });
});
