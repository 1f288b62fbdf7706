import { expect, it } from 'vitest';
import type { RouterId } from './bus.ts';
import { LeftAlone } from './left-alone.ts';

it('a router, or an address, is left alone for half a minute since it misbehaved last', () => {
  const alone = new LeftAlone();
  const id = 'r2' as RouterId;
  alone.add(id, 0);
  alone.addAddress('192.168.1.2', 0);
  alone.add(id, 5_000);
  const at = (now: number) => [alone.has(id, now), alone.hasAddress('192.168.1.2', now)];
  expect([at(0), at(29_999), at(30_000), at(35_000)]).toEqual([
    [true, true],
    [true, true],
    [true, false],
    [false, false],
  ]);
  alone.tick(30_000);
  expect(at(0)).toEqual([true, false]);
  expect([alone.has('r3' as RouterId, 0), alone.hasAddress('192.168.1.3', 0)]).toEqual([false, false]);
});
