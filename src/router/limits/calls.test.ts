import { describe, expect, it } from 'vitest';
import type { DeviceId } from '../../protocol/signaling.ts';
import { Calls } from './calls.ts';
import { LIMITS } from './limits.ts';
import { placesOf } from './places.ts';

const PHONE = placesOf('192.168.42.7');
const id = (number: number): DeviceId => `device-${number}`.padEnd(12, '-') as DeviceId;
const upTo = (count: number): readonly number[] => Array.from({ length: count }, (_, index) => index);

describe('with the limits of the product', () => {
  it('a person sends to everybody in a room of 40, and once more after an interruption', () => {
    const calls = new Calls(LIMITS.calls);
    for (const now of [0, 5_000])
      for (const one of upTo(40))
        for (const what of ['connect', 'offer'] as const) expect(calls.allow(PHONE, id(one), what, now)).toBe(true);
  });

  it('all phones that may be behind one NAT address can call somebody each', () => {
    const calls = new Calls(LIMITS.calls);
    for (const one of upTo(LIMITS.socketsPerAddress)) expect(calls.allow(PHONE, id(one), 'connect', 0)).toBe(true);
  });

  it('a thousand ids at one address make few offers, and few more as time goes by', () => {
    const calls = new Calls(LIMITS.calls);
    const count = (now: number) => upTo(1_000).filter(() => calls.allow(PHONE, id(1), 'offer', now)).length;
    expect(count(0)).toBe(LIMITS.calls.offers);
    expect(count(60_000)).toBe(LIMITS.calls.offersPerMinute);
  });
});

it('a refused call costs nothing: no callee where offers are used up, and no offer where callees are', () => {
  const calls = new Calls({ ...LIMITS.calls, callees: 2, offers: 1 });
  expect(calls.allow(PHONE, id(1), 'offer', 0)).toBe(true);
  expect(calls.allow(PHONE, id(2), 'offer', 0)).toBe(false);
  expect(calls.allow(PHONE, id(3), 'connect', 0)).toBe(true);
  expect(calls.allow(PHONE, id(4), 'connect', 0)).toBe(false);
});

it('addresses of one IPv6 network share a limit, far above that of one address', () => {
  const calls = new Calls({ ...LIMITS.calls, callees: 1, crowd: 3 });
  const from = (host: number, callee: number) => calls.allow(placesOf(`fd00::${host}`), id(callee), 'connect', 0);
  expect([from(1, 1), from(1, 2), from(2, 3), from(3, 4), from(4, 5)]).toEqual([true, false, true, true, false]);
});

it('all clients of a proxy on this machine share a limit, far above that of one address', () => {
  const calls = new Calls({ ...LIMITS.calls, callees: 1, crowd: 3 });
  const proxied = upTo(4).map((callee) => calls.allow(placesOf('::ffff:127.0.0.1'), id(callee), 'connect', 0));
  expect(proxied).toEqual([true, true, true, false]);
});

it('forgets the place that was quiet for longest when there are too many', () => {
  const calls = new Calls({ ...LIMITS.calls, callees: 1, places: 2 });
  const from = (host: number, callee: number) => calls.allow(placesOf(`10.0.0.${host}`), id(callee), 'connect', 0);
  expect([from(1, 1), from(2, 1), from(1, 2), from(3, 1), from(1, 2), from(2, 2)]).toEqual([
    true,
    true,
    false,
    true,
    false,
    true,
  ]);
});
