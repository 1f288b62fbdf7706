import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { backhaulAddressOf, moveTo } from './backhaul-address.ts';

const id = fc.base64String({ minLength: 16, maxLength: 16 });
const A = 'AAAAAAAAAAAAAAAA';
const B = 'BBBBBBBBBBBBBBBB';
const C = 'CCCCCCCCCCCCCCCC';
const at = (router: string, address: string) => ({ id: router, backhaul: `${address}/16` });

describe('the address of a router on the backhaul', () => {
  it('is in 10.107.0.0/16, and never ends in 0 or 255', () => {
    fc.assert(
      fc.property(id, fc.nat(1_000), (router, attempt) => {
        const [first, second, third, last] = backhaulAddressOf(router, attempt).split('.').map(Number);
        expect([first, second]).toEqual([10, 107]);
        expect(third).toBeLessThanOrEqual(255);
        expect(last).toBeGreaterThanOrEqual(1);
        expect(last).toBeLessThanOrEqual(254);
      }),
    );
  });

  it('stays the same for an id, as it was in earlier versions', () => {
    expect([0, 1, 2].map((attempt) => backhaulAddressOf('CaJnJDPpIm_BgPv9', attempt))).toMatchInlineSnapshot(`
      [
        "10.107.110.205",
        "10.107.82.166",
        "10.107.78.241",
      ]
    `);
  });

  it('differs between routers and attempts: of 500 at most a few are the same', () => {
    const all = Array.from({ length: 500 }, (_, index) =>
      backhaulAddressOf(`router-${index % 250}`, index < 250 ? 0 : 1),
    );
    expect(new Set(all).size).toBeGreaterThan(490);
  });
});

describe('a router moves', () => {
  it('when one with a smaller id has its address, and not otherwise', () => {
    expect(moveTo([at(B, '10.107.0.1'), at(A, '10.107.0.1')])).toBe(backhaulAddressOf(B, 0));
    expect(moveTo([at(A, '10.107.0.1'), at(B, '10.107.0.1')])).toBeUndefined();
    expect(moveTo([at(B, '10.107.0.1'), at(A, '10.107.0.2')])).toBeUndefined();
    expect(moveTo([{ id: B }, at(A, '10.107.0.2')])).toBeUndefined();
    expect(moveTo([at(B, '10.107.0.1'), { id: A }])).toBeUndefined();
    expect(moveTo([])).toBeUndefined();
  });

  it('when one in another network has the same address', () => {
    expect(moveTo([at(B, '10.107.0.1'), { id: A, backhaul: '10.107.0.1/24' }])).toBe(backhaulAddressOf(B, 0));
  });

  it('to the first of its addresses that nobody has', () => {
    const [first, second, third] = [0, 1, 2].map((attempt) => backhaulAddressOf(C, attempt)) as [
      string,
      string,
      string,
    ];
    expect(moveTo([at(C, first), at(A, first), at(B, second)])).toBe(third);
  });

  it('once, whoever is told first: of those with one address the smallest id stays', () => {
    fc.assert(
      fc.property(fc.uniqueArray(id, { minLength: 2, maxLength: 6 }), (ids) => {
        const all = ids.map((one) => at(one, '10.107.7.7'));
        const movers = all.filter((one) => moveTo([one, ...all.filter((other) => other !== one)]) !== undefined);
        expect(movers).toHaveLength(ids.length - 1);
        expect(movers.map((one) => one.id)).not.toContain([...ids].sort()[0]);
      }),
    );
  });
});
