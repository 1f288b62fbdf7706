import { expect, it } from 'vitest';
import { backhaulAddress } from './apart.ts';
import type { RouterId } from './bus.ts';
import { type LeavesFrom, Ways } from './ways.ts';

const R2 = 'r2' as RouterId;
const OVER_IPV6 = 'fe80::2%bh0';
const OWN = backhaulAddress('192.168.1.1/24');
const OTHER = backhaulAddress('10.7.0.1/24');

it('asks the kernel anew with each look: for a route that came, and one that was lost', async () => {
  let hasRoute: boolean | undefined = false;
  const ways = new Ways(async () => hasRoute);
  const seen = [];
  for (hasRoute of [false, true, false, undefined, true, undefined]) {
    await ways.look(R2, OWN, OTHER, OVER_IPV6);
    seen.push(ways.apartFrom(R2));
  }
  expect(seen).toEqual(['other-network', undefined, 'other-network', 'other-network', undefined, undefined]);
});

it('asks one question at a time, keeps its last result meanwhile, and ignores answers about other addresses', async () => {
  const asked: string[] = [];
  let answer: (leaves: boolean) => void = () => {};
  const ask: LeavesFrom = (_, to) => {
    asked.push(to);
    return new Promise((resolve) => (answer = resolve));
  };
  const ways = new Ways(ask);
  const first = ways.look(R2, OWN, OTHER, OVER_IPV6);
  answer(false);
  await first;
  const second = ways.look(R2, OWN, OTHER, OVER_IPV6);
  await ways.look(R2, OWN, OTHER, OVER_IPV6);
  expect([asked.length, ways.apartFrom(R2)]).toEqual([2, 'other-network']);
  await ways.look(R2, OWN, backhaulAddress('10.8.0.1/24'), OVER_IPV6);
  answer(true);
  await second;
  expect([asked.length, ways.apartFrom(R2)]).toEqual([2, 'other-network']);
  const third = ways.look(R2, OWN, backhaulAddress('10.8.0.1/24'), OVER_IPV6);
  answer(true);
  await third;
  expect([asked[2], ways.apartFrom(R2)]).toEqual(['10.8.0.1', undefined]);
});

it('does not ask when the addresses suffice, and forgets routers that left', async () => {
  const ways = new Ways(() => Promise.reject(new Error('asked')));
  await ways.look(R2, OWN, OWN, OVER_IPV6);
  expect(ways.apartFrom(R2)).toBe('same-address');
  await ways.look(R2, OWN, OTHER, '10.7.0.1');
  expect(ways.apartFrom(R2)).toBeUndefined();
  await ways.look(R2, OWN, OWN, OVER_IPV6);
  ways.forget(R2);
  expect(ways.apartFrom(R2)).toBeUndefined();
});

it('asks again after a question that failed, and keeps its last result', async () => {
  const answers = [false, new Error('no descriptor'), true];
  const ways = new Ways(async () => {
    const answer = answers.shift();
    if (answer instanceof Error) throw answer;
    return answer;
  });
  const seen = [];
  for (let look = 0; look < 3; look += 1) {
    await ways.look(R2, OWN, OTHER, OVER_IPV6);
    seen.push(ways.apartFrom(R2));
  }
  expect(seen).toEqual(['other-network', 'other-network', undefined]);
});
