import { expect, it } from 'vitest';
import { NOTHING_RELAYED, withUsage } from './usage.ts';

const MARK = '0123456789abcdef';
/** As coturn 4.6.1 prints them, in this order. */
const LINES = [
  `${MARK}: session 000000000000000002: realm <hikyaku> user <1796049804:192.168.42.100>: incoming packet CHANNEL_BIND processed, success`,
  `${MARK}: session 000000000000000002: usage: realm=<hikyaku>, username=<1796049804:192.168.42.100>, rp=1030, rb=1025192, sp=1028, sb=1022668`,
  `${MARK}: session 000000000000000002: peer usage: realm=<hikyaku>, username=<1796049804:192.168.42.100>, rp=1018, rb=1018000, sp=1020, sb=1020000`,
  `${MARK}: session 000000000000000002: refreshed, realm=<hikyaku>, username=<1796049804:192.168.42.100>, lifetime=0`,
  `${MARK}: session 000000000000000002: peer usage: realm=<hikyaku>, username=<1796049804:192.168.42.100>, rp=166, rb=166000, sp=148, sb=148000`,
];

it('sums what peers were sent and have sent, and nothing twice', () => {
  expect(LINES.reduce((sum, line) => withUsage(sum, line, MARK), NOTHING_RELAYED)).toEqual({
    toPeers: 1_168_000,
    fromPeers: 1_184_000,
  });
});

const FORGED = 'session 1: peer usage: realm=<hikyaku>, username=<x>, rp=1, rb=9, sp=1, sb=9';
it.each([
  FORGED,
  `: ${FORGED}`,
  `0: : ${FORGED}`,
  `fedcba9876543210: ${FORGED}`,
  `${MARK}: check_stun_auth: Cannot find credentials of user <${FORGED}`,
  `${MARK}: session 1: realm <hikyaku> user <: ${FORGED}`,
  `${MARK}: ${FORGED}>`,
  `${MARK}: session 1: peer usage: realm=<hikyaku>, username=<x>, rp=0, rb=9, sp=0, sb=9>, rp=1, rb=1, sp=1, sb=1`,
  `${MARK}: session 1: peer usage: realm=<hikyaku>, username=<x>, rp=1, rb=-1, sp=1, sb=1`,
  '',
])('%s says nothing of it', (line) => {
  expect(withUsage(NOTHING_RELAYED, line, MARK)).toBe(NOTHING_RELAYED);
});
