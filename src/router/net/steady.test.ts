import { expect, it } from 'vitest';
import type { Networks } from './networks.ts';
import { steady, WOBBLE_MS } from './steady.ts';

const lan = { interface: 'lan0', address: '192.168.42.1', cidr: '192.168.42.0/24' };
const backhaul = { interface: 'bh0', address: '192.168.1.144', cidr: '192.168.1.0/24' };
const whole: Networks = { lan, backhaul, own: [lan.address, backhaul.address], problems: [] };
const out: Networks = { lan, own: [lan.address], problems: [] };
const moved: Networks = {
  lan,
  backhaul: { ...backhaul, address: '192.168.1.7' },
  own: [lan.address, '192.168.1.7'],
  problems: [],
};

/** The networks that are served after each look, a second apart. */
const over = (...looks: readonly Networks[]): readonly Networks[] => {
  let state = { served: looks[0] ?? out, wholeAt: 0 };
  return looks.map((networks, second) => {
    state = steady(state, networks, second * 1_000);
    return state.served;
  });
};

it('a cable that is out for a moment changes nothing, however often', () => {
  const looks = [whole, out, out, whole, out, out, out, out, out, whole];
  expect(over(...looks).every((served) => served === whole)).toBe(true);
});

it('a cable that stays out is no longer served', () => {
  const looks = [whole, ...Array.from({ length: WOBBLE_MS / 1_000 + 1 }, () => out), whole];
  expect(over(...looks).slice(-3)).toEqual([whole, out, whole]);
});

it('a cable that goes in, and another address, are served at once', () => {
  expect(over(out, whole, moved)).toEqual([out, whole, moved]);
});
