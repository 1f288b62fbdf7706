import { describe, expect, it } from 'vitest';
import { type SignedHello, signedHello } from '../../protocol/hello-event.ts';
import { newSecret, type Signature } from '../../protocol/keys.ts';
import type { Challenge } from '../../protocol/signaling.ts';
import type { RouterId } from './bus.ts';
import { Claims } from './claims.ts';

const R1 = 'r1--------------' as RouterId;
const R2 = 'r2--------------' as RouterId;
const challenge = 'A'.repeat(22) as Challenge;
const saidTo = (router: RouterId, claim = 1): SignedHello => signedHello(newSecret(), { router, challenge, claim });
const numbered = (claim: number): SignedHello => ({ ...FIRST, claim });
const FIRST = saidTo(R1);

/** Counts what is computed; a claim is good when its number is even. */
function counted(now: () => number = () => 0) {
  const computed: number[] = [];
  const claims = new Claims(now, (_, { claim }) => {
    computed.push(claim);
    return claim % 2 === 0;
  });
  return { claims, computed };
}

describe('a claim', () => {
  it('is good for the router to which it was said, and no other', () => {
    const claims = new Claims(() => 0);
    expect([R1, R2].map((router) => claims.isProven(router, FIRST))).toEqual([true, false]);
    expect([R1, R2].map((router) => claims.look(router, FIRST))).toEqual([true, false]);
  });

  it('is another one when any part of it is, whatever is known of the first', () => {
    const claims = new Claims(() => 0);
    expect(claims.isProven(R1, FIRST)).toBe(true);
    const { key, signature } = saidTo(R1);
    for (const change of [{ key }, { signature }, { claim: 2 }, { challenge: 'B'.repeat(22) as Challenge }])
      expect(claims.isProven(R1, { ...FIRST, ...change })).toBe(false);
  });

  it('is computed once, whoever repeats it', () => {
    const { claims, computed } = counted();
    for (let time = 0; time < 5; time++)
      expect([1, 2].map((claim) => claims.look(R1, { ...FIRST, claim }))).toEqual([false, true]);
    expect(computed).toEqual([1, 2]);
  });

  it('never throws, whatever stands in it', () => {
    const claims = new Claims(() => 0);
    for (const signature of ['', '-', '_'.repeat(86), 'A'.repeat(86)])
      expect(claims.isProven(R1, { ...FIRST, signature: signature as Signature })).toBe(false);
  });
});

describe('many disputed claims', () => {
  it('are checked at a bounded pace, known ones at once, and a call is never kept waiting', () => {
    let now = 0;
    const { claims, computed } = counted(() => now);
    const look = (from: number, to: number) => {
      for (let claim = from; claim < to; claim++) claims.look(R1, numbered(claim));
      return computed.length;
    };
    expect(look(0, 1_000)).toBe(128);
    expect(claims.look(R1, numbered(999))).toBeUndefined();
    expect(claims.look(R1, numbered(10))).toBe(true);
    expect(claims.isProven(R1, numbered(998))).toBe(true);
    now = 1_000;
    expect(look(128, 1_000)).toBe(128 + 1 + 16);
  });

  it('of one router leave checks for the others, and of many routers are bounded in all', () => {
    let now = 0;
    const { claims, computed } = counted(() => now);
    const look = (router: number) => {
      for (let claim = 0; claim < 200; claim++)
        claims.look(`r${router}`.padEnd(16, '-') as RouterId, numbered(router * 1_000 + claim));
      return computed.length;
    };
    expect(look(1)).toBe(128);
    now = 1_000;
    expect(look(1)).toBe(128 + 16);
    expect(look(2)).toBe(128 + 16 + 128);
    for (let router = 3; router < 9; router++) look(router);
    expect(computed.length).toBe(256 + 50);
  });

  it('are forgotten, the oldest first, when there are thousands', () => {
    const { claims, computed } = counted();
    for (let claim = 0; claim <= 4_096; claim++) claims.isProven(R1, numbered(claim));
    claims.isProven(R1, numbered(4_096));
    claims.isProven(R1, numbered(1));
    expect(computed).toHaveLength(4_097);
    claims.isProven(R1, numbered(0));
    expect(computed).toHaveLength(4_098);
  });
});
