import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DeviceId } from '../../protocol/signaling.ts';
import type { RouterId } from '../mesh/bus.ts';
import { Listing } from './listing.ts';

const device = (router: string, number: number): DeviceId => `${router}-${number}` as DeviceId;
const fill = (listing: Listing, router: string, count: number): void => {
  for (let number = 0; number < count; number++) listing.put(device(router, number), router as RouterId, false);
};
const counts = (ids: readonly DeviceId[]): Record<string, number> => {
  const found: Record<string, number> = {};
  for (const id of ids) {
    const [router = ''] = id.split('-');
    found[router] = (found[router] ?? 0) + 1;
  }
  return found;
};

describe('while there is room', () => {
  it('everybody is listed, in the order in which they came', () => {
    const listing = new Listing();
    fill(listing, 'a', 2);
    fill(listing, 'b', 1);
    expect(listing.settle(3)).toEqual({ show: ['a-0', 'b-0', 'a-1'], hide: [] });
    expect([listing.more, listing.settle(3)]).toEqual([0, { show: [], hide: [] }]);
  });
});

describe('when there is none', () => {
  it('a router with few devices is listed completely, and those with many share the rest', () => {
    const listing = new Listing();
    fill(listing, 'liar', 500);
    listing.settle(100);
    fill(listing, 'few', 8);
    fill(listing, 'many', 60);
    const { show, hide } = listing.settle(100);
    expect(counts(show)).toEqual({ few: 8, many: 46 });
    expect(counts(hide)).toEqual({ liar: 54 });
    expect(listing.more).toBe(568 - 100);
  });

  it('a device that leaves makes room for one that waits', () => {
    const listing = new Listing();
    fill(listing, 'a', 3);
    const { show } = listing.settle(2);
    expect(show).toEqual(['a-0', 'a-1']);
    listing.delete(device('a', 0));
    expect(listing.settle(2)).toEqual({ show: ['a-2'], hide: [] });
  });

  it('new own devices take places from the router with most', () => {
    const listing = new Listing();
    fill(listing, 'a', 3);
    fill(listing, 'b', 1);
    listing.settle(4);
    expect(listing.settle(2)).toEqual({ show: [], hide: ['a-0', 'a-1'] });
    expect(counts(listing.settle(0).hide)).toEqual({ a: 1, b: 1 });
  });

  it('a caller replaces the device that was listed longest', () => {
    const listing = new Listing();
    fill(listing, 'a', 3);
    listing.settle(2);
    expect(listing.favour(device('a', 2))).toBe(true);
    expect(listing.settle(2)).toEqual({ show: [], hide: ['a-0'] });
    expect(listing.favour(device('a', 2))).toBe(false);
    expect(listing.favour(device('nobody', 1))).toBe(false);
  });

  it('a device that walks to another router stays listed', () => {
    const listing = new Listing();
    fill(listing, 'a', 2);
    listing.settle(1);
    listing.put(device('a', 0), 'b' as RouterId, true);
    expect(listing.settle(1)).toEqual({ show: [], hide: [] });
    expect(listing.more).toBe(1);
  });
});

it('after any events the list is full or holds every device, and no router has two more than one with waiting devices', () => {
  const step = fc.record({
    what: fc.constantFrom('put' as const, 'delete' as const, 'favour' as const),
    id: fc.nat(14),
    router: fc.constantFrom('a', 'b', 'c'),
    room: fc.nat(8),
  });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
      const listing = new Listing();
      const [places, listed] = [new Map<DeviceId, string>(), new Set<DeviceId>()];
      for (const { what, id, router, room } of steps) {
        const who = `d-${id}` as DeviceId;
        if (what === 'put') {
          listing.put(who, router as RouterId, listed.has(who));
          places.set(who, router);
        } else if (what === 'delete') {
          listing.delete(who);
          places.delete(who);
          listed.delete(who);
        } else if (listing.favour(who)) listed.add(who);
        const { show, hide } = listing.settle(room);
        for (const one of hide) expect(listed.delete(one)).toBe(true);
        for (const one of show) listed.add(one);
        expect(listed.size).toBe(Math.min(room, places.size));
        expect(listing.more).toBe(places.size - listed.size);
        const count = (at: string) => [...listed].filter((one) => places.get(one) === at).length;
        for (const [one, at] of places)
          if (!listed.has(one))
            for (const other of ['a', 'b', 'c']) expect(count(other)).toBeLessThanOrEqual(count(at) + 1);
      }
    }),
  );
});
